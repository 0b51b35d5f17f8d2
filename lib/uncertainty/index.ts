/**
 * Distributions, counter-based samplers, propagation, sensitivity.
 *
 * @module
 */

export * from "./distributions/distribution.ts";
export * from "./distributions/distribution-spec.ts";
export * from "./distributions/pedigree.ts";
export * from "./propagation/correlation.ts";
export * from "./propagation/draw-summary.ts";
export * from "./propagation/first-order.ts";
export * from "./propagation/model.ts";
export * from "./propagation/propagation.ts";
export * from "./propagation/stage.ts";
export * from "./sampling/sampler.ts";
export * from "./sampling/sobol-sequence.ts";
export * from "./sensitivity/delta.ts";
export * from "./sensitivity/estimate.ts";
export * from "./sensitivity/fast.ts";
export * from "./sensitivity/morris.ts";
export * from "./sensitivity/regression.ts";
export * from "./sensitivity/sobol-indices.ts";
export * from "./sensitivity/tornado.ts";
export * from "./uncertainty-error.ts";
