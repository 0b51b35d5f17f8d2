/**
 * Plants: unit operations with balances, flowsheets, dynamics, plans and their optimum.
 *
 * @module
 */

export * from "./industry-error.ts";
export * from "./planning/named-programme.ts";
