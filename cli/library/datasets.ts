/**
 * The datasets that ship with the package, for tools that read them in Node.
 *
 * @module
 */

import { readOnce } from "../../kernel/services/compute/read-dataset.ts";
import type { Read } from "../../lib/tool/read.ts";
import { shippedDatasets } from "../serve/shipped-datasets.ts";

/**
 * Gives the shipped datasets by name: `panorama.ladder(question, {read: shipped})`. Each is decoded once. Rejects with a
 * sentence for a name that the catalogue does not have.
 */
export const shipped: Read = readOnce(shippedDatasets());
