import { closing, defineOperation, kelvin } from "./operation.ts";
import { assumedShare, assumedTemperature, sourced } from "./parameter.ts";
import { reduced } from "./reduced-iron.ts";

/** A shaft furnace with hydrogen: Fe2O3 + 3 H2 → 2 Fe + 3 H2O. */
export const directReductionHydrogen = defineOperation({
  name: "hydrogen direct reduction",
  title: { en: "Direct reduction with hydrogen", zh: "氢气直接还原" },
  inlets: { pellets: "material", hydrogen: "material" },
  demands: { heat: "heat", electricity: "electricity" },
  outlets: { "direct reduced iron": "material", "top gas": "material", "heat loss": "heat" },
  closes: "heat",
  parameters: {
    metallisation: assumedShare({ en: "Iron that is metallic, of all iron", zh: "金属化率" }, 0.94),
    electricity: sourced(
      "kWh/t product",
      { en: "Electricity of blowers and handling", zh: "风机与输送用电" },
      [60, 100, 150],
      [0, 1000],
      "POSTED, tech_parameter (range of the route with gas)",
      "in tech_parameter",
    ),
    productTemperature: assumedTemperature({ en: "Direct reduced iron as it leaves", zh: "直接还原铁出口温度" }, 50),
    topGasTemperature: assumedTemperature({ en: "Top gas of hydrogen and steam", zh: "含氢与水蒸气的炉顶气温度" }, 350),
    heatLoss: assumedShare(
      { en: "Heat lost, of the heating value of the hydrogen", zh: "热损失占氢气热值的份额" },
      0.03,
    ),
  },
  assumptions: [
    "Hydrogen that does not react leaves with the top gas and can be recycled once its steam is condensed.",
    "Heat is what the gas heater gives; electricity becomes heat that leaves with the loss.",
    "The product has no carbon.",
  ],
  references: ["NASA/TP-2002-211556 (enthalpies)."],
  evaluate(c, { pellets, hydrogen }, p) {
    const a = c.arithmetic;
    const { iron, rest, oxygen } = reduced(c, pellets, p.metallisation);
    const cold = kelvin(c, p.productTemperature);
    const product = c.mixed([c.stream(iron, cold), { flows: rest, temperature: cold }], cold);
    const hot = kelvin(c, p.topGasTemperature);
    const gas = c.mixed([hydrogen, c.stream({ H2: a.scale(oxygen, -1), H2O: oxygen }, hot)], hot);
    const electricity = { power: a.scale(a.mul(c.totalMass(product), p.electricity), 1e-6) };
    const loss = { power: a.add(a.mul(c.heatingValue(hydrogen), p.heatLoss), electricity.power) };
    const heat = { power: closing(c, [product, gas, loss], [pellets, hydrogen, electricity]) };
    return {
      demands: { heat, electricity },
      outlets: { "direct reduced iron": product, "top gas": gas, "heat loss": loss },
    };
  },
});
