import { flag, int16, text } from "./column.ts";
import type { CountryKey } from "./countries.ts";
import { must, originOf, type TableDataset, table } from "./dataset.ts";
import type { Figures } from "./figures.ts";

/** The region codes of the input-output table, in table order. */
export async function regionCodes(figures: Figures): Promise<string[]> {
  const figure = await figures.read("mrio_region");
  const codes = figure.texts("iso3");
  must(codes.length === 41, () => `${figure.entry.file} has ${codes.length} regions where the table has 41.`);
  figure.numbers("region").forEach((position, row) => {
    must(position === row + 1, () => `${figure.entry.file}, row ${row}: region ${position} stands out of table order.`);
  });
  return codes;
}

export async function buildRegions(figures: Figures, countries: CountryKey): Promise<TableDataset> {
  const codes = await regionCodes(figures);
  const figure = await figures.read("mrio_region");
  const sevenRegions = await figures.read("mrio7_region");
  const sevenNames = new Map(sevenRegions.texts("code").map((code, i) => [code, sevenRegions.texts("name_en")[i]!]));

  const found = codes.map((code, row) => {
    if (code === "ROW") return { iso3: null, name_zh: "世界其他地区", eu27: false, un_region: null, group: "ROW" };
    const country = countries.get(code);
    must(country !== undefined, () => `${figure.entry.file}, row ${row}: ${code} is not in the country table.`);
    must(
      country.wiod_region === code,
      () => `${figure.entry.file}, row ${row}: the country table puts ${code} into ${country.wiod_region}.`,
    );
    return {
      iso3: code,
      name_zh: country.name_zh,
      eu27: country.eu27,
      un_region: country.un_region,
      group: country.mrio7_region,
    };
  });
  const groupNames = found.map(({ group }, row) => {
    const name = sevenNames.get(group);
    must(name !== undefined, () => `${figure.entry.file}, row ${row}: the group ${group} is not among the seven.`);
    return name;
  });

  return table(
    {
      name: "mrio_regions",
      title: "The 41 regions of the input-output table",
      title_zh: "多区域投入产出表的41个区域",
      kind: "consumption",
      summary:
        "40 countries and the rest of the world in the order in which they stand in the WIOD 2013 table, with their names and the groups they belong to.",
      years: null,
      traps: [
        "Position in the table: row = region_index * 35 + sector_index, both counted from zero.",
        "WIOD writes ROM for Romania and RoW for the rest of the world (wiod_code); region holds ROU and ROW.",
        "The rest of the world has no ISO code, so its iso3 is null: join tables of this model by region.",
        "eu27 is the European Union of today: the United Kingdom is not in it, and Croatia, which is, has no row of its own here but is in ROW.",
      ],
    },
    originOf(figure.entry),
    [
      int16(
        "region_index",
        codes.map((_, i) => i),
        "none",
        "Position of the region in the table, from 0",
      ),
      text("region", codes, "Region code used in all tables of this model: ISO 3166 alpha-3, or ROW"),
      text(
        "iso3",
        found.map(({ iso3 }) => iso3),
        "ISO 3166 alpha-3; null for the rest of the world",
      ),
      text("wiod_code", figure.texts("wiod_code"), "Code in the WIOD files"),
      text("name_en", figure.texts("name_en"), "English name"),
      text(
        "name_zh",
        found.map(({ name_zh }) => name_zh),
        "Chinese name",
      ),
      text(
        "un_region",
        found.map(({ un_region }) => un_region),
        "UN M49 region; null for the rest of the world",
      ),
      flag(
        "eu27",
        found.map(({ eu27 }) => eu27),
        "Member of the European Union of 27",
      ),
      text(
        "group7",
        found.map(({ group }) => group),
        "Group in a table of seven regions",
      ),
      text("group7_name_en", groupNames, "English name of that group"),
    ],
  );
}
