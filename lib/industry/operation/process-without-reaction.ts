import { closing, defineOperation, kelvin } from "./operation.ts";
import { assumed, assumedTemperature } from "./parameter.ts";

/** A step that takes heat and electricity and changes no substance: cooking, drying, distilling, forming. */
export const processWithoutReaction = defineOperation({
  name: "process without reaction",
  title: { en: "Process without reaction (coarse)", zh: "无反应的工序（粗略）" },
  inlets: { feed: "material", heat: "heat" },
  demands: { "process heat": "heat", electricity: "electricity" },
  outlets: { product: "material", "heat loss": "heat" },
  closes: "heat loss",
  parameters: {
    processHeat: assumed(
      "GJ/t",
      { en: "Heat that a tonne takes, beside what the inlet gives", zh: "每吨用热（入口给热之外）" },
      0,
      [0, 100],
    ),
    electricity: assumed("kWh/t", { en: "Electricity that a tonne takes", zh: "每吨用电" }, 0, [0, 20_000]),
    outletTemperature: assumedTemperature({ en: "Product as it leaves", zh: "产品离开时的温度" }, 25),
  },
  assumptions: [
    "What comes in leaves as it was, so all heat and electricity are lost to cooling, drying air and walls.",
  ],
  references: ["NASA/TP-2002-211556 (enthalpies)."],
  evaluate(c, { feed, heat }, p) {
    const a = c.arithmetic;
    const product = c.at(feed, kelvin(c, p.outletTemperature));
    const tonnes = a.scale(c.totalMass(feed), 1e-3);
    const processHeat = { power: a.scale(a.mul(tonnes, p.processHeat), 1 / 3.6) };
    const electricity = { power: a.scale(a.mul(tonnes, p.electricity), 1e-3) };
    const loss = { power: closing(c, [feed, heat, processHeat, electricity], [product]) };
    return { demands: { "process heat": processHeat, electricity }, outlets: { product, "heat loss": loss } };
  },
});
