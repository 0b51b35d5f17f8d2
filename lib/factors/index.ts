/**
 * Emission factors as records with their source, and the choice among them.
 *
 * @module
 */

export * from "./factor.ts";
export * from "./factor-table.ts";
export * from "./selection.ts";
