import { realArithmetic } from "../automatic/arithmetic.ts";
import { dualArithmetic } from "../automatic/dual.ts";
import { factorLu } from "../lu.ts";
import { solveLu } from "../lu-solve.ts";
import { dense } from "../matrix.ts";
import type { Work } from "../work.ts";
import type { OdeSystem } from "./ode-system.ts";

/*
 * The coefficients of RODAS in the form without matrix products: rows i of a and c, (I/(hγ) − J) uᵢ = f(t + αᵢ h, y + Σ aᵢⱼ uⱼ) +
 * Σ cᵢⱼ uⱼ / h + h γᵢ ∂f/∂t. Stages 5 and 6 begin where the embedded and the main solution end.
 */
const GAMMA = 0.25;
const ALPHA = [0, 0.386, 0.21, 0.63, 1, 1] as const;
const GAMMAS = [0.25, -0.1043, 0.1035, -0.03620000000000023, 0, 0] as const;
const A = [
  [],
  [1.544],
  [0.9466785280815826, 0.2557011698983284],
  [3.314825187068521, 2.896124015972201, 0.9986419139977817],
  [1.221224509226641, 6.019134481288629, 12.53708332932087, -0.687886036105895],
] as const;
const C = [
  [],
  [-5.6688],
  [-2.430093356833875, -0.2063599157091915],
  [-0.1073529058151375, -9.594562251023355, -20.47028614809616],
  [7.496443313967647, -10.24680431464352, -33.99990352819905, 11.7089089320616],
  [8.083246795921522, -7.981132988064893, -31.52159432874371, 16.31930543123136, -6.058818238834054],
] as const;
/** Dense output: y(θ) = (1 − θ) y₀ + θ (y₁ + (1 − θ) (Σ h₂ⱼ uⱼ + θ Σ h₃ⱼ uⱼ)). */
const H2 = [10.12623508344586, -7.487995877610167, -34.80091861555747, -7.992771707568823, 1.025137723295662] as const;
const H3 = [-0.6762803392801253, 6.087714651680015, 16.43084320892478, 24.76722511418386, -6.594389125716872] as const;

/** One step from (t, y) by h. */
export interface Rodas4Step {
  /** y(t + h), of order 4. */
  readonly y: Float64Array;
  /** Difference from the embedded solution of order 3. */
  readonly error: Float64Array;
  /** y(t + θ h), 0 ≤ θ ≤ 1, of order 3. */
  at(theta: number): Float64Array;
}

/** f and its derivatives at (t, y). */
export interface Linearised {
  readonly f: Float64Array;
  /** ∂f/∂t */
  readonly dt: Float64Array;
  /** ∂f/∂y, row by row. */
  readonly jacobian: Float64Array;
}

export function linearise(system: OdeSystem, t: number, y: Float64Array, piece = 0): Linearised {
  const n = system.size;
  const arithmetic = dualArithmetic(n + 1);
  const result = system.derivative(
    arithmetic,
    arithmetic.variable(n, t),
    Array.from(y, (value, i) => arithmetic.variable(i, value)),
    piece,
  );
  const jacobian = new Float64Array(n * n);
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) jacobian[i * n + j] = arithmetic.slope(result[i]!, j);
  return {
    f: Float64Array.from(result, ({ value }) => value),
    dt: Float64Array.from(result, (each) => arithmetic.slope(each, n)),
    jacobian,
  };
}

/**
 * RODAS: Rosenbrock method of order 4 with six stages, L-stable and stiffly accurate, with an embedded solution of order 3 and
 * dense output of order 3. One LU factorisation a step; linear invariants of the system, such as a mass balance, are kept to
 * rounding. Hairer, Wanner (1996), Solving Ordinary Differential Equations II, 2nd ed., IV.7 and VI.4,
 * doi:10.1007/978-3-642-05221-7; coefficients as in the public tableaus of OrdinaryDiffEq.jl.
 */
export async function rodas4Step(
  system: OdeSystem,
  t: number,
  y: Float64Array,
  h: number,
  { f, dt, jacobian }: Linearised,
  work: Work,
  piece = 0,
): Promise<Rodas4Step> {
  const n = system.size;
  const matrix = dense(
    n,
    n,
    jacobian.map((value) => -value),
  );
  for (let i = 0; i < n; i++) matrix.data[i * n + i]! += 1 / (h * GAMMA);
  const factors = await factorLu(matrix, work);
  const stages: Float64Array[] = [];
  const evaluate = (time: number, of: Float64Array) =>
    Float64Array.from(system.derivative(realArithmetic, time, Array.from(of), piece));
  let at = Float64Array.from(y);
  for (let i = 0; i < 6; i++) {
    if (i > 0) {
      if (i < 5) at = Float64Array.from(y);
      const weights = i < 5 ? A[i]! : null;
      // Stage 6 begins where stage 5 ends.
      for (let m = 0; m < n; m++)
        if (weights) for (const [j, weight] of weights.entries()) at[m]! += weight * stages[j]![m]!;
        else at[m]! += stages[4]![m]!;
    }
    const right = i === 0 ? Float64Array.from(f) : evaluate(t + ALPHA[i]! * h, at);
    for (const [j, weight] of C[i]!.entries()) for (let m = 0; m < n; m++) right[m]! += (weight / h) * stages[j]![m]!;
    if (GAMMAS[i] !== 0) for (let m = 0; m < n; m++) right[m]! += h * GAMMAS[i]! * dt[m]!;
    stages.push((await solveLu(factors, dense(n, 1, right), work)).data);
  }
  const error = stages[5]!;
  const end = at.map((value, m) => value + error[m]!);
  const combined = (weights: readonly number[]) =>
    Float64Array.from({ length: n }, (_, m) => weights.reduce((sum, weight, j) => sum + weight * stages[j]![m]!, 0));
  return {
    y: end,
    error,
    at(theta) {
      const [second, third] = [combined(H2), combined(H3)];
      return end.map(
        (value, m) => (1 - theta) * y[m]! + theta * (value + (1 - theta) * (second[m]! + theta * third[m]!)),
      );
    },
  };
}
