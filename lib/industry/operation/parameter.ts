import type { Text } from "../../message/message.ts";

/**
 * How far the number of a parameter was confirmed:
 * - `seen`: read in a reference table that ships;
 * - `computed`: follows from stoichiometry;
 * - `in tech_parameter`: the range covers the rows of the POSTED database, version of 17 August 2026;
 * - `recalled`: quoted from memory of the named source, to be checked before it is cited;
 * - `assumed`: a choice of this library, from no source, for you to replace by your plant's value.
 */
export const confirmations = ["seen", "computed", "in tech_parameter", "recalled", "assumed"] as const;
export type Confirmation = (typeof confirmations)[number];

/** A number that describes how an operation is run. */
export interface Parameter {
  readonly unit: string;
  /** What it is, in a few words. */
  readonly meaning: Text;
  /** Low and high end of common practice; null where no source gives a range. */
  readonly low: number | null;
  readonly typical: number;
  readonly high: number | null;
  /** Values outside are impossible, not unusual. */
  readonly bounds: readonly [number, number];
  readonly source: string;
  readonly confirmation: Confirmation;
}

type Range = readonly [low: number | null, typical: number, high: number | null];

function parameter(
  unit: string,
  meaning: Text,
  [low, typical, high]: Range,
  bounds: readonly [number, number],
  source: string,
  confirmation: Confirmation,
): Parameter {
  return { unit, meaning, low, typical, high, bounds, source, confirmation };
}

/** A parameter with a source. */
export const sourced = parameter;

const OWN = "Choice of this library; state your plant's value";

/** A share between 0 and 1 that no source gives. */
export function assumedShare(meaning: Text, typical: number): Parameter {
  return parameter("1", meaning, [null, typical, null], [0, 1], OWN, "assumed");
}

/** A temperature in °C that no source gives. */
export function assumedTemperature(meaning: Text, typical: number): Parameter {
  return parameter("°C", meaning, [null, typical, null], [-50, 2500], OWN, "assumed");
}

/** Any other number that no source gives. */
export function assumed(unit: string, meaning: Text, typical: number, bounds: readonly [number, number]): Parameter {
  return parameter(unit, meaning, [null, typical, null], bounds, OWN, "assumed");
}
