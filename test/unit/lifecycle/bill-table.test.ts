import { expect, test } from "vitest";
import { readBillText } from "../../../lib/lifecycle/assess/bill-table.ts";
import { readBill } from "../../../lib/lifecycle/assess/bill-text.ts";

const linesOf = (text: string) => readBillText(text).lines.map(({ name, amount, unit }) => [name, amount, unit]);

test("a bill with pieces and the mass of each is read as account.read reads it, and its sum is no line", () => {
  const { lines, leftOut } = readBillText(
    "Pos,Part,Material,Qty,Mass each (g),Total mass (g)\n1,Frame,Steel,2,500,1000\n2,Cover,ABS,1,120,120\n,Total,,,,1120",
  );
  expect(lines).toEqual([
    { row: 2, name: "Steel", amount: 1000, unit: "g" },
    { row: 3, name: "ABS", amount: 120, unit: "g" },
  ]);
  expect(leftOut.map(({ row, isLine }) => [row, isLine])).toEqual([[4, false]]);
});

test("pieces times the mass of each, with decimal commas, and equal names stay apart", () => {
  expect(linesOf("Werkstoff;Bezeichnung;Stückgewicht (kg);Stückzahl\nAcier;Châssis;1,5;2\nAcier;Axe;0,25;4\n")).toEqual(
    [
      ["Acier", 3, "kg"],
      ["Acier (2)", 1, "kg"],
    ],
  );
});

test.each([
  "steel 2.35 kg\nPP 1 kg",
  "steel; 1,234; kg\nPP; 2; kg",
  "Material;Amount;Unit;Origin\nsteel;2.35;kg;CHN\nTotal;2.35;kg;",
  "name,amount,unit\nsteel,1,234,kg",
])("a list of names, amounts and units is read as it was: %j", (text) => {
  expect(readBillText(text)).toEqual(readBill(text));
});
