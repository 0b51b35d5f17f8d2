import { distinct } from "../message/distinct.ts";
import { type Message, messages } from "../message/message.ts";
import { type AccountRow, type Principle, rangeOf, readAccounts } from "./account.ts";
import { type Accounts, type FossilSources, fossilAccounts } from "./fossil-accounts.ts";
import { Gaps } from "./gaps.ts";
import { type GasSources, gasAccounts } from "./gas-accounts.ts";
import { type Ladder, ladder } from "./ladder.ts";
import { type Boundary, type LandSources, landAccounts } from "./land-accounts.ts";
import { countriesOf, type NationalSeries, WORLD } from "./national-series.ts";
import { reconcile, residenceRows } from "./reconciliation.ts";
import { type TradeResult, tradeAccounts } from "./trade-accounts.ts";

const texts = messages("panorama", {
  noTrade: { en: "No table of trade was given for {year}.", zh: "没有给出 {year} 年的贸易表。" },
  rangedByEditions: {
    en: "{method}; lo and hi with the editions of the Global Carbon Budget, by territory",
    zh: "{method}；lo 与 hi 取自全球碳收支各版，按属地",
  },
  noTransport: {
    en: "residence less territory; no account of ships and aircraft available",
    zh: "常住单位减属地；没有船舶和航空器账户",
  },
});

/** Emissions by residents, with those of ships and aircraft; for countries and the world. Mt CO2. */
export interface ResidenceSources {
  readonly name: string;
  readonly residence: NationalSeries;
  readonly transport: NationalSeries;
  /** Only `WORLD`. */
  readonly bunkers: NationalSeries;
}

export interface PanoramaSources {
  readonly fossil: FossilSources;
  readonly land: LandSources;
  readonly residence: ResidenceSources;
  /** If given, the account is of greenhouse gases; otherwise of CO2. */
  readonly gases?: GasSources | undefined;
  /** If given, consumption follows from residence by the table's imports and exports. */
  readonly trade?: readonly TradeResult[] | undefined;
}

export interface Panorama {
  readonly rows: readonly AccountRow[];
  readonly ladders: readonly Ladder[];
  /** Notes on gaps of the accounts, with reasons. */
  readonly lacks: readonly Message[];
}

/**
 * The accounts and ladders of regions and years. The user's own rows replace the same account from the sources.
 * Throws PanoramaError for a region that does not exist.
 */
export function panorama(
  regions: readonly string[],
  years: readonly number[],
  boundary: Boundary,
  sources: PanoramaSources,
  own: readonly AccountRow[] = [],
): Panorama {
  const read = readAccounts(own);
  const lacks: Message[] = [...read.problems];
  const rows: AccountRow[] = [];
  const ladders: Ladder[] = [];
  const gaps = new Gaps();
  for (const region of regions)
    for (const year of years) {
      const made = accountsOf(region, year, boundary, sources, gaps);
      lacks.push(...made.lacks);
      const given = read.rows.filter((row) => row.region === region && row.year === year);
      const kept = given.length === 0 ? made.rows : made.rows.filter((row) => !given.some((mine) => isSame(mine, row)));
      const all = [...kept, ...given];
      rows.push(...all);
      ladders.push(ladder(region, year, all, boundary === "managed land" ? ["managed land, indirect"] : []));
    }
  return { rows, ladders, lacks: distinct([...lacks, ...gaps.sentences()]) };
}

function isSame(a: AccountRow, b: AccountRow): boolean {
  return a.principle === b.principle && a.category === b.category && a.gas === b.gas;
}

function accountsOf(
  region: string,
  year: number,
  boundary: Boundary,
  { fossil, land, residence, gases, trade }: PanoramaSources,
  gaps: Gaps,
): Accounts {
  const produced = fossilAccounts(region, year, fossil);
  if (produced.rows.length === 0) return produced;
  const others = gases ? gasAccounts(region, year, gases, gaps) : [];
  const lands = landAccounts(region, year, boundary, land);
  const rows = [...others, ...lands.rows];
  const { lacks } = lands;
  if (!trade) return { rows: [...produced.rows, ...rows], lacks: [...produced.lacks, ...lacks] };
  const territorial = produced.rows.filter(({ principle }) => is(principle, "territorial"));
  const table = trade.find((each) => each.year === year);
  if (!table) return { rows: [...territorial, ...rows], lacks: [...lacks, texts.noTrade({ year })] };
  const traded = tradeAccounts(region, countriesOf(region, year), table);
  const resident = traded.rows.find((row) => is(row.principle, "residence"));
  const steps = resident ? residenceSteps(region, year, territorial[0]!.value, resident, residence) : [];
  const published = produced.rows.find((row) => is(row.principle, "consumption") && row.category === "total");
  const ranged = traded.rows.map((row) => withRange(row, published));
  return { rows: [...territorial, ...steps, ...ranged, ...rows], lacks: [...traded.lacks, ...lacks] };
}

/** The table's consumption by residents, with the budget's editions (by territory) as its range of sources. */
function withRange(row: AccountRow, published: AccountRow | undefined): AccountRow {
  if (!published || !is(row.principle, "consumption") || row.category !== "total") return row;
  const others = [published.value, published.lo ?? published.value, published.hi ?? published.value];
  const range = rangeOf(
    row.value,
    others.map((value) => ({ value })),
  );
  return {
    ...row,
    ...range,
    method: texts.rangedByEditions({ method: row.method }),
  };
}

const is = (principle: Principle, wanted: Principle) => principle === wanted;

/** Territory to residence, with the estimate of ships and aircraft if their accounts are available. */
function residenceSteps(
  region: string,
  year: number,
  territorial: number,
  resident: AccountRow,
  { name, transport, bunkers }: ResidenceSources,
): AccountRow[] {
  const [own, world, fuels] = [transport.of(region, year).value, transport.at(WORLD, year), bunkers.at(WORLD, year)];
  if (own !== null && world !== null && fuels !== null) {
    const terms = { region, year, territorial, residence: resident.value, transport: own, worldTransport: world };
    return residenceRows({ ...terms, bunkers: fuels }, name);
  }
  const { unexplained } = reconcile(territorial, resident.value, []);
  const method = texts.noTransport();
  return [{ ...resident, category: "unexplained", value: unexplained, method }];
}
