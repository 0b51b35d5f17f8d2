import { messages } from "../message/message.ts";
import { metricValue } from "../quantity/co2e.ts";
import type { AccountRow } from "./account.ts";
import type { Accounts } from "./fossil-accounts.ts";
import { NationalSeries, WORLD } from "./national-series.ts";
import { SharedSentences } from "./shared-sentences.ts";

const said = messages("panorama", {
  noNitrousOxide: {
    en: "N2O is not included in this account, so every total by {metric} is too low; nonco2_countries has it by country (indicators.gases).",
    zh: "本账户不含 N2O，因此按 {metric} 的各总量偏低；分国数据见 nonco2_countries（indicators.gases）。",
  },
  untraded: {
    en: "No shipped public table covers CH4 and fluorinated gases embodied in trade: between production and consumption only CO2 differs.",
    zh: "现有公开表中没有贸易转移的 CH4 和含氟气体：生产端与消费端之间只转移 CO2。",
  },
  noGas: { en: "{source} has no {gas} of {regions} in {year}.", zh: "{source} 没有 {regions} 在 {year} 年的 {gas}。" },
  allMethane: { en: "all anthropogenic CH4, without distinction of origin", zh: "全部人为 CH4，不区分来源" },
  bySubstance: { en: "HFCs, PFCs, SF6 and NF3 by substance", zh: "按物质计的 HFCs、PFCs、SF6 和 NF3" },
});

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

const sentences = new SharedSentences();

/** Gases controlled by the Montreal Protocol, which are in no total under the UNFCCC. */
const montreal = /^HCFC|^CFC/;

/**
 * Masses as CO2 equivalents: Σ mass × metric. CH4 of unknown origin uses the metric's value for that case.
 * @param perMt Mt per unit of `mass`: 1e-3 for kt, 1e-6 for t.
 * @param only the gas to use; default: all except those of the Montreal Protocol.
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

/**
 * The other gases of one region and year. Notes say that their transfers by trade, and N2O, are in no available public table.
 */
export function gasAccounts(region: string, year: number, { metric, methane, fluorinated }: GasSources): Accounts {
  const rows: AccountRow[] = [];
  const lacks = [sentences.of("noNitrousOxide", [metric], () => said.noNitrousOxide({ metric }))];
  for (const [gas, series, method] of [
    ["CH4", methane, said.allMethane()],
    ["F-gases", fluorinated, said.bySubstance()],
  ] as const) {
    const { value, missing } = series.of(region, year);
    if (value === null) {
      lacks.push(said.noGas({ source: series.name, gas, regions: region, year }));
      continue;
    }
    if (missing.length > 0) lacks.push(said.noGas({ source: series.name, gas, regions: missing, year }));
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
  if (rows.length > 0) lacks.push(said.untraded());
  return { rows, lacks };
}
