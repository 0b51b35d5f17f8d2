import { z } from "zod";
import type { Json } from "./plan.ts";

/** A part of the result of an earlier step, in the place of an argument. */
export interface FromStep {
  readonly $from: string;
  readonly path?: string;
}

const fromStep = z.object({ $from: z.string(), path: z.string().optional() });

/** Reads `{"$from": "id", "path": "rows.0.year"}`; undefined for any other value. */
export function fromStepIn(value: unknown): FromStep | undefined {
  const parsed = fromStep.safeParse(value);
  if (!parsed.success) return undefined;
  const { $from, path } = parsed.data;
  return path === undefined ? { $from } : { $from, path };
}

/**
 * The arguments of a step as a cell gives them to a function. If they say `$from` themselves, its result comes first, and what
 * else they say are the options: `{"$from": "world", "metric": "GWP100"}` is `(world, {metric: "GWP100"})`.
 */
export function callArguments(args: { readonly [key: string]: Json }): [input: Json, options?: Json] {
  const input = fromStepIn(args);
  if (!input) return [args];
  const { $from: _, path: __, ...options } = args;
  return Object.keys(options).length === 0 ? [{ ...input }] : [{ ...input }, options];
}
