import { messages } from "../message/message.ts";
import { metricValue } from "../quantity/co2e.ts";
import type { AccountRow } from "./account.ts";
import type { Gaps } from "./gaps.ts";
import { countriesOf, NationalSeries, WORLD } from "./national-series.ts";
import { SharedSentences } from "./shared-sentences.ts";

const texts = messages("panorama", {
  noTransferOf: {
    en: "Trade moves no {gases} of {regions} in {years} here: no table of 2011 to 2022 has the region and year, or the error of the modelled one is larger than what it moves.",
    zh: "此处 {regions} 在 {years} 年的 {gases} 不随贸易转移：2011 至 2022 年的表没有该区域和年份，或推算表的误差大于其转移量。",
  },
  modelledTransfer: {
    en: "share of the gas that a table carried to {year} moves, times the territorial amount; lo and hi by the largest error of consumption in known cases, {percent} %: a range, not an interval",
    zh: "由推至 {year} 年的表得出的转移比例乘以该气体的属地量；lo 与 hi 取已知案例中消费端的最大误差 {percent} %：为范围而非区间",
  },
  transferOfYear: {
    en: "share of the gas that the table of {year} moves, times the territorial amount",
    zh: "由 {year} 年的表得出的转移比例乘以该气体的属地量",
  },
  byEdgarSectors: { en: "all sectors without land use", zh: "不含土地利用的全部部门" },
  noGas: {
    en: "{source} has no {gas} of {regions} in {years}.",
    zh: "{source} 没有 {regions} 在 {years} 年的 {gas}。",
  },
  allMethane: { en: "all anthropogenic CH4, without distinction of origin", zh: "全部人为 CH4，不区分来源" },
  bySubstance: { en: "HFCs, PFCs, SF6 and NF3 by substance", zh: "按物质计的 HFCs、PFCs、SF6 和 NF3" },
});

const sentences = new SharedSentences();

/** Gases besides CO2, territorial, as series of CO2 equivalents by one metric. Mt CO2e. */
export interface GasSources {
  readonly metric: string;
  readonly methane: NationalSeries;
  readonly nitrous: NationalSeries;
  readonly fluorinated: NationalSeries;
  readonly transfers: GasTransfers;
}

/** What a table of trade says of a gas of a region: consumption less production as a share of production. */
export interface GasTransfer {
  readonly share: number;
  /** Largest error of consumption in known cases, as a share of production; null for a year with a table of its own. */
  readonly error: number | null;
}

/** The transfer of a region's gas in a year; null where the table has none that is usable. */
export type GasTransfers = (iso3: string, year: number, gas: OtherGas) => GasTransfer | null;

export const otherGases = ["CH4", "N2O", "F-gases"] as const;
export type OtherGas = (typeof otherGases)[number];

/** Names the source of rows of modelled transfers. */
export const TRANSFERS = "WIOD 2013, carried; EDGAR 2024";

export interface MassColumns {
  readonly rows: number;
  readonly iso3: ArrayLike<string | null>;
  readonly gas: ArrayLike<string | null>;
  readonly year: ArrayLike<number | null>;
  readonly mass: ArrayLike<number | null>;
}

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
 * The other gases of one region and year: territorial amounts, and what trade moves of each by a table of trade of that year. The
 * world moves nothing.
 * @param gaps takes what the sources lack.
 */
export function gasAccounts(region: string, year: number, sources: GasSources, gaps: Gaps): AccountRow[] {
  const rows: AccountRow[] = [];
  for (const gas of otherGases) {
    const series = seriesOf(gas, sources);
    const { value, missing } = series.of(region, year);
    for (const iso3 of value === null ? [region] : missing)
      gaps.add(`${gas} ${series.name}`, iso3, year, (regions, years) =>
        texts.noGas({ source: series.name, gas, regions, years }),
      );
    if (value === null) continue;
    rows.push({
      region,
      year,
      category: "total",
      gas,
      principle: "territorial",
      value,
      unit: "Mt CO2e",
      metric: sources.metric,
      lo: null,
      hi: null,
      bounds: "none",
      source: series.name,
      method: methods[gas],
    });
    if (region === WORLD) continue;
    const moved = transferOf(region, year, gas, series, sources.transfers, gaps);
    if (moved) rows.push(transferRow(region, year, gas, sources.metric, value, moved));
  }
  return rows;
}

const methods = { CH4: texts.allMethane(), N2O: texts.byEdgarSectors(), "F-gases": texts.bySubstance() };

function seriesOf(gas: OtherGas, { methane, nitrous, fluorinated }: GasSources): NationalSeries {
  if (gas === "CH4") return methane;
  return gas === "N2O" ? nitrous : fluorinated;
}

function transferRow(
  region: string,
  year: number,
  gas: OtherGas,
  metric: string,
  produced: number,
  { value, error }: { readonly value: number; readonly error: number | null },
): AccountRow {
  const percent = error === null ? null : Number(((100 * error) / (produced + value)).toPrecision(2));
  return {
    region,
    year,
    category: "net transfer",
    gas,
    principle: "consumption",
    value,
    unit: "Mt CO2e",
    metric,
    lo: error === null ? null : value - error,
    hi: error === null ? null : value + error,
    bounds: error === null ? "none" : "range of sources",
    source: TRANSFERS,
    method:
      percent === null
        ? sentences.of("transferOfYear", [String(year)], () => texts.transferOfYear({ year }))
        : texts.modelledTransfer({ year, percent }),
  };
}

/** Σ over the members of a region of share × territorial amount; errors of members add end to end. Null where no member has a share. */
function transferOf(
  region: string,
  year: number,
  gas: OtherGas,
  series: NationalSeries,
  transfers: GasTransfers,
  gaps: Gaps,
) {
  let value: number | null = null;
  let error: number | null = null;
  for (const iso3 of countriesOf(region, year)) {
    const amount = series.at(iso3, year);
    if (amount === null) continue;
    const found = transfers(iso3, year, gas);
    if (!found) {
      gaps.add(`transfer.${gas}`, iso3, year, (regions, years) => texts.noTransferOf({ gases: gas, regions, years }));
      continue;
    }
    value = (value ?? 0) + found.share * amount;
    if (found.error !== null) error = (error ?? 0) + found.error * amount;
  }
  return value === null ? null : { value, error };
}
