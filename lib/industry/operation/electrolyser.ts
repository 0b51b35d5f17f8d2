import { STANDARD_TEMPERATURE } from "../substance/glenn-polynomial.ts";
import { closing, defineOperation, kelvin } from "./operation.ts";
import { assumedTemperature, sourced } from "./parameter.ts";

/** An electrolyser: H2O → H2 + ½ O2. */
export const electrolyser = defineOperation({
  name: "electrolyser",
  title: { en: "Electrolyser", zh: "电解槽" },
  inlets: { electricity: "electricity" },
  demands: { water: "material" },
  outlets: { hydrogen: "material", oxygen: "material", heat: "heat" },
  closes: "heat",
  parameters: {
    specificElectricity: sourced(
      "kWh/kg H2",
      { en: "Electricity of stack and auxiliaries", zh: "电堆与辅机用电" },
      [46.5, 50, 58],
      [1, 200],
      "POSTED, tech_parameter (alkaline)",
      "in tech_parameter",
    ),
    outletTemperature: assumedTemperature({ en: "Hydrogen and oxygen", zh: "氢气与氧气的温度" }, 70),
  },
  assumptions: [
    "Gases leave dry. Below the heat of formation of liquid water, 39.4 kWh/kg, heat would have to come from outside: it is refused here.",
  ],
  references: ["NASA/TP-2002-211556 (enthalpies)."],
  evaluate(c, { electricity }, p) {
    const a = c.arithmetic;
    const hot = kelvin(c, p.outletTemperature);
    const hydrogen = {
      flows: { H2: a.div(a.scale(electricity.power, 1000), p.specificElectricity) },
      temperature: hot,
    };
    const H2 = c.kmol(hydrogen, "H2");
    const oxygen = c.stream({ O2: a.scale(H2, 0.5) }, hot);
    const water = c.stream({ water: H2 }, a.of(STANDARD_TEMPERATURE));
    const heat = { power: closing(c, [electricity, water], [hydrogen, oxygen]) };
    return { demands: { water }, outlets: { hydrogen, oxygen, heat } };
  },
});
