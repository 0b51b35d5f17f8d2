import type { Text } from "../../message/message.ts";
import type { Parameter } from "../operation/parameter.ts";
import type { PlantDescription } from "./plant.ts";
import type { PlantRun } from "./run-plant.ts";

/** What a plant emits besides CO2, in kg/h. */
export interface OtherGas {
  /** As `lib/quantity` names it: CF4, C2F6. */
  readonly gas: string;
  readonly step: string;
  readonly mass: number;
  /** Equation of the guidelines. */
  readonly method: string;
}

/** The same CO2 by an equation of the guidelines, in kg/h. */
export interface TierResult {
  readonly method: string;
  /** What of the plant's CO2 the equation covers. */
  readonly covers: Text;
  readonly byTier: number;
  /** The plant's own CO2 that it covers. */
  readonly byPlant: number;
  /** What the rounded molar masses of the equation make of the plant's: tier = plant × rounding. */
  readonly rounding: number;
}

/** A kind of plant: its parameters and how a description follows from them. */
export interface PlantKind {
  readonly name: string;
  readonly title: Text;
  /** Whether the product is matter or electricity. */
  readonly makes: "mass" | "electricity";
  /** Categories of the guidelines to which CO2 of process and of energy belong. */
  readonly categories: Readonly<Record<"process" | "energy", string>>;
  readonly parameters: Readonly<Record<string, Parameter>>;
  readonly assumptions: readonly string[];
  readonly references: readonly string[];
  /** At the scale of about 1 t/h of product; results are scaled. */
  describe(parameters: Readonly<Record<string, number>>): PlantDescription;
  /** Of a run of the description. */
  otherGases?(parameters: Readonly<Record<string, number>>, run: PlantRun): readonly OtherGas[];
  /** Of a run of the description, where the guidelines have an equation for the plant. */
  tiers?(parameters: Readonly<Record<string, number>>, run: PlantRun): readonly TierResult[];
}
