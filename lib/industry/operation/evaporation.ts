import { closing, defineOperation, kelvin } from "./operation.ts";
import { assumedTemperature } from "./parameter.ts";

/** Water to steam. */
export const evaporation = defineOperation({
  name: "evaporation",
  title: { en: "Raising of steam", zh: "产生蒸汽" },
  inlets: { water: "material" },
  demands: { heat: "heat" },
  outlets: { steam: "material" },
  closes: "heat",
  parameters: { steamTemperature: assumedTemperature({ en: "Steam as it leaves", zh: "蒸汽出口温度" }, 400) },
  assumptions: ["Steam is an ideal gas: at pressure its enthalpy is a few per cent lower."],
  references: ["NASA/TP-2002-211556 (enthalpies)."],
  evaluate(c, { water: inlet }, p) {
    const hot = kelvin(c, p.steamTemperature);
    const { water: liquid, ...rest } = inlet.flows;
    const steam = c.mixed(
      [
        { flows: rest, temperature: hot },
        { flows: { H2O: liquid ?? c.zero }, temperature: hot },
      ],
      hot,
    );
    return { demands: { heat: { power: closing(c, [steam], [inlet]) } }, outlets: { steam } };
  },
});
