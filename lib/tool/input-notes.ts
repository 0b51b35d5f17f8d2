import { z } from "zod";
import type { Message } from "../message/message.ts";
import { alikeRows } from "./alike-rows.ts";
import { remarkOf } from "./remark.ts";
import { unitFound } from "./table.ts";
import { aboveWorld } from "./world-totals.ts";

/** The most notes on one input: a table in the wrong unit would give one for each of its cells. */
const MOST = 20;

/**
 * What is noted on the input of any tool, beside what the tool itself has to say: values outside the range that their schema
 * believes, amounts above those of the whole world, rows that come twice, and what the schemas of its parts remark, such as a normal
 * distribution of a quantity that cannot be negative. The input fits its schema.
 */
export function notesOnInput(schema: z.core.$ZodType, input: unknown): Message[] {
  const notes: Message[] = [];
  lookerFor(schema)?.(input, "", [input], notes);
  return notes.slice(0, MOST);
}

/** Looks at a value; `around` are the objects around it, the nearest first. */
type Looker = (value: unknown, field: string, around: readonly unknown[], notes: Message[]) => void;
type Schema = z.core.$ZodType;

const lookers = new WeakMap<Schema, { readonly looker: Looker | undefined }>();

/** Undefined for schemas whose values give nothing to note, as those of texts, flags and matrices without a unit. */
function lookerFor(schema: Schema): Looker | undefined {
  const known = lookers.get(schema);
  if (known) return known.looker;
  // A schema that contains itself is looked up when it is reached.
  lookers.set(schema, { looker: (...given) => lookers.get(schema)!.looker!(...given) });
  const parts = partsLooker(schema);
  const remark = remarkOf(schema);
  const looker: Looker | undefined =
    remark === undefined
      ? parts
      : (value, field, around, notes) => {
          if (value === undefined || value === null) return;
          notes.push(...remark(value, field));
          parts?.(value, field, around, notes);
        };
  lookers.set(schema, { looker });
  return looker;
}

function partsLooker(schema: Schema): Looker | undefined {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case "number":
      return numberLooker(schema);
    case "object":
      return objectLooker(Object.entries(def.shape));
    case "record":
      return recordLooker(def.valueType);
    case "array":
      return arrayLooker(def.element);
    case "tuple":
      return objectLooker(def.items.map((item, at) => [String(at), item]));
    case "union":
      return unionLooker(def.options);
    case "lazy":
      return (...given) => lookerFor(def.getter())?.(...given);
    case "optional":
    case "nullable":
    case "default":
    case "prefault":
    case "nonoptional":
    case "readonly":
    case "catch":
      return lookerFor(def.innerType);
    case "pipe":
      return lookerFor(def.out);
    default:
      return undefined;
  }
}

function numberLooker(schema: Schema): Looker | undefined {
  const { unit, unitIn } = z.globalRegistry.get(schema) ?? {};
  if (unit === "1" || (unit === undefined && unitIn === undefined)) return undefined;
  const found = unit ?? { unitIn: unitIn! };
  return (value, field, around, notes) => {
    if (typeof value !== "number") return;
    const written = unitFound(found, around);
    if (written !== "") notes.push(...aboveWorld(value, written, field));
  };
}

function objectLooker(shape: readonly (readonly [string, Schema])[]): Looker | undefined {
  const fields = shape.flatMap(([key, part]) => {
    const looker = lookerFor(part);
    return looker ? [{ key, looker }] : [];
  });
  if (fields.length === 0) return undefined;
  return (value, field, around, notes) => {
    if (typeof value !== "object" || value === null) return;
    const inside = value === around[0] ? around : [value, ...around];
    for (const { key, looker } of fields)
      looker((value as Fields)[key], Array.isArray(value) ? `${field}[${key}]` : below(field, key), inside, notes);
  };
}

type Fields = Readonly<Record<string, unknown>>;

function recordLooker(valueType: Schema): Looker | undefined {
  const looker = lookerFor(valueType);
  if (!looker) return undefined;
  return (value, field, around, notes) => {
    if (typeof value !== "object" || value === null) return;
    for (const [key, each] of Object.entries(value)) looker(each, below(field, key), around, notes);
  };
}

function arrayLooker(element: Schema): Looker | undefined {
  const looker = lookerFor(element);
  const hasRows = isRow(element);
  if (!looker && !hasRows) return undefined;
  return (value, field, around, notes) => {
    if (!Array.isArray(value)) return;
    if (hasRows) notes.push(...alikeRows(value, field));
    if (!looker) return;
    for (let at = 0; at < value.length && notes.length < MOST; at++)
      looker(value[at], `${field}[${at}]`, around, notes);
  };
}

/** Whether a list of these is a table: its entries have fields. */
function isRow(schema: Schema): boolean {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type === "object" || def.type === "record") return true;
  if (def.type === "union") return def.options.some(isRow);
  if (def.type === "lazy") return isRow(def.getter());
  if (def.type === "pipe") return isRow(def.out);
  return "innerType" in def && isRow(def.innerType);
}

function unionLooker(options: readonly Schema[]): Looker | undefined {
  const found = options.map((option) => ({ option, looker: lookerFor(option) }));
  if (found.every(({ looker }) => looker === undefined)) return undefined;
  return (value, field, around, notes) => {
    const fitting = found.find(({ option }) => z.safeParse(option, value).success);
    fitting?.looker?.(value, field, around, notes);
  };
}

function below(field: string, key: string): string {
  return field === "" ? key : `${field}.${key}`;
}
