import { z } from "zod";
import type { ResultOf } from "../../tool/shape.ts";
import { ratio } from "../../tool/unit.ts";
import type { ElementaryFlow } from "../graph/exchange-graph.ts";
import type { Characterisation } from "./characterisation.ts";
import { compartmentOf, isResource } from "./compartment.ts";
import { flowUnitFactor } from "./flow-unit.ts";

/** How much of an inventory's elementary flows has a factor. Flows with an amount of zero do not count. */
export const flowCoverageShape = z.object({
  flows: z.int().describe("Elementary flows with an amount"),
  characterised: z.int().describe("Of these, with a factor"),
  /** Characterised over all, by count; null without flows. */
  share: ratio.nullable().describe("By count"),
  shareOfMass: ratio.nullable().describe("By mass, of those in units of mass; null if there are none"),
});
export interface FlowCoverage extends ResultOf<typeof flowCoverageShape> {
  /** kg of the flows whose units are masses, each by its absolute amount. */
  readonly mass: number;

  readonly characterisedMass: number;
}

export interface InventoryCoverage {
  /** For each indicator. */
  readonly byIndicator: readonly FlowCoverage[];
  /** What has a factor in any indicator of impact. Resources and emissions apart, because rock and water would hide the rest. */
  readonly emissions: FlowCoverage;
  readonly resources: FlowCoverage;
}

/**
 * The share of elementary flows that a characterisation covers.
 *
 * @param amounts g, one number an elementary flow, in its unit.
 */
export function coverageOf(
  { indicators, matches }: Characterisation,
  flows: readonly ElementaryFlow[],
  amounts: ArrayLike<number>,
): InventoryCoverage {
  const masses = flows.map(({ unit }, e) => {
    const kilograms = flowUnitFactor(unit, "kg");
    return kilograms === undefined ? 0 : Math.abs(amounts[e]!) * kilograms;
  });
  const occurring = flows.flatMap((_, e) => (amounts[e] === 0 ? [] : [e]));
  const covered = indicators.map(() => new Set<number>());
  const anyImpact = new Set<number>();
  for (const { indicator, flow } of matches) {
    covered[indicator]!.add(flow);
    if (indicators[indicator]!.kind === "impact") anyImpact.add(flow);
  }
  const of = (among: readonly number[], having: ReadonlySet<number>): FlowCoverage => {
    const found = among.filter((e) => having.has(e));
    const mass = among.reduce((sum, e) => sum + masses[e]!, 0);
    const characterisedMass = found.reduce((sum, e) => sum + masses[e]!, 0);
    return {
      flows: among.length,
      characterised: found.length,
      share: among.length === 0 ? null : found.length / among.length,
      mass,
      characterisedMass,
      shareOfMass: mass === 0 ? null : characterisedMass / mass,
    };
  };
  const taken = new Set(occurring.filter((e) => isResource(compartmentOf(flows[e]!.compartment)?.context ?? "")));
  return {
    byIndicator: covered.map((having) => of(occurring, having)),
    emissions: of(
      occurring.filter((e) => !taken.has(e)),
      anyImpact,
    ),
    resources: of([...taken], anyImpact),
  };
}
