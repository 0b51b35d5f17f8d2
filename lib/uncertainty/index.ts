/**
 * Distributions, counter-based samplers, propagation by Approaches 1 and 2, sensitivity.
 *
 * @module
 */

export * from "./approach1.ts";
export * from "./approach2.ts";
export * from "./correlation.ts";
export * from "./delta.ts";
export * from "./distribution.ts";
export * from "./distribution-spec.ts";
export * from "./draw-summary.ts";
export * from "./fast.ts";
export * from "./key-categories.ts";
export * from "./model.ts";
export * from "./morris.ts";
export * from "./pedigree.ts";
export * from "./propagation.ts";
export * from "./regression.ts";
export * from "./sampler.ts";
export * from "./sobol-indices.ts";
export * from "./sobol-sequence.ts";
export * from "./tornado.ts";
export * from "./uncertainty-error.ts";
