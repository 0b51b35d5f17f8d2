import { messages } from "../../message/message.ts";
import { IndustryError } from "../industry-error.ts";
import { prebakeAluminium, soderbergAluminium } from "./aluminium.ts";
import { gasAmmonia, gasUrea } from "./ammonia.ts";
import { cementPlant, oxyfuelCementPlant } from "./cement.ts";
import { electrolyticAmmonia } from "./electrolytic-ammonia.ts";
import { ethaneEthylene } from "./ethylene.ts";
import { containerGlass, flatGlass } from "./glass.ts";
import { electricMethanol, gasMethanol } from "./methanol.ts";
import { kraftPaper } from "./paper.ts";
import type { PlantKind } from "./plant.ts";
import { biomassPower, coalPower, gasHeatAndPower, gasPower } from "./power.ts";
import { refinery } from "./refinery.ts";
import { blastFurnaceSteel, gasReducedSteel, hydrogenReducedSteel, scrapSteel } from "./steel.ts";

const texts = messages("industry.plants", {
  unknown: {
    en: "There is no plant {plant}. There are {known:and}.",
    zh: "没有名为 {plant} 的工厂。可用的有 {known:and}。",
  },
  electricity: {
    en: "{plant} makes electricity, which is not counted in tonnes. Call industry.powerPlant.",
    zh: "{plant} 的产品是电，不以吨计。请调用 industry.powerPlant。",
  },
  notElectricity: {
    en: "{plant} does not make electricity. Call industry.plant.",
    zh: "{plant} 的产品不是电。请调用 industry.plant。",
  },
});

/** The plants that ship, by name. */
export const plants: ReadonlyMap<string, PlantKind> = new Map(
  [
    blastFurnaceSteel,
    scrapSteel,
    gasReducedSteel,
    hydrogenReducedSteel,
    cementPlant,
    prebakeAluminium,
    soderbergAluminium,
    oxyfuelCementPlant,
    gasAmmonia,
    electrolyticAmmonia,
    gasUrea,
    gasMethanol,
    electricMethanol,
    ethaneEthylene,
    flatGlass,
    containerGlass,
    kraftPaper,
    refinery,
    coalPower,
    gasPower,
    biomassPower,
    gasHeatAndPower,
  ].map((plant) => [plant.name, plant]),
);

/** Throws IndustryError naming the plants, or if the plant makes what is not asked for: `mass` or `electricity`. */
export function plantNamed(name: string, makes?: PlantKind["makes"]): PlantKind {
  const found = plants.get(name);
  if (!found)
    throw new IndustryError(
      "plant",
      texts.unknown({ plant: name, known: [...plants.keys()].map((each) => `"${each}"`) }),
    );
  if (makes !== undefined && found.makes !== makes)
    throw new IndustryError(
      "plant",
      makes === "mass" ? texts.electricity({ plant: name }) : texts.notElectricity({ plant: name }),
    );
  return found;
}
