import { describe, expect, test } from "vitest";
import { pastedSheet } from "../../../../lib/account/reading/open-sheets.ts";
import type { Asked } from "../../../../lib/account/reading/read-request.ts";
import { readSheets } from "../../../../lib/account/reading/read-sheets.ts";

const read = (text: string, asked: Asked = {}) => {
  const sheet = pastedSheet("data.csv", text);
  const outcome = readSheets([sheet], asked);
  // Nothing is lost in silence.
  const places = new Set([...outcome.lines, ...outcome.leftOut].map(({ row }) => row));
  expect([...places].sort((a, b) => a - b)).toEqual(sheet.rows.map((_, i) => i + 1));
  return {
    ...outcome,
    plain: outcome.lines.map(({ name, amount, unit }) => [name, amount, unit]),
    out: outcome.leftOut.map(({ row, kind }) => `${row} ${kind}`),
    keys: outcome.asks.map(({ key }) => key),
  };
};

describe("Sheets are read into lines", () => {
  test("carriers across become a line for each site, and a checked total is left out", () => {
    const { lines, out } = read(
      "Energy data 2024\n\nSite;Electricity (kWh);Natural gas (kWh)\nMunich;1.200,5;3.000,0\nBerlin;100;-\nSumme;1.300,5;3.000,0\n",
    );
    expect(lines.map(({ site, name, amount, unit, year }) => [site, name, amount, unit, year])).toEqual([
      ["Munich", "Electricity", 1200.5, "kWh", 2024],
      ["Munich", "Natural gas", 3000, "kWh", 2024],
      ["Berlin", "Electricity", 100, "kWh", 2024],
    ]);
    expect(out).toEqual(["1 title", "2 empty", "3 head", "5 empty", "6 total"]);
  });

  test("a calorific value in the unit or in a note, and what a column of remarks says, stay with the line", () => {
    const { lines } = read(
      "Item,Amount,Unit,Notes\nNatural gas,10,kWh (gross),boiler house\nGas oil,20,L,\nNatural gas,5,MWh NCV,kitchen\n",
    );
    expect(lines.map(({ basis, remark }) => [basis, remark])).toEqual([
      ["GCV", "boiler house"],
      [undefined, undefined],
      ["NCV", "kitchen"],
    ]);
    const noted = read("Gas by gross calorific value\nItem,Amount,Unit\nNatural gas,10,kWh\nDiesel,5,L\n");
    expect(noted.lines.map(({ basis }) => basis)).toEqual(["GCV", undefined]);
  });

  test("months across are summed to one line of the year, and the empty ones are said", () => {
    const { lines } = read("Energy 2023\nCarrier,Unit,Jan,Feb,Mar,Total\nElectricity,kWh,10,20,30,60\nGas,m3,1,,3,4\n");
    expect(lines.map(({ amount, year, period }) => [amount, year, period])).toEqual([
      [60, 2023, "Jan–Mar"],
      [4, 2023, "Jan–Mar"],
    ]);
    expect(lines[1]!.notes.map(({ code }) => code)).toEqual(["account.read.monthsLack"]);
  });

  test("money is the amount only where a row has no other, and 万 is ten thousand", () => {
    const { plain, lines } = read(
      "某公司能源消耗表,,,,\n,,,年份：,2023\n序号,能源品种,计量单位,消耗量,费用（万元）\n1,电力,万千瓦时,12.5,8\n2,柴油,吨,3,2\n3,服务,,,5\n",
    );
    expect(plain).toEqual([
      ["电力", 125000, "kWh"],
      ["柴油", 3, "t"],
      ["服务", 50000, "CNY"],
    ]);
    expect(lines.every(({ year }) => year === 2023)).toBe(true);
  });

  test("pieces times the mass of one, whose total is known by its sum", () => {
    const { plain, out, keys } = read(
      "Pos,Part,Material,Qty,Weight each (g)\n1,Housing,Steel,4,2.3\n2,Cover,Aluminium,1,10\n,Total,,,19.2\n",
    );
    expect(plain).toEqual([
      ["Steel", 9.2, "g"],
      ["Aluminium", 10, "g"],
    ]);
    expect([out, keys]).toEqual([["1 head", "4 total"], []]);
  });

  test("heads of two rows give carriers and their units", () => {
    const { plain } = read("Site,Diesel,Strom\n,l,kWh\nA,5,10\nB,6,12\n");
    expect(plain).toEqual([
      ["Diesel", 5, "L"],
      ["Strom", 10, "kWh"],
      ["Diesel", 6, "L"],
      ["Strom", 12, "kWh"],
    ]);
  });

  test("an assembly that repeats the mass of its parts is no line", () => {
    const { plain, out } = read("Level,Part,Mass (kg)\n1,Frame,10\n2,Steel,7\n2,Alu,3\n1,Glass,5\n");
    expect(plain.map(([name]) => name)).toEqual(["Steel", "Alu", "Glass"]);
    expect(out).toEqual(["1 head", "2 repeated"]);
  });

  test("a name that begins like a total but is none stays a line, and is asked about", () => {
    const { plain, keys } = read(
      "Fuel,Amount,Unit\nDiesel,1000,kWh\nGas,2500,kWh\nTotal,3500,kWh\nTotal Quartz,5,kWh\n",
    );
    expect(plain.map(([name]) => name)).toEqual(["Diesel", "Gas", "Total Quartz"]);
    expect(keys).toEqual(["total:data:5"]);
  });

  test("an amount that may be two numbers is asked about, and the answer holds", () => {
    const text = "Menge (kg);Material\n1.234;Stahl\n2.500;Alu\n";
    expect([read(text).plain[0], read(text).keys]).toEqual([["Stahl", 1234, "kg"], ["decimal:data:Menge (kg)"]]);
    const answers = { "decimal:data:Menge (kg)": "." };
    expect([read(text, { answers }).plain[0], read(text, { answers }).keys]).toEqual([["Stahl", 1.234, "kg"], []]);
  });

  test("two tables in one sheet are both read", () => {
    const { plain } = read("Fuel,Amount,Unit\nDiesel,1,l\nGas,2,m3\n\n\nMaterial,Weight,Unit\nSteel,5,kg\nAlu,3,kg\n");
    expect(plain.map(([name]) => name)).toEqual(["Diesel", "Gas", "Steel", "Alu"]);
  });
});
