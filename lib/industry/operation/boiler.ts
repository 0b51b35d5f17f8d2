import { STANDARD_TEMPERATURE } from "../substance/glenn-polynomial.ts";
import { burnt } from "./combustion-products.ts";
import { closing, defineOperation, kelvin } from "./operation.ts";
import { assumed, assumedShare, assumedTemperature } from "./parameter.ts";

/** A boiler: fuel and air to steam. */
export const boiler = defineOperation({
  name: "boiler",
  title: { en: "Boiler", zh: "锅炉" },
  inlets: { fuel: "material" },
  demands: { air: "material", "feed water": "material" },
  outlets: { steam: "material", "flue gas": "material", ash: "material", "heat loss": "heat" },
  closes: "heat loss",
  parameters: {
    excessAir: assumed(
      "1",
      { en: "Air beyond what combustion needs, over what it needs", zh: "过量空气与理论空气之比" },
      0.15,
      [0, 20],
    ),
    flueTemperature: assumedTemperature({ en: "Flue gas as it leaves", zh: "烟气出口温度" }, 140),
    feedTemperature: assumedTemperature({ en: "Feed water", zh: "给水温度" }, 100),
    steamTemperature: assumedTemperature({ en: "Steam as it leaves", zh: "蒸汽出口温度" }, 400),
    heatLoss: assumedShare(
      { en: "Heat lost through walls, of the heating value of the fuel", zh: "壁面散热占燃料热值的份额" },
      0.02,
    ),
  },
  assumptions: [
    "Steam is an ideal gas: at the pressure of power plants its enthalpy is a few per cent lower.",
    "The flow of steam is what the heat of the fuel raises.",
  ],
  references: ["NASA/TP-2002-211556 (enthalpies)."],
  evaluate(c, { fuel }, p) {
    const a = c.arithmetic;
    const { oxygen, gas, solids } = burnt(c, fuel);
    const excess = a.mul(oxygen, p.excessAir);
    const air = c.air(a.add(oxygen, excess), a.of(STANDARD_TEMPERATURE));
    const flueTemperature = kelvin(c, p.flueTemperature);
    const flue = c.stream({ ...gas, O2: excess, N2: a.add(gas.N2!, c.kmol(air, "N2")) }, flueTemperature);
    const residue = { flows: solids, temperature: flueTemperature };
    const intended = { power: a.mul(c.heatingValue(fuel), p.heatLoss) };
    const heat = closing(c, [fuel, air], [flue, residue, intended]);
    const [cold, hot] = [kelvin(c, p.feedTemperature), kelvin(c, p.steamTemperature)];
    const raised = closing(c, [c.stream({ H2O: a.of(1) }, hot)], [c.stream({ water: a.of(1) }, cold)]);
    const kmol = a.div(heat, raised);
    const feedWater = c.stream({ water: kmol }, cold);
    const steam = c.stream({ H2O: kmol }, hot);
    const loss = { power: closing(c, [fuel, air, feedWater], [steam, flue, residue]) };
    return {
      demands: { air, "feed water": feedWater },
      outlets: { steam, "flue gas": flue, ash: residue, "heat loss": loss },
    };
  },
});
