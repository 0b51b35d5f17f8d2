import { randomBytes } from "node:crypto";
import {
  acceptedContent,
  createRequestStateCodec,
  inputRequired,
  type ServerContext,
} from "@modelcontextprotocol/server";
import { z } from "zod";
import type { Dialogue } from "../../kernel/dialogue/dialogue.ts";
import { type Conversation, type Language, languageOf, type Turn } from "../../lib/dialogue/conversation.ts";
import { conversationSchema } from "../../lib/dialogue/conversation-schema.ts";
import { jsonSchema, slots } from "../../lib/dialogue/plan.ts";
import type { Ask, Option } from "../../lib/dialogue/reply.ts";
import { writeReply, writeValue } from "../../lib/dialogue/write-reply.ts";
import { type Message, messages } from "../../lib/message/message.ts";
import { writeMessage } from "../../lib/message/write.ts";
import { checkedTool, type McpTool, type ToolContext } from "./mcp-tool.ts";
import { sentenceResult } from "./tool-result.ts";

const texts = messages("mcp", {
  notChosen: {
    en: "Nothing was chosen, so there is no answer. {question}",
    zh: "未作选择，因此没有回答。{question}",
  },
  askAgain: {
    en: "{question} Ask the person, then call this tool again with chosen.{slot} set to one of: {options:or}.",
    zh: "{question}请询问用户，再次调用此工具，并将 chosen.{slot} 设为其中之一：{options:or}。",
  },
  near: {
    en: "{sentence} Near it: {questions:or}.",
    zh: "{sentence}相近的问题：{questions:or}。",
  },
});

/** What the client sends back when a person has chosen: the conversation so far, and what the positions of the options stand for. */
const pendingAsk = z.object({
  conversation: conversationSchema,
  slot: z.enum(slots),
  values: z.array(jsonSchema),
});
type PendingAsk = z.input<typeof pendingAsk>;

/** The key of the question among those that a client answers. */
const CHOICE = "choice";
const choice = z.object({ choice: z.string() });

const input = z.object({
  question: z.string().min(1).max(2000),
  earlier: z
    .array(z.string().max(2000))
    .max(50)
    .default([])
    .describe("What the person asked before, oldest first; the question may leave out what they say"),
  chosen: z
    .partialRecord(z.enum(slots), jsonSchema)
    .optional()
    .describe("The answer to an earlier question back: its slot and the value of the option"),
  lang: z.enum(["en", "zh"]).optional().describe("The language of the answer; that of the question if left out"),
});

/** The dialogue as a tool of MCP, and the check of what clients send back with an answer to its questions. */
export interface AskTool {
  readonly tool: McpTool;
  /** Rejects what this process has not sent. */
  verify(state: string, context: ServerContext): Promise<unknown>;
}

/**
 * Answers questions in words. A question back is put to the person through the client (`input_required`); a client that cannot do
 * that gets it as text. Refusals are results, not errors: nothing failed.
 */
export function askTool(openDialogue: () => Promise<Pick<Dialogue, "ask">>): AskTool {
  const codec = createRequestStateCodec<PendingAsk>({ key: randomBytes(32), ttlSeconds: 3600 });
  const tool = checkedTool({
    name: "ask",
    title: "Ask a question of carbon accounting · 提问",
    description:
      "Answers a question in English or Chinese about emissions, footprints, budgets, factors and plants from this program's data, without a model. It answers with figures, their sources and the calls that give them; asks back where the question leaves a choice that changes the result; or refuses and says what is near. Give the figures as they are.",
    input,
    annotations: { readOnlyHint: true, idempotentHint: true, openWorldHint: false },
    async run({ question, earlier, chosen, lang }, context) {
      const asked: Turn = { text: question, ...(chosen === undefined ? {} : { chosen }) };
      const turns = [...earlier.map((text) => ({ text })), asked];
      const begun: Conversation = { turns, language: lang ?? languageOf(question) };
      const conversation = continued(begun, context);
      const { language = "en" } = conversation ?? begun;
      const say = (message: Message) => writeMessage(message, { tag: language === "zh" ? "zh-CN" : "en" });
      if (!conversation) return sentenceResult(say(texts.notChosen({ question })), { kind: "ask" });
      const reply = await (await openDialogue()).ask(conversation, context.signal);
      const written = writeReply(reply, language);
      if (reply.kind === "ask") {
        if (context.asksPeople) return questionBack(reply, conversation, language);
        const { slot, options } = reply;
        const shown = options.map(({ value, label }) => `${JSON.stringify(value)} (${label[language]})`);
        return sentenceResult(say(texts.askAgain({ question: written.text, slot, options: shown })), { ...written });
      }
      if (reply.kind === "refuse" && reply.nearest.length > 0) {
        const questions = reply.nearest.map((near) => near.question[language]);
        return sentenceResult(say(texts.near({ sentence: written.text, questions })), { ...written });
      }
      return sentenceResult(written.text, { ...written });
    },
  });

  async function questionBack({ slot, question, options }: Ask, { turns }: Conversation, language: Language) {
    const conversation = { turns: turns.map((turn) => ({ ...turn })), lang: language };
    const state = { conversation, slot, values: options.map(({ value }) => value) };
    return inputRequired({
      inputRequests: {
        [CHOICE]: inputRequired.elicit({
          mode: "form",
          message: question[language],
          requestedSchema: {
            type: "object",
            properties: {
              choice: {
                type: "string",
                oneOf: options.map((option, i) => ({ const: String(i), title: titleOf(option, language) })),
              },
            },
            required: ["choice"],
          },
        }),
      },
      requestState: await codec.mint(state as PendingAsk),
    });
  }

  return { tool, verify: (state, context) => codec.verify(state, context) };
}

/** The conversation with what a person chose meanwhile; as it began if nothing was asked, and null if nothing was chosen. */
function continued(begun: Conversation, { request }: ToolContext): Conversation | null {
  const state = request.requestState<unknown>();
  if (state === undefined) return begun;
  const { conversation, slot, values } = pendingAsk.parse(state);
  const position = Number(acceptedContent(request.inputResponses, CHOICE, choice)?.choice ?? Number.NaN);
  const value = values[position];
  if (value === undefined) return null;
  const last = conversation.turns.at(-1)!;
  const turn = { ...last, chosen: { ...last.chosen, [slot]: value } };
  return { ...conversation, turns: [...conversation.turns.slice(0, -1), turn] };
}

/** An option with the figure that it would give. */
function titleOf({ label, effect = [] }: Option, language: Language): string {
  const figures = effect.map((value) => writeValue(value));
  return figures.length === 0 ? label[language] : `${label[language]}: ${figures.join(", ")}`;
}
