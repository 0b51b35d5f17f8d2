import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readBill } from "../../../lib/lifecycle/assess/bill-text.ts";
import { writtenAmount } from "../../../lib/lifecycle/assess/written-amount.ts";
import { writeMessage } from "../../../lib/message/write.ts";

/** A bill as it is read, with its messages in English. */
function read(text: string, decimal?: "point" | "comma") {
  const { leftOut, notes, ...found } = readBill(text, decimal);
  return {
    ...found,
    leftOut: leftOut.map(({ reason, ...row }) => ({ ...row, reason: writeMessage(reason) })),
    notes: notes.map((note) => writeMessage(note)),
  };
}
const linesOf = (text: string, decimal?: "point" | "comma") =>
  read(text, decimal).lines.map(({ name, amount, unit }) => [name, amount, unit]);

describe("amounts as they are written", () => {
  test.each([
    ["2.35", 2.35],
    ["2,35", 2.35],
    ["1,234.5", 1234.5],
    ["1.234,5", 1234.5],
    ["1 234,5", 1234.5],
    ["1 234.567", 1234.567],
    ["1\u202f234,5", 1234.5],
    ["1'234.5", 1234.5],
    ["1’234’567", 1234567],
    ["1,234,567", 1234567],
    ["1.234.567,8", 1234567.8],
    ["0,125", 0.125],
    [".5", 0.5],
    ["1234,567", 1234.567],
    ["1.5e-3", 0.0015],
    ["1,5E3", 1500],
    ["２．３５", 2.35],
    ["250", 250],
    ["2,35 kg", 2.35],
    ["-3", -3],
  ])("%s", (text, value) => {
    expect(writtenAmount(text)).toMatchObject({ kind: "number", value: expect.closeTo(value, 12) });
  });

  test.each(["1,234", "12.345", "999,000"])("%s has decimals or thousands: both are given", (text) => {
    const digits = Number(text.replace(/[.,]/, ""));
    const found = writtenAmount(text);
    expect(found).toMatchObject({ kind: "either" });
    expect([Reflect.get(found, "point"), Reflect.get(found, "comma")].sort((p, q) => p - q)).toEqual([
      digits / 1000,
      digits,
    ]);
  });

  test.each(["1,23,456", "12.34.5", "1.234,5,6", "2-3", "1/2", "about 2", "<2", "n/a", "", "1 23", "kg", "1,,5"])(
    "%s is no amount",
    (text) => {
      expect(writtenAmount(text)).toEqual({ kind: "none" });
    },
  );
});

describe("a bill as text", () => {
  test("keeps a first line whose amount has a decimal comma", () => {
    expect(linesOf("steel; 2,35; kg\nPP; 1; kg")).toEqual([
      ["steel", 2.35, "kg"],
      ["PP", 1, "kg"],
    ]);
  });

  test("reads an amount that could be two by the others of the list, and says how", () => {
    const comma = read("steel; 1.234; kg\nPP; 0,5; kg");
    expect(comma.lines.map(({ amount }) => amount)).toEqual([1234, 0.5]);
    expect(comma.notes).toContain("Amounts were read with a decimal comma.");
    expect(linesOf("steel; 1.234; kg\nPP; 0.5; kg").map(([, amount]) => amount)).toEqual([1.234, 0.5]);
    expect(linesOf("steel; 1,234; kg\nPP; 0.5; kg").map(([, amount]) => amount)).toEqual([1234, 0.5]);
  });

  test("asks where nothing tells, leaves the row out aloud, and reads it with the answer", () => {
    const text = "steel; 1,234; kg\nPP; 2; kg";
    const open = read(text);
    expect(open.lines.map(({ name }) => name)).toEqual(["PP"]);
    expect(open.leftOut).toEqual([
      {
        row: 1,
        text: "steel; 1,234; kg",
        reason: "1,234 is 1234 with a decimal point and 1.234 with a decimal comma, and no other amount tells which.",
        isLine: true,
      },
    ]);
    expect(open.asks[0]!.options.map(({ value }) => value)).toEqual(["point", "comma"]);
    expect(linesOf(text, "comma")[0]).toEqual(["steel", 1.234, "kg"]);
    expect(linesOf(text, "point")[0]).toEqual(["steel", 1234, "kg"]);
    expect(read(text, "point").asks).toEqual([]);
    expect(read("a; 2,5; kg\nb; 2.5; kg\nc; 1,234; kg").leftOut[0]!.reason).toContain("the list has both");
  });

  test.each([
    ["Part no.\tMaterial\tSupplier\tQty\tUoM\tRemark", "A-1\tsteel\tACME\t2.35\tkg\twelded"],
    ["Pos.;Bezeichnung;Menge;Einheit;Lieferant;Bemerkung", "1;steel;2,35;kg;Müller GmbH;geschweißt"],
    ["序号,材料名称,数量,单位,供应商,备注", "1,steel,2.35,公斤,某公司,焊接"],
    ["Supplier;Unit;Amount;Name", "ACME;KG;2.35;steel"],
    ["Nr.;Werkstoff;Gewicht [kg]", "7;steel;2,35"],
    ["物料编号\t物料\t重量（kg）\t产地", "10-2\tsteel\t2.35\tCHN"],
    ["Material,Quantity,Unit", 'steel,"2,35",kg'],
  ])("headings in any language and order, with other columns: %s", (headings, row) => {
    const { lines, leftOut } = read(`${headings}\n${row}`);
    expect(lines).toMatchObject([{ row: 2, name: "steel", amount: 2.35, unit: "kg" }]);
    expect(leftOut).toEqual([]);
  });

  test("says of every row that is no line why", () => {
    const { lines, leftOut, notes } = read(
      [
        "Bill of materials;;;",
        "Material;Amount;Unit;Origin",
        "Frame:;;;",
        "steel;2.35;kg;Germany",
        ";3;kg;",
        "paint;some;kg;",
        "foil;-1;kg;",
        "screws;0;kg;",
        "steel;1;;CHN",
        "",
        "Total;6.7;kg;",
      ].join("\n"),
    );
    expect(lines).toEqual([
      { row: 4, name: "steel", amount: 2.35, unit: "kg" },
      { row: 9, name: "steel (2)", amount: 1, unit: "kg", origin: "CHN" },
    ]);
    expect(leftOut.map(({ row, reason }) => [row, reason])).toEqual([
      [1, "It stands before the headings of the columns."],
      [3, "It has no amount."],
      [5, "It has no name."],
      [6, "some is no amount: write one number, such as 2.35 or 1234.5."],
      [7, "The amount is -1; expected a number above 0."],
      [8, "The amount is 0; expected a number above 0."],
      [11, "It sums other rows."],
    ]);
    expect(notes).toEqual([
      "Row 4, steel: the origin Germany is no code such as CHN, DEU or CN-JS, and was not used.",
      "Row 9, steel, states no unit: kg was taken.",
      "Row 9 has the name of another row, steel: it is called steel (2).",
    ]);
  });

  test("a decimal comma in a list divided by commas is refused aloud", () => {
    const { lines, leftOut } = read("steel,2,35,kg");
    expect(lines).toEqual([]);
    expect(leftOut[0]!.reason).toContain("divide the columns by semicolons");
  });

  test("reads lines of words alone, and units as bills write them", () => {
    expect(linesOf("steel 2,35 kg\nplastic film 40 g")).toEqual([
      ["steel", 2.35, "kg"],
      ["plastic film", 40, "g"],
    ]);
    expect(linesOf("a;1;Stück\nb;1;m²\nc;1;升\nd;1;吨\ne;1;pcs\nf;1;kWh").map(([, , unit]) => unit)).toEqual([
      "item",
      "m2",
      "L",
      "t",
      "item",
      "kWh",
    ]);
  });

  test("every row of any text is a line, left out with a reason, or the headings", () => {
    const cell = fc.oneof(
      fc.constantFrom("steel", "2,35", "1.234", "1,234.5", "kg", "Menge", "Material", "", "Summe", '"', "NaN", "1e400"),
      fc.string({ maxLength: 8 }).map((text) => text.replace(/[\r\n]/g, " ")),
    );
    const row = fc
      .tuple(fc.array(cell, { minLength: 1, maxLength: 5 }), fc.constantFrom(";", "\t", ","))
      .map(([cells, mark]) => cells.join(mark));
    fc.assert(
      fc.property(fc.array(row, { maxLength: 8 }), (rows) => {
        const { lines, leftOut } = readBill(rows.join("\n"));
        const told = new Set([...lines, ...leftOut].map(({ row: at }) => at));
        const silent = rows.filter((text, k) => !told.has(k + 1) && /[\p{L}\p{N}]/u.test(text));
        // The headings alone are neither a line nor left out.
        expect(silent.length).toBeLessThanOrEqual(1);
        for (const { amount } of lines) expect(Number.isFinite(amount) && amount > 0).toBe(true);
        expect(lines.length + leftOut.length).toBe(told.size);
      }),
    );
  });
});
