import { z } from "zod";
import type { Json } from "../../../lib/dialogue/plan.ts";
import type { FromStep } from "../../../lib/dialogue/step-arguments.ts";
import type { JsonSchema } from "./json-schema.ts";

/** A reference to an earlier step in the arguments of a model's call, with where it stands. */
export interface Reference extends FromStep {
  readonly at: readonly string[];
}

const LONGEST_ID = 80;
const LONGEST_PATH = 200;

const reference = z.strictObject({ $from: z.string().max(LONGEST_ID), path: z.string().max(LONGEST_PATH).optional() });

/** The schema of a reference, for a model. */
export const referenceSchema: JsonSchema = {
  type: "object",
  properties: {
    $from: { type: "string", maxLength: LONGEST_ID },
    path: { type: "string", maxLength: LONGEST_PATH },
  },
  required: ["$from"],
  additionalProperties: false,
};

function referenceIn(value: Json): FromStep | undefined {
  const parsed = reference.safeParse(value);
  if (!parsed.success) return undefined;
  const { $from, path } = parsed.data;
  return path === undefined ? { $from } : { $from, path };
}

/** The references in arguments. */
export function referencesIn(args: Json, at: readonly string[] = []): Reference[] {
  const found = referenceIn(args);
  if (found) return [{ ...found, at }];
  if (typeof args !== "object" || args === null) return [];
  return Object.entries(args).flatMap(([key, each]) => referencesIn(each, [...at, key]));
}

/** Arguments with another value in the place of each reference. */
export function replaceReferences(args: Json, replace: (reference: FromStep) => Json): Json {
  const found = referenceIn(args);
  if (found) return replace(found);
  if (typeof args !== "object" || args === null) return args;
  if (Array.isArray(args)) return args.map((each) => replaceReferences(each, replace));
  return Object.fromEntries(Object.entries(args).map(([key, each]) => [key, replaceReferences(each, replace)]));
}

/**
 * Whether a reference may stand at a place of a tool's arguments. In a query only what conditions compare with may come from another
 * result: which datasets and columns are read stands in the plan.
 */
export function mayRefer(tool: string, at: readonly string[]): boolean {
  return at.length > 0 && (tool !== "data.query" || (at[0] === "where" && at.length > 1));
}
