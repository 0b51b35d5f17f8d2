import { z } from "zod";
import { messages } from "../message/message.ts";
import { type InputOf, type ResultOf, textOf } from "../tool/shape.ts";
import { numberIn } from "../tool/unit.ts";
import { yearIn } from "../tool/year.ts";
import { type Biome, type LandCover, landCovers } from "./biomes.ts";
import { NaturalInputError } from "./estimate.ts";
import { checkPeriod } from "./period.ts";

const texts = messages("natural", {
  sumOfShares: {
    en: "The shares of cleared vegetation sum to {sum}; expected 1.",
    zh: "被清除植被的份额之和应为 1，实际为 {sum}。",
  },
  negativeChangeArea: {
    en: "changes[{at}].area_ha is {area}; expected a number ≥ 0.",
    zh: "changes[{at}].area_ha 不应为负，实际为{area}。",
  },
});

export const poolNames = ["at once", "slash", "products 10", "products 100", "soil", "regrowth"] as const;
export type PoolName = (typeof poolNames)[number];

/** Carbon released by a hectare (positive) or taken up (negative) with a time constant; 0 years is immediate. */
export const poolShape = z.object({
  name: textOf<PoolName>(),
  carbon: numberIn("t C/ha"),
  years: numberIn("yr"),
});
export type Pool = ResultOf<typeof poolShape>;

/** The response of one hectare to a transition: its emissions in the following years. t C/ha. */
export interface ResponseCurve {
  readonly pools: readonly Pool[];
  /** The eventual emission: the stock before minus the stock after. */
  readonly committed: number;
}

/** A change of cover in one year. */
export const landChangeShape = z.object({
  year: yearIn,
  from: z.enum(landCovers),
  to: z.enum(landCovers),
  area_ha: numberIn("ha").min(0),
});
export type LandChange = InputOf<typeof landChangeShape>;

export interface BookkeepingYear {
  readonly year: number;
  /** Emission, t C/yr; negative for an uptake. */
  readonly total: number;
  readonly byPool: Readonly<Record<PoolName, number>>;
}

/**
 * The fluxes of a transition. Lost vegetation is divided by `fate`; gained vegetation regrows
 * towards the stock of the new cover. Soil approaches its new stock with one time constant.
 * Source of the method: Houghton et al. (1983), doi:10.2307/1942531; Hansis et al. (2015), doi:10.1002/2014GB004997.
 */
export function responseCurve(biome: Biome, from: LandCover, to: LandCover): ResponseCurve {
  const [before, after] = [biome.stocks[from], biome.stocks[to]];
  const { fate, times } = biome;
  const shares = fate.atOnce + fate.slash + fate.products10 + fate.products100;
  if (Math.abs(shares - 1) > 1e-9) throw new NaturalInputError("fate", texts.sumOfShares({ sum: shares }));
  const lost = before.vegetation - after.vegetation;
  const soil = { name: "soil", carbon: before.soil - after.soil, years: times.soil } as const;
  const vegetation: readonly Pool[] =
    lost >= 0
      ? [
          { name: "at once", carbon: fate.atOnce * lost, years: 0 },
          { name: "slash", carbon: fate.slash * lost, years: times.slash },
          { name: "products 10", carbon: fate.products10 * lost, years: times.products10 },
          { name: "products 100", carbon: fate.products100 * lost, years: times.products100 },
        ]
      : [{ name: "regrowth", carbon: lost, years: times.regrowth }];
  const pools = [...vegetation, soil].filter(({ carbon }) => carbon !== 0);
  return { pools, committed: pools.reduce((sum, { carbon }) => sum + carbon, 0) };
}

/** The emission of a pool in the year that begins `age` years after the change: C (e^(−age/τ) − e^(−(age+1)/τ)). */
export function emissionOf({ carbon, years }: Pool, age: number): number {
  if (age < 0) return 0;
  if (years === 0) return age === 0 ? carbon : 0;
  return carbon * Math.exp(-age / years) * -Math.expm1(-1 / years);
}

/**
 * Emissions of a history of changes in one biome, year by year: the sum of the response curves of all changes.
 * Harvest is a change from primary or secondary to cropland and back: clearing and regrowth are two changes.
 */
export function bookkeeping(
  biome: Biome,
  changes: readonly LandChange[],
  from: number,
  to: number,
): { years: BookkeepingYear[]; committed: number; realised: number } {
  checkPeriod(from, to);
  const years = Array.from({ length: to - from + 1 }, (_, i) => ({ year: from + i, total: 0, byPool: none() }));
  let committed = 0;
  for (const [at, change] of changes.entries()) {
    if (!(change.area_ha >= 0))
      throw new NaturalInputError("changes", texts.negativeChangeArea({ at, area: change.area_ha }));
    const curve = responseCurve(biome, change.from, change.to);
    if (change.year <= to) committed += curve.committed * change.area_ha;
    for (const each of years) {
      for (const pool of curve.pools) {
        const emitted = emissionOf(pool, each.year - change.year) * change.area_ha;
        each.total += emitted;
        each.byPool[pool.name] += emitted;
      }
    }
  }
  return { years, committed, realised: years.reduce((sum, { total }) => sum + total, 0) };
}

function none(): Record<PoolName, number> {
  return { "at once": 0, slash: 0, "products 10": 0, "products 100": 0, soil: 0, regrowth: 0 };
}

/** The biome with every vegetation stock times a factor, for the range of the result. */
export function withVegetation(biome: Biome, factor: number): Biome {
  const scale = (cover: LandCover) => ({
    ...biome.stocks[cover],
    vegetation: biome.stocks[cover].vegetation * factor,
  });
  return {
    ...biome,
    stocks: {
      primary: scale("primary"),
      secondary: scale("secondary"),
      cropland: scale("cropland"),
      pasture: scale("pasture"),
    },
  };
}
