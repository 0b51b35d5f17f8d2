import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "@playwright/test";
import { expect, test } from "./workbench.ts";

/** Everything that an output can hold that must not reach paper as it is, or reach for anything. */
const reaching = (site: string) => `html\`<div><p>harmless</p><img src="${site}/x.png" onerror="document.title='ran'">
  <style>@import url(${site}/x.css);</style><p style="background: url(${site}/y.png)">styled</p>
  <svg width="300" height="40"><image href="${site}/z.png"/><text y="20">drawn</text></svg></div>\``;

const cells = (site: string) => [
  { kind: "md", source: "# On paper\n\nSee [the guidelines](https://example.org/guidelines)." },
  "const year = view(Inputs.range([2000, 2011], {label: 'Year', step: 1, value: 2007}));",
  "const kinds = view(Inputs.select(['coal', 'gas'], {label: 'Fuel', value: 'gas'}));",
  "Plot.plot({width, ariaLabel: 'a chart', marks: [Plot.barY([1, 2, 3])]})",
  { kind: "sql", source: "select range as i, range * range as square from range(140)" },
  { kind: "sql", source: "select * from population limit 3" },
  reaching(site),
  "notThere + 1",
];

/** Puts the page into the state in which the browser draws it for paper. */
async function toPaper(page: Page): Promise<void> {
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
}

async function fromPaper(page: Page): Promise<void> {
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await page.emulateMedia({ media: null });
}

test("a notebook is printed whole, in the page's own document, with values for inputs and its sources at the end", async ({
  workbench,
  page,
  errors,
}) => {
  const asked: string[] = [];
  const elsewhere = createServer(({ url = "" }, response) => {
    asked.push(url);
    response.end();
  }).listen(0, "127.0.0.1");
  await once(elsewhere, "listening");
  const site = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`;
  await page.emulateMedia({ colorScheme: "dark" });
  await workbench.openCells("paper", cells(site));
  await expect(workbench.error(8)).toBeVisible();
  for (const place of [5, 6]) await expect(workbench.output(place).locator("tbody tr").first()).toBeVisible();
  await workbench.frame.getByRole("slider").fill("2009");
  await expect(workbench.frame.locator(".sources")).toContainText("Data, licences");
  const copy = page.locator("yuheng-print-copy");
  await page.evaluate(() => {
    window.print = () => document.body.classList.add("asked");
  });
  await page.locator("body").press("Control+p");
  await expect(page.locator("body.asked")).toBeVisible();

  await toPaper(page);
  await expect(copy.getByRole("heading", { name: "On paper" })).toBeVisible();
  await expect(copy.locator("form", { hasText: "Year" })).toContainText("2009");
  await expect(copy.locator("form", { hasText: "Fuel" })).toContainText("gas");
  await expect(copy.locator("input, select, button, textarea")).toHaveCount(0);
  await expect(copy.locator("svg").first()).toBeVisible();
  await expect(copy.getByText("The first 100 of 140 rows")).toBeVisible();
  await expect(copy.getByText("notThere", { exact: false }).first()).toBeVisible();
  await expect(copy.locator(".sources")).toContainText("Data, licences and methods");
  await expect(copy.locator(".printed-code")).toHaveCount(0);
  await expect(page.locator("yuheng-app")).toBeHidden();
  // White paper under a dark screen; links that say where they lead; figures and rows that stay whole.
  const style = await copy.evaluate((element) => {
    const root = element.shadowRoot!;
    const of = (selector: string, pseudo?: string) => getComputedStyle(root.querySelector(selector)!, pseudo);
    return {
      ink: of("article").color,
      link: of(".markdown a", "::after").content,
      figure: of("svg").breakInside,
      row: of("tr").breakInside,
      heading: of("h1").breakAfter,
    };
  });
  expect(style).toEqual({
    ink: "rgb(35, 33, 28)",
    link: '" (https://example.org/guidelines)"',
    figure: "avoid",
    row: "avoid",
    heading: "avoid",
  });
  // What came from the sandbox neither ran nor reached for anything.
  await expect(copy.getByText("harmless")).toBeVisible();
  await expect(copy.getByText("drawn")).toBeVisible();
  await expect(page).not.toHaveTitle("ran");
  await fromPaper(page);
  await expect(page.locator("yuheng-app")).toBeVisible();
  await expect(copy.locator("article")).toHaveCount(0);

  // The browser's own menu asks nobody: the copy of the resting notebook is at hand, and goes over several sheets.
  const pdf = (await page.pdf({ format: "A4", preferCSSPageSize: true })).toString("latin1");
  expect(pdf.match(/\/Type\s*\/Page\b/g)!.length).toBeGreaterThan(2);
  expect(asked, "requests that something on paper made").toEqual([]);
  elsewhere.close();
  // Handlers of the hostile cell are parsed before they are taken out: the browser says then that it would not run them.
  const parsed = errors.filter((error) => /script-src-attr inline .*printed-article/.test(error));
  expect(parsed).not.toEqual([]);
  errors.splice(0, errors.length, ...errors.filter((error) => !parsed.includes(error)));
});

test("code is printed where it is wanted", async ({ workbench, page }) => {
  await workbench.openCells("paper-code", ["const a = 6 * 7;", { kind: "md", source: "a is ${a}" }]);
  await expect(workbench.output(2)).toHaveText("a is 42");
  await page.evaluate(() => {
    window.print = () => {
      dispatchEvent(new Event("beforeprint"));
      document.body.classList.add("asked");
    };
  });
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").fill("Print with the code");
  await page.keyboard.press("Enter");
  await expect(page.locator("body.asked")).toHaveCount(1);
  await page.emulateMedia({ media: "print" });
  const code = page.locator("yuheng-print-copy .printed-code");
  await expect(code).toHaveText("const a = 6 * 7;");
  await expect(code).toHaveCount(1);
  await fromPaper(page);
});
