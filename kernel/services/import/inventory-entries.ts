import { RecordBatchStreamWriter, Table } from "apache-arrow";
import type { ImportedInventory, InventoryFormat } from "../../../lib/exchange/lifecycle/inventory-format.ts";
import { importedInventoryNames } from "../../../lib/lifecycle/resource/dataset-names.ts";
import { inventoryColumns } from "../../../lib/lifecycle/resource/inventory-columns.ts";
import type { Message, Text } from "../../../lib/message/message.ts";
import { writeMessage } from "../../../lib/message/write.ts";
import type { DatasetEntry, ImportedInventoryMark, ImportOrigin } from "../catalogue.ts";
import { type Column, describedColumns, recordBatch } from "./arrow-columns.ts";
import type { StoredDataset } from "./imported-store.ts";
import { columnTexts, inventoryTexts } from "./inventory-texts.ts";

const titles: Readonly<Record<keyof typeof columnTexts, Text>> = {
  inventory: { en: "Inventory", zh: "清单" },
  activities: { en: "Activities", zh: "活动" },
  products: { en: "Products", zh: "产品" },
  flows: { en: "Elementary flows", zh: "基本流" },
  exchanges: { en: "Exchanges", zh: "交换" },
  details: { en: "Uncertainty and formulas of exchanges", zh: "交换的不确定性与公式" },
  parameters: { en: "Parameters", zh: "参数" },
  indicators: { en: "Impact indicators", zh: "影响评价指标" },
  factors: { en: "Characterisation factors", zh: "特征化因子" },
};

/** Datasets that are left out if they are empty. */
const optional: ReadonlySet<string> = new Set(["indicators", "factors"]);

/** Units of the columns that have one; other numbers are in the unit of their row's product or flow. */
const units: Readonly<Record<string, string>> = { mass: "kg", energy: "MJ", first_year: "yr", last_year: "yr" };

/**
 * The datasets of an imported inventory, each with its catalogue entry; `importedInventory` of the library reassembles them.
 * Their `imported.inventory` marks them as the user's own copy, which no page, build or link carries.
 */
export function inventoryEntries(
  { graph, title, licence: stated, notes, methods = [] }: ImportedInventory,
  format: Pick<InventoryFormat, "id" | "title">,
  name: string,
  origin: ImportOrigin,
): StoredDataset[] {
  const licence = stated ?? null;
  const names = importedInventoryNames(name);
  const tables = inventoryColumns(graph, { title, format: format.id, licence }, methods);
  const files = origin.files.map((file) => file.name).join(", ");
  const years = yearsOf(graph.activities);
  const inventory: ImportedInventoryMark = {
    name,
    format: format.id,
    activities: graph.activities.length,
    exchanges: graph.exchanges.count,
    title,
    licence,
  };
  const keys = (Object.keys(tables) as (keyof typeof tables)[]).filter(
    (key) => !optional.has(key) || Object.values(tables[key])[0]!.values.length > 0,
  );
  return keys.map((key) => {
    const texts: Readonly<Record<string, () => Message>> = columnTexts[key];
    const columns = Object.entries(tables[key]).map(
      ([column, given]): Column => ({
        ...given,
        name: column,
        unit: unitOf(key, column),
        description: texts[column]!(),
      }),
    );
    const described = describedColumns(columns);
    const summary = inventoryTexts.origin({ format: format.title.en, files, date: origin.at.slice(0, 10) });
    const terms = licence === null ? inventoryTexts.noLicence() : inventoryTexts.licence({ licence });
    const entry: DatasetEntry = {
      name: names[key],
      title: `${titles[key].en}, ${name}`,
      title_zh: `${titles[key].zh}，${name}`,
      summary: writeMessage(summary),
      kind: "lifecycle",
      file: `${names[key]}.arrow`,
      format: "arrow",
      rows: columns[0]!.values.length,
      bytes: 0,
      sha256: "",
      columns: described.columns,
      years,
      vintage: name,
      publisher: title,
      citation: `${title}, as imported; see the publisher's terms.`,
      licence: writeMessage(terms),
      licence_url: null,
      licence_confirmed: false,
      source: origin.files.map((file) => `${file.name} (SHA-256 ${file.sha256})`).join(", "),
      imported: { ...origin, inventory },
      traps: notes.map((note) => writeMessage(note)),
      said: { summary, licence: terms, columns: described.said, traps: notes },
      share_alike: false,
    };
    return {
      entry,
      parts: () => {
        const { schema, batch } = recordBatch(columns);
        return RecordBatchStreamWriter.writeAll(new Table(schema, [batch]));
      },
    };
  });
}

function unitOf(table: keyof typeof columnTexts, column: string): Column["unit"] {
  if ((table === "exchanges" && column === "amount") || (table === "parameters" && column === "value"))
    return inventoryTexts.ofRow();
  if (table === "factors" && column === "value") return inventoryTexts.ofIndicator();
  return table === "details" || table === "activities" ? (units[column] ?? "none") : "none";
}

/** The first and the last year of any activity; null if none names one. */
function yearsOf(activities: readonly { readonly years: readonly [number, number] | null }[]): [number, number] | null {
  let span: [number, number] | null = null;
  for (const { years } of activities)
    if (years) span = [Math.min(years[0], span?.[0] ?? years[0]), Math.max(years[1], span?.[1] ?? years[1])];
  return span;
}
