import type { ExchangeGraph } from "../../lifecycle/graph/exchange-graph.ts";
import type { Message } from "../../message/message.ts";
import { writeBrightway } from "./brightway-writer.ts";
import type { InventoryWriter, WrittenFile, WrittenInventory } from "./inventory-format.ts";
import { writeOlca } from "./olca-writer.ts";
import { writeSimapro } from "./simapro-writer.ts";
import { writeEcospold1 } from "./write-ecospold1.ts";
import { writeEcospold2 } from "./write-ecospold2.ts";
import { writeIlcd } from "./write-ilcd.ts";

/** The formats that can be written. */
export const writtenFormats = ["olca", "ecospold2", "ecospold1", "ilcd", "brightway", "simapro"] as const;
export type WrittenFormat = (typeof writtenFormats)[number];

/** Writes an inventory file by file in each format; returns what the format could not hold. */
export const inventoryWriters: Readonly<Record<WrittenFormat, InventoryWriter>> = {
  olca: (graph) => eachOf(writeOlca(graph)),
  ecospold2: writeEcospold2,
  ecospold1: writeEcospold1,
  ilcd: writeIlcd,
  brightway: (graph: ExchangeGraph, title: string) => eachOf(writeBrightway(graph, title)),
  simapro: (graph: ExchangeGraph, title: string) => eachOf(writeSimapro(graph, { project: title })),
};

function* eachOf({ files, notes }: WrittenInventory): Generator<WrittenFile, readonly Message[], undefined> {
  for (const [path, text] of files) yield { path, text };
  return notes;
}
