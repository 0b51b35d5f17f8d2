import { float64, int16, label } from "./column.ts";
import type { CountryKey } from "./countries.ts";
import { must, originOf, type TableDataset, table } from "./dataset.ts";
import type { Figures } from "./figures.ts";
import { spanOf } from "./year-span.ts";

/** A former state whose population is also counted in its successors. */
const former = "ANT";

export async function buildPopulation(figures: Figures, countries: CountryKey): Promise<TableDataset> {
  const figure = await figures.read("population");
  const iso3 = figure.maybeTexts("iso3");
  const entity = figure.texts("entity");
  const year = figure.numbers("year");
  const persons = figure.numbers("population");
  const type = figure.texts("entity_type").map((given, row) => {
    must(
      given === "country" || given === "world",
      () => `${figure.entry.file}, row ${row}: the entity type ${given} is unknown.`,
    );
    must(
      (iso3[row] === null) === (given === "world"),
      () => `${figure.entry.file}, row ${row}: ${entity[row]} is a ${given} and has the code ${iso3[row]}.`,
    );
    const code = iso3[row] ?? null;
    must(
      code === null || code === former || countries.has(code),
      () => `${figure.entry.file}, row ${row}: ${code} is not in the country table.`,
    );
    must(persons[row]! > 0, () => `${figure.entry.file}, row ${row}: a population of ${persons[row]} is not positive.`);
    return code === former ? "former" : given;
  });

  const sums = new Map<number, number>();
  type.forEach((kind, row) => {
    if (kind === "country") sums.set(year[row]!, (sums.get(year[row]!) ?? 0) + persons[row]!);
  });
  type.forEach((kind, row) => {
    if (kind !== "world" || year[row]! < 1950) return;
    const apart = sums.get(year[row]!)! / persons[row]! - 1;
    must(
      Math.abs(apart) < 1e-5,
      () => `${figure.entry.file}, row ${row}: the countries of ${year[row]} sum to ${apart} beside the world.`,
    );
  });

  const span = spanOf(year);
  const counted = new Set(iso3);
  const missing = [...countries.keys()].filter((code) => !counted.has(code)).length;
  return table(
    {
      name: "population",
      title: `Population by country, ${span.en}`,
      title_zh: `各国人口（${span.zh}）`,
      kind: "geography",
      summary: "Persons by country and year, and the world, for emissions per person.",
      years: span.years,
      traps: [
        "Filter entity_type = 'country' before summing: the world is in the table, and the Netherlands Antilles (former, 1800–2010) live in their successors too.",
        "Before 1950 values are interpolated between sources: countries then sum to up to 4 % beside the world, which is given every ten years only.",
        "From 1950 countries sum to the world within 0.001 %.",
        `${missing} territories of the country table have no population here, among them Åland and Norfolk Island.`,
        "The part that comes from the UN World Population Prospects is CC BY 3.0 IGO at its source.",
      ],
    },
    originOf(figure.entry),
    [
      label("iso3", iso3, "ISO 3166 alpha-3 (XKX Kosovo, ANT Netherlands Antilles); null for the world"),
      label("entity", entity, "Name in the source"),
      label("entity_type", type, "country, former or world"),
      int16("year", year, "none", "Year"),
      float64("population", persons, "persons", "Population"),
    ],
  );
}
