import type { SSF } from "@e965/xlsx";
import { Fault } from "../../message/fault.ts";
import { messages } from "../../message/message.ts";
import { type Attributes, SharedTexts, TagList, XmlPart } from "../container/xml-part.ts";
import type { ZipEntry } from "../container/zip-archive.ts";
import { TableFileError } from "../table/table-file-error.ts";
import { EPOCH_1900, EPOCH_1904, type FormatKind, formatKind } from "./cell-format.ts";
import { CellCollector, type UsedCells } from "./used-cells.ts";
import { XlsxCells } from "./xlsx-cells.ts";

const said = messages("tableFile", {
  brokenPart: {
    en: "the part {part} of the workbook has {why}. Open the workbook in a spreadsheet program and save it anew.",
    zh: "工作簿的部分 {part} 含有{why}。请用电子表格软件打开并重新保存。",
  },
});

/** A sheet of a workbook with its place there. */
export interface XlsxSheet extends UsedCells {
  readonly name: string;
  readonly isHidden: boolean;
  /** Whether all its numbers are of a pivot table. */
  readonly isPivot?: boolean;
}

const MAIN = "xl/workbook.xml";

/** Whether the entries of an archive are those of a workbook in XML. */
export function isXlsx(entries: readonly ZipEntry[]): boolean {
  return entries.some(({ path }) => path.toLowerCase() === MAIN);
}

/**
 * The sheets of an XLSX workbook (ECMA-376 part 1, 18). They are read here and not by the library for all formats of workbooks, which
 * makes bytes of another encoding, dates as text and newer errors into other values in silence, and fills the cells between two.
 * Throws TableFileError.
 */
export async function xlsxSheets(file: string, entries: readonly ZipEntry[], ssf: typeof SSF): Promise<XlsxSheet[]> {
  const parts = new Parts(file, entries);
  const book = await parts.read(MAIN, new Book());
  const relations = await parts.read("xl/_rels/workbook.xml.rels", new TagList("Relationship"));
  const targets = new Map(
    relations.found.map(({ Id, Target = "", Type = "" }) => [Id, { path: pathOf(Target), Type }]),
  );
  const target = (type: string) => [...targets.values()].find(({ Type }) => Type.endsWith(`/${type}`))?.path;
  const styles = await parts.read(target("styles") ?? "xl/styles.xml", new Styles(), "optional");
  const formats = new Formats(styles, ssf);
  const texts = await parts.read(target("sharedStrings") ?? "xl/sharedStrings.xml", new SharedTexts(), "optional");
  const epoch = book.is1904 ? EPOCH_1904 : EPOCH_1900;
  const sheets: XlsxSheet[] = [];
  let taken = 0;
  for (const { name, id, isHidden } of book.sheets) {
    const found = targets.get(id);
    // The others are charts, dialogs and macros.
    if (!found || !isWorksheet(found)) continue;
    const cells = new CellCollector(file, name);
    await parts.read(found.path, new XlsxCells(texts.found, (style) => formats.kind(style), epoch, cells));
    const used = cells.used(taken);
    taken += used.rows.length * (used.rows[0]?.length ?? 0);
    const pivots = await pivotsOf(parts, found.path);
    sheets.push({ name, isHidden, ...(pivots.length > 0 && areWithin(used, pivots) && { isPivot: true }), ...used });
  }
  return sheets;
}

/** By its type, or by its folder where a program has stated none. */
function isWorksheet({ path, Type }: { readonly path: string; readonly Type: string }): boolean {
  return Type === "" ? /(?:^|\/)worksheets\//.test(path) : Type.endsWith("/worksheet");
}

/** The path of a target of the workbook's relations. */
function pathOf(target: string): string {
  return target.startsWith("/") ? target.slice(1) : `xl/${target.replace(/^\.\//, "")}`;
}

/** Where the pivot tables of a sheet stand: `A3:B8`. */
async function pivotsOf(parts: Parts, sheet: string): Promise<string[]> {
  const at = sheet.lastIndexOf("/");
  const folder = sheet.slice(0, at);
  const relations = `${folder}/_rels/${sheet.slice(at + 1)}.rels`;
  const { found } = await parts.read(relations, new TagList("Relationship"), "optional");
  const places: string[] = [];
  for (const { Type = "", Target = "" } of found) {
    if (!Type.endsWith("/pivotTable")) continue;
    const path = Target.startsWith("/") ? Target.slice(1) : Target.replace(/^\.\./, folder.replace(/\/[^/]*$/, ""));
    const { found: locations } = await parts.read(path, new TagList("location"), "optional");
    places.push(...locations.flatMap(({ ref }) => (ref === undefined ? [] : [ref])));
  }
  return places;
}

/** Whether all numbers of a sheet stand in ranges. */
function areWithin({ rows, firstRow, firstColumn }: UsedCells, ranges: readonly string[]): boolean {
  const boxes = ranges.flatMap((range) => {
    const [, left, top, right = left, bottom = top] = /^([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?$/.exec(range) ?? [];
    return left === undefined
      ? []
      : [{ left: columnNumber(left), right: columnNumber(right!), top: Number(top), bottom: Number(bottom) }];
  });
  const isIn = (row: number, column: number) =>
    boxes.some(({ left, right, top, bottom }) => row >= top && row <= bottom && column >= left && column <= right);
  return rows.every((row, r) =>
    row.every((value, c) => typeof value !== "number" || isIn(firstRow + r, firstColumn + c)),
  );
}

function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

/** The parts of a workbook by their paths. */
class Parts {
  readonly #file: string;
  readonly #entries: ReadonlyMap<string, ZipEntry>;

  constructor(file: string, entries: readonly ZipEntry[]) {
    this.#file = file;
    this.#entries = new Map(entries.map((entry) => [entry.path.toLowerCase(), entry]));
  }

  async read<R extends XmlPart>(path: string, reader: R, presence: "needed" | "optional" = "needed"): Promise<R> {
    const entry = this.#entries.get(path.toLowerCase());
    if (!entry) {
      if (presence === "optional") return reader;
      throw new RangeError(path);
    }
    const stream = (await entry.stream(() => {})).getReader();
    for (;;) {
      const { done, value } = await stream.read();
      this.#parse(path, () => (done ? reader.end() : reader.add(value)));
      if (done) return reader;
    }
  }

  #parse(part: string, act: () => void): void {
    try {
      act();
    } catch (error) {
      if (!(error instanceof Fault) || error instanceof TableFileError) throw error;
      throw new TableFileError(this.#file, said.brokenPart({ part, why: error.said }));
    }
  }
}

/** The sheets of a workbook, and from when it counts days. */
class Book extends TagList {
  constructor() {
    super("sheet", "workbookPr");
  }

  get is1904(): boolean {
    return this.found.some(({ date1904 }) => date1904 === "1" || date1904 === "true");
  }

  get sheets() {
    return this.found
      .filter(({ sheetId }) => sheetId !== undefined)
      .map(({ name = "", state = "visible", ...others }) => {
        const id = Object.entries(others).find(([key]) => /^(?:[^:]+:)?id$/.test(key))?.[1];
        return { name, id, isHidden: state !== "visible" };
      });
  }
}

/** The numbers of formats by style, and the formats that the workbook declares. */
class Styles extends XmlPart {
  readonly byStyle: number[] = [];
  readonly declared = new Map<number, string>();
  #areCells = false;

  protected override open(name: string, attributes: Attributes): void {
    if (name === "numFmt") this.declared.set(Number(attributes.numFmtId), attributes.formatCode ?? "");
    else if (name === "cellXfs") this.#areCells = true;
    else if (name === "xf" && this.#areCells) this.byStyle.push(Number(attributes.numFmtId ?? 0));
  }

  protected override close(name: string): void {
    if (name === "cellXfs") this.#areCells = false;
  }
}

/** What the numbers of cells are by their styles. */
class Formats {
  readonly #kinds: readonly FormatKind[];

  constructor({ byStyle, declared }: Styles, ssf: typeof SSF) {
    const known = ssf.get_table() as Readonly<Record<number, string>>;
    this.#kinds = byStyle.map((id) => {
      const format = declared.get(id) ?? known[id];
      return format === undefined ? "number" : formatKind(format, ssf);
    });
  }

  kind(style: number): FormatKind {
    return this.#kinds[style] ?? "number";
  }
}
