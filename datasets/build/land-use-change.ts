import { float64, int16, label } from "./column.ts";
import type { CountryKey } from "./countries.ts";
import { must, originOf, type TableDataset, table } from "./dataset.ts";
import { editionYear } from "./edition.ts";
import type { Figures } from "./figures.ts";
import { spanOf } from "./year-span.ts";

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
  const named = [...new Set(models)].sort();
  must(named.length === 3, () => `${file}: it has the models ${named.join(", ")} where three are expected.`);
  const modelsOf = (code: string, year: number) =>
    named.map(
      (model) => mtc[models.findIndex((of, row) => of === model && iso3[row] === code && years[row] === year)]!,
    );
  const sums = new Map<string, number>();
  const key = (row: number) => `${models[row]} ${years[row]}`;
  for (const [row, type] of types.entries())
    if (type === "country" || type === "rest") sums.set(key(row), (sums.get(key(row)) ?? 0) + mtc[row]!);
  for (const [row, type] of types.entries()) {
    if (type !== "world") continue;
    const apart = mtc[row]! - sums.get(key(row))!;
    must(Math.abs(apart) < CLOSURE_MTC, () => `${file}, ${key(row)}: countries miss the world by ${apart} Mt C.`);
  }
  const [span, edition] = [spanOf(years), editionYear(figure.entry)];
  const china = modelsOf("CHN", span.years[1]);
  return table(
    {
      name: "land_use_change_countries",
      title: `Land-use-change CO2 by country, three bookkeeping models, ${span.en}`,
      title_zh: `各国土地利用变化二氧化碳排放：三种簿记模型（${span.zh}）`,
      kind: "natural",
      summary: "BLUE, H&C2023 and OSCAR, net emissions by country and year, for the world and the EU27.",
      years: span.years,
      traps: [
        "Mt of carbon: times 3.664 for CO2.",
        `The models disagree${differInSign(china) ? " even in sign" : ""} (China ${span.years[1]}: ${written(china)} Mt C): show all three.`,
        "Filter entity_type = 'country' before summing: the world and the EU27 are in the table; OTHER and DISPUTED are the rest.",
        "Only what people do to land counts here. National inventories add the growth of managed forests to it.",
        `Edition of ${edition}: the sums are not those of another edition of the Global Carbon Budget.`,
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

function differInSign(values: readonly number[]): boolean {
  return values.some((value) => value < 0) && values.some((value) => value > 0);
}

/** "+268, −33 and −26" */
function written(values: readonly number[]): string {
  const parts = values.map((value) => `${value < 0 ? "−" : "+"}${Math.abs(Math.round(value))}`);
  return `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}
