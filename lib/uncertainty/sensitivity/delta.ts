import { messages } from "../../message/message.ts";
import { stream } from "../sampling/stream.ts";
import { UncertaintyError } from "../uncertainty-error.ts";
import type { Estimate } from "./estimate.ts";
import type { EvaluatedSample } from "./sample-evaluation.ts";
import { type BootstrapOptions, centralInterval } from "./sobol-indices.ts";

const texts = messages("uncertainty", {
  tooFewDrawsForDelta: {
    en: "The delta measure needs at least 100 draws; got {draws}.",
    zh: "delta 测度至少需要 100 次抽样，实际为 {draws} 次。",
  },
});

export interface DeltaMeasure {
  /** Half of the expected area between the density of the result and that given the variable, corrected for bias */
  readonly delta: Estimate;
  /** Var(E[Y|X]) / V from the same sample, also for correlated variables */
  readonly first: number;
}

const GRID = 100;

/**
 * The moment-independent measure δ of Borgonovo (2007), doi:10.1016/j.ress.2006.04.015, from any sample by classes of equal
 * size: Plischke, Borgonovo, Smith (2013), doi:10.1016/j.ejor.2012.11.047, with their number of classes, Gaussian kernels
 * at 100 points, and bootstrap, which also corrects the bias.
 */
export function delta(sample: EvaluatedSample, options: BootstrapOptions): Record<string, DeltaMeasure> {
  const { names, x, y } = sample;
  const n = y.length;
  if (n < 100) throw new UncertaintyError("draws", texts.tooFewDrawsForDelta({ draws: n }));
  const resamples = options.resamples ?? 50;
  const classes = Math.min(48, Math.ceil(n ** (2 / (7 + Math.tanh((1500 - n) / 500)))));
  const random = stream(options.seed, "bootstrap", "resampling");
  const uniforms = new Float64Array(n);
  return Object.fromEntries(
    names.map((name, k) => {
      const order = Array.from(x[k]!.keys()).sort((a, b) => x[k]![a]! - x[k]![b]!);
      const sorted = Float64Array.from(order, (at) => y[at]!);
      const estimate = deltaOf(sorted, classes);
      const found = Float64Array.from({ length: resamples }, (_, round) => {
        random.fill((k * resamples + round) * n, uniforms);
        // Indices of the sorted sample, sorted again, so that each resample is in the order of x.
        const places = uniforms.map((u) => Math.min(n - 1, Math.floor(u * n))).sort();
        return deltaOf(
          places.map((place) => sorted[place]!),
          classes,
        );
      }).map((each) => 2 * estimate - each);
      const value = resamples > 0 ? found.reduce((sum, each) => sum + each, 0) / resamples : estimate;
      found.sort();
      const interval =
        resamples > 0 ? centralInterval(found) : { lo: Number.NEGATIVE_INFINITY, hi: Number.POSITIVE_INFINITY };
      // Means need fewer draws per class than densities.
      return [
        name,
        { delta: { value, ...interval }, first: firstOrder(sorted, Math.min(64, Math.ceil(Math.sqrt(n)))) },
      ];
    }),
  );
}

/** Σ over classes of (share of the class) · ½ ∫ |f(y) − f(y | class)| dy; y in the order of x. */
function deltaOf(y: Float64Array, classes: number): number {
  const n = y.length;
  const [lo, hi] = [y.reduce((a, b) => Math.min(a, b)), y.reduce((a, b) => Math.max(a, b))];
  if (!(hi > lo)) return 0;
  const whole = density(y, lo, hi);
  let sum = 0;
  for (let k = 0; k < classes; k++) {
    const part = y.subarray(Math.floor((k * n) / classes), Math.floor(((k + 1) * n) / classes));
    const own = density(part, lo, hi);
    let area = 0;
    for (let g = 0; g < GRID; g++) {
      const weight = g === 0 || g === GRID - 1 ? 0.5 : 1;
      area += weight * Math.abs(whole[g]! - own[g]!);
    }
    sum += (part.length / n) * 0.5 * area * ((hi - lo) / (GRID - 1));
  }
  return sum;
}

/** Density by Gaussian kernels of Scott's width n^(−1/5) sd, on the grid. */
function density(y: Float64Array, lo: number, hi: number): Float64Array {
  const n = y.length;
  const mean = y.reduce((sum, value) => sum + value, 0) / n;
  const sd = Math.sqrt(y.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, n - 1));
  const step = (hi - lo) / (GRID - 1);
  const width = Math.max(sd * n ** -0.2, step / 2); // a class with a single value has zero width
  const out = new Float64Array(GRID);
  for (const value of y) {
    const from = Math.max(0, Math.ceil((value - 6 * width - lo) / step));
    const end = Math.min(GRID - 1, Math.floor((value + 6 * width - lo) / step));
    for (let g = from; g <= end; g++) {
      const z = (lo + g * step - value) / width;
      out[g] = out[g]! + Math.exp(-0.5 * z * z);
    }
  }
  const scale = 1 / (n * width * Math.sqrt(2 * Math.PI));
  return out.map((value) => value * scale);
}

/** η² of the classes, corrected for bias: 1 − (1 − η²)(n − 1)/(n − classes). */
function firstOrder(y: Float64Array, classes: number): number {
  const n = y.length;
  const mean = y.reduce((sum, value) => sum + value, 0) / n;
  const all = y.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  if (!(all > 0)) return 0;
  let between = 0;
  for (let k = 0; k < classes; k++) {
    const part = y.subarray(Math.floor((k * n) / classes), Math.floor(((k + 1) * n) / classes));
    const own = part.reduce((sum, value) => sum + value, 0) / part.length;
    between += part.length * (own - mean) ** 2;
  }
  return 1 - (1 - between / all) * ((n - 1) / (n - classes));
}
