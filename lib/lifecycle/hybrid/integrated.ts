import { z } from "zod";
import { type Message, messages } from "../../message/message.ts";
import { type CsrMatrix, csrFromTriplets, forEachCell, type Matrix, toCsr } from "../../numeric/csr.ts";
import { uninterrupted, type Work } from "../../numeric/work.ts";
import type { InputOf } from "../../tool/shape.ts";
import { LifecycleError } from "../lifecycle-error.ts";
import { prepareSystem, scalingOf, timesVector } from "../product-system.ts";
import { referencesOf } from "../references.ts";
import {
  checkProcesses,
  type HybridDemand,
  type HybridResult,
  type ProcessPart,
  requireMatrix,
  type SectorPart,
} from "./hybrid-parts.ts";
import { scaledColumns, sumOfRows } from "./tiered.ts";

const texts = messages("lifecycle.integrated", {
  noProduct: {
    en: "covered names product {product} and sector {sector}; there are products 0 … {lastProduct} and sectors 0 … {lastSector}.",
    zh: "covered 中为产品 {product} 与部门 {sector}；产品编号为 0 … {lastProduct}，部门编号为 0 … {lastSector}。",
  },
  price: {
    en: "covered gives product {product} the price {price}; expected a number > 0.",
    zh: "covered 中产品 {product} 的价格应大于 0，实际为 {price}。",
  },
  tooMuch: {
    en: "Sector {by} takes {given} of sector {from} per unit of money, less than the {removed} that its links to processes cover already. Check price and C_d.",
    zh: "部门 {by} 每单位货币仅取用部门 {from} 的 {given}，少于其与过程的连接已覆盖的 {removed}。请检查价格与 C_d。",
  },
  twice: {
    en: "covered names product {product} twice.",
    zh: "covered 中产品 {product} 出现两次。",
  },
  removed: {
    en: "{count} {count:cell|cells} of A_io were reduced by what the downstream links to processes cover.",
    zh: "A_io 中有 {count} 个系数已扣除下游连接所覆盖的部分。",
  },
  notRemoved: {
    en: "Products {products:and} are sold to sectors by downstream links, and nothing was removed from A_io for them: if A_io contains the same sales, they count twice. Say in covered which sector they come from and at what price.",
    zh: "产品 {products:and} 通过下游连接售予部门，但未从 A_io 中扣除：若 A_io 已含同样的销售，则被重复计算。请在 covered 中给出其所属部门与价格。",
  },
});

/** Where the sales of a process's product stand in the input–output table. */
export const coveredProductShape = z.strictObject({
  /** Row of the product in A_p. */
  product: z.int().describe("Row of the product in technosphere"),
  /** Index of the sector that sells it in the table. */
  sector: z.int().describe("The sector that sells it in A_io"),
  /** In the table's money per unit of the product. */
  price: z.number().describe("Money per unit of the product"),
});
export type CoveredProduct = InputOf<typeof coveredProductShape>;

export interface IntegratedOptions {
  /** Sales that the downstream links take out of A_io; see `lessCovered`. */
  readonly covered?: readonly CoveredProduct[] | undefined;
}

/**
 * A_io without what downstream links cover: where sector j takes C_d[p][j] of product p from a process, it takes so much less, at
 * its price, of the sector k that sells p in the table: A[k][j] − price · C_d[p][j]. Own flows and inputs of sector k stay as they
 * are: they are taken to hold for the rest of its output, too. Suh (2004), doi:10.1016/j.ecolecon.2003.10.013.
 *
 * @param A n × n. @param downstream C_d, P × n. Throws LifecycleError, which names the sectors, if a cell would become negative.
 */
export function lessCovered(
  A: Matrix,
  downstream: Matrix,
  covered: readonly CoveredProduct[],
): { A: CsrMatrix; cells: number } {
  const n = A.rows;
  const of = new Map<number, CoveredProduct>();
  for (const each of covered) {
    const { product, sector, price } = each;
    const isThere = (index: number, count: number) => Number.isInteger(index) && index >= 0 && index < count;
    if (!isThere(product, downstream.rows) || !isThere(sector, n)) {
      const last = { lastProduct: downstream.rows - 1, lastSector: n - 1 };
      throw new LifecycleError("covered", texts.noProduct({ product, sector, ...last }));
    }
    if (!(price > 0 && price < Number.POSITIVE_INFINITY))
      throw new LifecycleError("covered", texts.price({ product, price }));
    if (of.has(product)) throw new LifecycleError("covered", texts.twice({ product }));
    of.set(product, each);
  }
  const removed = new Map<number, number>();
  forEachCell(downstream, (p, j, amount) => {
    const sale = of.get(p);
    if (!sale || amount === 0) return;
    const cell = sale.sector * n + j;
    removed.set(cell, (removed.get(cell) ?? 0) + sale.price * amount);
  });
  const [rows, columns, values]: number[][] = [[], [], []];
  const left = new Map(removed);
  const add = (i: number, j: number, given: number) => {
    const less = left.get(i * n + j) ?? 0;
    left.delete(i * n + j);
    // A price that covers a sale exactly may leave a rounding.
    const rest = Math.abs(given - less) <= 1e-12 * Math.abs(less) ? 0 : given - less;
    if (less > 0 && rest < 0)
      throw new LifecycleError("covered", texts.tooMuch({ by: j, from: i, given, removed: less }));
    rows!.push(i);
    columns!.push(j);
    values!.push(rest);
  };
  forEachCell(A, add);
  for (const cell of left.keys()) add(Math.floor(cell / n), cell % n, 0);
  return { A: csrFromTriplets(n, n, rows!, columns!, values!), cells: removed.size };
}

/**
 * Suh's matrix, (P + n) × (P + n), sparse:
 *
 *     [  A_p   −C_d   ]
 *     [ −C_u   I − A  ]
 *
 * Suh (2004), doi:10.1016/j.ecolecon.2003.10.013.
 */
export function integratedMatrix(technosphere: Matrix, A: Matrix, upstream: Matrix, downstream: Matrix): CsrMatrix {
  const [P, n] = [technosphere.rows, A.rows];
  const [rows, columns, values]: number[][] = [[], [], []];
  const add = (i: number, j: number, value: number) => {
    rows!.push(i);
    columns!.push(j);
    values!.push(value);
  };
  forEachCell(technosphere, add);
  forEachCell(downstream, (p, j, value) => add(p, P + j, -value));
  forEachCell(upstream, (k, j, value) => add(P + k, j, -value));
  for (let k = 0; k < n; k++) add(P + k, P + k, 1);
  forEachCell(A, (k, j, value) => add(P + k, P + j, -value));
  return csrFromTriplets(P + n, P + n, rows!, columns!, values!);
}

/**
 * Integrated hybrid analysis: processes buy of sectors (C_u) and sectors of processes (C_d), solved as one system by the sparse
 * solver. Suh (2004), doi:10.1016/j.ecolecon.2003.10.013; Suh, Huppes (2005), doi:10.1016/j.jclepro.2003.08.001.
 * Throws LifecycleError.
 *
 * @param upstream C_u, n × P: money of each sector per run of each process. @param downstream C_d, P × n: product of each process per
 * unit of money of each sector's output; both positive.
 */
export async function integrated(
  processes: ProcessPart,
  sectors: SectorPart,
  upstream: Matrix,
  downstream: Matrix,
  demand: HybridDemand,
  { covered = [] }: IntegratedOptions = {},
  work: Work = uninterrupted,
): Promise<HybridResult> {
  const n = demand.sectors.length;
  const P = processes.technosphere.columns;
  const M = processes.direct.rows;
  checkProcesses(processes, upstream, n);
  requireMatrix("A_io", sectors.A, n, n);
  requireMatrix("B_io", sectors.direct, M, n);
  requireMatrix("C_d", downstream, P, n);
  const { A, cells } = covered.length > 0 ? lessCovered(sectors.A, downstream, covered) : { A: sectors.A, cells: 0 };
  const prepared = prepareSystem({
    technosphere: integratedMatrix(processes.technosphere, A, upstream, downstream),
    references: referencesOfBoth(processes, n),
    names: namesOfBoth(processes, sectors, P, n),
  });
  const all = new Float64Array(P + n);
  all.set(demand.processes);
  all.set(demand.sectors, P);
  const { scaling: solution, residual, method, notes } = await scalingOf(prepared, all, work);
  const [scaling, output] = [solution.slice(0, P), solution.slice(P)];
  const bought = timesVector(upstream, scaling);
  const processScores = scaledColumns(processes.direct, scaling);
  const sectorScores = scaledColumns(sectors.direct, output);
  return {
    scores: sumOfRows(processScores, sectorScores),
    scaling,
    purchases: demand.sectors.map((amount, k) => amount + bought[k]!),
    output,
    processScores,
    sectorScores,
    residual,
    method,
    notes: [...notesOnCover(downstream, covered, cells), ...notes],
  };
}

function referencesOfBoth({ technosphere, references, names }: ProcessPart, n: number): Int32Array {
  const { rowOf } = referencesOf(toCsr(technosphere), references, names);
  const P = rowOf.length;
  return Int32Array.from({ length: P + n }, (_, j) => (j < P ? rowOf[j]! : j));
}

function namesOfBoth(processes: ProcessPart, sectors: SectorPart, P: number, n: number): string[] | undefined {
  if (!processes.names && !sectors.names) return undefined;
  const numbered = (count: number) => Array.from({ length: count }, (_, at) => String(at));
  return [...(processes.names ?? numbered(P)), ...(sectors.names ?? numbered(n))];
}

function notesOnCover(downstream: Matrix, covered: readonly CoveredProduct[], cells: number): Message[] {
  const named = new Set(covered.map(({ product }) => product));
  const sold = new Set<number>();
  forEachCell(downstream, (p, _, amount) => {
    if (amount !== 0 && !named.has(p)) sold.add(p);
  });
  const notes: Message[] = [];
  if (cells > 0) notes.push(texts.removed({ count: cells }));
  if (sold.size > 0) notes.push(texts.notRemoved({ products: [...sold] }));
  return notes;
}
