import { z } from "zod";
import { type Message, messages } from "../message/message.ts";
import { alikeRows } from "./alike-rows.ts";
import { namesAround } from "./names-around.ts";
import { remarkOf } from "./remark.ts";
import { unitFound } from "./table.ts";
import { outsideUnit } from "./unit-bounds.ts";

const said = messages("tool.input", {
  belowOnePercent: {
    en: "{field} is {value} %, less than one per cent. If a share is meant, write {percent}; it was used as given.",
    zh: "{field} 为 {value} %，不足百分之一。若给出的是比例，请写 {percent}；计算按所给数值进行。",
  },
  nothing: {
    en: "{field} has no rows: the result is that of nothing.",
    zh: "{field} 没有任何行：结果为空。",
  },
  namedTwice: {
    en: "{field} names {name} more than once; what is returned for it comes as often.",
    zh: "{field} 多次列出 {name}，其结果也重复出现。",
  },
});

/** The most notes on one input: a table in the wrong unit would give one for each of its cells. */
const MOST = 20;

/**
 * What is noted on the input of any tool, beside what the tool itself has to say: values outside the range that their schema
 * believes, amounts above those of the whole world, rows that come twice, and what the schemas of its parts remark, such as a normal
 * distribution of a quantity that cannot be negative. The input fits its schema.
 */
export function notesOnInput(schema: z.core.$ZodType, input: unknown): Message[] {
  const found = lookedAt(schema, input);
  const [first] = found.percents;
  // One small percentage is nothing odd where another is large; where all are small, shares may be meant.
  const isShare = first !== undefined && found.percents.every(isSmall);
  return [...found.notes, ...(isShare ? [smallPercent(first)] : [])].slice(0, MOST);
}

/** The same for an input that a tool has refused: each of the small percentages may be why. */
export function notesOnRefused(schema: z.core.$ZodType, input: unknown): Message[] {
  const { notes, percents } = lookedAt(schema, input);
  return [...notes, ...percents.filter(isSmall).map(smallPercent)].slice(0, MOST);
}

interface Found {
  readonly notes: Message[];
  /** Every percentage that is not 0. */
  readonly percents: { readonly field: string; readonly value: number }[];
}

function lookedAt(schema: z.core.$ZodType, input: unknown): Found {
  const found: Found = { notes: [], percents: [] };
  lookerFor(schema)?.(input, "", [input], found);
  return found;
}

const isSmall = ({ value }: { readonly value: number }) => value > 0 && value < 1;

function smallPercent({ field, value }: { readonly field: string; readonly value: number }): Message {
  return said.belowOnePercent({ field, value, percent: Number((100 * value).toPrecision(12)) });
}

/** Looks at a value; `around` are the objects around it, the nearest first. */
type Looker = (value: unknown, field: string, around: readonly unknown[], found: Found) => void;
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
      : (value, field, around, found) => {
          if (value === undefined || value === null) return;
          found.notes.push(...remark(value, field));
          parts?.(value, field, around, found);
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
    case "nonoptional":
    case "readonly":
    case "catch":
      return lookerFor(def.innerType);
    case "default":
    case "prefault":
      return unlessEmpty(lookerFor(def.innerType));
    case "pipe":
      return lookerFor(def.out);
    default:
      return undefined;
  }
}

function numberLooker(schema: Schema): Looker | undefined {
  const { unit, unitIn } = z.globalRegistry.get(schema) ?? {};
  if (unit === "1" || (unit === undefined && unitIn === undefined)) return undefined;
  // Bounds are those of the dimension, which is the same by every metric.
  const of = unit?.replace("{metric}", "AR6.GWP100") ?? { unitIn: unitIn! };
  return (value, field, around, { notes, percents }) => {
    if (typeof value !== "number" || value === 0) return;
    const written = unitFound(of, around);
    if (written === "%") percents.push({ field, value });
    else if (written !== "") notes.push(...outsideUnit(value, written, field, () => namesAround(field, around)));
  };
}

function objectLooker(shape: readonly (readonly [string, Schema])[]): Looker | undefined {
  const fields = shape.flatMap(([key, part]) => {
    const looker = lookerFor(part);
    return looker ? [{ key, looker }] : [];
  });
  if (fields.length === 0) return undefined;
  return (value, field, around, found) => {
    if (typeof value !== "object" || value === null) return;
    const inside = value === around[0] ? around : [value, ...around];
    for (const { key, looker } of fields)
      looker((value as Fields)[key], Array.isArray(value) ? `${field}[${key}]` : below(field, key), inside, found);
  };
}

type Fields = Readonly<Record<string, unknown>>;

function recordLooker(valueType: Schema): Looker | undefined {
  const looker = lookerFor(valueType);
  if (!looker) return undefined;
  return (value, field, around, found) => {
    if (typeof value !== "object" || value === null) return;
    for (const [key, each] of Object.entries(value)) looker(each, below(field, key), around, found);
  };
}

function arrayLooker(element: Schema): Looker | undefined {
  const looker = lookerFor(element);
  const hasRows = isRow(element);
  if (!looker && !hasRows) return undefined;
  return (value, field, around, found) => {
    if (!Array.isArray(value)) return;
    if (hasRows && value.length === 0) found.notes.push(said.nothing({ field }));
    if (hasRows) found.notes.push(...alikeRows(value, field));
    if (!looker) return;
    for (let at = 0; at < value.length && found.notes.length < MOST; at++)
      looker(value[at], `${field}[${at}]`, around, found);
  };
}

/** What may be left out may be empty. */
function unlessEmpty(looker: Looker | undefined): Looker | undefined {
  return (
    looker && ((value, ...given) => (Array.isArray(value) && value.length === 0 ? undefined : looker(value, ...given)))
  );
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
  const parts = options.map((option) => ({ option, looker: lookerFor(option) }));
  const isSelection = isOneOrSeveral(options);
  if (!isSelection && parts.every(({ looker }) => looker === undefined)) return undefined;
  return (value, field, around, found) => {
    if (isSelection && Array.isArray(value)) {
      const twice = value.find((each, at) => value.indexOf(each) < at) as unknown;
      if (twice !== undefined) found.notes.push(said.namedTwice({ field, name: String(twice) }));
    }
    const fitting = parts.find(({ option }) => z.safeParse(option, value).success);
    fitting?.looker?.(value, field, around, found);
  };
}

/** A name or a list of names: several are selected, each once. */
function isOneOrSeveral(options: readonly Schema[]): boolean {
  const types = options.map((option) => {
    const { def } = (option as z.core.$ZodTypes)._zod;
    return def.type === "array" ? `${(def.element as z.core.$ZodTypes)._zod.def.type} list` : def.type;
  });
  return ["string", "number"].some((type) => types.includes(type as "string") && types.includes(`${type} list`));
}

function below(field: string, key: string): string {
  return field === "" ? key : `${field}.${key}`;
}
