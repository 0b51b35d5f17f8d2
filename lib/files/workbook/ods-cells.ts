import { messages } from "../../message/message.ts";
import { type Attributes, XmlPart } from "../container/xml-part.ts";
import type { ZipEntry } from "../container/zip-archive.ts";
import { Duration } from "../table/duration.ts";
import { MOST_SHEET_CELLS } from "../table/limits.ts";
import { TableFileError } from "../table/table-file-error.ts";

const texts = messages("tableFile", {
  tooManyRepeated: {
    en: 'the sheet "{sheet}" repeats cells and rows into more than {most} cells with values, which is the limit. Save the part that you need as CSV.',
    zh: "工作表“{sheet}”通过重复单元格和行产生的有值单元格超过 {most} 个的上限。请将所需的部分另存为 CSV。",
  },
});

/** The lengths of time in the cells of a workbook, of which the library loses the sign and what is below a second. */
export class OdsLengths {
  readonly #rows = new Map<string, LengthRow[]>();

  add(sheet: string, row: LengthRow): void {
    const rows = this.#rows.get(sheet);
    if (rows) rows.push(row);
    else this.#rows.set(sheet, [row]);
  }

  /** The length of time in a cell; null if it has none. Row and column are counted from 1. */
  at(sheet: string, row: number, column: number): Duration | null {
    const rows = this.#rows.get(sheet) ?? [];
    let low = 0;
    for (let high = rows.length; low < high; ) {
      const middle = (low + high) >> 1;
      if (rows[middle]!.last < row) low = middle + 1;
      else high = middle;
    }
    const found = rows[low];
    if (!found || row < found.first) return null;
    return found.cells.find(({ first, last }) => first <= column && column <= last)?.length ?? null;
  }
}

/** Rows that are alike, and those of their cells that have lengths of time. */
interface LengthRow {
  readonly first: number;
  readonly last: number;
  readonly cells: readonly { readonly first: number; readonly last: number; readonly length: Duration }[];
}

/**
 * The lengths of time in an OpenDocument workbook. Throws TableFileError if its sheets have more cells with values than are read: a cell
 * and a row say how often they are repeated, and the library makes every one of them.
 */
export async function odsLengths(file: string, content: ZipEntry): Promise<OdsLengths> {
  const cells = new OdsCells(file);
  const stream = (await content.stream(() => {})).getReader();
  for (;;) {
    const { done, value } = await stream.read();
    if (done) break;
    cells.add(value);
  }
  cells.end();
  return cells.lengths;
}

class OdsCells extends XmlPart {
  readonly lengths = new OdsLengths();
  readonly #file: string;
  #sheet = "";
  #cells = 0;
  #inRow = 0;
  #rows = 1;
  /** How many rows of the sheet, and cells of the row, have been passed. */
  #row = 0;
  #column = 0;
  #lengths: LengthRow["cells"][number][] = [];

  constructor(file: string) {
    super();
    this.#file = file;
  }

  protected override open(name: string, attributes: Attributes): void {
    if (name === "table") {
      this.#sheet = attributeOf(attributes, "name") ?? "";
      this.#row = 0;
    } else if (name === "table-row") {
      this.#rows = times(attributes, "number-rows-repeated");
      this.#inRow = 0;
      this.#column = 0;
    } else if (name === "table-cell" || name === "covered-table-cell") {
      const count = times(attributes, "number-columns-repeated");
      if (name === "table-cell" && hasValue(attributes)) this.#inRow += count;
      const length = lengthOf(attributeOf(attributes, "time-value"));
      if (length) this.#lengths.push({ first: this.#column + 1, last: this.#column + count, length });
      this.#column += count;
    }
  }

  protected override close(name: string): void {
    if (name !== "table-row") return;
    this.#cells += this.#inRow * this.#rows;
    if (this.#cells > MOST_SHEET_CELLS)
      throw new TableFileError(this.#file, texts.tooManyRepeated({ sheet: this.#sheet, most: MOST_SHEET_CELLS }));
    const last = this.#row + this.#rows;
    if (this.#lengths.length > 0) {
      this.lengths.add(this.#sheet, { first: this.#row + 1, last, cells: this.#lengths });
      this.#lengths = [];
    }
    this.#row = last;
  }
}

/** A length of time of XML Schema, as `-PT255H10M05.5S`; null for one with years and months, which have no fixed length. */
function lengthOf(written: string | undefined): Duration | null {
  const parts = /^\s*(-?)P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?\s*$/.exec(written ?? "");
  if (!parts) return null;
  const [, sign, days = 0, hours = 0, minutes = 0, seconds = 0] = parts;
  const size = Number(days) * 86_400 + Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  return new Duration(sign === "-" ? -size : size);
}

/** Empty cells are repeated to the end of a sheet, and are not made. */
function hasValue(attributes: Attributes): boolean {
  return attributeOf(attributes, "value-type") !== undefined || attributeOf(attributes, "formula") !== undefined;
}

/** How often a tag is repeated, read as the library reads it. */
function times(attributes: Attributes, name: string): number {
  const count = Number.parseInt(attributeOf(attributes, name) ?? "1", 10);
  return Number.isNaN(count) ? 1 : Math.max(count, 1);
}

/** An attribute by its name without the prefix of its namespace, which a file may choose. */
function attributeOf(attributes: Attributes, name: string): string | undefined {
  return Object.entries(attributes).find(([key]) => key.replace(/^[^:]*:/, "") === name)?.[1];
}
