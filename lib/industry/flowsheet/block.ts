import { type Arithmetic, constants } from "../../numeric/automatic/arithmetic.ts";

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

/** A block with parameters that a design specification may set, and by which it can be differentiated. */
export interface AdjustableBlock extends Block {
  readonly parameters: Readonly<Record<string, number>>;
  /** As `evaluate`, with these parameters instead of its own. */
  evaluateWith<N>(
    arithmetic: Arithmetic<N>,
    inlets: readonly (readonly N[])[],
    parameters: Readonly<Record<string, N>>,
  ): readonly (readonly N[])[];
}

export function isAdjustable(block: Block): block is AdjustableBlock {
  return "parameters" in block && "evaluateWith" in block;
}

/** A block from what it makes of its inlets and parameters. */
export function adjustable(block: Omit<AdjustableBlock, "evaluate">): AdjustableBlock {
  const { name, inlets, outlets, parameters, evaluateWith } = block;
  return {
    name,
    inlets,
    outlets,
    parameters,
    evaluateWith,
    evaluate: (arithmetic, streams) => evaluateWith(arithmetic, streams, constants(arithmetic, parameters)),
  };
}

/** The same block with some of its parameters changed. */
export function withParameters(block: AdjustableBlock, changed: Readonly<Record<string, number>>): AdjustableBlock {
  return adjustable({ ...block, parameters: { ...block.parameters, ...changed } });
}
