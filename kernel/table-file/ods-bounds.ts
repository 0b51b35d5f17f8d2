import { messages } from "../../lib/message/message.ts";
import { type Attributes, XmlPart } from "../services/import/xml-part.ts";
import type { ZipEntry } from "../services/import/zip-archive.ts";
import { MOST_SHEET_CELLS } from "./limits.ts";
import { TableFileError } from "./table-file-error.ts";

const said = messages("tableFile", {
  tooManyRepeated: {
    en: 'the sheet "{sheet}" repeats cells and rows into more than {most} cells with values, which is the limit. Save the part that you need as CSV.',
    zh: "工作表“{sheet}”通过重复单元格和行产生的有值单元格超过 {most} 个的上限。请将所需的部分另存为 CSV。",
  },
});

/**
 * Throws TableFileError if the sheets of an OpenDocument workbook have more cells with values than are read. A cell and a row say how
 * often they are repeated, and the library makes every one of them.
 */
export async function checkOdsBounds(file: string, content: ZipEntry): Promise<void> {
  const bounds = new OdsBounds(file);
  const stream = (await content.stream(() => {})).getReader();
  for (;;) {
    const { done, value } = await stream.read();
    if (done) break;
    bounds.add(value);
  }
  bounds.end();
}

class OdsBounds extends XmlPart {
  readonly #file: string;
  #sheet = "";
  #cells = 0;
  #inRow = 0;
  #rows = 1;

  constructor(file: string) {
    super();
    this.#file = file;
  }

  protected override open(name: string, attributes: Attributes): void {
    if (name === "table") this.#sheet = attributeOf(attributes, "name") ?? "";
    else if (name === "table-row") {
      this.#rows = times(attributes, "number-rows-repeated");
      this.#inRow = 0;
    } else if (name === "table-cell" && hasValue(attributes))
      this.#inRow += times(attributes, "number-columns-repeated");
  }

  protected override close(name: string): void {
    if (name !== "table-row") return;
    this.#cells += this.#inRow * this.#rows;
    if (this.#cells > MOST_SHEET_CELLS)
      throw new TableFileError(this.#file, said.tooManyRepeated({ sheet: this.#sheet, most: MOST_SHEET_CELLS }));
  }
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
