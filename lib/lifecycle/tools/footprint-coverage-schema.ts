import { z } from "zod";
import { numberIn, ratio } from "../../tool/unit.ts";
import type { FootprintCoverage } from "../hybrid/footprint-coverage.ts";
import { inputClasses } from "../hybrid/traced-inputs.ts";
import { type FlowCoverage, flowCoverageShape } from "../impact/coverage.ts";

const inUnit = numberIn({ unitIn: "unit" });

/** What every footprint states of its coverage; `unit` beside it is that of the score. */
export const footprintCoverageOut = z.object({
  inputs: z.object({
    count: z.int().describe("Inputs of the foreground, from itself too"),
    cutOff: z.int().describe("Of these, without a process or a sector"),
    share: ratio.nullable().describe("Share of inputs cut off, by count"),
    estimate: inUnit
      .nullable()
      .describe("Estimate of what is cut off, where there is one; no part of the score; null if that cannot be stated"),
    estimatedShare: ratio
      .nullable()
      .describe("Share of inputs cut off, by estimate; null if inputs are cut off and none could be estimated"),
    notEstimated: z.int().describe("Cut-off inputs that the estimated share leaves out"),
  }),
  upstream: z
    .object({
      count: z.int(),
      cutOff: z.int(),
      share: ratio.nullable().describe("By count"),
      estimate: inUnit
        .nullable()
        .describe("Of those that could be estimated; no part of the score; null if that cannot be stated"),
      notEstimated: z.int(),
    })
    .describe("Inputs of the linked processes upstream of the foreground, as far as they run"),
  flows: z.object({
    indicator: flowCoverageShape.describe("In the indicator of the footprint"),
    emissions: flowCoverageShape.describe("Emissions with a factor in any indicator of impact that was asked for"),
    resources: flowCoverageShape.describe("Resources with a factor in any indicator of impact that was asked for"),
  }),
  matches: z
    .array(
      z.object({
        match: z
          .enum(["own", ...inputClasses])
          .describe("own: the foreground's own elementary flows; of unmatched inputs the value is the estimate"),
        inputs: z.int(),
        value: inUnit.nullable().describe("Null if the score cannot be stated"),
        share: ratio.nullable().describe("By size, of score and estimates, so that credits hide nothing"),
      }),
    )
    .describe("Share by match class"),
});

const flowsOut = ({ flows: count, characterised, share, shareOfMass }: FlowCoverage) => ({
  flows: count,
  characterised,
  share,
  shareOfMass,
});

/**
 * The coverage as a tool gives it.
 *
 * @param isStated whether the score can be stated; if not, neither can its parts, nor what is estimated from them: counts alone are left.
 */
export function coverageFields({ inputs, upstream, flows: of, matches }: FootprintCoverage, isStated: boolean) {
  return {
    inputs: isStated ? { ...inputs } : { ...inputs, estimate: null, estimatedShare: null },
    upstream: isStated ? { ...upstream } : { ...upstream, estimate: null },
    flows: {
      indicator: flowsOut(of.indicator),
      emissions: flowsOut(of.emissions),
      resources: flowsOut(of.resources),
    },
    matches: matches.map((each) => (isStated ? { ...each } : { ...each, value: null, share: null })),
  };
}
