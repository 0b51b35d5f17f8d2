import { columnSums } from "../../numeric/csr.ts";
import { uninterrupted, type Work } from "../../numeric/work.ts";
import type { Read } from "../../tool/read.ts";
import { type NowcastValidation, validateNowcast } from "../nowcast-validation.ts";
import { carriedSources, gdpRows } from "../resource/carried-sources.ts";
import { lastShippedYear } from "../resource/dataset-names.ts";
import { shippedTable } from "../resource/shipped-table.ts";
import { calcValueAdded, type InputOutputTable } from "../table.ts";
import type { Knowledge } from "./carried-error.ts";
import { carriedTotals, type TotalsGrowth } from "./carried-totals.ts";
import { type CarriedSources, stressorsOfYear } from "./carry.ts";
import type { NationalGrowth } from "./national-growth.ts";
import { type RegionGrowth, regionGrowth } from "./region-growth.ts";

/** Years whose table is carried to 2011, whose table is known: over 11 years, as from 2011 to 2022, and over 6 and 4. */
export const carriedCases = [2000, 2005, 2007] as const;

/** Regions whose national tables are known up to 2018. */
const withNationalTables = new Set(["CHN", "JPN"]);

/**
 * A table carried to 2011 with a kind of knowledge, beside that of 2011. Both have the same account: CO2 of the JRC, and the other
 * gases of EDGAR by the keys that carried tables use, so that the error of every gas is that of the structure.
 */
export async function validateCase(
  from: number,
  knowledge: Knowledge,
  read: Read,
  work: Work = uninterrupted,
): Promise<NowcastValidation> {
  // Only the structure of the base year is used; accounts by sector begin in 2000.
  const base = await shippedTable({ year: from, edits: [] }, read);
  const known = withAllGases(
    await shippedTable({ year: lastShippedYear, edits: [] }, read),
    await carriedSources(lastShippedYear, read, false),
  );
  const years = { base: from, target: lastShippedYear };
  const totals =
    knowledge === "totals"
      ? { x: known.x, valueAdded: calcValueAdded(known.Z, known.x), demand: columnSums(known.Y) }
      : carriedTotals(
          base,
          knownGrowth(
            base,
            known,
            regionGrowth(gdpRows(await read("gdp")), base.regions, from, lastShippedYear),
            knowledge,
          ),
        );
  return validateNowcast(base, known, totals, years, {}, work);
}

/** The published table with its own CO2, and the other gases of the year. */
function withAllGases(table: InputOutputTable, sources: CarriedSources): InputOutputTable {
  const { F, FY, stressors, units } = stressorsOfYear(table, sources, lastShippedYear);
  F.data.set(table.F.data);
  FY.data.set(table.FY.data);
  return { ...table, F, FY, stressors, units: { ...table.units, stressors: units } };
}

/** GDP of every region, and for those with national tables the true growth of their sectors, as such a table would show it. */
function knownGrowth(
  base: InputOutputTable,
  known: InputOutputTable,
  growth: readonly RegionGrowth[],
  knowledge: Knowledge,
): TotalsGrowth[] {
  return growth.map(({ factor }, r) =>
    knowledge === "gdp" || !withNationalTables.has(base.regions[r]!)
      ? { gdp: factor }
      : { gdp: factor, national: { growth: trueGrowth(base, known, r), gdpAfter: 1 } },
  );
}

function trueGrowth(base: InputOutputTable, known: InputOutputTable, r: number): NationalGrowth {
  const N = base.sectors.length;
  const ratio = (before: Float64Array, after: Float64Array) =>
    base.sectors.map((_, s) => {
      const factor = after[r * N + s]! / before[r * N + s]!;
      return Number.isFinite(factor) && factor >= 0 ? factor : null;
    });
  const demandOf = ({ Y, yRegions }: InputOutputTable) =>
    columnSums(Y).reduce((sum, total, c) => (yRegions[c] === r ? sum + total : sum), 0);
  return {
    output: ratio(base.x, known.x),
    valueAdded: ratio(calcValueAdded(base.Z, base.x), calcValueAdded(known.Z, known.x)),
    demand: demandOf(known) / demandOf(base),
  };
}
