import { schemasOf } from "./schema.ts";
import type { Tool } from "./tool.ts";

declare module "zod" {
  interface GlobalMeta {
    /** What the field says of how the result was reached. */
    provenance?: Provenance;
  }
}

/**
 * What a field of a result says of how it was reached: a message or text, a number, or a list of such. An `equation` may also be a step, an
 * object that names its equation and title; a `factor` is a line, an object of an amount that was multiplied with a factor.
 */
export type Provenance =
  | "method"
  | "residual"
  | "iterations"
  | "metric"
  | "unit"
  | "source"
  | "notes"
  | "equation"
  | "factor";

/** Where a tool's result says something of how it was reached. */
export interface ProvenancePlace {
  readonly kind: Provenance;
  /** Names of fields; `*` goes into every entry of a list or a record. */
  readonly path: readonly string[];
}

const known = new WeakMap<Tool, readonly ProvenancePlace[]>();

/** The places that the tool's output declares, read from its schema once. */
export function provenancePlaces(tool: Tool): readonly ProvenancePlace[] {
  const places = known.get(tool) ?? placesIn(schemasOf(tool).output as Schema, []);
  known.set(tool, places);
  return places;
}

/** What stands at a place; of a list the first `most` entries. */
export function valuesAt(result: unknown, path: readonly string[], most = Number.POSITIVE_INFINITY): unknown[] {
  const [step, ...rest] = path;
  if (step === undefined) return [result];
  if (typeof result !== "object" || result === null) return [];
  const next = step === "*" ? Object.values(result).slice(0, most) : [(result as Record<string, unknown>)[step]];
  return next.flatMap((each) => valuesAt(each, rest, most));
}

interface Schema {
  readonly provenance?: Provenance;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

function placesIn(schema: Schema, path: readonly string[]): ProvenancePlace[] {
  const { provenance, properties = {}, additionalProperties, items, anyOf = [], oneOf = [] } = schema;
  const entries = [items, additionalProperties].filter((each) => typeof each === "object");
  return [
    ...(provenance ? [{ kind: provenance, path }] : []),
    ...[...anyOf, ...oneOf].flatMap((option) => placesIn(option, path)),
    ...entries.flatMap((entry) => placesIn(entry, [...path, "*"])),
    ...Object.entries(properties).flatMap(([name, field]) => placesIn(field, [...path, name])),
  ];
}
