import { describe, expect, test } from "vitest";
import { pastedSheet } from "../../../../lib/account/reading/open-sheets.ts";
import { readHead } from "../../../../lib/account/reading/read-head.ts";
import { readSheets } from "../../../../lib/account/reading/read-sheets.ts";

const linesOf = (text: string) =>
  readSheets([pastedSheet("data.csv", text)]).lines.map(({ name, amount, unit, distance }) =>
    [name, amount, unit, distance === null ? "" : `${distance.amount} ${distance.unit}`].join(" ").trim(),
  );

describe("Vehicles", () => {
  test.each([
    [
      "Unit,Fuel,Odometer start,Odometer end,Litres filled\nV11,Diesel,1000,9000,640\nV12,Petrol,200,5200,300\nV13,Diesel,40,940,77\n",
      ["Diesel 640 L", "Petrol 300 L", "Diesel 77 L"],
    ],
    [
      "车号,燃料,期初读数,期末读数,加油量（升）\nV11,柴油,1000,9000,640\nV12,汽油,200,5200,300\nV13,柴油,40,940,77\n",
      ["柴油 640 L", "汽油 300 L", "柴油 77 L"],
    ],
    [
      "Zähler,Energie,Zählerstand alt,Zählerstand neu,kWh Bezug\nZ1,Strom,1000,9000,8000\nZ2,Strom,20,520,500\nZ3,Erdgas,7,77,70\n",
      ["Strom 8000 kWh", "Strom 500 kWh", "Erdgas 70 kWh"],
    ],
  ])("readings of a meter are no amounts", (text, lines) => {
    expect(linesOf(text)).toEqual(lines);
  });

  test.each([
    ["Carrier,Lane km,Tonnes,Tonne-km\nTruck,100,5,500\nShip,900,7,6300\n", ["Truck 500 tkm", "Ship 6300 tkm"]],
    [
      "运输方式,运距（km）,货重（吨）,周转量（吨公里）\n公路运输,100,5,500\n水路运输,900,7,6300\n",
      ["公路运输 500 tkm", "水路运输 6300 tkm"],
    ],
  ])("tonne-kilometres beside tonnes and kilometres are the transport", (text, lines) => {
    expect(linesOf(text)).toEqual(lines);
  });
});

describe("Parts", () => {
  test.each([
    ["Part,Width mm,Height mm,Pcs,kg\nOak,300,200,2,3\nPine,100,50,4,1\n", ["Oak 3 kg", "Pine 1 kg"]],
    ["零件,长（mm）,宽（mm）,数量,面积（m2）\n橡木板,300,200,2,3\n松木板,100,50,4,1\n", ["橡木板 3 m2", "松木板 1 m2"]],
  ])("have dimensions, which are no amounts", (text, lines) => {
    expect(linesOf(text)).toEqual(lines);
  });
});

describe("Units of money in heads", () => {
  test.each([
    ["Outlay GBP '000 (after rebates)", "GBP", 3],
    ["Purchases in £k", "GBP", 3],
    ["Spend EUR thousand", "EUR", 3],
    ["Ausgaben T€", "EUR", 3],
    ["支出 千元", "CNY", 3],
    ["采购额 万元 (未税)", "CNY", 4],
    ["Charges NZD ex VAT", "NZD", 0],
  ])("%s", (text, unit, power) => {
    expect(readHead(text)).toMatchObject({ role: "money", unit: { unit, power } });
  });
});

describe("Tables side by side", () => {
  test("may have categories of spending, and distances", () => {
    const text =
      "Code,Category,Outlay EUR,,Team,Mode,Distance,Unit\nA,Paper,10,,Sales,Rail,900,pkm\nB,Paint,20,,Law,Air,700,pkm\nC,Steel,30,,Board,Rail,80,pkm\n";
    expect(linesOf(text)).toEqual([
      "Paper 10 EUR",
      "Paint 20 EUR",
      "Steel 30 EUR",
      "Rail 900 pkm",
      "Air 700 pkm",
      "Rail 80 pkm",
    ]);
  });
});

describe("Parts of an assembly that is there several times", () => {
  test.each([
    [
      "Level,Item,Qty,Weight each (g)\n0,Lamp,1,500\n1,Arm,3,100\n2,Steel tube,2,30\n2,Brass pin,1,40\n1,Glass shade,1,200\n",
    ],
    ["层级,零件,数量,单重（g）\n0,台灯,1,500\n1,支臂,3,100\n2,钢管,2,30\n2,铜销,1,40\n1,玻璃罩,1,200\n"],
  ])("are as many times more, unless a person says else", (text) => {
    expect(linesOf(text).map((line) => line.split(" ").at(-2))).toEqual(["180", "120", "200"]);
    const { asks } = readSheets([pastedSheet("data.csv", text)]);
    expect(asks.find(({ key }) => key === "nested:data")?.assumed).toBe("one");
    const { lines } = readSheets([pastedSheet("data.csv", text)], { answers: { "nested:data": "all" } });
    expect(lines.map(({ amount }) => amount)).toEqual([60, 40, 200]);
  });
});

describe("Results among amounts", () => {
  test.each([
    [
      "Item,Amount,Unit\nDiesel,5,l\nEmissions of the kiln,841,kgCO2/t\nShare recycled,46,%\nScope 1,30,tCO2e\n",
      "Diesel 5 L",
    ],
    ["项目,数量,单位\n柴油,5,升\n单位产品排放,841,kgCO2/t\n回收率,46,%\n范围一,30,tCO2e\n", "柴油 5 L"],
  ])("are no amounts", (text, line) => {
    expect(linesOf(text)).toEqual([line]);
  });
});
