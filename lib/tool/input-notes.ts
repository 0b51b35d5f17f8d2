import { z } from "zod";
import { type Message, messages } from "../message/message.ts";
import { alikeRows } from "./alike-rows.ts";
import { pathOf } from "./input-problems.ts";
import { namesAround } from "./names-around.ts";
import { remarkOf } from "./remark.ts";
import { unitFound } from "./table.ts";
import { isOrdinary, outsideUnit } from "./unit-bounds.ts";

const texts = messages("tool.input", {
  belowOnePercent: {
    en: "{field} is {value} %, less than one per cent. If a share is meant, write {percent}; it was used as given.",
    zh: "{field} 为 {value} %，不足百分之一。若给出的是比例，请写 {percent}；计算按所给数值进行。",
  },
  nothing: {
    en: "{field} has no rows: the result is that of nothing.",
    zh: "{field} 没有任何行：结果为空。",
  },
  namedTwice: {
    en: "{field} names {name} more than once; it was used as often. Delete the copies.",
    zh: "{field} 多次列出 {name}，均已采用。请删除重复项。",
  },
});

/** The most notes on one input: a table in the wrong unit would give one for each of its cells. */
const MOST = 20;

/**
 * What is noted on the input of any tool, beside what the tool itself has to say: values outside the range that their schema
 * believes, amounts above those of the whole world, rows and names that come twice, and what the schemas of its parts remark, such as
 * a normal distribution of a quantity that cannot be negative. The input fits its schema.
 */
export function notesOnInput(schema: z.core.$ZodType, input: unknown): Message[] {
  const found = lookedAt(schema, input);
  const [first] = found.smallPercents;
  // One small percentage is nothing odd where another is large; where all are small, shares may be meant.
  const isShare = first !== undefined && !found.hasLargePercent;
  return [...found.notes, ...(isShare ? [smallPercent(first)] : [])].slice(0, MOST);
}

/** The same for an input that a tool has refused: each of the small percentages may be why. */
export function notesOnRefused(schema: z.core.$ZodType, input: unknown): Message[] {
  const { notes, smallPercents } = lookedAt(schema, input);
  return [...notes, ...smallPercents.map(smallPercent)].slice(0, MOST);
}

interface Percent {
  readonly field: string;
  readonly value: number;
}

/** Where in an input a looker is, and what has been found. One is changed all along: tables have millions of numbers. */
interface Walk {
  readonly path: (string | number)[];
  /** The objects around, the outermost first. */
  readonly around: unknown[];
  readonly notes: Message[];
  /** The first percentages above 0 and below 1. */
  readonly smallPercents: Percent[];
  hasLargePercent: boolean;
}

function lookedAt(schema: z.core.$ZodType, input: unknown): Walk {
  const walk: Walk = { path: [], around: [input], notes: [], smallPercents: [], hasLargePercent: false };
  lookerFor(schema)?.(input, walk);
  return walk;
}

function smallPercent({ field, value }: Percent): Message {
  return texts.belowOnePercent({ field, value, percent: Number((100 * value).toPrecision(12)) });
}

/** Looks at the value at the walk's path. */
type Looker = (value: unknown, walk: Walk) => void;
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
      : (value, walk) => {
          if (value === undefined || value === null) return;
          walk.notes.push(...remark(value, pathOf(walk.path)));
          parts?.(value, walk);
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
      return arrayLooker(def.element, z.globalRegistry.get(schema));
    case "tuple":
      return objectLooker(def.items.map((item, at) => [at, item]));
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
  const unitOf = typeof of === "string" ? constantUnit(unitFound(of, [])) : unitAround(of);
  return (value, walk) => {
    if (typeof value !== "number" || value === 0) return;
    const written = unitOf(walk);
    if (written === "%") notePercent(value, walk);
    else if (written !== "" && !isOrdinary(value, written)) noteUnit(value, written, walk);
  };
}

function notePercent(value: number, walk: Walk): void {
  if (!(value > 0 && value < 1)) walk.hasLargePercent = true;
  else if (walk.smallPercents.length < MOST) walk.smallPercents.push({ field: pathOf(walk.path), value });
}

function noteUnit(value: number, unit: string, { path, around, notes }: Walk): void {
  const field = pathOf(path);
  notes.push(...outsideUnit(value, unit, field, () => namesAround(field, around.toReversed())));
}

const constantUnit = (unit: string) => () => unit;

/** The unit of a number by the objects around it, looked up once for those that stand in one object, as the cells of a matrix. */
function unitAround(of: { readonly unitIn: string }): (walk: Walk) => string {
  let known: { readonly walk: Walk; readonly inside: unknown; readonly unit: string } | undefined;
  return (walk) => {
    const inside = walk.around.at(-1);
    if (known?.walk === walk && known.inside === inside) return known.unit;
    const beside = (inside as Fields | undefined)?.[of.unitIn];
    const unit = typeof beside === "string" ? beside : unitFound(of, walk.around.toReversed());
    known = { walk, inside, unit };
    return unit;
  };
}

function objectLooker(shape: readonly (readonly [string | number, Schema])[]): Looker | undefined {
  const fields = shape.flatMap(([key, part]) => {
    const looker = lookerFor(part);
    return looker ? [{ key, looker }] : [];
  });
  if (fields.length === 0) return undefined;
  return (value, walk) => {
    if (typeof value !== "object" || value === null) return;
    const isInner = value !== walk.around.at(-1);
    if (isInner) walk.around.push(value);
    for (const { key, looker } of fields) below(walk, key, looker, (value as Fields)[key]);
    if (isInner) walk.around.pop();
  };
}

function below(walk: Walk, step: string | number, looker: Looker, value: unknown): void {
  walk.path.push(step);
  looker(value, walk);
  walk.path.pop();
}

type Fields = Readonly<Record<string, unknown>>;

function recordLooker(valueType: Schema): Looker | undefined {
  const looker = lookerFor(valueType);
  if (!looker) return undefined;
  return (value, walk) => {
    if (typeof value !== "object" || value === null) return;
    for (const key of Object.keys(value)) below(walk, key, looker, (value as Fields)[key]);
  };
}

function arrayLooker(
  element: Schema,
  { mayRepeat = false, mayBeEmpty = false }: z.GlobalMeta = {},
): Looker | undefined {
  const looker = lookerFor(element);
  const hasRows = isRow(element);
  const hasNames = !mayRepeat && typesOf(element).includes("string");
  if (!looker && !hasRows && !hasNames) return undefined;
  return (value, walk) => {
    if (!Array.isArray(value)) return;
    if (hasRows && value.length === 0 && !mayBeEmpty) walk.notes.push(texts.nothing({ field: pathOf(walk.path) }));
    if (hasRows) walk.notes.push(...alikeRows(value, () => pathOf(walk.path)));
    if (hasNames) noteTwice(value, walk);
    if (!looker) return;
    const at = walk.path.push(0) - 1;
    for (let i = 0; i < value.length && walk.notes.length < MOST; i++) {
      walk.path[at] = i;
      looker(value[i], walk);
    }
    walk.path.pop();
  };
}

/** Nobody lists more by hand, and a table's labels are checked by its tool. */
const LISTED = 10_000;

/** A region, method or year that is listed twice counts twice. */
function noteTwice(names: readonly unknown[], { path, notes }: Walk): void {
  if (names.length > LISTED) return;
  const once = new Set<unknown>();
  const twice = new Set<unknown>();
  for (const name of names) if (name !== null) (once.has(name) ? twice : once).add(name);
  for (const name of twice) {
    if (notes.length >= MOST) return;
    notes.push(texts.namedTwice({ field: pathOf(path), name: String(name) }));
  }
}

/** What may be left out may be empty. */
function unlessEmpty(looker: Looker | undefined): Looker | undefined {
  return looker && ((value, walk) => (Array.isArray(value) && value.length === 0 ? undefined : looker(value, walk)));
}

/** Whether a list of these is a table: its entries have fields. */
function isRow(schema: Schema): boolean {
  return typesOf(schema).includes("object");
}

type Kind = "number" | "string" | "object" | "array" | "other";

/** What the values of a schema are in JSON: several for a union. */
function typesOf(schema: Schema): readonly Kind[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case "number":
      return ["number"];
    case "string":
    case "enum":
    case "template_literal":
      return ["string"];
    case "literal":
      return [...new Set(def.values.map(kindOf))];
    case "object":
    case "record":
      return ["object"];
    case "array":
    case "tuple":
      return ["array"];
    case "union":
      return [...new Set(def.options.flatMap(typesOf))];
    case "lazy":
      return typesOf(def.getter());
    case "pipe":
      // What prepares a value says nothing of it.
      return typesOf((def.in as z.core.$ZodTypes)._zod.def.type === "transform" ? def.out : def.in);
    case "boolean":
    case "null":
      return ["other"];
    default:
      return "innerType" in def ? typesOf(def.innerType) : ["number", "string", "object", "array", "other"];
  }
}

function kindOf(value: unknown): Kind {
  if (typeof value === "number") return "number";
  if (typeof value === "string") return "string";
  if (Array.isArray(value)) return "array";
  return typeof value === "object" && value !== null ? "object" : "other";
}

interface Option {
  readonly schema: Schema;
  readonly looker: Looker | undefined;
}

function unionLooker(options: readonly Schema[]): Looker | undefined {
  const parts = options.map((schema): Option => ({ schema, looker: lookerFor(schema) }));
  const isSelection = isOneOrSeveral(options);
  if (!isSelection && parts.every(({ looker }) => looker === undefined)) return undefined;
  const byKind = new Map<Kind, readonly Option[]>();
  for (const kind of ["number", "string", "object", "array", "other"] as const)
    byKind.set(
      kind,
      parts.filter(({ schema }) => typesOf(schema).includes(kind)),
    );
  return (value, walk) => {
    if (isSelection && Array.isArray(value)) noteTwice(value, walk);
    const possible = byKind.get(kindOf(value))!;
    if (possible.every(({ looker }) => looker === undefined)) return;
    // Where one option alone can be meant, the value need not be parsed again.
    const fitting =
      possible.length === 1 ? possible[0] : possible.find(({ schema }) => z.safeParse(schema, value).success);
    fitting?.looker?.(value, walk);
  };
}

/** A number or a list of numbers, as of years: several are selected, each once. Lists of names are looked at anyway. */
function isOneOrSeveral(options: readonly Schema[]): boolean {
  const lists = options.flatMap((option) => {
    const { def } = (option as z.core.$ZodTypes)._zod;
    return def.type === "array" ? [typesOf(def.element)] : [];
  });
  return options.some((option) => typesOf(option).includes("number")) && lists.some((each) => each.join() === "number");
}
