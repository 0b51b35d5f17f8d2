import type { Evidence } from "../../lib/quantity/evidence.ts";
import { nationalTables } from "./carbon-budget.ts";
import { float64, int16, label } from "./column.ts";
import type { CountryKey } from "./countries.ts";
import { must, originOf, type TableDataset, table } from "./dataset.ts";
import { type KnownEditions, knownOf } from "./edition.ts";
import type { Figure, Figures } from "./figures.ts";

/** The values come from the compiler's files, not from the submissions themselves. */
const STATUS: Evidence = "transcription";
const COMPILED = "as compiled by Andrew (CICERO)";

/**
 * Left out: about 2,153 Mt of CO2 in each of 33 years, 40 times the mean of the bookkeeping models in 2022: an error of the
 * submission or of its compilation. The build stops once the source is corrected.
 */
const IMPLAUSIBLE = { iso3: "CIV", least: 2_000 };

/** Net CO2 of some countries and years in the compiler's files, Mt. */
const anchors: KnownEditions<readonly (readonly [iso3: string, year: number, mtco2: number])[]> = {
  "repository of 22 August 2026; UNFCCC submissions 2024, 2025, 2026 by party": [
    ["CHN", 2021, -1346.499],
    ["USA", 2022, -973.902],
    ["JPN", 2022, -52.705],
    ["BRA", 2022, 751.467],
    ["DEU", 2022, 49.85],
  ],
};

/** The year of the example in a trap. */
const COMPARED = 2022;

interface Row {
  readonly iso3: string | null;
  readonly entity: string;
  readonly year: number;
  readonly mtco2: number;
  readonly submission: number | null;
  readonly source: string;
}

/**
 * Net CO2 of land use, land-use change and forestry as countries report it: all fluxes of managed land, growth by CO2 and
 * nitrogen included. The EU27 is the sum of its members, for the years in which all of them have a value.
 */
export async function buildReportedLandUse(figures: Figures, countries: CountryKey): Promise<TableDataset> {
  const figure = await figures.read("unfccc_inventory");
  const rows = readRows(figure, countries, await namesOf(figures));
  const sums = sumOf(rows, countries);
  const all = [...rows, ...sums];
  const years = all.map(({ year }) => year);
  const brazil = rows.find(({ iso3, year }) => iso3 === "BRA" && year === COMPARED)?.mtco2;
  const withOthers = allGasesOf(figure, "BRA", COMPARED);
  must(
    brazil !== undefined && withOthers !== undefined,
    () => `${figure.entry.file}: Brazil has no CO2 of land in ${COMPARED}, or none with its other gases.`,
  );
  const yearsOf = (code: string) => listOf(rows.filter(({ iso3 }) => iso3 === code).map(({ year }) => year));
  const unstated = [...new Set(rows.filter(({ submission }) => submission === null).map(({ entity }) => entity))];
  return table(
    {
      name: "land_use_reported",
      title: "CO2 of land use, land-use change and forestry as reported to the UNFCCC",
      title_zh: "各国向UNFCCC报告的土地利用、土地利用变化和林业二氧化碳净通量",
      kind: "natural",
      summary:
        "Net CO2 flux of managed land as national inventories report it, by country and year, to set beside bookkeeping models of the same year.",
      years: [Math.min(...years), Math.max(...years)],
      traps: [
        `CO2 alone: CH4 and N2O of land are not in it. Brazil ${COMPARED}: ${Math.round(brazil)} Mt CO2 here, ${Math.round(withOthers)} Mt CO2e with them.`,
        "By the managed-land proxy the growth of standing forests counts as anthropogenic: not comparable to bookkeeping models without that flux.",
        "value_status is transcription: read in a compiler's files, not in the submissions. The files carry no unit; it was read off the compiler's charts.",
        `submission is the year of the UNFCCC data set that the compiler used; null where none is stated (${unstated.join(", ")}). Submissions differ by country.`,
        `Some countries have few years (China ${yearsOf("CHN")}; India ${yearsOf("IND")}). A year that is missing is not zero.`,
        `EU27 is the sum of the national submissions of its 27 members, made here for the years in which all have a value (${span(sums)}); its iso3 is null: leave it out before summing.`,
        "Côte d'Ivoire is left out: about 2,153 Mt in every year, in 2022 40 times the mean of three bookkeeping models.",
      ],
    },
    {
      ...originOf(figure.entry, vintageOf(figure.entry.vintage, rows)),
      publisher: "Parties to the UNFCCC, compiled by R. M. Andrew (CICERO)",
    },
    [
      label(
        "iso3",
        all.map(({ iso3 }) => iso3),
        "ISO 3166 alpha-3; null for the EU27",
      ),
      label(
        "entity",
        all.map(({ entity }) => entity),
        "Name as in carbon_budget_countries; of Monaco as in countries",
      ),
      int16("year", years, "none", "Year"),
      float64(
        "net_mtco2",
        all.map(({ mtco2 }) => mtco2),
        "Mt CO2/yr",
        "Net flux of CO2; negative where land takes up",
      ),
      int16(
        "submission",
        all.map(({ submission }) => submission),
        "none",
        "Year of the UNFCCC data set that the compiler used; null where none or several are",
      ),
      label(
        "source",
        all.map(({ source }) => source),
        "Where the value is from",
      ),
      label(
        "value_status",
        all.map(() => STATUS),
        "How the value came here: source, transcription or memory",
      ),
    ],
  );
}

function readRows(figure: Figure, countries: CountryKey, names: ReadonlyMap<string, string>): Row[] {
  const { entry } = figure;
  const [measure, category, unit] = [figure.texts("measure"), figure.texts("category"), figure.texts("unit")];
  const [iso3, year, value] = [figure.texts("iso3"), figure.numbers("year"), figure.numbers("value_mt")];
  const submission = figure.maybeNumbers("submission");
  const rows: Row[] = [];
  const seen = new Set<string>();
  for (let row = 0; row < figure.rows; row++) {
    if (measure[row] !== "co2_by_sector" || category[row] !== "lulucf") continue;
    const [code, of] = [iso3[row]!, `${iso3[row]} ${year[row]}`];
    must(unit[row] === "Mt CO2", () => `${entry.file}, row ${row}: the unit is ${unit[row]} where Mt CO2 is expected.`);
    must(countries.has(code), () => `${entry.file}, row ${row}: ${code} is not in the country table.`);
    must(!seen.has(of), () => `${entry.file}, row ${row}: ${of} occurs twice.`);
    seen.add(of);
    if (code === IMPLAUSIBLE.iso3) {
      must(value[row]! > IMPLAUSIBLE.least, () => `${entry.file}, row ${row}: ${of} is ${value[row]} Mt: ship it.`);
      continue;
    }
    const stated = submission[row] ?? null;
    rows.push({
      iso3: code,
      // Only Monaco has no row in the Global Carbon Budget.
      entity: names.get(code) ?? countries.get(code)!.name_en,
      year: year[row]!,
      mtco2: value[row]!,
      submission: stated,
      source: `UNFCCC submission ${stated === null ? "of a year that is not stated" : `of ${stated}`}, ${COMPILED}`,
    });
  }
  for (const [code, at, mtco2] of knownOf(anchors, entry) ?? []) {
    const found = rows.find((row) => row.iso3 === code && row.year === at)?.mtco2;
    must(found === mtco2, () => `${entry.file}: ${code} ${at} is ${found} Mt CO2 where ${mtco2} is expected.`);
  }
  return rows;
}

/** The date of the compiler's files, as stated by the figures, and the submissions of these rows. */
function vintageOf(stated: string, rows: readonly Row[]): string {
  const [, date] = /^repository of (\d+ \w+ \d{4});/.exec(stated) ?? [];
  must(date !== undefined, () => `The vintage of unfccc_inventory, "${stated}", names no date.`);
  const years = rows.flatMap(({ submission }) => submission ?? []);
  return `${date}, submissions of ${Math.min(...years)} to ${Math.max(...years)}`;
}

/** The names used in the other tables. */
async function namesOf(figures: Figures): Promise<ReadonlyMap<string, string>> {
  const figure = await figures.read(figures.newest(nationalTables).id);
  const [iso3, entity] = [figure.maybeTexts("iso3"), figure.texts("entity")];
  return new Map(iso3.flatMap((code, row) => (code === null ? [] : [[code, entity[row]!] as const])));
}

/** The EU27 in each year in which all 27 members have a value. */
function sumOf(rows: readonly Row[], countries: CountryKey): Row[] {
  const members = rows.filter(({ iso3 }) => countries.get(iso3!)!.eu27);
  const years = [...new Set(members.map(({ year }) => year))].sort((a, b) => a - b);
  return years.flatMap((year) => {
    const parts = members.filter((row) => row.year === year);
    if (parts.length < 27) return [];
    return {
      iso3: null,
      entity: "EU27",
      year,
      mtco2: parts.reduce((sum, { mtco2 }) => sum + mtco2, 0),
      submission: null,
      source: `Sum of 27 national UNFCCC submissions, ${COMPILED}`,
    };
  });
}

/** "1990 to 2024" for years without a gap. */
function span(rows: readonly Row[]): string {
  const [first, last] = [rows[0]!.year, rows.at(-1)!.year];
  must(
    rows.length === last - first + 1,
    () => "The EU27 has years in which a member is missing: name them in the trap.",
  );
  return `${first} to ${last}`;
}

/** The net flux of all gases of land, Mt CO2e. */
function allGasesOf(figure: Figure, code: string, at: number): number | undefined {
  const [measure, category, iso3] = [figure.texts("measure"), figure.texts("category"), figure.texts("iso3")];
  const year = figure.numbers("year");
  return figure
    .numbers("value_mt")
    .find(
      (_, row) =>
        measure[row] === "ghg_by_sector" && category[row] === "lulucf" && iso3[row] === code && year[row] === at,
    );
}

/** "2005, 2020 and 2021", "2005 and 2020 to 2022": runs of more than two years as a span. */
function listOf(years: readonly number[]): string {
  const runs: [first: number, last: number][] = [];
  for (const year of [...years].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run && run[1] === year - 1) run[1] = year;
    else runs.push([year, year]);
  }
  const parts = runs.flatMap(([first, last]) =>
    last - first > 1 ? [`${first} to ${last}`] : first === last ? [`${first}`] : [`${first}`, `${last}`],
  );
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}
