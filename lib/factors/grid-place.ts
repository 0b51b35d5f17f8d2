import { Fault } from "../message/fault.ts";
import { messages } from "../message/message.ts";
import type { Read } from "../tool/read.ts";

const texts = messages("factors", {
  notGridPlace: {
    en: "“{place}” is not a known place; expected an ISO 3166 code of a country (DEU), an ISO 3166-2 code of a province (CN-SD), or the name of a province or regional grid of China (North China).",
    zh: "未知的地点“{place}”；应为国家的 ISO 3166 代码（DEU）、省级行政区的 ISO 3166-2 代码（CN-SD），或中国省份、区域电网的名称（华北）。",
  },
});

/** Where electricity is used: a country, and in it a province or a regional grid. */
export interface GridPlace {
  /** ISO 3166 alpha-3. */
  readonly country: string;
  /** ISO 3166-2 of a province or the English name of a regional grid; null for the whole country. */
  readonly place: string | null;
}

/**
 * The place that a code or a name stands for: `DEU`, `CN-SD`, `Shandong`, `山东`, `North China`. Provinces of countries without
 * factors by province are known by the country's prefix. Throws a Fault if there is no such place.
 */
export async function findGridPlace(written: string, read: Read): Promise<GridPlace> {
  const text = written.trim();
  if (/^[A-Z]{3}$/.test(text)) {
    if ((await countriesWhere("iso3", text, read)) !== undefined) return { country: text, place: null };
  } else if (/^[A-Z]{2}-[A-Z0-9]{1,3}$/.test(text)) {
    const country = await countriesWhere("iso2", text.slice(0, 2), read);
    if (country !== undefined) return { country, place: text };
  } else {
    const columns = await read("grid_factors_china");
    const [name, nameZh, place, level] = ["name", "name_zh", "place", "level"].map((column) => columns.texts(column));
    for (let row = 0; row < columns.rows; row++) {
      if (name![row]!.toLowerCase() !== text.toLowerCase() && nameZh![row] !== text) continue;
      return { country: "CHN", place: level![row] === "country" ? null : place![row]! };
    }
  }
  throw new Fault(texts.notGridPlace({ place: written }), { field: "place" });
}

/** The alpha-3 code of the country with a code; undefined if there is none. */
async function countriesWhere(column: "iso2" | "iso3", code: string, read: Read): Promise<string | undefined> {
  const columns = await read("countries", { [column]: code });
  const [codes, iso3] = [columns.texts(column), columns.texts("iso3")];
  for (let row = 0; row < columns.rows; row++) if (codes[row] === code) return iso3[row]!;
  return undefined;
}
