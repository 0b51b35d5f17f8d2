import { describe, expect, test } from "vitest";
import { pastedSheet } from "../../../../lib/account/reading/open-sheets.ts";
import type { Asked } from "../../../../lib/account/reading/read-request.ts";
import { readSheets } from "../../../../lib/account/reading/read-sheets.ts";

const read = (text: string, asked: Asked = {}) => {
  const { lines, leftOut, asks } = readSheets([pastedSheet("data.csv", text)], asked);
  return {
    lines: lines.map(({ name, amount, unit }) => `${name} ${amount} ${unit}`),
    out: leftOut.flatMap(({ row, kind, reason }) =>
      kind === "head" || kind === "empty" ? [] : [`${row} ${kind} ${reason.code.replace("account.read.", "")}`],
    ),
    asks: asks.map(({ key, assumed }) => `${key} ${assumed}`),
  };
};

describe("A remark that an amount is counted elsewhere", () => {
  test.each([
    "already counted in row 2",
    "Included in line 2",
    "check meter, fed from the main board",
    "Estimate, superseded by the invoice",
    "DNF",
    "alternative to item 7",
    "memo item",
    "for information only",
    "same invoice as row 2",
    "sold to the grid",
    "the litres are in the table above",
    "已计入上行",
    "仅供参考",
    "外售给邻厂",
    "已在窑炉中计",
    "bereits enthalten",
    "nicht bestückt",
    "déjà compté",
    "ya incluido",
  ])("leaves its row out and asks: %s", (remark) => {
    const text = `Fuel,Amount,Unit,Remarks\nDiesel,100,l,\nPetrol,40,l,"${remark}"\n`;
    expect(read(text)).toMatchObject({
      lines: ["Diesel 100 L"],
      out: ["3 repeated elsewhere"],
      asks: ["elsewhere:data:3 out"],
    });
    expect(read(text, { answers: { "elsewhere:data:3": "line" } }).lines).toHaveLength(2);
  });

  test.each([
    "new boiler, see below",
    "on the same meter as the kitchen",
    "VAT included in the price",
    "tank replaced in May",
    "water content 3 %",
    "含水率 3%",
    "用于替代燃煤",
    "including the depot",
  ])("and no other remark does: %s", (remark) => {
    expect(read(`Fuel,Amount,Unit,Remarks\nDiesel,100,l,"${remark}"\nPetrol,40,l,\n`).lines).toHaveLength(2);
  });
});

describe("Fields of a form above a table", () => {
  test.each([
    [
      "Return of energy\nCompany,Vale Ltd,,Registration,AB-17\nYear,2024,,Contact,Ms Reed,Phone,555-X\nStaff,310,,Floor area,9000,m2\nOutput,2100,tonnes,Turnover,44,million\n\nNo,Fuel,Unit,Amount\n1,Diesel,l,30\n2,Propane,kg,7\n",
      ["Diesel 30 L", "Propane 7 kg"],
    ],
    [
      "能源报表\n单位名称,河谷公司,,信用代码,AB-17\n年份,2024年,,联系人,李明,电话,555-X\n职工人数,310,,建筑面积,9000,平方米\n主要产品产量,2100,吨,产值,44,万元\n\n序号,能源,单位,数量\n1,柴油,升,30\n2,丙烷,kg,7\n",
      ["柴油 30 L", "丙烷 7 kg"],
    ],
  ])("are no lines, though they have numbers", (text, lines) => {
    const { lines: found, out } = read(text);
    expect(found).toEqual(lines);
    expect(out).toEqual([1, 2, 3, 4, 5].map((row) => `${row} title above`));
  });
});
