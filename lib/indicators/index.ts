/**
 * Indicators of national emissions: cumulative sums, dispersion and convergence per head, decoupling.
 *
 * @module
 */

export * from "./convergence.ts";
export * from "./cumulative-sum.ts";
export * from "./decoupling.ts";
export * from "./dispersion.ts";
export * from "./indicator-error.ts";
export * from "./missing-values.ts";
export * from "./straight-line.ts";
