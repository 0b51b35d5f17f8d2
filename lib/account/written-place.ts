import type { Read } from "../tool/read.ts";
import { nameKey } from "./matching/fold-text.ts";

/** The code of a place as files write it: ISO 3166-1 alpha-3, or ISO 3166-2 of a province of China; null if it is not known. */
export type PlaceCodes = (written: string) => string | null;

const names = ["name_en", "name_zh", "name_de", "name_fr", "name_es", "name_ja", "iso3", "iso2"];
/** What files call countries that their tables of codes call otherwise. */
const alsoCalled: readonly (readonly [string, string])[] = [
  ["usa", "USA"],
  ["us", "USA"],
  ["uk", "GBR"],
  ["england", "GBR"],
  ["prc", "CHN"],
  ["mainland china", "CHN"],
  ["中国大陆", "CHN"],
  ["大陆", "CHN"],
  ["korea", "KOR"],
  ["south korea", "KOR"],
  ["韩国", "KOR"],
  ["taiwan", "TWN"],
  ["台湾", "TWN"],
  ["russia", "RUS"],
  ["vietnam", "VNM"],
  ["turkey", "TUR"],
  ["czech republic", "CZE"],
];

/** Countries by name and code, in the languages of the table of countries, and provinces of China. */
export async function placeCodes(read: Read): Promise<PlaceCodes> {
  const codes = new Map<string, string>();
  const add = (name: string | null | undefined, code: string) => {
    const key = nameKey(name ?? "");
    if (key !== "" && !codes.has(key)) codes.set(key, code);
  };
  for (const [name, code] of alsoCalled) add(name, code);
  const countries = await read("countries");
  const iso3 = countries.texts("iso3");
  for (const column of names.filter((each) => countries.has(each))) {
    const cells = countries.texts(column);
    for (let row = 0; row < countries.rows; row++) add(cells[row], iso3[row]!);
  }
  const china = await read("grid_factors_china");
  const [places, english, chinese, levels] = ["place", "name", "name_zh", "level"].map((each) => china.texts(each));
  for (let row = 0; row < china.rows; row++) {
    const place = places![row];
    if (levels![row] === "country" || !place?.startsWith("CN-")) continue;
    for (const name of [place, english![row], chinese![row], `${chinese![row]}省`, `${chinese![row]}市`])
      add(name, place);
  }
  return (written) => codes.get(nameKey(written)) ?? provinceCode(written);
}

/** A code of a province, which may have no factor of its own. */
const provinceCode = (written: string) => (/^[A-Z]{2}-[A-Z0-9]{1,3}$/.test(written.trim()) ? written.trim() : null);
