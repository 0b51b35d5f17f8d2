import { type Message, messages } from "../message/message.ts";
import type { NationalSeries } from "../panorama/national-series.ts";

const texts = messages("indicators", {
  ends: {
    en: "{source} ends in {last}: no {what}.",
    zh: "{source} 的数据截至 {last} 年，因此没有{what}。",
  },
  begins: {
    en: "{source} begins in {first}: no {what}.",
    zh: "{source} 的数据始于 {first} 年，因此没有{what}。",
  },
  noValue: {
    en: "{source} has no value of {regions}: no {what}.",
    zh: "{source} 没有 {regions} 的数值，因此没有{what}。",
  },
});

/** What is missing, collected region by region and said once for each table, indicator and year. */
export class MissingValues {
  readonly #regions = new Map<string, { readonly of: (regions: readonly string[]) => Message; regions: Set<string> }>();

  /** That a series has no value of these regions in a year; `what` names the indicator and the year. */
  add(series: NationalSeries, what: Message, year: number, regions: readonly string[], source = series.name): void {
    const key = `${source}|${what.code}|${year}`;
    const known = this.#regions.get(key);
    if (known) {
      for (const region of regions) known.regions.add(region);
      return;
    }
    const [first, last] = series.span;
    const of = (names: readonly string[]) => {
      if (year > last) return texts.ends({ source, last, what });
      if (year < first) return texts.begins({ source, first, what });
      return texts.noValue({ source, regions: names, what });
    };
    this.#regions.set(key, { of, regions: new Set(regions) });
  }

  get sentences(): Message[] {
    return [...this.#regions.values()].map(({ of, regions }) => of([...regions].sort()));
  }
}
