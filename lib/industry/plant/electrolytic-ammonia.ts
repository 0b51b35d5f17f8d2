import { sourced } from "../operation/parameter.ts";
import { molarMassOf } from "../substance/atomic-weights.ts";
import { electrolysis, electrolysisParameter } from "./electrolysis.ts";
import type { PlantDescription, PlantKind } from "./plant.ts";

const N2 = molarMassOf({ N: 2 });
const H2 = molarMassOf({ H: 2 });

/** Ammonia from hydrogen of an electrolyser and nitrogen of air separation. */
export const electrolyticAmmonia: PlantKind = {
  name: "ammonia, electrolysis",
  title: { en: "Ammonia from electrolysis", zh: "电解制合成氨" },
  makes: "mass",
  categories: { process: "2.B.1", energy: "1.A.2.c" },
  parameters: {
    electrolysis: electrolysisParameter,
    electricity: sourced(
      "kWh/t NH3",
      { en: "Electricity of compressors and refrigeration", zh: "压缩机与制冷用电" },
      [440, 640, 1440],
      [0, 10_000],
      "POSTED, tech_parameter (Grinberg Dana 2016, Ikäheimo 2018, Bazzanella 2017)",
      "in tech_parameter",
    ),
    airSeparation: sourced(
      "kWh/t NH3",
      { en: "Electricity of air separation", zh: "空气分离用电" },
      [50, 330, 720],
      [0, 2000],
      "POSTED, tech_parameter (Grinberg Dana 2016, Bazzanella 2017, Matzen 2015)",
      "in tech_parameter",
    ),
  },
  assumptions: ["No carbon enters. Electricity of air separation is counted with that of the plant."],
  references: ["McBride, Zehe, Gordon (2002), NASA/TP-2002-211556."],
  describe(p): PlantDescription {
    const nitrogen = 850;
    const made = electrolysis((nitrogen / N2) * 3 * H2, p);
    return {
      feeds: {
        nitrogen: { flows: { N2: nitrogen }, origin: "process" },
        ...made.feeds,
      },
      units: [
        made.unit,
        {
          name: "synthesis",
          operation: "ammonia synthesis",
          parameters: { electricity: p.electricity! + p.airSeparation! },
          inlets: { "make-up gas": [{ stream: "electrolyser.hydrogen" }, { stream: "nitrogen" }] },
        },
      ],
      product: "synthesis.ammonia",
      stacks: [],
    };
  },
};
