/**
 * What crosses the border: embedded emissions of goods and emissions that they avoid abroad.
 *
 * @module
 */

export * from "./border-error.ts";
