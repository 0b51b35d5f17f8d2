import type { ColumnUncertainty } from "../../kernel/services/catalogue.ts";
import { type Edition as CountryEdition, readEdition } from "../../lib/panorama/edition.ts";
import { Revisions } from "../../lib/panorama/revisions.ts";
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
  const editions = editionsOf(figures);
  const [newest, before] = await Promise.all(editions.map((edition) => readRows(figures, countries, edition)));
  const revisions = new Revisions(editionFrom(editions[0], newest!), editionFrom(editions[1], before!));
  const uncertainty = await uncertaintyOf(figures, editions);
  return [
    buildEdition(editions[0], newest!, revisions, uncertainty),
    buildEdition(editions[1], before!, revisions, uncertainty),
  ];
}

/** The countries of an edition, as the ladder reads them. */
function editionFrom({ name }: Edition, rows: readonly Row[]): CountryEdition {
  return readEdition(name, {
    rows: rows.length,
    iso3: rows.map(({ iso3 }) => iso3),
    type: rows.map(({ type }) => type),
    year: rows.map(({ year }) => year),
    production: rows.map(({ production }) => production),
    consumption: rows.map(({ consumption }) => consumption),
  });
}

/**
 * What can be said of the error of a country's figures. The budget states one standard deviation for the fossil emissions of the world
 * and none for a country. What trade moves has, besides, the country's own revisions between the two editions (`Revisions`); a
 * revision is no stated uncertainty, and an error that both editions share is not in it.
 */
async function uncertaintyOf(
  figures: Figures,
  editions: readonly [newest: Edition, before: Edition],
): Promise<ColumnUncertainty[]> {
  const stated = await figures.read(figures.newest(budgetTables.sigma).id);
  const [of, then] = editions.map(({ entry }) => editionYear(entry));
  const row = stated.texts("symbol").indexOf("E_FF");
  must(
    stated.texts("sigma_kind")[row] === "relative",
    () => `${stated.entry.file}: the standard deviation of E_FF is not relative.`,
  );
  const ownRevisions = {
    en: `the country's own revisions between the editions of ${then} and ${of}, of the share of its production that trade moves; an error of production is in both sides and is not in it`,
    zh: `该国净转移占生产侧之比在${then}版与${of}版之间的自身修订幅度；生产侧的误差同时含于两侧，不计在内`,
  };
  return [
    {
      column: "production_mtco2",
      law: { kind: "relative", sigma: stated.numbers("sigma")[row]! },
      origin: {
        en: `1σ that the Global Carbon Budget ${of} states for the world's fossil emissions; it states none for a single country, and other sources differ by more for many`,
        zh: `《全球碳收支${of}》对全球化石燃料排放给出的标准差（1σ）；该报告未对单个国家给出，许多国家与其他来源的差别更大`,
      },
    },
    ...["consumption_mtco2", "net_import_mtco2"].map((column) => ({
      column,
      law: { kind: "sigma" as const, column: TRANSFER_SD },
      origin: ownRevisions,
    })),
  ];
}

/** One standard deviation of what trade moves, in both editions. */
const TRANSFER_SD = "transfer_sd_mtco2";

interface Row {
  readonly iso3: string | null;
  readonly entity: string;
  readonly type: string;
  readonly year: number;
  readonly production: number | null;
  readonly consumption: number | null;
}

function buildEdition(
  edition: Edition,
  rows: readonly Row[],
  revisions: Revisions,
  uncertainty: readonly ColumnUncertainty[],
): TableDataset {
  const { entry } = edition;
  const known = knownOf(seen, entry);
  assertClosure(entry.file, rows, CLOSURE);
  assertAnchors(entry.file, rows, known?.anchors ?? {});
  const of = editionYear(entry);
  const span = spanOf(rows.map((row) => row.year));
  const consumed = spanOf(rows.flatMap(({ iso3, consumption, year }) => (iso3 && consumption !== null ? year : [])));
  const consuming = new Set(rows.flatMap(({ iso3, consumption }) => (consumption !== null && iso3 ? iso3 : []))).size;
  const [before, after] = edition.about;
  const revisedShare = new Map(
    [...new Set(rows.map(({ iso3 }) => iso3))].map((iso3) => [iso3, iso3 && revisions.of(iso3)]),
  );
  const transferSd = ({ iso3, production, consumption }: Row) => {
    const revised = revisedShare.get(iso3);
    return !revised || production === null || consumption === null ? null : revised.sd * Math.abs(production);
  };
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
      float64(
        TRANSFER_SD,
        rows.map(transferSd),
        "Mt CO2",
        "One standard deviation of net import and consumption besides that of production, by the country's own revisions between the two editions; null where there are too few",
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
