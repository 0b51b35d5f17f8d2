import { float64, int16, label } from "./column.ts";
import type { CountryKey } from "./countries.ts";
import { must, originOf, type TableDataset, table } from "./dataset.ts";
import { editionYear, type KnownEditions, knownOf } from "./edition.ts";
import type { Figure, Figures } from "./figures.ts";
import { spanOf } from "./year-span.ts";

/** The years that the accounts by country cover; the sources begin earlier. */
const FIRST = 1990;
/** Serbia and Montenegro, which EDGAR keeps together. */
const FORMER = "SCG";

/** Greenhouse gases of countries besides the Global Carbon Budget's: CO2 and CH4, fluorinated gases, and a total by sector. */
export async function buildNationalGases(figures: Figures, countries: CountryKey): Promise<TableDataset[]> {
  return [
    await buildCeds(figures, countries),
    await buildFluorinated(figures, countries),
    await buildClimateTrace(figures, countries),
  ];
}

/** CO2 of China in a year, Mt, as CEDS gives it in the edition that was looked at. */
const cedsOfChina: KnownEditions<{ readonly year: number; readonly mt: number }> = {
  "v_2024_07_08 (to 2022)": { year: 2022, mt: 11_595 },
};

async function buildCeds(figures: Figures, countries: CountryKey): Promise<TableDataset> {
  const figure = await figures.read("ceds_country_total");
  const years = figure.numbers("year");
  const [gas, iso3, area, kt] = [
    figure.texts("gas"),
    figure.maybeTexts("iso3"),
    figure.texts("area"),
    figure.numbers("emissions_kt"),
  ];
  const rows = [...years.keys()].filter((row) => years[row]! >= FIRST);
  requireCountries(figure, iso3, countries);
  const known = knownOf(cedsOfChina, figure.entry);
  if (known) {
    const china = rows.find((row) => iso3[row] === "CHN" && gas[row] === "CO2" && years[row] === known.year);
    const isKnown = china !== undefined && Math.abs(kt[china]! / 1000 - known.mt) < 1;
    must(isKnown, () => `${figure.entry.file}: China ${known.year} is not ${known.mt} Mt CO2.`);
  }
  const span = spanOf(rows.map((row) => years[row]!));
  return table(
    {
      name: "ceds_countries",
      title: `CO2 and CH4 by country, ${span.en} (CEDS)`,
      title_zh: `各国二氧化碳和甲烷排放，${span.zh}（CEDS）`,
      kind: "production",
      summary: "Anthropogenic emissions without land use, by country and for international shipping and aviation.",
      years: span.years,
      traps: [
        "Kilotonnes of the gas, not CO2 equivalents.",
        "CO2 of another method than the Global Carbon Budget's: 2 to 12 % apart for large countries.",
        "CH4 of agriculture and waste is in it, of wetlands and fires not; its origin, fossil or biogenic, is not told apart.",
        "International shipping and aviation stand in the area global_bunkers, in no country.",
        "There is no N2O in it.",
      ],
    },
    originOf(figure.entry),
    [
      label(
        "gas",
        rows.map((row) => gas[row]!),
        "CO2 or CH4",
      ),
      label(
        "iso3",
        rows.map((row) => iso3[row] ?? null),
        "ISO 3166 alpha-3; null for bunkers",
      ),
      label(
        "area",
        rows.map((row) => area[row]!),
        "Name in the source",
      ),
      int16(
        "year",
        rows.map((row) => years[row]!),
        "none",
        "Year",
      ),
      float64(
        "emissions_kt",
        rows.map((row) => kt[row]!),
        "kt of the gas",
        "Emissions",
      ),
    ],
  );
}

/** Summed over the categories of their use. */
async function buildFluorinated(figures: Figures, countries: CountryKey): Promise<TableDataset> {
  const figure = await figures.read("edgar_fgases");
  const [iso3, substance, year, tonnes] = [
    figure.texts("iso3"),
    figure.texts("substance"),
    figure.numbers("year"),
    figure.numbers("emissions_t"),
  ];
  requireCountries(
    figure,
    iso3.map((code) => (code === FORMER ? null : code)),
    countries,
  );
  const sums = new Map<string, number>();
  for (const [row, mass] of tonnes.entries()) {
    const key = `${iso3[row]} ${year[row]} ${substance[row]}`;
    sums.set(key, (sums.get(key) ?? 0) + mass);
  }
  const keys = [...sums.keys()].sort();
  const [span, edition] = [spanOf(year), editionYear(figure.entry)];
  const part = (at: number) => keys.map((key) => key.split(" ")[at]!);
  return table(
    {
      name: "fluorinated_gases_countries",
      title: `Fluorinated gases by country and substance, ${span.en} (EDGAR ${edition})`,
      title_zh: `各国含氟气体排放，按物质，${span.zh}（EDGAR ${edition}版）`,
      kind: "production",
      summary: "HFCs, PFCs, SF6 and NF3, and two HCFCs, summed over the categories of their use.",
      years: span.years,
      traps: [
        "Tonnes of the gas: apply a metric to each substance before adding.",
        "HCFC-141b and HCFC-142b are gases of the Montreal Protocol and in no total under the UNFCCC.",
        "Countries without emissions have no rows. Serbia and Montenegro stand as one, without a code.",
      ],
    },
    originOf(figure.entry),
    [
      label(
        "iso3",
        part(0).map((code) => (code === FORMER ? null : code)),
        "ISO 3166 alpha-3; null for Serbia and Montenegro as one",
      ),
      int16("year", part(1).map(Number), "none", "Year"),
      label("substance", part(2), "Gas, as HFC-134a"),
      float64(
        "emissions_t",
        keys.map((key) => sums.get(key)!),
        "t of the gas",
        "Emissions",
      ),
    ],
  );
}

/** How the editions that were looked at compare with inventories. */
const climateTraceBeside: KnownEditions<string> = {
  "2022-12-01": "Independent estimates; for China 2021 some 5 to 10 % above inventories of the same gases.",
};

async function buildClimateTrace(figures: Figures, countries: CountryKey): Promise<TableDataset> {
  const figure = await figures.read("climate_trace_sector");
  const [iso3, sector, year, tonnes] = [
    figure.texts("iso3"),
    figure.texts("sector"),
    figure.numbers("year"),
    figure.numbers("ghg_tco2e"),
  ];
  requireCountries(figure, iso3, countries);
  const span = spanOf(year);
  return table(
    {
      name: "climate_trace_countries",
      title: `Greenhouse gases by country and sector, ${span.en} (Climate TRACE)`,
      title_zh: `各国各部门温室气体排放，${span.zh}（Climate TRACE）`,
      kind: "production",
      summary:
        "CO2, CH4, N2O and fluorinated gases in CO2 equivalents (GWP100), nine sectors without forestry and land use.",
      years: span.years,
      traps: [
        "CO2 equivalents by a GWP100 whose report the table does not name: do not add to figures by another.",
        knownOf(climateTraceBeside, figure.entry) ?? "Independent estimates, not those of inventories.",
      ],
    },
    originOf(figure.entry),
    [
      label("iso3", iso3, "ISO 3166 alpha-3"),
      label("sector", sector, "Sector"),
      int16("year", year, "none", "Year"),
      float64("ghg_tco2e", tonnes, "t CO2e (GWP100)", "Emissions"),
    ],
  );
}

function requireCountries(figure: Figure, iso3: readonly (string | null)[], countries: CountryKey): void {
  for (const [row, code] of iso3.entries())
    must(
      code === null || countries.has(code),
      () => `${figure.entry.file}, row ${row}: ${code} is not in the country table.`,
    );
}
