import { type Part, partsOf } from "../quantity/dimension.ts";
import { toNumber } from "../quantity/rational.ts";
import { factorOf, type Unit } from "../quantity/unit.ts";

/** An amount of one thing, or a rate of it. */
export interface YearlyAmount extends Part {
  /** How many base units one of it is in a year. */
  readonly yearly: number;
}

/** Days in a year: a rate is held against a year of it. */
const DAYS = 365.25;

/** What one unit is an amount of; undefined for what is no amount of one thing, nor one in a time. */
export function yearlyAmount(unit: Unit): YearlyAmount | undefined {
  const parts = partsOf(unit);
  const [amount, ...more] = parts.filter(({ base }) => base !== "time");
  const time = parts.find(({ base }) => base === "time")?.exponent ?? 0;
  if (!amount || more.length > 0 || (time !== 0 && time !== -1)) return undefined;
  return { ...amount, yearly: toNumber(factorOf(unit)) * (time === 0 ? 1 : DAYS) };
}
