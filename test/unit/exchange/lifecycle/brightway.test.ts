import { describe, expect, test } from "vitest";
import { brightwayExcel } from "../../../../lib/exchange/lifecycle/brightway-reader.ts";
import { inventoryFormatOf } from "../../../../lib/exchange/lifecycle/formats.ts";
import { exchangeTypes } from "../../../../lib/lifecycle/graph/exchange-graph.ts";
import { writeMessage } from "../../../../lib/message/write.ts";
import { uninterrupted } from "../../../../lib/numeric/work.ts";
import { workbookFile } from "../workbook-file.ts";
import { picked, refusal } from "./source.ts";

type Row = readonly (string | number | null)[];

const columns = [
  "name",
  "reference product",
  "amount",
  "unit",
  "database",
  "location",
  "categories",
  "type",
  "formula",
  "uncertainty type",
  "loc",
  "scale",
  "minimum",
  "maximum",
  "comment",
];
const row = (cells: Readonly<Record<string, string | number>>): Row => columns.map((column) => cells[column] ?? null);

/** A made-up foreground: a bicycle with a frame, over a background that is not in it. */
function sample(): Row[] {
  return [
    ["Project parameters"],
    ["name", "amount", "formula", "uncertainty type", "loc", "scale"],
    ["mass", 5, null, 3, 5, 0.5],
    [],
    ["Database", "bicycles"],
    ["format", "Excel spreadsheet"],
    [],
    ["Database parameters"],
    ["name", "formula"],
    ["loss", "mass ** 2 / 100"],
    [],
    ["Activity", "bicycle production"],
    ["code", "b1"],
    ["location", "GLO"],
    ["reference product", "bicycle"],
    ["unit", "unit"],
    ["comment", "(Unknown)"],
    ["Parameters", "group_b"],
    ["name", "amount"],
    ["frames", 1],
    [],
    ["Exchanges"],
    columns,
    row({ name: "bicycle production", amount: 1, unit: "unit", type: "production", location: "GLO" }),
    row({
      name: "frame production",
      amount: 0,
      unit: "unit",
      type: "technosphere",
      formula: "frames * (1 + loss)",
      "uncertainty type": 0,
    }),
    row({
      name: "market for steel",
      "reference product": "steel",
      amount: 2,
      unit: "kilogram",
      database: "background",
      location: "GLO",
      type: "technosphere",
      "uncertainty type": 2,
      loc: Math.log(2),
      scale: Math.log(1.5),
      comment: "alloyed",
    }),
    row({
      name: "Carbon dioxide, fossil",
      amount: 0.1,
      unit: "kilogram",
      database: "biosphere3",
      categories: "air::urban air close to ground",
      type: "biosphere",
      "uncertainty type": 5,
      minimum: 0.05,
      maximum: 0.2,
      loc: 0.1,
    }),
    row({
      name: "market for waste paper",
      amount: -0.3,
      unit: "kilogram",
      database: "background",
      type: "technosphere",
      "uncertainty type": 3,
      loc: -0.3,
      scale: 0.05,
    }),
    [],
    ["Activity", "frame production"],
    ["location", "CN"],
    ["unit", "unit"],
    ["categories", "parts::frames"],
    ["Exchanges"],
    columns,
    row({
      name: "scrap treatment",
      amount: -200,
      unit: "gram",
      type: "technosphere",
      location: "CN",
      "uncertainty type": 4,
      minimum: -250,
      maximum: -150,
    }),
    row({ name: "Water", amount: 1, unit: "cubic meter", categories: "natural resource::in water", type: "biosphere" }),
    row({ name: "aluminium", amount: 0.5, unit: "kilogram", database: "background", type: "substitution" }),
    [],
    ["Activity", "scrap treatment"],
    ["location", "CN"],
    ["unit", "kilogram"],
    ["Exchanges"],
    columns,
    row({ name: "scrap treatment", amount: -1, unit: "kilogram", type: "production" }),
  ];
}

const book = (rows: readonly Row[]) => ({
  "lci.xlsx": workbookFile({ notes: [["skip"], ["Activity", "not this"]], inventory: rows }),
});
const read = async (rows: readonly Row[]) => brightwayExcel.read(await picked(book(rows)), uninterrupted);

describe("A workbook of Brightway", () => {
  test("gives activities, linked within the database and not beyond it", async () => {
    const { graph, title, notes } = await read(sample());
    expect(title).toBe("bicycles");
    const { exchanges, products, flows, activities } = graph;
    expect(
      activities.map(({ id, name, location, category, comment }) => [id, name, location, category, comment]),
    ).toEqual([
      ["b1", "bicycle production", "GLO", null, null],
      ["frame production |  | CN | unit", "frame production", "CN", "parts/frames", null],
      ["scrap treatment |  | CN | kilogram", "scrap treatment", "CN", null, null],
    ]);
    const plain = Array.from({ length: exchanges.count }, (_, at) => {
      const type = exchangeTypes[exchanges.type[at]!]!;
      const { name, unit } = (type === "biosphere" ? flows : products)[exchanges.flow[at]!]!;
      const provider = activities[exchanges.provider[at]!]?.name;
      return {
        type,
        name,
        unit,
        amount: exchanges.amount[at]!,
        ...(provider && { provider }),
        ...exchanges.details.get(at),
      };
    });
    const close = (value: number) => expect.closeTo(value, 12) as unknown as number;
    expect(plain).toEqual([
      { type: "production", name: "bicycle", unit: "unit", amount: 1, reference: true },
      // loss = 5² / 100
      {
        type: "technosphere",
        name: "frame production",
        unit: "unit",
        amount: 1.25,
        provider: "frame production",
        formula: "frames * (1 + loss)",
        law: "undefined",
      },
      {
        type: "technosphere",
        name: "steel",
        unit: "kg",
        amount: 2,
        law: { type: "lognormal", median: close(2), geometricSd: close(1.5) },
        comment: "alloyed",
      },
      {
        type: "biosphere",
        name: "Carbon dioxide, fossil",
        unit: "kg",
        amount: 0.1,
        law: { type: "triangular", lo: 0.05, mode: 0.1, hi: 0.2 },
      },
      {
        type: "technosphere",
        name: "market for waste paper",
        unit: "kg",
        amount: -0.3,
        law: { type: "normal", mean: 0.3, sd: 0.05 },
      },
      // No production exchange: one unit.
      { type: "production", name: "frame production", unit: "unit", amount: 1, reference: true },
      // Grams of what is kept in kilograms.
      {
        type: "technosphere",
        name: "scrap treatment",
        unit: "kg",
        amount: -0.2,
        provider: "scrap treatment",
        law: { type: "uniform", lo: close(0.15), hi: close(0.25) },
      },
      { type: "biosphere", name: "Water", unit: "m3", amount: 1 },
      { type: "substitution", name: "aluminium", unit: "kg", amount: 0.5 },
      { type: "production", name: "scrap treatment", unit: "kg", amount: -1, reference: true },
    ]);
    expect(flows.map(({ compartment }) => compartment)).toEqual([
      "emission/air/urban air close to ground",
      "resource/in water",
    ]);
    expect(graph.parameters).toEqual([
      { name: "mass", value: 5, law: { type: "normal", mean: 5, sd: 0.5 } },
      { name: "loss", value: 0.25, formula: "mass^2 / 100" },
      { name: "frames", value: 1, activity: 0 },
    ]);
    expect(notes.map((note) => writeMessage(note))).toEqual([
      expect.stringMatching(/^3 exchanges are with activities of other databases.*: background$/),
    ]);
  });

  test("gives several products of an activity, each with its own exchanges", async () => {
    const rows = sample();
    rows.splice(
      24,
      0,
      row({
        name: "bicycle production",
        "reference product": "off-cuts",
        amount: 0.2,
        unit: "kilogram",
        type: "production",
      }),
    );
    rows.push(
      row({
        name: "bicycle production",
        "reference product": "off-cuts",
        amount: 2,
        unit: "kilogram",
        type: "technosphere",
      }),
    );
    rows[23] = row({
      name: "bicycle production",
      "reference product": "bicycle",
      amount: 1,
      unit: "unit",
      type: "production",
    });
    const { graph } = await read(rows);
    const last = graph.exchanges.count - 1;
    expect(graph.products[graph.exchanges.flow[last]!]).toMatchObject({ name: "off-cuts", unit: "kg" });
    expect(graph.exchanges.provider[last]).toBe(0);
    const references = [...graph.exchanges.details].filter(([, { reference }]) => reference).map(([at]) => at);
    expect(graph.products[graph.exchanges.flow[references[0]!]!]!.name).toBe("bicycle");
    expect(references).toHaveLength(3);
  });

  test("is recognised by its blocks", async () => {
    expect((await inventoryFormatOf(await picked(book(sample()))))?.id).toBe("brightway");
    expect(
      await inventoryFormatOf(
        await picked({
          "other.xlsx": workbookFile({
            a: [
              ["year", "value"],
              [2020, 1],
            ],
          }),
        }),
      ),
    ).toBeUndefined();
  });

  test("reads as many columns as cutoff says", async () => {
    const rows = sample().map((cells, at) => (at === 30 ? [...cells, null, "a remark beside the table"] : cells));
    const { graph } = await read([["cutoff", 15], ...rows]);
    expect(graph.activities).toHaveLength(3);
  });
});

describe("A damaged workbook ends with a sentence that names sheet and row", () => {
  type Change = (rows: Row[]) => void;
  const cell = (rows: Row[], at: number, column: string, value: string | number | null) => {
    rows[at] = rows[at]!.map((old, c) => (columns[c] === column ? value : old));
  };
  const cases: readonly [string, Change, RegExp][] = [
    [
      "an amount with a decimal comma",
      (rows) => cell(rows, 25, "amount", "2,5"),
      /line 26: a number was expected in the column amount, but "2,5" stands there/,
    ],
    [
      "NaN as an amount",
      (rows) => cell(rows, 25, "amount", "NaN"),
      /line 26: a number was expected in the column amount/,
    ],
    ["no amount", (rows) => cell(rows, 25, "amount", null), /line 26: the exchange "market for steel" has neither/],
    [
      "an unknown type",
      (rows) => cell(rows, 25, "type", "input"),
      /line 26: the type of the exchange "market for steel" is "input"/,
    ],
    [
      "a unit that does not fit",
      (rows) =>
        cell(
          rows,
          rows.findIndex(([name, , amount]) => name === "scrap treatment" && amount === -200),
          "unit",
          "megajoule",
        ),
      /line 36: "scrap treatment" is in MJ here, which does not fit its unit kg/,
    ],
    ["no unit", (rows) => cell(rows, 26, "unit", null), /line 27: "Carbon dioxide, fossil" has no unit/],
    ["no name", (rows) => cell(rows, 25, "name", null), /line 26: the column name is empty/],
    [
      "a column without a label",
      (rows) => (rows[22] = columns.map((column) => (column === "unit" ? null : column))),
      /line 23: column 4 of a table has no label/,
    ],
    [
      "a column twice",
      (rows) => (rows[22] = columns.map((column) => (column === "unit" ? "amount" : column))),
      /line 23: the column "amount" is there twice/,
    ],
    [
      "a second database",
      (rows) => rows.push([], ["Database", "others"]),
      /line \d+: a second block Database \(others\) begins here/,
    ],
    ["no database", (rows) => rows.splice(4, 2), /lci\.xlsx: a block was expected that begins with Database/],
    [
      "an activity twice",
      (rows) => rows.push([], ["Activity", "frame production"], ["location", "CN"], ["unit", "unit"]),
      /line \d+: the activity "frame production" is there twice/,
    ],
    [
      "a parameter without a value",
      (rows) => (rows[9] = ["loss", "mass ** unknown"]),
      /line 10: the parameter "loss" has neither an amount nor a formula/,
    ],
    [
      "an ambiguous input",
      (rows) => rows.push([], ["Activity", "frame production"], ["location", "IN"], ["unit", "unit"]),
      /line 25: "frame production" can be any of 2 activities/,
    ],
  ];
  test.each(cases)("with %s", async (_, change, sentence) => {
    const rows = sample();
    change(rows);
    const said = await refusal(() => read(rows));
    expect(said).toMatch(/^ImportError: lci\.xlsx/);
    expect(said).toMatch(sentence);
  });
});
