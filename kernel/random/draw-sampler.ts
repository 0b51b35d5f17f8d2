import type { SamplerName } from "../../lib/uncertainty/sampling/sampler.ts";

/** The sampling methods of ±; the first is the default. */
export const drawSamplers = ["random", "lhs", "sobol"] as const satisfies readonly SamplerName[];
export type DrawSampler = (typeof drawSamplers)[number];

export function isDrawSampler(name: unknown): name is DrawSampler {
  return drawSamplers.some((sampler) => sampler === name);
}

/** The number of draws of a design for a wanted number: Sobol' sequences are balanced for powers of two. */
export function drawsOf(sampler: DrawSampler, wanted: number): number {
  return sampler === "sobol" ? 2 ** Math.ceil(Math.log2(wanted)) : wanted;
}
