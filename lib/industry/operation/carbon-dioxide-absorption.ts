import { closing, defineOperation, kelvin } from "./operation.ts";
import { assumed, assumedTemperature, sourced } from "./parameter.ts";

/** CO2 capture from flue gas by absorption in an amine. */
export const carbonDioxideAbsorption = defineOperation({
  name: "CO2 absorption",
  title: { en: "CO2 capture by absorption", zh: "吸收法 CO2 捕集" },
  inlets: { "flue gas": "material" },
  demands: { "regeneration heat": "heat", electricity: "electricity" },
  outlets: { CO2: "material", "treated gas": "material", water: "material", "cooling heat": "heat" },
  closes: "cooling heat",
  parameters: {
    captureRate: sourced(
      "1",
      { en: "CO2 captured, of the CO2 of the flue gas", zh: "烟气中 CO2 的捕集率" },
      [0.85, 0.9, 0.99],
      [0, 1],
      "IEAGHG",
      "recalled",
    ),
    regenerationHeat: sourced(
      "GJ/t CO2",
      { en: "Heat of regeneration, MEA", zh: "MEA 再生热" },
      [2.5, 3.5, 4.2],
      [0, 20],
      "IEAGHG",
      "recalled",
    ),
    electricity: assumed(
      "kWh/t CO2",
      { en: "Electricity of pumps and blowers, without compression", zh: "泵与风机用电，不含压缩" },
      0,
      [0, 1000],
    ),
    outletTemperature: assumedTemperature({ en: "CO2, treated gas and water", zh: "CO2、净化气与水的温度" }, 40),
  },
  assumptions: [
    "CO2 leaves pure, at the pressure of the desorber; the solvent circulates and is not lost. All steam of the flue gas condenses.",
    "What regeneration and condensation give is taken by cooling water: the cooling heat.",
  ],
  references: ["NASA/TP-2002-211556 (enthalpies)."],
  evaluate(c, { "flue gas": gas }, p) {
    const a = c.arithmetic;
    const cold = kelvin(c, p.outletTemperature);
    const captured = a.mul(c.mass(gas, "CO2"), p.captureRate);
    const carbonDioxide = { flows: { CO2: captured }, temperature: cold };
    const { H2O: steam, water: liquid, ...dry } = gas.flows;
    const water = { flows: { water: a.add(steam ?? c.zero, liquid ?? c.zero) }, temperature: cold };
    const treated = c.mixed(
      [
        { flows: dry, temperature: cold },
        { flows: { CO2: a.scale(captured, -1) }, temperature: cold },
      ],
      cold,
    );
    const tonnes = a.scale(captured, 1e-3);
    const regeneration = { power: a.scale(a.mul(tonnes, p.regenerationHeat), 1 / 3.6) };
    const electricity = { power: a.scale(a.mul(tonnes, p.electricity), 1e-3) };
    const cooling = { power: closing(c, [gas, regeneration, electricity], [carbonDioxide, treated, water]) };
    return {
      demands: { "regeneration heat": regeneration, electricity },
      outlets: { CO2: carbonDioxide, "treated gas": treated, water, "cooling heat": cooling },
    };
  },
});
