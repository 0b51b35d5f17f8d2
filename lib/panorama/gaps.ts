import type { Message } from "../message/message.ts";
import { spans } from "../numeric/spans.ts";

/** The sentence of a gap, for regions and spans of years. */
export type GapSentence = (regions: readonly string[], years: string) => Message;

interface Gap {
  readonly sentence: GapSentence;
  readonly regions: Map<string, Set<number>>;
}

/**
 * Gaps of accounts, collected over regions and years, so that thousands of them are said in a few sentences: one for all
 * regions with the same years.
 */
export class Gaps {
  readonly #gaps = new Map<string, Gap>();

  /** @param what stands for everything that is in the sentence besides regions and years. */
  add(what: string, region: string, year: number, sentence: GapSentence): void {
    let gap = this.#gaps.get(what);
    if (!gap) {
      gap = { sentence, regions: new Map() };
      this.#gaps.set(what, gap);
    }
    const years = gap.regions.get(region);
    if (years) years.add(year);
    else gap.regions.set(region, new Set([year]));
  }

  sentences(): Message[] {
    return [...this.#gaps.values()].flatMap(({ sentence, regions }) => {
      const byYears = new Map<string, string[]>();
      for (const [region, years] of regions) {
        const written = spans([...years].sort((a, b) => a - b));
        const same = byYears.get(written);
        if (same) same.push(region);
        else byYears.set(written, [region]);
      }
      return [...byYears].map(([years, of]) => sentence(of, years));
    });
  }
}
