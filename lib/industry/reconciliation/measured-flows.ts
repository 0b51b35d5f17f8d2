/** A flow: measured with its standard deviation (0 for one known exactly), or not measured, with a first guess. */
export type Measurement =
  | { readonly name: string; readonly measured: number; readonly sigma: number }
  | { readonly name: string; readonly measured: null; readonly guess?: number };

/** Flows apart by whether they are measured: k measured ones with m and σ, in the order of the flows, and u unmeasured ones. */
export class MeasuredFlows {
  readonly names: readonly string[];
  /** Places of the measured flows among all. */
  readonly measuredAt: readonly number[];
  readonly unknownAt: readonly number[];
  /** m, one a measured flow. */
  readonly values: readonly number[];
  /** σ, one a measured flow. */
  readonly sigmas: readonly number[];
  readonly #flows: readonly Measurement[];

  constructor(flows: readonly Measurement[]) {
    this.#flows = flows;
    this.names = flows.map(({ name }) => name);
    this.measuredAt = flows.flatMap(({ measured }, j) => (measured === null ? [] : [j]));
    this.unknownAt = flows.flatMap(({ measured }, j) => (measured === null ? [j] : []));
    const measured = flows.flatMap((flow) => (flow.measured === null ? [] : [flow]));
    this.values = measured.map((flow) => flow.measured);
    this.sigmas = measured.map(({ sigma }) => sigma);
  }

  /** Unmeasured flows begin at their guess, else at the mean of what is measured: at zero, products have no derivatives. */
  start(): Float64Array {
    const m = this.values;
    const mean = m.length > 0 ? m.reduce((sum, value) => sum + Math.abs(value), 0) / m.length : 1;
    return Float64Array.from(this.#flows, (flow) =>
      flow.measured === null ? (flow.guess ?? (mean || 1)) : flow.measured,
    );
  }
}
