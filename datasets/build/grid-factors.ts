import { float64, int16, label } from "./column.ts";
import type { CountryKey } from "./countries.ts";
import { must, originOf, type TableDataset, table } from "./dataset.ts";
import { type KnownEditions, knownOf } from "./edition.ts";
import type { Figures } from "./figures.ts";
import { spanOf } from "./year-span.ts";

/** Factors of purchased electricity: the grids of China, and the residual mixes of Europe. */
export async function buildGridFactors(figures: Figures, countries: CountryKey): Promise<TableDataset[]> {
  return [await buildChina(figures), await buildResidualMixes(figures, countries)];
}

/**
 * The national factors of these years were written from memory of the announcements and do not ship. A year leaves the list
 * when its announcement has been read.
 */
const recalledNational = new Set([2021, 2022]);

/**
 * The regional grid of each province. Six of them as in the list of regional grids of the National Development and Reform
 * Commission, read in transcriptions of its baseline factors; the seventh, Southwest China, is the part of Central China of that
 * list (Sichuan and Chongqing) that the announcements separate. The west of Inner Mongolia is in the grid of North China, its
 * east in that of Northeast China, so it has none.
 */
const grids: Readonly<Record<string, string>> = {
  ...ofGrid("North China", "BJ TJ HE SX SD"),
  ...ofGrid("Northeast China", "LN JL HL"),
  ...ofGrid("East China", "SH JS ZJ AH FJ"),
  ...ofGrid("Central China", "HA HB HN JX"),
  ...ofGrid("Northwest China", "SN GS QH NX XJ"),
  ...ofGrid("South China", "GD GX YN GZ HI"),
  ...ofGrid("Southwest China", "SC CQ"),
};

function ofGrid(grid: string, provinces: string): Record<string, string> {
  return Object.fromEntries(provinces.split(" ").map((province) => [`CN-${province}`, grid]));
}

/** The rows of provinces and of regional grids as counted, and when the edition was announced, by its citation. */
const lookedAt: KnownEditions<{ readonly provinces: number; readonly regions: number; readonly announced: string }> = {
  "2021, 2022; national 2023": {
    provinces: 60,
    regions: 14,
    announced: "announcements of April 2024 to 31 December 2025 (data of 2021 and 2022, of the country 2023)",
  },
};

/** When the editions of the residual mixes that were looked at were published, by their citation. */
const published: KnownEditions<string> = {
  "2023 v1.0, 2025 v1.0": "2023 v1.0 of 30 May 2024, 2025 v1.0 of 26 May 2026",
};

/** The numbers came through files that no reader can look up: what they are transcribed from is named. */
const TRANSCRIBED = "a transcription in a public repository, compared with others where they overlap";
const TRANSCRIBED_WITH_PAGES = "a transcription in a public repository that cites table and page";

async function buildChina(figures: Figures): Promise<TableDataset> {
  const figure = await figures.read("china_grid_factor");
  const { file } = figure.entry;
  const [level, name, nameZh] = [figure.texts("level"), figure.texts("name_en"), figure.texts("name_zh")];
  const [code, year, factor] = [
    figure.maybeTexts("iso_3166_2"),
    figure.numbers("year"),
    figure.numbers("factor_kg_per_kwh"),
  ];
  const levels = ["province", "region", "country"];
  const rows = [...level.keys()]
    .filter((row) => level[row] !== "country" || !recalledNational.has(year[row]!))
    .sort(
      (a, b) =>
        levels.indexOf(level[a]!) - levels.indexOf(level[b]!) || compare(name[a]!, name[b]!) || year[a]! - year[b]!,
    );
  const placeOf = (row: number) =>
    level[row] === "country" ? "CHN" : level[row] === "region" ? name[row]! : (code[row] ?? "");
  const gridOf = (row: number) => (level[row] === "province" ? (grids[placeOf(row)] ?? null) : null);
  const seen = new Set<string>();
  for (const row of rows) {
    const key = `${placeOf(row)} ${year[row]}`;
    must(levels.includes(level[row]!), () => `${file}, row ${row}: the level ${level[row]} is unknown.`);
    must(
      level[row] !== "province" || /^CN-[A-Z]{2}$/.test(placeOf(row)),
      () => `${file}, row ${row}: ${name[row]} has no ISO 3166-2 code of China.`,
    );
    must(!seen.has(key), () => `${file}, row ${row}: ${key} occurs twice.`);
    // Coal power alone emits about 1 kg CO2 per kWh: a mean of a grid is below it.
    must(factor[row]! > 0 && factor[row]! < 1, () => `${file}, row ${row}: ${factor[row]} kg CO2/kWh is no mean.`);
    seen.add(key);
  }
  // A mean lies between those it is of, which a province in the wrong grid would break.
  for (const row of rows.filter((at) => level[at] === "region")) {
    const members = rows.filter((at) => gridOf(at) === name[row] && year[at] === year[row]).map((at) => factor[at]!);
    must(
      factor[row]! >= Math.min(...members) && factor[row]! <= Math.max(...members),
      () => `${file}, row ${row}: ${name[row]} ${year[row]} does not lie between its provinces.`,
    );
  }
  const known = knownOf(lookedAt, figure.entry);
  if (known) {
    const count = (of: string) => rows.filter((row) => level[row] === of).length;
    must(count("province") === known.provinces, () => `${file}: ${count("province")} rows of provinces.`);
    must(count("region") === known.regions, () => `${file}: ${count("region")} rows of regional grids.`);
  }
  const span = spanOf(rows.map((row) => year[row]!));
  return table(
    {
      name: "grid_factors_china",
      title: `Mean CO2 factors of electricity in China by province, regional grid and country, ${span.en}`,
      title_zh: `中国电力平均二氧化碳排放因子（省级、区域、全国），${span.zh}`,
      kind: "electricity",
      summary:
        "CO2 per kWh consumed, after trade between provinces, as the Ministry of Ecology and Environment and the National Bureau of Statistics announce it.",
      years: span.years,
      traps: [
        "A mean for the location-based method: neither the factor of fossil power alone, nor the one without green power traded in the market, nor a margin for projects.",
        "CO2 alone: no CH4, no N2O, nothing upstream of power plants.",
        "The national factors of 2021 and 2022 are left out: they were known from memory of the announcements only.",
        "The numbers of provinces and grids were read in a transcription and compared with three others where they overlap; the announcements themselves were not read.",
        "The column grid was added here: the announcements give factors of seven grids, and which province is in which follows the list of regional grids, with Sichuan and Chongqing apart. Inner Mongolia lies in two grids and has none.",
        "Tibet, Hong Kong, Macao and Taiwan are not in the announcements.",
      ],
    },
    originOf({ ...figure.entry, provenance: TRANSCRIBED }, known?.announced),
    [
      label(
        "level",
        rows.map((row) => (level[row] === "region" ? "regional grid" : level[row]!)),
        "province, regional grid or country",
      ),
      label("place", rows.map(placeOf), "ISO 3166-2 of a province, name of a regional grid, or CHN"),
      label(
        "name",
        rows.map((row) => name[row]!),
        "English name",
      ),
      label(
        "name_zh",
        rows.map((row) => nameZh[row]!),
        "Chinese name",
      ),
      label("grid", rows.map(gridOf), "The regional grid of a province; null where there is none or more than one"),
      int16(
        "year",
        rows.map((row) => year[row]!),
        "none",
        "Year of the data",
      ),
      float64(
        "factor_kg_per_kwh",
        rows.map((row) => factor[row]!),
        "kg CO2/kWh",
        "Mean factor",
      ),
    ],
  );
}

/**
 * Years in which all electricity of a country was disclosed that have no row in the table. Source: the notes of the table
 * ("full disclosure (Austria; the Netherlands from 2024)").
 */
const alsoDisclosed: readonly (readonly [iso3: string, year: number])[] = [["NLD", 2024]];

async function buildResidualMixes(figures: Figures, countries: CountryKey): Promise<TableDataset> {
  const figure = await figures.read("eu_residual_mix");
  const { file } = figure.entry;
  const [iso3, year] = [figure.texts("iso3"), figure.numbers("year")];
  const [factor, note] = [figure.maybeNumbers("factor_g_per_kwh"), figure.maybeTexts("note")];
  const read = iso3.map((code, row) => ({ iso3: code, year: year[row]!, factor: factor[row] ?? null }));
  read.forEach(({ iso3: code, factor: value }, row) => {
    must(countries.has(code), () => `${file}, row ${row}: ${code} is not in the country table.`);
    must(
      value === null ? note[row] === "full disclosure" : note[row] === null && value > 0 && value < 1500,
      () => `${file}, row ${row}: ${value} g CO2/kWh does not go with the note "${note[row]}".`,
    );
  });
  const has = (code: string, of: number) => read.some((row) => row.iso3 === code && row.year === of);
  const added = alsoDisclosed
    .filter(([code, of]) => !has(code, of))
    .map(([code, of]) => ({ iso3: code, year: of, factor: null }));
  const rows = [...read, ...added].sort((a, b) => compare(a.iso3, b.iso3) || a.year - b.year);
  const keys = new Set(rows.map((row) => `${row.iso3} ${row.year}`));
  must(keys.size === rows.length, () => `${file}: a country occurs twice in a year.`);
  const span = spanOf(rows.map((row) => row.year));
  const editions = [...new Set(year)].sort((a, b) => a - b);
  return table(
    {
      name: "residual_mixes",
      title: `Residual mixes of electricity in Europe, ${editions.join(", ")}`,
      title_zh: `欧洲电力剩余组合排放因子，${editions.join("、")}年`,
      kind: "electricity",
      summary:
        "CO2 per kWh of electricity whose origin nobody has claimed by certificate, for the market-based method of scope 2.",
      years: span.years,
      traps: [
        "Without a factor under “full disclosure”: there is no residual mix, and the factor of the supplier is needed. It is never zero.",
        "CO2 alone.",
        "Years between the editions are not in the table.",
        "The row of the Netherlands in 2024 states what the notes of the table say: full disclosure from 2024.",
        ...(has("ITA", 2025)
          ? ["Italy 2025: Table 2 of the report, which is taken, and its sheet of CO2 differ (420.20 and 427.78)."]
          : []),
        "Read in a transcription that cites table and page; the reports themselves were not read.",
      ],
    },
    originOf({ ...figure.entry, provenance: TRANSCRIBED_WITH_PAGES }, knownOf(published, figure.entry)),
    [
      label(
        "iso3",
        rows.map((row) => row.iso3),
        "ISO 3166 alpha-3",
      ),
      int16(
        "year",
        rows.map((row) => row.year),
        "none",
        "Year of the electricity",
      ),
      label(
        "disclosure",
        rows.map((row) => (row.factor === null ? "full disclosure" : "residual mix")),
        "residual mix, or full disclosure: every kWh has a known origin, and there is no residual mix",
      ),
      float64(
        "factor_g_per_kwh",
        rows.map((row) => row.factor),
        "g CO2/kWh",
        "Factor of the residual mix; null under full disclosure",
      ),
    ],
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
