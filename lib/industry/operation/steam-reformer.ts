import { closing, defineOperation, kelvin } from "./operation.ts";
import { assumedShare, assumedTemperature } from "./parameter.ts";
import { reformed } from "./reforming.ts";

/** A steam reformer: CnHm + n H2O → n CO + (n + m/2) H2, heated from outside. */
export const steamReformer = defineOperation({
  name: "steam reformer",
  title: { en: "Steam reformer", zh: "蒸汽重整" },
  inlets: { feed: "material", steam: "material" },
  demands: { heat: "heat" },
  outlets: { "synthesis gas": "material", "heat loss": "heat" },
  closes: "heat",
  parameters: {
    methaneSlip: assumedShare({ en: "Methane that does not react", zh: "未反应的甲烷份额" }, 0.2),
    outletTemperature: assumedTemperature({ en: "Synthesis gas as it leaves the tubes", zh: "合成气出炉管温度" }, 870),
    heatLoss: assumedShare({ en: "Heat lost, of the heating value of the feed", zh: "热损失占进料热值的份额" }, 0.01),
  },
  assumptions: [
    "Shift equilibrium at the outlet; methane slip is given, since pressure is not carried.",
    "Heat is what the tubes take up; burn the fuel that gives it in a furnace of its own.",
  ],
  references: ["NASA/TP-2002-211556 (enthalpies, equilibrium constant)."],
  evaluate(c, { feed, steam }, p) {
    const gas = reformed(c, [feed, steam], p.methaneSlip, kelvin(c, p.outletTemperature));
    const loss = { power: c.arithmetic.mul(c.heatingValue(feed), p.heatLoss) };
    const heat = { power: closing(c, [gas, loss], [feed, steam]) };
    return { demands: { heat }, outlets: { "synthesis gas": gas, "heat loss": loss } };
  },
});
