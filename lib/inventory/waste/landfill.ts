import { messages } from "../../message/message.ts";
import {
  accumulatedCarbon,
  decomposedCarbon,
  depositedCarbon,
  emittedMethane,
  generatedMethane,
  generatedTotal,
} from "../equations/landfill.ts";
import { EquationError, Steps, type TierResult } from "../steps.ts";

const texts = messages("inventory", {
  recoveredMore: {
    en: "{year}: {recovered} Gg CH4 recovered are more than the {generated} Gg that were generated; check the recovery, or the waste of earlier years.",
    zh: "{year} 年：回收的 {recovered} Gg CH4 多于产生的 {generated} Gg；请检查回收量或往年的填埋量。",
  },
});

/** Solid waste disposal by first-order decay: IPCC 2006 Guidelines, Vol 5 Ch 3. */

/** k of a half-life: ln 2 / t½. */
export function reactionConstant(halfLifeYears: number): number {
  return Math.LN2 / halfLifeYears;
}

/** A kind of waste that decays at one rate. */
export interface WasteStream {
  readonly waste: string;
  /** Gg/yr, wet, from the first year on. */
  readonly deposited: readonly number[];
  readonly DOC: number;
  readonly k: number;
  /** One for all years, or one per year. */
  readonly MCF: number | readonly number[];
}

export interface Landfill {
  readonly firstYear: number;
  readonly streams: readonly WasteStream[];
  /** Default 0.5. */
  readonly DOCf?: number;
  /** Default 0.5. */
  readonly F?: number;
  /** Gg CH4/yr recovered. */
  readonly recovered?: readonly number[];
  /** 0, or 0.1 for covered, well managed sites. */
  readonly OX?: number;
}

/** A year of a landfill: the carbon of all streams, and methane with every step. */
export interface LandfillYear {
  readonly year: number;
  readonly deposited: number;
  readonly accumulated: number;
  readonly decomposed: number;
  readonly generated: number;
  readonly result: TierResult;
}

/**
 * CH4 of a landfill year by year by first-order decay; decay begins on 1 January after the year of deposit (a delay of six
 * months on average, the default of 3.2.3). Carbon is conserved: Σ deposited = Σ decomposed + accumulated. Vol 5 Eq 3.1 to 3.6.
 */
export function firstOrderDecay(landfill: Landfill): LandfillYear[] {
  const { firstYear, streams, DOCf = 0.5, F = 0.5, OX = 0, recovered = [] } = landfill;
  const count = Math.max(...streams.map(({ deposited }) => deposited.length));
  const accumulated = streams.map(() => 0);
  return Array.from({ length: count }, (_, t) => {
    const steps = new Steps();
    const year = firstYear + t;
    const sums = { deposited: 0, accumulated: 0, decomposed: 0 };
    const parts = streams.map(({ waste, deposited, DOC, k, MCF }, s) => {
      const label = `${waste}, ${year}`;
      const correction = typeof MCF === "number" ? MCF : (MCF[t] ?? Number.NaN);
      const DDOCmd = steps.take(depositedCarbon, { W: deposited[t] ?? 0, DOC, DOCf, MCF: correction }, { label });
      const DDOCma_before = accumulated[s]!;
      const rate = { value: k, unit: "1/yr" };
      const decomposed = steps.take(decomposedCarbon, { DDOCma_before, k: rate }, { label });
      accumulated[s] = steps.take(accumulatedCarbon, { DDOCmd, DDOCma_before, k: rate }, { label }).value;
      sums.deposited += DDOCmd.value;
      sums.decomposed += decomposed.value;
      sums.accumulated += accumulated[s]!;
      return steps.take(generatedMethane, { DDOCm_decomp: decomposed, F }, { label });
    });
    const label = String(year);
    const generated = steps.sum(parts, "Gg CH4", generatedTotal, { label });
    const R = recovered[t] ?? 0;
    if (R > generated.value)
      throw new EquationError(
        "recovered",
        texts.recoveredMore({ year, recovered: R, generated: generated.value.toPrecision(4) }),
      );
    const E = steps.take(emittedMethane, { generated, R, OX }, { label });
    return { year, ...sums, generated: generated.value, result: { emissions: [E], steps: steps.list } };
  });
}
