/** Carbon in vegetation and soil, t C/ha. */
export interface Stocks {
  readonly vegetation: number;
  readonly soil: number;
}

/** The fate of cleared vegetation: shares that add to 1. */
export interface ClearingFate {
  /** Burnt or decayed within the year. */
  readonly atOnce: number;
  /** Left on the site, decaying. */
  readonly slash: number;
  /** Products with a lifetime of about ten years. */
  readonly products10: number;
  /** Products with a lifetime of about a hundred years. */
  readonly products100: number;
}

export const landCovers = ["primary", "secondary", "cropland", "pasture"] as const;
export type LandCover = (typeof landCovers)[number];

/** Stocks of each cover of a biome, and their time constants in years. */
export interface Biome {
  readonly stocks: Readonly<Record<LandCover, Stocks>>;
  readonly fate: ClearingFate;
  readonly times: {
    readonly slash: number;
    readonly products10: number;
    readonly products100: number;
    readonly soil: number;
    readonly regrowth: number;
  };
}

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
