import { float64, int16, label, text } from "./column.ts";
import { type Description, must, originOf, type TableDataset, table } from "./dataset.ts";
import { editionYear } from "./edition.ts";
import type { FigureEntry, Figures } from "./figures.ts";

interface HeatRow {
  readonly activity: string;
  readonly gas: string;
  readonly unit: string;
  readonly factor: number;
}

/** Factors of purchased heat and steam: of the United Kingdom as CO2e, of the United States by gas. */
export async function buildHeatFactors(figures: Figures): Promise<TableDataset[]> {
  return [await buildUk(figures), await buildUs(figures)];
}

async function buildUk(figures: Figures): Promise<TableDataset> {
  const figure = await figures.read(figures.newest(/^defra_(\d{4})$/).id);
  const { file } = figure.entry;
  const [group, item, uom, gas] = ["level_1", "level_3", "uom", "ghg_unit"].map((name) => figure.maybeTexts(name));
  const factor = figure.maybeNumbers("factor");
  const rows: HeatRow[] = [];
  group!.forEach((of, row) => {
    if (of !== "Heat and steam" || gas![row] !== "kg CO2e") return;
    must(uom![row] === "kWh", () => `${file}, row ${row}: heat is by ${uom![row]}.`);
    must(factor[row] !== null, () => `${file}, row ${row}: there is no factor.`);
    rows.push({ activity: item![row]!, gas: "CO2e", unit: "kg CO2e AR5.GWP100/kWh", factor: factor[row]! });
  });
  must(rows.length > 0, () => `${file}: there is no row of heat and steam.`);
  const year = editionYear(figure.entry);
  return heatTable(figure.entry, year, rows, {
    name: "factors_heat_uk",
    title: `Factors of purchased heat and steam, United Kingdom, ${year}`,
    title_zh: `外购热力和蒸汽的因子，英国，${year}年`,
    summary: "CO2e by kWh of heat or steam that is bought, from the site of another or a district network.",
    traps: [
      "The sum over gases only; it is weighed by the publisher with AR5 GWP100.",
      "A mean of the United Kingdom: what the supplier's own boilers burn is not in it.",
      "Upstream of the fuels and losses of networks are category 3 of scope 3.",
    ],
  });
}

/** How the publisher writes its quantities, in this project's notation. */
const usUnits: Readonly<Record<string, readonly [gas: string, unit: string]>> = {
  "kg CO2 / mmBtu": ["CO2", "kg CO2/MMBtu"],
  "g CH4 / mmBtu": ["CH4", "g CH4/MMBtu"],
  "g N2O / mmBtu": ["N2O", "g N2O/MMBtu"],
};

async function buildUs(figures: Figures): Promise<TableDataset> {
  const figure = await figures.read(figures.newest(/^epa_factor_hub_(\d{4})$/).id);
  const { file } = figure.entry;
  const [name, item, unit] = ["table_name", "item", "unit"].map((column) => figure.maybeTexts(column));
  const value = figure.maybeNumbers("value");
  const rows: HeatRow[] = [];
  name!.forEach((of, row) => {
    if (of !== "Steam and Heat") return;
    const known = usUnits[unit![row] ?? ""];
    must(known !== undefined, () => `${file}, row ${row}: the unit ${unit![row]} is unknown.`);
    must(value[row] !== null, () => `${file}, row ${row}: there is no value.`);
    rows.push({ activity: item![row]!, gas: known[0], unit: known[1], factor: value[row]! });
  });
  must(rows.length === 3, () => `${file}: ${rows.length} gases of heat and steam where 3 are expected.`);
  const year = editionYear(figure.entry);
  return heatTable(figure.entry, year, rows, {
    name: "factors_heat_us",
    title: `Factors of purchased heat and steam, United States, ${year}`,
    title_zh: `外购热力和蒸汽的因子，美国，${year}年`,
    summary: "CO2, CH4 and N2O by million Btu of heat or steam that is bought.",
    traps: [
      "Gas by gas, CH4 and N2O in grams: the metric is chosen where they are added.",
      "A mean of the United States: what the supplier's own boilers burn is not in it.",
      "Upstream of the fuels and losses of networks are category 3 of scope 3.",
    ],
  });
}

function heatTable(
  entry: FigureEntry,
  year: number,
  rows: readonly HeatRow[],
  description: Omit<Description, "kind" | "years">,
): TableDataset {
  return table({ ...description, kind: "lifecycle", years: null }, originOf(entry), [
    text(
      "activity",
      rows.map(({ activity }) => activity),
      "What is bought",
    ),
    label(
      "gas",
      rows.map(({ gas }) => gas),
      "Gas, or CO2e of all",
    ),
    label(
      "unit",
      rows.map(({ unit }) => unit),
      "Unit of the factor",
    ),
    float64(
      "factor",
      rows.map(({ factor }) => factor),
      "see unit",
      "Emissions by energy bought",
    ),
    int16("year", new Array<number>(rows.length).fill(year), "none", "Edition of the factors"),
  ]);
}
