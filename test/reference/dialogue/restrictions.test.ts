import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openDialogue } from "../../../kernel/dialogue/dialogue.ts";
import type { DatasetEntry } from "../../../kernel/services/catalogue.ts";
import { Context } from "../../../lib/dialogue/context.ts";
import type { Reply } from "../../../lib/dialogue/reply.ts";
import { host } from "../../unit/dialogue/shipped-host.ts";
import { type Restriction, restrictions } from "./restrictions.ts";

interface Question {
  readonly id: string;
  readonly turns: readonly string[];
  readonly language: "en" | "zh";
  readonly expected: { readonly kind: string };
}

const read = (name: string) => readFileSync(join(import.meta.dirname, name), "utf8");
const questions = read("questions.jsonl")
  .trim()
  .split("\n")
  .map((line): Question => JSON.parse(line))
  .filter(({ expected }) => expected.kind === "answer");

const catalogue = JSON.parse(read("../../../datasets/catalogue.json")) as { datasets: readonly DatasetEntry[] };
const opened = openDialogue(host, catalogue.datasets);

async function replyTo({ turns, language }: Pick<Question, "turns" | "language">): Promise<Reply> {
  return (await opened).ask({ turns: turns.map((text) => ({ text })), language });
}

/** The figures of an answer; null for a question back and a refusal. */
function figuresOf(reply: Reply): string | null {
  if (reply.kind !== "answer") return null;
  return JSON.stringify(reply.values.flatMap(({ primary, value, unit }) => (primary ? [[value, unit]] : [])));
}

/** Read once for both tests: it takes as long as asking. */
const byIntent = { en: questionsByIntent("en"), zh: questionsByIntent("zh") };

async function questionsByIntent(language: Question["language"]): Promise<ReadonlyMap<string, readonly Question[]>> {
  const dialogue = await opened;
  const byIntent = new Map<string, Question[]>();
  for (const question of questions.filter((each) => each.language === language)) {
    const { intent } = new Context(dialogue.lexicon).read({ text: question.turns.at(-1)! }, 0);
    const key = intent ?? "a later turn";
    byIntent.set(key, [...(byIntent.get(key) ?? []), question]);
  }
  return byIntent;
}

/** One question of each intent after the other, so that few of them are of many intents. */
function inTurn(intents: ReadonlyMap<string, readonly Question[]>): Question[] {
  const lists = [...intents.values()];
  const longest = Math.max(...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, i) => lists.flatMap((list) => list[i] ?? [])).flat();
}

describe("A question with a word that restricts it", () => {
  it.each(["en", "zh"] as const)("never keeps the figure of the question without it (%s)", async (language) => {
    const intents = await byIntent[language];
    const asked = inTurn(intents);
    const all = restrictions[language];
    const pairs: { question: Question; turns: string[] }[] = [];
    const met = new Set<Question>();
    const add = (question: Question, { words, place }: Restriction) => {
      const last = place(question.turns.at(-1)!);
      // Said twice, a word restricts no more than once.
      if (last === null || question.turns.at(-1)!.includes(words)) return false;
      met.add(question);
      return pairs.push({ question, turns: [...question.turns.slice(0, -1), last] }) > 0;
    };
    // Each restriction in the next question in which it can stand, and then each intent that had none.
    let turn = 0;
    for (const restriction of all) {
      const order = asked.map((_, i) => asked[(turn + i) % asked.length]!);
      const skipped = order.findIndex((question) => add(question, restriction));
      expect(skipped, restriction.words).toBeGreaterThanOrEqual(0);
      turn += skipped + 1;
    }
    for (const list of intents.values())
      if (!list.some((question) => met.has(question)))
        list.some((question) => all.some((restriction) => add(question, restriction)));
    const kept: string[] = [];
    for (const { question, turns } of pairs) {
      const figures = figuresOf(await replyTo({ turns, language }));
      if (figures !== null && figures === figuresOf(await replyTo(question))) kept.push(turns.join(" | "));
    }
    expect(kept).toEqual([]);
  });
});

/** A second value of each kind, in a sentence's words. */
const second = {
  en: [", and of wheat", ", of glass", ", SF6", ", by Climate TRACE", ", for aviation", ", in 1987"],
  zh: ["，小麦的", "，玻璃的", "，SF6", "，按Climate TRACE", "，航空的", "，1987年"],
} as const;

describe("A question with a second value beside the one that is read", () => {
  it.each(["en", "zh"] as const)("never keeps the figure of the first alone (%s)", async (language) => {
    const asked = inTurn(await byIntent[language]).slice(0, 70);
    const kept: string[] = [];
    for (const [i, question] of asked.entries()) {
      const last = question.turns.at(-1)!;
      const extra = second[language][i % second[language].length]!;
      const turns = [...question.turns.slice(0, -1), last.replace(/[.?!。？！\s]*$/, extra)];
      const figures = figuresOf(await replyTo({ turns, language }));
      if (figures !== null && figures === figuresOf(await replyTo(question))) kept.push(turns.join(" | "));
    }
    expect(kept).toEqual([]);
  });
});
