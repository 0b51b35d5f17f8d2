import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { sendEvents } from "../unit/cli/llm/fake-upstream.ts";
import { ModelServer } from "./model-server.ts";
import { notebookText } from "./notebook-text.ts";
import { violations } from "./violations.ts";
import { expect, test } from "./workbench.ts";

const server = new ModelServer();
let address: string;

test.beforeAll(async () => {
  address = await server.start();
});

test.afterAll(() => server.stop());

const question = "glorphly CO2 of Spain in 2018 in kt";
const query = {
  dataset: "carbon_budget_countries",
  select: ["production_mtco2"],
  where: { iso3: "ESP", year: 2018 },
};
const convert = { value: { $from: "read", path: "rows.0.production_mtco2" }, from: "Mt CO2", to: "kt CO2" };
const plan = JSON.stringify({
  steps: [
    { id: "read", tool: "data.query", args: query },
    { id: "write", tool: "quantity.convert", args: convert },
  ],
});

/** Opens a notebook of the server and its panel Ask. */
async function openAsk(page: Page, name: string, cells: readonly string[]) {
  writeFileSync(join(server.folder, `${name}.html`), notebookText(name, cells));
  await page.goto(`${address}#/n/${name}`);
  await page.getByRole("button", { name: "Side panel", exact: true }).click();
  await page.getByRole("tab", { name: "Ask" }).click();
  return page.getByRole("tabpanel");
}

/** What the model was shown with the last question. */
function lastView(): { question: string; quoted?: { name: string; text: string }[] } {
  return JSON.parse(JSON.parse(server.upstream.received.at(-1)!.body).messages[1].content);
}

test("a model of the server proposes a plan of two steps, whose figure has its cells; the key stays in the server", async ({
  workbench,
  page,
}) => {
  const texts: Promise<string>[] = [];
  page.on("response", (response) => {
    texts.push(
      Promise.all([response.text().catch(() => ""), response.allHeaders().then((all) => JSON.stringify(all))]).then(
        (parts) => parts.join("\n"),
      ),
    );
  });
  server.upstream.respond = (response) => sendEvents(response, [plan.slice(0, 40), plan.slice(40)]);
  const panel = await openAsk(page, "of-server", ["1 + 1"]);
  await panel.getByText("Model: off").click();
  await panel.getByRole("radio", { name: "Of this server: small-1b" }).check();
  await expect(panel.getByText("Model: small-1b")).toBeVisible();
  expect(server.upstream.received).toEqual([]);

  await panel.getByRole("textbox", { name: "Your question" }).fill(question);
  await panel.getByRole("textbox", { name: "Your question" }).press("Enter");
  const turn = panel.getByRole("log").locator(".turn").last();
  await expect(turn.locator(".sentence")).toContainText("Plan proposed by small-1b", { timeout: 100_000 });
  await expect(turn.locator(".sentence")).toContainText("rows.0.production_mtco2");
  await expect(turn.locator(".sentence")).toContainText("269 Mt CO₂");
  expect(server.upstream.received.map(({ headers }) => headers.authorization)).toEqual([`Bearer ${server.key}`]);
  expect(lastView().question).toBe(question);

  // The figure is that of the cells, which run in the notebook as any others do.
  await turn.getByRole("button", { name: "Keep all" }).click();
  await expect(workbench.frame.locator(".output").filter({ hasText: "269" }).first()).toBeAttached();
  await page.keyboard.press("Control+S");
  await expect(page.getByText("Saved", { exact: true }).first()).toBeVisible();
  const file = readFileSync(join(server.folder, "of-server.html"), "utf8");
  expect(file).toContain("const proposed_b = quantity.convert({value: proposed_a.rows[0].production_mtco2,");
  const [, hash] = /"cell":"proposed_b","path":"value","hash":"([0-9a-f]+)"/.exec(file) ?? [];
  expect(hash).toMatch(/^[0-9a-f]{16}$/);
  expect(file).toContain('"by":{"provider":"server","model":"small-1b"}');

  const all = await Promise.all(texts);
  expect(all.length).toBeGreaterThan(20);
  expect(all.some((text) => text.includes("small-1b"))).toBe(true);
  expect([...all, file, await page.content()].filter((text) => text.includes(server.key))).toEqual([]);
});

test("a cell is put into one question, by mouse and by key, if a model is on to read it", async ({
  workbench,
  page,
}) => {
  server.upstream.respond = (response) => sendEvents(response, ['{"say": "Good."}']);
  const panel = await openAsk(page, "quoted-cell", ["const share = 41 + 1;", "const other = 7;"]);
  const field = panel.getByRole("textbox", { name: "Your question" });
  await expect(workbench.output(1)).toBeAttached();

  // Without a model nothing would read it, and that is what is said.
  await page.getByRole("button", { name: "Side panel", exact: true }).click();
  await workbench.cell(1).focus();
  await page.keyboard.press("i");
  await expect(page.getByText("Only a language model reads a cell beside a question, and none is on.")).toBeVisible();
  await expect(field).toBeHidden();
  await page.getByRole("button", { name: "Choose a model" }).click();
  await panel.getByText("Model: off").click();
  await panel.getByRole("radio", { name: "Of this server: small-1b" }).check();

  // By key: the focus goes to the question.
  await workbench.cell(1).focus();
  await page.keyboard.press("i");
  await expect(panel.getByText("With the cell share")).toBeVisible();
  await expect(field).toBeFocused();
  expect(await violations(page, { frame: false })).toEqual([]);
  await panel.getByRole("button", { name: "Leave out the cell share" }).click();
  await expect(panel.getByText("With the cell share")).toBeHidden();

  // By mouse, from the menu of another cell.
  await workbench.cell(2).hover();
  await workbench.cell(2).locator("> .gutter .more").click();
  await workbench.cell(2).getByRole("menuitem", { name: "Ask about this cell" }).click();
  await expect(panel.getByText("With the cell other")).toBeVisible();
  const asked = server.upstream.received.length;
  const turns = panel.getByRole("log").locator(".turn");
  const send = async (count: number) => {
    await field.fill("glorphly CO2 of Spain in 2018");
    await field.press("Enter");
    await expect(turns).toHaveCount(count);
    await expect(turns.last().locator(".sentence")).toContainText("Good.");
  };
  await send(1);
  expect(server.upstream.received).toHaveLength(asked + 1);
  expect(lastView().quoted).toEqual([{ name: "other", text: "const other = 7;\n\nother = 7 (number)" }]);
  await expect(turns.last()).toContainText("With the cell other");

  // The next question is without it.
  await expect(panel.locator("form").getByText("With the cell other")).toBeHidden();
  await send(2);
  expect(lastView().quoted).toBeUndefined();
});
