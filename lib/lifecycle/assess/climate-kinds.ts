import type { CsrMatrix } from "../../numeric/csr.ts";
import type { ElementaryFlow } from "../graph/exchange-graph.ts";
import { climateFlowOf, type FlowKind, notToldApart } from "../impact/climate-flow.ts";
import { splitKinds } from "../impact/climate-split.ts";
import { flowUnitFactor } from "../impact/flow-unit.ts";

/** A score of climate change by the kinds of ISO 14067. */
export interface ClimateKinds {
  /** By the factors of the score itself, so that they sum to it. */
  readonly byKind: readonly { readonly kind: FlowKind; readonly value: number }[];
  /**
   * Carbon dioxide of living matter to which the indicator gives no factor, kg: what is emitted, and what is taken from the air. It is in no
   * kind and not in the score.
   */
  readonly uncounted: { readonly emission: number; readonly removal: number };
}

/**
 * The kinds of a score: each elementary flow by the factor that the score gives it and by what its name says of its origin. What
 * has no elementary flows (`withoutFlows`: grids and tables of factors) cannot be told apart.
 *
 * @param row the row of the score in `factors`.
 * @param amounts g, one number an elementary flow, in its unit.
 */
export function climateKindsOf(
  flows: readonly ElementaryFlow[],
  factors: CsrMatrix,
  row: number,
  amounts: ArrayLike<number>,
  withoutFlows: number,
): ClimateKinds {
  const sums = new Map<FlowKind, number>(splitKinds.map((kind) => [kind, 0]));
  const add = (kind: FlowKind, value: number) => sums.set(kind, sums.get(kind)! + value);
  const counted = new Set<number>();
  for (let p = factors.rowStarts[row]!; p < factors.rowStarts[row + 1]!; p++) {
    const e = factors.columnIndices[p]!;
    counted.add(e);
    if (amounts[e] === 0) continue;
    const { name, compartment } = flows[e]!;
    add(climateFlowOf(name, compartment)?.kind ?? notToldApart, factors.values[p]! * amounts[e]!);
  }
  add(notToldApart, withoutFlows);
  const uncounted = { emission: 0, removal: 0 };
  for (const [e, { name, compartment, unit }] of flows.entries()) {
    if (counted.has(e) || amounts[e] === 0) continue;
    const flow = climateFlowOf(name, compartment);
    if (flow?.gas !== "CO2" || flow.origin !== "biogenic") continue;
    const kilograms = amounts[e]! * (flowUnitFactor(unit, "kg") ?? 0);
    uncounted[flow.sign < 0 ? "removal" : "emission"] += kilograms;
  }
  return { byKind: splitKinds.map((kind) => ({ kind, value: sums.get(kind)! })), uncounted };
}
