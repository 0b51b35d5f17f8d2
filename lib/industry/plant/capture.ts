import { sourced } from "../operation/parameter.ts";
import { molarMassOf } from "../substance/atomic-weights.ts";
import { shippedSubstances } from "../substance/substances.ts";
import type { PlantDescription } from "./plant.ts";

const METHANE = shippedSubstances.get("CH4")!.lowerHeatingValue;
const CO2_OF_CARBON = molarMassOf({ C: 1, O: 2 }) / molarMassOf({ C: 1 });

/** Parameters of capture at the end of the pipe; without it the rate is 0. */
export const captureParameters = {
  captureRate: sourced(
    "1",
    {
      en: "CO2 of the captured flue gases that is stored; 0 without capture",
      zh: "所捕集烟气中封存的 CO2 份额，0 为不捕集",
    },
    [null, 0, null],
    [0, 0.99],
    "A choice of the reader",
    "assumed",
  ),
  regenerationHeat: sourced(
    "GJ/t CO2",
    { en: "Heat of regeneration, MEA", zh: "MEA 再生热" },
    [2.5, 3.5, 4.2],
    [0, 20],
    "IEAGHG",
    "recalled",
  ),
};

export const CAPTURE_ASSUMPTION =
  "With capture, the heat of regeneration comes from a boiler on natural gas whose CO2 is not captured; the electricity of compression is bought.";

/**
 * A plant that captures the CO2 of some of its stacks by amine and stores it; at a rate of 0 the plant as it is. Of the flue gases the
 * CO2 counts once: what is not captured leaves with the treated gas.
 *
 * @param captured Streams among the stacks.
 * @param mostCarbon kg/h of carbon that there can be in them at most, for the size of the boiler's feed, of which it takes what it needs.
 */
export function withCapture(
  plant: PlantDescription,
  captured: readonly string[],
  mostCarbon: number,
  { captureRate, regenerationHeat }: Readonly<Record<string, number>>,
): PlantDescription {
  if (captureRate === 0) return plant;
  return {
    ...plant,
    feeds: {
      ...plant.feeds,
      "gas of capture": {
        flows: { CH4: (1.5 * mostCarbon * CO2_OF_CARBON * regenerationHeat!) / METHANE },
        origin: "energy",
        asNeeded: true,
      },
    },
    units: [
      ...plant.units,
      {
        name: "capture",
        operation: "CO2 absorption",
        parameters: { captureRate: captureRate!, regenerationHeat: regenerationHeat! },
        inlets: { "flue gas": captured.map((stream) => ({ stream, cooledTo: 40 })) },
      },
      { name: "compression", operation: "CO2 compression", inlets: { CO2: [{ stream: "capture.CO2" }] } },
      {
        name: "capture boiler",
        operation: "combustion",
        inlets: { fuel: [{ stream: "gas of capture" }] },
        meets: ["capture.regeneration heat"],
      },
    ],
    stacks: [
      ...plant.stacks.filter((stack) => !captured.includes(stack)),
      "capture.treated gas",
      "capture boiler.flue gas",
    ],
    stored: [...(plant.stored ?? []), "compression.compressed CO2"],
    boughtBesides: [...(plant.boughtBesides ?? []), "capture", "compression"],
  };
}
