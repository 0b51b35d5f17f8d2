import { writeFileSync } from "node:fs";
import { notebookText } from "./notebook-text.ts";
import { expect, fileOf, test } from "./workbench.ts";

test("what goes wrong is a sentence, and the other cells go on", async ({ workbench, page }) => {
  await test.step("what goes wrong is a sentence with its place and what was meant, and the other cells go on", async () => {
    await workbench.openCells("sentences", [
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
    await test.step("a syntax error: line and source", async () => {
      await expect(workbench.error(1)).toContainText("line 2");
      await expect(workbench.error(1)).toContainText("const b = = 2;");
    });
    await test.step("a run-time error: the author's own line and column", async () => {
      await expect(workbench.error(2)).toContainText("TypeError");
      await expect(workbench.error(2)).toContainText("line 3");
      await expect(workbench.error(2).locator(".place")).toContainText("d.missing.value");
      const [source, caret] = (await workbench.error(2).locator(".place pre").innerText()).split("\n");
      expect(source!.slice(caret!.indexOf("^"))).toMatch(/^value/);
    });
    await test.step("an unknown name: the one that was meant", async () => {
      await expect(workbench.error(4)).toContainText(
        "emisions is not defined in this notebook. Did you mean emissions?",
      );
      await expect(workbench.error(4)).toContainText("line 1");
    });
    await test.step("a wrong column in SQL: which, and where", async () => {
      await expect(workbench.error(5)).toContainText('"co2"');
      await expect(workbench.error(5)).toContainText("co2_kt");
    });
    await test.step("a dataset or tool that is not there: the one that was meant", async () => {
      await expect(workbench.error(6)).toContainText("There is no dataset named mrio_flow. Did you mean mrio_flows?");
      await expect(workbench.error(7)).toContainText("mrio_flows");
      await expect(workbench.error(8)).toContainText("consumption.accounts");
    });
    await test.step("a wrong input to a tool: the field", async () => {
      await expect(workbench.error(9)).toContainText("Z is 1 × 2");
    });
    await expect(workbench.output(10)).toHaveText("42");
  });

  await test.step("cells that define the same name run and show, their readers fail, and one click mends it", async () => {
    await workbench.openCells("duplicate", ["const a = 1;", "const a = 2; display(a);", "a"]);
    await expect(workbench.error(1)).toContainText("also defined in cell 2");
    await expect(workbench.error(2)).toContainText("also defined in cell 1");
    await expect(workbench.output(2)).toHaveText("2");
    await workbench.expectStatus(3, "failed");
    await expect(workbench.error(3)).toContainText("a is defined in cell 1 and cell 2");
    await workbench.error(3).getByRole("button", { name: "Rename it in cell 2 to a2" }).click();
    await expect(workbench.output(3)).toHaveText("1");
    await expect(workbench.editor(2)).toHaveText("const a2 = 2; display(a2);");
    await expect(workbench.output(2)).toHaveText("2");
  });

  await test.step("a cycle fails its members by name, and pausing one mends it", async () => {
    await workbench.openCells("cycle", ["const a = b + 1;", "const b = a + 1;", "7"]);
    await expect(workbench.error(1)).toContainText("cell 2");
    await expect(workbench.error(2)).toContainText("cell 1");
    await expect(workbench.output(3)).toHaveText("7");
    await workbench.error(1).getByRole("button").click();
    await workbench.expectStatus(1, "paused");
    await workbench.expectStatus(2, "paused");
  });

  await test.step("a dataset whose file is missing or not the catalogued one is refused with a sentence", async () => {
    await page.route("**/datasets/population.arrow*", async (route) => {
      const response = await route.fetch();
      const body = await response.body();
      body[5000] = body[5000]! ^ 1;
      await route.fulfill({ response, body });
    });
    await page.route("**/datasets/countries.arrow*", (route) => route.fulfill({ status: 404 }));
    await workbench.openCells("hash", [
      'const x = datasets.load("population");',
      { kind: "sql", source: "select count(*) from countries" },
      "1",
    ]);
    await expect(workbench.error(1)).toContainText("is not the one the catalogue describes");
    await expect(workbench.error(2)).toContainText("datasets/countries.arrow");
    await expect(workbench.output(3)).toHaveText("1");
  });
});

test("an error that comes after a cell has run is pinned to it, and one of no cell is a problem of the notebook", async ({
  workbench,
  page,
  errors,
}) => {
  await page.addInitScript(() => {
    const preferences = { panel: true, tab: "problems", language: "en", visited: true };
    if (self === top) localStorage.setItem("yuheng.preferences", JSON.stringify(preferences));
  });
  const lib = ["const refuse = () => { throw new Error('in the other'); };"];
  writeFileSync(fileOf("late-lib"), notebookText("Late", lib));
  await workbench.openCells("late", [
    "const button = display(html`<button>Press</button>`); button.onclick = () => {\n button.missing.value; };",
    "setTimeout(() => { throw new Error('in a timer'); }); display(6 * 7);",
    "Promise.reject('of nobody'); 1",
    "const trap = {kt: 1, get dear() { throw new Error('out of reach'); }};",
    "trap.kt",
    'import {refuse} from "./late-lib.html"',
    "const other = display(html`<button>Refuse</button>`); other.onclick = refuse;",
  ]);
  await expect(workbench.error(2)).toContainText("in a timer");
  // The cells of both notebooks have the same ids.
  await workbench.output(7).getByRole("button").click();
  await expect(workbench.error(6)).toContainText("late-lib.html: in the other (cell 1 there, after its run)");
  await expect(workbench.error(1)).toHaveCount(0);
  await workbench.output(1).getByRole("button").click();
  await expect(workbench.error(1)).toContainText("TypeError");
  await expect(workbench.error(1)).toContainText("button.missing.value");
  for (const place of [1, 2, 3, 4, 5, 6, 7]) await workbench.expectStatus(place, "fresh");
  await expect(workbench.output(2)).toHaveText("42");
  await expect(workbench.output(5)).toHaveText("1");
  const problems = page.locator("yuheng-problem-list");
  await expect(problems).toContainText("An error that no cell handled: of nobody");
  await expect(problems.getByText("warning")).toHaveCount(3);
  // The browser's console has them, too.
  expect(errors.splice(0).sort()).toEqual([
    "Cannot read properties of undefined (reading 'value')",
    "in the other",
    "of nobody",
  ]);
});
