import type { Distribution, Factor } from "../../lib/factors/factor.ts";
import { readFactors } from "../../lib/factors/factor-table.ts";
import { flag, float64, label } from "./column.ts";
import { must, type Origin, type TableDataset, table } from "./dataset.ts";

/** A factor as a builder writes it; what is left out is null, and EF where it is the parameter. */
export type FactorRow = Pick<Factor, "category" | "activity" | "value" | "unit" | "source" | "verified"> &
  Partial<Omit<Factor, "gas" | "years">>;

export const guidelines = {
  publisher: "Intergovernmental Panel on Climate Change (IPCC)",
  licence: "IPCC figures, with acknowledgement",
  licence_confirmed: false,
};

/** Bounds of 95 % that lie evenly about the value speak for a normal, others above 0 for a lognormal distribution. */
export function distributionOf(value: number, lo: number | null, hi: number | null): Distribution | null {
  if (lo === null || hi === null || lo === hi) return null;
  const [below, above] = [value - lo, hi - value];
  if (Math.abs(above - below) <= 0.2 * Math.max(above, below)) return "normal";
  return lo > 0 ? "lognormal" : "triangular";
}

export function tableNumberOf(source: string): string | null {
  return /\b(Tables? \d[\d.]*\d(?:(?:, | and |-|\/)\d[\d.]*\d)*|Eq \d[\d.]*\d)/.exec(source)?.[1] ?? null;
}

export function editionOf(source: string): string {
  if (source.includes("2019 Refinement")) return "2019";
  return source.includes("2013 Wetlands") ? "2013 Wetlands" : "2006";
}

/** A table of factors, each row of which the library's own reader accepts. */
export function factorTable(
  description: { name: string; title: string; title_zh: string; summary: string; traps: readonly string[] },
  origin: Omit<Origin, keyof typeof guidelines>,
  rows: readonly FactorRow[],
): TableDataset {
  const { factors, problems } = readFactors(
    rows.map((row) => ({
      ...row,
      table: row.table ?? tableNumberOf(row.source),
      edition: row.edition ?? editionOf(row.source),
      distribution: row.distribution ?? distributionOf(row.value, row.lo ?? null, row.hi ?? null),
    })),
  );
  must(problems.length === 0, () => `${description.name}: ${problems[0]!.message}`);
  const keys = new Map<string, number>();
  factors.forEach(({ category, activity, parameter, unit, region, technology, edition }, row) => {
    const key = JSON.stringify([category, activity, parameter, unit, region, technology, edition]);
    must(!keys.has(key), () => `${description.name}: rows ${keys.get(key)} and ${row} are for the same thing: ${key}.`);
    keys.set(key, row);
  });
  const texts = (name: keyof Factor, description: string) =>
    label(
      name,
      factors.map((factor) => factor[name] as string | null),
      description,
    );
  const numbers = (name: "value" | "lo" | "hi", description: string) =>
    float64(
      name,
      factors.map((factor) => factor[name]),
      "see column unit",
      description,
    );
  return table(
    {
      ...description,
      kind: "production",
      years: null,
      traps: [
        ...description.traps,
        "The unit stands in each row, and differs within a table.",
        "verified says whether the value was held against a source; bounds mostly were not. Show it wherever the factor is used.",
        "distribution is a reading of the bounds: even about the value normal, else lognormal, triangular where the lower one is 0.",
      ],
    },
    { ...guidelines, ...origin },
    [
      texts("category", "IPCC 2006 category; serves all below it"),
      texts("activity", "Fuel, product, animal or practice"),
      texts("parameter", "Symbol of the guidelines; EF for an emission factor"),
      texts("gas", "Gas; null for parameters that are of none"),
      numbers("value", "Default value"),
      texts("unit", "Unit of value, lo and hi"),
      numbers("lo", "Lower 95 % bound"),
      numbers("hi", "Upper 95 % bound"),
      texts("distribution", "Distribution that the bounds suggest"),
      texts("region", "Region; null for the world"),
      texts("technology", "Technology or practice; null for none in particular"),
      texts("edition", "Guidelines: 2006, 2019 (Refinement), 2013 Wetlands"),
      texts("source", "Where the value stands"),
      // "table" alone would be a word of SQL.
      label(
        "source_table",
        factors.map(({ table }) => table),
        "Table or equation",
      ),
      texts("page", "Page; not recorded in the sources at hand"),
      flag(
        "verified",
        factors.map(({ verified }) => verified),
        "Held against a source",
      ),
      texts("note", "How it was checked, and what to mind"),
    ],
  );
}
