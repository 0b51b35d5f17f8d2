import { billUnit } from "../../lifecycle/assess/bill-units.ts";
import { classOf } from "../../lifecycle/assess/class-of.ts";
import { designated } from "../../lifecycle/assess/designations.ts";
import { billWords, isGridElectricity, materials } from "../../lifecycle/assess/material-terms.ts";
import { factorBetween } from "../../lifecycle/graph/unit-names.ts";
import type { ReadLine } from "../line-shape.ts";

/** Lines that are looked at: a file of many is of one kind throughout. */
const SEEN = 500;

/**
 * 0 to 1: how well lines fit the bill of a product. Materials by name, and amounts of parts (grams to a tonne, areas, lengths, pieces),
 * speak for it; scopes, periods, sites with years, and fuels by volume against.
 */
export function productFit(lines: readonly ReadLine[]): number {
  if (lines.length === 0) return 0;
  const step = Math.max(1, Math.floor(lines.length / SEEN));
  const seen = lines.filter((line, at) => at % step === 0 && !isCommon(line));
  if (seen.length === 0) return 0;
  const share = (is: (line: ReadLine) => boolean) => seen.filter(is).length / seen.length;
  const score = 0.6 * share(isMaterial) + 0.4 * share(isPart) - 0.8 * share(isOfReporting);
  return Math.min(1, Math.max(0, score));
}

/** Electricity and transport stand in files of every kind. */
function isCommon({ name }: ReadLine): boolean {
  const words = billWords(name);
  if (words.length === 0) return true;
  return isGridElectricity(words) || words.includes("transport");
}

function isMaterial({ name, unit }: ReadLine): boolean {
  const words = billWords(name);
  const isNamed = designated(name).found.length > 0 || classOf(words) !== undefined;
  return (isNamed || words.some((word) => materials.has(word))) && factorBetween(billUnit(unit), "kWh") === null;
}

function isPart({ unit }: ReadLine): boolean {
  const known = billUnit(unit);
  if (["t", "L", "m3"].includes(known)) return false;
  return ["kg", "m2", "m", "item"].some((each) => factorBetween(known, each) !== null);
}

const isOfReporting = ({ scope, period, year, site }: ReadLine) =>
  scope !== null || period !== null || (year !== null && site !== null);
