import { type Programme, ProgrammeBuilder } from "../../optimization/programme.ts";
import type { DispatchSystem } from "./dispatch-system.ts";

export interface DispatchTerms {
  /** Money per t. */
  readonly carbonPrice: number;
  /** t over all hours; Infinity for none. */
  readonly cap: number;
  /** Money per MWh that is not served; null if none may be shed but `mostShed`. */
  readonly valueOfLostLoad: number | null;
  /** MWh that are shed over all hours at most; null without a limit. */
  readonly mostShed: number | null;
}

/** What a row of the programme demands. */
export type DispatchRow =
  | { readonly kind: "balance"; readonly hour: number }
  | { readonly kind: "ramp"; readonly part: number; readonly hour: number }
  | { readonly kind: "level"; readonly part: number; readonly hour: number }
  | { readonly kind: "end"; readonly part: number }
  | { readonly kind: "cap" }
  | { readonly kind: "shed" };

export interface DispatchProgramme {
  readonly programme: Programme;
  readonly rows: readonly DispatchRow[];
  /** The columns of a part: `first + hour`; generators, then charge, discharge and level of each storage, then shed load. */
  readonly generation: readonly number[];
  readonly charge: readonly number[];
  readonly discharge: readonly number[];
  readonly level: readonly number[];
  readonly shed: number | null;
  readonly capRow: number | null;
}

/**
 * Economic dispatch as a linear programme: least cost of generation, carbon and lost load, with
 *
 *     Σ g[i,t] + Σ (d[s,t] − c[s,t]) + shed[t] = load[t]
 *     |g[i,t] − g[i,t−1]| ≤ ramp[i]
 *     level[s,t] = level[s,t−1] + η_c c[s,t] − d[s,t] / η_d
 *     Σ e[i] g[i,t] ≤ cap
 *     Σ shed[t] ≤ mostShed
 */
export function dispatchProgramme(system: DispatchSystem, terms: DispatchTerms): DispatchProgramme {
  const { load, generators, storage } = system;
  const hours = load.length;
  const builder = new ProgrammeBuilder();
  const rows: DispatchRow[] = [];
  const block = (cost: number, lower: number, upper: (hour: number) => number): number => {
    const first = builder.columns;
    for (let t = 0; t < hours; t++) builder.addVariable({ cost, lower, upper: upper(t) });
    return first;
  };
  const generation = generators.map(({ marginalCost, emissions, minimum, available }) =>
    block(marginalCost + terms.carbonPrice * emissions, minimum, (t) => available[t]!),
  );
  const charge = storage.map(({ power }) => block(0, 0, () => power));
  const discharge = storage.map(({ power }) => block(0, 0, () => power));
  const level = storage.map(({ energy }) => block(0, 0, () => energy));
  const { valueOfLostLoad, mostShed } = terms;
  const isShed = valueOfLostLoad !== null || mostShed !== null;
  const shed = isShed ? block(valueOfLostLoad ?? 0, 0, (t) => Math.max(0, load[t]!)) : null;

  for (let t = 0; t < hours; t++) {
    const supply = [...generation, ...discharge, ...(shed === null ? [] : [shed])];
    const columns = [...supply, ...charge].map((first) => first + t);
    const signs = columns.map((_, k) => (k < supply.length ? 1 : -1));
    builder.addConstraint(load[t]!, load[t]!, columns, signs);
    rows.push({ kind: "balance", hour: t });
  }
  generators.forEach(({ ramp, available, minimum }, i) => {
    for (let t = 1; t < hours; t++) {
      if (ramp >= Math.max(available[t]!, available[t - 1]!) - minimum) continue;
      builder.addConstraint(-ramp, ramp, [generation[i]! + t, generation[i]! + t - 1], [1, -1]);
      rows.push({ kind: "ramp", part: i, hour: t });
    }
  });
  storage.forEach(({ chargeEfficiency, dischargeEfficiency, start, end }, s) => {
    for (let t = 0; t < hours; t++) {
      const columns = [level[s]! + t, charge[s]! + t, discharge[s]! + t];
      const coefficients = [1, -chargeEfficiency, 1 / dischargeEfficiency];
      const before = t === 0 ? start : 0;
      if (t > 0) {
        columns.push(level[s]! + t - 1);
        coefficients.push(-1);
      }
      builder.addConstraint(before, before, columns, coefficients);
      rows.push({ kind: "level", part: s, hour: t });
    }
    if (end === null && start === 0) return;
    builder.addConstraint(end ?? start, end ?? Number.POSITIVE_INFINITY, [level[s]! + hours - 1], [1]);
    rows.push({ kind: "end", part: s });
  });
  let capRow: number | null = null;
  if (Number.isFinite(terms.cap)) {
    const columns = generation.flatMap((first) => Array.from({ length: hours }, (_, t) => first + t));
    const coefficients = generators.flatMap(({ emissions }) => new Array<number>(hours).fill(emissions));
    capRow = builder.addConstraint(Number.NEGATIVE_INFINITY, terms.cap, columns, coefficients);
    rows.push({ kind: "cap" });
  }
  if (shed !== null && mostShed !== null) {
    const columns = Array.from({ length: hours }, (_, t) => shed + t);
    builder.addConstraint(Number.NEGATIVE_INFINITY, mostShed, columns, new Array<number>(hours).fill(1));
    rows.push({ kind: "shed" });
  }
  return { programme: builder.programme(), rows, generation, charge, discharge, level, shed, capRow };
}
