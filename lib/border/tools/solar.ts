import { z } from "zod";
import { messages } from "../../message/message.ts";
import { defineTool } from "../../tool/tool.ts";
import { numberIn } from "../../tool/unit.ts";
import { illustrative } from "../avoided/assumption.ts";
import { destinationGrids, gridDatasets } from "../avoided/destination-grids.ts";
import { assumptionsOf, avoidedByFleet } from "../avoided/fleet-account.ts";
import { makingDatasets, panelMaking } from "../avoided/making.ts";
import { solarProducts, solarShipments } from "../avoided/shipments.ts";
import { BorderError } from "../border-error.ts";
import { avoidedAssumptions, tonnes } from "./avoided-schema.ts";
import { fleetFields, fleetOut } from "./fleet-schema.ts";

const texts = messages("border.solar", {
  noMaking: {
    en: "Give embodied_t_MW, the emissions of making, or area_m2_kW, the area of panel per kW, with which they are computed from the inventory of a square metre.",
    zh: "请给出制造排放 embodied_t_MW，或每千瓦组件面积 area_m2_kW（据此由每平方米的清单计算）。",
  },
  incomplete: {
    en: "{year} has exports of {count} months only.",
    zh: "{year} 年只有 {count} 个月的出口数据。",
  },
  notPanels: {
    en: "{product} become panels elsewhere: do not add this result to that of panels.",
    zh: "{product} 在别处制成组件，不应与组件的结果相加。",
  },
});

export const avoidedSolar = defineTool({
  name: "avoided.solar",
  title: { en: "Emissions avoided by China's exports of solar panels", zh: "中国光伏组件出口的避免排放" },
  summary: {
    en: "Exported panels of a year by destination and month: electricity displaced over their life by the grid of each destination, beside the emissions of making them and what was announced.",
    zh: "某年出口组件按目的地与月份：寿期内替代各目的地电网的电力排放，与制造排放及公布值并列。",
  },
  input: z.object({
    ...fleetFields,
    product: z.enum(solarProducts).default("panels"),
    area_m2_kW: numberIn("m2/kW")
      .positive()
      .optional()
      .describe("Area of panel per kW of peak power, for making emissions from the inventory of a square metre"),
  }),
  output: z.object({
    ...fleetOut,
    byMonth: z.array(
      z.object({
        month: z.int().describe("1 to 12"),
        capacity_MW: numberIn("MW"),
        baseline_t: numberIn(tonnes).describe("Over the life of what was shipped in the month"),
        embodied_t: numberIn(tonnes),
        firstYear_t: numberIn(tonnes),
      }),
    ),
  }),
  formula: "Σ_d Σ_y 8760 P_d c_d (1 − l)(1 − d)^y g_d,y − e Σ_d P_d",
  assumptions: [
    ...avoidedAssumptions,
    "Destinations of shipments are where the panels are put up; cells and wafers are another product, of which panels are made elsewhere.",
    "Making emissions of the inventory are of panels of single-crystalline silicon from China, without inverter, mounting and installation.",
  ],
  references: [
    "WBCSD (2023), Guidance on Avoided Emissions: baseline less solution, with a baseline of each year.",
    "Ember (2025), China solar PV exports explorer; Ember (2025), Yearly Electricity Data.",
    "IFI Technical Working Group, UNFCCC (2021), Harmonized IFI Default Grid Factors 2021 v3.1: combined margin for intermittent electricity.",
  ],
  datasets: [
    "solar_exports_china_monthly",
    ...gridDatasets,
    // The averages are read with those of China's provinces.
    "grid_factors_china",
    "panorama_announced",
    ...makingDatasets.solar,
  ],
  async run({ product, area_m2_kW, ...request }, work, read) {
    const shipments = await solarShipments(request.year, product, read);
    const given = await assumptionsOf(request, illustrative.solar, () => {
      if (area_m2_kW === undefined) throw new BorderError("embodied_t_MW", texts.noMaking());
      return panelMaking(area_m2_kW, read, work);
    });
    const grids = await destinationGrids(request.grid, request.year, read);
    const { fleet, months } = await avoidedByFleet(request, shipments, grids, given, read);
    const count = new Set(shipments.map(({ month }) => month)).size;
    const notes = [
      ...fleet.notes,
      ...(count < 12 ? [texts.incomplete({ year: request.year, count })] : []),
      ...(product === "panels" ? [] : [texts.notPanels({ product })]),
    ];
    return { ...fleet, notes, byMonth: [...months] };
  },
});
