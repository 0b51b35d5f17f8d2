import { copyFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { runNames } from "../../kernel/cell/names.ts";
import { compileCell } from "../../kernel/compile/index.ts";
import { parseNotebook } from "../../kernel/document/index.ts";
import { distributions } from "../../kernel/stdlib/distributions.ts";
import { namespaceNames } from "../../lib/namespaces.ts";
import { outputFaults } from "../output-faults.ts";
import { newFolder, StaticHost, yuhengBuild } from "./built-site.ts";
import { textFaults } from "./figure-text.ts";
import { checkLesson, solveLesson } from "./lesson.ts";
import { sidewaysScroll } from "./sideways.ts";
import { differencesOf, valuesCell } from "./values-cell.ts";
import { violations } from "./violations.ts";
import { expect, fileOf, test, type Workbench } from "./workbench.ts";

const root = join(import.meta.dirname, "../..");

const notebooks = readdirSync(join(root, "notebooks"))
  .filter((file) => file.endsWith(".html"))
  .map((file) => file.replace(/\.html$/, ""));

// Every notebook is run by Node once, while the site is built: that is held against the workbench and against the published page.
const sources = newFolder();
const site = newFolder();
let host: StaticHost;

test.beforeAll(async () => {
  test.setTimeout(600_000);
  for (const name of notebooks) writeFileSync(sourceOf(name), withValues(name));
  const { code, err } = await yuhengBuild(...notebooks.map(sourceOf), "--out", site);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  host = await StaticHost.open(site);
});

test.afterAll(() => host?.close());

// A busy machine may take a minute for what else takes seconds.
test.setTimeout(240_000);

const ON_ONE_PAGE = 7;

// Nothing is caught half way between two colours.
test.use({ contextOptions: { reducedMotion: "reduce" } });

/** Holds the page that a notebook has become against what is asked of every notebook. */
async function expectSound({ frame, page }: Workbench, name: string): Promise<void> {
  await expect(frame.locator("html")).toHaveClass(/still/);
  await expect(frame.locator(".error"), name).toHaveCount(0);
  const unnamed = frame.locator(".output > svg:not([aria-label]), .output figure > svg:not([aria-label])");
  await expect(unnamed, name).toHaveCount(0);
  await expect(frame.getByRole("contentinfo"), name).toBeVisible();
  expect(await violations(page), name).toEqual([]);
}

/** Widths of a window: that in which notebooks are opened, where a figure has the whole column, and a phone's. */
const WIDTHS = [1280, 390] as const;
const HEIGHT = 900;

/** Looks at every figure of an open notebook at each width: no two texts overlap, none leaves its picture or is cut, and nothing scrolls sideways. */
async function expectLegible(workbench: Workbench, name: string, widths: readonly number[] = WIDTHS): Promise<void> {
  const { page } = workbench;
  const frame = page.frames().find((each) => each !== page.mainFrame() && each.parentFrame() === page.mainFrame())!;
  for (const width of widths) {
    await page.setViewportSize({ width, height: HEIGHT });
    // A cell that reads the width is queued within two pictures.
    await frame.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    await workbench.expectWhole();
    await expect
      .poll(() => textFaults(frame), { message: `texts of figures of ${name} in a window of ${width} pixels` })
      .toEqual([]);
    await expect.poll(() => sidewaysScroll(page), { message: `${name} in a window of ${width} pixels` }).toEqual([]);
  }
}

/** Whether a lesson that is solved to its end shows values everywhere, and no error. */
async function expectSolved({ frame }: Workbench, name: string): Promise<void> {
  await expect(frame.locator(".error"), name).toHaveCount(0);
  const outputs = await frame.locator(".output").evaluateAll((all) => all.map(({ innerHTML }) => innerHTML));
  expect(
    outputs.flatMap((html) => outputFaults(html)),
    name,
  ).toEqual([]);
}

/** The notebook with a cell more, which writes what all its names stand for. */
function withValues(name: string): string {
  const text = readFileSync(join(root, `notebooks/${name}.html`), "utf8");
  const { cells } = parseNotebook(text);
  const names = cells.flatMap((cell) => compileCell(cell, { builtins: runNames }).outputs);
  const cell = `<script id="9999" type="module">\n${valuesCell([...new Set(names)])}\n</script>\n</notebook>`;
  return text.replace("</notebook>", () => cell);
}

function cellsOf(name: string) {
  return parseNotebook(readFileSync(join(root, `notebooks/${name}.html`), "utf8")).cells;
}

/**
 * What a notebook asks of the program that runs it: kinds of cells, and names that no cell of it defines. The tools of the library
 * come to every page in the same way, each domain as a file of its own, and so do all distributions.
 */
function askedBy(name: string): string[] {
  const cells = cellsOf(name);
  const compiled = cells.map((cell) => compileCell(cell, { builtins: [] }));
  const own = new Set(compiled.flatMap(({ outputs }) => outputs));
  const known = new Set<string>([
    ...own,
    ...namespaceNames,
    ...Object.keys(distributions),
    ...Object.getOwnPropertyNames(globalThis),
  ]);
  const others = compiled.flatMap(({ inputs }) => inputs).filter((input) => !known.has(input));
  return [...new Set([...cells.map(({ kind }) => `a cell of ${kind}`), ...others])];
}

/**
 * Notebooks that ask together for all that any of these asks for, each for something that those before it do not, short ones first. Their pages have one
 * program; what it computes is held against Node for every notebook in the workbench.
 */
function covering(names: readonly string[]): string[] {
  const asked = new Map(names.map((name) => [name, askedBy(name)]));
  const chosen: string[] = [];
  const seen = new Set<string>();
  const newIn = (name: string) => asked.get(name)!.filter((each) => !seen.has(each)).length;
  for (;;) {
    const [most] = [...names].sort((a, b) => newIn(b) - newIn(a) || cellsOf(a).length - cellsOf(b).length);
    if (most === undefined || newIn(most) === 0) return chosen;
    chosen.push(most);
    for (const each of asked.get(most)!) seen.add(each);
  }
}

/** The file of such a notebook. */
function sourceOf(name: string): string {
  return join(sources, `${name}.html`);
}

/** What Node made of a notebook when it built its page. */
function inNode(name: string): unknown {
  const { document } = parseHTML(readFileSync(join(site, `${name}.html`), "utf8"));
  return JSON.parse(document.querySelector("pre.all-values")?.textContent ?? "null");
}

/** The notebooks in shares of as many as are opened on one page, one after the other: to open a page takes as long as to run some of them. */
const shares = Array.from({ length: Math.ceil(notebooks.length / ON_ONE_PAGE) }, (_, i) =>
  notebooks.slice(i * ON_ONE_PAGE, (i + 1) * ON_ONE_PAGE),
);

for (const share of shares) {
  test(`the notebooks ${share.join(", ")} run to their end without an error, lessons with their answers, with named figures, sources and nothing in anyone's way, and come to the same values in the page and in Node`, async ({
    workbench,
    page,
  }) => {
    test.setTimeout(share.length * 240_000);
    for (const name of share) {
      await test.step(name, async () => {
        const copy = `same-${name}`;
        copyFileSync(sourceOf(name), fileOf(copy));
        await page.setViewportSize({ width: WIDTHS[0], height: HEIGHT });
        await workbench.openWhole(copy);
        await expectSound(workbench, name);
        const node = inNode(name);
        expect(Object.keys(node as object).length, name).toBeGreaterThan(0);
        // A generator comes to its last value some time after its first.
        const values = workbench.frame.locator("pre.all-values");
        const differences = async () => differencesOf(JSON.parse((await values.textContent())!), node);
        await expect.poll(differences, { message: name, timeout: 120_000 }).toEqual([]);
        await expectLegible(workbench, name);
        await page.setViewportSize({ width: WIDTHS[0], height: HEIGHT });
        await page.getByRole("button", { name: "中文", exact: true }).click();
        await expectLegible(workbench, name, [390]);
        const isLesson = name.startsWith("lesson-");
        if (isLesson) {
          await solveLesson(workbench, name, "zh");
          await expectLegible(workbench, name, [390]);
        }
        await page.setViewportSize({ width: WIDTHS[0], height: HEIGHT });
        await page.getByRole("button", { name: "English", exact: true }).click();
        if (isLesson) {
          await checkLesson(workbench, name, "en");
          await expectSolved(workbench, name);
          await expectLegible(workbench, name, [390]);
        }
      });
    }
  });
}

for (const name of covering(notebooks)) {
  test(`the published notebook ${name} is reproduced by the browser that reads it`, async ({ page }) => {
    await page.goto(host.address(`${name}.html`));
    await expect(page.locator("html")).toHaveAttribute("data-state", "alive", { timeout: 60_000 });
    await page
      .getByRole("button", { name: "Reproduce" })
      .or(page.getByRole("button", { name: "复现" }))
      .click();
    const sum = page.locator(".reproduction .sum");
    await expect(sum).toContainText(/[✔✘]/, { timeout: 100_000 });
    // Last comes the added cell, whose values are noise in part.
    const differing = page.locator(
      '.reproduction li:not(:last-child, [data-verdict="same"], [data-verdict="unproved"])',
    );
    expect(await differing.allInnerTexts()).toEqual([]);
    await expect(page.locator('.reproduction li[data-verdict="same"]').first()).toBeAttached();
  });
}
