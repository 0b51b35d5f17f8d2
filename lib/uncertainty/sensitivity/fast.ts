import { z } from "zod";
import { messages } from "../../message/message.ts";
import type { ResultOf } from "../../tool/shape.ts";
import { ratio } from "../../tool/unit.ts";
import { type Model, runModel } from "../propagation/model.ts";
import { transform, type UncertainInputs } from "../propagation/uncertain-inputs.ts";
import { stream } from "../sampling/stream.ts";
import { count, UncertaintyError } from "../uncertainty-error.ts";
import { requireVariance } from "./evaluation.ts";

const texts = messages("uncertainty", {
  tooFewDrawsForFast: {
    en: "FAST with {harmonics} harmonics needs more than {least} draws per variable; got {draws}.",
    zh: "取 {harmonics} 个谐波的 FAST 每个变量需要多于 {least} 次抽样，实际为 {draws} 次。",
  },
  correlatedInFast: {
    en: "FAST divides the variance among independent variables, but some are correlated.",
    zh: "FAST 在独立变量之间分解方差，而部分变量相关。",
  },
});

export const fastMeasureShape = z.object({
  first: ratio,
  total: ratio,
});
export type FastMeasure = ResultOf<typeof fastMeasureShape>;

export interface FastOptions {
  /** Draws per variable, at least 4 M² + 1 */
  readonly draws: number;
  readonly seed: number;
  /** M, the number of harmonics of the variable's frequency that are used */
  readonly harmonics?: number | undefined;
}

/**
 * Extended FAST: one curve through the cube for each variable, on which it oscillates fast (ω) and the others slowly; the
 * spectrum at ω, 2ω … Mω is its first-order variance, that below ω/2 the variance of all others.
 * Saltelli, Tarantola, Chan (1999), doi:10.1080/00401706.1999.10485594. The first-order index is accurate to
 * about 0.01 at a thousand draws; the total index misses harmonics of the others beyond ω/2 and is up to 0.05 too large.
 */
export function fast(inputs: UncertainInputs, model: Model, options: FastOptions): Record<string, FastMeasure> {
  const { harmonics: m = 4, seed } = options;
  const n = count("draws", options.draws);
  count("harmonics", m);
  if (n <= 4 * m * m)
    throw new UncertaintyError("draws", texts.tooFewDrawsForFast({ harmonics: m, least: 4 * m * m, draws: n }));
  if (inputs.correlation) throw new UncertaintyError("correlation", texts.correlatedInFast());
  const d = inputs.names.length;
  // A prime shares no harmonics with the slow frequencies below it.
  const fastest = primeBelow(Math.floor((n - 1) / (2 * m)));
  const slowest = Math.max(1, Math.floor(fastest / (2 * m)));
  const phases = stream(seed, "phases", "trajectory");
  const measures = inputs.names.map((_, own) => {
    let other = 0;
    const columns = inputs.names.map((__, k) => {
      const omega = k === own ? fastest : slowFrequency(other++, d - 1, slowest);
      const phase = 2 * Math.PI * phases.at(own * d + k);
      const column = new Float64Array(n);
      for (let i = 0; i < n; i++) {
        const u = 0.5 + Math.asin(Math.sin((omega * 2 * Math.PI * i) / n + phase)) / Math.PI;
        column[i] = Math.min(1 - 2 ** -53, Math.max(2 ** -33, u));
      }
      return column;
    });
    transform(inputs, columns);
    return measureOf(runModel(model, inputs.names, columns, own * n), fastest, m);
  });
  return Object.fromEntries(inputs.names.map((name, at) => [name, measures[at]!]));
}

/** The largest prime up to a number, 2 at least. */
function primeBelow(limit: number): number {
  for (let candidate = limit; candidate > 2; candidate--) {
    let divisor = 2;
    while (divisor * divisor <= candidate && candidate % divisor !== 0) divisor += 1;
    if (divisor * divisor > candidate) return candidate;
  }
  return 2;
}

/** The frequencies of the others: spread from 1 to the maximum allowed, repeated if there are more variables. */
function slowFrequency(at: number, others: number, slowest: number): number {
  if (slowest >= others) return Math.floor(1 + (at * (slowest - 1)) / Math.max(1, others - 1));
  return (at % slowest) + 1;
}

function measureOf(y: Float64Array, omega: number, harmonics: number): FastMeasure {
  const n = y.length;
  const mean = y.reduce((sum, value) => sum + value, 0) / n;
  const variance = y.reduce((sum, value) => sum + (value - mean) ** 2, 0) / n;
  requireVariance(mean, variance);
  const power = (frequency: number) => {
    let [re, im] = [0, 0];
    for (let i = 0; i < n; i++) {
      const angle = (2 * Math.PI * ((frequency * i) % n)) / n;
      re += (y[i]! - mean) * Math.cos(angle);
      im += (y[i]! - mean) * Math.sin(angle);
    }
    return (2 * (re * re + im * im)) / (n * n);
  };
  let [own, others] = [0, 0];
  for (let k = 1; k <= harmonics; k++) own += power(k * omega);
  for (let k = 1; k <= omega / 2; k++) others += power(k);
  return { first: own / variance, total: 1 - others / variance };
}
