import { outputSchema } from "./schema.ts";
import type { Tool } from "./tool.ts";

declare module "zod" {
  interface GlobalMeta {
    /** The kind of provenance that a field states. */
    provenance?: Provenance;
  }
}

/**
 * The provenance that a field of a result states: a message or text, a number, or a list of these. An `equation` may also
 * be a step, an object with its equation and title; a `factor` is a line, an object with an amount that was multiplied by a
 * factor.
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

/** A place of provenance in a tool's result. */
export interface ProvenancePlace {
  readonly kind: Provenance;
  /** Names of fields; `*` matches every entry of a list or a record. */
  readonly path: readonly string[];
}

const known = new WeakMap<Tool, readonly ProvenancePlace[]>();

/** The places declared in the tool's output schema, read once. */
export function provenancePlaces(tool: Tool): readonly ProvenancePlace[] {
  const places = known.get(tool) ?? placesIn(outputSchema(tool) as Schema, []);
  known.set(tool, places);
  return places;
}

/** The values at a place; of a list, the first `most` entries. */
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
