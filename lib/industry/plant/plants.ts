import { messages } from "../../message/message.ts";
import { IndustryError } from "../industry-error.ts";
import { aluminiumSmelter } from "./aluminium.ts";
import { electrolyticAmmonia, gasAmmonia } from "./ammonia.ts";
import { cementPlant, oxyfuelCementPlant } from "./cement.ts";
import { electrolyticMethanol } from "./methanol.ts";
import type { PlantKind } from "./plant.ts";
import { blastFurnaceSteel, gasReducedSteel, hydrogenReducedSteel, scrapSteel } from "./steel.ts";

const said = messages("industry.plants", {
  unknown: {
    en: "There is no plant {plant}. There are {known:and}.",
    zh: "没有名为 {plant} 的工厂。可用的有 {known:and}。",
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
    oxyfuelCementPlant,
    aluminiumSmelter,
    gasAmmonia,
    electrolyticAmmonia,
    electrolyticMethanol,
  ].map((plant) => [plant.name, plant]),
);

/** Throws IndustryError naming the plants. */
export function plantNamed(name: string): PlantKind {
  const found = plants.get(name);
  if (!found)
    throw new IndustryError(
      "plant",
      said.unknown({ plant: name, known: [...plants.keys()].map((each) => `"${each}"`) }),
    );
  return found;
}
