import { describe, expect, test } from "vitest";
import type { Sheet } from "../../../../lib/account/line-shape.ts";
import { openSheets, pastedSheet } from "../../../../lib/account/reading/open-sheets.ts";
import type { Asked } from "../../../../lib/account/reading/read-request.ts";
import { readSheets } from "../../../../lib/account/reading/read-sheets.ts";

const said = (sheets: readonly Sheet[], asked: Asked = {}) => {
  const { lines, leftOut, asks, sheets: readings } = readSheets(sheets, asked);
  return {
    lines: lines.map(({ name, amount, unit }) => `${name} ${amount} ${unit}`),
    sites: lines.map(({ site }) => site),
    years: lines.map(({ year }) => year),
    notes: lines.map(({ notes }) => notes.map(({ code }) => code.replace("account.read.", "")).join()),
    out: leftOut.filter(({ kind }) => kind !== "head" && kind !== "empty").map(({ row, kind }) => `${row} ${kind}`),
    asks: asks.map(({ key, assumed }) => `${key} ${assumed}`),
    sheets: readings.map(({ sheet, isUsed, reason }) => `${sheet} ${isUsed ? "used" : reason?.code}`),
  };
};
const read = (text: string, asked: Asked = {}) => said([pastedSheet("data.csv", text)], asked);

describe("Rows that are made of others", () => {
  test("outline numbers give each part its assembly, of any depth", () => {
    const { lines, sites, out } = read(
      "No,Part,Material,Mass (kg)\n1,Frame,,10\n1.1,Tube,Steel,7\n1.2,Bracket,Alu,3\n2,Wheel,,6\n2.1,Rim,Alu,4\n2.1.1,Outer,Alu,3\n2.1.2,Inner,Tin,1\n2.2,Tyre,Rubber,2\n",
    );
    expect(lines).toEqual(["Steel 7 kg", "Alu 3 kg", "Alu 3 kg", "Tin 1 kg", "Rubber 2 kg"]);
    expect(sites).toEqual(["Frame", "Frame", "Rim", "Rim", "Wheel"]);
    expect(out).toEqual(["2 repeated", "5 repeated", "6 repeated"]);
  });

  test("indented rows are parts, and their total is the sum of the parts", () => {
    const text =
      "Carrier,Unit,2023\nFossil,MWh,30\n  Gas,MWh,20\n  Oil,MWh,10\nRenewable,MWh,5\n  Wood,MWh,5\nTotal,MWh,35\n";
    expect(read(text).lines).toEqual(["Gas 20 MWh", "Oil 10 MWh", "Wood 5 MWh"]);
    expect(read(text).out).toEqual(["2 repeated", "5 repeated", "7 total"]);
  });

  test("a stray blank before a name makes no row a part in silence", () => {
    const { lines, asks } = read("Fuel,Amount,Unit\nDiesel,100,l\n Petrol,40,l\nLPG,7,l\n");
    expect(lines).toEqual(["Diesel 100 L", "Petrol 40 L", "LPG 7 L"]);
    expect(asks).toEqual(["parts:data:2 both"]);
  });

  test("codes that begin alike are sums only where the amounts are", () => {
    const table = (sum: number) => `Code,Fuel,Amount,Unit\n1A1,All fuels,${sum},TJ\n1A1a,Coal,20,TJ\n1A1b,Gas,10,TJ\n`;
    expect(read(table(30)).lines).toEqual(["Coal 20 TJ", "Gas 10 TJ"]);
    expect(read(table(7)).lines).toEqual(["All fuels 7 TJ", "Coal 20 TJ", "Gas 10 TJ"]);
  });

  test.each([
    ["Electricity,500,kWh\nof which solar,20,kWh\nDiesel,30,l", ["Electricity 500 kWh", "Diesel 30 L"]],
    ["电力,500,kWh\n其中：绿电,20,kWh\n柴油,30,升", ["电力 500 kWh", "柴油 30 L"]],
  ])("a part of the row above is counted by that row: %s", (rows, lines) => {
    expect(read(`Fuel,Amount,Unit\n${rows}\n`)).toMatchObject({ lines, out: ["3 repeated"] });
  });

  test("totals may stand above their rows, and subtotals within them", () => {
    expect(read("Fuel,Amount,Unit\nTotal,530,kWh\nElectricity,500,kWh\nGas,30,kWh\n").out).toEqual(["2 total"]);
    const sites = "Site,Fuel,kWh\nA,El,10\nA,Gas,20\nSubtotal A,,30\nB,El,1\nB,Gas,2\nSubtotal B,,3\nGrand total,,33\n";
    expect(read(sites).out).toEqual(["4 total", "7 total", "8 total"]);
  });
});

describe("Columns that belong together", () => {
  test("quarters and halves of a year are summed, and beside months they are sums", () => {
    const quarters = "Fuel,Unit,Q1 2023,Q2 2023,Q3 2023,Q4 2023\nDiesel,l,1,2,3,4\n";
    expect(read(quarters)).toMatchObject({ lines: ["Diesel 10 L"], years: [2023] });
    expect(read("能源,单位,上半年,下半年,全年\n柴油,升,1,2,\n")).toMatchObject({
      lines: ["柴油 3 L"],
      notes: ["months"],
    });
    const both = "Fuel,Unit,Jan,Feb,Mar,Q1,Apr,May,Jun,Q2,H1\nDiesel,l,1,2,3,6,4,5,6,15,21\n";
    expect(read(both).lines).toEqual(["Diesel 21 L"]);
  });

  test("heads of three rows are joined below merged cells, and fields of a form above them are none", () => {
    const { lines, sites } = read(
      "Return 2023,,,Unit: kWh\nSite,Electricity,,Fuel,\n,Grid,Solar,Diesel,Petrol\n,kWh,kWh,l,l\nA,100,20,5,6\n",
    );
    expect(lines).toEqual([
      "Electricity / Grid 100 kWh",
      "Electricity / Solar 20 kWh",
      "Fuel / Diesel 5 L",
      "Fuel / Petrol 6 L",
    ]);
    expect(new Set(sites)).toEqual(new Set(["A"]));
  });

  test("what is left of a purchase less stock is the one amount, in the unit of its fuel", () => {
    const { lines } = read(
      "设施,燃料,消耗量,,\n,品种,购入,期末库存变化,净消耗\n,,t或万Nm³,t或万Nm³,t或万Nm³\n窑,烟煤,50,3,47\n炉,天然气,2,0,2\n",
    );
    expect(lines).toEqual(["烟煤 47 t", "天然气 20000 Nm3"]);
  });

  test("floor areas and numbers of people are no activities", () => {
    expect(read("Site,Gas (kWh gross CV),Floor area (m2),Headcount\nA,5,100,7\nB,6,200,8\n")).toMatchObject({
      lines: ["Gas 5 kWh", "Gas 6 kWh"],
      notes: ["gross", "gross"],
    });
  });

  test("cells merged down hold for the rows below, and a row without a material has the name of its part", () => {
    expect(read("Site,Fuel,Amount,Unit\nMunich,Diesel,5,l\n,Gas,6,m3\nBerlin,Diesel,7,l\n").sites).toEqual([
      "Munich",
      "Munich",
      "Berlin",
    ]);
    expect(read("Fuel,Site,Amount,Unit\nDiesel,A,5,l\n,B,6,l\n").lines).toEqual(["Diesel 5 L", "Diesel 6 L"]);
    expect(read("Part,Material,Mass (g)\nShell,Steel,5\nMotor,,6\n").lines).toEqual(["Steel 5 g", "Motor 6 g"]);
  });
});

describe("Amounts that are in doubt", () => {
  test("equal rows are kept and asked about", () => {
    const text = "Date,Fuel,Amount,Unit\n2023-01-02,Diesel,5,l\n2023-01-02,Diesel,5,l\n";
    expect(read(text)).toMatchObject({ notes: ["", "duplicate"], asks: ["duplicates:data keep"] });
    expect(read(text, { answers: { "duplicates:data": "first" } })).toMatchObject({ out: ["3 repeated"], asks: [] });
  });

  test("negative amounts in each notation are kept and asked about", () => {
    const text = "Fuel,Amount,Unit\nDiesel,500,l\nCredit,(20),l\nReturn,30-,l\nRefund,-4,l\n";
    expect(read(text).lines).toEqual(["Diesel 500 L", "Credit -20 L", "Return -30 L", "Refund -4 L"]);
    expect(read(text).asks).toEqual(["negative:data keep"]);
    expect(read(text, { answers: { "negative:data": "out" } }).lines).toEqual(["Diesel 500 L"]);
  });

  test("money without a year asks of which year the prices are", () => {
    expect(read("Category,Spend (EUR)\nSteel,1200\nIT,300\n")).toMatchObject({ asks: ["priceYear:data null"] });
    expect(read("Spend 2023 in thousand USD\nCategory,Spend\nSteel,1.2\nIT,3\n")).toMatchObject({
      lines: ["Steel 1200 USD", "IT 3000 USD"],
      years: [2023, 2023],
      asks: [],
    });
  });

  test("the unit that stands nearest to an amount is taken, and the other one asked about", () => {
    const { lines, asks, notes } = read("Activity,Amount (kWh),Unit\nPower,8,MWh\nHeat,9,kWh\nOil,5,\n");
    expect(lines).toEqual(["Power 8 MWh", "Heat 9 kWh", "Oil 5 kWh"]);
    expect(asks).toEqual(["unit:data:column-head:MWh-kWh column"]);
    expect(notes).toEqual(["contradiction", "", "unitOfHead"]);
  });
});

describe("Sheets and encodings", () => {
  const data = {
    name: "Data",
    rows: [
      ["Fuel", "Amount", "Unit"],
      ["Diesel", 5, "l"],
    ],
  };

  test("covers, hidden sheets, pivots, lists of factors and summaries are not read, each with its reason", () => {
    const { lines, sheets } = said([
      { name: "Cover", rows: [["Our account"], ["Year", 2023]] },
      data,
      { ...data, name: "Old", isHidden: true },
      {
        name: "Pivot",
        rows: [
          ["Row Labels", "Sum of Amount"],
          ["Diesel", 5],
        ],
      },
      {
        name: "Factors",
        rows: [
          ["Fuel", "Emission factor", "Unit"],
          ["Diesel", 2, "kg CO2/l"],
        ],
      },
      { ...data, name: "Summary" },
    ]);
    expect(lines).toEqual(["Diesel 5 L"]);
    expect(sheets).toEqual([
      "Cover account.read.noTable",
      "Data used",
      "Old account.read.hidden",
      "Pivot account.read.pivot",
      "Factors account.read.lookup",
      "Summary account.read.summary",
    ]);
  });

  test("a remark that begins like a pivot makes no sheet one", () => {
    const rows = [
      ["Fuel", "Amount", "Unit", "Source"],
      ["Diesel", 5, "l", "sum of invoices"],
    ];
    expect(said([{ name: "Data", rows }]).lines).toEqual(["Diesel 5 L"]);
  });

  test.each([
    // "能源,用量,单位" and "柴油,5,升" in GB 18030.
    ["GB 18030", Buffer.from("c4dcd4b42cd3c3c1bf2cb5a5cebb0ab2f1d3cd2c352cc9fd0a", "hex")],
    ["UTF-16", Buffer.from("\ufeff能源,用量,单位\n柴油,5,升\n", "utf16le")],
  ])("a text in %s is read", async (_, bytes) => {
    expect(said(await openSheets("data.csv", new Uint8Array(bytes))).lines).toEqual(["柴油 5 L"]);
  });
});

describe("Many rows", () => {
  // Quadratic work would take a minute here, and the limit of a test is far below that.
  test("twenty thousand totals, each to be compared with those around it, are read", () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => ["Total", 1 + (i % 977) * Math.E, "l"]);
    const { lines, leftOut } = readSheets([{ name: "Data", rows: [["Fuel", "Amount", "Unit"], ...rows] }]);
    expect(lines.length + leftOut.length).toBe(20_001);
  });
});

describe("Amounts that are no activity", () => {
  test("a column that says the same energy in another unit, or as standard coal, is named and not counted", () => {
    const head = "Site,Gas (m3),Gas (kWh),Electricity (kWh),综合能耗（tce）\n";
    const sheet = pastedSheet("data.csv", `${head}A,100,1040,50,1\nB,200,2085,70,2\nC,300,3120,10,3\n`);
    const { lines, notes } = readSheets([sheet]);
    expect(lines.map(({ name, unit }) => `${name} ${unit}`)).toEqual(
      ["A", "B", "C"].flatMap(() => ["Gas m3", "Electricity kWh"]),
    );
    expect(notes.map(({ code }) => code)).toEqual(["account.read.restatedSum", "account.read.restated"]);
    const alternate = read("Site,Diesel (L),Diesel (kg)\nA,100,\nB,,50\n");
    expect(alternate.lines).toEqual(["Diesel 100 L", "Diesel 50 kg"]);
  });

  test("lifetimes, limits, sizes, ratings and factors are left out, each with its reason", () => {
    const rows =
      "Diesel,100,l\nLifetime,5,years\nReporting limit value,25,t\nFloor area,30,m2\nPower,50,kW\nGrid,1,kg/kWh\n";
    const { lines, leftOut } = readSheets([
      pastedSheet("data.csv", `Fuel,Amount,Unit\n${rows}Service life heat,7,kWh\n`),
    ]);
    expect(lines.map(({ name }) => name)).toEqual(["Diesel", "Service life heat"]);
    expect(leftOut.filter(({ kind }) => kind === "note").map(({ reason }) => reason.code.slice(13))).toEqual([
      "lifetime",
      "threshold",
      "sizeOnly",
      "rating",
      "ratio",
    ]);
  });

  test("gross and net weights, and all energy as standard coal, are sums of their rows", () => {
    expect(read("Part,Weight (g)\nA,10\nB,20\nNet weight,30\nGross wt.,35\n").out).toEqual(["4 total", "5 total"]);
    expect(read("能源,消耗量,单位\n电,10,MWh\n汽油,2,t\n综合能耗（折标煤）,4,tce\n").out).toEqual(["4 total"]);
    expect(read("能源,消耗量,单位\n综合能耗（折标煤）,4,tce\n").lines).toEqual(["综合能耗（折标煤） 4 tce"]);
  });

  test("a label beside its value on a cover heads no table", () => {
    const cover = {
      name: "Cover",
      rows: [
        ["Contact", "Dale"],
        ["Threshold", 25000, "t CO2e"],
      ],
    };
    const data = {
      name: "Data",
      rows: [
        ["Fuel", "Amount", "Unit"],
        ["Diesel", 1, "l"],
      ],
    };
    expect(said([cover, data])).toMatchObject({
      lines: ["Diesel 1 L"],
      sheets: ["Cover account.read.noTable", "Data used"],
    });
  });

  test("an amount of a year is the amount", () => {
    expect(read("Fuel,Amount,Unit\nGas,100,kWh/a\nWood,3,t per year\n").lines).toEqual(["Gas 100 kWh", "Wood 3 t"]);
  });
});

describe("Shares of a mass", () => {
  const formula = (title: string, asked: Asked = {}) =>
    read(`${title}\nRaw material,% w/w\nWater,60\nPigment,40%\nTotal,100\n`, asked);

  test.each([["Formula, 1 pail = 20 kg net"], ["Batch size (kg): 20"], ["配方（每桶 20 kg）"]])(
    "are amounts of the mass in the title: %s",
    (title) => {
      const { lines, notes, out, asks } = formula(title);
      expect({ lines, asks }).toEqual({ lines: ["Water 12 kg", "Pigment 8 kg"], asks: [] });
      expect(notes).toEqual(["ofBatch", "ofBatch"]);
      expect(out).toEqual(["1 title", "5 total"]);
    },
  );

  test("are asked about, and no amounts, without one mass", () => {
    const alone = formula("Formula of 20 kg or 5 kg");
    expect(alone).toMatchObject({ lines: [], asks: ["batch:data null"] });
    expect(alone.out).toEqual(["1 title", "3 unreadable", "4 unreadable", "5 total"]);
    expect(formula("Formula", { answers: { "batch:data": "0.5 t" } }).lines).toEqual(["Water 0.3 t", "Pigment 0.2 t"]);
  });
});

describe("Pieces and the mass of one", () => {
  test("a count is read by the decimal sign of its column, and kg/Stk is a mass in kg", () => {
    const { lines, notes } = read(
      "Pos.;Benennung;Werkstoff;Menge;Einheit;Gewicht kg/Stk\n1;Welle;Stahl;2;Stk;1,5\n2;Band;PVC;0,5;Stk;0,4\n3;Nabe;Messing;1,5;Stk;2,25\n",
    );
    expect(lines).toEqual(["Stahl 3 kg", "PVC 0.2 kg", "Messing 3.375 kg"]);
    expect(notes).toEqual(["each", "each", "each"]);
  });

  test("a count by the other decimal sign is said, and its row kept", () => {
    const { lines, notes } = read("Benennung;Anzahl;Gewicht kg/Stk\nStahl;2,5;1,5\nPVC;1,5;0,4\nMessing;0.5;2,25\n");
    expect(lines).toEqual(["Stahl 3.75 kg", "PVC 0.6 kg", "Messing 2.25 kg"]);
    expect(notes.at(-1)).toBe("countUnread");
  });
});

describe("Units as people type them", () => {
  test("a unit with a letter too many, too few or out of place is taken, and said", () => {
    const { lines, notes } = read(
      "Fuel,Amount,Unit\nElectricity,10,kHw\nDiesel,20,litrs\nPetrol,30,gallonns\nCoal,4,tonnnes\n",
    );
    expect(lines).toEqual(["Electricity 10 kWh", "Diesel 20 L", "Petrol 30 gal", "Coal 4 t"]);
    expect(notes).toEqual(["unitTyped", "unitTyped", "unitTyped", "unitTyped"]);
  });

  test.each(["pkg", "mtr", "box", "doz", "bags", "mille", "crate"])("%s is taken for no unit", (unit) => {
    expect(read(`Item,Amount,Unit\nPaper,10,${unit}\nDiesel,5,l\n`).lines[0]).toBe(`Paper 10 ${unit}`);
  });

  test.each([
    ["1.2M", "1200000"],
    ["3 lakh", "300000"],
    ["12,34,567", "1234567"],
    ["1.5k", "1500"],
    ["4 Tsd", "4000"],
    ["2.5 crore", "25000000"],
  ])("%s is %s", (amount, value) => {
    expect(read(`Item;Amount;Unit\nPower;${amount};kWh\nSteam;7.25;GJ\n`).lines[0]).toBe(`Power ${value} kWh`);
  });

  test.each([
    ["1,2 Mrd", "1200000000"],
    ["1,2 mln", "1200000"],
  ])("%s with a comma is %s", (amount, value) => {
    expect(read(`Bezeichnung;Menge;Einheit\nStrom;${amount};kWh\nDampf;7,25;GJ\n`).lines[0]).toBe(`Strom ${value} kWh`);
  });
});

describe("Years of account", () => {
  test.each([
    ["FY 2022/23", 2022, "fiscalYear"],
    ["2022/23", 2022, "fiscalYear"],
    ["2022-2023", 2022, "fiscalYear"],
    ["FY11/12", 2011, "fiscalYear"],
    ["2022–23财年", 2022, "fiscalYear"],
    ["FY23", 2023, ""],
    ["2011/12", 2011, ""],
    ["2022-11", 2022, ""],
    ["2021-2023", null, ""],
  ])("%s in a column of years", (text, year, note) => {
    const { years, notes } = read(`Year,Fuel,Amount,Unit\n${text},Diesel,10,l\n${text},Petrol,20,l\n`);
    expect(years).toEqual([year, year]);
    expect(notes).toEqual([note, note]);
  });

  test("years of account stand across, too", () => {
    const { lines, years, notes } = read("Fuel,Unit,FY 2021/22,FY 2022/23\nDiesel,l,10,20\nPetrol,l,30,40\n");
    expect(lines).toEqual(["Diesel 10 L", "Diesel 20 L", "Petrol 30 L", "Petrol 40 L"]);
    expect(years).toEqual([2021, 2022, 2021, 2022]);
    expect(notes).toEqual(["fiscalYear", "fiscalYear", "fiscalYear", "fiscalYear"]);
  });

  test("a year of account in a title is that of all rows", () => {
    const { years, notes } = read("Energy use, financial year 2022-23,,\nFuel,Amount,Unit\nDiesel,10,l\nPetrol,20,l\n");
    expect(years).toEqual([2022, 2022]);
    expect(notes).toEqual(["fiscalYear", "fiscalYear"]);
  });
});

describe("Signs and distances", () => {
  test.each([
    ["-$310.55", -310.55],
    ["−$ 310.55", -310.55],
    ["- € 12", -12],
    ["($5.00)", -5],
    ["$310.55", 310.55],
  ])("a sign before the currency: %s", (text, amount) => {
    const { lines } = read(`Item,Amount\nPaper,${text}\nLegal fees,$20\nCleaning,$30\n`);
    expect(lines[0]).toMatch(new RegExp(`^Paper ${amount} `));
  });

  test("kilometres beside an amount are how far it went, and alone they are the amount", () => {
    const goods = readSheets([pastedSheet("data.csv", "Merce,Quantità,u.m.,Km\nAcciaio,12,t,300\nLegno,5,t,80\n")], {});
    expect(goods.lines.map(({ amount, unit, distance }) => [amount, unit, distance?.amount])).toEqual([
      [12, "t", 300],
      [5, "t", 80],
    ]);
    expect(read("Vehicle,Km\nPetrol car,300\nDiesel car,80\n").lines).toEqual([
      "Petrol car 300 km",
      "Diesel car 80 km",
    ]);
  });

  test("a sign of several currencies is the one that also stands there, and else stays a sign", () => {
    const table = (title: string) => `${title},\nItem,Amount\nPaper,$10\nLegal fees,$20\n`;
    expect(read(table("All amounts in AUD")).lines).toEqual(["Paper 10 AUD", "Legal fees 20 AUD"]);
    expect(read(table("Spend 2024")).lines).toEqual(["Paper 10 $", "Legal fees 20 $"]);
    expect(read("Item,Amount,Currency\nPaper,$10,CAD\nLegal fees,$20,NZD\n").lines).toEqual([
      "Paper 10 CAD",
      "Legal fees 20 NZD",
    ]);
  });
});
