import { float64, int16, label } from "./column.ts";
import type { CountryKey } from "./countries.ts";
import { must, originOf, type TableDataset, table } from "./dataset.ts";
import type { Figures } from "./figures.ts";
import { compressed } from "./packed-arrow.ts";

/** The source gives no code to Kosovo, which has CO2 of its own. */
const codes: Readonly<Record<string, string>> = { Kosovo: "XKX" };
/** Lines among the groups of the source whose CO2 is contained in Kuwait and in Japan. */
const memo = ["Kuwaiti Oil Fires", "Ryukyu Islands"];

/**
 * The world is the sum of its countries: CO2 of 1971 lies 1.5e-5 beside it, which is as published (Ryukyu Islands and rounding);
 * CH4 and N2O lie within the seven digits of the source.
 */
const CLOSURE = 2e-5;

/** CO2, CH4 and N2O of countries with land use, from 1850, in CO2 equivalents of the Sixth Assessment Report (Jones et al.). */
export async function buildGasesByCountry(figures: Figures, countries: CountryKey): Promise<TableDataset> {
  const figure = await figures.read("jones2024_country_gas");
  const { file } = figure.entry;
  const [entity, year] = [figure.texts("entity"), figure.numbers("year")];
  const columns = {
    co2_mt: figure.maybeNumbers("co2_mt"),
    ch4_mtco2e_ar6: figure.maybeNumbers("ch4_mtco2e_ar6"),
    n2o_mtco2e_ar6: figure.maybeNumbers("n2o_mtco2e_ar6"),
  };
  const iso3 = figure.maybeTexts("iso3").map((code, row) => code ?? codes[entity[row]!] ?? null);
  const seen = new Set<string>();
  const type = figure.texts("entity_type").map((given, row) => {
    const place = `${file}, row ${row}`;
    must(["country", "group", "world"].includes(given), () => `${place}: the entity type ${given} is unknown.`);
    const kind = memo.includes(entity[row]!) ? "memo" : codes[entity[row]!] ? "country" : given;
    const code = iso3[row] ?? null;
    must(
      (kind === "country") === (code !== null),
      () => `${place}: ${entity[row]} is a ${kind} with the code ${code}.`,
    );
    must(code === null || countries.has(code), () => `${place}: ${code} is not in the country table.`);
    must(!seen.has(`${entity[row]} ${year[row]}`), () => `${place}: ${entity[row]} ${year[row]} occurs twice.`);
    seen.add(`${entity[row]} ${year[row]}`);
    return kind;
  });
  for (const [name, values] of Object.entries(columns)) {
    const sums = new Map<number, number>();
    type.forEach((kind, row) => {
      if (kind === "country") sums.set(year[row]!, (sums.get(year[row]!) ?? 0) + (values[row] ?? 0));
    });
    type.forEach((kind, row) => {
      if (kind !== "world") return;
      const apart = sums.get(year[row]!)! / values[row]! - 1;
      must(
        Math.abs(apart) < CLOSURE,
        () => `${file}, ${name} ${year[row]}: the countries lie ${apart} beside the world.`,
      );
    });
  }
  return table(
    {
      name: "gases_countries",
      title: "CO2, CH4 and N2O by country with land use, 1850–2023 (Jones et al. 2024)",
      title_zh: "各国二氧化碳、甲烷和氧化亚氮排放（含土地利用），1850—2023年（Jones等，2024）",
      kind: "production",
      summary:
        "National emissions of the three main gases with agriculture and land-use change; CH4 and N2O in CO2 equivalents (GWP100 of AR6), as processed by Our World in Data.",
      years: [Math.min(...new Set(year)), Math.max(...new Set(year))],
      traps: [
        "Filter entity_type = 'country' before summing: groups overlap one another and the world. The world is the sum of the countries.",
        "CO2 contains land-use change, a bookkeeping estimate: it is not the fossil CO2 of the Global Carbon Budget.",
        "CO2 equivalents by the GWP100 of AR6, those of nonco2_countries by AR5: N2O converts exactly, CH4 does not. Do not add the two tables.",
        "There are no fluorinated gases in it.",
        "International bunkers are in no row, and not in the world either.",
        "Kuwaiti Oil Fires (1991, 478 Mt CO2) and Ryukyu Islands are memo lines, contained in Kuwait and in Japan.",
        "20 territories have no CH4 and 15 no N2O, Kosovo among both: an empty cell, not zero.",
        "Net removals of land-use change make the CO2 of some countries negative.",
      ],
    },
    originOf(figure.entry),
    [
      label("iso3", iso3, "ISO 3166 alpha-3 (XKX Kosovo); null for all that is no country"),
      label("entity", entity, "Name in the source"),
      label("entity_type", type, "country, group (overlapping), memo (contained in countries) or world"),
      int16("year", year, "none", "Year"),
      float64("co2_mt", columns.co2_mt, "Mt CO2", "CO2 of fossil fuels, cement and land-use change"),
      float64("ch4_mtco2e_ar6", columns.ch4_mtco2e_ar6, "Mt CO2e (GWP100 of AR6)", "CH4, with land use"),
      float64("n2o_mtco2e_ar6", columns.n2o_mtco2e_ar6, "Mt CO2e (GWP100 of AR6, 273)", "N2O, with land use"),
    ],
    compressed,
  );
}
