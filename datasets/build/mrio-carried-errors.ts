import type { CarriedError, Knowledge } from "../../lib/mrio/carried/carried-error.ts";
import { carriedGases } from "../../lib/mrio/carried/carried-stressors.ts";
import type { ComputedPrinciple } from "../../lib/mrio/carried/principle.ts";
import { carriedCases, validateCase } from "../../lib/mrio/carried/validation-case.ts";
import type { NowcastValidation, StressorError } from "../../lib/mrio/nowcast-validation.ts";
import { lastShippedYear } from "../../lib/mrio/resource/dataset-names.ts";
import type { Read } from "../../lib/tool/read.ts";
import { type Column, float64, int16, label } from "./column.ts";
import { type TableDataset, table } from "./dataset.ts";
import { gasUnit, mt, origin, percent } from "./mrio-carried-origin.ts";
import { compressed } from "./packed-arrow.ts";

const cases: Readonly<Record<Knowledge, string>> = {
  gdp: "GDP in current US$ alone, as for most regions of 2022",
  gdp_and_national_tables: "GDP, and output, value added and final demand of China and Japan from their tables",
  totals: "output, value added and final demand of every region and sector",
};

type Found = readonly { readonly from: number; readonly known: Knowledge; readonly validation: NowcastValidation }[];

/** The errors of every principle whose accounts are computed. */
export type PrincipleErrors = Readonly<Record<ComputedPrinciple, readonly CarriedError[]>>;

/** The errors of carried tables in cases whose table is known: the tables of them, and their lists. */
export async function buildCarriedErrors(read: Read): Promise<{ tables: TableDataset[]; errors: PrincipleErrors }> {
  const found: Found[number][] = [];
  for (const from of carriedCases) {
    for (const known of Object.keys(cases) as Knowledge[]) {
      found.push({ from, known, validation: await validateCase(from, known, read) });
    }
  }
  return {
    tables: [errorsOf(found), sectorErrorsOf(found), flowErrorsOf(found), principleErrorsOf(found)],
    errors: {
      consumption: errorList(found, ({ consumption, modelled }) => ({ known: consumption, modelled })),
      income: errorList(found, ({ income }) => income),
      shared_along_chain: errorList(found, ({ sharedAlongChain }) => sharedAlongChain),
    },
  };
}

function errorList(found: Found, of: (row: StressorError) => StressorError["income"]): CarriedError[] {
  return found.flatMap(({ from, known, validation }) =>
    validation.emissions.map((row) => ({
      from,
      to: lastShippedYear,
      known,
      gas: row.stressor,
      region: row.region,
      error: percent(of(row).modelled / of(row).known - 1) / 100,
    })),
  );
}

const caseTraps = [
  "The satellite account is the same in both tables, CO2 of the JRC and other gases of EDGAR of 2011 by edgar_sector_key: these are errors of the structure alone, not of the keys.",
  "One case for each base year: an error is no standard deviation and no interval.",
  "A span of 11 years (2000 to 2011) is that of 2011 to 2022; shorter ones understate the error of 2022.",
  "Import matrices of the United States begin in 2012 and are in no case.",
  "2000 with all totals known: one of 1,640 totals cannot be met (purchases of wood products in Malta, 3 million USD) and is set aside.",
];
const knownText = `What was known of 2011: ${Object.entries(cases)
  .map(([name, text]) => `${name}: ${text}`)
  .join("; ")}`;

/** The columns that say of which case a row is. */
function caseColumns(rows: readonly { readonly from: number; readonly known: Knowledge }[]): Column[] {
  return [
    int16(
      "from_year",
      rows.map(({ from }) => from),
      "none",
      "Year of the table that was carried",
    ),
    int16(
      "year",
      rows.map(() => lastShippedYear),
      "none",
      "Year it was carried to",
    ),
    label(
      "known",
      rows.map(({ known }) => known),
      knownText,
    ),
  ];
}

/** The columns that say whose emissions a row has. */
function emissionColumns(rows: readonly Pick<StressorError, "stressor" | "region">[]): Column[] {
  return [
    label(
      "gas",
      rows.map(({ stressor }) => stressor),
      carriedGases.join(", "),
    ),
    label(
      "unit",
      rows.map(({ stressor }) => gasUnit(stressor)),
      "Unit of the row's emissions",
    ),
    label(
      "region",
      rows.map(({ region }) => region),
      "Region",
    ),
  ];
}

function errorsOf(found: Found): TableDataset {
  const rows = found.flatMap(({ from, known, validation }) =>
    validation.emissions.map((row) => ({
      from,
      known,
      table: validation.table,
      ...validation.regions.find(({ region }) => region === row.region)!,
      ...row,
    })),
  );
  return table(
    {
      name: "carried_errors",
      title: "Errors of tables carried to 2011, whose table is known, by region",
      title_zh: "推算至已知年份（2011年）的投入产出表误差：分区域",
      kind: "consumption",
      summary:
        "Tables of 2000, 2005 and 2007 carried to 2011 by GRAS with three kinds of knowledge, beside the published table: four gases of consumption, and what was sold, bought and consumed.",
      years: [lastShippedYear, lastShippedYear],
      traps: caseTraps,
    },
    origin,
    [
      ...caseColumns(rows),
      ...emissionColumns(rows),
      float64(
        "production_mt",
        rows.map(({ production }) => mt(production)),
        "Mt of the unit in column unit",
        "Production of 2011, households included",
      ),
      float64(
        "consumption_mt",
        rows.map(({ consumption }) => mt(consumption)),
        "Mt of the unit in column unit",
        "Consumption of 2011 by the published table",
      ),
      float64(
        "modelled_mt",
        rows.map((row) => mt(row.modelled)),
        "Mt of the unit in column unit",
        "Consumption of 2011 by the carried table",
      ),
      float64(
        "error_percent",
        rows.map((row) => percent(row.modelled / row.consumption - 1)),
        "%",
        "Modelled relative to published consumption",
      ),
      float64(
        "sales_error_percent",
        rows.map(({ sales }) => percent(sales)),
        "%",
        "Σ |modelled − published| over Σ published of the region's intermediate sales",
      ),
      float64(
        "purchases_error_percent",
        rows.map(({ purchases }) => percent(purchases)),
        "%",
        "The same of its intermediate purchases",
      ),
      float64(
        "demand_error_percent",
        rows.map(({ demand }) => percent(demand)),
        "%",
        "The same of its final demand by product and origin",
      ),
      float64(
        "table_z_error_percent",
        rows.map(({ table: { Z } }) => percent(Z)),
        "%",
        "The same of all intermediate deliveries of the table",
      ),
      float64(
        "table_y_error_percent",
        rows.map(({ table: { Y } }) => percent(Y)),
        "%",
        "The same of all final deliveries of the table",
      ),
    ],
    compressed,
  );
}

function sectorErrorsOf(found: Found): TableDataset {
  const rows = found.flatMap(({ from, known, validation }) =>
    validation.sectors.map((row) => ({ from, known, ...row })),
  );
  return table(
    {
      name: "carried_errors_sectors",
      title: "Errors of tables carried to 2011, whose table is known, by sector",
      title_zh: "推算至已知年份（2011年）的投入产出表误差：分部门",
      kind: "consumption",
      summary:
        "The intermediate deliveries of carried tables beside the published ones, by selling and by buying sector of all regions.",
      years: [lastShippedYear, lastShippedYear],
      traps: caseTraps,
    },
    origin,
    [
      ...caseColumns(rows),
      label(
        "sector",
        rows.map(({ sector }) => sector),
        "Sector, see mrio_sectors",
      ),
      float64(
        "sales_error_percent",
        rows.map(({ sales }) => percent(sales)),
        "%",
        "Σ |modelled − published| over Σ published of what the sector sells to sectors",
      ),
      float64(
        "purchases_error_percent",
        rows.map(({ purchases }) => percent(purchases)),
        "%",
        "The same of what it buys",
      ),
    ],
  );
}

function flowErrorsOf(found: Found): TableDataset {
  const rows = found.flatMap(({ from, known, validation }) =>
    validation.flows.filter(({ stressor }) => stressor === "CO2").map((row) => ({ from, knowledge: known, ...row })),
  );
  return table(
    {
      name: "carried_errors_flows",
      title: "Errors of tables carried to 2011, whose table is known, by flow",
      title_zh: "推算至已知年份（2011年）的投入产出表误差：分流向",
      kind: "consumption",
      summary:
        "CO2 emitted in one region for the final demand of another, by the published table of 2011 and by tables carried to it.",
      years: [lastShippedYear, lastShippedYear],
      traps: [...caseTraps, "Direct emissions of households are in no flow."],
    },
    origin,
    [
      ...caseColumns(rows.map(({ from, knowledge }) => ({ from, known: knowledge }))),
      label(
        "origin",
        rows.map((row) => row.origin),
        "Region that emits",
      ),
      label(
        "consumer",
        rows.map(({ consumer }) => consumer),
        "Region of final demand",
      ),
      float64(
        "published_mtco2",
        rows.map(({ known }) => mt(known)),
        "Mt CO2",
        "By the published table",
      ),
      float64(
        "modelled_mtco2",
        rows.map((row) => mt(row.modelled)),
        "Mt CO2",
        "By the carried table",
      ),
    ],
    compressed,
  );
}

/** Principles besides consumption, with where a validation has them. */
const validatedPrinciples = [
  ["income", "income"],
  ["shared_along_chain", "sharedAlongChain"],
] as const;

function principleErrorsOf(found: Found): TableDataset {
  const rows = found.flatMap(({ from, known, validation }) =>
    validatedPrinciples.flatMap(([principle, key]) =>
      validation.emissions.map((row) => ({ ...row, from, known, principle, both: row[key] })),
    ),
  );
  return table(
    {
      name: "carried_errors_principles",
      title: "Errors of tables carried to 2011, whose table is known, by principle",
      title_zh: "推算至已知年份（2011年）的投入产出表误差：分核算原则",
      kind: "consumption",
      summary:
        "Four gases by income and shared along the chain, by the published table of 2011 and by tables carried to it; those of consumption are in carried_errors.",
      years: [lastShippedYear, lastShippedYear],
      traps: [
        ...caseTraps,
        "Direct emissions of households are in both and without error: they follow the territory by every principle.",
      ],
    },
    origin,
    [
      ...caseColumns(rows),
      label(
        "principle",
        rows.map(({ principle }) => principle),
        "income (Ghosh, by value added) or shared_along_chain (producers keep in the measure of their value added)",
      ),
      ...emissionColumns(rows),
      float64(
        "published_mt",
        rows.map(({ both }) => mt(both.known)),
        "Mt of the unit in column unit",
        "Emissions of 2011 by the published table",
      ),
      float64(
        "modelled_mt",
        rows.map(({ both }) => mt(both.modelled)),
        "Mt of the unit in column unit",
        "Emissions of 2011 by the carried table",
      ),
      float64(
        "error_percent",
        rows.map(({ both }) => percent(both.modelled / both.known - 1)),
        "%",
        "Modelled relative to published",
      ),
    ],
    compressed,
  );
}
