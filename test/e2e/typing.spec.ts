import { expect, test, type Workbench } from "./workbench.ts";

test.use({ languageService: true });

const accounts = ["const world = consumption.table({year: 2011});", "const accounts = consumption.accounts(world);"];

/** Puts the cursor at the end of a cell's source and types there, key by key. */
async function typeAtEnd(workbench: Workbench, place: number, text: string): Promise<void> {
  await workbench.editor(place).click();
  await workbench.page.keyboard.press("Control+End");
  await workbench.page.keyboard.type(text);
}

const options = (workbench: Workbench) => workbench.frame.locator(".cm-tooltip-autocomplete li");

test("nothing of the language service is loaded before somebody goes into an editor", async ({ workbench, page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await workbench.openCells("typing-lazy", ["const a = 1", "a + 1"]);
  await expect(workbench.output(2)).toHaveText("2");
  const typing = () => asked.filter((url) => /typing\.worker|typescript6|\/declarations/.test(url));
  expect(typing()).toEqual([]);
  await typeAtEnd(workbench, 2, "\nacc");
  await expect.poll(() => typing().length).toBeGreaterThan(0);
});

test("fields of the library's results are completed in another cell, with units; pointing at a tool or a key shows its documentation; its arguments are shown while they are written", async ({
  workbench,
  page,
}) => {
  await workbench.openCells("typing-library", [...accounts, "", ""]);
  await test.step("completion", async () => {
    await typeAtEnd(workbench, 3, "accounts.D_c");
    await expect(options(workbench).first()).toContainText("D_cba");
    await expect(workbench.frame.locator(".cm-completionInfo")).toContainText("Consumption-based emissions, K × R");
    // An Enter within 75 ms of the list's opening is a line break, CodeMirror's guard of fast hands: it is taken back.
    await expect(async () => {
      await expect(options(workbench).first()).toContainText("D_cba");
      await page.keyboard.press("Enter");
      if ((await workbench.editor(3).locator(".cm-line").count()) > 1) {
        await page.keyboard.press("Backspace");
        await page.keyboard.press("Control+Space");
      }
      await expect(workbench.editor(3)).toHaveText("accounts.D_cba", { timeout: 500 });
    }).toPass();
  });
  await test.step("documentation", async () => {
    await workbench.editor(2).getByText("accounts(").or(workbench.editor(2).getByText("accounts")).last().hover();
    const tip = workbench.frame.locator(".typing-tip");
    await expect(tip).toContainText("emissions by producer and by consumer");
    await expect(tip).toContainText("Miller & Blair");
    await page.mouse.move(0, 0);
    await workbench.editor(2).click();
    await page.keyboard.press("Home");
    for (let i = 0; i < "const acc".length; ++i) await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Control+i");
    await expect(workbench.frame.getByRole("status").filter({ hasText: "const accounts" })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(tip).toHaveCount(0);
  });
  await test.step("arguments", async () => {
    await typeAtEnd(workbench, 4, "consumption.paths(");
    await expect(workbench.frame.locator("code.typing-signature strong")).toContainText("table: TableHandle");
  });
});

test("a name is renamed in three cells, and one undo takes it back; a name that is taken is refused in words; F12 goes to the cell that declares a name", async ({
  workbench,
  page,
}) => {
  const before = ["const base = 2", "const tenfold = base * 10", "({base, tenfold})"];
  await workbench.openCells("typing-rename", before);
  const field = workbench.frame.locator(".typing-rename input");
  const goToBase = async () => {
    await workbench.editor(2).click();
    await page.keyboard.press("End");
    for (let i = 0; i < " * 10".length; ++i) await page.keyboard.press("ArrowLeft");
  };
  await test.step("renamed", async () => {
    await goToBase();
    await page.keyboard.press("F2");
    await expect(field).toHaveValue("base");
    await field.fill("ground");
    await page.keyboard.press("Enter");
    await expect(workbench.editor(1)).toHaveText("const ground = 2");
    await expect(workbench.editor(2)).toHaveText("const tenfold = ground * 10");
    await expect(workbench.editor(3)).toHaveText("({base: ground, tenfold})");
    for (const place of [1, 2, 3]) await workbench.expectStatus(place, "fresh");
    await page.keyboard.press("Control+z");
    for (const [i, source] of before.entries()) await expect(workbench.editor(i + 1)).toHaveText(source);
  });
  await test.step("refused", async () => {
    await goToBase();
    await page.keyboard.press("F2");
    await field.fill("tenfold");
    await page.keyboard.press("Enter");
    await expect(workbench.frame.locator("p.typing-sentence")).toContainText("cell 2 defines it");
    await page.keyboard.press("Escape");
  });
  await test.step("found", async () => {
    await goToBase();
    await page.keyboard.press("F12");
    await expect(workbench.editor(1)).toBeFocused();
  });
});

test("rows of a query have the columns that it gave, with their units, and a wrong one is underlined until it is mended", async ({
  workbench,
  page,
}) => {
  const sql = "select region, co2_kt, sum(co2_kt) over () as world from mrio_co2 where year = 2011";
  await workbench.openCells("typing-query", [{ kind: "sql", source: sql, attributes: 'output="flows"' }, ""]);
  await workbench.expectStatus(1, "fresh");
  await typeAtEnd(workbench, 2, "[...flows].map((row) => row.");
  // The page hears of the rows after the cell has run: no hand is as fast, and asks once more by the key.
  await expect(async () => {
    await page.keyboard.press("Control+Space");
    await expect(options(workbench).filter({ hasText: "co2_kt" })).toHaveCount(1, { timeout: 1000 });
  }).toPass();
  for (const column of ["co2_kt", "region", "world"])
    await expect(options(workbench).filter({ hasText: column })).toHaveCount(1);
  await page.keyboard.type("co2");
  await expect(workbench.frame.locator(".cm-completionInfo")).toContainText("Unit: kt");
  await page.keyboard.press("Enter");
  const wrong = workbench.cell(2).locator(".cm-lintRange");
  await workbench.type(2, "[...flows].map((row) => row.reigon)");
  await expect(wrong).toHaveText("reigon");
  await workbench.type(2, "[...flows].map((row) => row.region)");
  await expect(wrong).toHaveCount(0);
});

test("SQL completes tables and columns with their units, and names of the notebook between the braces", async ({
  workbench,
  page,
}) => {
  await workbench.openCells("typing-sql", [
    "const region = 'CHN'",
    { kind: "sql", source: "select  from mrio_co2 where region = ${region}" },
  ]);
  await workbench.editor(2).click();
  await page.keyboard.press("Home");
  for (let i = 0; i < "select ".length; ++i) await page.keyboard.press("ArrowRight");
  await page.keyboard.type("co2");
  await expect(options(workbench).filter({ hasText: "co2_kt" })).toContainText("kt");
  await page.keyboard.press("Escape");
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.type(".len");
  await expect(options(workbench).first()).toContainText("length");
});

test("without the language service the editor goes on, and a sentence says so once", async ({ workbench, page }) => {
  await page.route(/\/declarations[^/]*\.json/, (route) => route.fulfill({ status: 500, body: "" }));
  await workbench.openCells("typing-none", ["const a = 1", ""]);
  await typeAtEnd(workbench, 2, "a + 1");
  await page.keyboard.press("Shift+Enter");
  await expect(workbench.output(2)).toHaveText("2");
  await page.getByRole("button", { name: /panel/i }).last().click();
  await page.getByRole("tab", { name: /Problems/ }).click();
  await expect(page.getByText("the language service did not start")).toHaveCount(1);
});
