import { type Message, messages } from "../../message/message.ts";
import { someOf } from "../../message/some-of.ts";
import type { Matrix } from "../../numeric/csr.ts";
import type { Indicator, Sector } from "../background/useeio.ts";
import { LifecycleError } from "../lifecycle-error.ts";

const texts = messages("lifecycle.sector", {
  none: {
    en: "{background} has no sector {sector}. Give a code or the full name.",
    zh: "{background} 中没有部门“{sector}”。请给出代码或完整名称。",
  },
  similar: {
    en: "{background} has no sector {sector}. Similar: {names}.",
    zh: "{background} 中没有部门“{sector}”。相近的有：{names}。",
  },
  several: {
    en: "{background} has {count} sectors {sector}; give place and code, such as {example}.",
    zh: "{background} 中有 {count} 个部门“{sector}”；请写明地点与代码，如 {example}。",
  },
  noIndicator: {
    en: "{background} has no indicator {code}; it has {codes}.",
    zh: "{background} 中没有指标 {code}；可用的有 {codes}。",
  },
});

/**
 * An input–output table as the background of an inventory: n sectors, m indicators, per unit of money of `year`. `MonetaryBackground`
 * (USEEIO) is one; `mrioBackground` makes one of a multi-regional table.
 */
export interface SectorBackground {
  readonly name: string;
  readonly sectors: readonly Sector[];
  readonly indicators: readonly Indicator[];
  /** n × n, direct requirements. */
  readonly A: Matrix;
  /** m × n, direct impacts per unit of money of output. */
  readonly D: Matrix;
  /** m × n, direct and indirect impacts per unit of money of final demand, N = D (I − A)⁻¹. */
  readonly N: Matrix;
  /** The year of the table and of its money. */
  readonly year: number;
  /** The unit of money, such as USD. */
  readonly currency: string;
  readonly prices: "producer" | "basic";
  /** What the table is if it was not published as such, and other notes on it. */
  readonly notes?: readonly Message[];
}

/** Index of a sector by its code, its name, or place and code ("CHN/c1"), capitals or not. Throws LifecycleError. */
export function sectorNamed({ name: background, sectors }: SectorBackground, sector: string): number {
  const wanted = sector.trim().toLowerCase();
  const found = sectors.flatMap(({ code, name, location }, at) =>
    [code, name, `${location}/${code}`].some((each) => each.toLowerCase() === wanted) ? [at] : [],
  );
  if (found.length === 1) return found[0]!;
  if (found.length > 1) {
    const { location, code } = sectors[found[0]!]!;
    const example = `${location}/${code}`;
    throw new LifecycleError("sector", texts.several({ background, sector, count: found.length, example }));
  }
  const words = wanted.split(/\W+/).filter((word) => word.length > 3);
  const similar = sectors.filter(({ name }) => words.some((word) => name.toLowerCase().includes(word)));
  if (similar.length === 0) throw new LifecycleError("sector", texts.none({ background, sector }));
  const names = someOf(similar.map(({ code, name }) => `${code} (${name})`));
  throw new LifecycleError("sector", texts.similar({ background, sector, names }));
}

/** Index of an indicator by its code. Throws LifecycleError. */
export function indicatorNamed({ name: background, indicators }: SectorBackground, code: string): number {
  const at = indicators.findIndex((each) => each.code === code);
  if (at < 0) {
    const codes = indicators.map((each) => each.code);
    throw new LifecycleError("indicator", texts.noIndicator({ background, code, codes }));
  }
  return at;
}
