import type { DatasetEntry } from "../../kernel/services/catalogue.ts";
import { editionDate } from "../../kernel/services/edition.ts";
import { longAge, shortAge } from "./edition.ts";

/** One line per dataset: name, rows, years, date and age of the edition, licence, title. */
export function listDatasets(entries: readonly DatasetEntry[], today: Date): string {
  const rows = entries.map((entry) => {
    const { name, rows: count, format, years, licence, title } = entry;
    return [
      name,
      format === "arrow" ? String(count) : "map",
      years ? (years[0] === years[1] ? String(years[0]) : `${years[0]}–${years[1]}`) : "",
      editionDate(entry.vintage)?.date ?? "",
      shortAge(entry, today),
      licence,
      title,
    ];
  });
  return align([["name", "rows", "years", "edition", "age", "licence", "title"], ...rows]);
}

/** The catalogue's whole entry of a dataset, and how old its edition is. */
export function describeDataset(entry: DatasetEntry, today: Date): string {
  const { name, title, title_zh, summary, kind, format, rows, years, columns, traps } = entry;
  const facts: [string, string][] = [
    ["title", `${title} (${title_zh})`],
    ["kind", kind],
    ["rows", format === "arrow" ? String(rows) : "none: it is a map"],
    ["years", years ? `${years[0]} to ${years[1]}` : ""],
    ["publisher", entry.publisher],
    ["edition", entry.vintage],
    ["age", longAge(entry, today)],
    ["licence", entry.licence + (entry.licence_url ? `, ${entry.licence_url}` : "")],
    ["notice", entry.notice ? `${entry.notice} must accompany every copy` : ""],
    ["cite as", entry.citation],
    ["source", entry.source],
    ["file", `${entry.file}, ${entry.bytes} bytes, SHA-256 ${entry.sha256}`],
  ];
  const shown = align(facts.filter(([, value]) => value !== ""));
  const table = align([
    ["column", "type", "unit", "what"],
    ...columns.map((column) => [column.name, column.type, column.unit, column.description]),
  ]);
  const known = traps.length > 0 ? `\nTraps:\n${traps.map((trap) => `- ${trap}\n`).join("")}` : "";
  return `${name}\n${shown}${summary ? `\n${summary}\n` : ""}${columns.length > 0 ? `\n${table}` : ""}${known}`;
}

/** Rows of texts with aligned columns; the last column is not padded. */
function align(rows: readonly (readonly string[])[]): string {
  const count = rows[0]?.length ?? 0;
  const widths = Array.from({ length: count - 1 }, (_, i) => Math.max(...rows.map((row) => row[i]!.length)));
  return rows
    .map(
      (row) =>
        `${row
          .map((text, i) => text.padEnd(widths[i] ?? 0))
          .join("  ")
          .trimEnd()}\n`,
    )
    .join("");
}
