import { STANDARD_TEMPERATURE } from "../substance/glenn-polynomial.ts";
import { burnt } from "./combustion-products.ts";
import { closing, defineOperation, kelvin } from "./operation.ts";
import { assumed, assumedShare, assumedTemperature } from "./parameter.ts";

/** Combustion with oxygen: flue gas of CO2 and steam, from which CO2 is left when the steam condenses. */
export const oxyfuelCombustion = defineOperation({
  name: "oxyfuel combustion",
  title: { en: "Oxyfuel combustion", zh: "富氧燃烧" },
  inlets: { fuel: "material" },
  demands: { oxygen: "material", electricity: "electricity" },
  outlets: { CO2: "material", water: "material", ash: "material", heat: "heat", "heat loss": "heat" },
  closes: "heat",
  parameters: {
    excessOxygen: assumed(
      "1",
      { en: "Oxygen beyond what combustion needs, over what it needs", zh: "过量氧与理论氧之比" },
      0.03,
      [0, 5],
    ),
    oxygenPurity: assumedShare(
      { en: "Oxygen in the molecules of the oxidant; the rest is nitrogen", zh: "氧化剂中氧的摩尔分数，其余为氮" },
      0.95,
    ),
    separationElectricity: assumed(
      "kWh/t O2",
      { en: "Electricity of air separation", zh: "空气分离用电" },
      250,
      [0, 2000],
    ),
    outletTemperature: assumedTemperature({ en: "CO2 and water after condensation", zh: "冷凝后 CO2 与水的温度" }, 30),
    heatLoss: assumedShare(
      { en: "Heat lost through walls, of the heating value of the fuel", zh: "壁面散热占燃料热值的份额" },
      0.02,
    ),
  },
  assumptions: [
    "All steam condenses, so the heat includes that of its condensation; CO2 that dissolves in the water is not counted.",
    "Electricity of air separation becomes heat that leaves with the loss.",
  ],
  references: ["NASA/TP-2002-211556 (enthalpies)."],
  evaluate(c, { fuel }, p) {
    const a = c.arithmetic;
    const { oxygen: needed, gas, solids } = burnt(c, fuel);
    const given = a.mul(needed, a.add(a.of(1), p.excessOxygen));
    const nitrogen = a.div(a.mul(given, a.sub(a.of(1), p.oxygenPurity)), p.oxygenPurity);
    const oxygen = c.stream({ O2: given, N2: nitrogen }, a.of(STANDARD_TEMPERATURE));
    const cold = kelvin(c, p.outletTemperature);
    const { H2O: steam, ...dry } = gas;
    const carbonDioxide = c.stream({ ...dry, O2: a.sub(given, needed), N2: a.add(gas.N2!, nitrogen) }, cold);
    const water = c.stream({ water: steam! }, cold);
    const residue = { flows: solids, temperature: cold };
    const electricity = { power: a.scale(a.mul(c.mass(oxygen, "O2"), p.separationElectricity), 1e-6) };
    const loss = { power: a.add(a.mul(c.heatingValue(fuel), p.heatLoss), electricity.power) };
    const heat = { power: closing(c, [fuel, oxygen, electricity], [carbonDioxide, water, residue, loss]) };
    return {
      demands: { oxygen, electricity },
      outlets: { CO2: carbonDioxide, water, ash: residue, heat, "heat loss": loss },
    };
  },
});
