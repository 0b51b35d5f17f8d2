import { metricValue } from "../quantity/co2e.ts";
import type { AccountRow } from "./account.ts";
import type { Accounts } from "./fossil-accounts.ts";
import { NationalSeries, WORLD } from "./national-series.ts";

/** Gases besides CO2, territorial, as series of CO2 equivalents by one metric. Mt CO2e. */
export interface GasSources {
  readonly metric: string;
  readonly methane: NationalSeries;
  readonly fluorinated: NationalSeries;
}

export interface MassColumns {
  readonly rows: number;
  readonly iso3: ArrayLike<string | null>;
  readonly gas: ArrayLike<string | null>;
  readonly year: ArrayLike<number | null>;
  readonly mass: ArrayLike<number | null>;
}

const untraded =
  "What trade moves of CH4 and fluorinated gases is in no public table at hand: between production and consumption CO2 alone moves.";

/** Gases that the Montreal Protocol rules and no total under the UNFCCC holds. */
const montreal = /^HCFC|^CFC/;

/**
 * Masses as CO2 equivalents: Σ mass × metric. CH4 of unstated origin takes the metric's value for such.
 * @param perMt what one unit of `mass` is of a Mt: 1e-3 for kt, 1e-6 for t.
 * @param only the gas to take; all but those of the Montreal Protocol when left out.
 */
export function readMasses(
  name: string,
  columns: MassColumns,
  metric: string,
  perMt: number,
  only?: string,
): NationalSeries {
  const series = new NationalSeries(name);
  const weights = new Map<string, number>();
  const weigh = (gas: string) => {
    const weight = weights.get(gas) ?? metricValue(gas, metric).value * perMt;
    weights.set(gas, weight);
    return weight;
  };
  for (let row = 0; row < columns.rows; row++) {
    const [iso3, gas, mass] = [columns.iso3[row], columns.gas[row]!, columns.mass[row] ?? null];
    if (mass === null || (only === undefined ? montreal.test(gas) : gas !== only)) continue;
    const weight = mass * weigh(gas);
    if (iso3) series.add(iso3, columns.year[row]!, weight);
    series.add(WORLD, columns.year[row]!, weight);
  }
  return series;
}

/** The other gases of one region and year. Their transfers by trade and N2O are in no public table at hand, and that is said. */
export function gasAccounts(region: string, year: number, { metric, methane, fluorinated }: GasSources): Accounts {
  const rows: AccountRow[] = [];
  const lacks = [`N2O is not in: no table at hand has it by country, so that every total by ${metric} is too low.`];
  for (const [gas, series, method] of [
    ["CH4", methane, "all anthropogenic CH4, its origin not told apart"],
    ["F-gases", fluorinated, "HFCs, PFCs, SF6 and NF3 by substance"],
  ] as const) {
    const { value, missing } = series.of(region, year);
    if (value === null) {
      lacks.push(`${series.name} has no ${gas} of ${region} in ${year}.`);
      continue;
    }
    if (missing.length > 0) lacks.push(`${series.name} has no ${gas} of ${missing.join(", ")} in ${year}.`);
    rows.push({
      region,
      year,
      category: "total",
      gas,
      principle: "territorial",
      value,
      unit: "Mt CO2e",
      metric,
      lo: null,
      hi: null,
      bounds: "none",
      source: series.name,
      method,
    });
  }
  if (rows.length > 0) lacks.push(untraded);
  return { rows, lacks };
}
