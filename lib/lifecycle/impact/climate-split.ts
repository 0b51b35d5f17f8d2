import { type Message, messages } from "../../message/message.ts";
import { type CsrMatrix, csrFromTriplets } from "../../numeric/csr.ts";
import { publishedValue } from "../../quantity/gwp-table.ts";
import { findMetric } from "../../quantity/substance.ts";
import type { ElementaryFlow } from "../graph/exchange-graph.ts";
import { type ClimateFlow, climateFlowOf, climateKinds, type FlowKind, notToldApart } from "./climate-flow.ts";
import { flowUnitFactor } from "./flow-unit.ts";

const texts = messages("lifecycle.impact", {
  notTold: {
    en: "{share} % of the emissions by {metric} are in flows that do not say whether their carbon is fossil, biogenic or from land use: the split covers the rest.",
    zh: "按 {metric} 计，{share} % 的排放量所属的流未区分化石、生物源或土地利用来源：拆分只涵盖其余部分。",
  },
  aircraftUntold: {
    en: "No elementary flow was taken to be from aircraft: names do not say it. State the share of aircraft by activity.",
    zh: "未将任何基本流视为航空排放：其名称未说明。请按活动说明航空排放所占的部分。",
  },
});

/** The rows of a split: the kinds of ISO 14067, and what is not told apart. */
export const splitKinds: readonly FlowKind[] = [...climateKinds, notToldApart];

/** Elementary flows of an inventory as greenhouse gases by kind. */
export interface ClimateSplit {
  readonly metric: string;
  /** Kinds × E: the kg CO2e of one unit of each flow, negative for a removal; its column sums are the whole. */
  readonly matrix: CsrMatrix;
  /** What each elementary flow is; null for those that are no greenhouse gas. */
  readonly flows: readonly (ClimateFlow | null)[];
  /** Greenhouse gases without a value in the metric that was read in a source, or in a unit that is no mass: indices of flows. */
  readonly missing: readonly number[];
}

/**
 * Which elementary flows are which kind of greenhouse gas, with their weights in a metric, as far as their names and compartments
 * say it (`climateFlowOf`). Carbon dioxide that is biogenic weighs +1 where emitted and −1 where taken from the air, as ISO 14067 asks.
 * Throws QuantityError for an unknown metric.
 *
 * @param options aircraftByAltitude: whether what is emitted in the stratosphere and upper troposphere is from aircraft.
 */
export function climateSplit(
  flows: readonly ElementaryFlow[],
  metric: string,
  options: { readonly aircraftByAltitude?: boolean } = {},
): ClimateSplit {
  const by = findMetric(metric);
  const found = flows.map(
    ({ name, compartment }) => climateFlowOf(name, compartment, options.aircraftByAltitude) ?? null,
  );
  const rows: number[] = [];
  const columns: number[] = [];
  const values: number[] = [];
  const missing: number[] = [];
  for (const [e, flow] of found.entries()) {
    if (flow === null) continue;
    const kilograms = flowUnitFactor(flows[e]!.unit, "kg");
    const value = (flow.origin && publishedValue(by, `${flow.gas} ${flow.origin}`)) ?? publishedValue(by, flow.gas);
    if (kilograms === undefined || !value || value.read === null) {
      missing.push(e);
      continue;
    }
    rows.push(splitKinds.indexOf(flow.kind));
    columns.push(e);
    values.push(flow.sign * value.value * kilograms);
  }
  return {
    metric: by,
    matrix: csrFromTriplets(splitKinds.length, flows.length, rows, columns, values),
    flows: found,
    missing,
  };
}

/** The climate impact of an inventory by kind, kg CO2e. */
export interface SplitSums {
  readonly byKind: Readonly<Record<FlowKind, number>>;
  readonly total: number;
  /** Null if any carbon dioxide is not told apart: what of it is biogenic is not known. */
  readonly withoutBiogenicCO2: number | null;
  readonly notes: readonly Message[];
}

/**
 * The sums of an inventory by kind.
 *
 * @param amounts g, one number an elementary flow, in its unit.
 */
export function splitSums(split: ClimateSplit, amounts: ArrayLike<number>): SplitSums {
  const { matrix, flows, metric } = split;
  const byKind = Object.fromEntries(splitKinds.map((kind) => [kind, 0])) as Record<FlowKind, number>;
  let biogenicCO2 = 0;
  let isKnown = true;
  let gross = 0;
  let untold = 0;
  for (const [row, kind] of splitKinds.entries())
    for (let p = matrix.rowStarts[row]!; p < matrix.rowStarts[row + 1]!; p++) {
      const e = matrix.columnIndices[p]!;
      const value = matrix.values[p]! * amounts[e]!;
      byKind[kind] += value;
      gross += Math.abs(value);
      if (kind === notToldApart) untold += Math.abs(value);
      if (flows[e]!.gas !== "CO2") continue;
      if (kind === "biogenic emission" || kind === "biogenic removal") biogenicCO2 += value;
      if (kind === notToldApart && value !== 0) isKnown = false;
    }
  const total = splitKinds.reduce((sum, kind) => sum + byKind[kind], 0);
  return {
    byKind,
    total,
    withoutBiogenicCO2: isKnown ? total - biogenicCO2 : null,
    notes: [
      ...(untold > 0 ? [texts.notTold({ share: (100 * (untold / gross)).toPrecision(3), metric })] : []),
      ...(byKind.aircraft === 0 ? [texts.aircraftUntold()] : []),
    ],
  };
}
