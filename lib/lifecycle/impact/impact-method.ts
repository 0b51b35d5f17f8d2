import type { Sentence } from "../../message/message.ts";

/**
 * What an indicator says. An `impact` is a midpoint: flows weighted by what they do. An `inventory` is a sum of flows taken or
 * given (energy, land, water, minerals): it says how much, not what it does, and must not be read as an impact.
 */
export type IndicatorKind = "impact" | "inventory";

export interface Indicator {
  /** Unique among the methods used together, such as ACID. */
  readonly code: string;
  readonly name: Sentence;
  /** Unit of the score, as the method writes it: kg SO2 eq, CTUe. */
  readonly unit: string;
  readonly kind: IndicatorKind;
}

/** What one unit of an elementary flow scores in an indicator. */
export interface ImpactFactor {
  /** Code of the indicator. */
  readonly indicator: string;
  /** Name of the flow in the method's flow list. */
  readonly flow: string;
  /** Compartment, a path of the Federal Elementary Flow List such as emission/air. It holds for all compartments below that have no factor of their own. */
  readonly compartment: string;
  /** The unit of the flow. */
  readonly unit: string;
  /** In the indicator's unit per unit of the flow. */
  readonly value: number;
  /** The place of the emission or extraction for which it holds; absent for the whole world. */
  readonly location?: string;
  readonly cas?: string;
  /**
   * Id of the flow in the files of the method, by which it is found before its name. With an empty compartment it is found by its id
   * alone: another flow of the files has the same name in what is the same compartment here.
   */
  readonly flowId?: string;
}

/** Each place and the place that contains it, the next larger one. */
export interface Containment {
  get(place: string): string | undefined;
}

/** A method of life-cycle impact assessment, as data. */
export interface ImpactMethod {
  readonly id: string;
  readonly name: Sentence;
  readonly version: string;
  readonly indicators: readonly Indicator[];
  readonly factors: readonly ImpactFactor[];
  /** Where it is from: the name of an import, or "given" for methods in the input. Absent for those that ship. */
  readonly origin?: string;
  /** By which regional factors fall back to those of wider places. */
  readonly containedIn?: Containment;
}
