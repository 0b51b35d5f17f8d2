import { closing, defineOperation, kelvin } from "./operation.ts";
import { assumed, assumedTemperature } from "./parameter.ts";

const fuels = new Set(["H2", "CH4", "CO"]);
const condensing = new Set(["H2O", "water"]);

/** Quench, compression and separation of cracked gas, coarse: every component leaves pure. */
export const crackedGasSeparation = defineOperation({
  name: "cracked gas separation",
  title: { en: "Separation of cracked gas (coarse)", zh: "裂解气分离（粗略）" },
  inlets: { "cracked gas": "material" },
  demands: { electricity: "electricity" },
  outlets: {
    ethylene: "material",
    "fuel gas": "material",
    unconverted: "material",
    water: "material",
    "cooling heat": "heat",
  },
  closes: "cooling heat",
  parameters: {
    electricity: assumed(
      "kWh/t C2H4",
      { en: "Electricity of compressors and refrigeration", zh: "压缩机与制冷用电" },
      100,
      [0, 2000],
    ),
    outletTemperature: assumedTemperature({ en: "All that leaves", zh: "各出口的温度" }, 25),
  },
  assumptions: [
    "Sharp splits: hydrogen, methane and carbon monoxide are fuel gas; all but these, ethylene and water is unconverted feed.",
    "Compressors that run on the plant's own steam take no electricity; their steam is part of the heat that is cooled away.",
  ],
  references: ["NASA/TP-2002-211556 (enthalpies)."],
  evaluate(c, { "cracked gas": gas }, p) {
    const a = c.arithmetic;
    const cold = kelvin(c, p.outletTemperature);
    const part = (chosen: (name: string) => boolean) =>
      c.at(
        c.part(gas, ({ name }) => chosen(name)),
        cold,
      );
    const ethylene = part((name) => name === "C2H4");
    const fuelGas = part((name) => fuels.has(name));
    const steam = part((name) => condensing.has(name));
    const water = { flows: { water: c.totalMass(steam) }, temperature: cold };
    const unconverted = part((name) => name !== "C2H4" && !fuels.has(name) && !condensing.has(name));
    const electricity = { power: a.scale(a.mul(c.totalMass(ethylene), p.electricity), 1e-6) };
    const cooling = { power: closing(c, [gas, electricity], [ethylene, fuelGas, unconverted, water]) };
    return {
      demands: { electricity },
      outlets: { ethylene, "fuel gas": fuelGas, unconverted, water, "cooling heat": cooling },
    };
  },
});
