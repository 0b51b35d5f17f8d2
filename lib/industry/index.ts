/**
 * Plants: unit operations with balances, flowsheets, dynamics, plans and their optimum.
 *
 * @module
 */

export * from "./industry-error.ts";
