import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openDialogue } from "../../../kernel/agent/dialogue.ts";
import type { Reply } from "../../../kernel/agent/reply.ts";
import type { DatasetEntry } from "../../../kernel/services/catalogue.ts";
import { host } from "../../unit/agent/shipped-host.ts";
import { restrictions } from "./restrictions.ts";

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

/** Of the whole product, which takes minutes, every so many pairs: another set of them in each language. */
const STRIDE = { en: 211, zh: 199 } as const;

describe("A question with a word that restricts it", () => {
  it.each(["en", "zh"] as const)("never keeps the figure of the question without it (%s)", async (language) => {
    const pairs = questions
      .filter((question) => question.language === language)
      .flatMap((question) => restrictions[language].map((restriction) => ({ question, restriction })))
      .filter((_, i) => i % STRIDE[language] === 0)
      .flatMap(({ question, restriction }) => {
        const last = restriction.place(question.turns.at(-1)!);
        return last === null ? [] : [{ question, turns: [...question.turns.slice(0, -1), last] }];
      });
    expect(pairs.length).toBeGreaterThan(100);
    const kept: string[] = [];
    for (const { question, turns } of pairs) {
      const own = figuresOf(await replyTo(question));
      expect(own, question.id).not.toBeNull();
      if (figuresOf(await replyTo({ turns, language })) === own) kept.push(turns.join(" | "));
    }
    expect(kept).toEqual([]);
  });
});
