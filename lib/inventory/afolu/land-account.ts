import { z } from "zod";
import type { Quantity } from "../../quantity/quantity.ts";
import { type ResultOf, textOf } from "../../tool/shape.ts";
import { numberIn } from "../../tool/unit.ts";
import { landTotal } from "../equations/carbon-stocks.ts";
import { Steps, type TierResult } from "../steps.ts";
import { deadMatterOfConversion } from "./dead-matter.ts";
import {
  type GainsAndLosses,
  gainLoss,
  type LandUse,
  landCategory,
  landConversion,
  landUses,
  soilCarbon,
  stockChange,
} from "./land.ts";

/** A stratum of land: its former use, its use, and how its carbon is computed. Omitted pools do not change. */
export interface LandStratum {
  readonly name: string;
  readonly from: LandUse;
  readonly to: LandUse;
  /** Growth and losses under its present use. */
  readonly biomass?: GainsAndLosses;
  /** Alternatively, a stock that was measured twice. */
  readonly stocks?: Parameters<typeof stockChange>[0];
  /** In the year of its conversion. */
  readonly conversion?: Parameters<typeof landConversion>[0];
  readonly deadMatter?: Parameters<typeof deadMatterOfConversion>[0];
  readonly soil?: Parameters<typeof soilCarbon>[0];
}

/** CO2 of one category of land, by pool. */
export const landRowShape = z.object({
  stratum: z.string(),
  category: z.string(),
  pool: textOf<"biomass" | "dead organic matter" | "soil">(),
  /** t CO2; negative if carbon is gained. */
  co2: numberIn("t CO2"),
});
export type LandRow = ResultOf<typeof landRowShape>;

export interface LandAccount {
  readonly rows: readonly LandRow[];
  /** t CO2 by the six land uses, in the order of the guidelines. */
  readonly byUse: Readonly<Record<LandUse, number>>;
  readonly result: TierResult;
}

/** CO2 of all land by pool, category and use. Vol 4 Eq 2.1 to 2.3: the sum over uses, strata and pools. */
export function landAccount(strata: readonly LandStratum[]): LandAccount {
  const all = new Steps();
  const rows: LandRow[] = [];
  const byUse = Object.fromEntries(landUses.map((use) => [use, 0])) as Record<LandUse, number>;
  const parts: Quantity[] = [];
  for (const stratum of strata) {
    const category = landCategory(stratum.from, stratum.to);
    const add = (pool: LandRow["pool"], { emissions, steps }: TierResult) => {
      const co2 = emissions[0]!;
      all.list.push(
        ...steps.map((step) => ({ ...step, label: [stratum.name, step.label].filter(Boolean).join(", ") })),
      );
      rows.push({ stratum: stratum.name, category, pool, co2: co2.value });
      byUse[stratum.to] += co2.value;
      parts.push(co2);
    };
    if (stratum.biomass) add("biomass", gainLoss(stratum.biomass));
    if (stratum.stocks) add("biomass", stockChange(stratum.stocks));
    if (stratum.conversion) add("biomass", landConversion(stratum.conversion));
    if (stratum.deadMatter) add("dead organic matter", deadMatterOfConversion(stratum.deadMatter));
    if (stratum.soil) add("soil", soilCarbon(stratum.soil));
  }
  const total = all.sum(parts, "t CO2", landTotal);
  return { rows, byUse, result: { emissions: [total], steps: all.list } };
}
