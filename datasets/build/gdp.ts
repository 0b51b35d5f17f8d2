import { float64, int16, label } from "./column.ts";
import type { CountryKey } from "./countries.ts";
import { must, type Origin, originOf, type TableDataset, table } from "./dataset.ts";
import type { FigureEntry, Figures } from "./figures.ts";
import { compressed } from "./packed-arrow.ts";

/** The last year of the Penn World Table 10.01. */
const PPP_ENDS = 2019;

/** Gross domestic product of countries at market exchange rates and at purchasing power parities. */
export async function buildGdp(figures: Figures, countries: CountryKey): Promise<TableDataset> {
  const figure = await figures.read("gdp");
  const { file } = figure.entry;
  const [iso3, type, year] = [figure.maybeTexts("iso3"), figure.texts("area_type"), figure.numbers("year")];
  const current = figure.maybeNumbers("gdp_musd_current");
  const ppp = figure.maybeNumbers("gdp_ppp_m2017usd");
  const national = figure.maybeNumbers("gdp_na_m2017usd");
  const persons = figure.maybeNumbers("population_pwt");
  const seen = new Set<string>();
  const sums = new Map<number, number>();
  for (let row = 0; row < figure.rows; row++) {
    const place = `${file}, row ${row}`;
    const code = iso3[row] ?? null;
    must(type[row] === "country" || type[row] === "world", () => `${place}: the area type ${type[row]} is unknown.`);
    must((code === null) === (type[row] === "world"), () => `${place}: a ${type[row]} has the code ${code}.`);
    must(code === null || countries.has(code), () => `${place}: ${code} is not in the country table.`);
    must(!seen.has(`${code} ${year[row]}`), () => `${place}: ${code} ${year[row]} occurs twice.`);
    seen.add(`${code} ${year[row]}`);
    for (const values of [current, ppp, national, persons])
      must(values[row] == null || values[row]! > 0, () => `${place}: ${values[row]} is not positive.`);
    must(ppp[row] == null || year[row]! <= PPP_ENDS, () => `${place}: a value at PPP after ${PPP_ENDS}.`);
    must(
      (ppp[row] == null) === (national[row] == null) && (ppp[row] == null) === (persons[row] == null),
      () => `${place}: the columns of the Penn World Table are not all there or all missing.`,
    );
    if (code !== null) sums.set(year[row]!, (sums.get(year[row]!) ?? 0) + (current[row] ?? 0));
  }
  type.forEach((kind, row) => {
    if (kind !== "world" || year[row]! < 1990) return;
    const share = sums.get(year[row]!)! / current[row]!;
    must(
      share > 0.983 && share < 0.994,
      () => `${file}: the countries of ${year[row]} make ${share} of the world's GDP.`,
    );
  });
  return table(
    {
      name: "gdp",
      title: "Gross domestic product by country, 1970–2023 (World Bank, Penn World Table)",
      title_zh: "各国国内生产总值（1970—2023年，世界银行与佩恩世界表）",
      kind: "geography",
      summary:
        "GDP in current US$ at market exchange rates, and in 2017 US$ at purchasing power parities and at constant national prices, for emission intensities.",
      years: [Math.min(...new Set(year)), Math.max(...new Set(year))],
      traps: [
        "Filter area_type = 'country' before summing: the world is in the table.",
        "Purchasing power parities end in 2019 (Penn World Table 10.01); current US$ in 2023.",
        "Current US$ move with prices and exchange rates: they compare countries in one year, not a country with itself over years.",
        "gdp_ppp_m2017usd (rgdpo) compares levels between countries, gdp_na_m2017usd (rgdpna) growth over time: do not mix them.",
        "The world has no PPP value of its own.",
        "Countries sum to 98.4 to 99.3 % of the world in current US$ from 1990 on, because some have no value; before, more is missing (1970: 8 %).",
        "185 countries have a value in current US$ for 2023, 201 for 2022. Taiwan has none in current US$.",
      ],
    },
    openOrigin(figure.entry),
    [
      label("iso3", iso3, "ISO 3166 alpha-3 (XKX Kosovo); null for the world"),
      label("area_type", type, "country or world"),
      int16("year", year, "none", "Year"),
      float64(
        "gdp_musd_current",
        current,
        "million US$, current",
        "GDP at market exchange rates (World Bank, NY.GDP.MKTP.CD)",
      ),
      float64(
        "gdp_ppp_m2017usd",
        ppp,
        "million 2017 US$ at PPP",
        "Output-side real GDP at chained purchasing power parities (Penn World Table, rgdpo)",
      ),
      float64(
        "gdp_na_m2017usd",
        national,
        "million 2017 US$",
        "Real GDP at constant national prices (Penn World Table, rgdpna)",
      ),
      float64("population_pwt", persons, "persons", "Population of the Penn World Table"),
    ],
    compressed,
  );
}

/** Both publishers give CC BY 4.0, as known; the package that carries the World Bank's table is in the public domain (PDDL). */
function openOrigin(entry: FigureEntry): Origin {
  const carried = "CC-BY-4.0 (both); the carrying data package is ODC-PDDL-1.0";
  must(entry.licence === carried, () => `${entry.file}: its licence has changed to "${entry.licence}".`);
  return { ...originOf(entry), licence: "CC-BY-4.0" };
}
