import { electrolyser } from "../operation/electrolyser.ts";
import type { Parameter } from "../operation/parameter.ts";
import type { ElectricityFeed, PlantUnit } from "./plant.ts";

const FEED = "electricity of electrolysis";

/** What a plant that makes its hydrogen by electrolysis states of it. */
export const electrolysisParameter: Parameter = {
  ...electrolyser.parameters.specificElectricity!,
  meaning: { en: "Electricity of the electrolyser", zh: "电解槽用电" },
};

/** The unit `electrolyser` and its feed for so many kg/h of hydrogen. `electrolysis`: kWh/kg. */
export function electrolysis(
  hydrogen: number,
  { electrolysis: specificElectricity }: Readonly<Record<string, number>>,
): { readonly feeds: Readonly<Record<string, ElectricityFeed>>; readonly unit: PlantUnit } {
  return {
    feeds: { [FEED]: { power: (hydrogen * specificElectricity!) / 1000 } },
    unit: {
      name: "electrolyser",
      operation: "electrolyser",
      parameters: { specificElectricity: specificElectricity! },
      inlets: { electricity: [{ stream: FEED }] },
    },
  };
}
