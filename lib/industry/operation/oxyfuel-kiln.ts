import { STANDARD_TEMPERATURE } from "../substance/glenn-polynomial.ts";
import { calcined } from "./calcined.ts";
import { closing, defineOperation, kelvin } from "./operation.ts";
import { assumed, assumedShare, assumedTemperature, sourced } from "./parameter.ts";

/** A kiln that burns its fuel with oxygen, so that its dry gas is nearly all CO2. */
export const oxyfuelKiln = defineOperation({
  name: "oxyfuel kiln",
  title: { en: "Calcination in a kiln with oxygen", zh: "富氧窑煅烧" },
  inlets: { "raw meal": "material", fuel: "material" },
  demands: { oxygen: "material", electricity: "electricity" },
  outlets: { product: "material", CO2: "material", water: "material", "heat loss": "heat" },
  closes: "heat loss",
  parameters: {
    calcination: assumedShare({ en: "Share of the carbonates that is calcined", zh: "碳酸盐的分解率" }, 1),
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
    electricity: sourced(
      "kWh/t clinker",
      {
        en: "Electricity beyond that of a kiln with air: air separation, recycling, purification and compression of CO2",
        zh: "较空气窑增加的用电：空分、烟气再循环、CO2 提纯与压缩",
      },
      [90, 130, 170],
      [0, 2000],
      "CEMCAP project (2018)",
      "recalled",
    ),
    gasTemperature: assumedTemperature({ en: "CO2 and water after condensation", zh: "冷凝后 CO2 与水的温度" }, 30),
    productTemperature: assumedTemperature({ en: "Product behind the cooler", zh: "冷却机后的产品温度" }, 100),
  },
  assumptions: [
    "CaCO3 → CaO + CO2 and MgCO3 → MgO + CO2; ash of the fuel goes to the product. All steam condenses; no air leaks in.",
    "The product counts as free oxides, as in the kiln with air. The electricity becomes heat that is lost.",
    "Gas that is recycled to cool the flame stays inside the unit.",
  ],
  references: ["IPCC 2006 Guidelines, Vol. 3 ch. 2, equation 2.3 (carbonates).", "NASA/TP-2002-211556 (enthalpies)."],
  evaluate(c, { "raw meal": meal, fuel }, p) {
    const a = c.arithmetic;
    const { product, gas, oxygen: needed } = calcined(c, meal, fuel, p);
    const given = a.mul(needed, a.add(a.of(1), p.excessOxygen));
    const nitrogen = a.div(a.mul(given, a.sub(a.of(1), p.oxygenPurity)), p.oxygenPurity);
    const oxygen = c.stream({ O2: given, N2: nitrogen }, a.of(STANDARD_TEMPERATURE));
    const cold = kelvin(c, p.gasTemperature);
    const { H2O: steam, ...dry } = gas;
    const carbonDioxide = c.stream({ ...dry, O2: a.sub(given, needed), N2: a.add(gas.N2!, nitrogen) }, cold);
    const water = c.stream({ water: steam! }, cold);
    const electricity = { power: a.scale(a.mul(c.totalMass(product), p.electricity), 1e-6) };
    const loss = { power: closing(c, [meal, fuel, oxygen, electricity], [product, carbonDioxide, water]) };
    return {
      demands: { oxygen, electricity },
      outlets: { product, CO2: carbonDioxide, water, "heat loss": loss },
    };
  },
});
