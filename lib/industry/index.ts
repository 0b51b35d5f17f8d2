/**
 * Plants: unit operations with balances, flowsheets, dynamics, plans and their optimum.
 *
 * @module
 */

export * from "./dispatch/dispatch.ts";
export * from "./dispatch/dispatch-system.ts";
export * from "./flowsheet/block.ts";
export * from "./flowsheet/sheet.ts";
export * from "./flowsheet/solve-flowsheet.ts";
export * from "./industry-error.ts";
export * from "./industry-error.ts";
export * from "./links/key-links.ts";
export * from "./links/link-parameter.ts";
export * from "./links/linked-model.ts";
export * from "./links/scenarios.ts";
export * from "./operation/operation.ts";
export * from "./operation/operation-balance.ts";
export * from "./operation/operations.ts";
export * from "./operation/parameter.ts";
export * from "./operation/run-operation.ts";
export * from "./planning/measures.ts";
export * from "./planning/named-programme.ts";
export * from "./planning/named-programme.ts";
export * from "./planning/plan.ts";
export * from "./planning/plan-front.ts";
export * from "./planning/plan-problem.ts";
export * from "./planning/read-plan.ts";
export * from "./plant/origin.ts";
export * from "./plant/plant.ts";
export * from "./plant/plant-run.ts";
export * from "./plant/plants.ts";
export * from "./plant/run-plant.ts";
export * from "./stream/chemistry.ts";
export * from "./stream/stream.ts";
export * from "./substance/fuel.ts";
export * from "./substance/substance.ts";
export * from "./substance/substances.ts";
