import { STANDARD_TEMPERATURE } from "../substance/glenn-polynomial.ts";
import { closing, defineOperation, kelvin } from "./operation.ts";
import { assumedShare, assumedTemperature, sourced } from "./parameter.ts";

const IAI = "International Aluminium Institute";

/** A reduction cell: 2 Al2O3 + 3 C → 4 Al + 3 CO2. */
export const hallHeroult = defineOperation({
  name: "Hall-Heroult cell",
  title: { en: "Hall–Héroult cell", zh: "霍尔–埃鲁电解槽" },
  inlets: { alumina: "material" },
  demands: { electricity: "electricity", anodes: "material", air: "material" },
  outlets: { aluminium: "material", "cell gas": "material", "heat loss": "heat" },
  closes: "heat loss",
  parameters: {
    electricity: sourced(
      "kWh/t Al",
      { en: "Alternating current", zh: "交流电耗" },
      [12_700, 14_200, 16_500],
      [0, 50_000],
      IAI,
      "recalled",
    ),
    anodes: sourced(
      "t/t Al",
      { en: "Net anode consumption, as carbon", zh: "阳极净耗（以碳计）" },
      [0.4, 0.42, 0.46],
      [0, 2],
      IAI,
      "recalled",
    ),
    burntAboveBath: assumedShare(
      { en: "CO that burns with air before it leaves", zh: "离开前与空气燃尽的 CO 份额" },
      1,
    ),
    metalTemperature: assumedTemperature({ en: "Metal as it is tapped", zh: "出铝温度" }, 960),
    gasTemperature: assumedTemperature({ en: "Gas behind the hood", zh: "集气罩后的气体温度" }, 120),
  },
  assumptions: [
    "Anodes are pure carbon. What they lose beyond the oxygen of the alumina shows as CO, which burns above the bath.",
    "No perfluorocarbons here: they come from anode effects and do not change the balance.",
  ],
  references: ["NASA/TP-2002-211556 (enthalpies).", "IPCC 2006 Guidelines, Vol. 3 ch. 4.4 (reaction)."],
  evaluate(c, { alumina }, p) {
    const a = c.arithmetic;
    const room = a.of(STANDARD_TEMPERATURE);
    const Al = a.scale(c.kmol(alumina, "Al2O3"), 2);
    const aluminium = c.stream({ Al }, kelvin(c, p.metalTemperature));
    const mass = c.totalMass(aluminium);
    const anodes = { flows: { C: a.mul(mass, p.anodes) }, temperature: room };
    const electricity = { power: a.scale(a.mul(mass, p.electricity), 1e-6) };
    const carbon = c.kmol(anodes, "C");
    const oxygen = a.scale(c.kmol(alumina, "Al2O3"), 3);
    const CO2 = a.sub(oxygen, carbon);
    const CO = a.sub(a.scale(carbon, 2), oxygen);
    const burntCO = a.mul(CO, p.burntAboveBath);
    const air = c.air(a.scale(burntCO, 0.5), room);
    const hot = kelvin(c, p.gasTemperature);
    const rest = Object.fromEntries(Object.entries(alumina.flows).filter(([name]) => name !== "Al2O3"));
    const gas = c.mixed(
      [
        c.stream({ CO2: a.add(CO2, burntCO), CO: a.sub(CO, burntCO), N2: c.kmol(air, "N2") }, hot),
        { flows: rest, temperature: hot },
      ],
      hot,
    );
    const loss = { power: closing(c, [alumina, anodes, air, electricity], [aluminium, gas]) };
    return {
      demands: { electricity, anodes, air },
      outlets: { aluminium, "cell gas": gas, "heat loss": loss },
    };
  },
});
