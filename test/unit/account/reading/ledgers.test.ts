import { describe, expect, test } from "vitest";
import { pastedSheet } from "../../../../lib/account/reading/open-sheets.ts";
import type { Asked } from "../../../../lib/account/reading/read-request.ts";
import { readSheets } from "../../../../lib/account/reading/read-sheets.ts";

const read = (text: string, asked: Asked = {}) => {
  const { lines, leftOut, asks, notes } = readSheets([pastedSheet("data.csv", text)], asked);
  return {
    lines: lines.map(({ name, amount, unit }) => `${name} ${amount} ${unit}`),
    out: leftOut.flatMap(({ row, kind, reason }) =>
      kind === "head" || kind === "empty" ? [] : [`${row} ${kind} ${reason.code.replace("account.read.", "")}`],
    ),
    asks: asks.map(({ key, assumed }) => `${key} ${assumed}`),
    notes: notes.map(({ code }) => code.replace("account.read.", "")),
  };
};

describe("Net, tax and gross beside each other", () => {
  test.each([
    [
      "Posted,Nominal,Account title,Net GBP,VAT,Gross\n2024-01-05,5100,Steel bars,100,20,120\n2024-01-06,5200,Diesel,50,10,60\n2024-01-07,7300,Stationery,10,2,12\n",
      ["Steel bars 100 GBP", "Diesel 50 GBP", "Stationery 10 GBP"],
    ],
    [
      "日期,科目,科目名称,价税合计（元）,税额（元）,不含税金额（元）\n2024-01-05,5100,钢材,113,13,100\n2024-01-06,5200,柴油,56.5,6.5,50\n2024-01-07,7300,文具,11.3,1.3,10\n",
      ["钢材 100 CNY", "柴油 50 CNY", "文具 10 CNY"],
    ],
    [
      "Konto,Kontobezeichnung,Brutto EUR,USt EUR,Netto EUR\n5100,Stahl,119,19,100\n5200,Diesel,59.5,9.5,50\n7300,Papier,11.9,1.9,10\n",
      ["Stahl 100 EUR", "Diesel 50 EUR", "Papier 10 EUR"],
    ],
  ])("are one amount, the net one, and the others are said", (text, lines) => {
    expect(read(text).lines).toEqual(lines);
    expect(read(text).notes).toContain("taxes");
  });

  test("a net and a gross mass are none of money", () => {
    expect(read("Part,Net (kg),Gross (kg)\nSteel,5,6\nTin,7,8\n").notes).not.toContain("taxes");
  });
});

describe("Accounts of a ledger that are no purchases", () => {
  const english =
    "Account name,Details,Amount EUR\nSteel,Bars,100\nSalaries,March,900\nDepreciation,Lathe,70\nInterest on loans,Bank,8\nAirport transfers,Taxi,30\nRent,Hall,40\n";
  test.each([
    [english, ["3", "4", "5"], 3],
    [
      "科目名称,摘要,金额（元）\n钢材,圆钢,100\n职工薪酬,三月,900\n固定资产折旧,车床,70\n利息支出,银行,8\n机场接送,出租车,30\n房租,厂房,40\n",
      ["3", "4", "5"],
      3,
    ],
  ])("are left out unless a person takes them", (text, rows, count) => {
    const { lines, out, asks } = read(text);
    expect(lines).toHaveLength(count);
    expect(out).toEqual(rows.map((row) => `${row} money noPurchase`));
    expect(asks).toContain("noPurchase:data out");
    expect(read(text, { answers: { "noPurchase:data": "keep" } }).lines).toHaveLength(6);
  });

  test("count towards the total of the ledger", () => {
    expect(read(`${english}Total,,1148\n`).out.at(-1)).toBe("8 total total");
  });
});
