/** An interval; infinite ends are ±Infinity. */
export interface Span {
  readonly lo: number;
  readonly hi: number;
}

/** The answer of a programme that has one. */
export interface Optimum {
  readonly status: "optimal";
  readonly objective: number;
  /** x, one a column. */
  readonly values: Float64Array;
  /** A x, one a row. */
  readonly activities: Float64Array;
  /**
   * d objective / d bound of each row, for the programme as it is stated: positive if a larger bound makes the objective larger.
   * For integers, of the programme in which they are fixed at their optimum; null if that has none.
   */
  readonly duals: Float64Array | null;
  /** d objective / d x of each column at its bound. */
  readonly reducedCosts: Float64Array | null;
  readonly ranges: Ranges | null;
  /** Whether another plan may cost the same: a variable at its bound could move at no cost. */
  readonly hasAlternatives: boolean;
  /** What the objective cannot be better than, as far as it is proved; the objective without integers. */
  readonly bound: number;
  /** The distance between objective and bound, relative to the larger of the two; 0 without integers. */
  readonly gap: number;
  /** Whether the search ended with the time that it was given, farther from the bound than it was asked for. */
  readonly isStopped: boolean;
  readonly nodes: number;
  readonly iterations: number;
}

/** How far data may move before another basis is the best, all else equal: the validity of duals and of the plan. */
export interface Ranges {
  /** Objective coefficients within which x stays as it is. */
  readonly costs: readonly Span[];
  /** Values of the active bound of each row within which its dual holds; of an inactive row, of the bound that is nearer. */
  readonly bounds: readonly Span[];
}

export interface Infeasible {
  readonly status: "infeasible";
}

export interface Unbounded {
  readonly status: "unbounded";
  /** A direction in which the objective improves without end, one a column; null if the solver has none. */
  readonly ray: Float64Array | null;
}

export type Solution = Optimum | Infeasible | Unbounded;
