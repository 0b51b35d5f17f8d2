import { type Message, messages } from "../../message/message.ts";
import type { Read } from "../../tool/read.ts";
import { BorderError } from "../border-error.ts";
import { Benchmarks, type ChosenBenchmark } from "./benchmark.ts";
import { DefaultValues, defaultDatasets, type FoundGood } from "./default-value.ts";
import { FactorSchedule } from "./factor-schedule.ts";
import { digitsOf } from "./good-list.ts";
import { Markups } from "./markup.ts";
import { routeName } from "./route-name.ts";
import { sectorName } from "./sector-name.ts";

const texts = messages("border.declaration", {
  implausible: {
    en: "The actual emissions of {code} are {counted} t/t, more than {times} times its default value of {value} t/t, which already stands for installations that emit much. Check the value and its unit; it was used as given.",
    zh: "{code} 的实际排放为 {counted} t/t，超过其默认值 {value} t/t 的 {times} 倍，而默认值已代表排放较高的设施。请核对数值与单位；计算按所给数值进行。",
  },
  noDefault: {
    en: "{code} has no default value for {origin} in this edition. Give actual emissions.",
    zh: "此版本中 {code} 没有 {origin} 的默认值，请给出实际排放（actual）。",
  },
  indirectMissing: {
    en: "actual.indirect is missing; indirect emissions count for {code} ({sector}). Give them, or 0.",
    zh: "缺少 actual.indirect；{code}（{sector}）须计间接排放。请给出数值，没有则为 0。",
  },
  indirectIgnored: {
    en: "Indirect emissions do not count for {code} ({sector}): actual.indirect is left out.",
    zh: "{code}（{sector}）不计间接排放：actual.indirect 未计入。",
  },
  columnB: {
    en: "The benchmark is that of the whole good (column B), which the regulation keeps for default values. For actual values it takes column A for the process itself and adds the free allocation of the precursors; give their sum as a benchmark of your own.",
    zh: "此处的基准值为商品整体的（B 列），条例将其用于默认值；实际值则取 A 列（工艺自身），再加前体的免费配额；可自行给出两者之和作为基准值。",
  },
  ownBenchmark: { en: "The benchmark is the caller's.", zh: "基准值由调用者给出。" },
});

/** The datasets that a declaration is valued with. */
export const cbamDatasets = [...defaultDatasets, "cbam_benchmark", "cbam_markup", "cbam_factor"] as const;

/** The tables of the mechanism. */
export interface CbamTables {
  readonly defaults: DefaultValues;
  readonly benchmarks: Benchmarks;
  readonly markups: Markups;
  readonly factors: FactorSchedule;
}

export async function readCbamTables(read: Read): Promise<CbamTables> {
  const [defaults, benchmarks, markups, factors] = await Promise.all([
    DefaultValues.read(read),
    read("cbam_benchmark"),
    read("cbam_markup"),
    read("cbam_factor"),
  ]);
  return {
    defaults,
    benchmarks: new Benchmarks(benchmarks),
    markups: new Markups(markups),
    factors: new FactorSchedule(factors),
  };
}

/** Actual specific embedded emissions, t CO2e/t. */
export interface Actual {
  readonly direct: number;
  readonly indirect?: number | undefined;
}

/** What is asked about a good. */
export interface Asked {
  readonly good: string;
  readonly origin: string;
  readonly route?: string | undefined;
  readonly benchmark?: number | undefined;
}

/** The good of a code and its default value for the origin. Throws BorderError. */
export function goodOf({ defaults }: CbamTables, { good, origin, route }: Asked): FoundGood {
  return defaults.find(good, origin, route);
}

/** The benchmark of a good in a year of production. Throws BorderError. */
export function benchmarkOf(
  { benchmarks }: CbamTables,
  found: FoundGood,
  { good, route, benchmark }: Asked,
  year: number,
): ChosenBenchmark {
  const standard = found.value?.route ?? null;
  if (benchmark !== undefined) return { value: benchmark, route: route ?? standard, notes: [texts.ownBenchmark()] };
  const digits = digitsOf(good).slice(0, 8);
  const code = digits.length >= found.good.code.length ? digits : found.good.code;
  return benchmarks.choose({ code, own: route, standard, year });
}

/** What a declaration was matched with, for the result. */
export function matchOf({ good, other }: FoundGood, { route }: ChosenBenchmark) {
  const { code, sector, description } = good;
  return { code, sector, description, route, routeName: route && routeName(route), otherCountries: other };
}

/** How many default values actual emissions may be without a note: a choice of this library, to find units that were mistaken. */
const MOST_OF_DEFAULT = 10;

/** The actual emissions that count for a good, t CO2e/t, and what is said about them. Throws BorderError. */
export function countedActual(
  { good, value, countsIndirect }: FoundGood,
  { direct, indirect }: Actual,
  ownBenchmark: boolean,
): { readonly specific: number; readonly notes: readonly Message[] } {
  const { code } = good;
  const sector = sectorName(good.sector);
  const notes = ownBenchmark ? [] : [texts.columnB()];
  const counted = direct + (countsIndirect ? (indirect ?? 0) : 0);
  if (value?.total !== null && value?.total !== undefined && value.total > 0 && counted > MOST_OF_DEFAULT * value.total)
    notes.push(texts.implausible({ code, counted, value: value.total, times: MOST_OF_DEFAULT }));
  if (countsIndirect) {
    if (indirect === undefined) throw new BorderError("actual.indirect", texts.indirectMissing({ code, sector }));
    return { specific: direct + indirect, notes };
  }
  if (indirect !== undefined && indirect !== 0) notes.push(texts.indirectIgnored({ code, sector }));
  return { specific: direct, notes };
}

/** The default value of a good, which it must have. Throws BorderError. */
export function totalDefault({ good, value }: FoundGood, origin: string): number {
  if (!value) throw new BorderError("good", texts.noDefault({ code: good.code, origin }));
  return value.total;
}
