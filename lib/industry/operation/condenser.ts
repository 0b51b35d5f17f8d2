import { closing, defineOperation, kelvin } from "./operation.ts";
import { assumedShare, assumedTemperature } from "./parameter.ts";

/** A cooler that condenses steam out of a gas. */
export const condenser = defineOperation({
  name: "condenser",
  title: { en: "Condenser", zh: "冷凝器" },
  inlets: { gas: "material" },
  demands: {},
  outlets: { "dry gas": "material", water: "material", "cooling heat": "heat" },
  closes: "cooling heat",
  parameters: {
    condensed: assumedShare({ en: "Steam that condenses", zh: "冷凝的水蒸气份额" }, 1),
    outletTemperature: assumedTemperature({ en: "Gas and water as they leave", zh: "气体与水的出口温度" }, 40),
  },
  assumptions: [
    "The share that condenses is given, since pressure is not carried; gases do not dissolve in the water.",
  ],
  references: ["NASA/TP-2002-211556 (enthalpies)."],
  evaluate(c, { gas }, p) {
    const a = c.arithmetic;
    const cold = kelvin(c, p.outletTemperature);
    const { H2O: steam, water: liquid, ...rest } = gas.flows;
    const condensed = a.mul(steam ?? c.zero, p.condensed);
    const left = a.sub(steam ?? c.zero, condensed);
    const dry = { flows: { ...rest, H2O: left }, temperature: cold };
    const water = { flows: { water: a.add(condensed, liquid ?? c.zero) }, temperature: cold };
    return {
      demands: {},
      outlets: { "dry gas": dry, water, "cooling heat": { power: closing(c, [gas], [dry, water]) } },
    };
  },
});
