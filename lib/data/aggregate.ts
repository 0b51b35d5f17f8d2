import { quantileOf } from "../numeric/quantile.ts";
import { type Cell, compareCells } from "./cell.ts";
import type { Aggregate } from "./request.ts";

/** Aggregates of texts, too; the others are of numbers. */
export const ofAnyType: ReadonlySet<Aggregate> = new Set(["count", "first", "last", "min", "max"]);

/**
 * One value for the cells of a group, of which missing ones are left out: null if none is left, and for the standard deviation
 * (of a sample, with n − 1) if only one is.
 */
export function aggregateOf(aggregate: Aggregate, cells: readonly Cell[]): Cell {
  const given = cells.filter((cell) => cell !== null);
  if (aggregate === "count") return given.length;
  if (given.length === 0) return null;
  if (aggregate === "first") return given[0]!;
  if (aggregate === "last") return given.at(-1)!;
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
