import { z } from "zod";
import { messages } from "../../message/message.ts";
import type { ResultOf } from "../../tool/shape.ts";
import { Z95 } from "../distributions/normal-law.ts";
import { type Model, runModel } from "../propagation/model.ts";
import { transform, type UncertainInputs } from "../propagation/uncertain-inputs.ts";
import { stream } from "../sampling/stream.ts";
import { count, UncertaintyError } from "../uncertainty-error.ts";

const texts = messages("uncertainty", {
  unevenLevels: {
    en: "levels is {levels}; expected an even integer ≥ 2.",
    zh: "levels 应为从 2 起的偶数，实际为 {levels}。",
  },
  correlatedInMorris: {
    en: "The Morris method changes one variable at a time, but some are correlated.",
    zh: "Morris 法一次只移动一个变量，而部分变量相关。",
  },
});

export const morrisMeasureShape = z.object({
  /** Mean of the elementary effects, mean of their absolute values, and their standard deviation (interactions, curvature) */
  mu: z.number(),
  muStar: z.number(),
  sigma: z.number(),
  /** 95 % confidence interval of muStar */
  lo: z.number(),
  hi: z.number(),
});
export type MorrisMeasure = ResultOf<typeof morrisMeasureShape>;

export interface MorrisOptions {
  readonly trajectories: number;
  readonly seed: number;
  /** p, an even number of levels of the unit interval */
  readonly levels?: number | undefined;
}

/**
 * Elementary effects by Morris (1991), doi:10.1080/00401706.1991.10484804, μ* by Campolongo et al. (2007),
 * doi:10.1016/j.envsoft.2006.10.004: each trajectory moves one variable after the other by Δ = p / 2(p − 1) of its quantiles.
 * The levels are at the midpoints of p equal parts, so that unbounded distributions have a value at each.
 * Effects are per unit of the quantile, in the unit of the result.
 */
export function morris(inputs: UncertainInputs, model: Model, options: MorrisOptions): Record<string, MorrisMeasure> {
  const { seed, levels = 4 } = options;
  const r = count("trajectories", options.trajectories, 2);
  if (!Number.isInteger(levels) || levels < 2 || levels % 2 !== 0)
    throw new UncertaintyError("levels", texts.unevenLevels({ levels }));
  if (inputs.correlation) throw new UncertaintyError("correlation", texts.correlatedInMorris());
  const d = inputs.names.length;
  const steps = trajectories(d, r, levels, seed);
  const columns = inputs.names
    .map((_, k) => steps.points.map((level) => level[k]!))
    .map((column) => Float64Array.from(column));
  for (const column of columns)
    for (let i = 0; i < column.length; i++) column[i] = unbounded(column[i]!, levels, inputs);
  transform(inputs, columns);
  const y = runModel(model, inputs.names, columns, 0);
  const delta = levels / (2 * (levels - 1));
  const effects = inputs.names.map(() => new Float64Array(r));
  for (let t = 0; t < r; t++)
    for (let step = 0; step < d; step++) {
      const { variable, up } = steps.moves[t * d + step]!;
      const at = t * (d + 1) + step;
      effects[variable]![t] = ((y[at + 1]! - y[at]!) * (up ? 1 : -1)) / delta;
    }
  return Object.fromEntries(inputs.names.map((name, k) => [name, measureOf(effects[k]!)]));
}

/** A level l/(p − 1) as a probability in (0, 1): itself, or the midpoints of p parts for an unbounded distribution. */
function unbounded(level: number, levels: number, { distributions }: UncertainInputs): number {
  const open = distributions.some(({ support }) => !Number.isFinite(support[0]) || !Number.isFinite(support[1]));
  return open ? (level * (levels - 1) + 0.5) / levels : level;
}

function measureOf(effects: Float64Array): MorrisMeasure {
  const r = effects.length;
  const mean = (of: (value: number) => number) => effects.reduce((sum, value) => sum + of(value), 0) / r;
  const mu = mean((value) => value);
  const muStar = mean(Math.abs);
  const spread = (centre: number, of: (value: number) => number) =>
    Math.sqrt((mean((value) => (of(value) - centre) ** 2) * r) / (r - 1));
  const error = (Z95 * spread(muStar, Math.abs)) / Math.sqrt(r);
  return { mu, muStar, sigma: spread(mu, (value) => value), lo: Math.max(0, muStar - error), hi: muStar + error };
}

/** r trajectories of d + 1 points; each starts at a level from which every variable can move by Δ, up or down. */
function trajectories(d: number, r: number, levels: number, seed: number) {
  const random = stream(seed, "trajectories", "trajectory");
  let drawn = 0;
  const next = () => random.at(drawn++);
  const points: number[][] = [];
  const moves: { readonly variable: number; readonly up: boolean }[] = [];
  for (let t = 0; t < r; t++) {
    const up = Array.from({ length: d }, () => next() < 0.5);
    const low = Array.from({ length: d }, () => Math.floor((next() * levels) / 2));
    const level = low.map((l, k) => (up[k] ? l : l + levels / 2));
    const order = Array.from({ length: d }, (_, k) => k);
    for (let k = d - 1; k > 0; k--) {
      const other = Math.floor(next() * (k + 1));
      [order[k], order[other]] = [order[other]!, order[k]!];
    }
    points.push(level.map((l) => l / (levels - 1)));
    for (const variable of order) {
      level[variable] = level[variable]! + (up[variable] ? levels / 2 : -levels / 2);
      points.push(level.map((l) => l / (levels - 1)));
      moves.push({ variable, up: up[variable]! });
    }
  }
  return { points, moves };
}
