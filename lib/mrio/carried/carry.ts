import { messages } from "../../message/message.ts";
import { uninterrupted, type Work } from "../../numeric/work.ts";
import { type Nowcast, nowcast } from "../nowcast.ts";
import type { InputOutputTable } from "../table.ts";
import { type CarriedError, errorsOfSpan } from "./carried-error.ts";
import { type CarriedStressors, carriedStressors, type NonCo2Row, type TerritorialRow } from "./carried-stressors.ts";
import { carriedTotals, type TotalsGrowth } from "./carried-totals.ts";
import { firstImportYear, type ImportRow, importer, importGrowth, withImports } from "./import-prior.ts";
import type { KnownTotal } from "./known-totals.ts";
import { type NationalCell, nationalGrowth, nationalYears } from "./national-growth.ts";
import { type GdpRow, regionGrowth } from "./region-growth.ts";

const texts = messages("mrio", {
  carriedLabel: {
    en: "Modelled: the table of {base} carried to {year} by GRAS, with GDP in current US$ of {own} of {count} regions, national tables of {national} to {until} and imported inputs of the United States; CO2 of countries by the Global Carbon Budget, other gases by EDGAR, both by sector through stated keys. No table of {year} was published in this form.",
    zh: "模型推算：以 GRAS 将 {base} 年的表推至 {year} 年，所用已知量为 {count} 个区域中 {own} 个的现价美元 GDP、{national} 至 {until} 年的国家投入产出表，以及美国的进口投入；各国 CO2 取自全球碳收支，其他气体取自 EDGAR，均按公开的对照表分到部门。{year} 年没有这种形式的已发表投入产出表。",
  },
});

/** CO2 of the JRC accounts. Sector 0 is households. */
export interface Co2Row {
  readonly year: number;
  readonly region: number;
  readonly sector: number;
  readonly kt: number;
}

type Dated<Row> = Row & { readonly year: number };

/** All that is known beyond the base table. */
export interface CarriedSources {
  readonly gdp: readonly GdpRow[];
  readonly national: readonly NationalCell[];
  readonly imports: readonly ImportRow[];
  readonly territorial: readonly Dated<TerritorialRow>[];
  readonly co2: readonly Co2Row[];
  readonly nonCo2: readonly Dated<NonCo2Row>[];
  readonly regionOf: ReadonlyMap<string, string>;
  readonly errors: readonly CarriedError[];
}

/** A table of a year without a published one, with its gases and what was known of it. */
export interface CarriedTable {
  readonly table: InputOutputTable;
  readonly balance: Omit<Nowcast, "table" | "label" | "provenance">;
  readonly known: readonly KnownTotal[];
}

/**
 * Carries a table to a later year: totals by `carriedTotals`, the importer's purchases by `withImports`, GRAS by `nowcast`, and the
 * gases of the year by `carriedStressors`. What is known, per region: GDP in current US$ (World Bank); output, value added and final
 * demand of China and Japan to 2018 (OECD); imported inputs of the United States from 2012 on (BEA). Growth of bilateral
 * intermediate trade is in no source that may ship in this (EXIOBASE's is share-alike), so trade follows from the totals.
 */
export async function carry(
  base: InputOutputTable,
  sources: CarriedSources,
  years: { readonly base: number; readonly target: number },
  work: Work = uninterrupted,
): Promise<CarriedTable> {
  const { regions, sectors } = base;
  const { target } = years;
  const growth = regionGrowth(sources.gdp, regions, years.base, target);
  const known: KnownTotal[] = [];
  const totals = regions.map((region, r): TotalsGrowth => {
    const { factor, isOwn } = growth[r]!;
    const span = nationalYears(sources.national, region);
    if (!span || span[0] > years.base) {
      const source = { basis: isOwn ? "gdp" : "remainder", dataset: "gdp", until: target } as const;
      known.push({ region, quantity: "final_demand", ...source });
      known.push({ region, quantity: "output_and_value_added", ...source });
      return { gdp: factor };
    }
    const until = Math.min(target, span[1]);
    const source = { basis: "national_table", dataset: "oecd_national_tables", until } as const;
    known.push({ region, quantity: "final_demand", ...source });
    known.push({ region, quantity: "output_and_value_added", ...source });
    return {
      gdp: factor,
      national: {
        growth: nationalGrowth(sources.national, region, sectors, years.base, until),
        gdpAfter: regionGrowth(sources.gdp, regions, until, target)[r]!.factor,
      },
    };
  });
  let start = base;
  const buyer = regions.indexOf(importer);
  if (buyer >= 0 && target > firstImportYear) {
    const gdp = regionGrowth(sources.gdp, regions, firstImportYear, target)[buyer]!.factor;
    start = withImports(base, importGrowth(sources.imports, base, target, gdp));
    known.push({
      region: importer,
      quantity: "imported_inputs",
      basis: "import_matrices",
      dataset: "us_imports",
      until: target,
    });
  }
  const {
    table,
    label: _,
    provenance: __,
    ...balance
  } = await nowcast(start, carriedTotals(base, totals), years, {}, work);
  const { F, FY, stressors, units } = stressorsOfYear(table, sources, target);
  const national = known.filter(({ basis, quantity }) => basis === "national_table" && quantity === "final_demand");
  const label = texts.carriedLabel({
    base: years.base,
    year: target,
    own: growth.filter(({ isOwn }) => isOwn).length,
    count: regions.length,
    national: national.map(({ region }) => region),
    until: Math.max(...national.map(({ until }) => until)),
  });
  const errors = errorsOfSpan(sources.errors, { gases: stressors, regions }, target - years.base);
  return {
    table: {
      ...table,
      F,
      FY,
      stressors,
      units: { money: base.units.money, stressors: units },
      modelled: { label, ...(errors && { errors }) },
    },
    balance,
    known,
  };
}

/** The gases of a year on a table of its regions and sectors. */
export function stressorsOfYear(table: InputOutputTable, sources: CarriedSources, year: number): CarriedStressors {
  const ofYear = Math.min(year, Math.max(...sources.co2.map((row) => row.year)));
  const width = table.sectors.length + 1;
  const shares = new Float64Array(table.regions.length * width);
  for (const { year: each, region, sector, kt } of sources.co2) {
    if (each === ofYear) shares[region * width + sector] = kt;
  }
  const bunkers = (pattern: RegExp) =>
    sources.territorial.reduce(
      (sum, { year: each, type, entity, production }) =>
        each === ofYear && type === "bunkers" && pattern.test(entity) ? sum + production : sum,
      0,
    );
  return carriedStressors(table, {
    territorial: sources.territorial.filter((row) => row.year === year),
    bunkersOfShares: { aviation: bunkers(/aviation/i), shipping: bunkers(/shipping/i) },
    shares,
    nonCo2: sources.nonCo2.filter((row) => row.year === year),
    regionOf: sources.regionOf,
  });
}
