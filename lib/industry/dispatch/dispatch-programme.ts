import { LabelledProgramme } from "../../optimization/labelled-programme.ts";
import type { Programme } from "../../optimization/programme.ts";
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

/** The columns of a part: `first + hour`; generators, then charge, discharge and level of each storage, then shed load. */
interface DispatchColumns {
  readonly generation: readonly number[];
  readonly charge: readonly number[];
  readonly discharge: readonly number[];
  readonly level: readonly number[];
  readonly shed: number | null;
}

export interface DispatchProgramme extends DispatchColumns {
  readonly programme: Programme;
  readonly rows: readonly DispatchRow[];
  readonly capRow: number | null;
}

type Rows = LabelledProgramme<DispatchRow>;

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
  const programme = new LabelledProgramme<DispatchRow>();
  const columns = addVariables(programme, system, terms);
  addBalances(programme, system, columns);
  addRamps(programme, system, columns);
  addStorage(programme, system, columns);
  const capRow = Number.isFinite(terms.cap) ? addCap(programme, system, columns, terms.cap) : null;
  const { shed } = columns;
  if (shed !== null && terms.mostShed !== null)
    programme.addRow(
      { kind: "shed" },
      Number.NEGATIVE_INFINITY,
      terms.mostShed,
      Array.from(system.load, (_, t) => [shed + t, 1] as const),
    );
  return { programme: programme.programme(), rows: programme.rows, ...columns, capRow };
}

function addVariables(
  programme: Rows,
  { load, generators, storage }: DispatchSystem,
  { carbonPrice, valueOfLostLoad, mostShed }: DispatchTerms,
): DispatchColumns {
  const block = (cost: number, lower: number, upper: (hour: number) => number): number => {
    const first = programme.columns;
    for (let t = 0; t < load.length; t++) programme.addVariable({ cost, lower, upper: upper(t) });
    return first;
  };
  const generation = generators.map(({ marginalCost, emissions, minimum, available }) =>
    block(marginalCost + carbonPrice * emissions, minimum, (t) => available[t]!),
  );
  const charge = storage.map(({ power }) => block(0, 0, () => power));
  const discharge = storage.map(({ power }) => block(0, 0, () => power));
  const level = storage.map(({ energy }) => block(0, 0, () => energy));
  const isShed = valueOfLostLoad !== null || mostShed !== null;
  const shed = isShed ? block(valueOfLostLoad ?? 0, 0, (t) => Math.max(0, load[t]!)) : null;
  return { generation, charge, discharge, level, shed };
}

function addBalances(programme: Rows, { load }: DispatchSystem, columns: DispatchColumns): void {
  const { generation, charge, discharge, shed } = columns;
  const supply = [...generation, ...discharge, ...(shed === null ? [] : [shed])];
  for (const [t, demand] of load.entries())
    programme.addRow({ kind: "balance", hour: t }, demand, demand, [
      ...supply.map((first) => [first + t, 1] as const),
      ...charge.map((first) => [first + t, -1] as const),
    ]);
}

/** Ramps that availability alone does not keep. */
function addRamps(programme: Rows, { load, generators }: DispatchSystem, { generation }: DispatchColumns): void {
  generators.forEach(({ ramp, available, minimum }, i) => {
    for (let t = 1; t < load.length; t++) {
      if (ramp >= Math.max(available[t]!, available[t - 1]!) - minimum) continue;
      programme.addRow({ kind: "ramp", part: i, hour: t }, -ramp, ramp, [
        [generation[i]! + t, 1],
        [generation[i]! + t - 1, -1],
      ]);
    }
  });
}

function addStorage(programme: Rows, { load, storage }: DispatchSystem, columns: DispatchColumns): void {
  const { level, charge, discharge } = columns;
  storage.forEach(({ chargeEfficiency, dischargeEfficiency, start, end }, s) => {
    for (let t = 0; t < load.length; t++) {
      const before = t === 0 ? start : 0;
      programme.addRow({ kind: "level", part: s, hour: t }, before, before, [
        [level[s]! + t, 1],
        [charge[s]! + t, -chargeEfficiency],
        [discharge[s]! + t, 1 / dischargeEfficiency],
        ...(t > 0 ? [[level[s]! + t - 1, -1] as const] : []),
      ]);
    }
    if (end === null && start === 0) return;
    programme.addRow({ kind: "end", part: s }, end ?? start, end ?? Number.POSITIVE_INFINITY, [
      [level[s]! + load.length - 1, 1],
    ]);
  });
}

function addCap(
  programme: Rows,
  { load, generators }: DispatchSystem,
  { generation }: DispatchColumns,
  cap: number,
): number {
  const terms = generation.flatMap((first, i) =>
    Array.from(load, (_, t) => [first + t, generators[i]!.emissions] as const),
  );
  return programme.addRow({ kind: "cap" }, Number.NEGATIVE_INFINITY, cap, terms);
}
