/**
 * Input–output databases: readers for the published files, and a writer for pymrio. Product footprints as PACT documents.
 *
 * @module
 */

export * from "./mrio/aggregation.ts";
export * from "./mrio/emerging.ts";
export * from "./mrio/eora.ts";
export * from "./mrio/exiobase-coefficients.ts";
export * from "./mrio/figaro.ts";
export * from "./mrio/find-tables.ts";
export * from "./mrio/gloria.ts";
export * from "./mrio/icio.ts";
export * from "./mrio/import-error.ts";
export * from "./mrio/pymrio.ts";
export * from "./mrio/source-files.ts";
export * from "./mrio/stressor-choice.ts";
export * from "./mrio/table-draft.ts";
export * from "./mrio/table-size.ts";
export * from "./mrio/unused-files.ts";
export * from "./mrio/wiod.ts";
export * from "./mrio/write-pymrio.ts";
export * from "./pact/declared-unit.ts";
export * from "./pact/pact-error.ts";
export * from "./pact/product-footprint.ts";
export * from "./pact/read-pact.ts";
export * from "./pact/write-pact.ts";
