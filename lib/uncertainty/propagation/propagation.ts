import { type Message, messages } from "../../message/message.ts";
import { step } from "../../numeric/step.ts";
import type { Work } from "../../numeric/work.ts";
import { Z95 } from "../distributions/normal-law.ts";
import { count, positive, UncertaintyError } from "../uncertainty-error.ts";
import { BLOCK } from "./block.ts";
import { type Run, resultsOf } from "./draw-summary.ts";
import type { Histogram } from "./histogram.ts";
import type { Model } from "./model.ts";
import { type Moments, mergeMoments, momentsOf, noMoments, shapeOf } from "./moments.ts";
import { countInto, histogramOf, PILOT, type QuantileSketch, quantilesOf, sketchOf } from "./quantile-sketch.ts";
import type { Stage } from "./stage.ts";
import { type DrawOptions, drawsOf, type UncertainInputs } from "./uncertain-inputs.ts";

const texts = messages("uncertainty", {
  independentDraws: {
    en: "The confidence intervals are those of independent draws; with {sampler} the result is known better.",
    zh: "置信区间按独立抽样计算；用 {sampler} 时结果更精确。",
  },
  notPowerOfTwo: {
    en: "Sobol's sequence is balanced at powers of two; {draws} draws are none.",
    zh: "Sobol 序列在 2 的幂次处均衡；{draws} 次不是。",
  },
  mixedStrata: {
    en: "Correlated variables combine the strata of several, so none of them alone is a Latin hypercube.",
    zh: "相关变量由多个变量的分层构成，单独看不再是拉丁超立方。",
  },
  bareSequence: {
    en: "The bare sequence has no seed; its first point, 0, was moved to 2^-33.",
    zh: "未加扰的序列没有种子；其首点 0 已移至 2^-33。",
  },
  notYetKnown: {
    en: "After {draws} draws the {quantile} % quantile was not yet known to {percent} %.",
    zh: "{draws} 次抽样后，{quantile} % 分位数的精度尚未达到 {percent} %。",
  },
  stopOutside: {
    en: "stop.probability is {probability}; expected a number between 0 and 1.",
    zh: "stop.probability 应在 0 与 1 之间，实际为 {probability}。",
  },
  fixedDesign: {
    en: "A Latin hypercube is a design of a fixed number of draws and cannot stop early. Use random, sobol or halton.",
    zh: "拉丁超立方的抽样次数固定，不能提前停止。请用 random、sobol 或 halton。",
  },
});

export interface PropagationOptions extends DrawOptions {
  /** Stop if half of the 95 % confidence interval of this quantile is at most this share of the quantile. */
  readonly stop?: { readonly probability: number; readonly relative: number } | undefined;
  /** Keep the result of every draw (otherwise none is kept). */
  readonly keep?: boolean | undefined;
  readonly bins?: number | undefined;
  /** Called at each stage of the convergence. */
  readonly converging?: ((stage: Stage) => void) | undefined;
}

export interface Propagation {
  readonly draws: number;
  readonly mean: number;
  readonly sd: number;
  readonly skewness: number;
  /** Excess over that of the normal law */
  readonly kurtosis: number;
  readonly least: number;
  readonly most: number;
  /** Quantiles of 2.5, 5, 25, 50, 75, 95 and 97.5 % */
  readonly quantiles: {
    readonly probability: number;
    readonly value: number;
    readonly lo: number;
    readonly hi: number;
  }[];
  readonly histogram: Histogram;
  readonly convergence: readonly Stage[];
  /** Whether the required accuracy was reached within the given draws. */
  readonly stopped: boolean;
  readonly results: Float64Array | null;
  readonly notes: readonly Message[];
}

const PROBABILITIES = [0.025, 0.05, 0.25, 0.5, 0.75, 0.95, 0.975];

/**
 * The distribution of a model's result by Monte Carlo. Draws are made, evaluated, counted and discarded in blocks.
 * The stages of convergence are at 4,096 draws, twice as many, and so on; it may stop only at a stage.
 */
export async function propagate(
  inputs: UncertainInputs,
  model: Model,
  options: PropagationOptions,
  work: Work,
): Promise<Propagation> {
  const total = count("draws", options.draws);
  const watched = checkedStop(options);
  const run: Run = { draws: drawsOf(inputs, options), model, total };
  const blocks = Math.ceil(total / BLOCK);
  const pilotBlocks = Math.min(blocks, PILOT / BLOCK);
  const pilot = Array.from({ length: pilotBlocks }, (_, block) => resultsOf(run, block));
  const edges = joined(pilot);

  const sketch = sketchOf(edges);
  const kept: Float64Array[] = [];
  const convergence: Stage[] = [];
  let stopped = false;
  let moments = noMoments;
  for (let block = 0, end = pilotBlocks; block < blocks && !stopped; end = Math.min(blocks, 2 * end)) {
    for (; block < end; block++) {
      const y = pilot[block] ?? resultsOf(run, block);
      moments = mergeMoments(moments, momentsOf(y));
      countInto(sketch, y);
      if (options.keep) kept.push(y);
      work.progress((block + 1) / blocks, step.draws());
      await work.pause();
    }
    const stage = stageOf(moments, sketch, watched);
    convergence.push(stage);
    options.converging?.(stage);
    stopped =
      options.stop !== undefined && (stage.hi - stage.lo) / 2 <= options.stop.relative * Math.abs(stage.quantile);
  }
  return {
    ...summaryOf(moments, sketch, options.bins ?? 60),
    convergence,
    stopped,
    results: options.keep ? joined(kept) : null,
    notes: [...inputs.notes, ...remarks(options, stopped, inputs.correlation !== null)],
  };
}

/** The probability of the monitored quantile. */
function checkedStop({ stop, sampler }: PropagationOptions): number {
  if (!stop) return 0.975;
  const { probability, relative } = stop;
  if (!(probability > 0 && probability < 1))
    throw new UncertaintyError("stop.probability", texts.stopOutside({ probability }));
  positive("stop.relative", relative);
  if (sampler === "lhs") throw new UncertaintyError("stop", texts.fixedDesign());
  return probability;
}

/** Order statistics at p ± 1.96 √(p(1 − p)/n) bound the quantile with 95 % confidence, for any distribution. */
function quantileWithInterval(sketch: QuantileSketch, n: number, probability: number) {
  const reach = Z95 * Math.sqrt((probability * (1 - probability)) / n);
  const [lo, value, hi] = quantilesOf(sketch, [probability - reach, probability, probability + reach]);
  return { probability, value: value!, lo: lo!, hi: hi! };
}

function stageOf(moments: Moments, sketch: QuantileSketch, probability: number): Stage {
  const { value, lo, hi } = quantileWithInterval(sketch, moments.n, probability);
  const standardError = Math.sqrt(shapeOf(moments).variance / moments.n);
  return { draws: moments.n, mean: moments.mean, standardError, quantile: value, lo, hi };
}

/** The summary of merged moments and counts. */
export function summaryOf(moments: Moments, sketch: QuantileSketch, bins: number) {
  const { variance, skewness, kurtosis } = shapeOf(moments);
  return {
    draws: moments.n,
    mean: moments.mean,
    sd: Math.sqrt(variance),
    skewness,
    kurtosis,
    least: sketch.least,
    most: sketch.most,
    quantiles: PROBABILITIES.map((probability) => quantileWithInterval(sketch, moments.n, probability)),
    histogram: histogramOf(sketch, bins),
  };
}

function remarks(options: PropagationOptions, stopped: boolean, correlated: boolean): Message[] {
  const { sampler, draws, stop, scramble } = options;
  const notes: Message[] = [];
  if (sampler !== "random") notes.push(texts.independentDraws({ sampler }));
  if (sampler === "sobol" && !Number.isInteger(Math.log2(draws))) notes.push(texts.notPowerOfTwo({ draws }));
  if (sampler === "lhs" && correlated) notes.push(texts.mixedStrata());
  if (scramble === false && (sampler === "sobol" || sampler === "halton")) notes.push(texts.bareSequence());
  if (stop && !stopped)
    notes.push(texts.notYetKnown({ draws, quantile: 100 * stop.probability, percent: 100 * stop.relative }));
  return notes;
}

function joined(parts: readonly Float64Array[]): Float64Array {
  const out = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
