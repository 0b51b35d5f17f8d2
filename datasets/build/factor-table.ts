import type { Distribution, Factor } from "../../lib/factors/factor.ts";
import { readFactors } from "../../lib/factors/factor-table.ts";
import { writeMessage } from "../../lib/message/write.ts";
import type { Checks } from "./checks.ts";
import { float64, label } from "./column.ts";
import { must, type Origin, type TableDataset, table } from "./dataset.ts";
import type { Verification } from "./verification.ts";

/** A factor as a builder writes it; omitted fields are null, an omitted parameter is EF. */
export type FactorRow = Pick<Factor, "category" | "activity" | "value" | "unit" | "source"> &
  Checks &
  Partial<Omit<Factor, "gas" | "years">>;

export const guidelines = {
  publisher: "Intergovernmental Panel on Climate Change (IPCC)",
  licence: "IPCC figures, as facts with their source",
  licence_confirmed: false,
};

/**
 * Bounds of 95 % that are symmetric about the value suggest a normal distribution, wider ones above it a lognormal one. For a
 * lower bound at 0, or wider bounds below the value, a triangle assumes no more than the bounds themselves.
 */
export function distributionOf(value: number, lo: number | null, hi: number | null): Distribution | null {
  if (lo === null || hi === null || lo === hi) return null;
  const [below, above] = [value - lo, hi - value];
  if (Math.abs(above - below) <= 0.2 * Math.max(above, below)) return "normal";
  return lo > 0 && above > below ? "lognormal" : "triangular";
}

export function tableNumberOf(source: string): string | null {
  return /\b(Tables? \d[\d.]*\d(?:(?:, | and |-|\/)\d[\d.]*\d)*|Eq \d[\d.]*\d)/.exec(source)?.[1] ?? null;
}

export function editionOf(source: string): string {
  if (source.includes("2019 Refinement")) return "2019";
  return source.includes("2013 Wetlands") ? "2013 Wetlands" : "2006";
}

/**
 * A table of factors that the library's own reader accepts row by row, with the results of their verification against sources.
 */
export function factorTable(
  description: { name: string; title: string; title_zh: string; summary: string; traps: readonly string[] },
  origin: Omit<Origin, keyof typeof guidelines>,
  rows: readonly FactorRow[],
  verification: Verification,
): TableDataset {
  const read = (given: readonly FactorRow[]): readonly Factor[] => {
    const { factors: all, problems } = readFactors(given.map(asCells));
    must(problems.length === 0, () => `${description.name}: ${writeMessage(problems[0]!.message)}`);
    return all;
  };
  const factors = read(verification.applied(description.name, read(rows)).map(corrected));
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
        "value_status and bounds_status say what was done, each by itself: source (read in the publication or its publisher's own data), transcription (read in another's copy), memory (seen in no table at hand). Show them wherever the factor is used.",
        "source is where the number should stand, value_read where it was read. Most confirmations rest on one reading, many of them of the IPCC Emission Factor Database.",
        "distribution is a reading of the bounds: even about the value normal, wider above lognormal, else triangular.",
      ],
      uncertainty: [
        {
          column: "value",
          law: { kind: "bounds", lo: "lo", hi: "hi", distribution: "distribution" },
          origin: {
            en: "95 % bounds of the IPCC Guidelines; column bounds_read says where they were read",
            zh: "IPCC 指南给出的 95 % 界限；读取之处见 bounds_read 列",
          },
        },
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
      // "table" alone is a keyword of SQL.
      label(
        "source_table",
        factors.map(({ table }) => table),
        "Table or equation",
      ),
      texts("page", "Page, where it was found"),
      label(
        "value_status",
        factors.map(({ valueStatus }) => valueStatus),
        "How the value came here: source, transcription or memory",
      ),
      label(
        "value_read",
        factors.map(({ valueRead }) => valueRead),
        "Where the value was read; null where it is from memory",
      ),
      label(
        "bounds_status",
        factors.map(({ boundsStatus }) => boundsStatus),
        "How the bounds came here; null where there are none",
      ),
      label(
        "bounds_read",
        factors.map(({ boundsRead }) => boundsRead),
        "Where the bounds were read; null where they are from memory",
      ),
      texts("note", "What to mind, and where sources contradict one another"),
    ],
  );
}

/** A factor in the form that the reader expects. */
function asCells(row: FactorRow): Record<string, unknown> {
  return {
    ...row,
    table: row.table ?? tableNumberOf(row.source),
    edition: row.edition ?? editionOf(row.source),
    distribution: row.distribution ?? distributionOf(row.value, row.lo ?? null, row.hi ?? null),
    value_status: row.valueStatus,
    value_read: row.valueRead,
    bounds_status: row.boundsStatus,
    bounds_read: row.boundsRead,
  };
}

/** Bounds may have been corrected, so the suggested distribution is determined again. */
function corrected(factor: Factor): FactorRow {
  return { ...factor, distribution: distributionOf(factor.value, factor.lo, factor.hi) };
}
