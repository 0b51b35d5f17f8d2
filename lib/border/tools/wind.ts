import { z } from "zod";
import { messages } from "../../message/message.ts";
import { defineTool } from "../../tool/tool.ts";
import { numberIn } from "../../tool/unit.ts";
import { illustrative } from "../avoided/assumption.ts";
import { destinationGrids, gridDatasets } from "../avoided/destination-grids.ts";
import { assumptionsOf, avoidedByFleet } from "../avoided/fleet-account.ts";
import { makingDatasets, turbineMaking } from "../avoided/making.ts";
import { windMeasures, windShipments } from "../avoided/shipments.ts";
import { avoidedAssumptions } from "./avoided-schema.ts";
import { fleetFields, fleetOut } from "./fleet-schema.ts";

const texts = messages("border.wind", {
  unnamed: {
    en: "{percent} % of the {total} MW exported have no published destination and are in no sum.",
    zh: "出口的 {total} MW 中有 {percent} % 没有公布目的地，未计入任何合计。",
  },
});

export const avoidedWind = defineTool({
  name: "avoided.wind",
  title: { en: "Emissions avoided by China's exports of wind turbines", zh: "中国风电机组出口的避免排放" },
  summary: {
    en: "Exported turbines by published destination: electricity displaced over their life by the grid of each, beside the emissions of making them and what was announced.",
    zh: "出口风电机组按公布的目的地：寿期内替代各目的地电网的电力排放，与制造排放及公布值并列。",
  },
  input: z.object({
    ...fleetFields,
    measure: z.enum(windMeasures).default("annual").describe("Shipped in the year, or all until its end"),
    turbine: z
      .string()
      .max(60)
      .default("4.5MW_h_110_cf_0.35")
      .describe("Inventory that making emissions are computed from, if they are not given"),
  }),
  output: z.object({ ...fleetOut, total_MW: numberIn("MW").describe("With and without a published destination") }),
  formula: "Σ_d Σ_y 8760 P_d c_d (1 − l)(1 − d)^y g_d,y − e Σ_d P_d",
  assumptions: [
    ...avoidedAssumptions,
    "Only destinations with a published share are counted; capacity is handed over, not yet running.",
    "Making emissions of the inventory are of a modelled onshore turbine in Spain, from materials to end of life.",
  ],
  references: [
    "WBCSD (2023), Guidance on Avoided Emissions: baseline less solution, with a baseline of each year.",
    "China Wind Energy Association (2025), 2024 China Wind Power Hoisting Capacity Statistical Briefing, as reported in the press.",
    "IFI Technical Working Group, UNFCCC (2021), Harmonized IFI Default Grid Factors 2021 v3.1: combined margin for intermittent electricity.",
  ],
  datasets: [
    "china_wind_exports",
    ...gridDatasets,
    // The averages are read with those of China's provinces.
    "grid_factors_china",
    "panorama_announced",
    ...makingDatasets.wind,
  ],
  async run({ measure, turbine, ...request }, work, read) {
    const { shipments, total_MW } = await windShipments(request.year, measure, read);
    const given = await assumptionsOf(request, illustrative.wind, () => turbineMaking(turbine, read, work));
    const grids = await destinationGrids(request.grid, request.year, read);
    const { fleet } = await avoidedByFleet(request, shipments, grids, given, read);
    const named = shipments.reduce((sum, { capacity_MW }) => sum + capacity_MW, 0);
    const percent = Math.round(1000 * (1 - named / total_MW)) / 10;
    const notes = percent > 0 ? [...fleet.notes, texts.unnamed({ percent, total: total_MW })] : fleet.notes;
    return { ...fleet, notes, total_MW };
  },
});
