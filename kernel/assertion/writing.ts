import { type Message, messages } from "../../lib/message/message.ts";
import { Amount } from "../values/amount.ts";

const texts = messages("assertion", {
  someFunction: {
    en: "a function",
    zh: "函数",
  },
  namedFunction: {
    en: "the function {name}",
    zh: "函数 {name}",
  },
});

/** The maximum length of a value in a message, in characters. */
const LONG = 120;

const digits = new Intl.NumberFormat("en-US", { maximumSignificantDigits: 12, useGrouping: false });

/** Formats a value for a message. */
export function writeFound(value: unknown): string | Message {
  if (typeof value === "number") return Number.isFinite(value) ? writeDigits(value) : String(value);
  if (value instanceof Amount) return `${writeDigits(value.value)} ${value.unit}`;
  if (typeof value === "function") return value.name ? texts.namedFunction({ name: value.name }) : texts.someFunction();
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  if (value instanceof RegExp || typeof value === "symbol" || typeof value === "bigint") return String(value);
  if (value === undefined) return "undefined";
  return shorten(asJson(value));
}

/** Formats a number with its significant digits; very small and very large numbers in exponential notation. */
export function writeDigits(value: number): string {
  const size = Math.abs(value);
  return size !== 0 && (size < 1e-6 || size >= 1e15)
    ? Number(value.toPrecision(6)).toExponential()
    : digits.format(value);
}

function asJson(value: unknown): string {
  try {
    const list = ArrayBuffer.isView(value) && !(value instanceof DataView) ? Array.from(value as never) : value;
    return JSON.stringify(list, (_, part) => (typeof part === "bigint" ? String(part) : part)) ?? String(value);
  } catch {
    return String(value);
  }
}

function shorten(text: string): string {
  return text.length > LONG ? `${text.slice(0, LONG - 1)}…` : text;
}
