import { industryOperation } from "./tools/operation.ts";
import { industryOperations } from "./tools/operations.ts";
import { industryPlant } from "./tools/plant.ts";
import { industryPlants } from "./tools/plants.ts";

/** Plants: unit operations, flowsheets, balances and plans. */
export const industry = {
  operation: industryOperation,
  operations: industryOperations,
  plant: industryPlant,
  plants: industryPlants,
};
