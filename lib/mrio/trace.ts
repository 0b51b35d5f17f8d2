import { messages } from "../message/message.ts";
import { type LeontiefSystem, leontiefSystem } from "../numeric/leontief.ts";
import { type DenseMatrix, dense } from "../numeric/matrix.ts";
import { multiply } from "../numeric/multiply.ts";
import { uninterrupted, type Work } from "../numeric/work.ts";
import { calcA, calcS, sumByRegion } from "./coefficients.ts";
import { requireProductive, rowName } from "./productive.ts";
import { solvable } from "./singular.ts";
import { type InputOutputTable, TableError } from "./table.ts";

const texts = messages("mrio", {
  lengthOfPurchase: {
    en: "purchase has {count} entries, but the table has {rows} rows.",
    zh: "purchase 有 {count} 个数，而表有 {rows} 行。",
  },
  rowNotTraced: {
    en: "Row {row} cannot be traced: the table has rows 0 … {last}.",
    zh: "无法追溯第 {row} 行：表的行号为 0 … {last}。",
  },
});

/** The origin of the emissions of a purchase. */
export interface UpstreamTrace {
  /** Emissions by emitting row, K × n: S ∘ L y. */
  readonly origins: DenseMatrix;
  /** The same by tier of supply, `tiers[t]`: S ∘ Aᵗ y. Tier 0 is the producer, tier 1 its suppliers. */
  readonly tiers: readonly DenseMatrix[];
  /** Beyond the last tier, K × n. */
  readonly beyond: DenseMatrix;
  readonly residual: number;
}

/** The consumers of a sector's emissions. */
export interface DownstreamTrace {
  /** Emissions by final product (row) and consumer, n × R: S_ki l_ij Y_jc. */
  readonly products: DenseMatrix;
  /** By consuming region, R. */
  readonly consumers: Float64Array;
  /** S_ki x_i: the traced emissions. */
  readonly total: number;
  /** total − Σ products; more than rounding if output goes into sectors of zero output. */
  readonly gap: number;
  readonly residual: number;
}

/**
 * Traces one purchase upstream: emissions by sector and region, S_ki (L y)_i, and tier by tier, S_ki (Aᵗ y)_i.
 *
 * @param purchase final demand of the buyer, n (one product: one entry). Units of F.
 * @param tiers number of separate tiers. Miller & Blair (2009), chapter 2 (power series).
 */
export async function traceUpstream(
  table: InputOutputTable,
  purchase: Float64Array,
  tiers = 4,
  work: Work = uninterrupted,
): Promise<UpstreamTrace> {
  const n = table.x.length;
  if (purchase.length !== n) throw new TableError("row", texts.lengthOfPurchase({ count: purchase.length, rows: n }));
  const A = calcA(table.Z, table.x);
  const S = calcS(table.F, table.x);
  const system = leontiefSystem(A, table.sectors.length);
  await requireProductive(system, rowName(table), work);
  const solved = await solvable(system.solve(dense(n, 1, purchase.slice()), work));
  const origins = byStressor(S, solved.x.data);
  const beyond = dense(S.rows, n, origins.data.slice());
  const layers: DenseMatrix[] = [];
  let output = dense(n, 1, purchase.slice());
  for (let t = 0; t < tiers; t++) {
    if (t > 0) output = await multiply(A, output, work);
    const layer = byStressor(S, output.data);
    layer.data.forEach((value, p) => {
      beyond.data[p]! -= value;
    });
    layers.push(layer);
  }
  return { origins, tiers: layers, beyond, residual: solved.residual };
}

/**
 * Traces one sector's emissions downstream to final products and consumers: S_ki l_ij y_jc, row i of L by a transposed
 * solve. Units of F. The same tensor S_ki l_ij y_jc read from the other end is `traceUpstream`: Miller & Blair (2009),
 * chapters 2 and 10; Kanemoto et al. (2012), doi:10.1021/es202239t.
 *
 * @param system the table's Leontief system, if already prepared, so that its preconditioner is not rebuilt.
 */
export async function traceDownstream(
  table: InputOutputTable,
  row: number,
  stressor = 0,
  work: Work = uninterrupted,
  system: LeontiefSystem = leontiefSystem(calcA(table.Z, table.x), table.sectors.length),
): Promise<DownstreamTrace> {
  const n = table.x.length;
  const R = table.regions.length;
  if (!(row >= 0 && row < n)) throw new TableError("row", texts.rowNotTraced({ row, last: n - 1 }));
  const intensity = calcS(table.F, table.x).data[stressor * n + row]!;
  const unit = dense(n, 1);
  unit.data[row] = 1;
  await requireProductive(system, rowName(table), work);
  const solved = await solvable(system.solveTransposed(unit, work));
  const products = sumByRegion(table.Y, table.yRegions, R);
  const consumers = new Float64Array(R);
  let sum = 0;
  for (let j = 0; j < n; j++) {
    for (let c = 0; c < R; c++) {
      const value = intensity * solved.x.data[j]! * products.data[j * R + c]!;
      products.data[j * R + c] = value;
      consumers[c]! += value;
      sum += value;
    }
  }
  const total = intensity * table.x[row]!;
  return { products, consumers, total, gap: total - sum, residual: solved.residual };
}

function byStressor(S: DenseMatrix, output: Float64Array): DenseMatrix {
  const n = output.length;
  return dense(
    S.rows,
    n,
    S.data.map((intensity, p) => intensity * output[p % n]!),
  );
}
