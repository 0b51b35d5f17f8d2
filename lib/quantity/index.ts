/**
 * Exact units, substances and gases, and CO2 equivalents by a named metric; incompatible quantities cannot be added.
 *
 * @module
 */

export * from "./agwp.ts";
export * from "./blends.ts";
export * from "./co2e.ts";
export * from "./comparison.ts";
export * from "./evidence.ts";
export * from "./gwp-table.ts";
export * from "./other-metric.ts";
export * from "./quantity.ts";
export * from "./quantity-error.ts";
export * from "./rational.ts";
export * from "./substance.ts";
export * from "./unit.ts";
export * from "./unit-table.ts";
