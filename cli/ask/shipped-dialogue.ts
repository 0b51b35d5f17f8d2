import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Dialogue, openDialogue } from "../../kernel/dialogue/dialogue.ts";
import { NodeAgentHost } from "../../kernel/headless/node-agent-host.ts";
import type { DatasetEntry } from "../../kernel/services/catalogue.ts";
import { root } from "../installation/root.ts";
import { shippedDatasets } from "../serve/shipped-datasets.ts";

/** The dialogue over the shipped datasets, in this thread. */
export async function openShippedDialogue(folder = join(root, "datasets")): Promise<Dialogue> {
  const { datasets } = JSON.parse(await readFile(join(folder, "catalogue.json"), "utf8")) as {
    datasets: readonly DatasetEntry[];
  };
  return openDialogue(new NodeAgentHost(shippedDatasets(folder)), datasets);
}
