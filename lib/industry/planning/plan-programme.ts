import { type Programme, ProgrammeBuilder } from "../../optimization/programme.ts";
import type { Expansion, PlanProblem } from "./plan-problem.ts";

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

export interface PlanProgramme {
  readonly programme: Programme;
  readonly rows: readonly PlanRow[];
  readonly columns: PlanColumns;
  /** Discounted cost of each column, without the carbon price. */
  readonly costs: Float64Array;
  /** t of each column in its year. */
  readonly emissions: Float64Array;
  /** The year of each column. */
  readonly yearOf: Int32Array;
}

/** The yearly payment for one unit of money over a lifetime. */
export function annuity(rate: number, lifetime: number): number {
  return rate === 0 ? 1 / lifetime : rate / (1 - (1 + rate) ** -lifetime);
}

/** What a unit of money in a year weighs in the objective: the years that it stands for, discounted. */
export function weightOf({ lengths, discounts }: PlanProblem, year: number): number {
  return lengths[year]! * discounts[year]!;
}

/** Whether capacity that is built in one year still stands in another. */
export function stands(problem: PlanProblem, built: number, year: number, lifetime: number): boolean {
  const since = problem.years ? problem.years[year]! - problem.years[built]! : 0;
  return since >= 0 && since < lifetime;
}

/**
 * The plan as a programme. In each year y, with activities x, purchases b, sales s and new capacity k:
 *
 *     Σ_r net[r,m] x[r,y] + b[m,y] − s[m,y] ≥ demand[m,y]
 *     x[r,y] ≤ installed[r,y] + Σ k[r,u] over the u whose lifetime reaches y, or size[r] n[r,y] of whole plants, with
 *     n[r,y] = n[r,y−1] + k[r,y] − Σ k[r,u] over the u whose lifetime ends
 *     Σ_r e[r] x[r,y] + Σ_m e[m] b[m,y] ≤ cap[y]
 *
 * for least cost, Σ_y weight[y] (c x + p b − q s + annuity × investment × standing capacity + carbon price × emissions), or for least
 * emissions. What is made beyond demand is left over at no cost. Of whole plants the number that stands is the integer, not the number
 * that is built, which is whole with it: to branch on it decides all years after, and proves in seconds what otherwise takes minutes.
 */
export function planProgramme(problem: PlanProblem): PlanProgramme {
  const { routes, materials, limits, lengths, carbonPrice, caps, totalCap, budget } = problem;
  const years = lengths.length;
  const builder = new ProgrammeBuilder();
  const rows: PlanRow[] = [];
  const costs: number[] = [];
  const emissions: number[] = [];
  const yearOf: number[] = [];
  const add = (year: number, cost: number, emitted: number, upper = Infinity, isInteger = false): number => {
    costs.push(cost);
    emissions.push(emitted);
    yearOf.push(year);
    return builder.addVariable({ upper, isInteger });
  };
  const table = (count: number) => Array.from({ length: count }, () => new Int32Array(years).fill(-1));
  const columns = {
    activity: table(routes.length),
    built: table(routes.length),
    standing: table(routes.length),
    isOn: table(routes.length),
    bought: table(materials.length),
    sold: table(materials.length),
  };
  for (let y = 0; y < years; y++) {
    const weight = weightOf(problem, y);
    routes.forEach((route, r) => {
      columns.activity[r]![y] = add(y, weight * route.cost[y]!, route.emissions[y]!);
      if (route.isSwitched) columns.isOn[r]![y] = add(y, weight * route.fixedCost, 0, 1, true);
      const { expansion } = route;
      if (!expansion) return;
      const { investment, lifetime, unitSize } = expansion;
      const yearly = investment[y]! * annuity(problem.discountRate, lifetime) * (unitSize ?? 1);
      let paid = 0;
      for (let v = y; v < years; v++) if (stands(problem, y, v, lifetime)) paid += weightOf(problem, v) * yearly;
      columns.built[r]![y] = add(y, paid, 0);
      if (unitSize !== null) columns.standing[r]![y] = add(y, 0, 0, Infinity, true);
    });
    materials.forEach(({ price, emissions: factor, salePrice }, m) => {
      if (price) columns.bought[m]![y] = add(y, weight * price[y]!, factor[y]!);
      if (salePrice) columns.sold[m]![y] = add(y, -weight * salePrice[y]!, 0);
    });
  }

  const constrain = (row: PlanRow, lower: number, upper: number, terms: readonly (readonly [number, number])[]) => {
    builder.addConstraint(
      lower,
      upper,
      terms.map(([column]) => column),
      terms.map(([, coefficient]) => coefficient),
    );
    rows.push(row);
  };
  /** n[y] − n[y−1] − k[y] + what ends its life. */
  const plantsIn = (r: number, y: number, { lifetime }: Expansion): (readonly [number, number])[] => {
    const [counts, built] = [columns.standing[r]!, columns.built[r]!];
    const ended = Array.from({ length: y }, (_, u) => u).filter(
      (u) => stands(problem, u, y - 1, lifetime) && !stands(problem, u, y, lifetime),
    );
    return [
      [counts[y]!, 1],
      [built[y]!, -1],
      ...(y > 0 ? [[counts[y - 1]!, -1] as const] : []),
      ...ended.map((u) => [built[u]!, 1] as const),
    ];
  };
  const emitted = (inYear: (year: number) => number) =>
    emissions.flatMap((each, column) =>
      each !== 0 && inYear(yearOf[column]!) !== 0 ? [[column, each * inYear(yearOf[column]!)] as const] : [],
    );
  for (let y = 0; y < years; y++) {
    materials.forEach(({ demand, supply }, m) => {
      const made = routes.flatMap(({ net }, r) =>
        net.has(m) ? [[columns.activity[r]![y]!, net.get(m)!] as const] : [],
      );
      const [bought, sold] = [columns.bought[m]![y]!, columns.sold[m]![y]!];
      constrain({ kind: "balance", part: m, year: y }, demand[y]!, Infinity, [
        ...made,
        ...(bought >= 0 ? [[bought, 1] as const] : []),
        ...(sold >= 0 ? [[sold, -1] as const] : []),
      ]);
      if (bought >= 0 && supply[y]! < Infinity)
        constrain({ kind: "supply", part: m, year: y }, -Infinity, supply[y]!, [[bought, 1]]);
    });
    routes.forEach(({ installed, minimum, isSwitched, expansion }, r) => {
      const x = columns.activity[r]![y]!;
      const isOn = columns.isOn[r]![y]!;
      const standing = expansion
        ? expansion.unitSize !== null
          ? [[columns.standing[r]![y]!, -expansion.unitSize] as const]
          : Array.from(lengths.keys()).flatMap((u) =>
              stands(problem, u, y, expansion.lifetime) ? [[columns.built[r]![u]!, -1] as const] : [],
            )
        : [];
      if (expansion && expansion.unitSize !== null)
        constrain({ kind: "standing", part: r, year: y }, 0, 0, plantsIn(r, y, expansion));
      if (installed[y]! < Infinity)
        constrain({ kind: "capacity", part: r, year: y }, -Infinity, installed[y]!, [[x, 1], ...standing]);
      if (expansion && expansion.maximum < Infinity)
        constrain(
          { kind: "maximum", part: r, year: y },
          -Infinity,
          expansion.maximum - installed[y]!,
          standing.map(([column, size]) => [column, -size] as const),
        );
      if (isSwitched) {
        const most = expansion ? expansion.maximum : installed[y]!;
        constrain({ kind: "switch", part: r, year: y }, -Infinity, 0, [
          [x, 1],
          [isOn, -most],
        ]);
        if (minimum > 0)
          constrain({ kind: "minimum", part: r, year: y }, 0, Infinity, [
            [x, 1],
            [isOn, -minimum],
          ]);
      } else if (minimum > 0) constrain({ kind: "minimum", part: r, year: y }, minimum, Infinity, [[x, 1]]);
    });
    limits.forEach(({ routes: ofRoutes, purchases, lo, hi }, part) => {
      constrain({ kind: "limit", part, year: y }, lo[y]!, hi[y]!, [
        ...[...ofRoutes].map(([r, coefficient]) => [columns.activity[r]![y]!, coefficient] as const),
        ...[...purchases].map(([m, coefficient]) => [columns.bought[m]![y]!, coefficient] as const),
      ]);
    });
    if (caps[y]! < Infinity)
      constrain(
        { kind: "cap", part: 0, year: y },
        -Infinity,
        caps[y]!,
        emitted((year) => (year === y ? 1 : 0)),
      );
  }
  if (totalCap < Infinity)
    constrain(
      { kind: "totalCap", part: 0, year: 0 },
      -Infinity,
      totalCap,
      emitted((year) => lengths[year]!),
    );
  const whole = costs.map((cost, c) => cost + weightOf(problem, yearOf[c]!) * carbonPrice[yearOf[c]!]! * emissions[c]!);
  if (budget < Infinity)
    constrain(
      { kind: "budget", part: 0, year: 0 },
      -Infinity,
      budget,
      whole.map((cost, column) => [column, cost] as const),
    );
  const objective = problem.minimizes === "cost" ? whole : emissions.map((each, c) => each * lengths[yearOf[c]!]!);
  objective.forEach((cost, column) => {
    builder.addCost(column, cost);
  });
  return {
    programme: builder.programme(),
    rows,
    columns,
    costs: Float64Array.from(costs),
    emissions: Float64Array.from(emissions),
    yearOf: Int32Array.from(yearOf),
  };
}
