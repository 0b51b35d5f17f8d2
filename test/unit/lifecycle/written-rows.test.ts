import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readBill } from "../../../lib/lifecycle/assess/bill-text.ts";
import { isUnit } from "../../../lib/lifecycle/assess/bill-units.ts";
import { writeMessage } from "../../../lib/message/write.ts";

const linesOf = (text: string) => readBill(text).lines.map(({ name, amount, unit }) => [name, amount, unit]);
const reasonsOf = (text: string) => readBill(text).leftOut.map(({ reason }) => writeMessage(reason));

describe("rows of a bill as people write them", () => {
  test.each([
    ["1,2 kg / polyester fabric", "polyester fabric", 1.2, "kg"],
    ["2.1 kg  beech, kiln dried", "beech, kiln dried", 2.1, "kg"],
    [".18 kg steel axles", "steel axles", 0.18, "kg"],
    ["15 g    beeswax", "beeswax", 15, "g"],
    ["3500 g / aluminium tube", "aluminium tube", 3500, "g"],
    ["3500 g | aluminium tube", "aluminium tube", 3500, "g"],
    ["3500\tg\taluminium tube", "aluminium tube", 3500, "g"],
    ["4 000 g steel", "steel", 4000, "g"],
    ["1 x lamp", "lamp", 1, "item"],
    ["2 × Leuchte", "Leuchte", 2, "item"],
    ["3 Stück Schrauben M8", "Schrauben M8", 3, "item"],
    ["3 kg of steel", "steel", 3, "kg"],
    ["2.1千克山毛榉", "山毛榉", 2.1, "kg"],
    ["3个 轮子", "轮子", 3, "item"],
    ["铝锭2.5千克", "铝锭", 2.5, "kg"],
    ["Natural gas for boiler .... 180 MJ", "Natural gas for boiler", 180, "MJ"],
    ["Steel sheet......2.5kg", "Steel sheet", 2.5, "kg"],
    ["Beton C30/37 2400 kg", "Beton C30/37", 2400, "kg"],
    ["2 mm steel sheet 5 kg", "2 mm steel sheet", 5, "kg"],
    ["rebar, 38,5 kg", "rebar", 38.5, "kg"],
    ["| steel | 2 | kg |", "steel", 2, "kg"],
  ])("%s", (row, name, amount, unit) => {
    expect(linesOf(row)).toEqual([[name, amount, unit]]);
  });

  test.each([
    ["1/1200 pallet", "1/1200 is a fraction"],
    ["3 wheels", "not sure which number"],
    ["PA 66 300 g", "not sure which number"],
    ["5 kg steel sheet 2 mm", "not sure which number"],
    ["2 x 3 kg steel", "not sure which number"],
    ["2.1 kg steel, 3 kg PP", "unit would be kg PP"],
    ["4711;2;kg", "name would be 4711"],
    ["steel;2;kg / polyester", "unit would be kg / polyester"],
    ["lamp;2 halogen", "unit would be halogen"],
  ])("what is not sure is left out with its reason: %s", (row, reason) => {
    expect(linesOf(row)).toEqual([]);
    expect(reasonsOf(row)).toEqual([expect.stringContaining(reason)]);
  });

  test("a position is no part of a name", () => {
    const rows = [
      "Pos. 1: Beton C30/37, 2,4 t",
      "Pos. 2: Bewehrungsstahl, 38,5 kg",
      "1) copper 2 kg",
      "(2) tin 2 kg",
      "3. zinc, 2 kg",
      "4. 2,5 kg gravel",
      "5、铝 3 kg",
      "P-001 steel 3 kg",
      "• glass: 2 kg",
    ];
    expect(linesOf(rows.join("\n")).map(([name]) => name)).toEqual([
      "Beton C30/37",
      "Bewehrungsstahl",
      "copper",
      "tin",
      "zinc",
      "gravel",
      "铝",
      "steel",
      "glass",
    ]);
    expect(linesOf("1;steel;2,35;kg\nP-003;glass;2;kg")).toEqual([
      ["steel", 2.35, "kg"],
      ["glass", 2, "kg"],
    ]);
    // Names that a number belongs to.
    expect(linesOf("No. 2 fuel oil, 3 kg\nPA66: 2 kg").map(([name]) => name)).toEqual(["No. 2 fuel oil", "PA66"]);
  });

  test("sums and headings are no lines that the bill lacks, wherever they stand", () => {
    const text = "part,material,kg\na,steel,2\npart,material,kg\nb,PP,1\nTOTAL,,,3\nGesamtgewicht,,3";
    expect(linesOf(text)).toEqual([
      ["steel", 2, "kg"],
      ["PP", 1, "kg"],
    ]);
    expect(readBill(text).leftOut.map(({ row, isLine }) => [row, isLine])).toEqual([
      [3, false],
      [5, false],
      [6, false],
    ]);
    expect(readBill("qty / unit / thing\n1,2 kg / polyester fabric\n2 / x / lamp")).toMatchObject({
      lines: [
        { name: "polyester fabric", amount: 1.2, unit: "kg" },
        { name: "lamp", amount: 2, unit: "item" },
      ],
      leftOut: [],
    });
  });

  test("no reading has a number for its name, or a name in its unit", () => {
    const part = fc.constantFrom(
      "1,2",
      "2.1",
      "4 000",
      "kg",
      "g",
      "千克",
      "x",
      "steel",
      "PP film",
      "kiln dried",
      "C30/37",
      "Pos. 1:",
    );
    const between = fc.constantFrom(" ", "  ", " / ", ", ", ";", "\t", " | ", "");
    const row = fc.array(fc.tuple(part, between), { minLength: 1, maxLength: 6 }).map((pairs) => pairs.flat().join(""));
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 4 }), (rows) => {
        for (const { name, unit } of readBill(rows.join("\n")).lines) {
          expect(name).toMatch(/\p{L}/u);
          expect(isUnit(unit) || !/\s/.test(unit)).toBe(true);
        }
      }),
    );
  });
});
