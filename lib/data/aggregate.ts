import { quantileOf } from "../numeric/quantile.ts";
import { type Cell, compareCells } from "./cell.ts";
import type { Aggregate } from "./request.ts";

/** Aggregates of texts, too; the others are of numbers. */
export const ofAnyType: ReadonlySet<Aggregate> = new Set(["count", "first", "last", "min", "max"]);

/**
 * One value for the cells of these rows, of which missing ones are left out: null if none is left, and for the standard deviation
 * (of a sample, with n − 1) if only one is.
 */
export function aggregateOf(aggregate: Aggregate, cells: readonly Cell[], rows: Int32Array): Cell {
  if (aggregate === "first") return cells[rows.find((row) => cells[row] !== null) ?? -1] ?? null;
  if (aggregate === "last") return cells[rows.findLast((row) => cells[row] !== null) ?? -1] ?? null;
  const given: Exclude<Cell, null>[] = [];
  for (let i = 0; i < rows.length; i++) {
    const cell = cells[rows[i]!]!;
    if (cell !== null) given.push(cell);
  }
  if (aggregate === "count") return given.length;
  if (given.length === 0) return null;
  if (aggregate === "min") return given.reduce((least, cell) => (compareCells(cell, least) < 0 ? cell : least));
  if (aggregate === "max") return given.reduce((most, cell) => (compareCells(cell, most) > 0 ? cell : most));
  return ofNumbers(aggregate, given as readonly number[]);
}

function ofNumbers(aggregate: "sum" | "mean" | "median" | "sd", values: readonly number[]): number | null {
  if (aggregate === "median") return quantileOf(Float64Array.from(values).sort(), 0.5);
  const sum = sumOf(values);
  if (aggregate === "sum") return sum;
  const mean = sum / values.length;
  if (aggregate === "mean") return mean;
  if (values.length < 2) return null;
  return Math.sqrt(sumOf(values.map((value) => (value - mean) ** 2)) / (values.length - 1));
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
