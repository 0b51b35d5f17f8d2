import { Table, tableToIPC } from "apache-arrow";
import { importedInventoriesDataset } from "../../../lib/lifecycle/resource/dataset-names.ts";
import { messages } from "../../../lib/message/message.ts";
import { writeMessage } from "../../../lib/message/write.ts";
import { sha256OfText } from "../../values/sha-256.ts";
import type { DatasetEntry, ImportedInventoryMark } from "../catalogue.ts";
import { type Column, describedColumns, recordBatch } from "./arrow-columns.ts";

const texts = messages("imported.list", {
  summary: {
    en: "The life-cycle inventories that were imported into this browser: lifecycle.inventory opens one by its name.",
    zh: "已导入此浏览器的生命周期清单：可用 lifecycle.inventory 按名称打开。",
  },
  licence: { en: "see the column licence", zh: "见 licence 列" },
  name: { en: "Name by which it is opened", zh: "打开时所用的名称" },
  title: { en: "Title", zh: "标题" },
  format: { en: "Format of its files", zh: "文件格式" },
  terms: { en: "Terms of use, as its files state them", zh: "文件所述的使用条款" },
  activities: { en: "Number of activities", zh: "活动数" },
  exchanges: { en: "Number of exchanges", zh: "交换数" },
});

/** The list of imported inventories as a dataset. `marks` has one for each of their datasets. */
export function inventoryList(marks: readonly ImportedInventoryMark[]): {
  entry: DatasetEntry;
  bytes(): Uint8Array<ArrayBuffer>;
} {
  const inventories = [...new Map(marks.map((mark) => [mark.name, mark])).values()];
  const fields = ["name", "title", "format", "licence", "activities", "exchanges"] as const;
  const columns = fields.map(
    (name): Column => ({
      name,
      unit: "none",
      description: name === "licence" ? texts.terms() : texts[name](),
      type: name === "activities" || name === "exchanges" ? "integer" : "text",
      values: inventories.map((inventory) => inventory[name]),
    }),
  );
  const described = describedColumns(columns);
  const [summary, licence] = [texts.summary(), texts.licence()];
  return {
    entry: {
      name: importedInventoriesDataset,
      title: "Imported life-cycle inventories",
      title_zh: "导入的生命周期清单",
      summary: writeMessage(summary),
      kind: "lifecycle",
      file: `${importedInventoriesDataset}.arrow`,
      format: "arrow",
      rows: inventories.length,
      bytes: 0,
      sha256: sha256OfText(JSON.stringify(inventories)),
      columns: described.columns,
      years: null,
      vintage: "",
      publisher: "",
      citation: "",
      licence: writeMessage(licence),
      licence_url: null,
      licence_confirmed: false,
      source: "",
      traps: [],
      said: { summary, licence, columns: described.said, traps: [] },
      share_alike: false,
    },
    bytes: () => {
      const { schema, batch } = recordBatch(columns);
      return Uint8Array.from(tableToIPC(new Table(schema, [batch]), "stream"));
    },
  };
}
