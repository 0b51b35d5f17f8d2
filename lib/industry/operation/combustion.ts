import { STANDARD_TEMPERATURE } from "../substance/glenn-polynomial.ts";
import { burnt } from "./combustion-products.ts";
import { closing, defineOperation, kelvin } from "./operation.ts";
import { assumed, assumedShare, assumedTemperature } from "./parameter.ts";

/** A furnace: fuel and air to useful heat, flue gas and ash. */
export const combustion = defineOperation({
  name: "combustion",
  title: { en: "Combustion", zh: "燃烧" },
  inlets: { fuel: "material" },
  demands: { air: "material" },
  outlets: { "flue gas": "material", ash: "material", heat: "heat", "heat loss": "heat" },
  closes: "heat",
  parameters: {
    excessAir: assumed(
      "1",
      { en: "Air beyond what combustion needs, over what it needs", zh: "过量空气与理论空气之比" },
      0.15,
      [0, 20],
    ),
    flueTemperature: assumedTemperature({ en: "Flue gas as it leaves", zh: "烟气出口温度" }, 150),
    heatLoss: assumedShare(
      { en: "Heat lost through walls, of the heating value of the fuel", zh: "壁面散热占燃料热值的份额" },
      0.02,
    ),
    unburntCarbon: assumedShare(
      { en: "Carbon that stays in the ash, of the carbon of the fuel", zh: "留在灰中的碳占燃料碳的份额" },
      0,
    ),
  },
  assumptions: [
    "Combustion is complete but for the unburnt carbon: no CO, no NOx.",
    "Dry air; argon is counted as nitrogen.",
  ],
  references: ["NASA/TP-2002-211556 (enthalpies)."],
  evaluate(c, { fuel }, p) {
    const a = c.arithmetic;
    const { oxygen, gas, solids } = burnt(c, fuel);
    const carbon = a.mul(gas.CO2!, p.unburntCarbon);
    const taken = a.sub(oxygen, carbon);
    const excess = a.mul(taken, p.excessAir);
    const air = c.air(a.add(taken, excess), a.of(STANDARD_TEMPERATURE));
    const hot = kelvin(c, p.flueTemperature);
    const flue = c.stream(
      { ...gas, CO2: a.sub(gas.CO2!, carbon), O2: excess, N2: a.add(gas.N2!, c.kmol(air, "N2")) },
      hot,
    );
    const residue = c.stream({ C: carbon }, hot, solids);
    const loss = { power: a.mul(c.heatingValue(fuel), p.heatLoss) };
    const heat = { power: closing(c, [fuel, air], [flue, residue, loss]) };
    return { demands: { air }, outlets: { "flue gas": flue, ash: residue, heat, "heat loss": loss } };
  },
});
