import { float64, int16, label } from "./column.ts";
import type { CountryKey } from "./countries.ts";
import { must, originOf, type TableDataset, table } from "./dataset.ts";
import type { Figures } from "./figures.ts";

const areas: Readonly<Record<string, string>> = {
  Global: "world",
  EU27: "group",
  OTHER: "rest",
  DISPUTED: "rest",
};

/** Largest distance of countries and rest from the world, Mt C: models were regridded to countries. */
const CLOSURE_MTC = 12;

/** Net land-use-change emissions of every country by three bookkeeping models. */
export async function buildLandUseChange(figures: Figures, countries: CountryKey): Promise<TableDataset> {
  const figure = await figures.read("luc_national");
  const { file } = figure.entry;
  const models = figure.texts("model");
  const iso3 = figure.maybeTexts("iso3");
  const names = figure.texts("country");
  const years = figure.numbers("year");
  const mtc = figure.numbers("mtc");
  const types = names.map((name, row) => {
    const type = iso3[row] === null ? areas[name] : "country";
    must(type !== undefined, () => `${file}, row ${row}: ${name} is neither a country nor a known area.`);
    const code = iso3[row];
    must(!code || countries.has(code), () => `${file}, row ${row}: ${code} is not in the country table.`);
    return type!;
  });
  const sums = new Map<string, number>();
  const key = (row: number) => `${models[row]} ${years[row]}`;
  for (const [row, type] of types.entries())
    if (type === "country" || type === "rest") sums.set(key(row), (sums.get(key(row)) ?? 0) + mtc[row]!);
  for (const [row, type] of types.entries()) {
    if (type !== "world") continue;
    const apart = mtc[row]! - sums.get(key(row))!;
    must(Math.abs(apart) < CLOSURE_MTC, () => `${file}, ${key(row)}: countries miss the world by ${apart} Mt C.`);
  }
  return table(
    {
      name: "land_use_change_countries",
      title: "Land-use-change CO2 by country, three bookkeeping models, 1850–2022",
      title_zh: "各国土地利用变化二氧化碳排放：三种簿记模型（1850—2022年）",
      kind: "natural",
      summary: "BLUE, H&C2023 and OSCAR, net emissions by country and year, for the world and the EU27.",
      years: [Math.min(...new Set(years)), Math.max(...new Set(years))],
      traps: [
        "Mt of carbon: times 3.664 for CO2.",
        "The models disagree even in sign (China 2022: +268, −33 and −26 Mt C): show all three.",
        "Filter entity_type = 'country' before summing: the world and the EU27 are in the table; OTHER and DISPUTED are the rest.",
        "Only what people do to land counts here. National inventories add the growth of managed forests to it.",
        "Edition of 2023: the sums are not those of the Global Carbon Budget 2024 or 2025.",
      ],
    },
    originOf(figure.entry),
    [
      label("model", models, "BLUE, H&C2023 or OSCAR"),
      label("iso3", iso3, "ISO 3166 alpha-3; null for the world, the EU27 and the rest"),
      label("entity", names, "Name in the source"),
      label("entity_type", types, "country, group, rest or world"),
      int16("year", years, "none", "Year"),
      float64("mtc", mtc, "Mt C/yr", "Net emission; negative where land takes up"),
    ],
  );
}
