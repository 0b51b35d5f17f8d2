import type { LabelledProgramme } from "../../optimization/labelled-programme.ts";
import type { Expansion, Material, PlanProblem, Route } from "./plan-problem.ts";
import { annuity, stands, weightOf } from "./plan-weights.ts";

export interface PlanColumns {
  /** By route and year, and by material and year; −1 where there is no such variable. */
  readonly activity: readonly Int32Array[];
  readonly built: readonly Int32Array[];
  /** How many whole plants stand. */
  readonly standing: readonly Int32Array[];
  readonly isOn: readonly Int32Array[];
  readonly bought: readonly Int32Array[];
  readonly sold: readonly Int32Array[];
}

/** The variables of a plan: its columns by what they decide, and what each costs and emits. */
export class PlanVariables {
  readonly columns: PlanColumns;
  /** Discounted cost of each column, without the carbon price. */
  readonly costs: number[] = [];
  /** t of each column in its year. */
  readonly emissions: number[] = [];
  /** The year of each column. */
  readonly yearOf: number[] = [];
  readonly #problem: PlanProblem;
  readonly #programme: LabelledProgramme<unknown>;

  constructor(problem: PlanProblem, programme: LabelledProgramme<unknown>) {
    this.#problem = problem;
    this.#programme = programme;
    const { routes, materials, lengths } = problem;
    const years = lengths.length;
    const table = (count: number) => Array.from({ length: count }, () => new Int32Array(years).fill(-1));
    this.columns = {
      activity: table(routes.length),
      built: table(routes.length),
      standing: table(routes.length),
      isOn: table(routes.length),
      bought: table(materials.length),
      sold: table(materials.length),
    };
    for (let y = 0; y < years; y++) {
      routes.forEach((route, r) => {
        this.#ofRoute(route, r, y);
      });
      materials.forEach((material, m) => {
        this.#ofMaterial(material, m, y);
      });
    }
  }

  /** Discounted cost of each column with that of its emissions. */
  fullCosts(): number[] {
    const { carbonPrice } = this.#problem;
    return this.costs.map((cost, column) => {
      const year = this.yearOf[column]!;
      return cost + weightOf(this.#problem, year) * carbonPrice[year]! * this.emissions[column]!;
    });
  }

  #ofRoute(route: Route, r: number, y: number): void {
    const weight = weightOf(this.#problem, y);
    this.columns.activity[r]![y] = this.#add(y, weight * route.cost[y]!, route.emissions[y]!);
    if (route.isSwitched) this.columns.isOn[r]![y] = this.#add(y, weight * route.fixedCost, 0, 1, true);
    const { expansion } = route;
    if (!expansion) return;
    this.columns.built[r]![y] = this.#add(y, this.#payments(expansion, y), 0);
    if (expansion.unitSize !== null) this.columns.standing[r]![y] = this.#add(y, 0, 0, Infinity, true);
  }

  #ofMaterial({ price, emissions, salePrice }: Material, m: number, y: number): void {
    const weight = weightOf(this.#problem, y);
    if (price) this.columns.bought[m]![y] = this.#add(y, weight * price[y]!, emissions[y]!);
    if (salePrice) this.columns.sold[m]![y] = this.#add(y, -weight * salePrice[y]!, 0);
  }

  /** Discounted cost of one that is built in year y: its annuity in every year in which it stands. */
  #payments({ investment, lifetime, unitSize }: Expansion, y: number): number {
    const problem = this.#problem;
    const yearly = investment[y]! * annuity(problem.discountRate, lifetime) * (unitSize ?? 1);
    let paid = 0;
    for (let v = y; v < problem.lengths.length; v++)
      if (stands(problem, y, v, lifetime)) paid += weightOf(problem, v) * yearly;
    return paid;
  }

  #add(year: number, cost: number, emitted: number, upper = Infinity, isInteger = false): number {
    this.costs.push(cost);
    this.emissions.push(emitted);
    this.yearOf.push(year);
    return this.#programme.addVariable({ upper, isInteger });
  }
}
