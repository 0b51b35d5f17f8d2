import { describe, expect, test } from "vitest";
import { simaproCsv } from "../../../../lib/exchange/lifecycle/simapro-reader.ts";
import { exchangesOf, readBy } from "./exchanges-of.ts";
import { picked, refusal } from "./source.ts";

/*
 * What SimaPro and programs that write its format do in files that are shared, in made-up files: oddities were seen in test files of
 * bw_simapro_csv and openLCA, no text or number is theirs.
 */

const header = ["{SimaPro 9.1.0.7}", "{processes}", "{CSV separator: Semicolon}", "{Decimal separator: .}"];
const process = (...lines: string[]) => ["", "Process", "", ...lines, "", "End"];
const file = (...blocks: (readonly string[])[]) => [...header, ...blocks.flat(), ""].join("\r\n");
const read = async (text: string) => readBy(simaproCsv, await picked({ "a.csv": text }));

const bakery = process("Products", "Bread;kg;1;100%;not defined;\\Food;");
const landfill = process("Waste treatment", "Landfill of bread;kg;1;All waste types;Landfills;");
const compost = process("Waste treatment", "Compost of bread;g;1;All waste types;Others;");
const scenario = (...lines: string[]) =>
  process("Waste scenario", "Old bread;kg;2;All waste types;Others;", "", ...lines);

describe("Headings of SimaPro files", () => {
  test("in other capitals, or in the singular, mean the same", async () => {
    const { graph, notes } = await read(
      file(
        process(
          "Category Type",
          "Material",
          "",
          "TIME PERIOD",
          "2001-2003",
          "",
          "System description;",
          "",
          "products",
          '"Bread";kg;1;100;not defined;\\Food;',
          "",
          "Non material emission",
          "Noise;;km;1;Undefined;0;0;0;",
        ),
        ["", "units", "kg;Mass;1;kg", "", "End"],
      ),
    );
    expect(graph.activities[0]).toMatchObject({ name: "Bread", years: [2001, 2003], category: "Material/Food" });
    expect(graph.flows.map(({ name, compartment }) => [name, compartment])).toEqual([
      ["Noise", "non-material emission"],
    ]);
    expect(notes).toEqual([]);
  });

  test("that are not known end with a sentence", async () => {
    expect(await refusal(() => read(file(process("Bogus emissions", "Noise;;km;1;Undefined;0;0;0;"))))).toMatch(
      /line 8: a section of a process was expected to begin here.*"Bogus emissions"/,
    );
  });

  test("the project's entry is translated", async () => {
    const named = (entry: string) => file(bakery).replace("{processes}", `{processus}\r\n{${entry}}`);
    for (const entry of ["Project: Pains", "Projet: Pains", "Progetto: Pains", "Proyecto: Pains"])
      expect((await read(named(entry))).title).toBe("Pains");
    expect((await read(named("Ouvrir bibliothèque : 'Pains'"))).title).toBe("a.csv");
  });

  test("lines End may close nothing, where a block is left out", async () => {
    const { graph } = await read(file(bakery, ["", "", "End", "", "End"], landfill, ["End"]));
    expect(graph.activities.map(({ name }) => name)).toEqual(["Bread", "Landfill of bread"]);
  });
});

describe("Rows of SimaPro files", () => {
  test("may give allocation with a per cent sign", async () => {
    const { graph, notes } = await read(
      file(process("Products", "Bread;kg;1;75%;not defined;Food;", "Crumbs;kg;0.1;25 %;not defined;Food;")),
    );
    expect(exchangesOf(graph, "Bread").map(({ properties }) => properties)).toEqual([{ share: 0.75 }, { share: 0.25 }]);
    expect(notes).toEqual([]);
  });

  test("may be in tons and pieces in a file that does not export its units", async () => {
    const { graph } = await read(
      file(
        bakery,
        process("Products", "Sandwich;p;1;100;not defined;Food;", "", "Materials/fuels", "Bread;ton;0.0001"),
      ),
    );
    expect(exchangesOf(graph, "Sandwich")[1]).toMatchObject({ flow: "Bread", amount: 0.1 });
  });
});

describe("Waste scenarios of SimaPro", () => {
  test("send shares of all waste, and shares of the rest, to treatments, in their units", async () => {
    const { graph, notes } = await read(
      file(
        scenario(
          "Separated waste",
          "Landfill of bread;All waste types;90;kept apart",
          "",
          "Remaining waste",
          "Landfill of bread;;25;",
          "Compost of bread;;75;",
        ),
        landfill,
        compost,
      ),
    );
    expect(exchangesOf(graph, "Old bread")).toEqual([
      { type: "production", flow: "Old bread", amount: -2, reference: true },
      { type: "technosphere", flow: "Landfill of bread", amount: -1.8, comment: "kept apart" },
      { type: "technosphere", flow: "Landfill of bread", amount: -0.05 },
      { type: "technosphere", flow: "Compost of bread", amount: -150 },
    ]);
    expect(notes).toEqual([]);
  });

  test("without separated waste send all of it to what remains; treatments may be outside of the file", async () => {
    const { graph, notes } = await read(file(scenario("Remaining waste", "Incineration;;100")));
    expect(exchangesOf(graph, "Old bread")[1]).toMatchObject({ flow: "Incineration", amount: -2 });
    expect(graph.products.find(({ name }) => name === "Incineration")).toMatchObject({ unit: "kg", waste: true });
    expect(notes).toEqual([
      expect.stringMatching(/^1 inputs are made by processes that the file does not have.*Incineration/),
    ]);
  });

  test.each([
    [
      "for single types of waste",
      ["Separated waste", "Landfill of bread;Paper;85;", "", "Remaining waste", "Compost of bread;;100;"],
    ],
    ["that do not sum to 100", ["Remaining waste", "Landfill of bread;;60;"]],
    ["of more than all", ["Separated waste", "Landfill of bread;All waste types;120;"]],
  ])("%s are not read, and a note says so", async (_, lines) => {
    const { graph, notes } = await read(file(scenario(...lines), landfill, compost));
    expect(exchangesOf(graph, "Old bread")).toHaveLength(1);
    expect(notes).toEqual([expect.stringMatching(/^1 waste scenarios send single types.*not read: Old bread/)]);
  });

  test("whose percentages are formulas are read as numbers, and a note says so", async () => {
    const { graph, notes } = await read(
      file(
        scenario(
          "Remaining waste",
          "Landfill of bread;;dumped;",
          "Compost of bread;;100-dumped;",
          "",
          "Input parameters",
          "dumped;40;Undefined;0;0;0;No;",
        ),
        landfill,
        compost,
      ),
    );
    expect(exchangesOf(graph, "Old bread").map(({ amount }) => amount)).toEqual([-2, -0.8, -1200]);
    expect(notes).toEqual([expect.stringMatching(/^1 waste scenarios compute percentages by formulas.*Old bread/)]);
  });
});

describe("Product stages of SimaPro", () => {
  const stage = (...lines: string[]) => ["", "Product stage", "", ...lines, "", "End"];
  const sandwich = stage(
    "Category type",
    "assembly",
    "",
    "Status",
    "",
    "",
    "Products",
    "Sandwich;p;1;Others;cut;",
    "",
    "Materials/assemblies",
    "Bread;kg;slices*0.05;Undefined;0;0;0;;",
    "",
    "Processes",
    "Cutting;min;0.5;Normal;0.2;0;0;;",
    "",
    "Input parameters",
    "slices;2;Undefined;0;0;0;No;;",
  );
  const lunch = stage(
    "Category type",
    "life cycle",
    "",
    "Products",
    "Lunch;p;1;Others;;",
    "",
    "Assembly",
    "Sandwich;p;2;Undefined;0;0;0;;",
    "",
    "Waste/Disposal scenario",
    "Old bread;;;Undefined;0;0;0;;",
  );
  const disposal = stage(
    "Category type",
    "disposal scenario",
    "",
    "Products",
    "Bin;p;1;Others;;",
    "",
    "Reference assembly",
    "Sandwich;p;1;Undefined;0;0;0;;",
    "",
    "Waste scenarios",
    "Old bread;%;100;Undefined;0;0;0;;",
    "",
    "Disassemblies",
    "",
    "Reuses",
  );

  test("are processes that make assemblies and life cycles, up to their end", async () => {
    const { graph, notes } = await read(file(sandwich, bakery, lunch, disposal));
    expect(graph.activities.map(({ name, category }) => [name, category])).toEqual([
      ["Bread", "Food"],
      ["Sandwich", "assembly/Others"],
      ["Lunch", "life cycle/Others"],
    ]);
    expect(exchangesOf(graph, "Sandwich")).toEqual([
      { type: "production", flow: "Sandwich", amount: 1, reference: true, comment: "cut" },
      { type: "technosphere", flow: "Bread", amount: 0.1, formula: "slices * 0.05" },
      { type: "technosphere", flow: "Cutting", amount: 0.5, law: { type: "normal", mean: 0.5, sd: 0.1 } },
    ]);
    expect(exchangesOf(graph, "Lunch")[1]).toMatchObject({ flow: "Sandwich", amount: 2 });
    expect(graph.parameters).toEqual([{ name: "slices", value: 2, activity: 1 }]);
    expect(notes).toEqual([
      expect.stringMatching(/^1 life cycles end in a waste or disposal scenario.*Lunch/),
      expect.stringMatching(/^1 disposal scenarios, disassemblies and reuses were not read.*Bin/),
      expect.stringMatching(/^1 inputs are made by processes that the file does not have.*Cutting/),
    ]);
  });

  test("alone in a file are an inventory; with a section that is not known they are refused", async () => {
    expect((await read(file(sandwich))).graph.activities).toHaveLength(1);
    expect(await refusal(() => read(file([...stage("Category type", "assembly", "", "Parts", "x;p;1")])))).toMatch(
      /line 11: a section of a process was expected to begin here.*"Parts"/,
    );
  });
});

test("of several files of SimaPro one is read, and a note names the others", async () => {
  const source = await picked({ "a.csv": file(bakery), "b.csv": file(landfill), "table.csv": "a;b\n1;2\n" });
  const { graph, notes } = await readBy(simaproCsv, source);
  expect(graph.activities.map(({ name }) => name)).toEqual(["Bread"]);
  expect(notes).toEqual([expect.stringMatching(/^1 other files of SimaPro were not read.*b\.csv$/)]);
});
