import type { SamplerName } from "../../lib/uncertainty/sampling/sampler.ts";

/** How ± of a cell may spread its draws, the first if nothing is said. */
export const drawSamplers = ["random", "lhs", "sobol"] as const satisfies readonly SamplerName[];
export type DrawSampler = (typeof drawSamplers)[number];

export function isDrawSampler(name: unknown): name is DrawSampler {
  return drawSamplers.some((sampler) => sampler === name);
}

/** So many draws a design makes for those that are wanted: points of Sobol's sequence are even in powers of two. */
export function drawsOf(sampler: DrawSampler, wanted: number): number {
  return sampler === "sobol" ? 2 ** Math.ceil(Math.log2(wanted)) : wanted;
}
