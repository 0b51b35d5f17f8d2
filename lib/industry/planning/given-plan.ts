import type { PlanProblem } from "./plan-problem.ts";
import type { Yearly } from "./yearly.ts";

export type Amounts = Readonly<Record<string, number>>;

/** A route as a caller writes it. */
export interface GivenRoute {
  readonly product?: string | undefined;
  readonly outputs?: Amounts | undefined;
  readonly inputs?: Amounts | undefined;
  readonly emissions_t?: Yearly | undefined;
  readonly cost?: Yearly | undefined;
  readonly capacity?: Yearly | undefined;
  readonly retirement?: number | undefined;
  readonly minimum?: number | undefined;
  readonly onOff?: boolean | undefined;
  readonly fixedCost?: number | undefined;
  readonly investment?: Yearly | undefined;
  readonly lifetime?: number | undefined;
  readonly maximum?: number | undefined;
  readonly unitSize?: number | undefined;
}

export interface GivenMaterial {
  readonly price?: Yearly | undefined;
  readonly sellPrice?: Yearly | undefined;
  readonly limit?: Yearly | undefined;
  readonly emissions_t?: Yearly | undefined;
}

export interface GivenLimit {
  readonly terms?: Amounts | undefined;
  readonly lo?: Yearly | undefined;
  readonly hi?: Yearly | undefined;
}

export interface GivenPlan {
  readonly routes: readonly (GivenRoute & { readonly name: string })[];
  readonly materials: readonly (GivenMaterial & { readonly name: string })[];
  readonly demand: Readonly<Record<string, Yearly>>;
  readonly limits: Readonly<Record<string, GivenLimit>>;
  readonly prices: Readonly<Record<string, Yearly>>;
  readonly years?: readonly number[] | undefined;
  readonly periodYears?: readonly number[] | undefined;
  readonly discountRate: number;
  readonly carbonPrice: Yearly;
  readonly cap?: Yearly | undefined;
  readonly totalCap?: number | undefined;
  readonly budget?: number | undefined;
  readonly minimize: PlanProblem["minimizes"];
  readonly gap: number;
  readonly seconds: number;
}
