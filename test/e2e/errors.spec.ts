import { writeFileSync } from "node:fs";
import { notebookText } from "./notebook-text.ts";
import { expect, fileOf, test } from "./workbench.ts";

test("a dataset whose file is missing or not the catalogued one is refused with a sentence, and the other cells go on", async ({
  workbench,
  page,
}) => {
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
