import type { Candidate } from "../../../lib/account/account-shapes.ts";
import {
  decimalsOf,
  writeChange,
  writeFormulas,
  writeNumber as writePlain,
  writeQuantity,
} from "../../../lib/charts/number-text.ts";
import { say } from "../../language/speech.ts";
import { accountTexts } from "./account-texts.ts";

/** An amount with its unit, as figures write it. */
export function writeAmount(value: number, unit: string): string {
  return writeQuantity(writePlain(value, decimalsOf(value)), withoutMetric(unit));
}

/** By how much a figure changes, with its sign; ±0 where three digits do not show it. */
export function writeEffect(change: number, unit: string): string {
  const written = writeChange(change, decimalsOf(change));
  return writeFormulas(writeQuantity(Math.abs(change) < 1e-9 ? "±0" : written, withoutMetric(unit)));
}

/** The metric of CO2 equivalents is one for the whole account, and stands in its method. */
function withoutMetric(unit: string): string {
  return unit.replace(/(?<=CO2e) \S+$/, "");
}

/** A factor with its unit, year and place. */
export function writeFactor({
  factor,
  factorUnit,
  year,
  place,
}: Pick<Candidate, "factor" | "factorUnit" | "year" | "place">): string {
  const written = factor === null ? say(accountTexts.noFactor()) : writeAmount(factor, factorUnit ?? "");
  const dated = year === null ? written : say(accountTexts.factorOf({ factor: written, year }));
  return place === null ? dated : `${dated} · ${place}`;
}
