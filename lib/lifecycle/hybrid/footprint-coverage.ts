import type { FlowCoverage, InventoryCoverage } from "../impact/coverage.ts";
import { type ForegroundInputs, type InputClass, inputClasses, type TracedInput } from "./traced-inputs.ts";

/** What every footprint states: how much of its inputs is cut off, how much of its flows is characterised, and how well inputs match. */
export interface FootprintCoverage {
  readonly inputs: InputCoverage;
  readonly upstream: UpstreamCoverage;
  readonly flows: {
    /** In the footprint's own indicator. */
    readonly indicator: FlowCoverage;
    /** In any indicator of impact. */
    readonly emissions: FlowCoverage;
    readonly resources: FlowCoverage;
  };
  readonly matches: readonly MatchShare[];
}

export interface InputCoverage {
  /** Inputs of the foreground, from itself too. */
  readonly count: number;
  /** Of these, without a process or sector. */
  readonly cutOff: number;
  /** By count; null without inputs. */
  readonly share: number | null;
  /** What of the cut-off inputs could be estimated, in the unit of the score; no part of it. */
  readonly estimate: number;
  /** The estimate over the score and the estimate, by size; null if inputs are cut off and none could be estimated. */
  readonly estimatedShare: number | null;
  /** Cut-off inputs without an estimate: the estimated share leaves them out. */
  readonly notEstimated: number;
}

/** Inputs of what is outside of the foreground, as far as it runs for the demand. */
export interface UpstreamCoverage {
  readonly count: number;
  readonly cutOff: number;
  /** By count; null without inputs. */
  readonly share: number | null;
  /** Of the cut-off inputs that could be estimated; no part of the score, nor of the shares by match class. */
  readonly estimate: number;
  readonly notEstimated: number;
}

export interface MatchShare {
  /** `own`: the foreground's own elementary flows. Of `unmatched` the value is the estimate. */
  readonly match: "own" | InputClass;
  /** Of the foreground and of the demand itself. */
  readonly inputs: number;
  /** Of `sector` with what is bought upstream, too. */
  readonly value: number;
  /** By size, of score and estimates, so that credits do not hide what they offset; null if all are zero. */
  readonly share: number | null;
}

/**
 * The coverage of a footprint.
 *
 * @param traced inputs of the foreground, with its own flows and what is cut off upstream of it.
 * @param purchases scores of purchases of the demand itself, which are matched to sectors.
 * @param flows coverage of the whole inventory; `indicator` is the index of the footprint's indicator in it.
 */
export function footprintCoverage({
  traced: { direct, inputs, internal, upstreamInputs, upstreamCutOffs },
  purchases = [],
  flows,
  indicator,
}: {
  readonly traced: ForegroundInputs;
  readonly purchases?: readonly number[];
  readonly flows: InventoryCoverage;
  readonly indicator: number;
}): FootprintCoverage {
  const scoreOf = ({ score, estimate }: Pick<TracedInput, "score" | "estimate">) => score ?? estimate?.value ?? 0;
  const classes = inputClasses.map((match) => {
    const values = inputs.filter((input) => input.match === match).map(scoreOf);
    const count = values.length + (match === "sector" ? purchases.length : 0);
    if (match === "sector") values.push(...purchases, ...upstreamCutOffs.map(({ score }) => score ?? 0));
    return { match, values, count };
  });
  const all = [{ match: "own" as const, values: [direct], count: 0 }, ...classes];
  const size = (values: readonly number[]) => values.reduce((sum, value) => sum + Math.abs(value), 0);
  const whole = size(all.flatMap(({ values }) => values));
  const cut = inputs.filter(({ match }) => match === "unmatched");
  const notEstimated = cut.filter(({ estimate }) => estimate === null).length;
  const estimate = cut.reduce((sum, each) => sum + (each.estimate?.value ?? 0), 0);
  const count = inputs.length + internal + purchases.length;
  const unpriced = upstreamCutOffs.filter(({ score }) => score === null);
  const upstreamCut = unpriced.reduce((sum, { exchanges }) => sum + exchanges, 0);
  return {
    inputs: {
      count,
      cutOff: cut.length,
      share: count === 0 ? null : cut.length / count,
      estimate,
      estimatedShare: cut.length === 0 ? 0 : notEstimated === cut.length || whole === 0 ? null : estimate / whole,
      notEstimated,
    },
    upstream: {
      count: upstreamInputs,
      cutOff: upstreamCut,
      share: upstreamInputs === 0 ? null : upstreamCut / upstreamInputs,
      estimate: unpriced.reduce((sum, { estimate: each }) => sum + (each ?? 0), 0),
      notEstimated: unpriced.reduce((sum, { estimate: each, exchanges }) => sum + (each === null ? exchanges : 0), 0),
    },
    flows: { indicator: flows.byIndicator[indicator]!, emissions: flows.emissions, resources: flows.resources },
    matches: all.map(({ match, values, count: of }) => ({
      match,
      inputs: of,
      value: values.reduce((sum, value) => sum + value, 0),
      share: whole === 0 ? null : size(values) / whole,
    })),
  };
}
