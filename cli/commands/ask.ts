import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { type Adviser, adviserOf } from "../../kernel/dialogue/model/adviser.ts";
import { OpenAiProvider } from "../../kernel/dialogue/model/openai-provider.ts";
import { languageOf } from "../../lib/dialogue/conversation.ts";
import { conversationSchema } from "../../lib/dialogue/conversation-schema.ts";
import { type WrittenReply, writeReply } from "../../lib/dialogue/write-reply.ts";
import { openShippedDialogue } from "../ask/shipped-dialogue.ts";
import { writeTerminalReply } from "../ask/terminal-reply.ts";
import { upstreamOf } from "../command-line/upstream-options.ts";
import type { ask as declaration } from "../declarations/ask.ts";
import type { Program } from "../declarations/declaration.ts";
import { WrongInput } from "../input/misuse.ts";
import { writeJson } from "../json/write-json.ts";
import { editedOutput } from "../terminal/wall.ts";

type Lang = "en" | "zh";

/** `yuheng ask`: a question, a conversation, or lines of conversations. */
export const ask: Program<typeof declaration> = async ({ operands, options }) => {
  const lang = options.lang as Lang | undefined;
  const model = modelOf(options.llm, options["llm-model"]);
  if (options.jsonl) return answerLines(lang, model);
  const question = operands.join(" ").trim();
  if (question === "" && process.stdin.isTTY && !options.json) return converse(lang, options.cells === true, model);
  const given = question === "" ? (await text(process.stdin)).trim() : question;
  if (given === "")
    throw new WrongInput('What is the question? Write it after the command: yuheng ask "fossil CO2 of Spain in 2018".');
  const reply = await (await answerer(lang, model))(given);
  if (options.json) writeJson("ask", reply);
  else process.stdout.write(`${writeTerminalReply(reply, options.cells === true)}\n`);
  return 0;
};

/** The first model of a server, asked by this process itself; null if none is named. Throws Misuse. */
function modelOf(llm: string | undefined, models: readonly string[]): Adviser | null {
  const upstream = upstreamOf({ llm, models });
  if (!upstream) return null;
  const { base, key } = upstream;
  return adviserOf(
    new OpenAiProvider({
      base,
      model: upstream.models[0]!,
      name: new URL(base).host,
      headers: key === null ? {} : { Authorization: `Bearer ${key}` },
      fetch,
    }),
  );
}

/** Answers a question, or a conversation as JSON. */
async function answerer(
  lang: Lang | undefined,
  model: Adviser | null,
): Promise<(given: string) => Promise<WrittenReply>> {
  const dialogue = await openShippedDialogue();
  return async (given) => {
    const conversation = given.startsWith("{") ? readConversation(given) : { turns: [{ text: given }] };
    const language = lang ?? conversation.language ?? languageOf(conversation.turns.at(-1)?.text ?? "");
    return writeReply(await dialogue.ask({ ...conversation, language }, undefined, model), language);
  };
}

function readConversation(given: string) {
  let written: unknown;
  try {
    written = JSON.parse(given);
  } catch (error) {
    throw new WrongInput(`The conversation is not JSON: ${(error as Error).message}.`);
  }
  const parsed = conversationSchema.safeParse(written);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new WrongInput(
    `The conversation does not fit: ${issue!.path.join(".") || "it"}: ${issue!.message}. Expected {"turns": ["…"], "lang": "en"}.`,
  );
}

async function answerLines(lang: Lang | undefined, model: Adviser | null): Promise<number> {
  const answer = await answerer(lang, model);
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === "") continue;
    process.stdout.write(`${JSON.stringify(await answer(line.trim()).catch(unreadable))}\n`);
  }
  return 0;
}

/** A line that is no conversation is answered with its fault, and the next is read. */
function unreadable(error: unknown): { readonly kind: "error"; readonly text: string } {
  if (error instanceof WrongInput) return { kind: "error", text: error.message };
  throw error;
}

/** Questions one after the other, each read with those before it. */
async function converse(lang: Lang | undefined, cells: boolean, model: Adviser | null): Promise<number> {
  const dialogue = await openShippedDialogue();
  const terminal = createInterface({ input: process.stdin, output: editedOutput(), prompt: "? " });
  const turns: { text: string }[] = [];
  terminal.prompt();
  for await (const line of terminal) {
    const said = line.trim();
    if (said !== "") {
      turns.push({ text: said });
      const language = lang ?? languageOf(said);
      const reply = writeReply(await dialogue.ask({ turns, language }, undefined, model), language);
      process.stdout.write(`${writeTerminalReply(reply, cells)}\n`);
    }
    terminal.prompt();
  }
  return 0;
}
