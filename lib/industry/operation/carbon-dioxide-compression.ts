import { closing, defineOperation, kelvin } from "./operation.ts";
import { assumedTemperature, sourced } from "./parameter.ts";

/** Compression of captured CO2 for transport. */
export const carbonDioxideCompression = defineOperation({
  name: "CO2 compression",
  title: { en: "CO2 compression", zh: "CO2 压缩" },
  inlets: { CO2: "material" },
  demands: { electricity: "electricity" },
  outlets: { "compressed CO2": "material", "cooling heat": "heat" },
  closes: "cooling heat",
  parameters: {
    electricity: sourced(
      "kWh/t CO2",
      { en: "Electricity to 110–150 bar", zh: "压缩至 110–150 bar 的用电" },
      [85, 105, 130],
      [0, 1000],
      "IEAGHG",
      "recalled",
    ),
    outletTemperature: assumedTemperature({ en: "Compressed CO2", zh: "压缩后 CO2 的温度" }, 30),
  },
  assumptions: [
    "CO2 is an ideal gas: the heat that dense CO2 gives up beyond it is missing from the cooling heat.",
    "Electricity is per tonne of all that comes in.",
  ],
  references: ["NASA/TP-2002-211556 (enthalpies)."],
  evaluate(c, { CO2: gas }, p) {
    const a = c.arithmetic;
    const product = c.at(gas, kelvin(c, p.outletTemperature));
    const electricity = { power: a.scale(a.mul(c.totalMass(gas), p.electricity), 1e-6) };
    const cooling = { power: closing(c, [gas, electricity], [product]) };
    return { demands: { electricity }, outlets: { "compressed CO2": product, "cooling heat": cooling } };
  },
});
