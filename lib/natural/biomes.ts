import { z } from "zod";
import type { ResultOf } from "../tool/shape.ts";
import { numberIn, ratio } from "../tool/unit.ts";

/** Carbon in vegetation and soil, t C/ha. */
export const stocksShape = z.object({
  vegetation: numberIn("t C/ha").min(0),
  soil: numberIn("t C/ha").min(0),
});
export type Stocks = ResultOf<typeof stocksShape>;

/** The fate of cleared vegetation: shares that add to 1. */
export const clearingFateShape = z.object({
  /** Burnt or decayed within the year. */
  atOnce: ratio.min(0),
  /** Left on the site, decaying. */
  slash: ratio.min(0),
  /** Products with a lifetime of about ten years. */
  products10: ratio.min(0),
  /** Products with a lifetime of about a hundred years. */
  products100: ratio.min(0),
});
export type ClearingFate = ResultOf<typeof clearingFateShape>;

export const landCovers = ["primary", "secondary", "cropland", "pasture"] as const;
export type LandCover = (typeof landCovers)[number];

/** Stocks of each cover of a biome, and their time constants in years. */
export const biomeShape = z.object({
  stocks: z.object({ primary: stocksShape, secondary: stocksShape, cropland: stocksShape, pasture: stocksShape }),
  fate: clearingFateShape,
  times: z.object({
    slash: numberIn("yr").positive(),
    products10: numberIn("yr").positive(),
    products100: numberIn("yr").positive(),
    soil: numberIn("yr").positive(),
    regrowth: numberIn("yr").positive(),
  }),
});
export type Biome = ResultOf<typeof biomeShape>;

export const biomeNames = [
  "tropical moist forest",
  "tropical seasonal forest",
  "temperate evergreen forest",
  "temperate deciduous forest",
  "boreal forest",
  "tropical woodland and savanna",
  "temperate grassland",
] as const;
export type BiomeName = (typeof biomeNames)[number];

/**
 * Undisturbed stocks after Houghton & Hackler (1999, 2001): written from memory of those tables and not confirmed.
 * Cleared soils lose a quarter to cropland and an eighth to pasture, secondary forests reach three quarters of the primary
 * vegetation. The caller can replace all of them.
 */
export const biomeSource = {
  source: "after Houghton & Hackler (1999), doi:10.1046/j.1365-2486.1999.00244.x",
  status: "memory",
} as const;

const tropics: ClearingFate = { atOnce: 0.5, slash: 0.4, products10: 0.1, products100: 0 };
const defaultFate: ClearingFate = { atOnce: 0.4, slash: 0.2, products10: 0.3, products100: 0.1 };

function biome(vegetation: number, soil: number, fate: ClearingFate, slash: number, regrowth: number): Biome {
  return {
    stocks: {
      primary: { vegetation, soil },
      secondary: { vegetation: 0.75 * vegetation, soil },
      cropland: { vegetation: 5, soil: 0.75 * soil },
      pasture: { vegetation: 7, soil: 0.875 * soil },
    },
    fate,
    times: { slash, products10: 10, products100: 100, soil: 20, regrowth },
  };
}

export const biomes: Readonly<Record<BiomeName, Biome>> = {
  "tropical moist forest": biome(200, 117, tropics, 5, 20),
  "tropical seasonal forest": biome(140, 117, tropics, 5, 20),
  "temperate evergreen forest": biome(160, 134, defaultFate, 15, 30),
  "temperate deciduous forest": biome(135, 134, defaultFate, 15, 30),
  "boreal forest": biome(90, 206, defaultFate, 25, 50),
  "tropical woodland and savanna": biome(27, 69, tropics, 5, 15),
  "temperate grassland": biome(7, 189, defaultFate, 5, 5),
};
