import type { Attachment } from "../../../kernel/services/attachment.ts";
import type { DatasetEntry } from "../../../kernel/services/catalogue.ts";
import { sqlName } from "../../../lib/files/sqlite/sql-name.ts";
import type { TableReading } from "../../../lib/files/table/table-reading.ts";
import type { Selection } from "../../../lib/tool/selection.ts";

/** Cells that start from a dataset. */

const shownColumns = 8;

/** An SQL cell that shows the first rows: of wide tables and the user's own by `*`, of others with their columns listed for editing. */
export function sqlCellFor(entry: DatasetEntry): string {
  const names = entry.own ? [] : entry.columns.map(({ name }) => quoteName(name));
  const columns = names.length === 0 || names.length > shownColumns ? "*" : names.join(", ");
  return `select ${columns}\nfrom ${quoteName(entry.name)}\nlimit 100`;
}

/** An SQL cell that shows the rows of a dataset on which a result depends. */
export function rowsCellFor({ dataset, where }: Selection): string {
  return `select *\nfrom ${quoteName(dataset)}${where && `\nwhere ${where}`}`;
}

/**
 * A JavaScript cell that loads the dataset under a name that is free in the notebook.
 * @param reading how the file of an own table is read, if the table is all that it holds
 */
export function jsCellFor(entry: DatasetEntry, taken: ReadonlySet<string>, reading?: TableReading): string {
  const name = freeName(variableFor(entry.name), taken);
  const method = entry.own && reading && methodFor(reading);
  if (method) return `const ${name} = await FileAttachment(${JSON.stringify(entry.own?.file)}).${method};`;
  return `const ${name} = await datasets.load(${JSON.stringify(entry.name)});`;
}

/** The method of a FileAttachment that reads a file in this way; null for a file that only the table's name reads so. */
function methodFor({ format, encoding, delimiter, decimal, header, skip = 0 }: TableReading): string | null {
  switch (format) {
    case "arrow":
      return "arrow()";
    case "parquet":
      return "parquet()";
    case "delimited": {
      const isPlain = encoding === "utf-8" && decimal !== "," && header !== false && skip === 0;
      if (!isPlain) return null;
      return delimiter === "," ? "csv({typed: true})" : delimiter === "\t" ? "tsv({typed: true})" : null;
    }
    default:
      return null;
  }
}

/** A JavaScript cell that reads a file of the notebook: a picture is shown, of others the bytes are read. */
export function fileCellFor(
  { name, mimeType }: Pick<Attachment, "name" | "mimeType">,
  taken: ReadonlySet<string>,
): string {
  const file = `FileAttachment(${JSON.stringify(name)})`;
  if (mimeType.startsWith("image/")) return `display(await ${file}.image());`;
  const method = mimeType.startsWith("text/") ? "text()" : /json$/.test(mimeType) ? "json()" : "arrayBuffer()";
  return `const ${freeName(variableFor(name.replace(/\.[^.]+$/, "")), taken)} = await ${file}.${method};`;
}

/** Whether the dataset is a table that SQL can query; a map is not. */
export function isTable(entry: DatasetEntry): boolean {
  return entry.format === "arrow";
}

const reserved =
  /^(all|and|as|asc|between|case|desc|distinct|end|from|group|in|is|join|limit|not|null|on|or|order|select|table|then|to|union|using|when|where|with)$/i;

/** A name as SQL writes it. */
export function quoteName(name: string): string {
  return /^[a-z_][a-z0-9_]*$/i.test(name) && !reserved.test(name) ? name : sqlName(name);
}

/** `mrio_flows_2011` → `mrioFlows2011`. */
function variableFor(name: string): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const joined = words.map((word, i) => (i === 0 ? lowerFirst(word) : word[0]?.toUpperCase() + word.slice(1))).join("");
  return /^[\p{L}_$]/u.test(joined) ? joined : `data${joined}`;
}

function lowerFirst(word: string): string {
  return word.slice(0, 1).toLowerCase() + word.slice(1);
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  for (let i = 1; ; i++) {
    const candidate = i === 1 ? name : `${name}${i}`;
    if (!taken.has(candidate)) return candidate;
  }
}
