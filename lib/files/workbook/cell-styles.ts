import { escapedXml, type FormattedCell, type WorkbookCell } from "./written-cell.ts";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
/** The first number of a format that a workbook declares itself. */
const FIRST_FORMAT = 164;
const DAY_FORMAT = "yyyy-mm-dd";

interface Style {
  readonly format: string | null;
  readonly isBold: boolean;
  readonly wraps: boolean;
}

/** The formats of a workbook's cells, each declared once. ECMA-376 part 1, 18.8. */
export class CellStyles {
  readonly #styles: Style[] = [{ format: null, isBold: false, wraps: false }];
  readonly #places = new Map<string, number>([[keyOf(this.#styles[0]!), 0]]);

  /** The place of a cell's format. */
  of(cell: WorkbookCell, isHead: boolean): number {
    const isRecord = typeof cell === "object" && cell !== null;
    if (!isRecord && !isHead) return 0;
    const given: Partial<FormattedCell> = isRecord && !("date" in cell) ? cell : {};
    const style = {
      format: isRecord && "date" in cell ? DAY_FORMAT : (given.format ?? null),
      isBold: isHead || given.isBold === true,
      wraps: isHead || given.wraps === true,
    };
    const key = keyOf(style);
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    this.#places.set(key, this.#styles.length);
    return this.#styles.push(style) - 1;
  }

  /** The part `xl/styles.xml`, after all sheets. */
  xml(): string {
    const formats = [...new Set(this.#styles.flatMap(({ format }) => (format === null ? [] : [format])))];
    const declared = formats.map(
      (format, i) => `<numFmt numFmtId="${FIRST_FORMAT + i}" formatCode="${escapedXml(format)}"/>`,
    );
    const cells = this.#styles.map(({ format, isBold, wraps }) => {
      const id = format === null ? 0 : FIRST_FORMAT + formats.indexOf(format);
      const head = `<xf numFmtId="${id}" fontId="${isBold ? 1 : 0}" fillId="0" borderId="0" xfId="0"`;
      const applied = `${id === 0 ? "" : ' applyNumberFormat="1"'}${isBold ? ' applyFont="1"' : ""}`;
      if (!wraps) return `${head}${applied}/>`;
      return `${head}${applied} applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>`;
    });
    const font = (bold: string) => `<font>${bold}<sz val="11"/><name val="Calibri"/><family val="2"/></font>`;
    const list = (name: string, items: readonly string[]) =>
      items.length === 0 ? "" : `<${name} count="${items.length}">${items.join("")}</${name}>`;
    return `<styleSheet xmlns="${main}">${[
      list("numFmts", declared),
      list("fonts", [font(""), font("<b/>")]),
      list(
        "fills",
        ["none", "gray125"].map((type) => `<fill><patternFill patternType="${type}"/></fill>`),
      ),
      list("borders", ["<border><left/><right/><top/><bottom/><diagonal/></border>"]),
      list("cellStyleXfs", ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']),
      list("cellXfs", cells),
      list("cellStyles", ['<cellStyle name="Normal" xfId="0" builtinId="0"/>']),
    ].join("")}</styleSheet>`;
  }
}

function keyOf({ format, isBold, wraps }: Style): string {
  return JSON.stringify([format, isBold, wraps]);
}
