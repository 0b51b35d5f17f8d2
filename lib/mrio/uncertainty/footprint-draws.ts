import { cholesky } from "../../numeric/cholesky.ts";
import { type DenseMatrix, dense } from "../../numeric/matrix.ts";
import { step } from "../../numeric/step.ts";
import type { Work } from "../../numeric/work.ts";
import { BLOCK } from "../../uncertainty/propagation/block.ts";
import { normalStream } from "../../uncertainty/sampling/normal-stream.ts";
import { covarianceOf, type SourceEffect } from "./first-order.ts";
import type { SharedErrors } from "./shared-derivatives.ts";

/**
 * The largest contribution of a lognormal error to the skewness of an account for which it is drawn with the others as a
 * normal sum.
 */
const NEGLIGIBLE_SKEWNESS = 0.001;

/**
 * First-order draws of the accounts' errors: outputs × draws, D_cba of every region, then D_pba, as differences from the
 * table's own.
 *
 * A sum of normal errors is normal, and so in effect is a sum of many small independent errors of any law: they are drawn
 * together through the Cholesky factor of their covariance, with 2R normals per draw instead of one per flow. Lognormal
 * errors that dominate any account keep their law: if one has the share v of the variance and v^(3/2) times its skewness is
 * above a thousandth, it is drawn separately, ε = exp(σ z − σ²/2) − 1, and propagated by its derivatives. A draw is a
 * function of seed, variable and number only, so chunks and workers change no bit.
 */
export async function footprintDraws(
  effects: readonly SourceEffect[],
  seed: number,
  draws: number,
  work: Work,
): Promise<DenseMatrix> {
  const width = effects[0]!.covariance.columns;
  const out = dense(width, draws);
  const parts = partsOf(effects, seed);
  const buffers = parts.map(({ factor }) => new Float64Array(factor.columns * Math.min(BLOCK, draws)));
  for (let first = 0; first < draws; first += BLOCK) {
    const n = Math.min(BLOCK, draws - first);
    for (const [at, { factor, fill }] of parts.entries()) {
      const k = factor.columns;
      const errors = buffers[at]!.subarray(0, k * n);
      fill(first, n, errors);
      work.kernels.gemm(width, n, k, 1, factor.data, 0, k, errors, 0, n, out.data, first, draws);
      await work.pause();
    }
    work.progress((first + n) / draws, step.draws());
  }
  return out;
}

/** A linear map (outputs × variables) and a sampler of the variables (variables × n). */
interface Part {
  readonly factor: DenseMatrix;
  fill(first: number, n: number, errors: Float64Array): void;
}

function partsOf(effects: readonly SourceEffect[], seed: number): Part[] {
  const width = effects[0]!.covariance.columns;
  const total = new Float64Array(width);
  for (const { covariance } of effects) for (let o = 0; o < width; o++) total[o]! += covariance.data[o * width + o]!;
  const normal = new Float64Array(width * width);
  const parts: Part[] = [];
  for (const { source, shared, covariance } of effects) {
    const individual = shared && source.law === "lognormal" ? dominantVariables(shared, total) : [];
    if (shared && individual.length > 0) parts.push(lognormalPart(source.name, shared, individual, seed));
    const isApart = new Set(individual);
    const rest = shared && individual.length > 0 ? covarianceOf(shared, (v) => !isApart.has(v)) : covariance;
    for (let p = 0; p < normal.length; p++) normal[p]! += rest.data[p]!;
  }
  return [normalPart(normal, width, seed), ...parts];
}

/** The variables that dominate an account: v^(3/2) (w + 2) √(w − 1) above the limit, w = 1 + s² of the lognormal law. */
function dominantVariables({ derivative, sd }: SharedErrors, total: Float64Array): number[] {
  const width = derivative.columns;
  return [...sd.keys()].filter((v) => {
    const skewness = (sd[v]! ** 2 + 3) * sd[v]!;
    const least = (NEGLIGIBLE_SKEWNESS / skewness) ** (2 / 3);
    for (let o = 0; o < width; o++)
      if ((sd[v]! * derivative.data[v * width + o]!) ** 2 > least * total[o]!) return true;
    return false;
  });
}

function normalPart(covariance: Float64Array, width: number, seed: number): Part {
  const streams = Array.from({ length: width }, (_, at) => normalStream(seed, `footprint ${at}`));
  return {
    factor: dense(width, width, lowerOf(covariance, width)),
    fill(first, n, errors) {
      streams.forEach((stream, at) => {
        stream.fill(first, errors.subarray(at * n, (at + 1) * n));
      });
    },
  };
}

function lognormalPart(
  source: string,
  { names, derivative, sd }: SharedErrors,
  variables: number[],
  seed: number,
): Part {
  const width = derivative.columns;
  const factor = dense(width, variables.length);
  variables.forEach((v, at) => {
    for (let o = 0; o < width; o++) factor.data[o * variables.length + at] = derivative.data[v * width + o]!;
  });
  const streams = variables.map((v) => errorStream(source, names[v]!, seed));
  return {
    factor,
    fill(first, n, errors) {
      variables.forEach((v, at) => {
        const part = errors.subarray(at * n, (at + 1) * n);
        streams[at]!.fill(first, part);
        toErrors(part, sd[v]!, "lognormal");
      });
    },
  };
}

/**
 * The Cholesky factor of a covariance, computed from its correlation, because accounts of small and large regions differ by
 * 10⁴.
 */
export function lowerOf(covariance: Float64Array, n: number): Float64Array {
  const sd = Float64Array.from({ length: n }, (_, i) => Math.sqrt(Math.max(0, covariance[i * n + i]!)));
  const correlation = covariance.map((value, p) => {
    const scale = sd[Math.floor(p / n)]! * sd[p % n]!;
    return scale > 0 ? value / scale : 0;
  });
  for (let i = 0; i < n; i++) correlation[i * n + i] = 1;
  return cholesky(correlation, n).map((value, p) => value * sd[Math.floor(p / n)]!);
}

/** The normals of one variable of a source: those of first-order and of exact draws are the same. */
export function errorStream(source: string, variable: string, seed: number) {
  return normalStream(seed, `${source}: ${variable}`);
}

/** Converts normals to relative errors of mean 0 and the given standard deviation, in place. */
export function toErrors(normals: Float64Array, sd: number, law: "normal" | "lognormal"): void {
  if (law === "normal") {
    for (let i = 0; i < normals.length; i++) normals[i] = sd * normals[i]!;
    return;
  }
  const variance = Math.log1p(sd * sd);
  const scale = Math.sqrt(variance);
  for (let i = 0; i < normals.length; i++) normals[i] = Math.exp(scale * normals[i]! - variance / 2) - 1;
}
