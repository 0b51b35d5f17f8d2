import { describe, expect, test } from "vitest";
import { pastedSheet } from "../../../../lib/account/reading/open-sheets.ts";
import { readSheets } from "../../../../lib/account/reading/read-sheets.ts";
import { readUnit } from "../../../../lib/account/reading/read-unit.ts";

const read = (text: string) => {
  const { lines, leftOut } = readSheets([pastedSheet("data.csv", text)]);
  return {
    lines: lines.map(({ name, amount, unit }) => `${name} ${amount} ${unit}`),
    sites: lines.map(({ site }) => site),
    years: lines.map(({ year }) => year),
    titles: leftOut.filter(({ kind }) => kind === "title").map(({ row }) => row),
  };
};

describe("What heads and titles say of amounts", () => {
  test.each([
    ["Plant balance 2020 (GJ unless otherwise stated)", "GJ"],
    ["FUEL LEDGER 2020 ALL VOLUMES IN LITRES", "L"],
    ["二〇二〇年台账（吨）", "t"],
  ])("a unit in the title holds where a row has none: %s", (title, unit) => {
    const { lines } = read(`${title}\nFuel,Quantity,Unit\nCoke,20,\nPeat,30,\nTimber,4,m3\n`);
    expect(lines).toEqual([`Coke 20 ${unit}`, `Peat 30 ${unit}`, "Timber 4 m3"]);
  });

  test("a piece or an hour in brackets of a title is no unit of the table", () => {
    expect(read("Meters 2020 (each)\nFuel,Quantity\nCoke,20\nPeat,30\n").lines).toEqual(["Coke 20 ", "Peat 30 "]);
  });

  test("the title of a second table is its own, and no row of the first", () => {
    const { lines, titles } = read(
      "Concepto,Cantidad,Unidad\nDiésel,20,litros\nGasolina,30,litros\n,,\nCompras (miles de pesos MXN; con IVA),,\nRubro,Importe,\nCartón,12,\nVidrio,7.5,\n",
    );
    expect(lines).toEqual(["Diésel 20 L", "Gasolina 30 L", "Cartón 12000 MXN", "Vidrio 7500 MXN"]);
    expect(titles).toEqual([5]);
  });

  test.each([
    ["Apr-Jun 21,Jul-Sep 21", [2021, 2021]],
    ["Jul–Dec 20,Jan–Jun 21", [2020, 2021]],
  ])("spans of months are parts of a year: %s", (heads, years) => {
    const { lines, years: found } = read(`Fuel,Unit,${heads}\nDiesel,l,10,20\nPetrol,l,1,2\n`);
    const isOneYear = years[0] === years[1];
    expect(lines).toEqual(
      isOneYear ? ["Diesel 30 L", "Petrol 3 L"] : ["Diesel 10 L", "Diesel 20 L", "Petrol 1 L", "Petrol 2 L"],
    );
    expect(new Set(found)).toEqual(new Set(years));
  });

  test("of a head that names a carrier and a place, the place is the site", () => {
    const { lines, sites } = read(
      "月份,电力,,柴油\n,一号窑,二号窑,备用机组\n,千瓦时,万千瓦时,升\n1月,100,3,7\n2月,200,4,9\n",
    );
    expect(lines.map((line) => line.split(" ").at(-1))).toEqual(["kWh", "kWh", "L", "kWh", "kWh", "L"]);
    expect(new Set(sites)).toEqual(new Set(["一号窑", "二号窑", "备用机组"]));
  });

  test("a second column of the word for units is that of sites, if its cells are no units", () => {
    const { lines, sites } = read(
      "Unidade,Combustível,Quantidade,Unid.\nSantos,Diesel,1200,L\nSantos,Carvão,3,t\nRecife,Diesel,700,L\n",
    );
    expect(lines).toEqual(["Diesel 1200 L", "Carvão 3 t", "Diesel 700 L"]);
    expect(sites).toEqual(["Santos", "Santos", "Recife"]);
  });

  test.each(["Number of invoices", "Anzahl Rechnungen", "Nombre de commandes", "发票张数"])(
    "a count of documents is no amount: %s",
    (head) => {
      const { lines } = read(`Expense type,Amount (kEUR net),${head}\nFlowers,20.5,112\nPaint,30,9\n`);
      expect(lines).toEqual(["Flowers 20500 EUR", "Paint 30000 EUR"]);
    },
  );

  test("of refrigerants the amount is what was refilled, not the charge", () => {
    const heads = [
      "Equipment,Refrigerant,Initial charge,Refilled,Recovered",
      "设备,制冷剂,额定充注量,本年补充量,回收量",
    ];
    for (const head of heads)
      expect(read(`Gases 2020 (kg)\n${head}\nChiller,R32,50,2.5,0\nStore,R290,20,1,1\n`).lines).toEqual([
        "R32 2.5 kg",
        "R290 1 kg",
      ]);
  });

  test("places of a trip are no dates, and a trip beside nights has its distance", () => {
    const { lines } = read(
      "Mode,From,To,Distance,Unit,Nights\nTrain,Lyon,Turin,310,km,\nHotel,,Turin,,,3\nBus,Turin,Genoa,170,km,\n",
    );
    expect(lines).toEqual(["Train 310 km", "Hotel 3 item room-night", "Bus 170 km"]);
  });

  test("a unit in brackets within a name is that of its amount, and a k behind digits is thousands", () => {
    expect(read("Item,Qty\nKerosene (l) for stoves,1.5k\nBriquettes (kg) hall,250\n").lines).toEqual([
      "Kerosene (l) for stoves 1500 L",
      "Briquettes (kg) hall 250 kg",
    ]);
  });
});

test.each([
  ["k€ HT", "EUR", 3],
  ["万元（不含税）", "CNY", 4],
  ["thousand rand (ZAR)", "ZAR", 3],
  ["millones de pesos COP", null, 0],
  ["kg net", "kg", 0],
])("a unit of money with its taxes is the unit of money: %s", (text, unit, power) => {
  const found = readUnit(text);
  if (unit === null) expect(found).toBeNull();
  else if (unit === "kg") expect(found?.unit ?? "kg").toBe("kg");
  else expect(found).toMatchObject({ unit, power });
});

describe("A year that stands elsewhere", () => {
  const data = {
    name: "Data",
    rows: [
      ["Fuel", "Amount", "Unit"],
      ["Diesel", 1, "l"],
    ],
  };
  const read = (cover: string[], asked = {}) => {
    const { lines } = readSheets([{ name: "Cover", rows: cover.map((text) => [text]) }, data], asked);
    return lines.map(({ year, notes }) => [year, ...notes.map(({ code }) => code.replace("account.read.", ""))]);
  };

  test("is taken from a cover, with a note, where one year alone stands there", () => {
    expect(read(["GHG activity data, calendar year 2022", "Tons of 2,000 lb"])).toEqual([[2022, "yearOfCover"]]);
    expect(read(["Built in 1998", "Reporting year 2022", "Printed: 03/02/2023"])).toEqual([[2022, "yearOfCover"]]);
    expect(read(["Data of 2021", "Data of 2022"])).toEqual([[null]]);
    expect(read(["Calendar year 2022"], { year: 2020 })).toEqual([[2020]]);
  });

  test("is taken from the name of the file or sheet, with a note", () => {
    expect(read([], { file: "energy 2023.xlsx" })).toEqual([[2023, "yearOfName"]]);
    expect(read([], { file: "energy 2022-2023.xlsx" })).toEqual([[null]]);
  });
});
