import { STANDARD_TEMPERATURE } from "../substance/glenn-polynomial.ts";
import { burnt } from "./combustion-products.ts";
import { closing, defineOperation, kelvin } from "./operation.ts";
import { assumed, assumedShare, assumedTemperature } from "./parameter.ts";

/** Combined heat and power: fuel to electricity and useful heat. */
export const combinedHeatAndPower = defineOperation({
  name: "combined heat and power",
  title: { en: "Combined heat and power", zh: "热电联产" },
  inlets: { fuel: "material" },
  demands: { air: "material" },
  outlets: { electricity: "electricity", heat: "heat", "flue gas": "material", ash: "material", "heat loss": "heat" },
  closes: "heat loss",
  parameters: {
    electricEfficiency: assumedShare(
      { en: "Electricity over heating value of the fuel (net)", zh: "发电量与燃料净热值之比" },
      0.35,
    ),
    thermalEfficiency: assumedShare(
      { en: "Useful heat over heating value of the fuel (net)", zh: "有用热与燃料净热值之比" },
      0.5,
    ),
    excessAir: assumed(
      "1",
      { en: "Air beyond what combustion needs, over what it needs", zh: "过量空气与理论空气之比" },
      0.2,
      [0, 20],
    ),
    flueTemperature: assumedTemperature({ en: "Flue gas as it leaves", zh: "烟气出口温度" }, 110),
  },
  assumptions: ["Combustion is complete. Efficiencies that leave nothing for the flue gas are refused."],
  references: ["NASA/TP-2002-211556 (enthalpies)."],
  evaluate(c, { fuel }, p) {
    const a = c.arithmetic;
    const heatingValue = c.heatingValue(fuel);
    const electricity = { power: a.mul(heatingValue, p.electricEfficiency) };
    const heat = { power: a.mul(heatingValue, p.thermalEfficiency) };
    const { oxygen, gas, solids } = burnt(c, fuel);
    const excess = a.mul(oxygen, p.excessAir);
    const air = c.air(a.add(oxygen, excess), a.of(STANDARD_TEMPERATURE));
    const hot = kelvin(c, p.flueTemperature);
    const flue = c.stream({ ...gas, O2: excess, N2: a.add(gas.N2!, c.kmol(air, "N2")) }, hot);
    const residue = { flows: solids, temperature: hot };
    const loss = { power: closing(c, [fuel, air], [electricity, heat, flue, residue]) };
    return {
      demands: { air },
      outlets: { electricity, heat, "flue gas": flue, ash: residue, "heat loss": loss },
    };
  },
});
