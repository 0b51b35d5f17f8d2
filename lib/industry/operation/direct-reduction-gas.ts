import { STANDARD_TEMPERATURE } from "../substance/glenn-polynomial.ts";
import { burnt } from "./combustion-products.ts";
import { closing, defineOperation, kelvin } from "./operation.ts";
import { assumed, assumedShare, assumedTemperature, sourced } from "./parameter.ts";
import { reduced } from "./reduced-iron.ts";
import { dissolvedCarbon } from "./slag.ts";

/** A shaft furnace with its reformer: pellets and natural gas to direct reduced iron. */
export const directReductionGas = defineOperation({
  name: "gas direct reduction",
  title: { en: "Direct reduction with natural gas", zh: "天然气直接还原" },
  inlets: { pellets: "material", gas: "material" },
  demands: { air: "material", electricity: "electricity" },
  outlets: { "direct reduced iron": "material", "flue gas": "material", "heat loss": "heat" },
  closes: "heat loss",
  parameters: {
    metallisation: assumedShare({ en: "Iron that is metallic, of all iron", zh: "金属化率" }, 0.94),
    carbon: assumed(
      "1",
      { en: "Carbon in iron and carbon of the product, by mass", zh: "产品中碳占铁与碳之和的质量分数" },
      0.02,
      [0, 0.06],
    ),
    electricity: sourced(
      "kWh/t product",
      { en: "Electricity", zh: "用电" },
      [60, 100, 150],
      [0, 1000],
      "POSTED, tech_parameter",
      "in tech_parameter",
    ),
    excessAir: assumed(
      "1",
      {
        en: "Air beyond what burns the rest of the gas, over what it needs",
        zh: "燃尽剩余燃气之外的过量空气与所需空气之比",
      },
      0.1,
      [0, 20],
    ),
    productTemperature: assumedTemperature({ en: "Direct reduced iron as it leaves", zh: "直接还原铁出口温度" }, 50),
    flueTemperature: assumedTemperature({ en: "Flue gas", zh: "烟气温度" }, 200),
  },
  assumptions: [
    "Shaft, reformer and heater as one: gas is oxidised by the oxygen of the ore, and the rest by air. What circulates inside is not shown.",
    "Electricity becomes heat that leaves with the loss.",
  ],
  references: ["NASA/TP-2002-211556 (enthalpies)."],
  evaluate(c, { pellets, gas: feed }, p) {
    const a = c.arithmetic;
    const { iron, rest, oxygen: fromOre } = reduced(c, pellets, p.metallisation);
    const carbon = dissolvedCarbon(c, iron.Fe, p.carbon);
    const { oxygen, gas, solids } = burnt(c, feed);
    const taken = a.sub(a.sub(oxygen, carbon), a.scale(fromOre, 0.5));
    const excess = a.mul(taken, p.excessAir);
    const air = c.air(a.add(taken, excess), a.of(STANDARD_TEMPERATURE));
    const cold = kelvin(c, p.productTemperature);
    const product = c.mixed(
      [
        c.stream({ ...iron, C: carbon }, cold),
        { flows: rest, temperature: cold },
        { flows: solids, temperature: cold },
      ],
      cold,
    );
    const electricity = { power: a.scale(a.mul(c.totalMass(product), p.electricity), 1e-6) };
    const flue = c.stream(
      { ...gas, CO2: a.sub(gas.CO2!, carbon), O2: excess, N2: a.add(gas.N2!, c.kmol(air, "N2")) },
      kelvin(c, p.flueTemperature),
    );
    const loss = { power: closing(c, [pellets, feed, air, electricity], [product, flue]) };
    return {
      demands: { air, electricity },
      outlets: { "direct reduced iron": product, "flue gas": flue, "heat loss": loss },
    };
  },
});
