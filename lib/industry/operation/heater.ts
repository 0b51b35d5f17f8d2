import { closing, defineOperation, kelvin } from "./operation.ts";
import { assumedTemperature } from "./parameter.ts";

/** A heater: a stream brought to a temperature. */
export const heater = defineOperation({
  name: "heater",
  title: { en: "Heater", zh: "加热器" },
  inlets: { stream: "material" },
  demands: { heat: "heat" },
  outlets: { heated: "material" },
  closes: "heat",
  parameters: {
    outletTemperature: assumedTemperature({ en: "Stream as it leaves", zh: "流股出口温度" }, 400),
  },
  assumptions: ["Nothing reacts or evaporates. A stream that is hotter already is refused: it needs a cooler."],
  references: ["NASA/TP-2002-211556 (enthalpies)."],
  evaluate(c, { stream }, p) {
    const heated = c.at(stream, kelvin(c, p.outletTemperature));
    return { demands: { heat: { power: closing(c, [heated], [stream]) } }, outlets: { heated } };
  },
});
