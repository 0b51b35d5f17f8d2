import { gridAverages, gridMargins } from "../../factors/shipped-grids.ts";
import type { Read } from "../../tool/read.ts";

/** What is displaced: the mean plant of a grid, the plants that run less, or these and those that are not built. */
export const gridBases = ["average", "operating margin", "combined margin"] as const;
export type GridBasis = (typeof gridBases)[number];

/** The datasets that factors of destinations are read from. */
export const gridDatasets = ["electricity_intensity", "grid_margins"] as const;

/** The factor of a destination's grid. */
export interface DestinationGrid {
  readonly factor_t_MWh: number;
  /** The year that it is of, or its edition. */
  readonly year: number;
}

/** Factors by country: of the average the latest that is not later than the year, of margins the edition that ships. */
export async function destinationGrids(
  basis: GridBasis,
  year: number,
  read: Read,
): Promise<ReadonlyMap<string, DestinationGrid>> {
  const factors =
    basis === "average"
      ? (await gridAverages(read)).filter(({ dataset }) => dataset === "electricity_intensity")
      : await gridMargins(read, basis === "combined margin" ? "intermittent" : null);
  const grids = new Map<string, DestinationGrid>();
  for (const { country, year: of, value } of factors) {
    if (country === null || of === null || (basis === "average" && of > year)) continue;
    const known = grids.get(country);
    // g/kWh is kg/MWh.
    if (!known || of > known.year) grids.set(country, { factor_t_MWh: value / 1000, year: of });
  }
  return grids;
}
