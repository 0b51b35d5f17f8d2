import type { Assumption, Step } from "../../dialogue/plan.ts";
import type { Message, Text } from "../../message/message.ts";
import type { AgentState } from "../state.ts";
import type { IndustryRequest } from "./request.ts";
import type { Route, Run } from "./routes.ts";

/** What a route buys a year. */
export interface Commodity {
  /** Its name in the programme. */
  readonly name: string;
  /** The technology and parameter of `technology_costs` that hold its price, in EUR per unit of `amount`. */
  readonly price: readonly [technology: string, parameter: string];
  /** MWh or t for a kilotonne of product. */
  readonly amount: (run: Run) => number;
}

/** The same emissions by another method, for the plant as it is. */
export interface OtherMethod {
  /** The step `tierTwo`, and steps that select its factors. */
  steps(state: AgentState<IndustryRequest>): readonly Step[];
  /** What of the run it must give, kg of CO2 per tonne of product. */
  of(run: Run): number;
  /** The relative difference that its assumptions may leave. */
  readonly tolerance: number;
  agrees(given: { readonly percent: number }): Message;
  differs(given: { readonly percent: number }): Message;
}

/** A parameter that is propagated. */
export interface Move {
  readonly name: string;
  /** The lowest value at which the plant still runs, where that is above its range of practice. */
  readonly floor?: (run: Run, value: number) => number;
}

/** An industry whose routes have plants in the library and costs in `technology_costs`. */
export interface Industry {
  /** The name of the product in the programme. */
  readonly product: string;
  readonly label: Text;
  /** Other names of the product, in lower case. */
  readonly names: readonly string[];
  /** The first is the plant as it is. */
  readonly routes: readonly Route[];
  readonly commodities: readonly Commodity[];
  readonly otherMethod: OtherMethod;
  /** Parameters of the plant as it is whose ranges of practice are propagated. */
  readonly moves: readonly Move[];
  /** Parameters that are given beside them, and a scenario that changes them; null for the first of `moves` at its low end. */
  readonly scenario: {
    readonly given: { readonly [name: string]: number };
    readonly name: string;
    readonly values: { readonly [name: string]: number };
  } | null;
  readonly assumed: readonly Assumption[];
  /** What its cost counts, and what not. */
  readonly counted: Text;
}
