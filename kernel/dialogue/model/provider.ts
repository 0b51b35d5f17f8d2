import type { JsonSchema } from "./json-schema.ts";
import type { ModelView } from "./view.ts";

/** A piece of a model's answer, as it comes. */
export interface Delta {
  readonly text: string;
}

/**
 * A language model that may propose how a question is answered where the planner has not understood it. It sees the view and nothing
 * else, and what it writes is read by a schema: see `read-answer.ts`.
 */
export interface ModelProvider {
  /** Where the model runs, such as `server` or `wllama`. */
  readonly name: string;
  /** The model, as its answers name it; of the letters that `modelLabel` leaves. */
  readonly model: string;
  /** How long an answer may take before it is given up, in milliseconds; two minutes if left out. */
  readonly patience?: number;
  /**
   * The pieces of one JSON object that fits the schema. Rejects with a Fault, whose sentence a person may read, or with the signal's
   * reason.
   */
  propose(view: ModelView, schema: JsonSchema, signal: AbortSignal): AsyncIterable<Delta>;
}

/** The longest name of a model, in characters. */
const LONGEST_NAME = 80;

/** The name of a model or of its file without anything that could be read as more than a name. */
export function modelLabel(name: string): string {
  const plain = name
    .normalize("NFKC")
    .replaceAll(/[^\p{L}\p{N}._:/-]+/gu, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, LONGEST_NAME);
  return plain === "" ? "model" : plain;
}
