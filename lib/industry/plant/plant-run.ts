import { z } from "zod";
import type { ResultOf } from "../../tool/shape.ts";
import type { OperationRun } from "../operation/run-operation.ts";
import type { Origin } from "./origin.ts";

/** Of each origin. */
export type Shares = Readonly<Record<Origin, number>>;

/** CO2 of one stack, in kg/h, by the origin of its carbon. */
export interface StackEmission {
  readonly stack: string;
  readonly step: string;
  readonly byOrigin: Shares;
}

/** Electricity or heat of one unit, in MW: positive is taken, negative given. */
export const energyUseShape = z.object({
  step: z.string(),
  name: z.string(),
  kind: z.enum(["electricity", "heat"]),
});
export interface EnergyUse extends ResultOf<typeof energyUseShape> {
  readonly power: number;
}

/** What goes from one place to another: for diagrams. Places are feeds, units, and where streams end. */
export interface PlantLink {
  readonly from: string;
  readonly to: string;
  readonly stream: string;
  /** kg/h of carbon. */
  readonly carbon: number;
  /** MW: net heating value of matter, or heat or electricity. */
  readonly energy: number;
}

export interface PlantRun {
  /** kg/h of the product; kW of electricity. */
  readonly output: number;
  readonly units: readonly { readonly name: string; readonly run: OperationRun }[];
  readonly feeds: Readonly<Record<string, number>>;
  /** kg/h of what no unit takes, by stream. */
  readonly left: Readonly<Record<string, number>>;
  readonly stacks: readonly StackEmission[];
  /** kg/h of CO2 stored, fossil and from carbonates, and biogenic. */
  readonly stored: Shares;
  readonly energy: readonly EnergyUse[];
  /** MW bought; negative: sold. */
  readonly electricity: number;
  /** MW of heat that no unit gives. */
  readonly heat: number;
  readonly links: readonly PlantLink[];
  readonly carbon: PlantBalance;
  readonly mass: PlantBalance;
  readonly energyBalance: PlantBalance;
  /** kg/h of CO2 by the balance of carbon over the gate, as tier 3 of the guidelines takes it: Σ C in − Σ C in products, × 44/12. */
  readonly byGate: number;
}

export interface PlantBalance {
  readonly into: number;
  readonly out: number;
  readonly residual: number;
}
