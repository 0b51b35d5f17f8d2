import { closing, defineOperation, kelvin } from "./operation.ts";
import { assumedTemperature, sourced } from "./parameter.ts";

/** A mill that grinds and blends: clinker, calcined clay and other constituents to cement. */
export const mill = defineOperation({
  name: "mill",
  title: { en: "Grinding and blending", zh: "粉磨与混合" },
  inlets: { clinker: "material", "calcined clay": "material", additions: "material" },
  demands: { electricity: "electricity" },
  outlets: { cement: "material", "heat loss": "heat" },
  closes: "heat loss",
  parameters: {
    electricity: sourced(
      "kWh/t cement",
      { en: "Electricity of the whole cement plant", zh: "整个水泥厂的用电" },
      [80, 105, 130],
      [0, 1000],
      "GCCA GNR",
      "recalled",
    ),
    cementTemperature: assumedTemperature({ en: "Cement as it leaves", zh: "水泥出磨温度" }, 25),
  },
  assumptions: [
    "Nothing reacts. The electricity is that of the plant, counted here once; it becomes heat that leaves with the loss.",
  ],
  references: ["NASA/TP-2002-211556 (enthalpies)."],
  evaluate(c, { clinker, "calcined clay": clay, additions }, p) {
    const a = c.arithmetic;
    const cement = c.mixed([clinker, clay, additions], kelvin(c, p.cementTemperature));
    const electricity = { power: a.scale(a.mul(c.totalMass(cement), p.electricity), 1e-6) };
    const loss = { power: closing(c, [clinker, clay, additions, electricity], [cement]) };
    return { demands: { electricity }, outlets: { cement, "heat loss": loss } };
  },
});
