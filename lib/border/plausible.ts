import { messages } from "../message/message.ts";
import type { PlausibleRange } from "../tool/plausible.ts";

const said = messages("border.plausible", {
  grid: {
    en: "lignite, of 101 kg CO2 a GJ (IPCC 2006), gives 3.6 t/MWh where only a tenth of its heat becomes electricity.",
    zh: "褐煤（IPCC 2006：每 GJ 排放 101 kg CO2）即使只有十分之一的热量转化为电力，也仅为 3.6 t/MWh。",
  },
});

/** t/MWh: the dirtiest common fuel in a plant worse than any that is run. */
export const gridFactorRange: PlausibleRange = { most: 4, why: said.grid };
