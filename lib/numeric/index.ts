/**
 * Matrices, linear systems and random streams, the basis of all other modules.
 *
 * @module
 */

export * from "./automatic/arithmetic.ts";
export * from "./automatic/dual.ts";
export * from "./cholesky.ts";
export * from "./csr.ts";
export * from "./expression/compile-expression.ts";
export * from "./expression/derivative.ts";
export * from "./expression/expression.ts";
export * from "./expression/operations.ts";
export * from "./expression/read-expression.ts";
export * from "./expression/tex.ts";
export * from "./gmres.ts";
export * from "./kernels.ts";
export * from "./leontief.ts";
export * from "./load-kernels.ts";
export * from "./lu.ts";
export * from "./lu-solve.ts";
export * from "./matrix.ts";
export * from "./nearest-correlation.ts";
export * from "./ode/ode-system.ts";
export * from "./ode/solve-stiff.ts";
export * from "./philox.ts";
export * from "./qr.ts";
export * from "./series.ts";
export * from "./spans.ts";
export * from "./strong-components.ts";
export * from "./symmetric-eigen.ts";
export * from "./woodbury.ts";
export * from "./work.ts";
