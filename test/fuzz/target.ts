import { Fault } from "../../lib/message/fault.ts";
import type { Random } from "./random.ts";

/** Something that takes what others wrote. It must give a value or a sentence, whatever comes. */
export interface Target<Input = unknown> {
  /** `kind:what`, e.g. `tool:consumption.accounts`, `reader:xlsx`. */
  readonly name: string;
  generate(random: Random): Input;
  /** Resolves with what came of it; rejects where the contract is broken. */
  run(input: Input): Promise<Ending>;
}

/** A value, a sentence, or work that went on longer than a case is given and could be stopped. */
export type Ending = "value" | "sentence" | "stopped";

/** The contract is broken: what was seen. */
export class Broken extends Error {
  override readonly name = "Broken";
}

/** What the platform throws where nobody looked: never an answer to a wrong input. */
const raw = [TypeError, RangeError, SyntaxError, ReferenceError, EvalError, URIError] as const;

const platformWords =
  /is not (a function|iterable|defined|a constructor)|Cannot (read|set|convert|destructure|mix|access)|undefined|\[object |Maximum call|Invalid (array|typed|string|count|time|code)|Unexpected (token|end|identifier|non-whitespace)|out of memory|offset is|Failed to execute/;

/** Holds an error against the contract: one of the house's classes, with a sentence that ends. Throws Broken. */
export function sentenceIn(error: unknown): "sentence" {
  if (!(error instanceof Error)) throw new Broken(`Something was thrown that is no Error: ${String(error)}`);
  // Errors of the platform have a code, and so have the house's own: that of their message.
  const isRaw = raw.some((kind) => error.constructor === kind) || ("code" in error && !(error instanceof Fault));
  const { message } = error;
  if (isRaw) throw new Broken(`A raw ${error.name} came out: ${message}`, { cause: error });
  if (message.trim() === "" || !/[.?!…。)]$/.test(message))
    throw new Broken(`${error.name} is no sentence: ${JSON.stringify(message.slice(0, 300))}`, { cause: error });
  const own = message
    .replaceAll(/"[^"]*"|“[^”]*”/gs, '""')
    .replaceAll(/(but|is|to|than|are|\() ?(NaN|-?Infinity)\b/g, "$1 #");
  if (platformWords.test(own))
    throw new Broken(`${error.name} speaks the platform's language: ${message.slice(0, 300)}`, { cause: error });
  return "sentence";
}

/** Whether two breaks are likely one: the same words, whatever the numbers and names in them. */
export function kindOf(broken: unknown): string {
  const error = broken instanceof Error ? broken : new Error(String(broken));
  const cause = error.cause instanceof Error ? error.cause : error;
  const at = (cause.stack ?? "").split("\n").find((line) => /\/(lib|kernel|app|cli)\//.test(line));
  const place = at?.replace(/^.*\/((?:lib|kernel|app|cli)\/[^):]+(?::\d+)?).*$/, "$1") ?? "";
  return `${error.message
    .replaceAll(/"[^"]*"/g, '"…"')
    .replaceAll(/-?\d[\d.e+]*/g, "#")
    .slice(0, 160)} @ ${place}`;
}
