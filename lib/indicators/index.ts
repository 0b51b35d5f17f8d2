/**
 * Indicators of national emissions: cumulative sums, dispersion and convergence per head, decoupling.
 *
 * @module
 */

export * from "./convergence.ts";
export * from "./cumulative-series.ts";
export * from "./decoupling.ts";
export * from "./dispersion.ts";
export * from "./indicator-error.ts";
export * from "./missing-values.ts";
export * from "./straight-line.ts";
