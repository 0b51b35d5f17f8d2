import { sourced } from "../operation/parameter.ts";
import { molarMassOf } from "../substance/atomic-weights.ts";
import type { PlantDescription, PlantKind } from "./plant.ts";

const CO2 = molarMassOf({ C: 1, O: 2 });
const H2 = molarMassOf({ H: 2 });

/** Methanol from captured CO2 and hydrogen of an electrolyser. */
export const electrolyticMethanol: PlantKind = {
  name: "methanol, CO2 and electrolysis",
  title: { en: "Methanol from CO2 and electrolytic hydrogen", zh: "CO2 与电解氢制甲醇" },
  parameters: {
    electrolysis: sourced(
      "kWh/kg H2",
      { en: "Electricity of the electrolyser", zh: "电解槽用电" },
      [46.5, 50, 58],
      [1, 200],
      "POSTED, tech_parameter (alkaline)",
      "in tech_parameter",
    ),
    electricity: sourced(
      "kWh/t CH3OH",
      { en: "Electricity of compressors and distillation", zh: "压缩机与精馏用电" },
      [175, 297, 1500],
      [0, 10_000],
      "POSTED, tech_parameter (Nyári 2020, Soler 2022, Bazzanella 2017)",
      "in tech_parameter",
    ),
  },
  assumptions: [
    "Carbon of the CO2 that is bought leaves with the methanol and is emitted where that is burnt; only the purge is emitted here, as process CO2. Capture of the CO2 is not included.",
    "Heat of the synthesis covers distillation.",
  ],
  references: ["McBride, Zehe, Gordon (2002), NASA/TP-2002-211556."],
  describe(p): PlantDescription {
    const carbonDioxide = 1450;
    const hydrogen = (carbonDioxide / CO2) * 3 * H2;
    return {
      feeds: {
        CO2: { flows: { CO2: carbonDioxide }, origin: "process" },
        "electricity of electrolysis": { power: (hydrogen * p.electrolysis!) / 1000 },
      },
      units: [
        {
          name: "electrolyser",
          operation: "electrolyser",
          parameters: { specificElectricity: p.electrolysis! },
          inlets: { electricity: [{ stream: "electricity of electrolysis" }] },
        },
        {
          name: "synthesis",
          operation: "methanol synthesis",
          parameters: { electricity: p.electricity! },
          inlets: { "make-up gas": [{ stream: "CO2" }, { stream: "electrolyser.hydrogen" }] },
        },
      ],
      product: "synthesis.methanol",
      stacks: ["synthesis.purge"],
    };
  },
};
