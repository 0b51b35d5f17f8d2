import { float64, int16, label } from "./column.ts";
import type { CountryKey } from "./countries.ts";
import { must, originOf, type TableDataset, table } from "./dataset.ts";
import { type KnownEditions, knownOf } from "./edition.ts";
import type { Figures } from "./figures.ts";
import { spanOf } from "./year-span.ts";

const area = { variable: "forest_area", unit: "1000 ha" } as const;
const pools = [
  { name: "above_ground_tc_ha", variable: "carbon_above_ground", description: "Carbon in living biomass above ground" },
  { name: "below_ground_tc_ha", variable: "carbon_below_ground", description: "Carbon in living biomass below ground" },
  { name: "dead_wood_tc_ha", variable: "carbon_dead_wood", description: "Carbon in dead wood" },
  { name: "litter_tc_ha", variable: "carbon_litter", description: "Carbon in litter" },
  { name: "soil_tc_ha", variable: "carbon_soil", description: "Carbon in soil; the depth is the report's own" },
] as const;

/** What a later assessment did to an edition that was looked at. */
const revised: KnownEditions<string> = {
  "bulk download 14 July 2025 (FRA 2020 edition)": "the assessment of 2025 has revised them",
};

interface Report {
  readonly iso3: string;
  readonly entity: string;
  readonly year: number;
  readonly values: Map<string, number>;
}

/** Forest area and carbon per hectare of each country and year of the Global Forest Resources Assessment. */
export async function buildForestCarbon(figures: Figures, countries: CountryKey): Promise<TableDataset> {
  const figure = await figures.read("fra_forest");
  const { file } = figure.entry;
  const iso3 = figure.texts("iso3");
  const names = figure.texts("area");
  const years = figure.numbers("year");
  const variables = figure.texts("variable");
  const values = figure.numbers("value");
  const units = figure.texts("unit");
  const unitOf = new Map<string, string>([
    [area.variable, area.unit],
    ...pools.map(({ variable }) => [variable, "t C/ha"] as const),
  ]);

  const reports = new Map<string, Report>();
  for (const [row, variable] of variables.entries()) {
    const unit = unitOf.get(variable);
    if (unit === undefined) continue;
    const [code, year, value] = [iso3[row]!, years[row]!, values[row]!];
    must(countries.has(code), () => `${file}, row ${row}: ${code} is not in the country table.`);
    must(units[row] === unit, () => `${file}, row ${row}: ${variable} is in ${units[row]} where ${unit} is expected.`);
    must(value >= 0, () => `${file}, row ${row}: ${variable} of ${code} is ${value}; it should not be negative.`);
    const key = `${code} ${year}`;
    const report = reports.get(key) ?? { iso3: code, entity: names[row]!, year, values: new Map<string, number>() };
    must(!report.values.has(variable), () => `${file}, row ${row}: ${variable} of ${key} stands twice.`);
    report.values.set(variable, value);
    reports.set(key, report);
  }
  const rows = [...reports.values()].sort((a, b) => (a.iso3 < b.iso3 ? -1 : a.iso3 > b.iso3 ? 1 : a.year - b.year));
  for (const { iso3: code, year, values: given } of rows)
    must(given.has(area.variable), () => `${file}, ${code} ${year}: it has carbon per hectare but no forest area.`);
  const reported = rows.map(({ year }) => year);
  const span = spanOf(reported);
  const reportYears = [...new Set(reported)].sort((a, b) => a - b);
  const later = knownOf(revised, figure.entry);
  const column = (variable: string) => rows.map(({ values: given }) => given.get(variable) ?? null);

  return table(
    {
      name: "forest_carbon_countries",
      title: `Forest area and carbon per hectare by country and pool, ${span.en}`,
      title_zh: `各国森林面积与每公顷碳储量：按碳库（${span.zh}）`,
      kind: "natural",
      summary: `Forest area and carbon above ground, below ground, in dead wood, litter and soil, as countries reported them for ${listOf(reportYears)}.`,
      years: span.years,
      traps: [
        "Carbon per hectare is the mean over all forests of a country: Brazil's is not that of the Amazon.",
        "Every report has its own method and its own depth of soil: compare countries with care. Areas without a report are desk studies.",
        "Null where a report gives no value: dead wood, litter and soil are missing for most countries.",
        "Carbon is per hectare: multiply by forest_area_kha (thousands of hectares) for a stock, in thousands of tonnes of carbon.",
        `${reportYears.length} years, not a series${later ? `: ${later}` : ""}.`,
      ],
    },
    originOf(figure.entry),
    [
      label(
        "iso3",
        rows.map((row) => row.iso3),
        "ISO 3166 alpha-3",
      ),
      label(
        "entity",
        rows.map(({ entity }) => entity),
        "Name in the source",
      ),
      int16("year", reported, "none", "Year of the report"),
      float64("forest_area_kha", column(area.variable), area.unit, "Forest area"),
      ...pools.map(({ name, variable, description }) => float64(name, column(variable), "t C/ha", description)),
    ],
  );
}

/** "1990, 2000 and 2010" */
function listOf(years: readonly number[]): string {
  return years.length < 2 ? years.join("") : `${years.slice(0, -1).join(", ")} and ${years.at(-1)}`;
}
