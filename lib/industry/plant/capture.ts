import { carbonDioxideAbsorption } from "../operation/carbon-dioxide-absorption.ts";
import { assumedShare, type Parameter } from "../operation/parameter.ts";
import { shippedSubstances } from "../substance/substances.ts";
import type { Feed, Intake, PlantUnit } from "./plant.ts";

const METHANE = shippedSubstances.get("CH4")!.lowerHeatingValue;

/** Parameters of a plant that may capture CO2 from its flue gas. */
export const captureParameters = {
  captureRate: assumedShare(
    {
      en: "CO2 of the flue gas that is captured by amine and stored; 0 without capture",
      zh: "烟气 CO2 以胺法捕集并封存的份额，0 为不捕集",
    },
    0,
  ),
  regenerationHeat: {
    ...carbonDioxideAbsorption.parameters.regenerationHeat!,
    meaning: { en: "Heat of regeneration", zh: "再生热" },
  },
} satisfies Record<string, Parameter>;

export const CAPTURE_ASSUMPTION =
  "With capture, the heat of regeneration comes from a boiler on natural gas whose CO2 is not captured.";

/** What a plant has besides if it captures the CO2 of these flue gases. */
export interface Capture {
  readonly feeds: Readonly<Record<string, Feed>>;
  readonly units: readonly PlantUnit[];
  readonly stacks: readonly string[];
  readonly stored: readonly string[];
}

/** Amine, compression and a boiler; nothing at a rate of 0, and the gases leave where they do. `most`: kg/h of CO2 that the flue gases carry at most, for which gas is kept ready. */
export function capture(
  flueGases: readonly Intake[],
  most: number,
  parameters: Readonly<Record<string, number>>,
): Capture {
  const { captureRate, regenerationHeat } = parameters;
  if (captureRate === 0) return { feeds: {}, units: [], stacks: flueGases.map(({ stream }) => stream), stored: [] };
  return {
    feeds: {
      // A boiler gives four fifths of the heating value and more, so twice the heat is enough.
      "gas of capture": {
        flows: { CH4: (2 * most * regenerationHeat!) / METHANE },
        origin: "energy",
        asNeeded: true,
      },
    },
    units: [
      {
        name: "capture",
        operation: "CO2 absorption",
        parameters: { captureRate: captureRate!, regenerationHeat: regenerationHeat! },
        inlets: { "flue gas": flueGases },
      },
      { name: "compression", operation: "CO2 compression", inlets: { CO2: [{ stream: "capture.CO2" }] } },
      {
        name: "capture boiler",
        operation: "combustion",
        inlets: { fuel: [{ stream: "gas of capture" }] },
        meets: ["capture.regeneration heat"],
      },
    ],
    stacks: ["capture.treated gas", "capture boiler.flue gas"],
    stored: ["compression.compressed CO2"],
  };
}
