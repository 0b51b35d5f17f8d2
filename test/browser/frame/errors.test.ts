import { describe, it } from "vitest";
import { OpenNotebook } from "./notebook.ts";
import { expect, expectShown } from "./remote.ts";

describe("Errors in the frame:", () => {
  it("what goes wrong is a sentence with its place and what was meant, and the other cells go on", async () => {
    const notebook = await OpenNotebook.openCells([
      "const a = 1;\nconst b = = 2;",
      "const list = [1, 2];\n\nfor (const d of list) { d.missing.value }",
      "const emissions = 5;",
      "emisions * 2",
      { kind: "sql", source: "select region, co2 from mrio_co2" },
      'const x = datasets.load("mrio_flow");',
      { kind: "sql", source: "select * from mrio_flow" },
      "consumption.acounts({})",
      'consumption.accounts({regions: ["A"], sectors: ["s"], Z: [[1, 2]], Y: [[1]], F: [[1]], stressors: ["CO2"]})',
      "40 + 2",
    ]);
    // A syntax error: line and source.
    await expectShown(notebook.error(1)).toContainText("line 2");
    await expectShown(notebook.error(1)).toContainText("const b = = 2;");
    // A run-time error: the author's own line and column.
    await expectShown(notebook.error(2)).toContainText("TypeError");
    await expectShown(notebook.error(2)).toContainText("line 3");
    await expectShown(notebook.error(2).locator(".place")).toContainText("d.missing.value");
    const [source, caret] = (await notebook.error(2).locator(".place pre").innerText()).split("\n");
    expect(source!.slice(caret!.indexOf("^"))).toMatch(/^value/);
    // An unknown name: the one that was meant.
    await expectShown(notebook.error(4)).toContainText(
      "emisions is not defined in this notebook. Did you mean emissions?",
    );
    await expectShown(notebook.error(4)).toContainText("line 1");
    // A wrong column in SQL: which, and where.
    await expectShown(notebook.error(5)).toContainText('"co2"');
    await expectShown(notebook.error(5)).toContainText("co2_kt");
    // A dataset or tool that is not there: the one that was meant.
    await expectShown(notebook.error(6)).toContainText("There is no dataset named mrio_flow. Did you mean mrio_flows?");
    await expectShown(notebook.error(7)).toContainText("mrio_flows");
    await expectShown(notebook.error(8)).toContainText("consumption.accounts");
    // A wrong input to a tool: the field.
    await expectShown(notebook.error(9)).toContainText("Z is 1 × 2");
    await expectShown(notebook.output(10)).toHaveText("42");
  });

  it("cells that define the same name run and show, their readers fail, and one click mends it", async () => {
    const notebook = await OpenNotebook.openCells(["const a = 1;", "const a = 2; display(a);", "a"]);
    await expectShown(notebook.error(1)).toContainText("also defined in cell 2");
    await expectShown(notebook.error(2)).toContainText("also defined in cell 1");
    await expectShown(notebook.output(2)).toHaveText("2");
    await notebook.expectStatus(3, "failed");
    await expectShown(notebook.error(3)).toContainText("a is defined in cell 1 and cell 2");
    await notebook.error(3).getByRole("button", { name: "Rename it in cell 2 to a2" }).click();
    await expectShown(notebook.output(3)).toHaveText("1");
    await expectShown(notebook.editor(2)).toHaveText("const a2 = 2; display(a2);");
    await expectShown(notebook.output(2)).toHaveText("2");
  });

  it("a cycle fails its members by name, and pausing one mends it", async () => {
    const notebook = await OpenNotebook.openCells(["const a = b + 1;", "const b = a + 1;", "7"]);
    await expectShown(notebook.error(1)).toContainText("cell 2");
    await expectShown(notebook.error(2)).toContainText("cell 1");
    await expectShown(notebook.output(3)).toHaveText("7");
    await notebook.error(1).getByRole("button").click();
    await notebook.expectStatus(1, "paused");
    await notebook.expectStatus(2, "paused");
  });
});
