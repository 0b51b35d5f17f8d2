import { closing, defineOperation, kelvin } from "./operation.ts";
import { assumedTemperature } from "./parameter.ts";
import { reformed } from "./reforming.ts";

/** Water–gas shift: CO + H2O → CO2 + H2. */
export const waterGasShift = defineOperation({
  name: "water-gas shift",
  title: { en: "Water–gas shift", zh: "水煤气变换" },
  inlets: { "synthesis gas": "material", steam: "material" },
  demands: {},
  outlets: { "shifted gas": "material", heat: "heat" },
  closes: "heat",
  parameters: { outletTemperature: assumedTemperature({ en: "Shifted gas as it leaves", zh: "变换气出口温度" }, 220) },
  assumptions: ["Equilibrium at the outlet; methane and other hydrocarbons pass through."],
  references: ["NASA/TP-2002-211556 (enthalpies, equilibrium constant)."],
  evaluate(c, { "synthesis gas": gas, steam }, p) {
    const temperature = kelvin(c, p.outletTemperature);
    const shifting = new Set(["CO", "CO2", "H2", "H2O"]);
    const active = [gas, steam].map((stream) => c.part(stream, ({ name }) => shifting.has(name)));
    const other = [gas, steam].map((stream) => c.part(stream, ({ name }) => !shifting.has(name)));
    const product = c.mixed([reformed(c, active, c.zero, temperature), ...other], temperature);
    const heat = { power: closing(c, [gas, steam], [product]) };
    return { demands: {}, outlets: { "shifted gas": product, heat } };
  },
});
