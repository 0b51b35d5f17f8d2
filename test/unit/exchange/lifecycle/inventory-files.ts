import type { InventoryWriter, WrittenFile } from "../../../../lib/exchange/lifecycle/inventory-format.ts";
import type { SourceFiles } from "../../../../lib/exchange/mrio/source-files.ts";
import type { ExchangeGraph } from "../../../../lib/lifecycle/graph/exchange-graph.ts";
import type { Message } from "../../../../lib/message/message.ts";

/** Files in memory, handed over in chunks that end at any place. */
export function filesOf(texts: Readonly<Record<string, string>>, chunk = 997): SourceFiles {
  return {
    paths: Object.keys(texts),
    async *open(path) {
      const text = texts[path]!;
      for (let at = 0; at < text.length; at += chunk) yield text.slice(at, at + chunk);
    },
  };
}

/** All files of a writer, by path, and its notes. */
export function writtenBy(
  write: InventoryWriter,
  graph: ExchangeGraph,
): { files: Record<string, string>; notes: readonly Message[] } {
  const files: Record<string, string> = {};
  const writing = write(graph, "Made-up inventory");
  for (;;) {
    const next: IteratorResult<WrittenFile, readonly Message[]> = writing.next();
    if (next.done) return { files, notes: next.value };
    files[next.value.path] = next.value.text;
  }
}
