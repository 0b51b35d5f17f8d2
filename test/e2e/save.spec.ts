import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { request as httpRequest } from "node:http";
import { dirname, join } from "node:path";
import { parseHTML } from "linkedom";
import { notebookText } from "./notebook-text.ts";
import { expect, fileOf, test } from "./workbench.ts";

test("edits are undone in their order, and saved over nobody", async ({ workbench, page }) => {
  await test.step("undo and redo go over text and cells in the order in which they were done, and leave sliders alone", async () => {
    await workbench.openCells("undo", ["const x = view(Inputs.range([0, 9], {step: 1, value: 1}));", "x * 10"]);
    await expect(workbench.output(2)).toHaveText("10");
    await workbench.type(2, "x * 100");
    await workbench.output(1).locator("input[type=number]").fill("4");
    await expect(workbench.output(2)).toHaveText("40");
    await workbench.cell(2).hover();
    await workbench.cell(2).getByRole("button", { name: "+ Code" }).click();
    await expect(workbench.frame.locator(".cell")).toHaveCount(3);
    const undo = page.getByRole("button", { name: "Undo" }).first();
    await undo.click();
    await expect(workbench.frame.locator(".cell")).toHaveCount(2);
    await undo.click();
    await expect(workbench.editor(2)).toHaveText("x * 10");
    await expect(workbench.output(1).locator("input[type=number]")).toHaveValue("4");
    await page.getByRole("button", { name: "Redo" }).first().click();
    await expect(workbench.editor(2)).toHaveText("x * 100");
  });

  await test.step("an undo runs what ran before, and not what was half typed; a page with a failed cell never says only that it is saved", async () => {
    await workbench.openCells("undo-failure", [
      "const x = view(Inputs.range([0, 9], {value: 1}));",
      "const y = x * 10;",
      "y",
    ]);
    await expect(workbench.output(3)).toHaveText("10");
    const undo = page.getByRole("button", { name: "Undo" }).first();
    const redo = page.getByRole("button", { name: "Redo" }).first();
    await workbench.type(2, "const y = 1 +");
    // A save ends the step of typing.
    await page.keyboard.press("Control+S");
    const bar = page.locator("yuheng-bar");
    await expect(bar.locator(".save")).toHaveText("Saved");
    await workbench.edit(2, "const y = x.foo.bar;");
    await workbench.expectStatus(3, "blocked");
    await page.keyboard.press("Control+S");
    await expect(bar.locator(".save")).toHaveText("Saved");
    const failed = bar.getByRole("button", { name: "1 cell failed" });
    await workbench.cell(1).focus();
    await failed.click();
    // The cell that keys and menus act on.
    await expect(workbench.cell(2)).toHaveAttribute("tabindex", "0");
    await expect(page.getByText("Saved. 1 cell has failed.")).toBeAttached();

    await undo.click();
    await expect(workbench.editor(2)).toHaveText("const y = 1 +");
    await expect(workbench.cell(2).getByText("edited, not run")).toBeVisible();
    await expect(workbench.error(2)).toContainText("TypeError");
    await undo.click();
    await expect(workbench.output(3)).toHaveText("10");
    await expect(failed).toBeHidden();
    await redo.click();
    await redo.click();
    await expect(workbench.error(2)).toContainText("TypeError");

    // Of what ran before a reload, the history and not the page knows.
    await page.reload();
    await expect(workbench.error(2)).toContainText("TypeError");
    await undo.click();
    await undo.click();
    await expect(workbench.output(3)).toHaveText("10");

    // An input follows the undo of its code and of its deletion, and what reads it does.
    await workbench.edit(1, "const x = view(Inputs.range([0, 99], {value: 50}));");
    await expect(workbench.output(3)).toHaveText("500");
    await undo.click();
    await expect(workbench.output(3)).toHaveText("10");
    await expect(workbench.output(1).locator("input[type=number]")).toHaveValue("1");
    await workbench.cell(1).focus();
    await page.keyboard.press("d");
    await page.keyboard.press("d");
    await expect(bar.getByRole("button", { name: "1 cell failed" })).toBeVisible();
    await undo.click();
    await expect(workbench.output(3)).toHaveText("10");
  });

  await test.step("a file that changed on disk is not overwritten, and the edits stay in the page", async () => {
    await workbench.openCells("conflict", ["const a = 1;", "a"]);
    await workbench.type(1, "const a = 'mine';");
    const theirs = notebookText("conflict", ["const a = 'theirs';", "a"]);
    writeFileSync(fileOf("conflict"), theirs);
    await page.keyboard.press("Control+S");
    await expect(page.getByText(/changed since it was opened/).first()).toBeVisible();
    expect(readFileSync(fileOf("conflict"), "utf8")).toBe(theirs);
    await expect(workbench.editor(1)).toHaveText("const a = 'mine';");
  });
});

test("nobody but the page of this start can write, and nothing outside of the folder can be named", async ({
  baseURL,
}) => {
  const served = await (await fetch(baseURL!)).text();
  const token = parseHTML(served).document.querySelector('meta[name="yuheng-token"]')?.getAttribute("content");
  expect(token?.length).toBeGreaterThan(20);
  const { port } = new URL(baseURL!);
  const put = (path: string, headers: Record<string, string>) =>
    new Promise<number>((resolve, reject) => {
      const call = httpRequest({ port, host: "127.0.0.1", path, method: "PUT", headers }, (response) => {
        response.resume();
        resolve(response.statusCode!);
      });
      call.on("error", reject);
      call.end(JSON.stringify({ text: "<!doctype html><notebook></notebook>", version: null }));
    });
  const host = `localhost:${port}`;
  const good = { host, origin: `http://${host}`, "x-yuheng-token": token! };
  expect(await put("/api/notebooks/stranger", { host })).toBe(403);
  expect(await put("/api/notebooks/stranger", { ...good, "x-yuheng-token": "0".repeat(token!.length) })).toBe(403);
  expect(await put("/api/notebooks/stranger", { ...good, origin: "http://elsewhere.example" })).toBe(403);
  expect(await put("/api/notebooks/stranger", { ...good, origin: "null" })).toBe(403);
  expect(await put("/api/notebooks/stranger", { ...good, host: `elsewhere.example:${port}` })).toBe(403);
  expect(await put(`/api/notebooks/${encodeURIComponent("../stranger")}`, good)).toBe(400);
  expect(await put(`/api/notebooks/${encodeURIComponent("..\\stranger")}`, good)).toBe(400);
  expect(await put("/api/notebooks/.stranger", good)).toBe(400);
  const folder = dirname(fileOf("x"));
  expect(readdirSync(folder).filter((file) => file.includes("stranger") || file.endsWith(".tmp"))).toEqual([]);
  expect(existsSync(join(folder, "..", "stranger.html"))).toBe(false);
  expect(await put("/api/notebooks/stranger", good)).toBe(200);
  expect(await put("/api/notebooks/stranger", good)).toBe(409);
});
