import { closing, defineOperation, kelvin } from "./operation.ts";
import { assumedShare, assumedTemperature } from "./parameter.ts";
import { reformed } from "./reforming.ts";

/** An autothermal reformer: part of the feed burns with oxygen and heats the reforming of the rest. */
export const autothermalReformer = defineOperation({
  name: "autothermal reformer",
  title: { en: "Autothermal reformer", zh: "自热重整" },
  inlets: { feed: "material", steam: "material", oxygen: "material" },
  demands: {},
  outlets: { "synthesis gas": "material", "heat loss": "heat" },
  closes: "heat loss",
  parameters: {
    methaneSlip: assumedShare({ en: "Methane that does not react", zh: "未反应的甲烷份额" }, 0.03),
    outletTemperature: assumedTemperature({ en: "Synthesis gas as it leaves", zh: "合成气出口温度" }, 1000),
  },
  assumptions: [
    "All oxygen reacts; shift equilibrium at the outlet.",
    "Too little oxygen for the temperature shows as a negative heat loss, which is refused.",
  ],
  references: ["NASA/TP-2002-211556 (enthalpies, equilibrium constant)."],
  evaluate(c, { feed, steam, oxygen }, p) {
    const gas = reformed(c, [feed, steam, oxygen], p.methaneSlip, kelvin(c, p.outletTemperature));
    const loss = { power: closing(c, [feed, steam, oxygen], [gas]) };
    return { demands: {}, outlets: { "synthesis gas": gas, "heat loss": loss } };
  },
});
