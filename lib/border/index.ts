/**
 * What crosses the border: embedded emissions of goods and emissions that they avoid abroad.
 *
 * @module
 */

export * from "./avoided/assumption-surface.ts";
export * from "./avoided/avoided-emissions.ts";
export * from "./avoided/exported-fleet.ts";
export * from "./border-error.ts";
export * from "./cbam/embedded-emissions.ts";
export * from "./cbam/obligation.ts";
