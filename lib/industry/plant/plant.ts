import type { Text } from "../../message/message.ts";
import type { Parameter } from "../operation/parameter.ts";
import type { Origin } from "./origin.ts";
import type { PlantRun } from "./plant-run.ts";

/** Matter that comes in from outside: kg/h by substance, at the scale of the description. */
export interface MaterialFeed {
  readonly flows: Readonly<Record<string, number>>;
  readonly origin: Origin;
  /** Bought only as far as units take it; the flows are an upper end. */
  readonly asNeeded?: boolean;
}

/** Electricity that a unit is given, in MW at the scale of the description. */
export interface ElectricityFeed {
  readonly power: number;
}

export type Feed = MaterialFeed | ElectricityFeed;

/** A stream, or a share of it, that goes into a unit. */
export interface Intake {
  /** A feed, or `unit.outlet`. */
  readonly stream: string;
  /** Of the whole stream; default: all that is left. */
  readonly share?: number;
  /** °C to which it cools on its way; default: it stays hot. */
  readonly cooledTo?: number;
  /** In a unit that meets demands: burnt wholly, whatever they are. The other intakes fill up what it leaves of them. */
  readonly whole?: boolean;
}

export interface PlantUnit {
  readonly name: string;
  readonly operation: string;
  readonly parameters?: Readonly<Record<string, number>>;
  readonly inlets: Readonly<Record<string, readonly Intake[]>>;
  /** What the carbon of an outlet is for from here on, where the unit decides it: coke is a reducing agent, coke oven gas a fuel. */
  readonly marks?: Readonly<Record<string, Origin>>;
  /** Demands for heat, as `unit.demand`: the unit takes only so much of its inlets that its outlet `heat` meets them:
   * of feeds that are bought as needed, if it has such, and all of the others; else of all. */
  readonly meets?: readonly string[];
  /** Demands for heat, as `unit.demand`, that its outlet `heat` meets however it is run. Temperatures are not compared. */
  readonly heats?: readonly string[];
  /** Demands for heat of this unit and the stream of heat, of a unit before it, that gives it. */
  readonly heatedBy?: Readonly<Record<string, string>>;
}

/** The product of a power plant: the electricity that its units give, less what they take. */
export const ELECTRICITY = "electricity";

/** A plant as data: what comes in, the units in the order of their evaluation, and where streams end. */
export interface PlantDescription {
  readonly feeds: Readonly<Record<string, Feed>>;
  readonly units: readonly PlantUnit[];
  /** The stream that the plant is for, or `ELECTRICITY`. */
  readonly product: string;
  /** Streams that are sold or used elsewhere with the carbon in them. */
  readonly byProducts?: readonly string[];
  /** Streams that go to the air. Carbon monoxide in them counts as the CO2 that it becomes. */
  readonly stacks: readonly string[];
  /** CO2 that is stored. */
  readonly stored?: readonly string[];
  /** Demands for heat, as `unit.demand`, that electricity meets one to one. */
  readonly electricHeat?: readonly string[];
  /**
   * Electricity bought, where the units leave out what uses it, so that it cannot be summed from them: kWh per tonne of product, and
   * the units whose electricity comes on top.
   */
  readonly electricityBought?: { readonly perTonne: number; readonly besides: readonly string[] };
}

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
