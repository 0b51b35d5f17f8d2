import { Fault, type FaultDetails } from "../../lib/message/fault.ts";
import type { Message, MessageValue, Sentence, Text } from "../../lib/message/message.ts";

// Validated by hand: every endpoint includes this code, and most of them do not include a schema library.

/** Generous, because a message may contain a long list of names. */
const MOST_VALUES = 2_000;
const DEEPEST = 8;
const LONGEST_CODE = 200;
const LONGEST_TEXT = 4_000;

/** The details of a fault that cross a boundary, besides those that every error has. */
export interface SerializedFault {
  readonly said: Message;
  readonly field?: string | undefined;
  readonly hint?: Message | undefined;
  readonly retryable: boolean;
  readonly problems: readonly Sentence[];
}

export function serializeFault({ said, field, hint, retryable, problems }: Fault): SerializedFault {
  return {
    said,
    retryable,
    problems: [...problems],
    ...(field === undefined ? {} : { field: field.slice(0, LONGEST_TEXT) }),
    ...(hint === undefined ? {} : { hint }),
  };
}

/** Reads a fault received from another realm; undefined if the value is not one. */
export function readFault(given: unknown): SerializedFault | undefined {
  try {
    return isRecord(given) ? readFields(given) : undefined;
  } catch {
    return undefined;
  }
}

function readFields({ said, field, hint, retryable, problems }: Readonly<Record<string, unknown>>): SerializedFault {
  if (typeof retryable !== "boolean") throw new TypeError("a fault says whether it is worth another try");
  if (!Array.isArray(problems) || problems.length > MOST_VALUES) throw new TypeError("a fault has a list of problems");
  if (field !== undefined && (typeof field !== "string" || field.length > LONGEST_TEXT))
    throw new TypeError("the field of a fault has a name");
  return {
    said: readMessage(said),
    retryable,
    problems: Array.from(problems, readSentence),
    ...(field === undefined ? {} : { field }),
    ...(hint === undefined ? {} : { hint: readMessage(hint) }),
  };
}

/** Rebuilds a fault of another realm, with the name of its class there. */
export function restoreFault(serialized: SerializedFault, name: string, stack: string | undefined): Fault {
  const { said, field, hint, ...rest } = serialized;
  const details: FaultDetails = {
    ...rest,
    name,
    ...(field === undefined ? {} : { field }),
    ...(hint === undefined ? {} : { hint }),
  };
  return Object.assign(new Fault(said, details), stack === undefined ? {} : { stack });
}

/** Copies a message received from another realm, bounded in depth, length and number of values. */
export function readMessage(given: unknown): Message {
  return copyMessage(given, { left: MOST_VALUES }, 0);
}

/** Reads a message, or a plain text of third-party code. */
export function readSentence(given: unknown): Sentence {
  return typeof given === "string" ? given.slice(0, LONGEST_TEXT) : readMessage(given);
}

interface Budget {
  left: number;
}

function copyMessage(given: unknown, budget: Budget, depth: number): Message {
  if (depth > DEEPEST) throw new TypeError("messages stand in one another too deeply");
  if (!isRecord(given)) throw new TypeError("a message was expected");
  const { code, texts, values } = given;
  if (typeof code !== "string" || code.length > LONGEST_CODE) throw new TypeError("a message has a code");
  if (!isRecord(texts) || !isRecord(values)) throw new TypeError("a message has texts and values");
  const copied = Object.entries(values).map(([hole, value]) => [hole, copyValue(value, budget, depth)] as const);
  return { code, texts: { en: textIn(texts, "en"), zh: textIn(texts, "zh") }, values: Object.fromEntries(copied) };
}

function copyValue(given: unknown, budget: Budget, depth: number): MessageValue {
  if (--budget.left < 0) throw new TypeError(`a message holds at most ${MOST_VALUES} values`);
  if (typeof given === "number") return given;
  if (typeof given === "string") return given.slice(0, LONGEST_TEXT);
  if (!Array.isArray(given)) return copyMessage(given, budget, depth + 1);
  if (depth >= DEEPEST) throw new TypeError("lists stand in one another too deeply");
  return Array.from(given, (each) => copyValue(each, budget, depth + 1));
}

function textIn(texts: Readonly<Record<string, unknown>>, language: keyof Text): string {
  const text = texts[language];
  if (typeof text !== "string") throw new TypeError("a message has its text in every language");
  return text.slice(0, LONGEST_TEXT);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
