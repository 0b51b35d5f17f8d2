import { type Attributes, columnOf, XmlPart } from "../container/xml-part.ts";
import { dateOf } from "../table/date-text.ts";
import type { FieldValue } from "../table/field-value.ts";
import { type FormatKind, formattedNumber } from "./cell-format.ts";
import type { CellCollector } from "./used-cells.ts";

/** Reads the cells of a sheet of an XLSX workbook. ECMA-376 part 1, 18.3.1.4 and 18.18.11. */
export class XlsxCells extends XmlPart {
  readonly #texts: readonly string[];
  readonly #kind: (style: number) => FormatKind;
  readonly #epoch: number;
  readonly #cells: CellCollector;
  #row = 0;
  #column = 0;
  #type = "n";
  #style = 0;
  #value = "";
  /** The text of a cell that holds its own, whose runs are joined. */
  #inline = "";
  #formula = "";
  #into: "value" | "inline" | "formula" | null = null;
  #isReading = false;
  #isFormula = false;

  /** @param kind what the number of a cell is by its style */
  constructor(texts: readonly string[], kind: (style: number) => FormatKind, epoch: number, cells: CellCollector) {
    super();
    this.#texts = texts;
    this.#kind = kind;
    this.#epoch = epoch;
    this.#cells = cells;
  }

  protected override open(name: string, { r, t, s }: Attributes): void {
    switch (name) {
      case "row":
        this.#row = r === undefined ? this.#row + 1 : Number(r);
        this.#column = 0;
        break;
      case "c":
        this.#column = columnOf(r) ?? this.#column + 1;
        this.#type = t ?? "n";
        this.#style = Number(s ?? 0);
        this.#value = "";
        this.#inline = "";
        this.#isFormula = false;
        this.#formula = "";
        break;
      case "f":
        this.#isFormula = true;
        this.#into = "formula";
        break;
      case "v":
        this.#into = "value";
        break;
      case "rPh":
        this.#isReading = true;
        break;
      case "t":
        this.#into = this.#isReading ? null : "inline";
    }
  }

  protected override close(name: string): void {
    if (name === "v" || name === "t" || name === "f") this.#into = null;
    else if (name === "rPh") this.#isReading = false;
    else if (name === "c") {
      this.#cells.add(this.#row, this.#column, this.#field());
      // A formula that gives an empty text has the type of a text.
      if (this.#isFormula && this.#value === "" && this.#type === "n")
        this.#cells.addUncomputed(this.#row, this.#column, this.#formula);
    }
  }

  protected override text(text: string): void {
    if (this.#into === "value") this.#value += text;
    else if (this.#into === "inline") this.#inline += text;
    else if (this.#into === "formula") this.#formula += text;
  }

  #field(): FieldValue {
    const value = this.#value;
    switch (this.#type) {
      case "inlineStr":
        return plainText(this.#inline);
      case "str":
        return plainText(value);
      case "s":
        return this.#sharedText(value);
      case "b":
        return value === "" ? null : value === "1" || value === "true";
      // The text of the error, such as `#DIV/0!`.
      case "e":
        return value === "" ? null : value;
      case "d":
        return dateOrText(value.trim());
      default:
        return this.#number(value.trim());
    }
  }

  #sharedText(value: string): FieldValue {
    if (value === "") return null;
    const text = this.#texts[Number(value)];
    if (text === undefined) throw new RangeError(value);
    return plainText(text);
  }

  #number(value: string): FieldValue {
    if (value === "") return null;
    const number = Number(value);
    // What is no number is not made one.
    return Number.isNaN(number) ? value : formattedNumber(number, this.#kind(this.#style), this.#epoch);
  }
}

/** A text as it is shown: characters that XML has not are written `_x000D_` (ECMA-376 part 1, 22.9.2.19). */
function plainText(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** A date in ISO 8601; a time of day alone remains a text. */
function dateOrText(value: string): FieldValue {
  const time = dateOf(value, "ymd");
  return Number.isNaN(time) ? value : new Date(time);
}
