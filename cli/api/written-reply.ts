import { z } from "zod";
import type { Conversation, Language } from "../../kernel/agent/conversation.ts";
import { type Json, type Plan, slots } from "../../kernel/agent/plan.ts";
import type { Option, Reply, Value } from "../../kernel/agent/reply.ts";
import { valueAt } from "../../kernel/agent/result-path.ts";
import type { Part, Template } from "../../kernel/agent/template.ts";

const text = z.string();
const figure = z.object({
  name: text,
  value: z.union([z.number(), text, z.boolean()]),
  unit: text.describe("iso3 of places, year of calendar years, 1 of ratios, text of names"),
  cell: text.describe("The step of the plan that computes it"),
  hash: text.describe("Of the result of that step"),
  source: z.array(z.object({ dataset: text, where: text })),
  lo: z.number().optional(),
  hi: z.number().optional(),
  primary: z.boolean().optional(),
});

/** A reply as programs get it, in one language: its sentence with the figures, and the figures with their sources. */
export const writtenReply = z.object({
  kind: z.enum(["answer", "ask", "refuse"]),
  text: text.describe("A sentence for a person; every figure in it is one of the values"),
  values: z.array(figure),
  plan: z.array(z.object({ tool: text, args: z.record(text, z.unknown()) })).describe("The calls that give the values"),
  assumed: z
    .array(z.object({ slot: text, value: z.unknown(), because: text }))
    .describe("What the question did not say"),
  cells: z.array(z.object({ id: text, kind: text, source: text })).describe("The same as cells of a notebook"),
  ask: z
    .object({
      slot: text,
      question: text,
      options: z.array(z.object({ value: z.unknown(), label: text, effect: z.array(figure).optional() })),
    })
    .optional()
    .describe("Ask again with `chosen: {slot: value}` in the last turn"),
  refuse: z
    .object({ reason: text, nearest: z.array(z.object({ label: text, question: text })) })
    .optional()
    .describe("Why there is no answer, and questions near it that have one"),
  phases: z.array(text).optional(),
  properties: z.record(text, z.unknown()).optional(),
});
export type WrittenReply = z.output<typeof writtenReply>;

/** A value that was read from JSON, so that it needs no further check. */
export const json = z.custom<Json>(() => true);
const chosen = z.partialRecord(z.enum(slots), json);

/** The turns of a person, as a program sends them. */
export const sentConversation = z.object({
  turns: z
    .array(z.union([text.max(2000), z.object({ text: text.max(2000), chosen: chosen.optional() })]))
    .min(1)
    .max(50)
    .describe("What a person said, oldest first; the reply is to the last"),
  lang: z.enum(["en", "zh"]).optional(),
});

/** A conversation that was sent, and the language of its reply: the asked one, else that of the last turn. */
export function readConversation({ turns, lang }: z.output<typeof sentConversation>): {
  readonly conversation: Conversation;
  readonly language: Language;
} {
  const read = turns.map((turn) => {
    if (typeof turn === "string") return { text: turn };
    return turn.chosen === undefined ? { text: turn.text } : { text: turn.text, chosen: turn.chosen };
  });
  const language = lang ?? (/\p{Script=Han}/u.test(read.at(-1)!.text) ? "zh" : "en");
  return { conversation: { turns: read, language }, language };
}

/** A reply in one language. */
export function writeReply(reply: Reply, language: Language): WrittenReply {
  const plan = reply.kind === "answer" ? reply.plan : reply.pending;
  const shared = {
    kind: reply.kind,
    plan: plan.steps.map(({ tool, args }) => ({ tool, args: { ...args } })),
    assumed: plan.assumed.map(({ slot, value, because }) => ({ slot, value, because: because[language] })),
  };
  if (reply.kind === "answer") {
    const { phases, properties } = reply;
    return {
      ...shared,
      text: writeTemplate(reply.text, reply.values, plan, language),
      values: reply.values.map((value) => writeValue(value, language)),
      cells: reply.cells.map((cell) => ({ ...cell })),
      ...(phases ? { phases: [...phases] } : {}),
      ...(properties ? { properties: { ...properties } } : {}),
    };
  }
  if (reply.kind === "ask") {
    const { slot, question, options } = reply;
    const ask = { slot, question: question[language], options: options.map((option) => writeOption(option, language)) };
    return { ...shared, text: ask.question, values: [], cells: [], ask };
  }
  const nearest = reply.nearest.map(({ label, question }) => ({
    label: label[language],
    question: question[language],
  }));
  return {
    ...shared,
    text: reply.sentence[language],
    values: [],
    cells: [],
    refuse: { reason: reply.reason, nearest },
  };
}

function writeOption({ value, label, effect }: Option, language: Language) {
  const shown = effect?.map((each) => writeValue(each, language));
  return { value, label: label[language], ...(shown ? { effect: shown } : {}) };
}

function writeValue({ name, value, unit, cell, hash, source, lo, hi, primary }: Value, language: Language) {
  return {
    name: name[language],
    value,
    unit,
    cell,
    hash,
    source: source.map(({ dataset, where }) => ({ dataset, where })),
    ...(lo === undefined ? {} : { lo }),
    ...(hi === undefined ? {} : { hi }),
    ...(primary ? { primary } : {}),
  };
}

function writeTemplate(template: Template, values: readonly Value[], plan: Plan, language: Language): string {
  return template[language].map((part) => writePart(part, values, plan, language)).join("");
}

function writePart(part: Part, values: readonly Value[], plan: Plan, language: Language): string {
  if (typeof part === "string") return part;
  if ("name" in part) return part.name;
  if ("cite" in part) return "";
  if ("ref" in part) return writeFigure(values[part.ref]!, part.digits, language);
  const [step, path] = part.given;
  return String(valueAt(step, plan.steps.find(({ id }) => id === step)?.args, path));
}

/** Digits of a figure whose sentence does not say how many. */
const DIGITS = 4;

/** A figure with its unit. Years and names are written as they are. */
export function writeFigure(
  { value, unit }: Pick<Value, "value" | "unit">,
  digits = DIGITS,
  language: Language = "en",
): string {
  if (typeof value !== "number" || unit === "year") return String(value);
  const number = value.toLocaleString(language, { maximumSignificantDigits: digits });
  return unit === "1" || unit === "" ? number : `${number} ${unit}`;
}
