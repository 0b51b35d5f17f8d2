/**
 * Inventories of companies by the GHG Protocol and ISO 14064-1, on the factors and units of national ones.
 *
 * @module
 */

export * from "./base-year.ts";
export * from "./company-inventory.ts";
export * from "./company-line.ts";
export * from "./company-row.ts";
export * from "./company-totals.ts";
