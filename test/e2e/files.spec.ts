import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Page } from "@playwright/test";
import { sqliteFile } from "../sqlite-file.ts";
import { notebookText } from "./notebook-text.ts";
import { expect, fileOf, test } from "./workbench.ts";

/** Drops a file on the page, as from the desktop. */
async function drop(page: Page, name: string, text: string, target = "yuheng-library"): Promise<void> {
  const data = await page.evaluateHandle(
    ([fileName, content]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content], fileName));
      return transfer;
    },
    [name, text] as const,
  );
  await page.locator(target).dispatchEvent("drop", { dataTransfer: data });
}

/** What an action downloads, where the browser has no way to save a file. */
async function downloadBy(page: Page, action: string): Promise<{ name: string; text: string }> {
  await page.keyboard.press("Control+K");
  await page.getByPlaceholder("What do you want to do?").fill(action);
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  return { name: download.suggestedFilename(), text: readFileSync((await download.path())!, "utf8") };
}

const withoutPickers = () => {
  Object.assign(window, { showOpenFilePicker: undefined, showSaveFilePicker: undefined });
};

test("a file dropped on the library becomes a notebook, or is refused with a sentence", async ({ page, workbench }) => {
  await test.step("what is no notebook is refused with a sentence", async () => {
    await page.goto("#/");
    await drop(page, "table.xlsx", "PK");
    await expect(page.getByText("“table.xlsx” is data, and data are added to a notebook.")).toBeVisible();
    await drop(page, "broken.ipynb", "{");
    await expect(page.getByText(/“broken.ipynb” could not be read. This is not a Jupyter notebook/)).toBeVisible();
    await drop(page, "page.html", "<p>Hello</p>");
    await expect(page.getByText(/“page.html” could not be read. It is a page, but not a notebook/)).toBeVisible();
  });

  await test.step("a Jupyter notebook dropped on the library becomes a notebook in the folder", async () => {
    await page.goto("#/");
    const cells = [
      { cell_type: "markdown", source: ["# From Jupyter\n"], metadata: {} },
      { cell_type: "code", source: ["const k = 6 * 7;"], metadata: {}, outputs: [], execution_count: null },
      { cell_type: "code", source: ["%%sql\nselect 1 as one"], metadata: {}, outputs: [], execution_count: null },
    ];
    const metadata = { kernelspec: { language: "javascript" } };
    await drop(page, "From Elsewhere.ipynb", JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 }));
    await expect(page).toHaveURL(/#\/n\/from-elsewhere$/);
    await expect(workbench.output(1)).toHaveText("From Jupyter");
    expect(readFileSync(fileOf("from-elsewhere"), "utf8")).toContain("const k = 6 * 7;");
  });

  await test.step("a notebook of older Observable cells is converted, and what could not be is kept as text and told", async () => {
    await page.goto("#/");
    const ojs = ["viewof x = Inputs.range([0, 9], {step: 1, value: 3})", "y = { return x * 2; }", "md`y is ${y}`"];
    const scripts = [...ojs, 'import {chart} from "@somebody/else"'].map(
      (source, i) => `<script id="${i + 1}" type="application/vnd.observable.javascript" pinned="">${source}</script>`,
    );
    await drop(page, "older.html", `<!doctype html><notebook><title>Older</title>${scripts.join("\n")}</notebook>`);
    await expect(page.getByText(/Cell 4 was kept as text: it imports from another notebook/)).toBeVisible();
    await expect(workbench.output(3)).toHaveText("y is 6");
    await workbench.output(1).locator("input[type=number]").fill("5");
    await expect(workbench.output(3)).toHaveText("y is 10");
    await expect(workbench.output(4)).toContainText('import {chart} from "@somebody/else"');
  });
});

test("older cells are converted in an open notebook, and a malformed address leads back to the list", async ({
  workbench,
  page,
}) => {
  await test.step("a notebook of older Observable cells that is opened in place runs as converted, and one press converts it", async () => {
    const cells = ["viewof x = Inputs.range([0, 9], {step: 1, value: 3})", "y = { return x * 2; }"];
    const older = cells.map((source) => ({ kind: "ojs", source }));
    await workbench.openCells("older-in-place", [...older, "y + 1"]);
    const file = readFileSync(fileOf("older-in-place"), "utf8");
    await expect(workbench.output(3)).toHaveText("7");
    // Without a pause of the frame, the new text is run before its conversion is there.
    await workbench.edit(2, "y = { return x * 20; }");
    await expect(workbench.output(3)).toHaveText("61");
    await page.keyboard.press("Control+Z");
    await expect(workbench.output(3)).toHaveText("7");
    expect(readFileSync(fileOf("older-in-place"), "utf8")).toBe(file);
    await expect(page.getByText("2 cells are in Observable's older JavaScript, and run as converted.")).toBeVisible();
    await page.getByRole("button", { name: "Convert all 2" }).click();
    await expect(workbench.editor(2)).toContainText("const y = (() => { return x * 2; })()");
    await expect(workbench.output(3)).toHaveText("7");
  });

  await test.step("an open notebook's older cells are converted in one step that can be undone", async () => {
    const old = notebookText("convert", ["x = 5", "x + 1"]).replaceAll(
      'type="module"',
      'type="application/vnd.observable.javascript"',
    );
    writeFileSync(fileOf("convert"), old);
    await workbench.open("convert");
    await page.keyboard.press("Control+K");
    await page.getByPlaceholder("What do you want to do?").fill("Convert older");
    await page.keyboard.press("Enter");
    await expect(workbench.output(2)).toHaveText("6");
    await expect(workbench.editor(1)).toHaveText("const x = 5");
    await page.getByRole("button", { name: "Undo" }).first().click();
    await expect(workbench.editor(1)).toHaveText("x = 5");
  });

  await test.step("an address that is malformed leads to a sentence and back to the list, and the page lives on", async () => {
    for (const hash of ["#/n/%", "#/n/%ff?slide=1", "#/nowhere"]) {
      await page.goto(hash, { waitUntil: "commit" });
      await expect(page.getByRole("heading", { name: "This address leads nowhere" })).toBeVisible();
    }
    await page.getByRole("link", { name: "Back to all notebooks" }).click();
    await expect(page.getByRole("link", { name: /Welcome/ }).first()).toBeVisible();
  });
});

test("a document of Quarto dropped on a notebook opens, and a text or a page is offered as a file or as a notebook", async ({
  workbench,
  page,
}) => {
  await workbench.openCells("open", ["const a = 1;", "a"]);
  await drop(page, "notes.md", "Only text.", "yuheng-bar");
  await expect(page.getByText(/“notes.md” is text without code/)).toBeVisible();
  await expect(page.getByRole("button", { name: "Open as a notebook" })).toBeVisible();
  await drop(page, "page.html", "<p>Hello</p>", "yuheng-bar");
  await page.getByRole("button", { name: "Add as a file" }).click();
  await expect(page.getByRole("heading", { name: "page.html" })).toBeVisible();
  await page.keyboard.press("Escape");
  const cells = [
    "```{ojs}\nviewof x = Inputs.range([0, 9], {step: 1, value: 3})\n```",
    "The double is ${x * 2}.",
    "```{julia}\n1\n```",
  ];
  await drop(page, "Report.qmd", cells.join("\n\n"), "yuheng-bar");
  await expect(page).toHaveURL(/#\/n\/report$/);
  await expect(workbench.output(2)).toHaveText("The double is 6.");
  await expect(page.getByText(/Line 7: A cell of julia was kept as text/)).toBeVisible();
});

test("a notebook is exported for Jupyter, as Markdown and as a module, and comes back", async ({ workbench, page }) => {
  await page.addInitScript(withoutPickers);
  await workbench.openCells("exported", [{ kind: "md", source: "# Exported" }, "const a = 6 * 7;", "a"]);
  await expect(workbench.output(3)).toHaveText("42");
  const markdown = await downloadBy(page, "Export as Markdown");
  expect(markdown.name).toBe("exported.md");
  expect(markdown.text).toContain("# Exported");
  const jupyter = await downloadBy(page, "Export for Jupyter");
  expect(JSON.parse(jupyter.text).cells).toHaveLength(3);
  const module = await downloadBy(page, "Export as a JavaScript module");
  expect(module.name).toBe("exported.js");
  expect(module.text).toContain("export default function define");
  await page.goto("#/");
  await drop(page, markdown.name, markdown.text);
  await expect(page).toHaveURL(/#\/n\/exported-2$/);
  await expect(workbench.output(3)).toHaveText("42");
});

test("without File System Access a file is uploaded, and a copy is downloaded", async ({ workbench, page }) => {
  await page.addInitScript(withoutPickers);
  const text = notebookText("Uploaded", ["const a = 3;", "a"]);
  await page.goto("#/");
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Open a file" }).click();
  await (await choosing).setFiles({ name: "uploaded.html", mimeType: "text/html", buffer: Buffer.from(text) });
  await expect(workbench.output(2)).toHaveText("3");
  const copy = await downloadBy(page, "Save a copy as a file");
  expect(copy).toEqual({ name: "uploaded.html", text });
});

test("a file of the person's own is opened where it lies, saved there, and never overwritten unseen", async ({
  workbench,
  page,
}) => {
  // The origin's private files have the same handles as those of the disk, without a dialog of the system's.
  await page.addInitScript(() => {
    Object.assign(window, {
      async showOpenFilePicker() {
        return [await (await navigator.storage.getDirectory()).getFileHandle("mine.html")];
      },
    });
  });
  const read = () =>
    page.evaluate(async () => {
      const handle = await (await navigator.storage.getDirectory()).getFileHandle("mine.html");
      return (await handle.getFile()).text();
    });
  const write = (content: string) =>
    page.evaluate(async (text) => {
      const handle = await (await navigator.storage.getDirectory()).getFileHandle("mine.html", { create: true });
      const stream = await handle.createWritable();
      await stream.write(text);
      await stream.close();
    }, content);
  await page.goto("#/");
  await write(notebookText("Mine", ["const a = 1;", "a"]));
  await page.getByRole("button", { name: "Open a file" }).click();
  await expect(page).toHaveURL(/#\/n\/~mine$/);
  await workbench.type(1, "const a = 2;");
  await expect(page.getByText("Unsaved", { exact: true }).first()).toBeVisible();
  await page.keyboard.press("Control+S");
  await expect(page.getByText("Saved", { exact: true }).first()).toBeVisible();
  expect(await read()).toBe(notebookText("Mine", ["const a = 2;", "a"]));

  await page.reload();
  await expect(workbench.editor(1)).toHaveText("const a = 2;");
  const theirs = notebookText("Mine", ["const a = 'theirs';", "a"]);
  await write(theirs);
  await workbench.type(2, "a + 1");
  await page.keyboard.press("Control+S");
  await expect(page.getByText(/has changed since it was opened/).first()).toBeVisible();
  expect(await read()).toBe(theirs);
});

test.describe(() => {
  // What is imported is checked while one writes.
  test.use({ languageService: true });

  test("files and modules beside a notebook are read by its cells and by SQL, and stand in the trail with their hash", async ({
    workbench,
    page,
  }) => {
    const folder = dirname(fileOf("beside"));
    writeFileSync(join(folder, "beside-fuels.csv"), "fuel,tonnes\ncoal,1.5\ngas,2\n");
    mkdirSync(join(folder, "beside-lib"), { recursive: true });
    writeFileSync(
      join(folder, "beside-plants.db"),
      await sqliteFile("CREATE TABLE t (mt); INSERT INTO t VALUES (29.4)"),
    );
    writeFileSync(join(folder, "beside-lib/a.js"), 'import {b} from "./b.ts"; export const a = () => b() + 1');
    writeFileSync(join(folder, "beside-lib/b.ts"), "export const b = (): number => 1");
    await workbench.openCells("beside", [
      `const fuels = await FileAttachment("beside-fuels.csv").csv({typed: true}); display(fuels[0].tonnes * 2)`,
      { kind: "sql", source: "select sum(tonnes) as total from beside_fuels" },
      `FileAttachment("beside-fuel.csv").text()`,
      `[FileAttachment("beside-fuels.csv").size, datasets.describe("beside_fuels").rows]`,
      `import {a} from "./beside-lib/a.js"; display(a())`,
      `import {gone} from "npm:package-that-is-not-here"`,
      `const plants = FileAttachment("beside-plants.db").sqlite()`,
      { kind: "sql", source: "select mt, typeof(mt) as type from t", attributes: 'database="var:plants"' },
      { kind: "sql", source: "select mt * 2 as twice from beside_plants" },
    ]);
    await expect(workbench.output(1)).toHaveText("3");
    await expect(workbench.output(2)).toContainText("3.5");
    await expect(workbench.error(3)).toContainText("Did you mean “beside-fuels.csv”?");
    await expect(workbench.output(4)).toContainText("27, 2");
    await expect(workbench.output(5)).toHaveText("2");
    await expect(workbench.error(6)).toContainText("npx yuheng add package-that-is-not-here");
    await expect(workbench.output(8)).toContainText("real");
    await expect(workbench.output(9)).toContainText("58.8");
    await workbench.type(6, 'import {none} from "./beside-lib/a.js"');
    await expect(workbench.cell(6).locator(".cm-lintRange")).toHaveText("none");
    writeFileSync(join(folder, "beside-lib/b.ts"), "export const b = (): number => null!.x");
    await workbench.editor(5).click();
    await page.keyboard.press("Shift+Enter");
    await expect(workbench.error(5)).toContainText("beside-lib/b.ts, line 1: ");
    await workbench.output(1).click({ modifiers: ["Alt"] });
    const panel = page.getByRole("tabpanel");
    await expect(panel).toContainText("reads your file beside-fuels.csv (27 bytes)");
    await expect(panel).toContainText(/SHA-256 [0-9a-f]{16}…/);
    await workbench.output(2).click({ modifiers: ["Alt"] });
    await expect(panel).toContainText("beside_fuels");
  });
});
