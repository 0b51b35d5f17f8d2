import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openDialogue } from "../../../kernel/dialogue/dialogue.ts";
import { host } from "./shipped-host.ts";

const catalogue = join(import.meta.dirname, "../../../datasets/catalogue.json");

/** The dialogue over the shipped datasets, for all tests of a process: many of their questions call the same tools on the same tables. */
export const shippedDialogue = openDialogue(host, JSON.parse(readFileSync(catalogue, "utf8")).datasets);
