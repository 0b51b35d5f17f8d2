import { columnSums } from "../../numeric/csr.ts";
import type { KnownTotals } from "../nowcast.ts";
import { calcValueAdded, type InputOutputTable } from "../table.ts";
import type { NationalGrowth } from "./national-growth.ts";

/** What a region's totals of the later year follow: its GDP, and its national table as far as it has one. */
export interface TotalsGrowth {
  /** Growth of GDP over the whole span. */
  readonly gdp: number;
  /** From the base year to the last national table, and the growth of GDP from there on. */
  readonly national?: { readonly growth: NationalGrowth; readonly gdpAfter: number };
}

/**
 * The totals of a later year: output, value added and final demand of the base year times their growth. Without a national table
 * all three of a region follow its GDP, with the base year's shares of sectors and of demand. n, n and C numbers.
 */
export function carriedTotals(
  base: InputOutputTable,
  regions: readonly TotalsGrowth[],
): Required<Pick<KnownTotals, "x" | "valueAdded" | "demand">> {
  const N = base.sectors.length;
  const factor = (i: number, part: "output" | "valueAdded") => {
    const { gdp, national } = regions[Math.floor(i / N)]!;
    const known = national?.growth[part][i % N] ?? null;
    return known === null || !national ? gdp : known * national.gdpAfter;
  };
  const value = calcValueAdded(base.Z, base.x);
  return {
    x: base.x.map((output, i) => output * factor(i, "output")),
    valueAdded: value.map((amount, i) => amount * factor(i, "valueAdded")),
    demand: columnSums(base.Y).map((amount, c) => {
      const { gdp, national } = regions[base.yRegions[c]!]!;
      return amount * (national ? national.growth.demand * national.gdpAfter : gdp);
    }),
  };
}
