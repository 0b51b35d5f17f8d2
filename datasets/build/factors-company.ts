import { float64, int16, label, text } from "./column.ts";
import { must, originOf, type TableDataset, table } from "./dataset.ts";
import { editionYear, type KnownEditions, knownOf } from "./edition.ts";
import type { Figures } from "./figures.ts";

/** Factors for the value chain of a company: by activity (United Kingdom) and by money spent (United States). */
export async function buildCompanyFactors(figures: Figures): Promise<TableDataset[]> {
  return [await buildActivityFactors(figures), await buildSpendFactors(figures)];
}

/** The publisher's units of activity in this project's notation. */
const units: Readonly<Record<string, string>> = {
  tonnes: "t",
  kg: "kg",
  litres: "L",
  "million litres": "ML",
  "cubic metres": "m3",
  GJ: "GJ",
  kWh: "kWh",
  "kWh (Net CV)": "kWh NCV",
  "kWh (Gross CV)": "kWh GCV",
  km: "km",
  "tonne.km": "tkm",
  "passenger.km": "pkm",
  "Room per night": "item room-night",
  "per FTE Working Hour": "h FTE",
};

/** The categories of scope 3 that a group of factors applies to, by the publisher's description of the group. */
const categories: Readonly<Record<string, string>> = {
  "WTT- fuels": "3",
  "WTT- bioenergy": "3",
  "Transmission and distribution": "3",
  "UK electricity T&D for EVs": "3",
  "WTT- UK electricity": "3",
  "WTT- heat and steam": "3",
  "Water supply": "1",
  "Water treatment": "5",
  "Material use": "1",
  "Waste disposal": "5 12",
  "Business travel- air": "6",
  "WTT- business travel- air": "6",
  "Business travel- sea": "6",
  "WTT- business travel- sea": "6",
  "Business travel- land": "6 7",
  "WTT- pass vehs & travel- land": "3 6 7",
  "Freighting goods": "4 9",
  "WTT- delivery vehs & freight": "3 4 9",
  "Hotel stay": "6",
  "Managed assets- electricity": "8 13",
  "Managed assets- vehicles": "8 13",
  Homeworking: "7",
  "Outside of scopes": "outside",
};

/** The rows outside of scopes, as counted. */
const countedOutside: KnownEditions<number> = { "2025": 56 };

async function buildActivityFactors(figures: Figures): Promise<TableDataset> {
  const figure = await figures.read(figures.newest(/^defra_(\d{4})_scope3$/).id);
  const { file } = figure.entry;
  const year = editionYear(figure.entry);
  const [id, group, uom, gas] = ["factor_id", "level_1", "uom", "ghg_unit"].map((name) => figure.texts(name));
  const levels = ["level_1", "level_2", "level_3", "level_4", "column_text"].map((name) => figure.maybeTexts(name));
  const factor = figure.maybeNumbers("factor");
  // The file lost the dashes of its ranges to a wrong encoding.
  const nameOf = (row: number) =>
    levels
      .map((level) => level[row])
      .filter((part, at, all) => part && part !== all[at - 1])
      .map((part) => part!.replaceAll("\ufffd", "–").trim())
      .join(" · ");
  const isOutside = (row: number) => categories[group![row]!] === "outside";
  // Outside of scopes there is no sum over gases: there is only biogenic CO2.
  const isWhole = (row: number) => gas![row] === (isOutside(row) ? "kg CO2e of CO2 per unit" : "kg CO2e");
  const whole = [...id!.keys()].filter((row) => isWhole(row) && factor[row] !== null);
  // A mile is 1.609344 km: its rows repeat those by kilometre, within the rounding of the three gases of both to 0.00001.
  const rows = whole.filter((row) => uom![row] !== "miles");
  const byKm = new Map(rows.filter((row) => uom![row] === "km").map((row) => [nameOf(row), factor[row]!]));
  for (const row of whole.filter((at) => uom![at] === "miles")) {
    const off = Math.abs(factor[row]! - (byKm.get(nameOf(row)) ?? Number.NaN) * 1.609344);
    must(off <= 4e-5, () => `${file}, row ${row}: ${nameOf(row)} by mile is not that by kilometre.`);
  }
  for (const row of rows) {
    must(uom![row]! in units, () => `${file}, row ${row}: the unit ${uom![row]} is unknown.`);
    must(group![row]! in categories, () => `${file}, row ${row}: the group ${group![row]} is unknown.`);
  }
  const outside = rows.filter(isOutside).length;
  const known = knownOf(countedOutside, figure.entry) ?? outside;
  must(outside === known, () => `${file}: ${outside} rows are outside of scopes where ${known} were counted.`);
  return table(
    {
      name: "factors_value_chain_uk",
      title: `Conversion factors for company reporting: scope 3 and outside of scopes, United Kingdom, ${year}`,
      title_zh: `企业报告换算因子：范围三及范围之外，英国，${year}年`,
      kind: "lifecycle",
      summary: "CO2e by unit of activity: fuels upstream, materials, waste, water, freight, travel, commuting, hotels.",
      years: null,
      traps: [
        "The sums over gases only; they are weighed by the publisher with AR5 GWP100.",
        "Factors of scopes 1 and 2 are not in the table.",
        "For the United Kingdom; elsewhere fuels, grids and waste treatment differ.",
        "The categories of scope 3 were assigned here from the publisher's groups.",
        "Materials run to the factory gate; waste disposal holds collection and treatment only.",
        "Flights stand with and without radiative forcing: take one, not both.",
        "Outside of scopes is biogenic CO2: it is in no total.",
      ],
    },
    originOf(figure.entry),
    [
      text("factor_id", pick(id!, rows), "The publisher's identifier"),
      label(
        "categories",
        rows.map((row) => categories[group![row]!]!),
        "Categories of scope 3 that it serves, or outside",
      ),
      text("activity", rows.map(nameOf), "Group, item, detail and variant"),
      label(
        "unit",
        rows.map((row) => `kg ${isOutside(row) ? "CO2 biogenic" : "CO2e AR5.GWP100"}/${units[uom![row]!]!}`),
        "Unit of the factor",
      ),
      float64(
        "factor",
        rows.map((row) => factor[row]!),
        "see unit",
        "Conversion factor",
      ),
      int16("year", new Array<number>(rows.length).fill(year), "none", "Edition of the factors"),
    ],
  );
}

async function buildSpendFactors(figures: Figures): Promise<TableDataset> {
  const figure = await figures.read("epa_supply_chain_factors");
  const { file } = figure.entry;
  const [code, title, gas, unit] = ["naics2017", "title", "ghg", "unit"].map((name) => figure.texts(name));
  const [without, margins, sum] = ["factor_without_margins", "margins", "factor_with_margins"].map((name) =>
    figure.numbers(name),
  );
  const rows = [...gas!.keys()].filter((row) => gas![row] === "All GHGs");
  for (const row of rows) {
    const isSum = Math.abs(sum![row]! - without![row]! - margins![row]!) < 0.0011;
    must(isSum, () => `${file}, row ${row}: the factor with margins is not the sum of its parts, rounded to 0.001.`);
    must(unit![row] === unit![rows[0]!], () => `${file}, row ${row}: the unit is ${unit![row]}.`);
  }
  const [, dollars] = /^kg CO2e\/(\d{4}) USD, purchaser price$/.exec(unit![rows[0]!] ?? "") ?? [];
  must(dollars !== undefined, () => `${file}: the unit is ${unit![rows[0]!]}, which names no year of the dollars.`);
  const factorUnit = `kg CO2e AR5.GWP100/USD ${dollars}`;
  return table(
    {
      name: "factors_spend_us",
      title: `Supply chain greenhouse gas factors by commodity, United States, ${dollars} dollars`,
      title_zh: `供应链温室气体因子，按商品，美国，${dollars}年美元`,
      kind: "lifecycle",
      summary: `CO2e by dollar spent at purchaser price for ${rows.length.toLocaleString("en")} commodities, with and without trade and transport.`,
      years: null,
      traps: [
        "US averages: for goods made elsewhere they are a stand-in.",
        `Dollars of ${dollars}: bring the money to that year first.`,
        "Weighed by the publisher with AR5 GWP100.",
        "With margins, transport and trade to the buyer are in: freight of the same goods in category 4 would count twice.",
      ],
    },
    originOf(figure.entry),
    [
      text("naics2017", pick(code!, rows), "NAICS 2017 code"),
      text("commodity", pick(title!, rows), "Commodity"),
      float64("without_margins", pick(without!, rows), factorUnit, "Cradle to factory gate"),
      float64("with_margins", pick(sum!, rows), factorUnit, "With trade and transport to the buyer"),
      int16("year", new Array<number>(rows.length).fill(Number(dollars)), "none", "Year of the dollars"),
    ],
  );
}

function pick<T>(column: readonly T[], rows: readonly number[]): T[] {
  return rows.map((row) => column[row]!);
}
