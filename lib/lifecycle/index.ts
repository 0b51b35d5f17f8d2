/**
 * Product systems: requirements and elementary flows of a functional unit.
 *
 * @module
 */

export * from "./product-system.ts";
export * from "./uncertain-lifecycle.ts";
