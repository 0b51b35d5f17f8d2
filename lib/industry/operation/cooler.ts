import { closing, defineOperation, kelvin } from "./operation.ts";
import { assumedTemperature } from "./parameter.ts";

/** A cooler: a stream brought to a temperature, its heat given. */
export const cooler = defineOperation({
  name: "cooler",
  title: { en: "Cooler", zh: "冷却器" },
  inlets: { stream: "material" },
  demands: {},
  outlets: { cooled: "material", heat: "heat" },
  closes: "heat",
  parameters: {
    outletTemperature: assumedTemperature({ en: "Stream as it leaves", zh: "流股出口温度" }, 40),
  },
  assumptions: [
    "Nothing reacts or condenses: a condenser takes steam out. A stream that is colder already is refused.",
  ],
  references: ["NASA/TP-2002-211556 (enthalpies)."],
  evaluate(c, { stream }, p) {
    const cooled = c.at(stream, kelvin(c, p.outletTemperature));
    return { demands: {}, outlets: { cooled, heat: { power: closing(c, [stream], [cooled]) } } };
  },
});
