import type { LabelledProgramme, Term } from "../../optimization/labelled-programme.ts";
import type { Expansion, PlanProblem } from "./plan-problem.ts";
import type { PlanVariables } from "./plan-variables.ts";
import { stands } from "./plan-weights.ts";

/** What a row demands; `year` is an index, `part` a route, a material or a limit. */
export interface PlanRow {
  readonly kind:
    | "balance"
    | "supply"
    | "capacity"
    | "minimum"
    | "switch"
    | "maximum"
    | "standing"
    | "limit"
    | "cap"
    | "totalCap"
    | "budget";
  readonly part: number;
  readonly year: number;
}

/** The rows of a plan, each by the name of what it demands; a row that holds nothing back is not written. */
export class PlanRows {
  readonly #problem: PlanProblem;
  readonly #programme: LabelledProgramme<PlanRow>;
  readonly #variables: PlanVariables;

  constructor(problem: PlanProblem, programme: LabelledProgramme<PlanRow>, variables: PlanVariables) {
    this.#problem = problem;
    this.#programme = programme;
    this.#variables = variables;
  }

  /** Σ_r net[r,m] x[r,y] + b[m,y] − s[m,y] ≥ demand[m,y] */
  balance(m: number, y: number): void {
    const { activity, bought, sold } = this.#variables.columns;
    const made = this.#problem.routes.flatMap(({ net }, r) =>
      net.has(m) ? [[activity[r]![y]!, net.get(m)!] as const] : [],
    );
    this.#add({ kind: "balance", part: m, year: y }, this.#problem.materials[m]!.demand[y]!, Infinity, [
      ...made,
      ...present(bought[m]![y]!, 1),
      ...present(sold[m]![y]!, -1),
    ]);
  }

  /** b[m,y] ≤ supply[m,y] */
  supply(m: number, y: number): void {
    const supply = this.#problem.materials[m]!.supply[y]!;
    const bought = this.#variables.columns.bought[m]![y]!;
    if (bought >= 0 && supply < Infinity)
      this.#add({ kind: "supply", part: m, year: y }, -Infinity, supply, [[bought, 1]]);
  }

  /** n[r,y] − n[r,y−1] − k[r,y] + Σ k[r,u] over the u whose lifetime ends = 0 */
  standing(r: number, y: number): void {
    const { expansion } = this.#problem.routes[r]!;
    if (!expansion || expansion.unitSize === null) return;
    const { standing, built } = this.#variables.columns;
    const ended = Array.from({ length: y }, (_, u) => u).filter(
      (u) => stands(this.#problem, u, y - 1, expansion.lifetime) && !stands(this.#problem, u, y, expansion.lifetime),
    );
    this.#add({ kind: "standing", part: r, year: y }, 0, 0, [
      [standing[r]![y]!, 1],
      [built[r]![y]!, -1],
      ...(y > 0 ? [[standing[r]![y - 1]!, -1] as const] : []),
      ...ended.map((u) => [built[r]![u]!, 1] as const),
    ]);
  }

  /** x[r,y] − what was built and stands ≤ installed[r,y] */
  capacity(r: number, y: number): void {
    const { installed, expansion } = this.#problem.routes[r]!;
    if (installed[y]! < Infinity)
      this.#add({ kind: "capacity", part: r, year: y }, -Infinity, installed[y]!, [
        [this.#variables.columns.activity[r]![y]!, 1],
        ...this.#added(expansion, r, y).map(([column, size]) => [column, -size] as const),
      ]);
  }

  /** what was built and stands ≤ maximum[r] − installed[r,y] */
  maximum(r: number, y: number): void {
    const { installed, expansion } = this.#problem.routes[r]!;
    if (expansion && expansion.maximum < Infinity)
      this.#add(
        { kind: "maximum", part: r, year: y },
        -Infinity,
        expansion.maximum - installed[y]!,
        this.#added(expansion, r, y),
      );
  }

  /** minimum[r] ≤ x[r,y], or, of a route that may be off, minimum[r] on[r,y] ≤ x[r,y] ≤ most[r] on[r,y] */
  load(r: number, y: number): void {
    const { installed, minimum, isSwitched, expansion } = this.#problem.routes[r]!;
    const { activity, isOn } = this.#variables.columns;
    const x: Term = [activity[r]![y]!, 1];
    if (isSwitched) {
      const most = expansion ? expansion.maximum : installed[y]!;
      this.#add({ kind: "switch", part: r, year: y }, -Infinity, 0, [x, [isOn[r]![y]!, -most]]);
      if (minimum > 0) this.#add({ kind: "minimum", part: r, year: y }, 0, Infinity, [x, [isOn[r]![y]!, -minimum]]);
    } else if (minimum > 0) this.#add({ kind: "minimum", part: r, year: y }, minimum, Infinity, [x]);
  }

  /** lo[y] ≤ Σ coefficient × activity or purchase ≤ hi[y] */
  limit(part: number, y: number): void {
    const { routes, purchases, lo, hi } = this.#problem.limits[part]!;
    const { activity, bought } = this.#variables.columns;
    this.#add({ kind: "limit", part, year: y }, lo[y]!, hi[y]!, [
      ...[...routes].map(([r, coefficient]) => [activity[r]![y]!, coefficient] as const),
      ...[...purchases].map(([m, coefficient]) => [bought[m]![y]!, coefficient] as const),
    ]);
  }

  /** Σ_r e[r] x[r,y] + Σ_m e[m] b[m,y] ≤ cap[y] */
  cap(y: number): void {
    const cap = this.#problem.caps[y]!;
    if (cap < Infinity)
      this.#add(
        { kind: "cap", part: 0, year: y },
        -Infinity,
        cap,
        this.#emitted((year) => (year === y ? 1 : 0)),
      );
  }

  /** Σ_y length[y] × emissions[y] ≤ totalCap */
  totalCap(): void {
    const { totalCap, lengths } = this.#problem;
    if (totalCap < Infinity)
      this.#add(
        { kind: "totalCap", part: 0, year: 0 },
        -Infinity,
        totalCap,
        this.#emitted((year) => lengths[year]!),
      );
  }

  /** cost ≤ budget */
  budget(): void {
    const { budget } = this.#problem;
    if (budget < Infinity)
      this.#add(
        { kind: "budget", part: 0, year: 0 },
        -Infinity,
        budget,
        this.#variables.fullCosts().map((cost, column) => [column, cost] as const),
      );
  }

  /** Σ k[r,u] over the u whose lifetime reaches y, or size[r] n[r,y] of whole plants. */
  #added(expansion: Expansion | null, r: number, y: number): Term[] {
    if (!expansion) return [];
    const { standing, built } = this.#variables.columns;
    if (expansion.unitSize !== null) return [[standing[r]![y]!, expansion.unitSize]];
    return Array.from(this.#problem.lengths.keys()).flatMap((u) =>
      stands(this.#problem, u, y, expansion.lifetime) ? [[built[r]![u]!, 1] as const] : [],
    );
  }

  #emitted(weight: (year: number) => number): Term[] {
    const { emissions, yearOf } = this.#variables;
    return emissions.flatMap((each, column) =>
      each !== 0 && weight(yearOf[column]!) !== 0 ? [[column, each * weight(yearOf[column]!)] as const] : [],
    );
  }

  #add(row: PlanRow, lower: number, upper: number, terms: readonly Term[]): void {
    this.#programme.addRow(row, lower, upper, terms);
  }
}

/** A term of a variable, if there is one. */
function present(column: number, coefficient: number): readonly Term[] {
  return column < 0 ? [] : [[column, coefficient]];
}
