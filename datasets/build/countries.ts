import { flag, text } from "./column.ts";
import { must, originOf, type TableDataset, table } from "./dataset.ts";
import type { Figures } from "./figures.ts";

export interface Country {
  readonly iso3: string;
  readonly iso2: string;
  /** Three digits as in world-atlas; null for Kosovo, which has no ISO number. */
  readonly iso_numeric: string | null;
  readonly name_en: string;
  readonly name_zh: string;
  readonly name_ja: string;
  readonly name_de: string;
  readonly name_fr: string;
  readonly name_es: string;
  readonly un_region: string | null;
  readonly eu27: boolean;
  readonly wiod_region: string;
  readonly mrio7_region: string;
  readonly exiobase3_region: string | null;
}

/** Countries by ISO 3166 alpha-3. */
export type CountryKey = ReadonlyMap<string, Country>;

/** Full forms used in lists of countries and regions; the source already has 中国台湾省. */
const chinese: ReadonlyMap<string, string> = new Map([
  ["HKG", "中国香港"],
  ["MAC", "中国澳门"],
]);

export async function readCountries(figures: Figures): Promise<CountryKey> {
  const figure = await figures.read("country");
  const column = {
    iso3: figure.texts("iso3"),
    iso2: figure.texts("iso2"),
    number: figure.numbers("iso_numeric"),
    name_en: figure.texts("name_en"),
    name_zh: figure.texts("name_zh"),
    name_ja: figure.texts("name_ja"),
    name_de: figure.texts("name_de"),
    name_fr: figure.texts("name_fr"),
    name_es: figure.texts("name_es"),
    un_region: figure.maybeTexts("un_region"),
    eu27: figure.flags("eu27"),
    wiod: figure.texts("wiod_region"),
    seven: figure.texts("mrio7_region"),
    exiobase: figure.maybeTexts("exiobase3_region"),
  };
  const countries = new Map<string, Country>();
  for (let row = 0; row < figure.rows; row++) {
    // The name package writes XKK and 983 for Kosovo. The other tables write XKX, and ISO has assigned no number.
    const kosovo = column.iso3[row] === "XKK";
    const iso3 = kosovo ? "XKX" : column.iso3[row]!;
    must(
      /^[A-Z]{3}$/.test(iso3) && !countries.has(iso3),
      () => `${figure.entry.file}, row ${row}: ${iso3} is no code or occurs twice.`,
    );
    countries.set(iso3, {
      iso3,
      iso2: column.iso2[row]!,
      iso_numeric: kosovo ? null : String(column.number[row]).padStart(3, "0"),
      name_en: column.name_en[row]!,
      name_zh: chinese.get(iso3) ?? column.name_zh[row]!,
      name_ja: column.name_ja[row]!,
      name_de: column.name_de[row]!,
      name_fr: column.name_fr[row]!,
      name_es: column.name_es[row]!,
      un_region: column.un_region[row]!,
      eu27: column.eu27[row]!,
      wiod_region: column.wiod[row]!,
      mrio7_region: column.seven[row]!,
      exiobase3_region: column.exiobase[row]!,
    });
  }
  const members = [...countries.values()].filter((country) => country.eu27).length;
  must(members === 27, () => `${figure.entry.file}: the European Union of 27 has ${members} members.`);
  const regions = new Set([...countries.values()].map((country) => country.wiod_region));
  must(regions.size === 41, () => `${figure.entry.file}: its countries fill ${regions.size} of the 41 regions.`);
  return countries;
}

export function buildCountries(figures: Figures, countries: CountryKey): TableDataset {
  const rows = [...countries.values()].sort((a, b) => (a.iso3 < b.iso3 ? -1 : 1));
  return table(
    {
      name: "countries",
      title: "Countries and territories: codes, names and model regions",
      title_zh: "国家和地区：代码、名称与模型区域",
      kind: "geography",
      summary:
        "The key between ISO 3166 codes, map numbers, names in six languages and the regions of the input-output tables.",
      years: null,
      traps: [
        "iso_numeric is a text of three digits with leading zeros, as in the world map (Afghanistan is 004).",
        "Kosovo is XKX as in the other tables; it has no ISO number and no UN region, and the world map gives it no id.",
        "wiod_region is the 41-region table of 2011: Croatia, Norway, Switzerland and all other countries without a row of their own are in ROW.",
        "The Chinese names of Hong Kong and Macao are written 中国香港 and 中国澳门; all other names are those of the source.",
      ],
    },
    originOf(figures.entry("country")),
    [
      text(
        "iso3",
        rows.map((c) => c.iso3),
        "ISO 3166 alpha-3; XKX for Kosovo",
      ),
      text(
        "iso2",
        rows.map((c) => c.iso2),
        "ISO 3166 alpha-2",
      ),
      text(
        "iso_numeric",
        rows.map((c) => c.iso_numeric),
        "ISO 3166 numeric, three digits: the id of the world map; null for Kosovo",
      ),
      text(
        "name_en",
        rows.map((c) => c.name_en),
        "English name",
      ),
      text(
        "name_zh",
        rows.map((c) => c.name_zh),
        "Chinese name",
      ),
      text(
        "name_ja",
        rows.map((c) => c.name_ja),
        "Japanese name",
      ),
      text(
        "name_de",
        rows.map((c) => c.name_de),
        "German name",
      ),
      text(
        "name_fr",
        rows.map((c) => c.name_fr),
        "French name",
      ),
      text(
        "name_es",
        rows.map((c) => c.name_es),
        "Spanish name",
      ),
      text(
        "un_region",
        rows.map((c) => c.un_region),
        "UN M49 region; null for Kosovo",
      ),
      flag(
        "eu27",
        rows.map((c) => c.eu27),
        "Member of the European Union of 27",
      ),
      text(
        "wiod_region",
        rows.map((c) => c.wiod_region),
        "Region of the 41-region table, see mrio_regions; ROW for all without a row of their own",
      ),
      text(
        "group7",
        rows.map((c) => c.mrio7_region),
        "Group in a table of seven regions, as in mrio_regions",
      ),
      text(
        "exiobase3_region",
        rows.map((c) => c.exiobase3_region),
        "Region of EXIOBASE 3; null for Kosovo",
      ),
    ],
  );
}
