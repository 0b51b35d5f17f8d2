import { lifecyclePact } from "./tools/pact.ts";
import { lifecycleReadPact } from "./tools/read-pact.ts";
import { lifecycleWrite } from "./tools/write-inventory.ts";

/** Product footprints as documents that companies exchange. */
export const footprintDocuments = {
  pact: lifecyclePact,
  readPact: lifecycleReadPact,
};

/** Inventories as files of other programs. */
export const inventoryFiles = {
  write: lifecycleWrite,
};
