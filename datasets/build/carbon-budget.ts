import type { ColumnUncertainty } from "../../kernel/services/catalogue.ts";
import { budgetTables } from "./carbon-budget-global.ts";
import { float64, int16, label } from "./column.ts";
import type { CountryKey } from "./countries.ts";
import { must, originOf, type TableDataset, table } from "./dataset.ts";
import { editionYear, type KnownEditions, knownOf } from "./edition.ts";
import type { FigureEntry, Figures } from "./figures.ts";
import { spanOf } from "./year-span.ts";

/** One edition of the Global Carbon Budget: production and consumption by country and year. Editions are never mixed. */
interface Edition {
  readonly entry: FigureEntry;
  readonly name: string;
  /** What comes before the years in its summary, and after them. */
  readonly about: readonly [before: string, after: string];
  readonly types: string;
}

/** The tables of production and consumption by country, by the year of their edition. */
export const nationalTables = /^gcb(\d{4})_national$/;

/** Largest allowed difference between the sum of countries, bunkers and statistical difference and the world, Mt CO2. */
const CLOSURE = 0.6;

/** What was seen in an edition. */
interface Seen {
  readonly traps: readonly string[];
  /** Consumption relative to production in 2022, per cent, as published. */
  readonly anchors: Readonly<Record<string, number>>;
}

const seen: KnownEditions<Seen> = {
  "Global Carbon Budget 2025 v1.0": {
    traps: [
      "Do not join with the edition of 2024 in one line: consumption was revised by 5 to 7 % (median over countries; 2022: Russia −13 %, India −9 %, Hong Kong +53 %), production by 0.2 %.",
      "Values were cut, not rounded, after three decimals of Mt C and multiplied by 3.664: sums fall short by up to 0.5 Mt CO2.",
      "1991: the oil fires in Kuwait (478 Mt CO2) are in the world, the statistical difference and the group Non KP Annex B, but in no country and no consumption.",
      "The world has no consumption here; it equals the world's production, bunkers included.",
      "Before 1992 a few small states are missing.",
      "Panama's consumption is below zero in 2006, 2008 and 2016, as published.",
    ],
    anchors: { CHN: -11.0, USA: 10.1, JPN: 16.7 },
  },
  "Global Carbon Budget 2024": {
    traps: [
      "Do not join with the edition of 2025 in one line: consumption was revised by 5 to 7 % (median over countries).",
      "Kuwaiti Oil Fires and Ryukyu Islands are memo lines, contained in their countries.",
      "Bunkers: production stands in International aviation and International shipping, consumption in International transport, which has no production of its own.",
      "The world and International transport have a consumption in 2023, the countries end in 2022.",
      "Zeros in early years are as published: small or not estimated.",
    ],
    anchors: { CHN: -9.2, USA: 11.1, JPN: 15.9 },
  },
};

const shared = (consuming: number, hasAll: boolean) => [
  "Filter entity_type = 'country' before summing: groups overlap one another and the world.",
  "Bunkers (international aviation and shipping) are in no country.",
  `Consumption exists for ${consuming} countries: compare sums of production and consumption over rows that have both.`,
  ...(hasAll ? [] : ["Namibia 1990 is left out: the source has no production and a consumption of zero."]),
  "Territorial principle, fossil CO2 with cement; cement carbonation is not deducted and land-use change is not in it.",
];

/** The newest edition, and the one of 2024, which goes back to 1750. */
function editionsOf(figures: Figures): readonly [newest: Edition, before: Edition] {
  return [
    {
      entry: figures.newest(nationalTables),
      name: "carbon_budget_countries",
      about: ["Territorial", "and the net import that lies between them, for countries, groups, bunkers and the world"],
      types: "country, group (overlapping), bunkers, statistical_difference or world",
    },
    {
      entry: figures.entry("gcb2024_national"),
      name: "carbon_budget_countries_2024",
      about: ["The edition before: territorial", "and the net import between them, as processed by Our World in Data"],
      types: "country, group (overlapping), memo (contained in countries), bunkers or world",
    },
  ];
}

export async function buildCarbonBudgets(figures: Figures, countries: CountryKey): Promise<TableDataset[]> {
  return Promise.all(editionsOf(figures).map((edition) => buildEdition(figures, countries, edition)));
}

/** The year in which the two editions are compared: the last that both have. */
const COMPARED = 2022;

/**
 * What can be said of the error of a country's two figures. The budget states one standard deviation for the fossil emissions
 * of the world and none for a country. For consumption there is, besides, the revision between the two editions: the root mean
 * square over the countries, weighted by their emissions. A revision is no stated uncertainty, and an error that both editions
 * share is not in it.
 */
async function uncertaintyOf(figures: Figures, countries: CountryKey): Promise<ColumnUncertainty[]> {
  const stated = await figures.read(figures.newest(budgetTables.sigma).id);
  const editions = editionsOf(figures);
  const [of, then] = editions.map(({ entry }) => editionYear(entry));
  const row = stated.texts("symbol").indexOf("E_FF");
  must(
    stated.texts("sigma_kind")[row] === "relative",
    () => `${stated.entry.file}: the standard deviation of E_FF is not relative.`,
  );
  const sigma = stated.numbers("sigma")[row]!;
  const [now, before] = await Promise.all(editions.map((each) => readRows(figures, countries, each)));
  const revision = revisionOf(now!, before!);
  return [
    {
      column: "production_mtco2",
      law: { kind: "relative", sigma },
      origin: {
        en: `1σ that the Global Carbon Budget ${of} states for the world's fossil emissions; it states none for a single country`,
        zh: `《全球碳收支${of}》对全球化石燃料排放给出的标准差（1σ）；该报告未对单个国家给出`,
      },
    },
    {
      column: "consumption_mtco2",
      law: { kind: "relative", sigma: revision },
      origin: {
        en: `revision of the consumption emissions of ${COMPARED} from the edition of ${then} to that of ${of}: root mean square over the countries, weighted by emissions; the budget states no uncertainty of them`,
        zh: `${COMPARED} 年消费侧排放由${then}版到${of}版的修订幅度：各国按排放量加权的均方根；全球碳收支未给出其不确定度`,
      },
    },
  ];
}

/** The root mean square of the relative revisions of consumption, weighted by emissions, to 0.1 %. */
function revisionOf(now: readonly Row[], before: readonly Row[]): number {
  const consumptionOf = (rows: readonly Row[]) =>
    new Map(
      rows.flatMap(({ iso3, year, consumption }) =>
        iso3 !== null && year === COMPARED && consumption !== null ? [[iso3, consumption] as const] : [],
      ),
    );
  const old = consumptionOf(before);
  let [weight, sum] = [0, 0];
  for (const [iso3, consumption] of consumptionOf(now)) {
    const was = old.get(iso3);
    if (was === undefined) continue;
    weight += was;
    sum += was * (consumption / was - 1) ** 2;
  }
  must(weight > 0, () => `No country has consumption emissions of ${COMPARED} in both editions.`);
  return Math.round(Math.sqrt(sum / weight) * 1000) / 1000;
}

interface Row {
  readonly iso3: string | null;
  readonly entity: string;
  readonly type: string;
  readonly year: number;
  readonly production: number | null;
  readonly consumption: number | null;
}

async function buildEdition(figures: Figures, countries: CountryKey, edition: Edition): Promise<TableDataset> {
  const { entry } = edition;
  const rows = await readRows(figures, countries, edition);
  const known = knownOf(seen, entry);
  assertClosure(entry.file, rows, CLOSURE);
  assertAnchors(entry.file, rows, known?.anchors ?? {});
  const of = editionYear(entry);
  const span = spanOf(rows.map((row) => row.year));
  const consumed = spanOf(rows.flatMap(({ iso3, consumption, year }) => (iso3 && consumption !== null ? year : [])));
  const consuming = new Set(rows.flatMap(({ iso3, consumption }) => (consumption !== null && iso3 ? iso3 : []))).size;
  const [before, after] = edition.about;
  const uncertainty = await uncertaintyOf(figures, countries);
  return table(
    {
      name: edition.name,
      title: `Fossil CO2 by country, production and consumption (Global Carbon Budget ${of})`,
      title_zh: `各国化石燃料二氧化碳排放：生产侧与消费侧（全球碳收支${of}版）`,
      kind: "production",
      summary: `${before} emissions ${span.en}, consumption emissions ${consumed.en} ${after}.`,
      years: span.years,
      traps: [
        ...shared(consuming, rows.length === entry.rows),
        ...(known?.traps ?? [`Do not join with another edition than that of ${of} in one line.`]),
      ],
      uncertainty,
    },
    originOf(entry),
    [
      label(
        "iso3",
        rows.map((row) => row.iso3),
        "ISO 3166 alpha-3 (XKX Kosovo); null for all that is no country",
      ),
      label(
        "entity",
        rows.map((row) => row.entity),
        "Name in the source",
      ),
      label(
        "entity_type",
        rows.map((row) => row.type),
        edition.types,
      ),
      int16(
        "year",
        rows.map((row) => row.year),
        "none",
        "Year",
      ),
      float64(
        "production_mtco2",
        rows.map((row) => row.production),
        "Mt CO2",
        "Territorial fossil CO2",
      ),
      float64(
        "consumption_mtco2",
        rows.map((row) => row.consumption),
        "Mt CO2",
        "Consumption-based fossil CO2; null where not estimated",
      ),
      float64(
        "net_import_mtco2",
        rows.map(netImport),
        "Mt CO2",
        "Consumption minus production; null where either is missing",
      ),
    ],
  );
}

function netImport({ production, consumption }: Row): number | null {
  return production === null || consumption === null ? null : consumption - production;
}

async function readRows(figures: Figures, countries: CountryKey, edition: Edition): Promise<Row[]> {
  const figure = await figures.read(edition.entry.id);
  const { file } = figure.entry;
  const iso3 = figure.maybeTexts("iso3");
  const entity = figure.texts("entity");
  const given = figure.texts("entity_type");
  const year = figure.numbers("year");
  const production = figure.maybeNumbers("production_mtco2");
  const consumption = figure.maybeNumbers("consumption_mtco2");
  const found = new Set<string>();
  const rows: Row[] = [];
  for (let row = 0; row < figure.rows; row++) {
    const code = iso3[row] ?? null;
    const type = entityType(entity[row]!, given[row]!);
    must(type !== null, () => `${file}, row ${row}: the entity type ${given[row]} is unknown.`);
    must(
      (type === "country") === (code !== null),
      () => `${file}, row ${row}: ${entity[row]} is a ${type} and has the code ${code}.`,
    );
    must(code === null || countries.has(code), () => `${file}, row ${row}: ${code} is not in the country table.`);
    must(
      !found.has(`${entity[row]} ${year[row]}`),
      () => `${file}, row ${row}: ${entity[row]} ${year[row]} occurs twice.`,
    );
    found.add(`${entity[row]} ${year[row]}`);
    if (production[row] === null && type !== "bunkers") {
      must(
        code === "NAM" && year[row] === 1990,
        () => `${file}, row ${row}: ${entity[row]} ${year[row]} has no production.`,
      );
      continue;
    }
    rows.push({
      iso3: code,
      entity: entity[row]!,
      type,
      year: year[row]!,
      production: production[row] ?? null,
      consumption: consumption[row] ?? null,
    });
  }
  return rows;
}

function entityType(entity: string, given: string): string | null {
  // The source lists these two among its groups; their emissions are already in Kuwait and in Japan.
  if (/^(Kuwaiti Oil Fires|Ryukyu Islands)/.test(entity)) return "memo";
  if (given === "bunker") return "bunkers";
  return ["country", "group", "statistical_difference", "world"].includes(given) ? given : null;
}

function assertClosure(file: string, rows: readonly Row[], tolerance: number): void {
  const parts = new Map<number, number>();
  for (const row of rows)
    if (row.type !== "group" && row.type !== "memo" && row.type !== "world")
      parts.set(row.year, (parts.get(row.year) ?? 0) + (row.production ?? 0));
  for (const row of rows) {
    if (row.type !== "world") continue;
    const apart = row.production! - (parts.get(row.year) ?? 0);
    must(
      Math.abs(apart) < tolerance,
      () => `${file}, ${row.year}: countries, bunkers and difference miss the world by ${apart} Mt CO2.`,
    );
  }
}

function assertAnchors(file: string, rows: readonly Row[], anchors: Seen["anchors"]): void {
  for (const [iso3, percent] of Object.entries(anchors)) {
    const row = rows.find((candidate) => candidate.iso3 === iso3 && candidate.year === 2022);
    const found = row ? 100 * (row.consumption! / row.production! - 1) : Number.NaN;
    must(
      Math.abs(found - percent) < 0.051,
      () => `${file}, ${iso3} 2022: consumption stands ${found} % beside production where ${percent} % is published.`,
    );
  }
}
