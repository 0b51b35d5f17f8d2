/** A choice of routes over one or several years, in numbers by year. Amounts are per year, in the units of the caller. */
export interface PlanProblem {
  /** null for a single period without a year. */
  readonly years: readonly number[] | null;
  /** Years that each of them stands for. */
  readonly lengths: Float64Array;
  /** What money of each is worth in the first. */
  readonly discounts: Float64Array;
  readonly discountRate: number;
  readonly routes: readonly Route[];
  readonly materials: readonly Material[];
  readonly limits: readonly Limit[];
  /** Money per t by year. */
  readonly carbonPrice: Float64Array;
  /** t by year; Infinity for none. */
  readonly caps: Float64Array;
  /** t over all the years that the periods stand for; Infinity for none. */
  readonly totalCap: number;
  /** Discounted cost at most; Infinity for none. */
  readonly budget: number;
  readonly minimizes: "cost" | "emissions";
  /** With integers: the relative distance to the best bound at which the search stops. */
  readonly gap: number;
  /** With integers: when the search stops with the best that it has found. */
  readonly seconds: number;
}

/** A way to make something: its amounts are per unit of activity. */
export interface Route {
  readonly name: string;
  /** Material → amount made less amount used. */
  readonly net: ReadonlyMap<number, number>;
  /** t per unit of activity by year, without those of materials. */
  readonly emissions: Float64Array;
  readonly cost: Float64Array;
  /** Activity a year that is installed, by year; Infinity without a limit. */
  readonly installed: Float64Array;
  /** Activity a year at least, whenever it is on. */
  readonly minimum: number;
  /** Whether it may also be off. */
  readonly isSwitched: boolean;
  /** Money a year if it is on. */
  readonly fixedCost: number;
  readonly expansion: Expansion | null;
}

/** Capacity that can be added. */
export interface Expansion {
  /** Money per unit of activity a year. */
  readonly investment: Float64Array;
  readonly lifetime: number;
  /** Capacity at most, with what is installed. */
  readonly maximum: number;
  /** Size of one plant; null if any size can be built. */
  readonly unitSize: number | null;
}

export interface Material {
  readonly name: string;
  /** Amount that must be there at the end, by year. */
  readonly demand: Float64Array;
  readonly isDemanded: boolean;
  /** Money per unit bought; null if it cannot be bought. */
  readonly price: Float64Array | null;
  /** Amount that can be bought, by year. */
  readonly supply: Float64Array;
  /** t per unit bought. */
  readonly emissions: Float64Array;
  /** Money per unit sold; null if it cannot be sold. */
  readonly salePrice: Float64Array | null;
}

/** lo ≤ Σ coefficient × activity or purchase ≤ hi in each year. */
export interface Limit {
  readonly name: string;
  readonly routes: ReadonlyMap<number, number>;
  readonly purchases: ReadonlyMap<number, number>;
  readonly lo: Float64Array;
  readonly hi: Float64Array;
}
