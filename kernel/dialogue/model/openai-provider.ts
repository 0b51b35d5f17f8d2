import { z } from "zod";
import { Fault } from "../../../lib/message/fault.ts";
import { messages } from "../../../lib/message/message.ts";
import type { JsonSchema } from "./json-schema.ts";
import { chatOf } from "./prompt.ts";
import { type Delta, type ModelProvider, modelLabel } from "./provider.ts";
import type { ModelView } from "./view.ts";

const texts = messages("agent.openai", {
  refused: {
    en: "The server of the model refused the request with status {status}.",
    zh: "模型服务器拒绝了请求，状态码为 {status}。",
  },
  notAnswer: {
    en: "The server of the model did not answer in the form of chat completions.",
    zh: "模型服务器的回答不符合对话补全接口的格式。",
  },
  tooLong: {
    en: "The answer of the model's server has more than {most} MiB and was not read to its end.",
    zh: "模型服务器的回答超过 {most} MiB，未读完。",
  },
});

/** Where chat completions are asked for, and by what. */
export interface ChatServer {
  /** The address under which `chat/completions` is, such as `http://localhost:11434/v1`. */
  readonly base: string;
  /** The model, as the server calls it. */
  readonly model: string;
  /** The name of the provider in replies. */
  readonly name: string;
  /** Headers beside the content's type: a key, or the token of the page. */
  readonly headers?: Readonly<Record<string, string>>;
  fetch(address: string, request: RequestInit): Promise<Response>;
}

/** The longest answer that is asked for, in tokens. */
const MOST_TOKENS = 1024;

const piece = z.object({
  choices: z.array(z.object({ delta: z.object({ content: z.string().nullish() }).optional() })),
});
const whole = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string().nullish() }) })).min(1),
});

/** A model behind a server that speaks the protocol of OpenAI's chat completions: its answer is held to the schema and streamed. */
export class OpenAiProvider implements ModelProvider {
  readonly name: string;
  readonly model: string;
  readonly #server: ChatServer;

  constructor(server: ChatServer) {
    this.name = modelLabel(server.name);
    this.model = modelLabel(server.model);
    this.#server = server;
  }

  async *propose(view: ModelView, schema: JsonSchema, signal: AbortSignal): AsyncIterable<Delta> {
    const { base, model, headers = {}, fetch } = this.#server;
    const response = await fetch(`${base.replace(/\/+$/, "")}/chat/completions`, {
      method: "POST",
      headers: { ...headers, "Content-Type": "application/json" },
      body: JSON.stringify({
        model,
        messages: chatOf(view),
        stream: true,
        temperature: 0,
        max_tokens: MOST_TOKENS,
        response_format: { type: "json_schema", json_schema: { name: "answer", schema } },
      }),
      redirect: "error",
      signal,
    });
    if (!response.ok) {
      await response.body?.cancel();
      throw new Fault(texts.refused({ status: String(response.status) }));
    }
    if (response.headers.get("content-type")?.startsWith("text/event-stream")) yield* pieces(response);
    else yield { text: contentOf(await wholeText(response)) };
  }
}

/** The texts of server-sent events, up to the one that says that it is done. */
async function* pieces(response: Response): AsyncIterable<Delta> {
  for await (const data of eventsOf(response)) {
    if (data === "[DONE]") return;
    const parsed = piece.safeParse(json(data));
    if (!parsed.success) throw new Fault(texts.notAnswer());
    const text = parsed.data.choices[0]?.delta?.content;
    if (text) yield { text };
  }
}

/** A line that is longer has no end, in characters. */
const LONGEST_LINE = 1_000_000;
/** No more of an answer is read, in MiB: the tokens that are asked for, with what is around each of them, have far less. */
const MOST_ANSWER = 4;

/** The data of the events of a stream, one line each. */
async function* eventsOf(response: Response): AsyncIterable<string> {
  let rest = "";
  for await (const text of textsOf(response)) {
    const lines = (rest + text).split(/\r?\n/);
    rest = lines.pop()!;
    if (rest.length > LONGEST_LINE) throw new Fault(texts.notAnswer());
    yield* lines.flatMap(dataOf);
  }
  yield* dataOf(rest);
}

function dataOf(line: string): string[] {
  return line.startsWith("data:") ? [line.slice("data:".length).trim()] : [];
}

async function wholeText(response: Response): Promise<string> {
  let whole = "";
  for await (const text of textsOf(response)) whole += text;
  return whole;
}

/** The body as it comes. A server that does not end is left when it has sent more than an answer can have. */
async function* textsOf({ body }: Response): AsyncIterable<string> {
  const reader = body?.getReader();
  if (!reader) return;
  const decoder = new TextDecoder();
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      yield done ? decoder.decode() : decoder.decode(value, { stream: true });
      if (done) return;
      length += value.byteLength;
      if (length > MOST_ANSWER * 1024 * 1024) throw new Fault(texts.tooLong({ most: MOST_ANSWER }));
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}

function contentOf(text: string): string {
  const parsed = whole.safeParse(json(text));
  if (!parsed.success) throw new Fault(texts.notAnswer());
  return parsed.data.choices[0]!.message.content ?? "";
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
