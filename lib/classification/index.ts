/**
 * Regions, industries and IPCC categories, their groups by year, and concordances between them.
 *
 * @module
 */

export * from "./bea-to-wiod.ts";
export * from "./categories.ts";
export * from "./concordance.ts";
export * from "./country-years.ts";
export * from "./edgar-to-wiod.ts";
export * from "./former-countries.ts";
export * from "./groups.ts";
export * from "./industries.ts";
export * from "./ipcc-energy.ts";
export * from "./ipcc-ippu.ts";
export * from "./ipcc-land-and-waste.ts";
export * from "./livestock-regions.ts";
export * from "./nace-to-wiod.ts";
export * from "./oecd-to-wiod.ts";
export * from "./sector-key.ts";
