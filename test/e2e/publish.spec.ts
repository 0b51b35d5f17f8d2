import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, type Page, test } from "@playwright/test";
import { StaticHost, sharedSite } from "./built-site.ts";
import { reportIn } from "./lesson-report.ts";
import { partsOf } from "./page-parts.ts";
import { allRefused, attemptsIn, policyOf, watchPolicy } from "./policy.ts";
import { GOOD, shiftIn, watchShifts } from "./shifts.ts";
import { violations } from "./violations.ts";

let site: string;
let single: string;
let host: StaticHost;

/** In a page of the notebook that solves a programme, it is solved again. */
async function solveAgain(page: Page): Promise<void> {
  const frame = page.frameLocator("#notebook > iframe");
  await expect(frame.locator(".best")).toHaveText("1100");
  await frame.locator("#cell-11 input[type=number]").fill("30");
  // Less wood for tables: 30 · 70/3 + 50 · 10/3.
  await expect(frame.locator(".best")).toHaveText(/^866\.6/, { timeout: 60_000 });
}

/** In a page of the notebook that carries files, its cells read them again. */
async function readAgain(page: Page): Promise<void> {
  const frame = page.frameLocator("#notebook > iframe");
  await frame.locator("#cell-1 input[type=number]").fill("2");
  await expect(frame.locator(".carried")).toHaveText("3, 6, 7, 9, 4", { timeout: 60_000 });
}

test("a figure of a built page has its line of sources without a script, and with one its data after its cell has run", async ({
  page,
  browser,
}) => {
  const still = await browser.newPage({ javaScriptEnabled: false });
  await still.goto(host.address("sourced.html"));
  const line = still.locator("#cell-2 .figure-footer");
  await expect(line).toContainText("Source: Global Carbon Project, Global Carbon Budget 2025");
  await expect(line.getByRole("button")).toHaveCount(0);
  const heightOf = (output: Element) => output.getBoundingClientRect().height;
  const built = await still.locator("#cell-2 .output").evaluate(heightOf);
  await still.close();

  await page.goto(host.address("sourced.html"));
  await expect(page.locator("html")).toHaveAttribute("data-state", "alive", { timeout: 60_000 });
  const frame = page.frameLocator("#notebook > iframe");
  // Nothing moves when the program's footer replaces the built one.
  expect(Math.abs((await frame.locator("#cell-2 .output").evaluate(heightOf)) - built)).toBeLessThan(2);
  const footer = frame.locator("#cell-2 .figure-footer");
  await expect(footer).toHaveCount(1);
  const download = page.waitForEvent("download");
  await footer.getByRole("button", { name: "Save as SVG" }).click();
  expect((await download).suggestedFilename()).toBe("Sourced – A finding with a source.svg");
  await footer.getByRole("button", { name: "Table" }).press("Enter");
  await expect(frame.locator("#cell-2 .figure-table").getByRole("row")).toHaveCount(4, { timeout: 60_000 });
  await expect(frame.locator("#cell-2").getByRole("button", { name: "Table" })).toBeFocused();
  expect(await violations(page)).toEqual([]);
});

test("nothing that is read moves while a built page comes alive: a balance, and a map", async ({ page }) => {
  await watchShifts(page);
  for (const [name, width] of [
    ["welcome", 1280],
    ["mapped", 1280],
    ["mapped", 390],
  ] as const) {
    await page.setViewportSize({ width, height: 844 });
    await page.goto(host.address(`${name}.html`));
    await alive(page);
    const frame = await (await page.locator("#notebook > iframe").elementHandle())!.contentFrame();
    expect(await shiftIn(page.mainFrame()), name).toBeLessThan(GOOD / 4);
    expect(await shiftIn(frame!), name).toBeLessThan(GOOD / 4);
  }
});

/** Asks how sure twice the coal is, and waits for the answer. */
async function askHowSure(page: Page): Promise<void> {
  const cell = page.frameLocator("#notebook > iframe").locator("#cell-22");
  await cell.hover();
  await cell.getByRole("button", { name: /how sure/ }).click();
  await expect(
    cell.locator(".uncertainty").getByRole("img", { name: /95 % of the draws lie between 19\d\d/ }),
  ).toBeVisible();
}

test.beforeAll(async () => {
  test.setTimeout(600_000);
  const shared = await sharedSite();
  [site, single] = [join(shared, "site"), join(shared, "single")];
  // One of the notebooks has a cell of a kind of its own, and one asks what only a run can tell.
  expect(readFileSync(join(shared, "site.txt"), "utf8").trim().split("\n")).toEqual([
    expect.stringContaining("asks a question, that only a run can tell"),
    expect.stringMatching(/^\S+\.html:\d+ \(cell 6\) not run: [^\n]+$/),
  ]);
  host = await StaticHost.open(site);
});

test.afterAll(() => host.close());

async function alive(page: Page): Promise<void> {
  await expect(page.locator("html")).toHaveAttribute("data-state", "alive", { timeout: 60_000 });
  await expect(page.locator("#notebook")).toHaveClass(/alive/);
}

/** Where every cell's output stands in the page. */
async function places(page: Page, inFrame: boolean): Promise<{ top: number; height: number }[]> {
  const frame = page.locator("#notebook > iframe");
  const top = inFrame ? await frame.evaluate((element) => element.getBoundingClientRect().top + scrollY) : 0;
  const read = () =>
    [...document.querySelectorAll(".cell .output")].flatMap((output) => {
      // A text in another language has no place.
      if (output.getClientRects().length === 0) return [];
      const { top, height } = output.getBoundingClientRect();
      return [{ top: top + scrollY, height }];
    });
  const root = inFrame ? (await (await frame.elementHandle())!.contentFrame())! : page;
  return (await root.evaluate(read)).map((place) => ({ top: place.top + top, height: place.height }));
}

test.describe("Without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a site is a list of notebooks with title, figure and summary, and its pages are complete", async ({ page }) => {
    await page.goto(host.address("index.html"));
    await expect(page.locator("h1")).toHaveText("A site");
    await expect(page.locator(".site-index li")).toHaveCount(
      readdirSync(join(site, "../notebooks")).filter((name) => name.endsWith(".html")).length,
    );
    await expect(page.locator(".site-index li").first()).toContainText("Welcome to Yuheng Notebook");
    await expect(page.locator(".site-index li svg").first()).toBeVisible();
    await page.locator("a[href='./welcome.html']").click();
    // A list: while the style is still on its way, the heading in the other language is seen, too.
    await expect(page.locator("h1").filter({ visible: true })).toHaveText(["Who emits, and for whom?"]);
    await expect(page.locator(".built")).toContainText("In 2023, China was the largest emitter of fossil CO₂.");
    const figure = page.locator(".made-wide svg[role='img']").first();
    await expect(figure.locator("> title")).toHaveText(
      "8 of the 12 largest emitters of 2023 emitted more than was emitted for their own use",
    );
    await expect(figure.locator("> desc")).toContainText("million tonnes: ● production, ○ consumption");
    await expect(page.locator("footer.sources")).toContainText("Data, licences and methods");
    // Code is folded, and there to be read.
    const code = page.locator("#cell-4 details.code");
    await code.locator("summary").click();
    await expect(code.locator("pre .tok-string").first()).toBeVisible();
    // A link to a notebook is a link to its page.
    await page.goto(host.address("small.html"));
    await page.getByRole("link", { name: "what if" }).click();
    await expect(page.locator("h1").filter({ visible: true })).toHaveText([
      "What if one sector of one region emitted less?",
    ]);
  });

  test("a phone is shown pictures that were drawn for it", async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 800 });
    await page.goto(host.address("welcome.html"));
    const picture = page.locator("#cell-4 .made-narrow svg[role='img']").first();
    await expect(picture).toBeVisible();
    expect((await picture.boundingBox())!.width).toBeLessThanOrEqual(358);
  });
});

for (const width of [1280, 390]) {
  test(`a page comes alive where it stands, and runs only what must answer (${width} px)`, async ({
    page,
    browser,
  }) => {
    const still = await browser.newContext({ viewport: { width, height: 900 }, serviceWorkers: "block" });
    await still.route("**/*.js", (route) => route.abort());
    const pages = [
      { name: "welcome", code: false },
      { name: "what-if", code: true },
      { name: "small", code: true },
    ];
    const before = await still.newPage();
    for (const each of [before, page]) {
      await each.setViewportSize({ width, height: 900 });
      await each.goto(host.address("index.html"));
    }
    for (const { name, code } of pages) {
      const prefer = (wanted: boolean) => localStorage.setItem("yuheng.reader", JSON.stringify({ code: wanted }));
      for (const each of [before, page]) {
        await each.evaluate(prefer, code);
        await each.goto(host.address(`${name}.html`));
      }
      await alive(page);
      const [was, is] = [await places(before, false), await places(page, true)];
      await expect(before.locator("#cell-1 summary").first()).toBeVisible({ visible: code });
      expect(is.map(({ top }) => Math.round(top))).toEqual(was.map(({ top }) => Math.round(top)));
      expect(is.map(({ height }) => Math.round(height))).toEqual(was.map(({ height }) => Math.round(height)));
    }
    await still.close();
    const frame = page.frameLocator("#notebook > iframe");
    // The view runs; what reads it has been shown what it would show.
    await expect(frame.locator("#cell-2")).toHaveAttribute("data-runs", "1");
    for (const id of [3, 4, 6, 7]) await expect(frame.locator(`#cell-${id}`)).toHaveAttribute("data-runs", "0");
  });
}

test("a reader of a built page finds a place in a long list by typing, and what reads the list follows", async ({
  page,
}) => {
  await page.goto(host.address("what-if.html"));
  await alive(page);
  const frame = page.frameLocator("#notebook > iframe");
  const search = frame.getByRole("combobox", { name: "Find in Region" });
  await search.fill("german");
  await frame
    .getByRole("listbox", { name: "Find in Region" })
    .getByRole("option", { name: "Germany", exact: true })
    .click();
  await expect(frame.getByRole("combobox", { name: "Region", exact: true }).locator("option:checked")).toHaveText(
    "Germany",
  );
  await expect(search).toHaveValue("");
  expect(await violations(page)).toEqual([]);
});

test("a page opens without code; its switch shows it, and is remembered; inputs outlast a reload and can be reset", async ({
  page,
}) => {
  await page.goto(host.address("small.html"));
  await alive(page);
  const frame = page.frameLocator("#notebook > iframe");
  const summary = frame.locator("#cell-3 .summary");
  await expect(frame.locator(".summary, .read-code").filter({ visible: true })).toHaveCount(0);
  const code = page.getByRole("button", { name: "Show code" });
  await code.click();
  await expect(summary).toHaveText(/JavaScript · defines square · reads n/);
  await summary.click();
  await expect(frame.locator("#cell-3 .read-code")).toHaveText("const square = n * n");
  expect(await violations(page)).toEqual([]);
  await page.reload();
  await alive(page);
  await expect(summary).toBeVisible();
  await expect(code).toHaveAttribute("aria-pressed", "true");
  await frame.locator("#cell-1").focus();
  await page.keyboard.press("Shift+O");
  await expect(summary).toBeHidden();

  const reset = page.getByRole("button", { name: "Reset inputs" });
  await expect(reset).toBeHidden();
  await frame.locator("input[type=number]").fill("5");
  await expect(frame.locator(".square")).toHaveText("25");
  await page.reload();
  await alive(page);
  await expect(frame.locator(".square")).toHaveText("25");
  await reset.click();
  await expect(frame.locator(".square")).toHaveText("9");
  await expect(frame.getByRole("slider")).toHaveValue("3");
  await expect(reset).toBeHidden();
  // A link's inputs are set again by a reload, until the reader moves on from them.
  await frame.locator("input[type=number]").fill("7");
  await page.getByRole("button", { name: "Copy a link with the current inputs" }).click();
  await expect(page).toHaveURL(/#with=/);
  await page.reload();
  await alive(page);
  await expect(frame.locator(".square")).toHaveText("49");
  await frame.locator("input[type=number]").fill("8");
  await expect(frame.locator(".square")).toHaveText("64");
  await page.reload();
  await alive(page);
  await expect(frame.locator(".square")).toHaveText("64");
});

test("a reader's hand wakes what depends on it, and nothing else", async ({ page }) => {
  await page.goto(host.address("small.html"));
  await alive(page);
  const frame = page.frameLocator("#notebook > iframe");
  await frame.locator("input[type=number]").fill("5");
  await expect(frame.locator(".square")).toHaveText("25");
  await expect(frame.locator("#cell-7")).toHaveAttribute("data-runs", "0");
  // A picture answers once it is pointed at.
  await frame.locator("#cell-5 svg").first().hover();
  await expect(frame.locator("#cell-5")).toHaveAttribute("data-runs", "1");
  // A link leads to the other page of the site. Its cell does not run under the hand: that would lose the click.
  await frame.getByRole("link", { name: "what if" }).hover();
  await page.mouse.down();
  await frame.locator("body").evaluate(() => new Promise((resolve) => setTimeout(resolve, 100))); // as long as a hand presses
  await expect(frame.locator("#cell-1")).toHaveAttribute("data-runs", "0");
  await page.mouse.up();
  await expect(page).toHaveURL(/what-if\.html$/, { timeout: 60_000 });
});

test.describe("Without a service worker", () => {
  test.use({ serviceWorkers: "block" });

  test("a page without SQL and charts by name loads no database and no charts, and one with both loads each when a cell needs it", async ({
    page,
  }) => {
    const database = () => host.asked.filter((name) => /database|query/.test(name));
    host.asked.length = 0;
    await page.goto(host.address("small.html"));
    await alive(page);
    expect(host.asked.filter((name) => name.startsWith("data/"))).toEqual([]);
    const charts = () => host.asked.filter((name) => name.startsWith("assets/charts-"));
    await page.goto(host.address("welcome.html"));
    await alive(page);
    expect(database()).toEqual([]);
    expect(charts()).toEqual([]);
    await page.frameLocator("#notebook > iframe").locator("input[type=number]").fill("2001");
    await expect.poll(database).toContainEqual(expect.stringMatching(/\.wasm$/));
    await expect.poll(charts).toHaveLength(1);
  });

  test("the program of draws is loaded when ± is first asked for, and once", async ({ page }) => {
    const draws = () => host.asked.filter((name) => name.startsWith("assets/draws-"));
    host.asked.length = 0;
    await page.goto(host.address("unsure.html"));
    await alive(page);
    expect(draws()).toEqual([]);
    await askHowSure(page);
    // There are as many workers as processors, and one program.
    expect(draws()).toHaveLength(1);
  });

  test("the solver is loaded by a page whose cell solves again, and by no other", async ({ page }) => {
    const solver = () => host.asked.filter((name) => name.startsWith("assets/highs"));
    host.asked.length = 0;
    await page.goto(host.address("small.html"));
    await alive(page);
    await page.goto(host.address("solving.html"));
    await alive(page);
    expect(solver()).toEqual([]);
    await solveAgain(page);
    expect(solver()).toHaveLength(2);
  });

  test("what links and a second run need is loaded when it is asked for, and said where it does not come", async ({
    page,
  }) => {
    const later = () => host.asked.filter((name) => /^assets\/(page-link|reproduction|lesson-report)-/.test(name));
    host.asked.length = 0;
    await page.goto(host.address("small.html"));
    await alive(page);
    expect(later()).toEqual([]);
    const link = page.getByRole("button", { name: "Copy a link with the current inputs" });
    const status = page.getByRole("status").first();
    await page.route("**/assets/page-link-*.js", (route) => route.abort());
    await link.click();
    await expect(status).toHaveText(
      "A part of this page's program could not be loaded. Reload the page and try again.",
    );
    await page.unrouteAll();
    await page.reload();
    await alive(page);
    await link.click();
    await expect(status).toContainText(/Link copied|now contains the current inputs/);
    expect(later()).toEqual([expect.stringMatching(/page-link/)]);
  });
});

test("a page carries its notebook's own files and modules, in the forms that its cells read, locks them by their hash, and reads them when everything runs again", async ({
  page,
}) => {
  const text = readFileSync(join(site, "carrying.html"), "utf8");
  const lock = JSON.parse(/id="yuheng-lock">(.*?)<\/script>/.exec(text)![1]!);
  expect(lock.files.map(({ name }: { name: string }) => name)).toEqual([
    "fuels.csv",
    "book.xlsx",
    "plants.db",
    "lib/twice.ts",
    "modules/modules.json",
    "modules/half@1.0.0.js",
  ]);
  expect(text).toContain("1.5, 3, 3.5, 4.5, 2</p>");
  await page.goto(host.address("carrying.html"));
  await alive(page);
  await readAgain(page);
  await page.getByRole("button", { name: "Reproduce" }).click();
  await expect(page.locator(".reproduction .sum")).toContainText("✔ Reproduced", { timeout: 60_000 });
  const cells = await page.locator("#notebook > .built .cell").count();
  await expect(page.locator('.reproduction li[data-verdict="same"]')).toHaveCount(cells);
});

test("what differs from the lock is said, cell by cell", async ({ page }) => {
  const text = readFileSync(join(site, "small.html"), "utf8");
  const lock = JSON.parse(/id="yuheng-lock">(.*?)<\/script>/.exec(text)![1]!);
  const proof = lock.cells.find(({ id }: { id: number }) => id === 3);
  host.changed.set("small.html", text.replace(`"result":"${proof.result}"`, '"result":"0000000000000000"'));
  await page.goto(host.address("small.html"));
  await alive(page);
  await page.getByRole("button", { name: "Reproduce" }).click();
  await expect(page.locator(".reproduction .sum")).toContainText("✘", { timeout: 60_000 });
  const differing = await page.locator('.reproduction li:not([data-verdict="same"])').allInnerTexts();
  expect(differing).toEqual([expect.stringContaining("Cell 3")]);
  await expect(page.locator(".reproduction .sum")).toContainText("✘ 1 of");
  await expect(page.locator('.reproduction li[data-verdict="result"]')).toHaveCount(1);
  host.changed.clear();
});

test("a dataset that differs from the lock is said to", async ({ page }) => {
  const file = readdirSync(join(site, "data")).find((name) => name.startsWith("carbon_budget_countries-"))!;
  const bytes = readFileSync(join(site, "data", file));
  host.changed.set(`data/${file}`, Buffer.concat([bytes.subarray(0, -1), Buffer.from([bytes.at(-1)! ^ 1])]));
  await page.goto(host.address("welcome.html"));
  await alive(page);
  await page.getByRole("button", { name: "Reproduce" }).click();
  await expect(page.locator(".reproduction .sum")).toContainText("✘", { timeout: 60_000 });
  // The cells that read the failed one fail as well, and may stand before it.
  const failed = page.locator('.reproduction li[data-verdict="failed"]');
  await expect(failed.filter({ hasText: "differs from the lock of this page" })).toHaveCount(1);
  host.changed.clear();
});

test("a site is an application that works with the server gone, SQL and ± included", async ({ page }) => {
  const own = await StaticHost.open(site);
  const other = own.address("unsure.html");
  await page.goto(own.address("index.html"));
  await expect(page.locator("html")).toHaveAttribute("data-offline", "kept", { timeout: 60_000 });
  const browser = await page.context().newCDPSession(page);
  const { installabilityErrors } = await browser.send("Page.getInstallabilityErrors");
  // A test's browser remembers nothing, and therefore installs nothing.
  expect(installabilityErrors.map(({ errorId }) => errorId)).toEqual(["in-incognito"]);
  await own.close();
  await page.reload();
  await page.locator("a[href='./welcome.html']").click();
  await alive(page);
  const frame = page.frameLocator("#notebook > iframe");
  await frame.locator("input[type=number]").fill("2000");
  await expect(frame.locator("#cell-5")).toContainText("In 2000, USA was the largest emitter", { timeout: 60_000 });
  await page.goto(other);
  await alive(page);
  await askHowSure(page);
});

test.describe("Presented", () => {
  const position = (page: Page) => page.getByRole("toolbar", { name: "Presentation" }).getByRole("status");
  const heading = (page: Page, name: string) => page.frameLocator("#notebook > iframe").getByRole("heading", { name });

  test("a page is shown by its headings, alive, by keys, clicker, buttons and address, and then stands where it stood", async ({
    page,
  }) => {
    await page.goto(host.address("unsure.html"));
    await alive(page);
    const frame = page.frameLocator("#notebook > iframe");
    const slider = frame.getByRole("slider");
    await slider.fill("4");
    await expect(frame.getByText("Twice n is 8.")).toBeVisible();
    const before = await places(page, true);
    await page.getByRole("button", { name: "Present", exact: true }).click();
    // What stands before the first heading is a slide of its own.
    await expect(position(page)).toHaveText("1 / 4");
    expect(await page.evaluate(() => document.fullscreenElement !== null)).toBe(true);
    await expect(page.getByRole("button", { name: "Reproduce" })).toBeHidden();
    await page.keyboard.press("PageDown");
    await expect(heading(page, "The talk")).toBeVisible();
    await expect(heading(page, "First")).toBeHidden();
    await slider.focus();
    await page.keyboard.press("ArrowRight");
    await expect(slider).toHaveValue("5");
    await page.keyboard.press("PageDown");
    await expect(frame.getByText("Twice n is 10.")).toBeVisible();
    await expect(position(page)).toHaveText("3 / 4");
    await page.getByRole("button", { name: "Next slide" }).click();
    await expect(frame.getByText("below the second: 5")).toBeVisible();
    await expect(page).toHaveURL(/unsure\.html#slide=4$/);
    // The keyboard is on the page now: the same keys hold there.
    await page.keyboard.press("c");
    await expect(frame.locator("#cell-26 pre")).toBeVisible();
    await page.keyboard.press("b");
    await expect(page.getByRole("button", { name: /screen is black/ })).toBeVisible();
    await page.keyboard.press("Home");
    await expect(position(page)).toHaveText("1 / 4");
    await page.keyboard.press("c");
    await page.keyboard.press("End");
    await expect(heading(page, "Second")).toBeVisible();
    await expect.poll(() => violations(page), { timeout: 60_000 }).toEqual([]);
    await page.getByRole("button", { name: "End the presentation" }).click();
    await expect(page.getByRole("button", { name: "Reproduce" })).toBeVisible();
    await expect(page).toHaveURL(/unsure\.html$/);
    await expect.poll(() => places(page, true)).toEqual(before);
  });

  test("an address leads to a slide, beside what else it says, and in the reader's language", async ({ page }) => {
    await page.goto(host.address("unsure.html#slide=3"));
    await expect(heading(page, "First")).toBeVisible();
    await expect(position(page)).toHaveText("3 / 4");
    await page.keyboard.press("Escape");
    await expect(position(page)).toHaveCount(0);
    await page.getByRole("button", { name: "中文" }).click();
    await page.evaluate(() => {
      location.hash = "#slide=2";
    });
    await expect(page.getByRole("toolbar", { name: "演示" })).toBeVisible();
    await expect(heading(page, "The talk")).toBeVisible();
    await page.getByRole("button", { name: "结束演示" }).click();
  });
});

test("outputs of a hostile notebook run nothing and load nothing in its page, built and alive, nor in the list", async ({
  page,
}) => {
  const asked: string[] = [];
  page.context().on("request", (request) => asked.push(request.url()));
  for (const name of ["index", "hostile"]) {
    await page.goto(host.address(`${name}.html`));
    if (name === "hostile") await alive(page);
    await expect(page.locator("html")).not.toHaveAttribute("data-through");
  }
  await expect(page.locator(".built .mark")).toHaveText("here");
  expect(await page.locator(".built .mark").getAttribute("id")).toBeNull();
  expect(await page.locator(".built [onerror], .built [onload], .built a[href^='javascript']").count()).toBe(0);
  expect(asked.filter((address) => /away\.invalid/.test(address))).toEqual([]);
});

test("pages of a site say what they may do, and do nothing else in ordinary use", async ({ page }) => {
  const found: string[] = [];
  await watchPolicy(page, found);
  for (const name of ["index", "what-if", "unsure"]) {
    await page.goto(host.address(`${name}.html`));
    const policy = await policyOf(page);
    expect(policy.get("default-src")).toEqual(["'none'"]);
    expect(policy.get("script-src")).not.toContain("'unsafe-inline'");
    expect(policy.get("connect-src")).toEqual(["'self'", "blob:", "data:"]);
    for (const name of ["frame-src", "object-src", "base-uri", "form-action"]) {
      expect(policy.get(name)).toEqual(["'none'"]);
    }
    expect(policy.get("require-trusted-types-for")).toEqual(["'script'"]);
    if (name !== "index") await alive(page);
  }
  await askHowSure(page);
  expect(found).toEqual([]);
  expect(await attemptsIn(page)).toEqual(allRefused);
});

test("on a host that lets no text become code a page runs from scripts beside it; without them it says so and stays readable", async ({
  browser,
}) => {
  const policy =
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; worker-src 'self'";
  const strict = await StaticHost.open(site, { "Content-Security-Policy": policy });
  const page = await browser.newPage({ serviceWorkers: "block" });
  await page.goto(strict.address("welcome.html"));
  await alive(page);
  const frame = page.frameLocator("#notebook > iframe");
  await frame.locator("input[type=number]").fill("2000");
  await expect(frame.locator("#cell-5")).toContainText("In 2000, USA was the largest emitter", { timeout: 60_000 });
  await expect(frame.locator("#cell-4")).toContainText("largest emitters of 2000");

  strict.missing = /listener/;
  await page.goto(strict.address("small.html"));
  const status = page.locator("#reader-tools").getByRole("status");
  await expect(status).toHaveText(
    "The notebook stays as it was published: the host of this page does not let its cells run (Content-Security-Policy).",
    { timeout: 30_000 },
  );
  await expect(page.locator(".built .square")).toHaveText("9");
  await expect(page.locator(".built .square")).toBeVisible();
  await page.getByRole("button", { name: "中文" }).click();
  await expect(status).toHaveText(
    "笔记本保持发布时的样子：本页所在的主机不允许运行其中的单元格（Content-Security-Policy）。",
  );
  await page.close();
  await strict.close();
});

test("a page has no violation that axe can find, built and alive", async ({ page }) => {
  await page.goto(host.address("small.html"));
  await alive(page);
  // On a busy machine axe does not wait for the frame, and then misses what is in it.
  await expect.poll(() => violations(page), { timeout: 60_000 }).toEqual([]);
});

test("a lesson is read without JavaScript, and answered and reported on in a published page", async ({ browser }) => {
  test.setTimeout(300_000);
  const still = await browser.newPage({ javaScriptEnabled: false });
  await still.goto(host.address("lesson-leontief.html"));
  await expect(still.getByRole("form", { name: "Input coefficients" })).toBeVisible();
  await still.close();

  const page = await browser.newPage();
  await page.goto(host.address("lesson-leontief.html"));
  const frame = page.frameLocator("iframe");
  const card = frame.getByRole("region", { name: "Exercise: Input coefficients", exact: true });
  const answer = card.locator(
    "xpath=ancestor::section[contains(@class, 'cell')]/preceding::section[contains(@class, 'cell')][1]",
  );
  const tries = [
    ["const A = Z;", /flows themselves/],
    ["const A = Z.map((row) => row.map((z, j) => z / x[j]));", /Right\./],
  ] as const;
  for (const [source, reply] of tries) {
    await answer.getByRole("textbox").fill(source, { timeout: 60_000 });
    await card.getByRole("button", { name: "Check" }).click();
    await expect(card.getByRole("status")).toContainText(reply, { timeout: 60_000 });
  }
  page.on("dialog", (dialog) => dialog.accept("Li Wei"));
  const downloading = page.waitForEvent("download");
  await card.getByRole("button", { name: "Report for the teacher" }).click();
  const report = reportIn(readFileSync((await (await downloading).path())!, "utf8"));
  expect(report.name).toBe("Li Wei");
  expect(report.exercises[0]!.tries.map(({ right }) => right)).toEqual([false, true]);
  await page.close();
});

test("one file opens from a disk and runs, SQL and ± included, and no request leaves it", async ({ page }) => {
  test.setTimeout(180_000);
  // Its queries are selections, which the page answers without the database.
  const welcome = join(single, "welcome.html");
  expect(statSync(welcome).size, partsOf(welcome)).toBeLessThan(5_000_000);
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  const found: string[] = [];
  await watchPolicy(page, found);
  const address = pathToFileURL(join(single, "welcome.html")).href;
  const other = pathToFileURL(join(single, "together.html")).href;
  await page.goto(other);
  await alive(page);
  await readAgain(page);
  await solveAgain(page);
  await askHowSure(page);
  await page.keyboard.press("F9");
  await expect(page.getByRole("toolbar", { name: "Presentation" }).getByRole("status")).toHaveText("1 / 4");
  await page.goto(address);
  await alive(page);
  const frame = page.frameLocator("#notebook > iframe");
  await frame.locator("input[type=number]").fill("2000");
  await expect(frame.locator("#cell-5")).toContainText("In 2000, USA was the largest emitter", { timeout: 60_000 });
  await expect(frame.locator("#cell-4")).toContainText("largest emitters of 2000");
  const policy = await policyOf(page);
  expect(policy.get("script-src")).not.toContain("'unsafe-inline'");
  expect(policy.get("connect-src")).toEqual(["blob:", "data:"]);
  expect(found).toEqual([]);
  const elsewhere = requests.filter((request) => ![address, other].includes(request) && !/^(blob|data):/.test(request));
  expect(elsewhere).toEqual([]);
});
