import { z } from "zod";
import { type Message, messages } from "../message/message.ts";
import type { DatasetColumns, Read } from "./read.ts";
import { yearIn } from "./year.ts";

const texts = messages("tool", {
  outsideYears: {
    en: "{field} is {year}, but the data that it is looked up in have the years {first} to {last} ({datasets:and}). Choose a year in that range.",
    zh: "{field} 为 {year}，但所查数据的年份为 {first} 至 {last}（{datasets:and}）。请选择此范围内的年份。",
  },
  moreDatasets: { en: "{count} more", zh: "另外 {count} 个数据集" },
});

/** The most datasets that a sentence names. */
const NAMED = 2;

/** The datasets in which a year is looked up; not if the input has data of its own in a field. */
interface YearsOf {
  readonly datasets: readonly string[];
  readonly unless?: string;
}

/** A year for which a tool reads these datasets: one before or after all that they have is refused, with their span. */
export function tableYear(datasets: readonly string[], unless?: string) {
  const yearsOf: YearsOf = unless === undefined ? { datasets } : { datasets, unless };
  return yearIn.meta({ yearsOf });
}

/** The reading of a tool, watched: which years its datasets have. */
export interface WatchedRead {
  readonly read: Read;
  /** The first year of the input that is outside of what was read for it. */
  outside(): Message | undefined;
}

/** Watches what a tool reads for the years of its input; without such years the reading stays as it is. */
export function watchYears(schema: z.ZodType, input: unknown, read: Read): WatchedRead {
  const fields = yearFields(schema);
  if (fields.length === 0) return { read, outside: () => undefined };
  const seen = new Map<string, DatasetColumns>();
  return {
    async read(dataset, part) {
      const columns = await read(dataset, part);
      seen.set(dataset, columns);
      return columns;
    },
    outside() {
      for (const [field, years] of fields) {
        const problem = problemOf(field, years, input as Fields, seen);
        if (problem) return problem;
      }
      return undefined;
    },
  };
}

type Fields = Readonly<Record<string, unknown>>;

function problemOf(
  field: string,
  { datasets, unless }: YearsOf,
  input: Fields,
  seen: ReadonlyMap<string, DatasetColumns>,
): Message | undefined {
  if (unless !== undefined && [input[unless] ?? []].flat().length > 0) return undefined;
  const given = [input[field]].flat().filter((year) => typeof year === "number");
  const read = datasets.filter((dataset) => seen.get(dataset)?.has("year"));
  if (given.length === 0 || read.length === 0) return undefined;
  const spans = read.map((dataset) => spanOf(seen.get(dataset)!));
  const first = Math.min(...spans.map(([from]) => from));
  const last = Math.max(...spans.map(([, to]) => to));
  // Of several years, those that the tables lack are named beside the others.
  if (given.some((year) => year >= first && year <= last)) return undefined;
  const rest = read.length - NAMED;
  const named = rest > 1 ? [...read.slice(0, NAMED), texts.moreDatasets({ count: rest })] : read;
  return texts.outsideYears({ field, year: given[0]!, datasets: named, first, last });
}

const spans = new WeakMap<DatasetColumns, readonly [number, number]>();

function spanOf(columns: DatasetColumns): readonly [first: number, last: number] {
  const known = spans.get(columns);
  if (known) return known;
  const years = columns.numbers("year");
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let row = 0; row < columns.rows; row++) {
    const year = years[row];
    if (year === null || year === undefined) continue;
    first = Math.min(first, Number(year));
    last = Math.max(last, Number(year));
  }
  spans.set(columns, [first, last]);
  return [first, last];
}

const found = new WeakMap<z.ZodType, readonly (readonly [string, YearsOf])[]>();

/** The fields of an input that are years of datasets, one or several each. */
function yearFields(schema: z.ZodType): readonly (readonly [field: string, YearsOf])[] {
  const known = found.get(schema);
  if (known) return known;
  const shape = schema instanceof z.ZodObject ? (schema.shape as Readonly<Record<string, z.core.$ZodType>>) : {};
  const fields = Object.entries(shape).flatMap(([field, type]) => {
    const years = yearsOf(type);
    return years ? [[field, years] as const] : [];
  });
  found.set(schema, fields);
  return fields;
}

function yearsOf(type: z.core.$ZodType): YearsOf | undefined {
  const own = z.globalRegistry.get(type)?.yearsOf as YearsOf | undefined;
  if (own) return own;
  const { def } = (type as z.core.$ZodTypes)._zod;
  if (def.type === "array") return yearsOf(def.element);
  if (def.type === "union") return def.options.map(yearsOf).find((years) => years !== undefined);
  return "innerType" in def ? yearsOf(def.innerType) : undefined;
}
