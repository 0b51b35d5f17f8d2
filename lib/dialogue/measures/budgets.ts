import type { Measure } from "./measure.ts";

const budgetSource = { en: "Global Carbon Budget 2025", zh: "全球碳收支2025版" };

function budgetTerm(id: string, column: string, en: string, zh: string, forms: string): Measure {
  return {
    id,
    label: { en, zh },
    forms,
    dataset: "carbon_budget_global",
    column,
    unit: "Gt C/yr",
    place: null,
    year: "year",
    kind: "flow",
    begins: 1959,
    is: { gas: ["CO2"], place: ["WORLD"], database: ["GCB", "GCB 2025"] },
    source: budgetSource,
    global: true,
  };
}

/** Terms of the global carbon budget. */
export const carbonBudget: readonly Measure[] = [
  budgetTerm(
    "ocean sink",
    "ocean_sink_gtc",
    "ocean sink",
    "海洋碳汇",
    "ocean|oceans|海里的|海洋的|海洋里|sea|seas|seawater|海洋|大海|海水|海|ocean sink|ocean carbon sink|ocean uptake|oceanic sink|sink of the ocean|sink of the oceans|carbon uptake of the ocean|absorbed by the ocean|absorbed by the oceans|taken up by the ocean|taken up by the oceans|ocean absorb|oceans absorb|uptake by the ocean|marine sink|s_ocean|海洋碳汇|海洋汇|海洋吸收|海洋碳吸收|海洋吸收量|海洋的吸收",
  ),
  budgetTerm(
    "land sink",
    "land_sink_gtc",
    "land sink",
    "陆地碳汇",
    "land|lands|on land|the one on land|陆地上|陆地上的|陆上|陆上的|陆地的|land surface|terrestrial ecosystems|terrestrial biosphere|biosphere|land plants|vegetation|forests and soils|vegetation and soils|vegetation and soils on land|plants and soils|plants and soil|soils and plants|trees and soils|植物和土壤|植物与土壤|森林与土壤|植被和土壤|forests and soils of the world|陆地|陆地生态系统|陆地生物圈|陆地植被|植被|森林和土壤|land sink|land carbon sink|terrestrial sink|terrestrial carbon sink|sink of the land|absorbed by land|absorbed by the land|taken up by land|taken up by the land|land uptake|terrestrial uptake|natural land sink|s_land|陆地碳汇|陆地汇|陆地吸收|陆地生态系统碳汇|陆地吸收量|陆地碳吸收",
  ),
  budgetTerm(
    "atmospheric growth",
    "atmospheric_growth_gtc",
    "growth of CO2 in the atmosphere",
    "大气CO2增长",
    "atmospheric growth|growth in the atmosphere|atmospheric growth rate|growth of atmospheric co2|atmospheric co2 growth|co2 growth rate|accumulated in the atmosphere|remained in the atmosphere|stayed in the atmosphere|pile up in the atmosphere|piled up in the atmosphere|大气中碳增加|大气中的碳增加|大气碳增加|g_atm|大气增长|大气co2增长|大气二氧化碳增长|大气增长率|留在大气中",
  ),
  budgetTerm(
    "cement carbonation",
    "cement_carbonation_gtc",
    "cement carbonation sink",
    "水泥碳化汇",
    "cement carbonation|carbonation|cement carbonation sink|carbonation sink|cement sink|水泥碳化|碳化|水泥碳化汇|水泥碳化吸收",
  ),
  budgetTerm(
    "budget imbalance",
    "imbalance_gtc",
    "budget imbalance",
    "收支不平衡项",
    "budget imbalance|imbalance|carbon imbalance|b_im|不平衡|不平衡项|收支不平衡|收支失衡",
  ),
  budgetTerm(
    "global land-use change",
    "land_use_change_gtc",
    "land-use change, global budget",
    "全球土地利用变化排放",
    "land use change|land use|land use emissions|land use change emissions|deforestation|土地利用变化|土地利用|土地利用排放|土地利用变化排放|global land use change emissions|global land use change|land use change in the global carbon budget|land use term|e_luc|全球土地利用变化排放|全球土地利用变化|碳收支中的土地利用变化",
  ),
  budgetTerm(
    "global fossil",
    "fossil_gtc",
    "fossil emissions, global budget",
    "全球化石排放",
    "fossil emissions in the carbon budget|fossil term|global fossil emissions in the budget|e_ff|碳收支中的化石排放|碳收支化石排放",
  ),
];
