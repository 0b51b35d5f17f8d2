import { z } from "zod";
import { type Json, jsonSchema, type Slot, slots } from "../../../lib/dialogue/plan.ts";
import { type Dropped, drop } from "./dropped.ts";

/** The call of a tool, as a model wrote it. */
export interface ModelStep {
  readonly id: string;
  readonly tool: string;
  readonly args: { readonly [key: string]: Json };
}

/** A figure of a step's result that is to be told. */
export interface ModelWant {
  readonly step: string;
  readonly path: string;
}

/** What a model said. Without `wants` the figures of the last step are meant. */
export type ModelAnswer =
  | { readonly kind: "plan"; readonly steps: readonly ModelStep[]; readonly wants?: readonly ModelWant[] }
  | { readonly kind: "ask"; readonly slot: Slot; readonly options: readonly Json[] }
  | { readonly kind: "say"; readonly words: string };

/** Longer plans are none that a question needs, and their sentence would name too many figures. */
export const MOST_STEPS = 4;
export const MOST_WANTS = 12;
const LONGEST_NAME = 80;
const LONGEST_PATH = 200;

const name = z.string().min(1).max(LONGEST_NAME);
const args = z.record(z.string(), jsonSchema);
const call = z.strictObject({ tool: name, args });
const plan = z.strictObject({
  steps: z
    .array(z.strictObject({ id: name, tool: name, args }))
    .min(1)
    .max(MOST_STEPS),
  wants: z
    .array(z.strictObject({ step: name, path: z.string().min(1).max(LONGEST_PATH) }))
    .min(1)
    .max(MOST_WANTS)
    .optional(),
});
// The words of a question back are not read: it is put in the program's own.
const back = z.strictObject({
  ask: z.string(),
  slot: z.enum(slots),
  options: z.array(z.union([z.string().max(80), z.number()])).max(12),
});
const remark = z.strictObject({ say: z.string() });

/** Reads the text of an answer, which must be one JSON object of these shapes and nothing around it. */
export function readAnswer(text: string): ModelAnswer | Dropped {
  if (text.trim() === "") return drop("empty");
  const written = parsed(text);
  if (written === undefined) return drop("notJson");
  const called = call.safeParse(written);
  if (called.success) return { kind: "plan", steps: [{ id: "call", ...called.data }] };
  const planned = plan.safeParse(written);
  if (planned.success) {
    const { steps, wants } = planned.data;
    return { kind: "plan", steps, ...(wants ? { wants } : {}) };
  }
  const asked = back.safeParse(written);
  if (asked.success) return { kind: "ask", slot: asked.data.slot, options: asked.data.options };
  const said = remark.safeParse(written);
  return said.success ? { kind: "say", words: said.data.say } : drop("otherShape");
}

/** More lists and records within each other than any tool takes; a check of them all might exhaust the stack. */
const DEEPEST = 32;

function parsed(text: string): object | undefined {
  let written: unknown;
  try {
    written = JSON.parse(text, refusePrototype);
  } catch {
    return undefined;
  }
  if (typeof written !== "object" || written === null || Array.isArray(written)) return undefined;
  return depthOf(text) > DEEPEST ? undefined : written;
}

/** A key that is no key of a record to those who read it later. */
function refusePrototype(key: string, value: unknown): unknown {
  if (key === "__proto__") throw new SyntaxError(key);
  return value;
}

/** How deep brackets stand within each other; those in texts count, too, which no answer needs so many of. */
function depthOf(text: string): number {
  let depth = 0;
  let most = 0;
  for (const sign of text) {
    if (sign === "{" || sign === "[") most = Math.max(most, ++depth);
    else if (sign === "}" || sign === "]") depth -= 1;
  }
  return most;
}
