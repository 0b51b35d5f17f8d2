import { lifecyclePact } from "./tools/pact.ts";
import { lifecycleReadPact } from "./tools/read-pact.ts";

/** Product footprints as documents that companies exchange. */
export const footprintDocuments = {
  pact: lifecyclePact,
  readPact: lifecycleReadPact,
};
