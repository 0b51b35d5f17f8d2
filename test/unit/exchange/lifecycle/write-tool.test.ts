import { describe, expect, it } from "vitest";
import { openFiles } from "../../../../kernel/services/import/file-source.ts";
import { inventoryFormatOf } from "../../../../lib/exchange/lifecycle/formats.ts";
import { writtenFormats } from "../../../../lib/exchange/lifecycle/writers.ts";
import { lifecycleWrite } from "../../../../lib/exchange/tools/write-inventory.ts";
import type { ExchangeGraph } from "../../../../lib/lifecycle/graph/exchange-graph.ts";
import type { InventoryAbout } from "../../../../lib/lifecycle/resource/inventory-columns.ts";
import { OpenedInventory } from "../../../../lib/lifecycle/resource/opened-inventory.ts";
import type { Sentence } from "../../../../lib/message/message.ts";
import { writeMessage } from "../../../../lib/message/write.ts";
import { uninterrupted } from "../../../../lib/numeric/work.ts";
import { callToolOver } from "../../../../lib/tool/call.ts";
import { emits, makes, shortGraph, takes } from "../../lifecycle/graph-of.ts";
import { zipped } from "./source.ts";

const inventory = shortGraph({
  mill: [makes("flour", 1), takes("power", 0.5), emits("CO2", 0.1)],
  plant: [makes("power", 1), emits("CO2", 0.3)],
});
const files: Record<string, string> = { brightway: "x.xlsx", simapro: "", default: "x.zip" };

interface Written {
  readonly files: readonly { readonly path: string; readonly text: string }[];
  readonly notes: readonly Sentence[];
}

async function write(graph: ExchangeGraph, format: string, about: InventoryAbout | null = null): Promise<Written> {
  const opened = { inventory: new OpenedInventory(graph, {}, [], { imported: about }) };
  return (await callToolOver(lifecycleWrite, opened, { format, title: "Made up" }, uninterrupted)) as Written;
}

describe("lifecycle.write", () => {
  it.each(writtenFormats)("writes what the reader of %s recognises and reads", async (format) => {
    const { files: written, notes } = await write(inventory, format);
    expect(notes.filter((note) => writeMessage(note).includes("imported"))).toEqual([]);
    const packed = zipped(written.map(({ path, text }) => [path, text] as const));
    const name = files[format] ?? files.default!;
    const picked =
      name === ""
        ? written.map(({ path, text }) => new File([text], path))
        : [new File([Uint8Array.from(packed)], name)];
    const source = await openFiles(picked);
    const { graph } = await (await inventoryFormatOf(source))!.read(source, uninterrupted);
    expect(graph.activities.map((activity) => activity.name).sort()).toEqual(["mill", "plant"]);
    expect(graph.exchanges.count).toBe(inventory.exchanges.count);
  });

  it("says of an imported inventory that its licence decides whether its files may be passed on", async () => {
    const { notes } = await write(inventory, "olca", { title: "Big", format: "ecospold2", licence: null });
    expect(writeMessage(notes[0]!)).toContain("hold the imported inventory “Big” (licence not stated in its files)");
  });

  it("refuses more than fits into memory at once", async () => {
    const many = { ...inventory, exchanges: { ...inventory.exchanges, count: 250_001 } };
    await expect(write(many, "olca")).rejects.toThrow("has 250001 exchanges");
  });
});
