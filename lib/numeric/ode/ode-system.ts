import type { Arithmetic } from "../automatic/arithmetic.ts";

/**
 * y′ = f(t, y), written over an arithmetic, so that a solver has the derivatives of f by t and y. Where f jumps in time, the
 * solver is told when (`breaks`), and tells f how many of them are past (`piece`): at the time itself f would not know the side.
 */
export interface OdeSystem {
  readonly size: number;
  derivative<N>(arithmetic: Arithmetic<N>, t: N, y: readonly N[], piece: number): readonly N[];
}
