import { float64, int16, label } from "./column.ts";
import type { CountryKey } from "./countries.ts";
import { must, originOf, type TableDataset, table } from "./dataset.ts";
import type { Figures } from "./figures.ts";

const territorial = "territorial fossil CO2 with cement, carbonation not deducted, bunkers apart";
const residence = "residence principle: ships and aircraft follow their operator";
const footprint = "consumption of products made of fossil CO2 with cement, by trade data";

/** What each source counts; without it a difference between two sources cannot be interpreted. */
const scopes: readonly (readonly [source: RegExp, scope: string])[] = [
  [/^production GCB \d{4}$/, territorial],
  [/^production CEDS \d{4}-\d{2}$/, "anthropogenic CO2 without land use, international bunkers apart"],
  [/^production JRC WIOD accounts \(residence\)$/, residence],
  [/^consumption GCB \d{4}$/, footprint],
  [/^consumption WIOD 2013 \+ JRC$/, "consumption by the input-output table of 2000–2011, households included"],
];

export async function buildNationalBySource(figures: Figures, countries: CountryKey): Promise<TableDataset> {
  const figure = await figures.read("national_co2_by_source");
  const iso3 = figure.texts("iso3");
  const [year, source, measure] = [figure.numbers("year"), figure.texts("source"), figure.texts("measure")];
  const co2 = figure.numbers("co2_mt");
  iso3.forEach((code, row) => {
    must(
      code === "ROW" || countries.has(code),
      () => `${figure.entry.file}, row ${row}: ${code} is not in the country table.`,
    );
  });
  const scope = source.map((name, row) => {
    const [, counted] = scopes.find(([of]) => of.test(`${measure[row]} ${name}`)) ?? [];
    must(
      counted !== undefined,
      () => `${figure.entry.file}, row ${row}: what ${measure[row]} by ${name} counts is not written down.`,
    );
    return counted;
  });
  return table(
    {
      name: "national_co2_by_source",
      title: "CO2 of countries by several sources side by side",
      title_zh: "各国二氧化碳排放的多来源对照",
      kind: "uncertainty",
      summary:
        "Production and consumption CO2 of the same country and year by the Global Carbon Budget, CEDS and the JRC's accounts.",
      years: [Math.min(...new Set(year)), Math.max(...new Set(year))],
      traps: [
        "Definitions differ (column scope): the differences are no random errors.",
        "Two editions of the Global Carbon Budget are two sources: never join them in one line.",
        "Fossil and process CO2 without land use; other gases are not in it.",
      ],
    },
    originOf(figure.entry),
    [
      label("iso3", iso3, "ISO 3166 alpha-3; ROW rest of the world of a model"),
      int16("year", year, "none", "Year"),
      label("measure", measure, "production or consumption"),
      label("source", source, "Who published it, and which edition"),
      float64("co2_mt", co2, "Mt CO2", "Emissions"),
      label("scope", scope, "What the source counts"),
    ],
  );
}
