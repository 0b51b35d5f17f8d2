import { type Message, messages } from "../../message/message.ts";
import { someOf } from "../../message/some-of.ts";
import type { DatasetColumns } from "../../tool/read.ts";
import { BorderError } from "../border-error.ts";
import { isSameProcess, routeName } from "./route-name.ts";

const texts = messages("border.benchmark", {
  none: {
    en: "This edition has no benchmark for {code}. Give one in benchmark (t CO2e/t), with its source.",
    zh: "此版本没有 {code} 的基准值。请在 benchmark 中给出（t CO2e/t）并注明来源。",
  },
  unknownRoute: {
    en: 'route is "{route}", but the benchmarks of {code} are for {routes}.',
    zh: "route 为“{route}”，而 {code} 的基准值适用于 {routes}。",
  },
  several: {
    en: "Several benchmarks may apply to {code}: {benchmarks}. The lowest is used, which gives the highest obligation; give route, or a code of 8 digits, to choose another.",
    zh: "{code} 可能适用多个基准值：{benchmarks}。此处取最低值，即义务最高者；可用 route 或 8 位编码另行选择。",
  },
  beside: {
    en: "{code} has no benchmark of its own: {codes} have {value} t CO2e/t, which is used.",
    zh: "{code} 没有自己的基准值：{codes} 的基准值均为 {value} t CO2e/t，予以采用。",
  },
  differ: {
    en: "{code} has no benchmark of its own, and those around it differ: {benchmarks}. Give the code of 8 digits, or benchmark.",
    zh: "{code} 没有自己的基准值，而邻近编码的基准值不一：{benchmarks}。请给出 8 位编码或 benchmark。",
  },
  otherGrade: {
    en: "The annex names route {route} ({name}), for which {code} has no benchmark: that of the same process for another grade of steel is used, {used}.",
    zh: "附件所列路线为 {route}（{name}），而 {code} 没有该路线的基准值：采用同一工艺其他钢种的基准值，即 {used}。",
  },
  one: { en: "{route}: {value}", zh: "{route}：{value}" },
  ofCodes: { en: "{route}: {value} (CN {codes})", zh: "{route}：{value}（CN {codes}）" },
  ofRoute: { en: "{route} ({name})", zh: "{route}（{name}）" },
  anyRoute: { en: "any route", zh: "任意路线" },
});

/** Production years of the benchmarks that the annex marks 1 and 2; the second stands for later ones too. */
const periods: readonly { readonly mark: string; readonly until: number }[] = [
  { mark: "1", until: 2027 },
  { mark: "2", until: Number.POSITIVE_INFINITY },
];

export interface Benchmark {
  /** CN code of 8 digits. */
  readonly code: string;
  /** As the annex prints it: a letter of route, a mark of production years, or both (F/1); null for all. */
  readonly indicator: string | null;
  /** The letter; null for all routes. */
  readonly route: string | null;
  /** The mark of production years; null for all. */
  readonly period: string | null;
  /** t CO2e/t. */
  readonly value: number;
}

export interface ChosenBenchmark {
  readonly value: number;
  readonly route: string | null;
  readonly notes: readonly Message[];
}

/** What a benchmark is looked up by. */
export interface BenchmarkAsked {
  readonly code: string;
  /** Route that the caller names. */
  readonly own: string | undefined;
  /** Route of the default value. */
  readonly standard: string | null;
  /** Year of production. */
  readonly year: number;
}

/** The benchmarks of goods declared with default values (Implementing Regulation (EU) 2025/2620, Annex, point 5.3, column B). */
export class Benchmarks {
  private readonly all: readonly Benchmark[];

  constructor(columns: DatasetColumns) {
    const [code, route] = [columns.texts("cn_code"), columns.texts("route")];
    const value = columns.numbers("benchmark_tco2e_per_t");
    this.all = Array.from({ length: columns.rows }, (_, row) => {
      const indicator = route[row] ?? null;
      const parts = indicator?.split("/") ?? [];
      return {
        code: code[row]!,
        indicator,
        route: parts.find((part) => /^[A-Z]$/.test(part)) ?? null,
        period: parts.find((part) => /^\d$/.test(part)) ?? null,
        value: value[row]!,
      };
    });
  }

  /**
   * The benchmark of a code, route and year. By point 5.1 of the Annex the route is that of the default value, and of several grades
   * of steel made by it the highest benchmark holds; of several routes that may apply the lowest is taken, which is said. A code
   * between those of the table takes what all codes of its heading agree on. Throws BorderError.
   */
  choose({ code, own, standard, year }: BenchmarkAsked): ChosenBenchmark {
    const { found, isExact } = this.around(code);
    if (found.length === 0) throw new BorderError("good", texts.none({ code }));
    const { mark } = periods.find(({ until }) => year <= until)!;
    const ofYear = found.filter(({ period }) => period === null || period === mark);
    const { apply, notes } = own === undefined ? ofStandard(ofYear, standard, code) : ofOwn(found, ofYear, own, code);
    const values = new Set(apply.map(({ value }) => value));
    if (!isExact && values.size > 1) throw new BorderError("good", texts.differ({ code, benchmarks: named(apply) }));
    const isOneProcess = apply.every(
      ({ route, code: of }) =>
        of === apply[0]!.code && route !== null && apply[0]!.route !== null && isSameProcess(route, apply[0]!.route),
    );
    const chosen = apply.reduce((best, each) =>
      (isOneProcess ? each.value > best.value : each.value < best.value) ? each : best,
    );
    const { value, route } = chosen;
    if (!isExact)
      notes.push(texts.beside({ code, value, codes: someOf([...new Set(apply.map((each) => each.code))]) }));
    if (values.size > 1 && !isOneProcess) notes.push(texts.several({ code, benchmarks: named(apply) }));
    return { value, route: values.size === 1 ? (route ?? standard) : route, notes };
  }

  /** Those of the code, of codes below it, or of the code that it belongs to; else those of its heading of 6, then of 4 digits. */
  private around(code: string): { readonly found: readonly Benchmark[]; readonly isExact: boolean } {
    const exact = this.all.filter((each) => each.code.startsWith(code) || code.startsWith(each.code));
    if (exact.length > 0) return { found: exact, isExact: true };
    const heading = [6, 4]
      .map((digits) => code.slice(0, digits))
      .find((of) => this.all.some((each) => each.code.startsWith(of)));
    return {
      found: heading === undefined ? [] : this.all.filter((each) => each.code.startsWith(heading)),
      isExact: false,
    };
  }
}

interface Applying {
  readonly apply: readonly Benchmark[];
  readonly notes: Message[];
}

/** Those of the route that the annex of default values names. */
function ofStandard(ofYear: readonly Benchmark[], standard: string | null, code: string): Applying {
  if (standard === null) return { apply: ofYear, notes: [] };
  const exact = ofYear.filter(({ route }) => route === null || route === standard);
  if (exact.length > 0) return { apply: exact, notes: [] };
  const alike = ofYear.filter(({ route }) => isSameProcess(route!, standard));
  if (alike.length === 0) return { apply: ofYear, notes: [] };
  const name = routeName(standard);
  return { apply: alike, notes: [texts.otherGrade({ route: standard, name, code, used: named(alike) })] };
}

/** Those of the route that the caller names by its letter, or by the whole indicator as the annex prints it. */
function ofOwn(found: readonly Benchmark[], ofYear: readonly Benchmark[], own: string, code: string): Applying {
  const wanted = own.replaceAll(/[\s()]/g, "").toUpperCase();
  const printed = found.filter(({ indicator }) => indicator === wanted);
  const apply = printed.length > 0 ? printed : ofYear.filter(({ route }) => route === null || route === wanted);
  if (apply.length > 0) return { apply, notes: [] };
  const routes = [...new Map(ofYear.map(({ route }) => [route, nameOf(route)])).values()];
  throw new BorderError("route", texts.unknownRoute({ route: own, code, routes }));
}

function nameOf(route: string | null): Message {
  return route === null ? texts.anyRoute() : texts.ofRoute({ route, name: routeName(route) });
}

/** Benchmarks by their routes and values, with the codes of each where these differ. */
function named(benchmarks: readonly Benchmark[]) {
  const isOneCode = new Set(benchmarks.map(({ code }) => code)).size === 1;
  const alike = new Map<string, Benchmark[]>();
  for (const each of benchmarks) {
    const key = `${each.route}|${each.value}`;
    alike.set(key, [...(alike.get(key) ?? []), each]);
  }
  return someOf(
    [...alike.values()].map((group) => {
      const { route, value } = group[0]!;
      const text = { route: nameOf(route), value };
      return isOneCode ? texts.one(text) : texts.ofCodes({ ...text, codes: someOf(group.map(({ code }) => code)) });
    }),
  );
}
