/**
 * Plants: unit operations with balances, flowsheets, dynamics, plans and their optimum.
 *
 * @module
 */

export * from "./flowsheet/block.ts";
export * from "./flowsheet/sheet.ts";
export * from "./flowsheet/solve-flowsheet.ts";
export * from "./industry-error.ts";
export * from "./operation/operation.ts";
export * from "./operation/operation-balance.ts";
export * from "./operation/operation-block.ts";
export * from "./operation/operations.ts";
export * from "./operation/parameter.ts";
export * from "./operation/run-operation.ts";
export * from "./planning/named-programme.ts";
export * from "./plant/plant.ts";
export * from "./plant/plant-kind.ts";
export * from "./plant/plant-result.ts";
export * from "./plant/plants.ts";
export * from "./plant/run-plant.ts";
export * from "./stream/chemistry.ts";
export * from "./stream/stream.ts";
export * from "./substance/fuel.ts";
export * from "./substance/substance.ts";
export * from "./substance/substances.ts";
