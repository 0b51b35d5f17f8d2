import { carbonDioxideAbsorption } from "../operation/carbon-dioxide-absorption.ts";
import { carbonDioxideCompression } from "../operation/carbon-dioxide-compression.ts";
import { type Parameter, sourced } from "../operation/parameter.ts";

/** Capture that the typical loss of efficiency is stated for. */
const TYPICAL_RATE = 0.9;

/** Parameters of capture after combustion and compression; without them nothing is captured. */
export const CAPTURE = {
  captureRate: sourced(
    "1",
    {
      en: "CO2 of the flue gas that is captured by amine and stored; 0 without capture",
      zh: "烟气 CO2 以胺法捕集并封存的份额，0 为不捕集",
    },
    [null, 0, null],
    [0, 0.99],
    "A choice of the reader",
    "assumed",
  ),
  regenerationHeat: carbonDioxideAbsorption.parameters.regenerationHeat!,
  compression: {
    ...carbonDioxideCompression.parameters.electricity!,
    meaning: { en: "Electricity of compression to 110–150 bar", zh: "压缩至 110–150 bar 的用电" },
  },
} satisfies Record<string, Parameter>;

/** Capture over the one that losses of efficiency are stated for. */
export function capturedShare(parameters: Readonly<Record<string, number>>): number {
  return parameters.captureRate! / TYPICAL_RATE;
}
