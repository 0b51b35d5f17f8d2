import { randomBytes } from "node:crypto";
import {
  acceptedContent,
  createRequestStateCodec,
  inputRequired,
  type ServerContext,
} from "@modelcontextprotocol/server";
import { z } from "zod";
import type { Language } from "../../kernel/agent/conversation.ts";
import type { Dialogue } from "../../kernel/agent/dialogue.ts";
import { slots } from "../../kernel/agent/plan.ts";
import type { Ask, Option } from "../../kernel/agent/reply.ts";
import { messages } from "../../lib/message/message.ts";
import { writeMessage } from "../../lib/message/write.ts";
import { json, readConversation, sentConversation, writeFigure, writeReply } from "../api/written-reply.ts";
import { checkedTool, type McpTool } from "./mcp-tool.ts";
import { sentenceResult } from "./tool-result.ts";

const said = messages("mcp", {
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
  conversation: sentConversation,
  slot: z.enum(slots),
  values: z.array(json),
});
type PendingAsk = z.output<typeof pendingAsk>;

/** The key of the question among those that a client answers. */
const CHOICE = "choice";
const choice = z.object({ choice: z.string() });

const input = sentConversation.omit({ turns: true }).extend({
  question: z.string().min(1).max(2000),
  earlier: sentConversation.shape.turns
    .unwrap()
    .array()
    .max(49)
    .default([])
    .describe("What the person asked before, oldest first; the question may leave out what they say"),
  chosen: z
    .partialRecord(z.enum(slots), z.json())
    .optional()
    .describe("The answer to an earlier question back: its slot and the value of the option"),
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
      const asked = { text: question, ...(chosen === undefined ? {} : { chosen }) };
      let sent: z.output<typeof sentConversation> = {
        turns: [...earlier, asked],
        ...(lang === undefined ? {} : { lang }),
      };
      const pending = context.request.requestState<PendingAsk | string>();
      if (typeof pending === "object") {
        const { conversation, slot, values } = pendingAsk.parse(pending);
        const position = Number(acceptedContent(context.request.inputResponses, CHOICE, choice)?.choice ?? Number.NaN);
        const value = values[position];
        if (value === undefined) {
          const sentence = writeMessage(said.notChosen({ question }), { tag: readConversation(conversation).language });
          return sentenceResult(sentence, { kind: "ask", slot });
        }
        sent = withChoice(conversation, slot, value);
      }
      const { conversation, language } = readConversation(sent);
      const reply = await (await openDialogue()).ask(conversation, context.signal);
      const written = writeReply(reply, language);
      if (reply.kind === "ask") {
        if (context.asksPeople) return questionBack(reply, sent, language);
        const { slot, options } = reply;
        const shown = options.map(({ value, label }) => `${JSON.stringify(value)} (${label[language]})`);
        const sentence = said.askAgain({ question: written.text, slot, options: shown });
        return sentenceResult(writeMessage(sentence, { tag: language }), written);
      }
      if (reply.kind === "refuse" && reply.nearest.length > 0) {
        const questions = reply.nearest.map((near) => near.question[language]);
        return sentenceResult(
          writeMessage(said.near({ sentence: written.text, questions }), { tag: language }),
          written,
        );
      }
      return sentenceResult(written.text, written);
    },
  });

  async function questionBack({ slot, question, options }: Ask, sent: PendingAsk["conversation"], language: Language) {
    const state = { conversation: sent, slot, values: options.map(({ value }) => value) };
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
      requestState: await codec.mint(pendingAsk.parse(state)),
    });
  }

  return { tool, verify: (state, context) => codec.verify(state, context) };
}

/** The conversation in which a slot of the last turn was chosen. */
function withChoice(
  { turns, ...rest }: z.output<typeof sentConversation>,
  slot: PendingAsk["slot"],
  value: PendingAsk["values"][number],
): z.output<typeof sentConversation> {
  const last = turns.at(-1)!;
  const turn = typeof last === "string" ? { text: last } : last;
  const earlier: Partial<Record<PendingAsk["slot"], typeof value>> = "chosen" in turn ? { ...turn.chosen } : {};
  return { ...rest, turns: [...turns.slice(0, -1), { text: turn.text, chosen: { ...earlier, [slot]: value } }] };
}

/** An option with the figure that it would give. */
function titleOf({ label, effect = [] }: Option, language: Language): string {
  const figures = effect.map((value) => writeFigure(value, undefined, language));
  return figures.length === 0 ? label[language] : `${label[language]}: ${figures.join(", ")}`;
}
