import { readdirSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { newFolder, StaticHost, shipped, yuhengBuild } from "./built-site.ts";

// The translations of lessons compute the same.
const notebooks = readdirSync(new URL("../../notebooks/", import.meta.url))
  .filter((file) => file.endsWith(".html") && !file.endsWith("-zh.html"))
  .map((file) => file.replace(/\.html$/, ""));

const site = newFolder();
let host: StaticHost;

// Every notebook of the project is run by Node while the site is built, and again in the page.
test.beforeAll(async () => {
  test.setTimeout(600_000);
  const { code, err } = await yuhengBuild(...shipped(...notebooks), "--out", site);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  host = await StaticHost.open(site);
});

test.afterAll(() => host.close());

for (const name of notebooks) {
  test(`the published notebook ${name} is reproduced by the browser that reads it`, async ({ page }) => {
    await page.goto(host.address(`${name}.html`));
    await expect(page.locator("html")).toHaveAttribute("data-state", "alive", { timeout: 60_000 });
    await page
      .getByRole("button", { name: "Reproduce" })
      .or(page.getByRole("button", { name: "复现" }))
      .click();
    const sum = page.locator(".reproduction .sum");
    await expect(sum).toContainText(/[✔✘]/, { timeout: 100_000 });
    const differing = page.locator('.reproduction li:not([data-verdict="same"], [data-verdict="unproved"])');
    expect(await differing.allInnerTexts()).toEqual([]);
    await expect(page.locator('.reproduction li[data-verdict="same"]').first()).toBeAttached();
  });
}
