import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import type { Page } from "@playwright/test";
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

const notice = (page: Page) => page.getByRole("group", { name: "An assistant proposes changes to this notebook." });

test("an assistant's changes to an open notebook wait until a person takes them in", async ({ workbench, page }) => {
  await workbench.openCells("proposed", ["const a = 1;", "a + 1"]);
  const before = readFileSync(fileOf("proposed"), "utf8");
  const client = await assistant();
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
  await client.close();
});

test("what an assistant proposes is kept as a whole by a key, taken back by one undo, and discarded by another", async ({
  workbench,
  page,
}) => {
  await workbench.openCells("proposed-whole", ["const a = 1;", "a + 1", "const old = 0;"]);
  const client = await assistant();
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
  await client.close();
});

test("an assistant's changes to a notebook that is closed go into its file", async ({ workbench, page }) => {
  await workbench.openCells("closed", ["const a = 1;"]);
  await page.waitForResponse(/\/api\/proposals\/closed$/);
  const left = page.waitForRequest((request) => request.method() === "DELETE" && request.url().endsWith("/closed"));
  await page.goto("#/");
  await (await left).response();
  const client = await assistant();
  const { version } = await call(client, "notebook_read", { notebook: "closed" });
  const input = { notebook: "closed", base: version, cell: 1, source: "const a = 2;" };
  expect((await call(client, "notebook_edit", input)).proposed).toBe(false);
  expect(readFileSync(fileOf("closed"), "utf8")).toContain("const a = 2;");
  await client.close();
});
