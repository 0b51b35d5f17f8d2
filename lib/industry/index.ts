/**
 * Plants: unit operations with balances, flowsheets, dynamics, plans and their optimum.
 *
 * @module
 */

export * from "./flowsheet/block.ts";
export * from "./flowsheet/sheet.ts";
export * from "./flowsheet/solve-flowsheet.ts";
export * from "./industry-error.ts";
export * from "./planning/named-programme.ts";
