import { forEachCell } from "../numeric/csr.ts";
import { uninterrupted, type Work } from "../numeric/work.ts";
import type { BalanceOptions } from "./gras.ts";
import { compareTables, type KnownTotals, nowcast, type TableComparison } from "./nowcast.ts";
import { accountsByPrinciple } from "./principle-accounts.ts";
import type { InputOutputTable } from "./table.ts";

/** A region in the known and in the modelled table, for one stressor; units of F. */
export interface StressorError {
  readonly stressor: string;
  readonly region: string;
  readonly production: number;
  readonly consumption: number;
  readonly modelled: number;
  /** By other principles than consumption, in the known and in the modelled table, households' direct emissions included. */
  readonly income: BothTables;
  readonly sharedAlongChain: BothTables;
}

export interface BothTables {
  readonly known: number;
  readonly modelled: number;
}

/** A region's flows in both tables. */
export interface RegionError {
  readonly region: string;
  /** Σ |modelled − known| / Σ |known| of what its sectors sell to sectors, of what they buy, and of its final demand: shares. */
  readonly sales: number;
  readonly purchases: number;
  readonly demand: number;
}

export interface SectorError {
  readonly sector: string;
  readonly sales: number;
  readonly purchases: number;
}

/** Emissions of `origin` for the final demand of `consumer`, without households. */
export interface FlowError {
  readonly stressor: string;
  readonly origin: string;
  readonly consumer: string;
  readonly known: number;
  readonly modelled: number;
}

export interface NowcastValidation {
  readonly table: TableComparison;
  /** Stressor by stressor. */
  readonly emissions: readonly StressorError[];
  readonly regions: readonly RegionError[];
  readonly sectors: readonly SectorError[];
  readonly flows: readonly FlowError[];
  readonly converged: boolean;
  readonly iterations: number;
}

/**
 * The error of a table carried to a year whose table is known: by table, region, sector and flow. The satellite account is the
 * known one in both, so that what is compared is the structure alone.
 *
 * @param totals what is taken as known of the later year.
 */
export async function validateNowcast(
  base: InputOutputTable,
  known: InputOutputTable,
  totals: Pick<KnownTotals, "x" | "valueAdded" | "demand">,
  years: { readonly base: number; readonly target: number },
  options: BalanceOptions = {},
  work: Work = uninterrupted,
): Promise<NowcastValidation> {
  const carried = await nowcast(base, { ...totals, F: known.F, FY: known.FY }, years, options, work);
  // The stressors are those of the known table.
  const { stressors, units } = known;
  const model = { ...carried.table, stressors, units };
  const [before, after] = [await accountsByPrinciple(known, work), await accountsByPrinciple(model, work)];
  const R = known.regions.length;
  const N = known.sectors.length;
  const sums = new Sums(R, N);
  forEachCell(known.Z, (i, j, value) => sums.know(i, j, value));
  sums.compare(known, model);
  return {
    table: compareTables(model, known),
    converged: carried.converged,
    iterations: carried.iterations,
    emissions: stressors.flatMap((stressor, k) =>
      known.regions.map((region, r) => {
        const at = k * R + r;
        const both = (of: "income" | "sharedAlongChain") => ({
          known: before[of].data[at]!,
          modelled: after[of].data[at]!,
        });
        return {
          stressor,
          region,
          production: before.accounts.D_pba.data[at]!,
          consumption: before.accounts.D_cba.data[at]!,
          modelled: after.accounts.D_cba.data[at]!,
          income: both("income"),
          sharedAlongChain: both("sharedAlongChain"),
        };
      }),
    ),
    regions: known.regions.map((region, r) => ({ region, ...sums.ofRegion(r) })),
    sectors: known.sectors.map((sector, s) => ({ sector, ...sums.ofSector(s) })),
    flows: stressors.flatMap((stressor, k) =>
      known.regions.flatMap((origin, o) =>
        known.regions.map((consumer, c) => ({
          stressor,
          origin,
          consumer,
          known: before.accounts.flows[k]!.data[o * R + c]!,
          modelled: after.accounts.flows[k]!.data[o * R + c]!,
        })),
      ),
    ),
  };
}

/** Σ |difference| and Σ |known| of Z by seller and buyer and of Y by consumer, as [difference, known] pairs. */
class Sums {
  readonly #N: number;
  readonly #sales: Float64Array;
  readonly #purchases: Float64Array;
  readonly #sold: Float64Array;
  readonly #bought: Float64Array;
  readonly #demand: Float64Array;

  constructor(R: number, N: number) {
    this.#N = N;
    this.#sales = new Float64Array(2 * R);
    this.#purchases = new Float64Array(2 * R);
    this.#sold = new Float64Array(2 * N);
    this.#bought = new Float64Array(2 * N);
    this.#demand = new Float64Array(2 * R);
  }

  know(i: number, j: number, value: number): void {
    this.#add(1, i, j, Math.abs(value));
  }

  /** Adds the differences of two tables, cell by cell in the order of rows. */
  compare(known: InputOutputTable, model: InputOutputTable): void {
    const n = known.x.length;
    const row = new Float64Array(n);
    const rows = [rowsOf(known), rowsOf(model)] as const;
    for (let i = 0; i < n; i++) {
      row.fill(0);
      for (const [j, value] of rows[0](i)) row[j]! -= value;
      for (const [j, value] of rows[1](i)) row[j]! += value;
      for (let j = 0; j < n; j++) if (row[j] !== 0) this.#add(0, i, j, Math.abs(row[j]!));
    }
    const C = known.Y.columns;
    known.Y.data.forEach((value, p) => {
      const r = 2 * known.yRegions[p % C]!;
      this.#demand[r]! += Math.abs(model.Y.data[p]! - value);
      this.#demand[r + 1]! += Math.abs(value);
    });
  }

  ofRegion(r: number) {
    return { sales: share(this.#sales, r), purchases: share(this.#purchases, r), demand: share(this.#demand, r) };
  }

  ofSector(s: number) {
    return { sales: share(this.#sold, s), purchases: share(this.#bought, s) };
  }

  #add(part: 0 | 1, i: number, j: number, size: number): void {
    const N = this.#N;
    this.#sales[2 * Math.floor(i / N) + part]! += size;
    this.#purchases[2 * Math.floor(j / N) + part]! += size;
    this.#sold[2 * (i % N) + part]! += size;
    this.#bought[2 * (j % N) + part]! += size;
  }
}

function rowsOf({ Z }: InputOutputTable): (i: number) => Iterable<readonly [number, number]> {
  return function* (i) {
    if (Z.kind === "csr") {
      for (let p = Z.rowStarts[i]!; p < Z.rowStarts[i + 1]!; p++) yield [Z.columnIndices[p]!, Z.values[p]!];
    } else for (let j = 0; j < Z.columns; j++) yield [j, Z.data[i * Z.columns + j]!];
  };
}

function share(pairs: Float64Array, at: number): number {
  return pairs[2 * at + 1] === 0 ? 0 : pairs[2 * at]! / pairs[2 * at + 1]!;
}
