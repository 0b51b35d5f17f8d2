import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import type { Page } from "@playwright/test";
import { notebookText } from "./notebook-text.ts";
import { violations } from "./violations.ts";
import { expect, fileOf, test } from "./workbench.ts";

const entry = fileURLToPath(new URL("../../cli/yuheng.mjs", import.meta.url));

/** An assistant that may change the notebooks of the test's folder. */
async function assistant(): Promise<Client> {
  const client = new Client({ name: "test", version: "1" }, { versionNegotiation: { mode: "auto" } });
  const args = [entry, "mcp", "--tools", "quantity.convert", "--notebooks", process.env.YUHENG_NOTEBOOKS!];
  await client.connect(new StdioClientTransport({ command: process.execPath, args, stderr: "ignore" }));
  return client;
}

async function call(client: Client, name: string, input: Record<string, unknown>) {
  const { structuredContent } = await client.callTool({ name, arguments: input });
  return structuredContent as { version: string; proposed?: boolean };
}

let client: Client;

test.beforeAll(async () => {
  client = await assistant();
});

test.afterAll(() => client.close());

const notice = (page: Page) => page.getByRole("group", { name: "An assistant proposes changes to this notebook." });

test("an assistant's changes to an open notebook wait until a person takes them in", async ({ workbench, page }) => {
  await workbench.openCells("proposed", ["const a = 1;", "a + 1"]);
  const before = readFileSync(fileOf("proposed"), "utf8");
  const { version } = await call(client, "notebook_read", { notebook: "proposed" });
  // The page tells the server within moments that the notebook is open.
  await page.waitForResponse(/\/api\/proposals\/proposed$/);
  const edited = await call(client, "notebook_edit", {
    notebook: "proposed",
    base: version,
    cell: 1,
    source: "const a = 41;",
  });
  expect(edited.proposed).toBe(true);
  const after = { notebook: "proposed", base: edited.version, after: 2, source: "a + 2" };
  expect((await call(client, "notebook_insert", after)).proposed).toBe(true);
  expect(readFileSync(fileOf("proposed"), "utf8")).toBe(before);
  const { structuredContent } = await client.callTool({ name: "notebook_read", arguments: { notebook: "proposed" } });
  expect(structuredContent).toMatchObject({ version, waiting: expect.stringMatching(/^[0-9a-f]{64}$/) });
  await expect(notice(page)).toBeVisible();
  await expect(workbench.output(2)).toHaveText("2");
  // In the notebook they stand at their places, as what they are.
  await expect(workbench.cell(1).locator(".ghost[data-change=edit] del")).toHaveText("const a = 1;");
  await expect(workbench.cell(1).locator(".ghost[data-change=edit] ins")).toHaveText("const a = 41;");
  await expect(workbench.cell(2).locator(".ghost[data-change=insert]")).toContainText("a + 2");
  expect(await violations(page)).toEqual([]);

  await page.getByRole("button", { name: "Compare and choose" }).click();
  await expect(page.getByRole("dialog").getByText("2 differences")).toBeVisible();
  await page.getByRole("button", { name: "Use these" }).click();
  await expect(notice(page)).toHaveCount(0);
  await expect(workbench.output(2)).toHaveText("42");
  await expect(workbench.output(3)).toHaveText("43");
  await page.keyboard.press("Control+S");
  await expect(page.getByText("Saved", { exact: true }).first()).toBeVisible();
  const file = readFileSync(fileOf("proposed"), "utf8");
  expect(file).toContain("const a = 41;");
  expect(file).toContain("a + 2");
  // What has been decided is not proposed again.
  await page.reload();
  await expect(workbench.output(3)).toHaveText("43");
  await page.waitForResponse(/\/api\/proposals\/proposed$/);
  await expect(notice(page)).toHaveCount(0);
});

test("what an assistant proposes runs on a copy when the person wants it, and the assistant sees what it gave if it may", async ({
  workbench,
  page,
}) => {
  await workbench.openCells("proposed-run", ["const a = 1;", "a + 1"]);
  const { version } = await call(client, "notebook_read", { notebook: "proposed-run" });
  await page.waitForResponse(/\/api\/proposals\/proposed-run$/);
  const insert = async (base: string, after: number, source: string) =>
    (await call(client, "notebook_insert", { notebook: "proposed-run", base, after, source })).version;
  const edited = await call(client, "notebook_edit", {
    notebook: "proposed-run",
    base: version,
    cell: 1,
    source: "const a = 41;",
  });
  const failing = await insert(edited.version, 2, "nothing.at.all");
  const last = await insert(failing, 3, "while (true) {}");
  const ghosts = workbench.frame.locator(".ghost");
  await expect(ghosts).toHaveCount(3);
  await expect(ghosts.locator(".ghost-results")).toHaveCount(0);
  await notice(page).getByRole("button", { name: "Run on a copy" }).click();
  await expect(notice(page).getByText("2 cells failed or did not run")).toBeVisible();
  await expect(ghosts.nth(0).locator(".ghost-results")).toHaveText("a = 41");
  await expect(ghosts.nth(1).locator(".ghost-results")).toContainText("`nothing` is not defined");
  await expect(ghosts.nth(2).locator(".ghost-results")).toContainText("A loop in this cell ran for 3 s");
  // The person's own notebook is as it was, and its frame the only one.
  await expect(workbench.output(2)).toHaveText("2");
  await expect(page.locator("iframe")).toHaveCount(1);
  expect(await violations(page)).toEqual([]);

  const read = async () => {
    const input = { notebook: "proposed-run" };
    const { structuredContent } = await client.callTool({ name: "notebook_read", arguments: input });
    return structuredContent as { waiting: string; gave?: { cell: number; status: string; shows: string[] }[] };
  };
  const run = () => client.callTool({ name: "notebook_run", arguments: { notebook: "proposed-run" } });
  expect(await read()).toMatchObject({ waiting: last });
  expect((await read()).gave).toBeUndefined();
  expect((await run()).isError).toBe(true);
  await page.getByRole("button", { name: "Allow", exact: true }).click();
  await expect(page.getByText("may run notebooks of this folder with your rights")).toBeVisible();
  await expect
    .poll(async () => (await read()).gave)
    .toEqual([
      { cell: 1, status: "ran", shows: ["a = 41"] },
      { cell: 2, status: "ran", shows: ["42"] },
      expect.objectContaining({ cell: 3, status: "failed" }),
      expect.objectContaining({ cell: 4, status: "failed", why: expect.stringContaining("A loop in this cell") }),
    ]);
  expect((await run()).structuredContent).toMatchObject({ notebook: "proposed-run", failed: 0 });
  await page.getByRole("button", { name: "Take back" }).click();
  await expect(page.getByRole("button", { name: "Take back" })).toHaveCount(0);
  expect((await run()).isError).toBe(true);
});

test("a proposed cell that blocks the thread of the person's notebook is given up, and the notebook goes on", async ({
  workbench,
  page,
}) => {
  await workbench.openCells("proposed-block", ["const a = 1;", "a + 1"]);
  const { version } = await call(client, "notebook_read", { notebook: "proposed-block" });
  await page.waitForResponse(/\/api\/proposals\/proposed-block$/);
  // A regular expression that backtracks has no loop that ends it.
  const source = "/^(a+)+$/.test('a'.repeat(60) + 'b')";
  await call(client, "notebook_insert", { notebook: "proposed-block", base: version, after: 2, source });
  await notice(page).getByRole("button", { name: "Run on a copy" }).click();
  await expect(notice(page).getByRole("button", { name: "Stop" })).toBeVisible();
  await expect(notice(page).getByText("failed or did not run")).toBeVisible();
  await expect(workbench.frame.locator(".ghost-results")).toHaveText("Did not yield for 5 s, and was stopped.");
  await expect(workbench.output(2)).toHaveText("2");
  await workbench.edit(1, "const a = 5;");
  await expect(workbench.output(2)).toHaveText("6");
});

test("what an assistant proposes is kept as a whole by a key, taken back by one undo, and discarded by another", async ({
  workbench,
  page,
}) => {
  await workbench.openCells("proposed-whole", ["const a = 1;", "a + 1", "const old = 0;"]);
  const { version } = await call(client, "notebook_read", { notebook: "proposed-whole" });
  await page.waitForResponse(/\/api\/proposals\/proposed-whole$/);
  const input = { notebook: "proposed-whole", base: version, cell: 1, source: "const a = 41;" };
  const edited = await call(client, "notebook_edit", input);
  await call(client, "notebook_insert", {
    notebook: "proposed-whole",
    base: edited.version,
    after: 2,
    source: "a + 2",
  });
  const ghosts = workbench.frame.locator(".ghost");
  await expect(ghosts).toHaveCount(2);
  await notice(page).getByRole("button", { name: "Keep all" }).focus();
  await page.keyboard.press("Control+Enter");
  await expect(ghosts).toHaveCount(0);
  await expect(workbench.output(3)).toHaveText("43");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(workbench.output(2)).toHaveText("2");
  await expect(workbench.frame.locator(".cell")).toHaveCount(3);

  await page.keyboard.press("Control+S");
  await expect(page.getByText("Saved", { exact: true }).first()).toBeVisible();
  const now = await call(client, "notebook_read", { notebook: "proposed-whole" });
  await call(client, "notebook_edit", { ...input, base: now.version, source: "const a = 7;" });
  await expect(ghosts).toHaveCount(1);
  await notice(page).getByRole("button", { name: "Discard" }).focus();
  await page.keyboard.press("Escape");
  await expect(ghosts).toHaveCount(0);
  await expect(notice(page)).toHaveCount(0);
  await expect(workbench.output(2)).toHaveText("2");
});

test("a proposal that came with the folder is not offered, and the page says so", async ({ workbench, page }) => {
  const hash = createHash("sha256").update("foreign").digest("hex").slice(0, 16);
  const proposed = {
    ...{ baseText: "", text: notebookText("foreign", ["const a = 41;"]), time: "2026-01-02T03:04:05.000Z" },
    version: "0".repeat(64),
  };
  const forged = JSON.stringify({ content: JSON.stringify(proposed), proof: "0".repeat(64) });
  writeFileSync(fileOf("foreign").replace(/foreign\.html$/, `.yuheng-${hash}.proposal`), forged);
  await workbench.openCells("foreign", ["const a = 1;", "a + 1"]);
  const said = page.getByText("A proposal for this notebook came with its folder");
  await expect(said).toBeVisible();
  await expect(notice(page)).toHaveCount(0);
  await expect(workbench.frame.locator(".ghost")).toHaveCount(0);
  expect(await violations(page)).toEqual([]);
  await page.getByRole("button", { name: "Close this message" }).click();
  await expect(said).toHaveCount(0);
});

test("an assistant's changes to a notebook that is closed go into its file", async ({ workbench, page }) => {
  await workbench.openCells("closed", ["const a = 1;"]);
  await page.waitForResponse(/\/api\/proposals\/closed$/);
  const left = page.waitForRequest((request) => request.method() === "DELETE" && request.url().endsWith("/closed"));
  await page.goto("#/");
  await (await left).response();
  const { version } = await call(client, "notebook_read", { notebook: "closed" });
  const input = { notebook: "closed", base: version, cell: 1, source: "const a = 2;" };
  expect((await call(client, "notebook_edit", input)).proposed).toBe(false);
  expect(readFileSync(fileOf("closed"), "utf8")).toContain("const a = 2;");
});
