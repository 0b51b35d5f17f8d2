import { oecd45ToWiod35 } from "../../classification/oecd-to-wiod.ts";
import { growthBySector } from "../../classification/sector-key.ts";

/** A cell of the OECD's national tables. */
export interface NationalCell {
  readonly iso3: string;
  readonly year: number;
  readonly row: string;
  readonly col: string;
  /** Million US$, current. */
  readonly value: number;
}

/** Growth of a country between two years of its national tables, later over earlier, by sector of the input–output table. */
export interface NationalGrowth {
  readonly output: readonly (number | null)[];
  readonly valueAdded: readonly (number | null)[];
  /** Of all domestic final demand together. */
  readonly demand: number;
}

const domesticDemand = new Set(["HFCE", "NPISH", "GGFC", "GFCF", "INVNT"]);

/** The first and the last year of a country's tables; undefined if it has none. */
export function nationalYears(cells: readonly NationalCell[], iso3: string): [number, number] | undefined {
  const years = new Set(cells.filter((cell) => cell.iso3 === iso3).map(({ year }) => year));
  return years.size === 0 ? undefined : [Math.min(...years), Math.max(...years)];
}

/** The growth of a country's output, value added and final demand from its national tables, in current US$. */
export function nationalGrowth(
  cells: readonly NationalCell[],
  iso3: string,
  sectors: readonly string[],
  from: number,
  to: number,
): NationalGrowth {
  const of = (year: number, row: string) =>
    new Map(
      cells.flatMap((cell) =>
        cell.iso3 === iso3 && cell.year === year && cell.row === row ? [[cell.col, cell.value] as const] : [],
      ),
    );
  const demandOf = (year: number) =>
    cells.reduce(
      (sum, { iso3: country, year: each, row, col, value }) =>
        country === iso3 && each === year && /^\d\d$/.test(row) && domesticDemand.has(col) ? sum + value : sum,
      0,
    );
  const growth = (row: string) => growthBySector(oecd45ToWiod35, sectors, of(from, row), of(to, row));
  return { output: growth("OUTPUT"), valueAdded: growth("VALU"), demand: demandOf(to) / demandOf(from) };
}
