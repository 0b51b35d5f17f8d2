import { type Message, messages } from "../../message/message.ts";
import { someOf } from "../../message/some-of.ts";
import type { DatasetColumns } from "../../tool/read.ts";
import { BorderError } from "../border-error.ts";

const said = messages("border.benchmark", {
  none: {
    en: "This edition has no benchmark for {code}. Give one in benchmark (t CO2e/t), with its source.",
    zh: "此版本没有 {code} 的基准值。请在 benchmark 中给出（t CO2e/t）并注明来源。",
  },
  unknownRoute: {
    en: 'route is "{route}", but the benchmarks of {code} are for {routes}.',
    zh: "route 为“{route}”，而 {code} 的基准值适用于 {routes}。",
  },
  several: {
    en: "Several benchmarks may apply to {code}: {benchmarks}. The lowest is used, which gives the highest obligation; give route to choose another. The regulation says what 1 and 2 stand for; its legend was not at hand.",
    zh: "{code} 可能适用多个基准值：{benchmarks}。此处取最低值，即义务最高者；可用 route 另行选择。1 和 2 的含义见条例，其图例未能取得。",
  },
  one: { en: "{route}: {value}", zh: "{route}：{value}" },
  anyRoute: { en: "any route", zh: "任意路线" },
});

export interface Benchmark {
  /** CN code of 8 digits. */
  readonly code: string;
  /** Null for all routes. */
  readonly route: string | null;
  /** t CO2e/t. */
  readonly value: number;
}

export interface ChosenBenchmark {
  readonly value: number;
  readonly route: string | null;
  readonly notes: readonly Message[];
}

/** The benchmarks of goods declared with default values (Implementing Regulation (EU) 2025/2620, column B). */
export class Benchmarks {
  private readonly all: readonly Benchmark[];

  constructor(columns: DatasetColumns) {
    const [code, route] = [columns.texts("cn_code"), columns.texts("route")];
    const value = columns.numbers("benchmark_tco2e_per_t");
    this.all = Array.from({ length: columns.rows }, (_, row) => ({
      code: code[row]!,
      route: route[row] ?? null,
      value: value[row]!,
    }));
  }

  /**
   * The benchmark of a code and route. `own` is the route that the caller names, `standard` that of the default value. A route
   * such as F has the benchmarks F/1 and F/2; of several that apply, the lowest. Throws BorderError.
   */
  choose(code: string, own: string | undefined, standard: string | null): ChosenBenchmark {
    const of = this.all.filter((each) => each.code.startsWith(code) || code.startsWith(each.code));
    if (of.length === 0) throw new BorderError("good", said.none({ code }));
    const suits = (route: string) =>
      of.filter((each) => each.route === null || each.route === route || each.route.startsWith(`${route}/`));
    let apply = of;
    if (own !== undefined) {
      apply = suits(own);
      const routes = [...new Set(of.map(({ route }) => route ?? said.anyRoute()))];
      if (apply.length === 0) throw new BorderError("route", said.unknownRoute({ route: own, code, routes }));
    } else if (standard !== null && suits(standard).length > 0) apply = suits(standard);
    const lowest = apply.reduce((least, each) => (each.value < least.value ? each : least));
    const distinct = [...new Map(apply.map((each) => [`${each.route}|${each.value}`, each])).values()];
    if (new Set(apply.map(({ value }) => value)).size === 1)
      return { value: lowest.value, route: own ?? standard ?? lowest.route, notes: [] };
    const written = distinct.map(({ route, value }) => said.one({ route: route ?? said.anyRoute(), value }));
    return {
      value: lowest.value,
      route: lowest.route,
      notes: [said.several({ code, benchmarks: someOf(written) })],
    };
  }
}
