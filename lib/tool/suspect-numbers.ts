import { type Message, messages } from "../message/message.ts";
import { pathOf } from "./input-problems.ts";

const texts = messages("tool.suspect", {
  check: { en: "Check {fields:and}.", zh: "请检查 {fields:and}。" },
  number: { en: "{field} ({value})", zh: "{field}（{value}）" },
});

/** The most fields that are named. */
const SHOWN = 3;
/** The most numbers that are looked at: tables have millions. */
const LOOKED = 10_000;
/** From here on a number may be in the wrong unit. */
const LARGE = 1e6;

interface Given {
  readonly field: string;
  readonly key: string;
  readonly value: number;
}

/**
 * Which numbers of an input a refusal may be about, if it names none of the fields: a formula knows its symbols, not the fields
 * that they came from. These are the number at fault, else those that the sentence quotes, else those below zero, else the largest
 * and zeros, which divide.
 */
export function suspectNumbers(input: unknown, sentence: string, atFault?: string): Message | undefined {
  if (atFault !== undefined && hasField(input, atFault) && isNamed(atFault, sentence)) return undefined;
  const given = [...numbersOf(input, [])];
  const quoted = quotedIn(sentence);
  // A field may be called as a word of any sentence is: it is named beside its value.
  if (given.some(({ field, value }) => quoted.has(value) && isNamed(field, sentence))) return undefined;
  const known = given.filter(({ field, key }) => field === atFault || key === atFault);
  const telling = given.filter(({ value }) => isTelling(value) && quoted.has(value));
  const large = given.filter(({ value }) => value >= LARGE).sort((one, other) => other.value - one.value);
  const zeros = given.filter(({ value }) => value === 0);
  const odd = [given.filter(({ value }) => value < 0), [...large.slice(0, 1), ...zeros]];
  // A field that is known to be at fault is no number: then those of others are not.
  const candidates = [known.length === 1 ? known : [], telling, ...(hasField(input, atFault) ? [] : odd)];
  const found = candidates.find((each) => each.length > 0);
  if (!found) return undefined;
  return texts.check({
    fields: found.slice(0, SHOWN).map(({ field, value }) =>
      // A value that the sentence quotes is not said again.
      quoted.has(value) ? field : texts.number({ field, value }),
    ),
  });
}

/** The one field of an input that holds a number; of several the one that is called so; undefined where it cannot be told. */
export function fieldWith(input: unknown, value: number, called: string): string | undefined {
  const found = [...numbersOf(input, [])].filter((given) => given.value === value);
  const own = found.filter(({ key }) => key === called);
  return (own.length > 0 ? own : found.length === 1 ? found : [])[0]?.field;
}

function isNamed(field: string, sentence: string): boolean {
  const at = sentence.indexOf(field);
  return at >= 0 && !/\w/.test(sentence[at - 1] ?? " ") && !/\w/.test(sentence[at + field.length] ?? " ");
}

function hasField(input: unknown, field: string | undefined): boolean {
  return field !== undefined && typeof input === "object" && input !== null && field.split(/[.[]/)[0]! in input;
}

/** Small whole numbers stand in sentences for other reasons. */
function isTelling(value: number): boolean {
  return value < 0 || value >= 10 || !Number.isInteger(value);
}

function quotedIn(sentence: string): ReadonlySet<number> {
  return new Set([...sentence.matchAll(/-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/g)].map(([text]) => Number(text)));
}

function* numbersOf(input: unknown, path: readonly (string | number)[], seen = { count: 0 }): Generator<Given> {
  if (seen.count >= LOOKED) return;
  if (typeof input === "number") {
    seen.count++;
    yield { field: pathOf(path), key: String(path.findLast((step) => typeof step === "string")), value: input };
    return;
  }
  if (typeof input !== "object" || input === null || ArrayBuffer.isView(input)) return;
  for (const [key, value] of Object.entries(input))
    yield* numbersOf(value, [...path, Array.isArray(input) ? Number(key) : key], seen);
}
