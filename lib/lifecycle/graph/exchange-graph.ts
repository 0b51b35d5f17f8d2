import { z } from "zod";
import type { InputOf } from "../../tool/shape.ts";
import { ratio } from "../../tool/unit.ts";
import type { DistributionSpec } from "../../uncertainty/distributions/distribution-spec.ts";

/**
 * An inventory as it was published: activities, the products that they make and take, elementary flows, and the exchanges
 * between them, with the signs of the source. Several activities may make one product, one activity may make several
 * products, and activities may take from each other in loops. `linkedSystem` makes a square system of it.
 */
export interface ExchangeGraph {
  readonly activities: readonly Activity[];
  readonly products: readonly Product[];
  readonly flows: readonly ElementaryFlow[];
  readonly exchanges: ExchangeColumns;
  /** Parameters that formulas of exchanges name, in the order in which they are computed. */
  readonly parameters: readonly Parameter[];
}

export interface Activity {
  readonly id: string;
  readonly name: string;
  /** Code of the place, as in the source; null if none is given. */
  readonly location: string | null;
  /** First and last year for which the data hold; null if none are given. */
  readonly years: readonly [number, number] | null;
  /** Path of its classification in the source, parts separated by "/". */
  readonly category: string | null;
  /** Stage of the life cycle, for contributions by stage; only what a study states. */
  readonly stage: string | null;
  readonly comment: string | null;
}

export interface Product {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  /** Whether it is a waste: what its treatment takes in is its reference flow, with a negative amount. */
  readonly waste: boolean;
}

export interface ElementaryFlow {
  readonly id: string;
  readonly name: string;
  /** Path of the compartment, parts separated by "/", such as emission/air/troposphere. Resources are taken, all others given. */
  readonly compartment: string;
  readonly unit: string;
  readonly cas: string | null;
}

/**
 * What an exchange is.
 * - `production`: a product that the activity makes (> 0) or a waste that it treats (< 0).
 * - `technosphere`: what it takes from another activity (> 0), or gives to be treated (< 0).
 * - `substitution`: what is made elsewhere less because of the activity (> 0), a credit.
 * - `biosphere`: an elementary flow, in the direction of its compartment (> 0).
 */
export const exchangeTypes = ["production", "technosphere", "substitution", "biosphere"] as const;
export type ExchangeType = (typeof exchangeTypes)[number];

/** E exchanges, column by column; those of one activity stand together, in the order of the activities. */
export interface ExchangeColumns {
  readonly count: number;
  /** Index of the activity. */
  readonly activity: Int32Array;
  /** Index in `exchangeTypes`. */
  readonly type: Uint8Array;
  /** Index of the product, or of the elementary flow of a `biosphere` exchange. */
  readonly flow: Int32Array;
  /** In the unit of the product or flow. */
  readonly amount: Float64Array;
  /** Index of the activity that provides a `technosphere` or `substitution` exchange as the source states it; −1 if it states none. */
  readonly provider: Int32Array;
  /** What only some exchanges have, by index. */
  readonly details: ReadonlyMap<number, ExchangeDetails>;
}

export interface ExchangeDetails {
  /** The law of the amount's size, in the unit of the flow; "undefined" if the source says that it is uncertain, but not how. */
  readonly law?: DistributionSpec | "undefined";
  /** Formula of the amount, over the graph's parameters; `amount` is its value at the parameters' values. */
  readonly formula?: string;
  /** Of a `production` exchange: what allocation rules use, per unit of the product. */
  readonly properties?: ProductProperties;
  /** Of a `production` exchange: whether the source names it as the activity's reference product. */
  readonly reference?: boolean;
  /**
   * Of a `production` exchange: that it leaves without being a product, as waste water, scrap and straw on the field do. By no rule does it
   * bear burdens, and nothing is linked to it.
   */
  readonly residue?: true;
  /** Of other exchanges of an activity with several products: the product (its index) to whose part the exchange belongs entirely. */
  readonly only?: number;
  readonly comment?: string;
}

/** Per unit of a product. */
export const productPropertiesShape = z.strictObject({
  mass: z.number().optional().describe("kg per unit; not needed if the unit is one of mass"),
  /** MJ, net calorific value */
  energy: z.number().optional().describe("MJ per unit, net calorific value; not needed if the unit is one of energy"),
  /** In one currency for all products of an activity. */
  price: z.number().optional().describe("Per unit, in one currency; < 0 with a treated waste whose generator pays"),
  /** A stated factor of allocation, of the whole output rather than of a unit; those of an activity sum to 1. */
  share: ratio.optional().describe("Stated share of the whole output"),
});
export type ProductProperties = InputOf<typeof productPropertiesShape>;

export interface Parameter {
  readonly name: string;
  readonly value: number;
  /** Over the parameters before it. */
  readonly formula?: string;
  /** The activity (its index) within which the name holds; everywhere if absent. */
  readonly activity?: number;
  readonly unit?: string;
  readonly law?: DistributionSpec;
}
