import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { newFolder, StaticHost, sharedSite } from "./built-site.ts";
import { violations } from "./violations.ts";
import { expect, test } from "./workbench.ts";

let site: StaticHost;
let host: StaticHost;

const page = (body: string) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page of somebody else</title><main><h1>Elsewhere</h1>${body}</main><script src="${site.address("embed.js")}"></script></html>`;

test.beforeAll(async () => {
  test.setTimeout(600_000);
  const other = newFolder();
  site = await StaticHost.open(join(await sharedSite(), "workbench"));
  host = await StaticHost.open(other);
  const own = `src="${site.address("talk.html")}"`;
  writeFileSync(
    join(other, "index.html"),
    page(`<yuheng-notebook id="both" ${own} cells="n, bars" theme="dark"><p>A picture of bars</p></yuheng-notebook>
      <yuheng-notebook id="twice" ${own} cells="twice" language="zh-CN" title="Twice"></yuheng-notebook>
      <yuheng-notebook id="wrong" ${own} cells="nowhere"></yuheng-notebook>
      <yuheng-notebook id="gone" lang="zh-CN"></yuheng-notebook>`),
  );
  writeFileSync(
    join(other, "plan.html"),
    page(`<yuheng-notebook id="plan" src="${site.address("plan.html")}" cells="demand, least"></yuheng-notebook>`),
  );
});

test.afterAll(async () => {
  await site?.close();
  await host?.close();
});

test("any page shows cells of a notebook from another origin: static first, then alive, as tall as they are", async ({
  page: elsewhere,
  errors,
}) => {
  await elsewhere.goto(host.address(""));
  const built = elsewhere.frameLocator("#both iframe");
  const alive = built.frameLocator("iframe[sandbox]");
  await expect(elsewhere.locator("#both")).toBeVisible();
  await expect(alive.getByRole("slider")).toHaveValue("3");
  await expect(alive.getByRole("img", { name: "bars 3" }).or(alive.locator("[aria-label='bars 3']"))).toBeVisible();
  await expect(alive.getByText("Not asked for")).toBeHidden();
  await expect(built.locator(".reader-bar")).toBeHidden();
  await expect(elsewhere.getByText("A picture of bars")).toBeHidden();
  expect(await alive.locator("html").getAttribute("data-theme")).toBe("dark");

  const heightOf = () => elsewhere.locator("#both").evaluate((element) => element.getBoundingClientRect().height);
  const before = await heightOf();
  await alive.getByRole("slider").fill("9");
  await expect(alive.locator("[aria-label='bars 9']")).toBeVisible();
  await expect.poll(heightOf).toBeGreaterThan(before + 60);

  const twice = elsewhere.frameLocator("#twice iframe").frameLocator("iframe[sandbox]");
  await expect(twice.getByText("twice n is 6")).toBeVisible();
  await expect(twice.getByRole("slider")).toBeHidden();
  expect(await elsewhere.locator("#twice iframe").getAttribute("title")).toBe("Twice");
  await expect(
    elsewhere.locator("#wrong").getByText("There is no cell called nowhere in this notebook."),
  ).toBeVisible();
  await expect(elsewhere.locator("#wrong iframe")).toBeHidden();
  await expect(alive.locator(".editor").first()).toBeHidden();
  await expect(elsewhere.locator("#gone")).toContainText("缺少笔记本");

  // The page has no origin: it reaches neither the page around it nor what its own site keeps.
  const sandbox = (await elsewhere.locator("#both iframe").getAttribute("sandbox"))!.split(" ");
  expect(sandbox).toContain("allow-scripts");
  expect(sandbox).not.toContain("allow-same-origin");
  const reached = await built.locator("html").evaluate(() => {
    const attempts = [() => localStorage.length, () => top!.document.title, () => document.cookie];
    return attempts.map((attempt) => {
      try {
        return attempt();
      } catch (error) {
        return (error as Error).name;
      }
    });
  });
  expect(reached).toEqual(["SecurityError", "SecurityError", "SecurityError"]);

  // The sandbox is the notebook's own, within that frame.
  await elsewhere.locator("#both").evaluate((element) => element.setAttribute("theme", "light"));
  await expect(alive.locator("html")).toHaveAttribute("data-theme", "light");
  expect(await violations(elsewhere)).toEqual([]);
  expect(errors).toEqual([]);
});

test("a cell in another page solves its programme anew, because the page's program carries the solver", async ({
  page: elsewhere,
}) => {
  await elsewhere.goto(host.address("plan.html"));
  const alive = elsewhere.frameLocator("#plan iframe").frameLocator("iframe[sandbox]");
  await expect(alive.getByText("least cost 6")).toBeVisible();
  await alive.getByRole("slider").fill("7");
  await expect(alive.getByText("least cost 14")).toBeVisible();
});

test("an embedded notebook whose program does not come shows what was built of it", async ({ page: elsewhere }) => {
  // The program of the page does not come: what was built stands there all the same.
  await elsewhere.route(/\/parts\//, (route) => route.abort());
  await elsewhere.goto(host.address(""));
  const built = elsewhere.frameLocator("#both iframe");
  await expect(built.locator("[aria-label='bars 3']").first()).toBeVisible();
  await expect(built.getByRole("heading", { name: "Not asked for" })).toHaveCount(0);
});

test("a reader gives away the inputs as they stand, prints them, and goes on in a copy of their own", async ({
  page,
  errors,
}) => {
  await page.goto(site.address("talk.html"));
  const notebook = page.frameLocator("#notebook iframe[sandbox]");
  await notebook.getByRole("slider").fill("8");
  await expect(notebook.getByText("twice n is 16")).toBeVisible();
  await page.getByRole("button", { name: "Copy a link with the current inputs" }).click();
  await expect(page.getByRole("status").first()).toContainText(/Link copied|now contains the current inputs/);
  const link = page.url();
  expect(link).toMatch(/talk\.html#with=1\.[\w-]+$/);

  await page.goto("about:blank");
  await page.goto(link);
  await expect(notebook.getByText("twice n is 16")).toBeVisible();
  await expect(page.getByRole("status").first()).toContainText("The link set 1 input.");
  await page.evaluate(() => {
    window.print = () => document.body.classList.add("asked");
  });
  await page.getByRole("button", { name: "Print or save as PDF" }).click();
  await expect(page.locator("body.asked")).toHaveCount(1);
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await page.emulateMedia({ media: "print" });
  const copy = page.locator("yuheng-print-copy");
  await expect(copy.getByText("twice n is 16")).toBeVisible();
  await expect(copy.locator("form")).toContainText("8");
  await expect(page.locator("#notebook")).toBeHidden();
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await page.emulateMedia({ media: null });

  await page.getByRole("button", { name: "Edit a copy" }).click();
  await expect(page).toHaveURL(/workbench\/index\.html#\/n\/~talk$/);
  const own = page.frameLocator("yuheng-notebook-page iframe[sandbox]");
  await expect(own.getByText("twice n is 16")).toBeVisible();
  await expect(page.getByText("This is your own copy")).toBeVisible();
  expect(errors).toEqual([]);
});
