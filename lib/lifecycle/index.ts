/**
 * Product systems: what a functional unit needs, takes from nature and gives to it.
 *
 * @module
 */

export * from "./product-system.ts";
export * from "./uncertain-lifecycle.ts";
