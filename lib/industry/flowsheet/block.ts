import type { Arithmetic } from "../../numeric/automatic/arithmetic.ts";

/**
 * A unit operation of a flowsheet: it makes its outlets of its inlets. A stream is a vector of numbers (flows by substance,
 * temperature, power), whose meaning the blocks agree on. It is written over an `Arithmetic`, so that the solver can evaluate
 * it and differentiate it.
 */
export interface Block {
  readonly name: string;
  /** Names of the streams that enter, in the order of `evaluate`. */
  readonly inlets: readonly string[];
  /** Names of the streams that leave. */
  readonly outlets: readonly string[];
  evaluate<N>(arithmetic: Arithmetic<N>, inlets: readonly (readonly N[])[]): readonly (readonly N[])[];
}

/** A block with parameters that a design specification may set. */
export interface AdjustableBlock extends Block {
  readonly parameters: Readonly<Record<string, number>>;
  /** The same block with other parameters. */
  withParameters(parameters: Readonly<Record<string, number>>): AdjustableBlock;
}

export function isAdjustable(block: Block): block is AdjustableBlock {
  return "parameters" in block && "withParameters" in block;
}
