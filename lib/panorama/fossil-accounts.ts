import { type AccountRow, rangeOf } from "./account.ts";
import { NationalSeries, WORLD } from "./national-series.ts";

/** One edition of a budget by country: production and what consumption adds to it. Mt CO2. */
export interface Edition {
  readonly name: string;
  readonly production: NationalSeries;
  /** Consumption less production, for countries that have both. */
  readonly transfer: NationalSeries;
}

export interface EditionColumns {
  readonly rows: number;
  readonly iso3: ArrayLike<string | null>;
  readonly type: ArrayLike<string | null>;
  readonly year: ArrayLike<number | null>;
  readonly production: ArrayLike<number | null>;
  readonly consumption: ArrayLike<number | null>;
}

/** Reads the columns of `carbon_budget_countries`; the world's consumption is its production. */
export function readEdition(name: string, columns: EditionColumns): Edition {
  const edition = { name, production: new NationalSeries(name), transfer: new NationalSeries(name) };
  for (let row = 0; row < columns.rows; row++) {
    const isWorld = columns.type[row] === "world";
    const iso3 = isWorld ? WORLD : columns.iso3[row];
    const [year, produced, consumed] = [
      columns.year[row]!,
      columns.production[row] ?? null,
      columns.consumption[row] ?? null,
    ];
    if (!iso3 || produced === null || (!isWorld && columns.type[row] !== "country")) continue;
    edition.production.add(iso3, year, produced);
    if (isWorld) edition.transfer.add(iso3, year, 0);
    else if (consumed !== null) edition.transfer.add(iso3, year, consumed - produced);
  }
  return edition;
}

/** What production of a region says, with the other estimates of the same quantity as its range. */
export interface FossilSources {
  /** The edition that is shown; editions are never mixed in one line. */
  readonly edition: Edition;
  readonly otherEditions: readonly Edition[];
  /** Other estimates of territorial fossil CO2, Mt CO2. */
  readonly otherProduction: readonly NationalSeries[];
}

export interface Accounts {
  readonly rows: AccountRow[];
  /** What could not be had, as sentences. */
  readonly lacks: string[];
}

/**
 * Territorial fossil CO2, the net transfer, and consumption = territorial + net transfer, of one region and year.
 * lo and hi are the lowest and the highest of the other editions (and, for production, of other sources) and the edition's own: a
 * range of sources, no interval.
 * A source that misses a member of a group is left out of the range.
 */
export function fossilAccounts(region: string, year: number, sources: FossilSources): Accounts {
  const { edition, otherEditions, otherProduction } = sources;
  const rows: AccountRow[] = [];
  const lacks: string[] = [];
  const produced = edition.production.of(region, year);
  if (produced.value === null) return { rows, lacks: [`${edition.name} has no production of ${region} in ${year}.`] };
  if (produced.missing.length > 0)
    lacks.push(
      `${edition.name} has no production of ${produced.missing.join(", ")} in ${year}: ${region} is without them.`,
    );
  const row = (
    principle: AccountRow["principle"],
    category: AccountRow["category"],
    value: number,
    estimates: readonly Estimate[],
    method: string,
  ): AccountRow => ({
    region,
    year,
    category,
    gas: "CO2",
    principle,
    value,
    unit: "Mt CO2",
    metric: "",
    ...rangeOf(value, estimates),
    source: edition.name,
    method: ranged(method, estimates),
  });
  const made = wholes([...otherEditions.map(({ production }) => production), ...otherProduction], region, year);
  const territory = "energy statistics and cement, by territory, bunkers apart";
  rows.push(row("territorial", "total", produced.value, made, territory));
  const moved = edition.transfer.of(region, year);
  if (moved.value === null) {
    lacks.push(`${edition.name} has no consumption of ${region} in ${year}.`);
    return { rows, lacks };
  }
  if (moved.missing.length > 0)
    lacks.push(
      `${edition.name} has no consumption of ${moved.missing.join(", ")} in ${year}: their net transfer is left out.`,
    );
  const traded =
    region === WORLD
      ? "none: what the world uses it makes"
      : "multi-regional input–output, imports less exports of embodied CO2";
  const transfers = wholes(
    otherEditions.map(({ transfer }) => transfer),
    region,
    year,
  );
  const consumed = transfers.flatMap(({ name, value }) => {
    const own = otherEditions.find((other) => other.name === name)?.production.wholeOf(region, year) ?? null;
    return own === null ? [] : [{ name, value: own + value }];
  });
  rows.push(row("consumption", "net transfer", moved.value, transfers, traded));
  rows.push(row("consumption", "total", produced.value + moved.value, consumed, "territorial plus net transfer"));
  return { rows, lacks };
}

interface Estimate {
  readonly name: string;
  readonly value: number;
}

/** The estimates of a region by series that miss none of its members. */
function wholes(series: readonly NationalSeries[], region: string, year: number): Estimate[] {
  const found: Estimate[] = [];
  for (const each of series) {
    const value = each.wholeOf(region, year);
    if (value !== null) found.push({ name: each.name, value });
  }
  return found;
}

function ranged(method: string, others: readonly Estimate[]): string {
  return others.length === 0 ? method : `${method}; lo and hi with ${others.map(({ name }) => name).join(", ")}`;
}
