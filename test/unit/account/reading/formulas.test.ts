import { utils, type WorkSheet, write } from "@e965/xlsx";
import { describe, expect, test } from "vitest";
import { openSheets } from "../../../../lib/account/reading/open-sheets.ts";
import { readSheets } from "../../../../lib/account/reading/read-sheets.ts";
import { CellFormulas } from "../../../../lib/files/workbook/cell-formulas.ts";

/** Cells A1, B1, … of one row, of which the texts that begin with = are formulas. */
const calculated = (cells: readonly (string | number | null)[], at = cells.length - 1) => {
  const formulas = cells.flatMap((cell, c) =>
    typeof cell === "string" && cell.startsWith("=") ? [{ row: 1, column: c + 1, formula: cell.slice(1) }] : [],
  );
  const formula = formulas.find(({ column }) => column === at + 1)!;
  return new CellFormulas(formulas, (row, column) => (row === 1 ? cells[column - 1] : undefined)).valueOf(formula);
};

describe("A formula without a value in its file", () => {
  test.each([
    [[6, 4, "=A1*B1/8-(2+1)"], 0],
    [[6, null, "=$A$1-B1"], 6],
    [[6, 4, "=SUM(A1:B1,A1)*2"], 32],
    [[6, "n/a", "=SUM(A1:B1)"], 6],
    [[6, "=A1*2", "=-B1+1.5"], -10.5],
    [[6, 4, "=A1-B1-1"], 1],
  ] as const)("is calculated from its cells: %j", (cells, value) => {
    expect(calculated(cells)).toBe(value);
  });

  test.each([
    [["n/a", "=A1*2"]],
    [[1, "=A1/B2"]],
    [["=B1+1", "=A1+1"]],
    [[1, "=ROUND(A1,0)"]],
    [[1, "=Other!A1"]],
    [[1, "=A1^2"]],
    [[1, "=LOG10(A1)"]],
    [[1, "=SUM(A1"]],
    [[1, "="]],
    [[1, '=IF(A1>0,"a",2)']],
  ] as const)("and not guessed: %j", (cells) => {
    expect(calculated(cells)).toBeNull();
  });

  test("is read as an amount, and said", async () => {
    const sheet = utils.aoa_to_sheet([
      ["Material", "Length mm", "Width mm", "Pcs", "m2"],
      ["Oak", 500, 400, 2, null],
      ["Pine", 100, 100, 5, null],
    ]) as WorkSheet;
    for (const row of [2, 3]) sheet[`E${row}`] = { t: "z", f: `B${row}*C${row}*D${row}/1000000` };
    const bytes = write({ SheetNames: ["Bill"], Sheets: { Bill: sheet } }, { type: "array", bookType: "xlsx" });
    const { lines, notes } = readSheets(await openSheets("bill.xlsx", new Uint8Array(bytes)));
    expect(lines.map(({ name, amount, unit }) => `${name} ${amount} ${unit}`)).toEqual(["Oak 0.4 m2", "Pine 0.05 m2"]);
    expect(notes.map(({ code }) => code)).toContain("account.read.calculated");
  });
});
