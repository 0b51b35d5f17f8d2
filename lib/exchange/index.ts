/**
 * Input–output databases: readers for the published files, and a writer for pymrio. Life-cycle inventories: readers and writers of
 * EcoSpold 2, EcoSpold 1, ILCD, openLCA JSON-LD, workbooks of Brightway and SimaPro CSV. Product footprints as PACT documents.
 *
 * @module
 */

export { inventoryFormatOf, inventoryFormats } from "./lifecycle/formats.ts";
export * from "./lifecycle/inventory-format.ts";
export { writeEcospold1 } from "./lifecycle/write-ecospold1.ts";
export { writeEcospold2 } from "./lifecycle/write-ecospold2.ts";
export { writeIlcd } from "./lifecycle/write-ilcd.ts";
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
