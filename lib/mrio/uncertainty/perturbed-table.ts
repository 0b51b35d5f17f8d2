import { cellsOf, type Matrix, rowStart } from "../../numeric/csr.ts";
import { type DenseMatrix, dense } from "../../numeric/matrix.ts";
import { normalStream } from "../../uncertainty/sampling/normal-stream.ts";
import type { CheckedSource } from "./error-source.ts";
import type { SourceEffect } from "./first-order.ts";
import type { FootprintBase } from "./footprint-base.ts";
import { errorStream, toErrors } from "./footprint-draws.ts";
import type { SharedErrors } from "./shared-derivatives.ts";

/** A table in which every flow has its errors of one draw. */
export interface PerturbedTable {
  readonly Z: Matrix;
  readonly Y: DenseMatrix;
  /** Emissions of the sectors, n; of households by region, R. */
  readonly f: Float64Array;
  readonly households: Float64Array;
  /** Output: the sum of the flows, or as published. */
  readonly x: Float64Array;
}

/**
 * The table of one draw: each flow times (1 + ε) of every source that affects it. Shared errors are those of the first-order
 * draws of the same number; cell errors are drawn in the order in which cells are stored.
 */
export function perturbedTable(
  base: FootprintBase,
  effects: readonly SourceEffect[],
  seed: number,
  draw: number,
): PerturbedTable {
  const { table, follows } = base;
  const R = table.regions.length;
  const Z: Matrix =
    table.Z.kind === "csr"
      ? { ...table.Z, values: table.Z.values.slice() }
      : { ...table.Z, data: table.Z.data.slice() };
  const Y = dense(table.Y.rows, table.Y.columns, table.Y.data.slice());
  const emissions = Float64Array.from([...base.f, ...base.households]);
  for (const { source, shared } of effects) {
    const flows = source.part === "Z" ? Z : Y;
    if (!shared) multiplyCells(flows, source, seed, draw);
    else if (source.part === "F") multiplyLines(emissions, factorsOf(shared, source, seed, draw));
    else multiplyShared(flows, source, factorsOf(shared, source, seed, draw));
  }
  const n = table.x.length;
  const x = table.x.slice();
  if (follows) {
    const [before, after] = [flowsOut(table.Z, table.Y), flowsOut(Z, Y)];
    for (let i = 0; i < n; i++) x[i]! += after[i]! - before[i]!;
  }
  return { Z, Y, f: emissions.subarray(0, n), households: emissions.subarray(n, n + R), x };
}

/** Z 1 + Y 1. */
function flowsOut(Z: Matrix, Y: DenseMatrix): Float64Array {
  const sums = new Float64Array(Z.rows);
  const cells = cellsOf(Z);
  for (let i = 0; i < Z.rows; i++) {
    let sum = 0;
    for (let q = rowStart(Z, i), end = rowStart(Z, i + 1); q < end; q++) sum += cells[q]!;
    for (let c = 0; c < Y.columns; c++) sum += Y.data[i * Y.columns + c]!;
    sums[i] = sum;
  }
  return sums;
}

/** The factor 1 + ε of every line. */
function factorsOf({ names, of, sd }: SharedErrors, source: CheckedSource, seed: number, draw: number): Float64Array {
  const one = new Float64Array(1);
  const factors = names.map((name, v) => {
    if (sd[v] === 0) return 1;
    errorStream(source.name, name, seed).fill(draw, one);
    toErrors(one, sd[v]!, source.law);
    return 1 + one[0]!;
  });
  return Float64Array.from(of, (variable) => factors[variable]!);
}

function multiplyLines(values: Float64Array, factors: Float64Array): void {
  for (let i = 0; i < values.length; i++) values[i]! *= factors[i]!;
}

function multiplyShared(matrix: Matrix, { shared }: CheckedSource, factors: Float64Array): void {
  const cells = cellsOf(matrix);
  for (let i = 0; i < matrix.rows; i++)
    for (let q = rowStart(matrix, i), start = q, end = rowStart(matrix, i + 1); q < end; q++)
      cells[q]! *= factors[shared !== "column" ? i : matrix.kind === "csr" ? matrix.columnIndices[q]! : q - start]!;
}

/** Cells whose errors are drawn together. */
const VALUES_BETWEEN_PAUSES = 65_536;

function multiplyCells(matrix: Matrix, source: CheckedSource, seed: number, draw: number): void {
  const cells = cellsOf(matrix);
  const stream = normalStream(seed, `${source.name}: cells`);
  const errors = new Float64Array(Math.min(VALUES_BETWEEN_PAUSES, cells.length));
  const variance = (size: number) => Math.log1p(source.sd(size) ** 2);
  for (let from = 0; from < cells.length; from += VALUES_BETWEEN_PAUSES) {
    const n = Math.min(VALUES_BETWEEN_PAUSES, cells.length - from);
    stream.fill(draw * cells.length + from, errors.subarray(0, n));
    for (let q = 0; q < n; q++) {
      const value = cells[from + q]!;
      if (value === 0) continue;
      const size = Math.abs(value);
      if (source.law === "normal") cells[from + q] = value * (1 + source.sd(size) * errors[q]!);
      else {
        const v = variance(size);
        cells[from + q] = value * Math.exp(Math.sqrt(v) * errors[q]! - v / 2);
      }
    }
  }
}
