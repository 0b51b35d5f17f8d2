import { common, copiedTable } from "./copied-table.ts";
import type { CountryKey } from "./countries.ts";
import type { TableDataset } from "./dataset.ts";
import type { Figures } from "./figures.ts";

const areaTrap = "Filter area_type = 'country' before summing: former states are rows too.";
const chinaTrap = "China is the mainland; Hong Kong, Macao and Taiwan are apart.";

/** Animals, fertiliser, crops and wood by country: activity data of agriculture and of harvested wood. */
export async function buildLandActivity(figures: Figures, countries: CountryKey): Promise<TableDataset[]> {
  return Promise.all([
    copiedTable(figures, countries, {
      of: "fao_livestock",
      name: "livestock_countries",
      title: "Farm animals by country, {years} (FAO)",
      title_zh: "各国牲畜存栏数，{years}年（联合国粮农组织）",
      kind: "production",
      summary: "Stocks of animals by species, milk animals among them, and beehives.",
      columns: {
        ...common,
        item: { type: "label", description: "Species; Dairy cattle, Milk buffalo and the like are part of the stock" },
        kind: { type: "label", description: "stock, milk_animals or beehives" },
        head: { type: "float64", unit: "head", description: "Number; hives for bees" },
      },
      traps: [
        areaTrap,
        "Milk animals are counted again in the stock: other cattle = Cattle − Dairy cattle.",
        "Gaps were filled and dissolved states split by gcamfaostat; its flags are not kept.",
        chinaTrap,
        "Counts at the end or in the middle of the year, by country.",
      ],
    }),
    copiedTable(figures, countries, {
      of: "fao_nitrogen_fertiliser",
      name: "nitrogen_fertiliser_countries",
      title: "Nitrogen fertiliser by country, {years} (FAO)",
      title_zh: "各国氮肥使用量与产量，{years}年（联合国粮农组织）",
      kind: "production",
      summary: "Synthetic nitrogen used in agriculture, and produced.",
      columns: {
        ...common,
        flow: { type: "label", description: "use (agricultural) or production" },
        n_t: { type: "float64", unit: "t N", description: "Nitrogen" },
      },
      traps: [
        areaTrap,
        "Tonnes of nitrogen, not of the product.",
        "gcamfaostat fills gaps by straight lines: a value such as 2727.27 is interpolated.",
        chinaTrap,
      ],
    }),
    copiedTable(figures, countries, {
      of: "fao_rice_area",
      name: "rice_countries",
      title: "Rice by country: yield, production and harvested area, {years}",
      title_zh: "各国水稻单产、产量和收获面积，{years}年",
      kind: "production",
      summary: "Paddy yield to the last year; production and the area that follows from both end in 2009.",
      columns: {
        iso3: common.iso3,
        year: common.year,
        yield_t_per_ha: { type: "float64", unit: "t/ha", description: "Yield of paddy" },
        production_kt: { type: "float64", unit: "kt", description: "Production of paddy, to 2009" },
        harvested_area_kha: { type: "float64", unit: "1000 ha", description: "Production / yield, to 2009" },
      },
      traps: [
        "The area is derived, not reported, and ends in 2009.",
        "A field that bears twice a year counts twice, as the method per harvest wants; water regime and days are not given.",
      ],
    }),
    copiedTable(figures, countries, {
      of: "fao_cropland",
      name: "cropland_countries",
      title: "Arable land by country, {years} (FAO)",
      title_zh: "各国耕地面积，{years}年（联合国粮农组织）",
      kind: "production",
      summary: "Arable land, temporary crops and temporary fallow.",
      columns: {
        ...common,
        item: { type: "label", description: "Arable land, Temporary crops or Temporary fallow" },
        area_kha: { type: "float64", unit: "1000 ha", description: "Area" },
      },
      traps: [
        areaTrap,
        "Arable land = temporary crops + fallow + temporary meadows: do not add the three. Permanent crops and pasture are not here.",
        chinaTrap,
      ],
    }),
    copiedTable(figures, countries, {
      of: "fao_crop_animal_production",
      name: "crop_production_countries",
      title: "Crops and animal products by country, {years} (FAO)",
      title_zh: "各国农作物与畜产品产量，{years}年（联合国粮农组织）",
      kind: "production",
      summary: "Production by commodity of the food balance.",
      columns: {
        ...common,
        item: { type: "label", description: "FAO commodity" },
        production_kt: { type: "float64", unit: "kt", description: "Production" },
      },
      traps: [
        areaTrap,
        "Ends in 2009, by the old method of the food balance. Rice is paddy.",
        "Raw sugar, brans, beer and the like are made of other items: adding items counts twice.",
        "Rows of zero were left out.",
        chinaTrap,
      ],
    }),
    copiedTable(figures, countries, {
      of: "fao_wood_products",
      name: "wood_products_countries",
      title: "Wood products by country, {years} (FAO)",
      title_zh: "各国木材产品产量与贸易量，{years}年（联合国粮农组织）",
      kind: "production",
      summary: "Production, import and export of wood products, for harvested wood.",
      columns: {
        ...common,
        item: { type: "label", description: "Product" },
        flow: { type: "label", description: "production, import or export" },
        quantity: { type: "float64", unit: "in the column unit", description: "Quantity" },
        unit: { type: "label", description: "m3 or t" },
      },
      traps: [
        areaTrap,
        "Trade was balanced over the world by gcamfaostat: single imports and exports differ from FAOSTAT.",
        "Rows of zero were left out. Fuelwood is not here. The method for harvested wood needs years from 1961 on.",
        chinaTrap,
      ],
    }),
  ]);
}
