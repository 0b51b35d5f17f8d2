import { type EmissionKeyRow, edgarBunkers, edgarToWiod35 } from "../../classification/edgar-to-wiod.ts";
import { type DenseMatrix, dense } from "../../numeric/matrix.ts";
import type { InputOutputTable } from "../table.ts";

/** CO2 of the JRC accounts of one year: R × (N + 1) kt, households first. */
export type Co2Shares = Float64Array;

/** Fossil CO2 of a country, or of a bunker, in one year (Global Carbon Budget), Mt. */
export interface TerritorialRow {
  readonly iso3: string | null;
  /** country, bunkers or another; only these two are summed. */
  readonly type: string;
  readonly entity: string;
  readonly production: number;
}

/** Emissions of a gas by EDGAR in one year, Mt CO2e. `type` is country, other, bunkers, group or world. */
export interface NonCo2Row {
  readonly gas: string;
  readonly sector: string;
  readonly iso3: string | null;
  readonly area: string;
  readonly type: string;
  readonly emissions: number;
}

/** The sources of a year's satellite account. */
export interface StressorSources {
  readonly territorial: readonly TerritorialRow[];
  /** The bunkers of the year of `shares`: aviation and shipping between countries, Mt. */
  readonly bunkersOfShares: { readonly aviation: number; readonly shipping: number };
  readonly shares: Co2Shares;
  readonly nonCo2: readonly NonCo2Row[];
  /** The region of the table of each country; a country that is not in it belongs to ROW. */
  readonly regionOf: ReadonlyMap<string, string>;
}

/** F (K × n) and FY (K × C) of the four gases, kt. */
export interface CarriedStressors {
  readonly F: DenseMatrix;
  readonly FY: DenseMatrix;
  readonly stressors: readonly string[];
  readonly units: readonly string[];
}

/** Gases stay apart; the metric of EDGAR is in the unit. */
export const carriedGases = ["CO2", "CH4", "N2O", "F-gases"] as const;
const metric = "kt CO2e AR5.GWP100";
const [shipping, aviation] = ["c24", "c25"];
const rest = "ROW";

/**
 * The satellite account of a year after the last accounts by sector, which is modelled.
 *
 * CO2: the territorial total of each region by the Global Carbon Budget, divided by the shares of sectors and households in the
 * region's JRC accounts. These follow the resident, so their shipping (c24) and aviation (c25) hold international transport: it is
 * taken out of the shares (the bunkers of that year over the world's c24 and c25, the same part in every region), and the year's own
 * bunkers are added to c24 and c25 of all regions in proportion to their accounts.
 *
 * CH4, N2O, fluorinated gases: each of EDGAR's sectors over the table's sectors and households by `edgarToWiod35`. Bunkers as above.
 *
 * Every gas of the world is the sum of its source: nothing is lost in a region without the sectors of a key.
 *
 * @param table the carried table, whose output is a key of some rows.
 */
export function carriedStressors(
  table: Pick<InputOutputTable, "regions" | "sectors" | "x" | "Y" | "yRegions">,
  sources: StressorSources,
): CarriedStressors {
  const { regions, sectors } = table;
  const N = sectors.length;
  const account = new Account(table);
  const regionAt = new Map(regions.map((region, r) => [region, r]));
  const rowOf = (iso3: string | null) =>
    regionAt.get((iso3 === null ? undefined : sources.regionOf.get(iso3)) ?? rest) ?? regionAt.get(rest)!;
  const width = N + 1;
  const share = (r: number, code: string) =>
    sources.shares[r * width + (code === "HH" ? 0 : sectors.indexOf(code) + 1)]!;
  const overRegions = (k: number, code: string, kt: number) => {
    const s = sectors.indexOf(code);
    const weights = regions.map((_, r) => (table.x[r * N + s]! > 0 ? share(r, code) : 0));
    const sum = weights.reduce((total, each) => total + each, 0);
    for (const [r, weight] of weights.entries()) account.add(k, r, code, (kt * weight) / sum);
  };

  // CO2
  const isInternational = (entity: string) =>
    /aviation/i.test(entity) ? aviation : /shipping/i.test(entity) ? shipping : undefined;
  const domestic = (code: string, bunkers: number) => {
    const sum = regions.reduce((total, _, r) => total + share(r, code), 0);
    return sum > 0 ? Math.max(0, 1 - (bunkers * 1000) / sum) : 0;
  };
  const kept = new Map([
    [shipping, domestic(shipping, sources.bunkersOfShares.shipping)],
    [aviation, domestic(aviation, sources.bunkersOfShares.aviation)],
  ]);
  const codes = ["HH", ...sectors];
  const territorial = new Float64Array(regions.length);
  for (const { iso3, type, entity, production } of sources.territorial) {
    if (type === "country") territorial[rowOf(iso3)]! += production;
    const code = type === "bunkers" ? isInternational(entity) : undefined;
    if (code) overRegions(0, code, production * 1000);
  }
  territorial.forEach((mt, r) => {
    account.divide(0, r, codes, (code) => share(r, code) * (kept.get(code) ?? 1), mt * 1000);
  });

  // The other gases
  const keys = new Map(edgarToWiod35.map((row) => [`${row.gas} ${row.sector}`, row]));
  for (const { gas, sector, iso3, area, type, emissions } of sources.nonCo2) {
    const k = carriedGases.indexOf(gas as EmissionKeyRow["gas"]);
    if (k < 0 || (type !== "country" && type !== "other" && type !== "bunkers")) continue;
    const kt = emissions * 1000;
    const bunker = type === "bunkers" ? edgarBunkers[area] : undefined;
    if (bunker) {
      overRegions(k, bunker, kt);
      continue;
    }
    const r = rowOf(iso3);
    const { to, by } = keys.get(`${gas} ${sector}`)!;
    const weight = (code: string) => (by === "output" ? table.x[r * N + sectors.indexOf(code)]! : share(r, code));
    account.divide(k, r, to, by === "whole" ? () => 1 : weight, kt);
  }
  const units = carriedGases.map((gas) => (gas === "CO2" ? "kt" : metric));
  return { F: account.F, FY: account.FY, stressors: carriedGases, units };
}

/** Adds emissions to sectors and, for HH, to the first column of the region's demand. */
class Account {
  readonly F: DenseMatrix;
  readonly FY: DenseMatrix;
  readonly #sectors: readonly string[];
  readonly #households: number[];
  readonly #x: Float64Array;

  constructor({
    regions,
    sectors,
    x,
    Y,
    yRegions,
  }: Pick<InputOutputTable, "regions" | "sectors" | "x" | "Y" | "yRegions">) {
    this.F = dense(carriedGases.length, regions.length * sectors.length);
    this.FY = dense(carriedGases.length, Y.columns);
    this.#sectors = sectors;
    this.#households = regions.map((_, r) => yRegions.indexOf(r));
    this.#x = x;
  }

  add(k: number, r: number, code: string, kt: number): void {
    if (code === "HH") this.FY.data[k * this.FY.columns + this.#households[r]!]! += kt;
    else this.F.data[k * this.F.columns + r * this.#sectors.length + this.#sectors.indexOf(code)]! += kt;
  }

  /**
   * Divides a mass over codes by weights. A sector without output takes none, or its emissions would reach no consumer; if no code
   * of the key has weight, all sectors with output take it by output, and households in a region without any.
   */
  divide(k: number, r: number, codes: readonly string[], weight: (code: string) => number, kt: number): void {
    if (kt === 0) return;
    const N = this.#sectors.length;
    const output = (code: string) => (code === "HH" ? 1 : this.#x[r * N + this.#sectors.indexOf(code)]!);
    const weights = codes.map((code) => (output(code) > 0 ? Math.max(0, weight(code)) : 0));
    const sum = weights.reduce((total, each) => total + each, 0);
    if (sum > 0) {
      for (const [at, code] of codes.entries()) this.add(k, r, code, (kt * weights[at]!) / sum);
    } else if (codes !== this.#sectors) this.divide(k, r, this.#sectors, output, kt);
    else this.add(k, r, "HH", kt);
  }
}
