import { STANDARD_TEMPERATURE } from "../substance/glenn-polynomial.ts";
import { calcined } from "./calcined.ts";
import { closing, defineOperation, kelvin } from "./operation.ts";
import { assumed, assumedShare, assumedTemperature } from "./parameter.ts";

/** A kiln that calcines carbonates with burning fuel: clinker from raw meal, lime from limestone. */
export const kiln = defineOperation({
  name: "kiln",
  title: { en: "Calcination in a kiln", zh: "窑内煅烧" },
  inlets: { "raw meal": "material", fuel: "material" },
  demands: { air: "material" },
  outlets: { product: "material", "flue gas": "material", "heat loss": "heat" },
  closes: "heat loss",
  parameters: {
    calcination: assumedShare({ en: "Share of the carbonates that is calcined", zh: "碳酸盐的分解率" }, 1),
    excessAir: assumed(
      "1",
      { en: "Air beyond what combustion needs, over what it needs", zh: "过量空气与理论空气之比" },
      0.2,
      [0, 20],
    ),
    flueTemperature: assumedTemperature({ en: "Flue gas behind the preheater", zh: "预热器后的烟气温度" }, 330),
    productTemperature: assumedTemperature({ en: "Product behind the cooler", zh: "冷却机后的产品温度" }, 100),
  },
  assumptions: [
    "CaCO3 → CaO + CO2, MgCO3 → MgO + CO2 and Na2CO3 → Na2O + CO2; ash of the fuel goes to the product; water of the raw meal leaves as steam.",
    "The product counts as free oxides: the heat that is released when clinker minerals form (the source of enthalpies has none of them) is missing, so the heat loss shown is too small by it.",
  ],
  references: ["IPCC 2006 Guidelines, Vol. 3 ch. 2, equation 2.3 (carbonates).", "NASA/TP-2002-211556 (enthalpies)."],
  evaluate(c, { "raw meal": meal, fuel }, p) {
    const a = c.arithmetic;
    const { product, gas, oxygen } = calcined(c, meal, fuel, p);
    const excess = a.mul(oxygen, p.excessAir);
    const air = c.air(a.add(oxygen, excess), a.of(STANDARD_TEMPERATURE));
    const flue = c.stream({ ...gas, O2: excess, N2: a.add(gas.N2!, c.kmol(air, "N2")) }, kelvin(c, p.flueTemperature));
    const loss = { power: closing(c, [meal, fuel, air], [product, flue]) };
    return { demands: { air }, outlets: { product, "flue gas": flue, "heat loss": loss } };
  },
});
