/**
 * Plants: unit operations with balances, flowsheets, dynamics, plans and their optimum.
 *
 * @module
 */

export * from "./dispatch/dispatch.ts";
export * from "./dispatch/dispatch-system.ts";
export * from "./industry-error.ts";
export * from "./links/key-links.ts";
export * from "./links/link-parameter.ts";
export * from "./links/linked-model.ts";
export * from "./links/scenarios.ts";
export * from "./planning/measures.ts";
export * from "./planning/named-programme.ts";
export * from "./planning/plan.ts";
export * from "./planning/plan-front.ts";
export * from "./planning/plan-problem.ts";
export * from "./planning/read-plan.ts";
