import { STANDARD_TEMPERATURE } from "../substance/glenn-polynomial.ts";
import { burnt } from "./combustion-products.ts";
import { closing, defineOperation, kelvin } from "./operation.ts";
import { assumedShare, assumedTemperature, sourced } from "./parameter.ts";

/** A gas turbine: fuel and air to electricity and hot exhaust. */
export const gasTurbine = defineOperation({
  name: "gas turbine",
  title: { en: "Gas turbine", zh: "燃气轮机" },
  inlets: { fuel: "material" },
  demands: { air: "material" },
  outlets: { electricity: "electricity", exhaust: "material", "heat loss": "heat" },
  closes: "heat loss",
  parameters: {
    efficiency: sourced(
      "1",
      { en: "Electricity over heating value of the fuel (net), open cycle", zh: "发电量与燃料净热值之比（单循环）" },
      [0.3, 0.38, 0.43],
      [0.01, 0.99],
      "IPCC AR6 WG III annex; DEA catalogue",
      "recalled",
    ),
    exhaustTemperature: assumedTemperature({ en: "Exhaust behind the turbine", zh: "透平排气温度" }, 580),
    heatLoss: assumedShare({ en: "Heat lost, of the heating value of the fuel", zh: "热损失占燃料热值的份额" }, 0.01),
  },
  assumptions: ["Combustion is complete. The flow of air is the one that brings the exhaust to its temperature."],
  references: ["NASA/TP-2002-211556 (enthalpies)."],
  evaluate(c, { fuel }, p) {
    const a = c.arithmetic;
    const room = a.of(STANDARD_TEMPERATURE);
    const hot = kelvin(c, p.exhaustTemperature);
    const heatingValue = c.heatingValue(fuel);
    const electricity = { power: a.mul(heatingValue, p.efficiency) };
    const intended = { power: a.mul(heatingValue, p.heatLoss) };
    const { oxygen, gas, solids } = burnt(c, fuel);
    const residue = { flows: solids, temperature: hot };
    const needed = c.air(oxygen, room);
    const products = c.mixed([c.stream({ ...gas, N2: a.add(gas.N2!, c.kmol(needed, "N2")) }, hot), residue], hot);
    // Energy left beside the products of exact combustion heats further air: its flow follows.
    const left = closing(c, [fuel, needed], [products, electricity, intended]);
    const one = c.air(a.of(1), room);
    const excess = a.div(left, closing(c, [c.at(one, hot)], [one]));
    const further = c.air(excess, room);
    const air = c.mixed([needed, further], room);
    const exhaust = c.mixed([products, further], hot);
    const loss = { power: closing(c, [fuel, air], [exhaust, electricity]) };
    return { demands: { air }, outlets: { electricity, exhaust, "heat loss": loss } };
  },
});
