import { z } from "zod";
import { Fault } from "../../../../lib/message/fault.ts";
import { uninterrupted } from "../../../../lib/numeric/work.ts";
import { callTool } from "../../../../lib/tool/call.ts";
import type { Read } from "../../../../lib/tool/read.ts";
import { unitFound } from "../../../../lib/tool/table.ts";
import type { Tool } from "../../../../lib/tool/tool.ts";
import { outsideUnit } from "../../../../lib/tool/unit-bounds.ts";
import { shipped } from "../../inventory/company/calling.ts";
import { changedAt, type Path, valueAt } from "./input-paths.ts";

/** What a tool makes of an absurd number. */
export type Outcome =
  /** It refuses the input. */
  | "refused"
  /** The result has a sentence that it does not have for the example. */
  | "noted"
  /** The result is that of the example: the number was not needed for it. */
  | "unneeded"
  /** The result is another, and nothing is said: right only where the number may be so large, so small or below zero. */
  | "silent";

export interface Tried {
  readonly outcome: Outcome;
  /** What is wrong with the outcome, if anything. */
  readonly fails: readonly string[];
  readonly said: readonly string[];
}

/** What an example gives, with which the others are compared. */
export interface Ordinary {
  readonly sentences: ReadonlySet<string>;
  readonly result: string;
  /** The first and last years of the tables that were read for it. */
  readonly years: readonly (readonly [first: number, last: number])[];
}

type Called = { readonly result: unknown } | { readonly error: unknown };

async function calling(tool: Tool, input: unknown, read: Read = shipped): Promise<Called> {
  try {
    return { result: await callTool(tool, input, uninterrupted, read) };
  } catch (error) {
    return { error };
  }
}

export async function ordinary(tool: Tool, input: unknown): Promise<Ordinary> {
  const years: (readonly [number, number])[] = [];
  const watched: Read = async (dataset, part) => {
    const columns = await shipped(dataset, part);
    if (columns.has("year")) years.push(spanOf(columns.numbers("year")));
    return columns;
  };
  const called = await calling(tool, input, watched);
  if ("error" in called) throw called.error;
  return { sentences: new Set(sentencesIn(called.result)), result: JSON.stringify(called.result), years };
}

function spanOf(years: ArrayLike<number | bigint | null>): readonly [first: number, last: number] {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let row = 0; row < years.length; row++) {
    const year = years[row];
    if (year === null || year === undefined) continue;
    first = Math.min(first, Number(year));
    last = Math.max(last, Number(year));
  }
  return [first, last];
}

/** Calls a tool with another value at a path of its example. */
export async function tryAt(tool: Tool, example: object, path: Path, value: unknown, base: Ordinary): Promise<Tried> {
  const input = changedAt(example, path, () => value);
  const called = await calling(tool, input);
  if ("error" in called) return refused(called.error, path);
  const { result } = called;
  const all = sentencesIn(result);
  const said = all.filter((sentence) => !base.sentences.has(sentence));
  const fails = [...all.flatMap(showsThrough), ...notFiniteIn(result)];
  if (said.length > 0) return { outcome: "noted", fails, said };
  if (JSON.stringify(result) === base.result) return { outcome: "unneeded", fails, said };
  return { outcome: "silent", fails: [...fails, ...mustBeSaid(tool, input, path, value, base)], said };
}

function refused(error: unknown, path: Path): Tried {
  if (!(error instanceof Fault)) return { outcome: "refused", fails: [`raw error: ${String(error)}`], said: [] };
  const { message } = error;
  const fails = showsThrough(message);
  const names = path.filter((step) => typeof step === "string").slice(-2);
  const isNamed = names.some((name) => message.includes(name) || error.field?.includes(name));
  return { outcome: "refused", fails: isNamed ? fails : [...fails, `names no field: ${message}`], said: [message] };
}

/** A number that no one can have may not be answered in silence: above the world's or far from all factors, or of a year that no table has. */
function mustBeSaid(tool: Tool, input: unknown, path: Path, value: unknown, base: Ordinary): string[] {
  if (typeof value !== "number") return [];
  if (isYear(path)) {
    const isOutside = base.years.length > 0 && base.years.every(([first, last]) => value < first || value > last);
    return isOutside ? [`a year that no table has, in silence: ${value}`] : [];
  }
  const unit = unitAt(tool.input, input, path);
  const above = unit === undefined || unit === "" ? [] : outsideUnit(value, unit, path.join("."));
  return above.length > 0 ? [`beyond its bounds, in silence: ${value} ${unit}`] : [];
}

/** Whether a number of the example is a year. */
export function isYear(path: Path): boolean {
  const name = path.findLast((step) => typeof step === "string");
  return typeof name === "string" && /^(?:year|years|from|to|since|until|base|baseYear)$|Year$|^year/.test(name);
}

function showsThrough(sentence: string): string[] {
  // A null that was given is named as what it is, as in a query.
  const own = sentence.replaceAll("is null", "");
  return /\bNaN\b|\bundefined\b|\[object|\bnull\b/.test(own) ? [`shows through: ${sentence}`] : [];
}

/** Sentences of a result: texts of several words, but for JSON. */
export function sentencesIn(value: unknown): string[] {
  if (typeof value === "string") return /^[^[{]\S* \S+ \S+ \S/.test(value) ? [value] : [];
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return [];
  return Object.values(value).flatMap(sentencesIn);
}

function notFiniteIn(value: unknown, path: Path = []): string[] {
  if (typeof value === "number") return Number.isFinite(value) ? [] : [`not finite: ${path.join(".")}`];
  if (typeof value !== "object" || value === null) return [];
  if (ArrayBuffer.isView(value))
    return (value as Float64Array).every(Number.isFinite) ? [] : [`not finite: ${path.join(".")}`];
  return Object.entries(value).flatMap(([key, each]) => notFiniteIn(each, [...path, key]));
}

/** The unit that the schema gives the number at a path; undefined if it declares none. */
export function unitAt(schema: z.core.$ZodType, input: unknown, path: Path): string | undefined {
  const places = path.map((_, at) => valueAt(input, path.slice(0, at))).reverse();
  for (const leaf of schemasAt(schema, path)) {
    const { unit, unitIn } = metaOf(leaf);
    if (unit !== undefined) return unit.replace("{metric}", "AR6.GWP100");
    if (unitIn !== undefined) return unitFound({ unitIn }, places);
  }
  return undefined;
}

function metaOf(schema: z.core.$ZodType): { readonly unit?: string; readonly unitIn?: string } {
  return z.globalRegistry.get(schema) ?? {};
}

function schemasAt(schema: z.core.$ZodType, path: Path): z.core.$ZodType[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type === "union") return def.options.flatMap((option) => schemasAt(option, path));
  if (def.type === "lazy") return schemasAt(def.getter(), path);
  if (def.type === "pipe") return schemasAt(def.out, path);
  if ("innerType" in def) return schemasAt(def.innerType, path);
  const [step, ...rest] = path;
  if (step === undefined) return [schema];
  if (def.type === "object") return def.shape[step] ? schemasAt(def.shape[step], rest) : [];
  if (def.type === "record") return schemasAt(def.valueType, rest);
  if (def.type === "array") return schemasAt(def.element, rest);
  if (def.type === "tuple") return def.items[Number(step)] ? schemasAt(def.items[Number(step)]!, rest) : [];
  return [];
}
