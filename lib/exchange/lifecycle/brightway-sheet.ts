import { messages } from "../../message/message.ts";
import { ImportError } from "../mrio/import-error.ts";
import { fieldsOf, linesOf } from "../mrio/lines.ts";
import { blockHeads } from "./brightway-columns.ts";

const texts = messages("lifecycle.brightway-sheet", {
  noLabel: {
    en: "column {column} of a table has no label, but a later one has. Give each column a label.",
    zh: "表的第 {column} 列没有标题，而其后的列有。请为每列写上标题。",
  },
  labelTwice: {
    en: 'the column "{label}" is there twice. Rename or delete one.',
    zh: "列“{label}”出现两次。请改名或删除其一。",
  },
  noName: {
    en: "the block {block} has no name in the second column.",
    zh: "{block} 块的第二列没有名称。",
  },
  twoTables: {
    en: 'the activity "{activity}" has two tables of {block}. Join them.',
    zh: "活动“{activity}”有两个 {block} 表。请合并。",
  },
  cutoff: {
    en: "beside {word}, the number of columns to be read was expected.",
    zh: "{word} 旁应为要读取的列数。",
  },
});

/** A cell of a row by its column's label; cells that are empty or "(Unknown)" are left out. */
export interface SheetRow {
  /** Number of the row in the sheet, from 1. */
  readonly row: number;
  readonly cells: ReadonlyMap<string, string>;
}

/** An activity of a sheet. */
export interface SheetActivity {
  /** The sheet, as "workbook.xlsx#Sheet". */
  readonly sheet: string;
  readonly row: number;
  readonly name: string;
  readonly fields: ReadonlyMap<string, string>;
  readonly parameters: readonly SheetRow[];
  /** Name of the group of its parameters, which activities may share; absent if it has none. */
  readonly group?: string;
  readonly exchanges: readonly SheetRow[];
}

/** What a sheet holds. */
export interface SheetBlocks {
  readonly databases: readonly { readonly sheet: string; readonly row: number; readonly name: string }[];
  /** Rows of project and of database parameters, each with its sheet. */
  readonly parameters: readonly (SheetRow & { readonly sheet: string })[];
  readonly activities: readonly SheetActivity[];
}

interface Line {
  readonly row: number;
  readonly cells: readonly string[];
}

/**
 * The blocks of a sheet in the layout of bw2io's ExcelImporter: "Database", "Project parameters", parametersHead and
 * "Activity", each beginning in the first column; an activity with its fields, its "Parameters" and its "Exchanges". A sheet
 * whose first cell is "skip" has none, "cutoff" beside a number says how many columns are read. Throws ImportError.
 */
export async function sheetBlocks(
  sheet: string,
  text: AsyncIterable<string>,
  separator: "\t" | "," = "\t",
): Promise<SheetBlocks> {
  const databases: { sheet: string; row: number; name: string }[] = [];
  const parameters: (SheetRow & { sheet: string })[] = [];
  const activities: SheetActivity[] = [];
  for (const block of await blocksOf(sheet, text, separator)) {
    const [head, ...rest] = block;
    const name = head!.cells[1]?.trim() ?? "";
    switch (headOf(head!)) {
      case "database":
        if (name === "") throw new ImportError(sheet, head!.row, texts.noName({ block: "Database" }));
        databases.push({ sheet, row: head!.row, name });
        break;
      case "activity":
        activities.push(activityOf(sheet, head!, rest));
        break;
      default:
        parameters.push(...tableOf(sheet, untilBlank(rest)).map((row) => ({ ...row, sheet })));
    }
  }
  return { databases, parameters, activities };
}

/** The lines of each block, its head first; blank lines are kept within. */
async function blocksOf(sheet: string, text: AsyncIterable<string>, separator: "\t" | ","): Promise<Line[][]> {
  const blocks: Line[][] = [];
  let row = 0;
  let columns = Number.POSITIVE_INFINITY;
  const lines = separator === "," ? recordsOf(linesOf(text)) : linesOf(text);
  for await (const line of lines) {
    row += 1;
    const cells = fieldsOf(line, separator).slice(0, columns);
    const first = cells[0]?.trim().toLowerCase() ?? "";
    if (row === 1 && first === "skip") return [];
    if (row === 1 && first === "cutoff") {
      columns = Number(cells[1]);
      if (!Number.isInteger(columns) || columns < 1)
        throw new ImportError(sheet, row, texts.cutoff({ word: "cutoff" }));
      continue;
    }
    const found: Line = { row, cells };
    if (isHead(found, blocks.at(-1)?.at(-1))) blocks.push([found]);
    else blocks.at(-1)?.push(found);
  }
  return blocks;
}

/** Records of CSV: a quoted field may hold line breaks. */
async function* recordsOf(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let open: string | undefined;
  for await (const line of lines) {
    const record: string = open === undefined ? line : `${open}\n${line}`;
    open = endsInQuotes(record) ? record : undefined;
    if (open === undefined) yield record;
  }
  if (open !== undefined) yield open;
}

/** Whether the last field is quoted and not closed; quotation marks within a field that does not begin with one are text. */
function endsInQuotes(record: string): boolean {
  let at = 0;
  for (;;) {
    if (record[at] === '"') {
      let end = record.indexOf('"', at + 1);
      while (end >= 0 && record[end + 1] === '"') end = record.indexOf('"', end + 2);
      if (end < 0) return true;
      at = end + 1;
    }
    const next = record.indexOf(",", at);
    if (next < 0) return false;
    at = next + 1;
  }
}

function headOf({ cells }: Line): string {
  return cells[0]?.trim().toLowerCase() ?? "";
}

/** Heads of parameters stand alone in their line. "Database" within an activity is a field of it. */
function isHead(line: Line, before: Line | undefined): boolean {
  const head = headOf(line);
  if (head === "activity") return (line.cells[1] ?? "").trim() !== "";
  if (head === "database") return before === undefined || isBlank(before);
  return blockHeads.includes(head) && line.cells.slice(1).every(isEmpty);
}

function isBlank({ cells }: Line): boolean {
  return cells.every((cell) => cell.trim() === "");
}

function untilBlank(lines: readonly Line[]): Line[] {
  const end = lines.findIndex(isBlank);
  return lines.slice(0, end < 0 ? lines.length : end);
}

function activityOf(sheet: string, head: Line, rest: readonly Line[]): SheetActivity {
  const name = head.cells[1]?.trim() ?? "";
  if (name === "") throw new ImportError(sheet, head.row, texts.noName({ block: "Activity" }));
  const lines = rest.filter((line) => !isBlank(line));
  const placeOf = (word: string): number => {
    const places = lines.flatMap((line, at) =>
      headOf(line) === word && line.cells.slice(2).every(isEmpty) ? [at] : [],
    );
    if (places.length > 1)
      throw new ImportError(sheet, lines[places[1]!]!.row, texts.twoTables({ activity: name, block: word }));
    return places[0] ?? -1;
  };
  const exchanges = placeOf("exchanges");
  const parameters = placeOf("parameters");
  const [first, second] = [parameters, exchanges].filter((at) => at >= 0).sort((a, b) => a - b);
  const section = (from: number) =>
    from < 0 ? [] : tableOf(sheet, lines.slice(from + 1, from === first && second !== undefined ? second : undefined));
  const fields = new Map<string, string>();
  for (const { cells } of lines.slice(0, first)) {
    const value = known(cells[1] ?? "");
    if (value !== "") fields.set(cells[0]!.trim().toLowerCase(), value);
  }
  const group = parameters < 0 ? "" : (lines[parameters]!.cells[1]?.trim() ?? "");
  return {
    sheet,
    row: head.row,
    name,
    fields,
    parameters: section(parameters),
    ...(group !== "" && { group }),
    exchanges: section(exchanges),
  };
}

/** The rows of a table, whose first line has the labels of its columns. */
function tableOf(sheet: string, lines: readonly Line[]): SheetRow[] {
  const [head, ...rows] = lines;
  if (!head) return [];
  const labels = head.cells.map((cell) => cell.trim().toLowerCase());
  while (labels.at(-1) === "") labels.pop();
  labels.forEach((label, column) => {
    if (label === "") throw new ImportError(sheet, head.row, texts.noLabel({ column: column + 1 }));
    if (labels.indexOf(label) !== column) throw new ImportError(sheet, head.row, texts.labelTwice({ label }));
  });
  return rows.map(({ row, cells }) => ({
    row,
    cells: new Map(
      labels.flatMap((label, column) => {
        const value = known(cells[column] ?? "");
        return value === "" ? [] : [[label, value] as const];
      }),
    ),
  }));
}

function known(cell: string): string {
  const text = cell.trim();
  return text === "(Unknown)" ? "" : text;
}

function isEmpty(cell: string): boolean {
  return cell.trim() === "";
}
