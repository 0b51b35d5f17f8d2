import { describe, expect, test } from "vitest";
import { pastedSheet } from "../../../../lib/account/reading/open-sheets.ts";
import { readSheets } from "../../../../lib/account/reading/read-sheets.ts";

const read = (text: string) => {
  const outcome = readSheets([pastedSheet("data.csv", text)]);
  return {
    ...outcome,
    plain: outcome.lines.map(({ name, amount, unit }) => [name, amount, unit]),
    out: outcome.leftOut.map(({ row, kind }) => `${row} ${kind}`),
  };
};

describe("Columns whose heads say nothing are known by their cells", () => {
  test("of columns of texts the names are those that are known activities", () => {
    const { plain } = read(
      "Hausteil;Kürzel;Verbrauch (kWh)\nKantine;Erdgas;310\nHalle 2;Strom;420\nLabor;Fernwärme;75\nTurm;Strom;12\n",
    );
    expect(plain).toEqual([
      ["Erdgas", 310, "kWh"],
      ["Strom", 420, "kWh"],
      ["Fernwärme", 75, "kWh"],
      ["Strom", 12, "kWh"],
    ]);
  });

  test("names of parts stand behind designations of their materials, even where a head names the parts", () => {
    const { plain } = read("名称,规格栏,总重/kg\n支架,Q235B,12\n外罩,ABS,3.5\n轴,45#,2.25\n");
    expect(plain).toEqual([
      ["Q235B", 12, "kg"],
      ["ABS", 3.5, "kg"],
      ["45#", 2.25, "kg"],
    ]);
  });

  test("pieces and masses are known by their product, in which of the columns each stands", () => {
    const { plain } = read("Denom.,Qty,G ext (kg),G un (kg)\nBracket,4,10,2.5\nHood,1,3.5,3.5\nAxle,2,4.5,2.25\n");
    expect(plain).toEqual([
      ["Bracket", 10, "kg"],
      ["Hood", 3.5, "kg"],
      ["Axle", 4.5, "kg"],
    ]);
  });

  test("a whole number without a unit beside one mass is a count, and whether the mass is of one is asked", () => {
    const { plain, asks } = read("Denom.,Qty,G (kg)\nBracket,4,2.5\nHood,1,3.5\nAxle,2,2.25\n");
    expect(plain).toEqual([
      ["Bracket", 10, "kg"],
      ["Hood", 3.5, "kg"],
      ["Axle", 4.5, "kg"],
    ]);
    expect(asks.map(({ key }) => key)).toEqual(["each:data"]);
  });

  test("a unit of pieces behind a mass says that the mass is of one, and the unit stands in its column", () => {
    const { plain } = read(
      "Ref,Material,pcs,net weight per pc,UoM,EUR/100\nX1,Copper,4,12.5,g,9.1\nX2,Polycarbonate,1,0.148,kg,4\nX3,Paper,2,14,g,3.25\n",
    );
    expect(plain).toEqual([
      ["Copper", 50, "g"],
      ["Polycarbonate", 0.148, "kg"],
      ["Paper", 28, "g"],
    ]);
  });

  test("单位 is a company where its cells are no units, and its subtotals are none", () => {
    const { lines, out } = read(
      "2022年用能表\n单位,电力(MWh),柴油(t)\n甲化工,10,1.5\n乙陶瓷,20,2.5\n华东小计,30,4\n丙物流,5,7\n丁铸造,6,1\n华北小计,11,8\n",
    );
    expect(lines.map(({ site, name, amount, year }) => [site, name, amount, year])).toEqual([
      ["甲化工", "电力", 10, 2022],
      ["甲化工", "柴油", 1.5, 2022],
      ["乙陶瓷", "电力", 20, 2022],
      ["乙陶瓷", "柴油", 2.5, 2022],
      ["丙物流", "电力", 5, 2022],
      ["丙物流", "柴油", 7, 2022],
      ["丁铸造", "电力", 6, 2022],
      ["丁铸造", "柴油", 1, 2022],
    ]);
    expect(out.filter((each) => each.endsWith("total"))).toEqual(["5 total", "8 total"]);
  });

  test("a unit that nobody knows stays a unit where no other column has one", () => {
    const { plain } = read("品名,单位,数量\n纸箱,捆,10\n胶带,筒,20\n标签,捆,7\n");
    expect(plain[0]).toEqual(["纸箱", 10, "捆"]);
  });

  test("a column that is the sum of the columns beside it is no site", () => {
    const { lines } = read(
      "Energy type,Unit,Bergen,Turku,Odense,Nordics\nElectricity,MWh,1,2,4,7\nDiesel,litre,10,20,,30\n",
    );
    expect(lines.map(({ site, amount }) => [site, amount])).toEqual([
      ["Bergen", 1],
      ["Turku", 2],
      ["Odense", 4],
      ["Bergen", 10],
      ["Turku", 20],
    ]);
  });

  test("a distance is the amount where whole numbers beside it have no unit, and the means of transport the name", () => {
    const { plain, lines } = read(
      "Date,De,Vers,Moyen,Distance (km),Nuits\n2023-02-01,Metz,Nancy,Train,58,0\n2023-02-04,Metz,Rome,Avion,980,2\n2023-02-09,Brest,Metz,Train,870,1\n",
    );
    expect(plain).toEqual([
      ["Train", 58, "km"],
      ["Avion", 980, "km"],
      ["Train", 870, "km"],
    ]);
    expect(lines[0]!.notes.map(({ code }) => code)).toEqual(["account.read.besideDistance"]);
  });

  test("a last row that is the sum of the rows of its unit is a total, and is asked about", () => {
    const text =
      "Activity,Value,Unit\nResidual fuel oil,1200.5,TJ\nWood,310.25,TJ\nRice fields,77,ha\nLignite,88.125,TJ\nEvery fuel,1598.875,TJ\nSource: the yearbook\n";
    const { plain, out, asks } = read(text);
    expect(plain.map(([name]) => name)).toEqual(["Residual fuel oil", "Wood", "Rice fields", "Lignite"]);
    expect(out).toContain("6 total");
    expect(asks.map(({ key, assumed }) => [key, assumed])).toEqual([["sum:data:6", "total"]]);
    expect(read(text.replace("1598.875", "1598.876")).plain).toHaveLength(5);
  });

  test("a sheet of whose lines each is the sum of those of other sheets is left out, and asked about", () => {
    const sheet = (name: string, text: string) => ({ ...pastedSheet("data.csv", text), name });
    const sheets = [
      sheet("Europe", "Fuel,Unit,Amount\nDiesel,L,90\nNatural gas,kWh,7000\n"),
      sheet("Ghent", "Fuel,Unit,Amount\nDiesel,L,60\nNatural gas,kWh,7000\n"),
      sheet("Porto", "Fuel,Unit,Amount\nDiesel,L,30\n"),
    ];
    const outcome = readSheets(sheets);
    expect(outcome.lines.map((line) => [line.sheet, line.amount])).toEqual([
      ["Ghent", 60],
      ["Ghent", 7000],
      ["Porto", 30],
    ]);
    expect(outcome.asks.map(({ key }) => key)).toEqual(["sheet:Europe"]);
    expect(readSheets(sheets, { answers: { "sheet:Europe": "lines" } }).lines).toHaveLength(5);
  });

  test("a unit of packages is that of the count, and the mass keeps the unit of its head", () => {
    const { plain } = read("单位,品名,数量,总重(kg)\n箱,纸板,10,5\n桶,润滑油,3,60\n");
    expect(plain).toEqual([
      ["纸板", 5, "kg"],
      ["润滑油", 60, "kg"],
    ]);
  });

  test("a head that is called a remark by chance heads the names where its cells are materials", () => {
    const { plain } = read("代号,物料说明,总重(克)\nA-1,PA66,15\nA-2,Q235,80\nA-3,ABS,6\n");
    expect(plain.map(([name]) => name)).toEqual(["PA66", "Q235", "ABS"]);
  });

  test("what a head names stays the name where its cells are kinds of spending", () => {
    const { plain } = read(
      "Date,Desc.,Item,Spend EUR\n2024-01-03,Train Berlin,Travel expense,120\n2024-02-04,Flight Rome,Travel expense,400\n",
    );
    expect(plain.map(([name]) => name)).toEqual(["Travel expense", "Travel expense"]);
  });
});
