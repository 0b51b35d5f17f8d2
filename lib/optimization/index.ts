/**
 * Linear and mixed-integer programmes, solved by HiGHS. It knows no domain.
 *
 * @module
 */

export * from "./certificate.ts";
export * from "./elastic-programme.ts";
export * from "./infeasible-subsystem.ts";
export * from "./load-highs.ts";
export * from "./optimization-error.ts";
export * from "./parametric-bound.ts";
export * from "./pareto-front.ts";
export * from "./programme.ts";
export * from "./ranges.ts";
export * from "./solution.ts";
export * from "./solve-programme.ts";
