import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { StaticHost, sharedSite } from "./built-site.ts";
import { expect, test } from "./workbench.ts";

const cells = [
  'const place = view(Inputs.select(["China", "India"], {label: "Place"}));',
  "const reply = await ask(`How much CO2 did ${place} emit in 2022?`);",
  "const iso3 = {China: 'CHN', India: 'IND'}[place];",
  "const [published] = await sql`select production_mtco2 as mt from carbon_budget_countries where iso3 = ${iso3} and year = 2022`;",
  "display(html`<p class=said>${reply.text.en}</p><p class=same>${reply.values.find((d) => d.primary).value === published.mt ? place : 'another figure'}</p>`);",
];

test("a cell that asks gets the publisher's figure, follows its question, and names the source in its trail", async ({
  workbench,
  page,
}) => {
  const loaded: string[] = [];
  page.on("request", (request) => loaded.push(new URL(request.url()).pathname));
  await workbench.openCells("ask-cell", cells);
  const same = workbench.output(5).locator(".same");
  await expect(same).toHaveText("China", { timeout: 60_000 });
  await expect(workbench.output(5).locator(".said")).toContainText("China");
  expect(loaded.filter((path) => /\/dialogue-?[\w-]*\.js$/.test(path))).toHaveLength(1);
  await workbench.frame.getByLabel("Place").selectOption("India");
  await expect(same).toHaveText("India");
  await workbench.cell(2).focus();
  await page.keyboard.press("t");
  await expect(page.getByRole("tabpanel")).toContainText("Global Carbon Budget");
});

test("a published page answers what its cell asks, with the program and the data that the build put beside it", async ({
  page,
}) => {
  test.setTimeout(600_000);
  const host = await StaticHost.open(join(await sharedSite(), "site"));
  try {
    await page.goto(host.address("asking.html"));
    const frame = page.frameLocator("#notebook > iframe");
    await expect(frame.locator(".same")).toHaveText("China");
    await frame.getByLabel("Place").selectOption("India");
    await expect(frame.locator(".same")).toHaveText("India", { timeout: 60_000 });
    expect(host.asked.filter((path) => /^assets\/dialogue-/.test(path))).not.toEqual([]);
  } finally {
    await host.close();
  }
});

test("a page that is one file answers what its cell asks, without a network", async ({ page, context }) => {
  test.setTimeout(600_000);
  const single = join(await sharedSite(), "single");
  await context.setOffline(true);
  await page.goto(pathToFileURL(join(single, "asking.html")).href);
  const frame = page.frameLocator("#notebook > iframe");
  await frame.locator("input[type=number]").fill("2");
  await expect(frame.locator(".said")).toHaveText(/^2: .*China/, { timeout: 60_000 });
});
