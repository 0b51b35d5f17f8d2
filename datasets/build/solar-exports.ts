import { float64, int16, label } from "./column.ts";
import type { CountryKey } from "./countries.ts";
import { must, originOf, type TableDataset, table } from "./dataset.ts";
import { editionYear, type KnownEditions, knownOf } from "./edition.ts";
import type { Figures } from "./figures.ts";
import { compressed } from "./packed-arrow.ts";
import { spanOf } from "./year-span.ts";

/** Data needed to compare China's exports of solar goods with the grids of the importing countries. */
export async function buildSolarExports(figures: Figures, countries: CountryKey): Promise<TableDataset[]> {
  return [
    await buildExports(figures, countries),
    await buildMonths(figures, countries),
    await buildIntensity(figures, countries),
    await buildMargins(figures, countries),
  ];
}

/** Panels of 2024 in MW, as counted. */
const countedPanels: KnownEditions<number> = { "2025": 237_236 };

/** Months summed to years; panels, cells and wafers separately. */
async function buildExports(figures: Figures, countries: CountryKey): Promise<TableDataset> {
  const figure = await figures.read("ember_china_solar_exports");
  const { file } = figure.entry;
  const [iso3, area, type, product, capacity] = [
    figure.maybeTexts("iso3"),
    figure.texts("area"),
    figure.texts("area_type"),
    figure.texts("product"),
    figure.maybeNumbers("capacity_mw"),
  ];
  const months = figure.dates("month");
  const sums = new Map<string, { iso3: string | null; area: string; year: number; product: string; mw: number }>();
  for (let row = 0; row < figure.rows; row++) {
    if (type[row] !== "country") continue;
    // The Netherlands Antilles were dissolved in 2010 but are still in customs data.
    const code = iso3[row] === "ANT" ? null : (iso3[row] ?? null);
    must(code === null || countries.has(code), () => `${file}, row ${row}: ${code} is not in the country table.`);
    const year = months[row]!.getUTCFullYear();
    const key = [area[row], year, product[row]].join("|");
    const sum = sums.get(key) ?? { iso3: code, area: area[row]!, year, product: product[row]!, mw: 0 };
    sum.mw += capacity[row] ?? 0;
    sums.set(key, sum);
  }
  const rows = [...sums.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
  const known = knownOf(countedPanels, figure.entry);
  if (known !== undefined) {
    const panels = rows.filter(({ year, product }) => year === 2024 && product === "panels");
    const total = panels.reduce((sum, { mw }) => sum + mw, 0);
    must(Math.abs(total - known) < 1, () => `${file}: panels of 2024 add to ${total} MW where ${known} were counted.`);
  }
  const span = spanOf(rows.map(({ year }) => year));
  const last = span.years[1];
  return table(
    {
      name: "solar_exports_china",
      title: `China's exports of solar panels, cells and wafers by country, ${span.en}`,
      title_zh: `中国光伏组件、电池片和硅片出口，按目的地，${span.zh}`,
      kind: "trade",
      summary: "Capacity in MW by destination, year and product, from customs records.",
      years: span.years,
      traps: [
        "Capacity is Ember's estimate from mass and value.",
        "Cells and wafers become panels elsewhere: adding the three products counts capacity twice if the panels are counted where they are made.",
        "Until 2021 cells are among the panels: one customs code held both.",
        ...incomplete(months, last),
        "Destination of the shipment, not always where the panel is put up.",
      ],
    },
    originOf(figure.entry),
    [
      label(
        "iso3",
        rows.map((row) => row.iso3),
        "ISO 3166 alpha-3; null for remainders such as Other Africa",
      ),
      label(
        "area",
        rows.map((row) => row.area),
        "Name in the source",
      ),
      int16(
        "year",
        rows.map((row) => row.year),
        "none",
        "Year",
      ),
      label(
        "product",
        rows.map((row) => row.product),
        "panels, cells or wafers",
      ),
      float64(
        "capacity_mw",
        rows.map((row) => row.mw),
        "MW",
        "Capacity shipped in the year",
      ),
    ],
  );
}

/** A trap if the last year is not over. */
function incomplete(months: readonly Date[], last: number): string[] {
  const covered = new Set(
    months.filter((month) => month.getUTCFullYear() === last).map((month) => month.getUTCMonth()),
  );
  return covered.size < 12 ? [`${last} does not cover all months.`] : [];
}

/** The months themselves, of countries. */
async function buildMonths(figures: Figures, countries: CountryKey): Promise<TableDataset> {
  const figure = await figures.read("ember_china_solar_exports");
  const { file } = figure.entry;
  const [iso3, area, type, product] = [
    figure.maybeTexts("iso3").map((code) => (code === "ANT" ? null : code)),
    figure.texts("area"),
    figure.texts("area_type"),
    figure.texts("product"),
  ];
  const [months, capacity] = [figure.dates("month"), figure.maybeNumbers("capacity_mw")];
  const keyOf = (row: number) => [product[row], area[row], months[row]!.toISOString()].join("|");
  const rows = [...type.keys()]
    .filter((row) => type[row] === "country" && (capacity[row] ?? 0) !== 0)
    .map((row) => ({ row, key: keyOf(row) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ row }) => row);
  for (const row of rows) {
    const code = iso3[row] ?? null;
    must(code === null || countries.has(code), () => `${file}, row ${row}: ${code} is not in the country table.`);
  }
  const span = spanOf(rows.map((row) => months[row]!.getUTCFullYear()));
  return table(
    {
      name: "solar_exports_china_monthly",
      title: `China's exports of solar panels, cells and wafers by country and month, ${span.en}`,
      title_zh: `中国光伏组件、电池片和硅片出口，按目的地和月份，${span.zh}`,
      kind: "trade",
      summary: "Capacity in MW by destination, month and product, from customs records.",
      years: span.years,
      traps: [
        "Capacity is Ember's estimate from mass and value.",
        "Months without capacity are left out.",
        "Products must not be added: cells and wafers become panels elsewhere.",
        ...incomplete(months, span.years[1]),
        "Destination of the shipment, not always where the panel is put up.",
      ],
    },
    originOf(figure.entry),
    [
      label(
        "iso3",
        rows.map((row) => iso3[row] ?? null),
        "ISO 3166 alpha-3; null for remainders such as Other Africa",
      ),
      label(
        "area",
        rows.map((row) => area[row]!),
        "Name in the source",
      ),
      int16(
        "year",
        rows.map((row) => months[row]!.getUTCFullYear()),
        "none",
        "Year",
      ),
      int16(
        "month",
        rows.map((row) => months[row]!.getUTCMonth() + 1),
        "none",
        "Month, 1 to 12",
      ),
      label(
        "product",
        rows.map((row) => product[row]!),
        "panels, cells or wafers",
      ),
      float64(
        "capacity_mw",
        rows.map((row) => capacity[row]!),
        "MW",
        "Capacity shipped in the month",
      ),
    ],
    compressed,
  );
}

async function buildIntensity(figures: Figures, countries: CountryKey): Promise<TableDataset> {
  const figure = await figures.read("electricity_intensity");
  const { file } = figure.entry;
  const iso3 = figure.maybeTexts("iso3");
  const entity = figure.texts("entity");
  const rows = [...iso3.keys()].filter((row) => iso3[row] !== null || entity[row] === "World");
  for (const row of rows) {
    const code = iso3[row] ?? null;
    must(code === null || countries.has(code), () => `${file}, row ${row}: ${code} is not in the country table.`);
  }
  const [year, intensity] = [figure.numbers("year"), figure.numbers("intensity_g_per_kwh")];
  const span = spanOf(rows.map((row) => year[row]!));
  return table(
    {
      name: "electricity_intensity",
      title: `Carbon intensity of electricity by country, ${span.en}`,
      title_zh: `各国电力碳强度，${span.zh}`,
      kind: "electricity",
      summary: "Life-cycle greenhouse gases per kWh generated, by country and for the world.",
      years: span.years,
      traps: [
        "Of generation, not of consumption: trade in electricity is not in it.",
        "Life-cycle factors, not stack emissions.",
        "An average of all plants: what a new plant displaces is another (marginal) one.",
      ],
    },
    originOf(figure.entry),
    [
      label(
        "iso3",
        rows.map((row) => iso3[row] ?? null),
        "ISO 3166 alpha-3; null for the world",
      ),
      label(
        "entity",
        rows.map((row) => entity[row]!),
        "Name in the source",
      ),
      int16(
        "year",
        rows.map((row) => year[row]!),
        "none",
        "Year",
      ),
      float64(
        "intensity_g_per_kwh",
        rows.map((row) => intensity[row]!),
        "g CO2e/kWh",
        "Intensity",
      ),
    ],
  );
}

/** Emissions that a new plant displaces (the margin), which differ from the average of a grid. */
async function buildMargins(figures: Figures, countries: CountryKey): Promise<TableDataset> {
  const figure = await figures.read("ifi_grid_factor");
  const { file } = figure.entry;
  const iso3 = figure.maybeTexts("iso3");
  iso3.forEach((code, row) => {
    must(code === null || countries.has(code), () => `${file}, row ${row}: ${code} is not in the country table.`);
  });
  const year = editionYear(figure.entry);
  const margin = (name: string, column: string, description: string) =>
    float64(name, figure.numbers(column), "g CO2/kWh", description);
  return table(
    {
      name: "grid_margins",
      title: `Marginal grid emission factors by country (harmonised default factors of ${year})`,
      title_zh: `各国电网边际排放因子（${year}年统一默认值）`,
      kind: "electricity",
      summary:
        "What a project that feeds or relieves a grid displaces: operating margin, and combined margins by kind of project.",
      years: [year, year],
      traps: [
        "For projects and what they avoid, not for inventories or footprints: use the average intensity there.",
        "CO2 at the stack alone: no CH4, no N2O, nothing upstream.",
        "A combined margin weights the operating margin (plants that run less) with the build margin (plants that are not built).",
        `The state of ${year}; grids have changed since.`,
        "0 is real where all plants are hydropower.",
      ],
    },
    originOf(figure.entry),
    [
      label("iso3", iso3, "ISO 3166 alpha-3; null for some islands and sub-national grids"),
      label("area", figure.texts("area"), "Name in the list"),
      int16("year", new Array<number>(figure.rows).fill(year), "none", "Edition of the list"),
      margin("operating_g_per_kwh", "om_g_per_kwh", "Operating margin"),
      margin(
        "combined_intermittent_g_per_kwh",
        "cm_intermittent_g_per_kwh",
        "Combined margin for solar, wind and tidal power",
      ),
      margin("combined_firm_g_per_kwh", "cm_firm_g_per_kwh", "Combined margin for hydropower and geothermal power"),
      margin("combined_efficiency_g_per_kwh", "cm_efficiency_g_per_kwh", "Combined margin for energy efficiency"),
      margin(
        "combined_consumption_g_per_kwh",
        "cm_consumption_g_per_kwh",
        "Combined margin for electricity consumption",
      ),
    ],
  );
}
