import { read, utils } from "@e965/xlsx";
import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { workbookSheets } from "../../../../../lib/files/workbook/workbook-sheets.ts";
import { workbookBytes } from "../../../../../lib/files/workbook/workbook-writer.ts";
import type { WorkbookCell, WorkbookSheet } from "../../../../../lib/files/workbook/written-cell.ts";

/** Texts as people and hostile files write them; control characters, which XML cannot hold, are left out there. */
const texts = fc
  .oneof(
    fc.string({ unit: "binary", maxLength: 20 }),
    fc.constantFrom("=1+1", "+A1", "-2", "@SUM(1)", "_x000D_", "a_x0041_", "</t>&\"'", "  two ", "柴油（升）"),
  )
  .map((text) => text.replaceAll(/(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu, ""))
  .filter((text) => text !== "");
const numbers = fc.double({ noDefaultInfinity: true, noNaN: true }).map((value) => (value === 0 ? 0 : value));
const cells = fc.oneof(texts, numbers, fc.boolean());
/** Rows whose first and last cells are used, so that a reader sees where they begin. */
const rows = fc
  .array(fc.array(fc.oneof(cells, fc.constant(null)), { maxLength: 5 }), { maxLength: 6 })
  .map((inner) => [
    ["A", null, null, null, null, null, "G"],
    ...inner.map((row) => Array.from({ length: 7 }, (_, i) => row[i - 1] ?? null)),
    ["end", null, null, null, null, null, null],
  ]);

const sheetsOf = async (sheets: readonly WorkbookSheet[]) => workbookSheets("made.xlsx", workbookBytes(sheets));

describe("A written workbook", () => {
  test("gives back every text, number, truth value and empty cell", async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (given) => {
        const [sheet] = await sheetsOf([{ name: "One", rows: given }]);
        expect(sheet!.rows).toEqual(given);
      }),
    );
  });

  test("has the same bytes for the same sheets", () => {
    const sheets = [{ name: "One", rows: [["a", 1, { date: "2024-02-29" }, { value: 1, format: "0.0" }]], frozen: 1 }];
    expect(workbookBytes(sheets)).toEqual(workbookBytes(structuredClone(sheets)));
  });

  test("has typed cells, formats, widths and a frozen head for another reader", () => {
    const sheet: WorkbookSheet = {
      name: "Sums: of [all]",
      widths: [30, 12],
      frozen: 1,
      rows: [
        ["Name", "Amount"],
        ["=HYPERLINK(1)", { value: 1234.5, format: "#,##0.00" }],
        [{ date: "2024-02-29" }, { value: 1234.5, formula: "SUM(B2:B2)", format: "0.0", isBold: true }],
        [{ value: "yes", formula: 'IF(B3>0,"yes","no")' }, Number.NaN],
      ],
    };
    const bytes = workbookBytes([sheet, { name: "sums  of  all", rows: [] }]);
    const book = read(bytes, { type: "array", cellFormula: true, cellNF: true, cellDates: true, UTC: true } as never);
    expect(book.SheetNames).toEqual(["Sums  of  all", "sums  of  all 2"]);
    const found = book.Sheets[book.SheetNames[0]!]!;
    expect(found.A2).toMatchObject({ t: "s", v: "=HYPERLINK(1)" });
    expect(found.A2.f).toBeUndefined();
    expect(found.B2).toMatchObject({ t: "n", v: 1234.5, w: "1,234.50", z: "#,##0.00" });
    expect(found.A3).toMatchObject({ t: "d", v: new Date(Date.UTC(2024, 1, 29)) });
    expect(found.B3).toMatchObject({ t: "n", v: 1234.5, f: "SUM(B2:B2)" });
    expect(found.A4).toMatchObject({ t: "s", v: "yes", f: 'IF(B3>0,"yes","no")' });
    expect(found.B4).toMatchObject({ t: "e" });
    const markup = strFromU8(unzipSync(bytes)["xl/worksheets/sheet1.xml"]!);
    expect(markup).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
    expect(markup).toContain('<col min="1" max="1" width="30" customWidth="1"/>');
    expect(utils.decode_range(found["!ref"]!).e).toEqual({ c: 1, r: 3 });
  });

  test("holds no text that a cell cannot: it is cut and says so", async () => {
    const [sheet] = await sheetsOf([{ name: "One", rows: [["x".repeat(40_000)]] as WorkbookCell[][] }]);
    expect(sheet!.rows[0]![0]).toBe(`${"x".repeat(32_766)}…`);
  });
});
