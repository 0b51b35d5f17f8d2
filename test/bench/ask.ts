// What an answer in words takes, after load: reading a question to a plan, and the whole answer with its tools, over the questions of
// outsiders in both languages. The first round warms up and is not counted.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openShippedDialogue } from "../../cli/ask/shipped-dialogue.ts";
import type { Dialogue } from "../../kernel/dialogue/dialogue.ts";
import { Context } from "../../lib/dialogue/context.ts";
import type { Conversation } from "../../lib/dialogue/conversation.ts";

/** Milliseconds for one question. */
const GOAL = 20;
const ROUNDS = 5;
/** So many of the slowest are named. */
const SLOWEST = 8;

interface Question {
  readonly id: string;
  readonly turns: readonly string[];
  readonly language: "en" | "zh";
}

interface Timed {
  readonly id: string;
  readonly ms: number;
}

const questions = readFileSync(join(import.meta.dirname, "../reference/dialogue/questions.jsonl"), "utf8")
  .trim()
  .split("\n")
  .map((line): Question => JSON.parse(line));

const conversationOf = ({ turns, language }: Question, count = turns.length): Conversation => ({
  turns: turns.slice(0, count).map((text) => ({ text })),
  language,
});

/** Reads the last turn of a question to a plan, after the replies to those before it. */
async function readQuestion(dialogue: Dialogue, question: Question): Promise<number> {
  const { turns } = conversationOf(question);
  const context = new Context(dialogue.lexicon);
  const last = turns.length - 1;
  for (const [i, turn] of turns.slice(0, last).entries())
    context.keep(context.read(turn, i), await dialogue.ask(conversationOf(question, i + 1)));
  const began = performance.now();
  context.read(turns[last]!, last);
  return performance.now() - began;
}

async function answerQuestion(dialogue: Dialogue, question: Question): Promise<number> {
  const began = performance.now();
  await dialogue.ask(conversationOf(question));
  return performance.now() - began;
}

/** The median time of each question. */
async function timesOf(measure: (question: Question) => Promise<number>): Promise<Timed[]> {
  const times = new Map<string, number[]>();
  for (let round = 0; round <= ROUNDS; round++)
    for (const question of questions) {
      const ms = await measure(question);
      if (round > 0) times.set(question.id, [...(times.get(question.id) ?? []), ms]);
    }
  return [...times].map(([id, each]) => ({ id, ms: quantile(each, 0.5) }));
}

function quantile(values: readonly number[], share: number): number {
  return [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(share * values.length))]!;
}

function report(name: string, times: readonly Timed[]): void {
  const ms = times.map((each) => each.ms);
  const [median, high, worst] = [quantile(ms, 0.5), quantile(ms, 0.95), Math.max(...ms)].map((each) => each.toFixed(1));
  const over = ms.filter((each) => each > GOAL).length;
  console.log(
    `${name}: median ${median} ms, 95 % below ${high} ms, worst ${worst} ms; ${over} of ${ms.length} over ${GOAL} ms`,
  );
  const slowest = [...times].sort((a, b) => b.ms - a.ms).slice(0, SLOWEST);
  console.log(`  slowest: ${slowest.map(({ id, ms }) => `${id} ${ms.toFixed(1)}`).join(", ")}`);
}

const began = performance.now();
const dialogue = await openShippedDialogue();
console.log(`load, with the names of countries and gases: ${(performance.now() - began).toFixed(0)} ms`);
report("a question to its plan", await timesOf((question) => readQuestion(dialogue, question)));
report("a whole answer", await timesOf((question) => answerQuestion(dialogue, question)));
