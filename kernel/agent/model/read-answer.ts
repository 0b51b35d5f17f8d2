import { z } from "zod";
import { type Json, jsonSchema, type Slot, slots } from "../plan.ts";
import { type Dropped, drop } from "./dropped.ts";

/** What a model said. */
export type ModelAnswer =
  | { readonly kind: "call"; readonly tool: string; readonly args: { readonly [key: string]: Json } }
  | { readonly kind: "ask"; readonly slot: Slot; readonly options: readonly Json[] }
  | { readonly kind: "say"; readonly words: string };

const call = z.strictObject({ tool: z.string().max(80), args: z.record(z.string(), jsonSchema) });
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
  if (called.success) return { kind: "call", tool: called.data.tool, args: called.data.args };
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
