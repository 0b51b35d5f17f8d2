import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openShippedDialogue } from "../../../cli/ask/shipped-dialogue.ts";
import { writeReply } from "../../../lib/dialogue/write-reply.ts";

/**
 * Questions by people who did not know the lexicon, with answers that were computed from the publishers' tables by other programs.
 * The value of an answer stands in the unit in which it is given.
 */
interface Question {
  readonly id: string;
  readonly turns: readonly string[];
  readonly language: "en" | "zh";
  readonly expected:
    | { readonly kind: "ask"; readonly slot: string }
    | { readonly kind: "refuse" }
    | {
        readonly kind: "answer";
        readonly values: readonly { value: number | string; unit: string }[];
        readonly tolerance: number;
      };
}

const questions = readFileSync(join(import.meta.dirname, "questions.jsonl"), "utf8")
  .trim()
  .split("\n")
  .map((line): Question => JSON.parse(line));

const opened = openShippedDialogue();

async function answerOf({ turns, language }: Question) {
  const dialogue = await opened;
  return writeReply(await dialogue.ask({ turns: turns.map((text) => ({ text })), language }), language);
}

/** Digits of a text that no figure, argument or word of the question has. */
function nakedIn({ turns }: Question, { text, values, plan }: Awaited<ReturnType<typeof answerOf>>): string[] {
  const written = text.replaceAll(/`[^`]*`/g, "").replaceAll(/(?<=\d)[\u202f,](?=\d{3})/g, "");
  const given = new Set((turns.join(" ") + JSON.stringify(plan)).match(/\d+(?:\.\d+)?/g));
  const numbers = values.flatMap(({ value, lo, hi }) => [value, lo, hi]).filter((each) => typeof each === "number");
  return [...written.matchAll(/(?<![\p{L}\d.])\d+(?:\.\d+)?(?![\p{L}\d])/gu)]
    .map(([digits]) => digits)
    .filter((digits) => {
      const step = 10 ** -(digits.split(".")[1]?.length ?? 0);
      const powers = [1, 1e3, 1e6, 1e9, 1e-3, 1e-6];
      const near = (number: number) =>
        powers.some((power) => Math.abs(Math.abs(number) * power - Number(digits)) <= step);
      return !given.has(digits) && !numbers.some(near);
    });
}

describe("Questions of outsiders", () => {
  it.each(questions.map((question) => [question.id, question] as const))("%s", async (_, question) => {
    const reply = await answerOf(question);
    expect(reply.kind, reply.text).toBe(question.expected.kind);
    expect(nakedIn(question, reply)).toEqual([]);
    if (question.expected.kind === "ask") expect(reply.ask?.slot).toBe(question.expected.slot);
    if (question.expected.kind === "refuse") expect(reply.refuse?.nearest).toBeDefined();
    if (question.expected.kind === "answer") {
      const { values, tolerance } = question.expected;
      const primary = reply.values.filter((value) => value.primary);
      for (const { value, unit } of values) {
        const same = primary.filter((each) => each.unit === unit);
        if (typeof value === "string") expect(same.map((each) => each.value)).toContain(value);
        else {
          const errors = same.map((each) => Math.abs(Math.abs(Number(each.value)) / Math.abs(value) - 1));
          expect(Math.min(...errors), reply.text).toBeLessThanOrEqual(tolerance);
        }
      }
      for (const { cell, hash } of reply.values) {
        expect(reply.cells.map(({ id }) => id)).toContain(cell);
        expect(hash).toMatch(/^[0-9a-f]+$/);
      }
    }
  });
});
