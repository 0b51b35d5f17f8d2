import { z } from "zod";
import type { ExchangeGraph } from "../../lifecycle/graph/exchange-graph.ts";
import type { ImpactMethod } from "../../lifecycle/impact/impact-method.ts";
import type { Message, Text } from "../../message/message.ts";
import type { Work } from "../../numeric/work.ts";
import type { ResultOf } from "../../tool/shape.ts";
import type { SourceFiles } from "../mrio/source-files.ts";

/** An inventory read from files in one format. */
export interface ImportedInventory {
  readonly graph: ExchangeGraph;
  readonly title: string;
  /** Terms of use, as the files state them; absent if they state none. */
  readonly licence?: string;
  /** The impact methods of the files; the inventory may then be empty. */
  readonly methods?: readonly ImpactMethod[];
  /** What was not read, or was read otherwise than written. */
  readonly notes: readonly Message[];
}

/** A format in which inventories are exchanged. */
export interface InventoryFormat {
  readonly id: string;
  readonly title: Text;
  /** Whether the files are of this format, by their names or by how the first of them begin. */
  recognises(source: SourceFiles): Promise<boolean>;
  /** Reads the files one after the other. Throws ImportError or LifecycleError. */
  read(source: SourceFiles, work: Work): Promise<ImportedInventory>;
}

/** One file of a written inventory. */
export const writtenFileShape = z.object({
  path: z.string(),
  text: z.string(),
});
export type WrittenFile = ResultOf<typeof writtenFileShape>;

/** Writes an inventory file by file, so that a large one is never in memory as text; returns what the format could not hold. */
export type InventoryWriter = (
  graph: ExchangeGraph,
  title: string,
) => Generator<WrittenFile, readonly Message[], undefined>;

/** The files of a written inventory, by path, and what the format could not hold. */
export interface WrittenInventory {
  readonly files: ReadonlyMap<string, string>;
  readonly notes: readonly Message[];
}

/** The first characters of a file, at most `length`. */
export async function openingOf(source: SourceFiles, path: string, length = 4096): Promise<string> {
  let text = "";
  for await (const chunk of source.open(path, undefined, "marked")) {
    text += chunk;
    if (text.length >= length) break;
  }
  return text.slice(0, length);
}
