import type { Cases } from "./cases.ts";
import { float64, int16, label } from "./column.ts";
import { copiedTable } from "./copied-table.ts";
import type { CountryKey } from "./countries.ts";
import { must, type Origin, type TableDataset, table } from "./dataset.ts";
import type { Figures } from "./figures.ts";

const earlier =
  "Edition of February 2026, before the correction by Implementing Regulation (EU) 2026/1740: not for compliance.";
const transcribed = "Read in one transcription of the Commission's workbook; the Official Journal was not read.";

/** What the carbon border adjustment mechanism of the EU sets by good: default values, mark-ups, benchmarks, and the CBAM factor. */
export async function buildBorderAdjustment(
  figures: Figures,
  cases: Cases,
  countries: CountryKey,
): Promise<TableDataset[]> {
  const shared = { kind: "trade", years: null } as const;
  const sector = { type: "label", description: "Product group" } as const;
  return [
    await copiedTable(figures, countries, {
      ...shared,
      of: "cbam_good",
      name: "cbam_good",
      title: "CBAM: goods with default values",
      title_zh: "欧盟碳边境调节机制：有默认值的商品",
      summary: "Goods of the annex of default values by CN code of 8, 6 or 4 digits, with their product group.",
      traps: [
        earlier,
        "Electricity is not in the annex.",
        "Some headings only introduce their subheadings and have no value: 7211 or 3102.",
        "Grey and white clinker share a CN code, as do grey and white hydraulic cements: only the TARIC code tells them apart.",
      ],
      columns: {
        good_id: { type: "int16", description: "Key to cbam_default_value" },
        sector,
        cn_code: { type: "label", description: "CN code of 8, 6 or 4 digits, without spaces" },
        taric_code: { type: "label", description: "TARIC code of 10 digits where the CN code is ambiguous" },
        description: { type: "text", description: "Description in the annex" },
      },
    }),
    await copiedTable(figures, countries, {
      ...shared,
      of: "cbam_default_value",
      name: "cbam_default_value",
      title: "CBAM: default values by country of origin and good",
      title_zh: "欧盟碳边境调节机制：按原产国与商品的默认值",
      summary:
        "Default specific embedded emissions, before mark-up, with the production route that sets the benchmark.",
      traps: [
        earlier,
        "Without mark-up: see cbam_markup.",
        "A row without a total has no value: the row of “Other countries and territories” holds instead, as a whole.",
        "Direct and indirect may differ from the total by 0.01, because each is rounded.",
        "Where indirect emissions do not count the column is empty, which is not zero.",
      ],
      columns: {
        iso3: { type: "label", description: "Country of origin; null for “Other countries and territories”" },
        country: { type: "label", description: "Name in the annex" },
        good_id: { type: "int16", description: "Key to cbam_good" },
        direct_tco2e_per_t: { type: "float64", unit: "t CO2e/t", description: "Direct emissions" },
        indirect_tco2e_per_t: {
          type: "float64",
          unit: "t CO2e/t",
          description: "Indirect emissions; null where they do not count",
        },
        total_tco2e_per_t: { type: "float64", unit: "t CO2e/t", description: "Total before mark-up; null: no value" },
        route: { type: "label", description: "Letter of the production route of the benchmark" },
      },
    }),
    await copiedTable(figures, countries, {
      ...shared,
      of: "cbam_benchmark",
      name: "cbam_benchmark",
      title: "CBAM: benchmarks of goods declared with default values (column B)",
      title_zh: "欧盟碳边境调节机制：按默认值申报商品的基准值（B 列）",
      summary:
        "Benchmarks by CN code of 8 digits and production route, from which the free allocation adjustment follows.",
      traps: [
        "Workbook of 6 February 2026: not for compliance.",
        transcribed,
        "Column A, of the process alone and for goods declared with actual values, is not here.",
        "Indicators as Annex, point 5.3, explains them (read in public transcriptions): 1 is for production years 2026–27, 2 for 2028–30; F/1 is route F in 2026–27. A and B: grey and white clinker or cement; C, D and E: carbon steel by BF/BOF, DRI/EAF and scrap/EAF; F, G and H: low-alloy steel by the same; J: high-alloy steel by EAF; K and L: primary and secondary aluminium.",
        "Of several grades of steel for one code the highest benchmark of the production year holds (Annex, point 5.1).",
      ],
      columns: {
        sector,
        cn_code: { type: "label", description: "CN code of 8 digits" },
        route: {
          type: "label",
          description:
            "Indicator as in the workbook: letter of the route, mark of the production years, or both; null: one benchmark for all",
        },
        benchmark_tco2e_per_t: { type: "float64", unit: "t CO2e/t", description: "Benchmark, column B" },
      },
    }),
    await copiedTable(figures, countries, {
      kind: "trade",
      of: "cbam_markup",
      name: "cbam_markup",
      title: "CBAM: mark-up on default values, {years}",
      title_zh: "欧盟碳边境调节机制：默认值加成，{years}",
      summary: "Percentage that is added to a default value, by product group and year.",
      traps: [
        earlier,
        "Measured from the marked-up columns of the workbook.",
        "The last year stands for all later ones.",
      ],
      columns: {
        sector,
        year: { type: "int16", description: "Year" },
        markup_pct: { type: "float64", unit: "%", description: "Mark-up on the total" },
      },
    }),
    buildFactor(cases),
  ];
}

/** The first year of the schedule. */
const FIRST = 2026;

/** The schedule as the Directive prints it, %: of 2034 it says that no factor applies. */
const printed = [97.5, 95, 90, 77.5, 51.5, 39, 26.5, 14, 0];

function buildFactor(cases: Cases): TableDataset {
  const file = "cbam_obligation_default_values.json";
  const { cbam_factor: factors } = cases.json(file) as { cbam_factor: Readonly<Record<string, number>> };
  const rows = Object.entries(factors)
    .map(([year, factor]) => ({ year: Number(year), factor }))
    .sort((a, b) => a.year - b.year);
  must(
    rows[0]?.year === FIRST && rows.length === printed.length,
    () => `${file}: the schedule does not run 2026–2034.`,
  );
  rows.forEach(({ year, factor }, at) => {
    must(
      Math.abs(100 * factor - printed[at]!) < 1e-9,
      () => `${file}: the factor of ${year} is ${factor}, where the Directive has ${printed[at]} %.`,
    );
  });
  return table(
    {
      name: "cbam_factor",
      title: "CBAM factor: share of the free allocation that remains, 2026–2034",
      title_zh: "欧盟碳边境调节机制系数：尚存的免费配额比例，2026—2034年",
      kind: "trade",
      summary: "Share of a benchmark that is deducted from embedded emissions, by year.",
      years: [rows[0].year, rows.at(-1)!.year],
      traps: [
        "Read where public documents quote Article 10a(1a) of Directive 2003/87/EC word for word; the Official Journal was not read.",
        "After the last year nothing is deducted.",
        "Not for compliance.",
      ],
    },
    factorOrigin,
    [
      int16(
        "year",
        rows.map(({ year }) => year),
        "none",
        "Year",
      ),
      float64(
        "factor",
        rows.map(({ factor }) => factor),
        "1",
        "Share of the benchmark that is deducted",
      ),
      label(
        "confirmation",
        rows.map(() => "seen"),
        "seen: quoted in public documents",
      ),
    ],
  );
}

const factorOrigin: Origin = {
  publisher: "European Parliament and Council",
  citation:
    "Directive 2003/87/EC, Article 10a(1a), inserted by Directive (EU) 2023/959: the CBAM factor is 97.5 % in 2026, 95 % in 2027, 90 % in 2028, 77.5 % in 2029, 51.5 % in 2030, 39 % in 2031, 26.5 % in 2032 and 14 % in 2033; from 2034 none applies.",
  vintage: "2023-05-10",
  licence: "facts from a publication",
  licence_confirmed: false,
  source:
    "consolidated text of Directive 2003/87/EC (CELEX 02003L0087), as two public documents quote it word for word",
};
