import { rowSums } from "../../numeric/csr.ts";
import { type DenseMatrix, dense } from "../../numeric/matrix.ts";
import { addTransposedProduct, multiply } from "../../numeric/multiply.ts";
import type { Work } from "../../numeric/work.ts";
import { type CheckedSource, type Grouping, groupRows } from "./error-source.ts";
import type { FootprintBase } from "./footprint-base.ts";

/**
 * Errors that flows share: one number per variable. `derivative` (variables × 2R) is the change of the accounts if
 * all flows of the variable are larger by 1 (100 per cent): D_cba of every region, then D_pba. `sd` is the relative
 * standard deviation of each.
 */
export interface SharedErrors {
  readonly names: readonly string[];
  /** The variable of every line: a row of the table (or households), or a column. */
  readonly of: Int32Array;
  readonly derivative: DenseMatrix;
  readonly sd: Float64Array;
}

/**
 * The derivatives of the accounts with respect to errors shared by rows, columns, regions, sectors or all, from the adjoint
 * p and the shares u, without a further solve. With κ = 1 if output follows the flows and 0 if it is held:
 *
 *     ∂D_c = F_i u_ic                         for the emissions of row i
 *     ∂D_c = p_i z_ij (u_jc − κ u_ic)         for the delivery of i to j
 *     ∂D_c = p_i y_id (1[c = d] − κ u_ic)     for the final demand of d for i
 *
 * Derived from D = F (x̂ − Z)⁻¹ Y with x = Z 1 + Y 1. Units of F.
 */
export async function sharedErrors(base: FootprintBase, source: CheckedSource, work: Work): Promise<SharedErrors> {
  const { part, shared } = source;
  const isColumn = shared === "column";
  const byLine = await (part === "F"
    ? emissionLines(base)
    : part === "Y"
      ? isColumn
        ? demandColumns(base)
        : demandRows(base)
      : isColumn
        ? deliveryColumns(base, work)
        : deliveryRows(base, work));
  const grouping = isColumn ? columnsOf(base, part) : groupRows(base.table, shared, part === "F");
  return gathered(byLine, grouping, source);
}

/** Every row or column: its derivative (lines × 2R) and its size. */
interface Lines {
  readonly derivative: DenseMatrix;
  readonly size: Float64Array;
}

function columnsOf({ table }: FootprintBase, part: CheckedSource["part"]): Grouping {
  if (part === "Z") return groupRows(table, "row", false);
  const names = Array.from(table.yRegions, (r, c) => `${table.regions[r]}.${table.yCategories[c]}`);
  return { of: Int32Array.from(names.keys()), names };
}

function gathered({ derivative, size }: Lines, { of, names }: Grouping, { sd }: CheckedSource): SharedErrors {
  const width = derivative.columns;
  const sums = dense(names.length, width);
  const sizes = new Float64Array(names.length);
  for (let line = 0; line < of.length; line++) {
    const variable = of[line]!;
    sizes[variable]! += size[line]!;
    for (let o = 0; o < width; o++) sums.data[variable * width + o]! += derivative.data[line * width + o]!;
  }
  return { names, of, derivative: sums, sd: sizes.map((value) => (value === 0 ? 0 : sd(value))) };
}

/** Sectors, then households by region. */
function emissionLines({ f, u, households, table }: FootprintBase): Lines {
  const [n, R, N] = [f.length, u.columns, table.sectors.length];
  const derivative = dense(n + R, 2 * R);
  for (let i = 0; i < n; i++) {
    const at = i * 2 * R;
    for (let c = 0; c < R; c++) derivative.data[at + c] = f[i]! * u.data[i * R + c]!;
    derivative.data[at + R + Math.floor(i / N)] = f[i]!;
  }
  for (let r = 0; r < R; r++) {
    const at = (n + r) * 2 * R;
    derivative.data[at + r] = households[r]!;
    derivative.data[at + R + r] = households[r]!;
  }
  return { derivative, size: Float64Array.from([...f, ...households], Math.abs) };
}

function demandRows({ p, u, y, table, follows }: FootprintBase): Lines {
  const { rows: n, columns: R } = u;
  const derivative = dense(n, 2 * R);
  const total = rowSums(y);
  for (let i = 0; i < n; i++) {
    const used = follows * total[i]!;
    for (let c = 0; c < R; c++)
      derivative.data[i * 2 * R + c] = p[i]! * (y.data[i * R + c]! - used * u.data[i * R + c]!);
  }
  return { derivative, size: sizesOfRows(table.Y) };
}

function demandColumns({ p, u, table, follows }: FootprintBase): Lines {
  const { rows: n, columns: R } = u;
  const { Y, yRegions } = table;
  const derivative = dense(Y.columns, 2 * R);
  const size = new Float64Array(Y.columns);
  for (let i = 0; i < n; i++)
    for (let d = 0; d < Y.columns; d++) {
      const value = Y.data[i * Y.columns + d]!;
      if (value === 0) continue;
      size[d]! += Math.abs(value);
      const weight = p[i]! * value;
      const at = d * 2 * R;
      derivative.data[at + yRegions[d]!]! += weight;
      if (follows) for (let c = 0; c < R; c++) derivative.data[at + c]! -= weight * u.data[i * R + c]!;
    }
  return { derivative, size };
}

async function deliveryRows({ p, u, table, follows }: FootprintBase, work: Work): Promise<Lines> {
  const { rows: n, columns: R } = u;
  const sold = await multiply(table.Z, u, work);
  const total = rowSums(table.Z);
  const derivative = dense(n, 2 * R);
  for (let i = 0; i < n; i++) {
    const used = follows * total[i]!;
    for (let c = 0; c < R; c++)
      derivative.data[i * 2 * R + c] = p[i]! * (sold.data[i * R + c]! - used * u.data[i * R + c]!);
  }
  return { derivative, size: total.map(Math.abs) };
}

/** Zᵀ p and Zᵀ (p̂ u) in one pass over Z. */
async function deliveryColumns({ p, u, table, follows }: FootprintBase, work: Work): Promise<Lines> {
  const { rows: n, columns: R } = u;
  const width = R + 2;
  const sellers = dense(n, width);
  for (let i = 0; i < n; i++) {
    for (let c = 0; c < R; c++) sellers.data[i * width + c] = p[i]! * u.data[i * R + c]!;
    sellers.data[i * width + R] = p[i]!;
    sellers.data[i * width + R + 1] = 1;
  }
  const bought = dense(n, width);
  await addTransposedProduct(1, table.Z, sellers, bought, work);
  const derivative = dense(n, 2 * R);
  const size = new Float64Array(n);
  for (let j = 0; j < n; j++) {
    const embodied = bought.data[j * width + R]!;
    size[j] = Math.abs(bought.data[j * width + R + 1]!);
    for (let c = 0; c < R; c++)
      derivative.data[j * 2 * R + c] = embodied * u.data[j * R + c]! - follows * bought.data[j * width + c]!;
  }
  return { derivative, size };
}

function sizesOfRows(matrix: DenseMatrix): Float64Array {
  const sizes = new Float64Array(matrix.rows);
  for (const [p, value] of matrix.data.entries()) sizes[Math.floor(p / matrix.columns)]! += Math.abs(value);
  return sizes;
}
