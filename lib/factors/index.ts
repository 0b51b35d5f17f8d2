/**
 * Emission factors as records with their source, and their selection.
 *
 * @module
 */

export * from "./disclosure.ts";
export * from "./factor.ts";
export * from "./factor-table.ts";
export * from "./nearest-grid.ts";
export * from "./selection.ts";
