import { z } from "zod";
import { LifecycleError } from "../../lifecycle/lifecycle-error.ts";
import { defineInventoryTool } from "../../lifecycle/tools/inventory-tool.ts";
import { messages } from "../../message/message.ts";
import { notesOut } from "../../tool/outcome.ts";
import { type WrittenFile, writtenFileShape } from "../lifecycle/inventory-format.ts";
import { inventoryWriters, writtenFormats } from "../lifecycle/writers.ts";

const texts = messages("exchange.write", {
  tooMany: {
    en: "The inventory has {exchanges} exchanges; at most {most} are written at once, because all files are held in memory. Write a part of it.",
    zh: "清单有 {exchanges} 个交换；所有文件都在内存中，一次至多写出 {most} 个。请只写出其中一部分。",
  },
  writing: { en: "writing the inventory", zh: "写出清单" },
  imported: {
    en: "These files hold the imported inventory “{title}” ({licence}). Pass them on only if its licence permits it.",
    zh: "这些文件含有导入的清单“{title}”（{licence}）。仅在其许可允许时才可转交他人。",
  },
  noLicence: { en: "licence not stated in its files", zh: "其文件未说明许可" },
});

/** Exchanges that are written at once: about 200 MB of text. */
const MOST = 250_000;
/** Files between two pauses. */
const BLOCK = 50;

export const lifecycleWrite = defineInventoryTool({
  name: "lifecycle.write",
  title: { en: "Inventory as files of another program", zh: "以其他程序的格式写出清单" },
  summary: {
    en: "Writes an inventory in a format of openLCA, EcoSpold, ILCD, Brightway or SimaPro: the texts of its files, and what the format cannot hold.",
    zh: "以 openLCA、EcoSpold、ILCD、Brightway 或 SimaPro 的格式写出清单：给出各文件的文本，以及格式无法容纳的内容。",
  },
  options: {
    title: z.string().min(1).max(200).describe("Name of the database or project"),
    format: z
      .enum(writtenFormats)
      .describe("Of olca and ilcd the ZIP archive of the files is imported; of brightway it is the workbook (.xlsx)"),
  },
  output: z.object({
    files: z.array(writtenFileShape),
    notes: notesOut,
  }),
  assumptions: ["The inventory is written as it is, before it is linked and allocated; rules have no effect."],
  references: [
    "openLCA JSON-LD (schema 2), EcoSpold 2 and 1, ILCD, the Excel format of Brightway, SimaPro CSV, as their publishers document them.",
  ],
  async over({ graph, imported }, { format, title }, work) {
    if (graph.exchanges.count > MOST)
      throw new LifecycleError("activities", texts.tooMany({ exchanges: graph.exchanges.count, most: MOST }));
    const writing = inventoryWriters[format](graph, title);
    const files: WrittenFile[] = [];
    let next = writing.next();
    for (; !next.done; next = writing.next()) {
      files.push(next.value);
      if (files.length % BLOCK !== 0) continue;
      work.progress(Math.min(1, files.length / graph.activities.length), texts.writing());
      await work.pause();
    }
    const notes = [...next.value];
    if (imported !== null)
      notes.unshift(texts.imported({ title: imported.title, licence: imported.licence ?? texts.noLicence() }));
    return { files, notes };
  },
});
