import { isCategory } from "../../classification/categories.ts";
import type { ReadLine } from "../line-shape.ts";
import { type Clues, cluesOf } from "./clues.ts";

const MOST_LINES = 500;

/** How much of the lines is energy, travel, freight, waste or spend, as companies account for them: 0 to 1. */
export function fitsCompany(lines: readonly ReadLine[]): number {
  const some = lines.slice(0, MOST_LINES);
  if (some.length === 0) return 0;
  const known = new Map<string, number>();
  let sum = 0;
  for (const line of some) {
    const key = JSON.stringify([line.name, line.unit, line.scope, line.sheet, line.column]);
    const fit = known.get(key) ?? fitOf(cluesOf(line));
    known.set(key, fit);
    sum += fit;
  }
  return sum / some.length;
}

const telling = /^(?:fuel|energy|mode|freight|waste|treatment|water|use):/;

function fitOf(clues: Clues): number {
  // Categories of the IPCC are of inventories first: where all lines have one, that kind fits better.
  if (clues.written.source !== null && isCategory(clues.written.source) && clues.code !== null) return 0.85;
  if (clues.written.scope !== null) return 1;
  if (clues.gas !== null || [...clues.own].some((tag) => telling.test(tag))) return 0.9;
  if (clues.unit.dimension === "money") return 0.6;
  if (clues.unit.dimension === "energy" || clues.unit.dimension === "emission") return 0.7;
  // A material by its mass is as well of a bill.
  return [...clues.own].some((tag) => tag.startsWith("material:")) ? 0.3 : 0.1;
}
