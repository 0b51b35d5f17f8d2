import { ImportError } from "../../../lib/exchange/mrio/import-error.ts";
import { RowLines } from "../../../lib/files/container/row-lines.ts";
import { TableFileError } from "../../../lib/files/table/table-file-error.ts";
import { type PlacedSheet, workbookSheets } from "../../../lib/files/workbook/workbook-sheets.ts";
import { Fault } from "../../../lib/message/fault.ts";
import { messages } from "../../../lib/message/message.ts";
import type { Sheets } from "./sheets.ts";

const texts = messages("import", {
  missingLegacySheet: {
    en: 'a sheet "{sheet}" was expected in it.',
    zh: "其中应有工作表“{sheet}”。",
  },
  brokenSheet: {
    en: 'the sheet "{sheet}" is damaged: {why}.',
    zh: "工作表“{sheet}”已损坏：{why}。",
  },
});

/** An .xls workbook, as Excel saved them up to 2003. It is read at once: its sheets have 65,536 rows at most. */
export class LegacyWorkbook implements Sheets {
  readonly #name: string;
  readonly #sheets: readonly PlacedSheet[];

  private constructor(name: string, sheets: readonly PlacedSheet[]) {
    this.#name = name;
    this.#sheets = sheets;
  }

  /** Throws ImportError. */
  static async open(file: Blob, name: string): Promise<LegacyWorkbook> {
    try {
      return new LegacyWorkbook(name, await workbookSheets(name, new Uint8Array(await file.arrayBuffer())));
    } catch (error) {
      if (error instanceof TableFileError) throw new ImportError(name, undefined, error.reason);
      throw error;
    }
  }

  get sheets(): readonly string[] {
    return this.#sheets.map(({ name }) => name);
  }

  async *text(sheet: string | undefined): AsyncGenerator<string> {
    const found = sheet === undefined ? this.#sheets[0] : this.#sheets.find(({ name }) => name === sheet);
    if (!found) throw new ImportError(this.#name, undefined, texts.missingLegacySheet({ sheet: sheet ?? "1" }));
    const lines = new RowLines();
    try {
      addSheet(lines, found);
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      throw new ImportError(this.#name, undefined, texts.brokenSheet({ sheet: found.name, why: error.said }));
    }
    const all = lines.take();
    if (all.length > 0) yield `${all.join("\n")}\n`;
  }
}

/** Throws the Fault of a row or column beyond what a sheet can have. */
function addSheet(lines: RowLines, { rows, firstRow, firstColumn }: PlacedSheet): void {
  rows.forEach((row, r) => {
    if (row.every((value) => value === null)) return;
    lines.row(firstRow + r);
    row.forEach((value, c) => {
      if (value !== null) lines.cell(firstColumn + c, textOf(value));
    });
    lines.endRow();
  });
}

function textOf(value: NonNullable<PlacedSheet["rows"][number][number]>): string {
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
}
