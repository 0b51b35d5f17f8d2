/**
 * Multi-regional input–output tables: accounts, transfers, paths, decompositions and what-ifs.
 *
 * @module
 */

export * from "./accounts.ts";
export * from "./aggregation.ts";
export * from "./carried/carried-error.ts";
export * from "./carried/carried-stressors.ts";
export * from "./carried/carried-totals.ts";
export * from "./carried/carry.ts";
export * from "./carried/import-prior.ts";
export * from "./carried/known-totals.ts";
export * from "./carried/national-growth.ts";
export * from "./carried/region-growth.ts";
export * from "./carried/usable.ts";
export * from "./checks.ts";
export * from "./coefficients.ts";
export * from "./decomposition.ts";
export * from "./eebt.ts";
export * from "./extraction.ts";
export * from "./ghosh.ts";
export * from "./gras.ts";
export * from "./identities.ts";
export * from "./layers.ts";
export * from "./linkages.ts";
export * from "./lmdi.ts";
export * from "./notes.ts";
export * from "./nowcast.ts";
export * from "./nowcast-validation.ts";
export * from "./paths.ts";
export * from "./prices.ts";
export * from "./productive.ts";
export * from "./responsibility.ts";
export * from "./sectoral.ts";
export * from "./series-notes.ts";
export * from "./split.ts";
export * from "./stock-changes.ts";
export * from "./structural-decomposition.ts";
export * from "./table.ts";
export * from "./table-system.ts";
export * from "./trace.ts";
export * from "./uncertainty/footprint-uncertainty.ts";
export * from "./what-if.ts";
export * from "./what-if-demand.ts";
export * from "./what-if-edit.ts";
