import { describe, expect, test } from "vitest";
import { pastedSheet } from "../../../../lib/account/reading/open-sheets.ts";
import { readSheets } from "../../../../lib/account/reading/read-sheets.ts";

const read = (text: string) => {
  const { lines, asks, notes } = readSheets([pastedSheet("data.csv", text)]);
  return {
    lines: lines.map(({ name, amount, unit, site }) => `${name} ${amount} ${unit}${site === null ? "" : ` ${site}`}`),
    asks: asks.map(({ key, assumed }) => `${key} ${assumed}`),
    notes: notes.map(({ code }) => code.replace("account.read.", "")),
  };
};

describe("Numbers of rows are no amounts", () => {
  test.each([
    [
      "Ref.,Item,Unit,Bakery,Dairy\n1.1,Electricity,kWh,100,200\n1.2,Diesel,l,7,9\n2.1,Water,m3,30,40\n",
      ["Electricity 100 kWh Bakery", "Electricity 200 kWh Dairy", "Diesel 7 L Bakery", "Diesel 9 L Dairy"],
    ],
    [
      "条目,项目,单位,一分厂,二分厂\n1.1,电力,kWh,100,200\n1.2,柴油,升,7,9\n1.3,水,m3,30,40\n",
      ["电力 100 kWh 一分厂", "电力 200 kWh 二分厂", "柴油 7 L 一分厂", "柴油 9 L 二分厂"],
    ],
    [
      "Question,Item,Unit,Bakery,Dairy\n1,Electricity,kWh,100,200\n2,Diesel,l,7,9\n3,Water,m3,30,40\n",
      ["Electricity 100 kWh Bakery", "Electricity 200 kWh Dairy", "Diesel 7 L Bakery", "Diesel 9 L Dairy"],
    ],
  ])("by their word, or as they run on", (text, lines) => {
    expect(read(text).lines.slice(0, 4)).toEqual(lines);
  });

  test.each([
    [
      "Date,Account,Account Name,Details,Amount EUR\n2024-01-05,4100,Diesel,Pump 3,90\n2024-02-05,4200,Water,Mains,40\n2024-03-05,4100,Diesel,Pump 1,80\n",
    ],
    [
      "日期,科目,科目名称,摘要,金额（元）\n2024-01-05,4100,柴油,加油,90\n2024-02-05,4200,水费,自来水,40\n2024-03-05,4100,柴油,加油,80\n",
    ],
  ])("numbers of accounts are none", (text) => {
    expect(read(text).lines.map((line) => line.replace(/^.*? (?=\d)/, ""))).toEqual(
      [90, 40, 80].map((sum) => `${sum} ${text.startsWith("Date") ? "EUR" : "CNY"}`),
    );
  });

  test("amounts that happen to run on are amounts", () => {
    expect(read("Fuel,kWh\nDiesel,1\nGas,2\nOil,3\n").lines).toEqual(["Diesel 1 kWh", "Gas 2 kWh", "Oil 3 kWh"]);
    expect(read("Fuel,Unit,Bakery,Dairy\nDiesel,t,1,5\nGas,t,2,4\nOil,t,3,3\n").lines).toHaveLength(6);
  });
});

describe("Columns that sum the columns beside them", () => {
  test.each([
    [
      "Item,Unit,Bakery,Dairy,Group total\nElectricity,kWh,100,200,300\nGas,kWh,5,see above,5\nDiesel,l,7,9,17\nWater,m3,30,40,70\n",
    ],
    ["项目,单位,一分厂,二分厂,全公司合计\n电力,kWh,100,200,300\n燃气,kWh,5,见上行,5\n柴油,升,7,9,17\n水,m3,30,40,70\n"],
  ])("are known by their word and most rows, and a row that differs is said", (text) => {
    const { lines, notes } = read(text);
    expect(lines).toHaveLength(7);
    expect(lines.join()).not.toMatch(/300|70/);
    expect(notes).toContain("rowSums");
  });

  test("are known without a word if nine of ten rows are sums", () => {
    const rows = Array.from({ length: 20 }, (_, i) => `Fuel ${i},t,${i + 3},${2 * i + 5},${i === 4 ? 99 : 3 * i + 8}`);
    expect(read(`Item,Unit,Bakery,Dairy,All of us\n${rows.join("\n")}\n`).lines).toHaveLength(40);
  });
});
