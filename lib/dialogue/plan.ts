import { z } from "zod";
import type { Text } from "../message/message.ts";
import { type RangeKind, rangeKinds } from "./range-kind.ts";

/** What a question leaves open or says: each word of it that is understood fills one of these. */
export const slots = [
  "place",
  "measure",
  "year",
  "principle",
  "metric",
  "method",
  "basis",
  "boundary",
  "functional_unit",
  "bom",
  "material",
  "technology",
  "region",
  "edition",
  "context",
  "gas",
  "sector",
  "source",
  "product",
  "amount",
  "unit",
  "operation",
  "count",
  "group",
  "price",
  "agent",
] as const;
export type Slot = (typeof slots)[number];

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * The call of a tool. In `args`, a record `{"$from": "id", "path": "rows.0.year"}` stands for the result of an earlier step, or for
 * a part of it; a path is names and positions, joined by dots.
 */
export interface Step {
  /** A name of a cell: letters, digits and underscores; unique in its plan. */
  readonly id: string;
  /** A tool of the library, or `consumption.table`, whose result is a handle. */
  readonly tool: string;
  readonly args: { readonly [key: string]: Json };
}

/** How words of a question were understood. */
export interface Reading {
  /** The turn, from 0, and the first character and the one after the last in it. */
  readonly span: readonly [turn: number, from: number, to: number];
  readonly slot: Slot;
  readonly value: Json;
  readonly label: Text;
  readonly via: "exact" | "alias" | "fuzzy" | "context" | "chosen" | "model";
  /** Other meanings of the same words, which a reader may choose instead. */
  readonly rivals: readonly Choice[];
}

/** A value that a slot may have. */
export interface Choice {
  readonly value: Json;
  readonly label: Text;
}

/** What the question did not say, and was taken by declared default. It is written in the answer and stands in the cell. */
export interface Assumption {
  readonly slot: Slot;
  readonly value: Json;
  readonly label: Text;
  readonly because: Text;
  readonly rivals: readonly Choice[];
}

/** A figure of which the answer may speak. */
export interface Want {
  readonly step: string;
  readonly path: string;
  readonly name: Text;
  /** The unit, or the path in the step's result where it stands. */
  readonly unit: string | { readonly path: string };
  /** Whether it is what was asked for, not what explains it. */
  readonly primary?: boolean;
  /** Paths of its bounds, where the step's result has them. */
  readonly lo?: string;
  readonly hi?: string;
  /** What the bounds are; left out, they are no more than a range. */
  readonly range?: RangeKind;
}

/** A question as calls of tools: what runs, how its words were read, and which figures the answer may name. */
export interface Plan {
  readonly steps: readonly Step[];
  readonly read: readonly Reading[];
  readonly assumed: readonly Assumption[];
  readonly wants: readonly Want[];
  readonly by: "planner" | { readonly provider: string; readonly model: string };
}

const text: z.ZodType<Text> = z.object({ en: z.string(), zh: z.string() });
export const jsonSchema: z.ZodType<Json> = z.lazy(() =>
  z.union([z.null(), z.boolean(), z.number(), z.string(), z.array(jsonSchema), z.record(z.string(), jsonSchema)]),
);
const choice = z.object({ value: jsonSchema, label: text });

export const stepSchema = z.object({
  id: z.string().regex(/^[a-z][A-Za-z0-9_]*$/),
  tool: z.string().regex(/^[a-z]+\.[a-zA-Z]+$/),
  args: z.record(z.string(), jsonSchema),
});

/** A plan from a file or from another realm. */
export const planSchema = z.object({
  steps: z.array(stepSchema).max(64),
  read: z.array(
    z.object({
      span: z.tuple([z.int(), z.int(), z.int()]),
      slot: z.enum(slots),
      value: jsonSchema,
      label: text,
      via: z.enum(["exact", "alias", "fuzzy", "context", "chosen", "model"]),
      rivals: z.array(choice),
    }),
  ),
  assumed: z.array(
    z.object({ slot: z.enum(slots), value: jsonSchema, label: text, because: text, rivals: z.array(choice) }),
  ),
  wants: z.array(
    z.object({
      step: z.string(),
      path: z.string(),
      name: text,
      unit: z.union([z.string(), z.object({ path: z.string() })]),
      primary: z.boolean().optional(),
      lo: z.string().optional(),
      hi: z.string().optional(),
      range: z.enum(rangeKinds).optional(),
    }),
  ),
  by: z.union([z.literal("planner"), z.object({ provider: z.string(), model: z.string() })]),
});
