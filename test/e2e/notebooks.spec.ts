import { copyFileSync, existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { outputFaults } from "../output-faults.ts";
import { StaticHost, sharedSite } from "./built-site.ts";
import { differencesOf } from "./differences-of.ts";
import { textFaults } from "./figure-text.ts";
import { solveLesson, type WrittenExercise } from "./lesson.ts";
import { sidewaysScroll } from "./sideways.ts";
import { violations } from "./violations.ts";
import { expect, fileOf, test, type Workbench } from "./workbench.ts";

const root = join(import.meta.dirname, "../..");

const notebooks = readdirSync(join(root, "notebooks"))
  .filter((file) => file.endsWith(".html"))
  .map((file) => file.replace(/\.html$/, ""));

// Every notebook is run by Node once, while the site is built: that is held against the workbench and against the published page.
let shared: string;
let host: StaticHost;

// One file, and as long as several others: its tests are shared out to all workers.
test.describe.configure({ mode: "parallel" });

test.beforeAll(async () => {
  test.setTimeout(600_000);
  shared = await sharedSite();
  host = await StaticHost.open(join(shared, "site"));
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

/** The name of a notebook with its values, as it is published. */
function withValues(name: string): string {
  return existsSync(join(shared, `notebooks/values-of-${name}.html`)) ? `values-of-${name}` : name;
}

/** What Node made of a notebook when it built its page. */
function inNode(name: string): unknown {
  const { document } = parseHTML(readFileSync(join(shared, `site/${withValues(name)}.html`), "utf8"));
  return JSON.parse(document.querySelector("pre.all-values")?.textContent ?? "null");
}

/** The exercises of a lesson in Chinese. */
function exercisesOf(lesson: string): WrittenExercise[] {
  return JSON.parse(readFileSync(join(shared, "exercises.json"), "utf8"))[lesson];
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
        copyFileSync(join(shared, `notebooks/${withValues(name)}.html`), fileOf(copy));
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
        if (name.startsWith("lesson-")) {
          await solveLesson(workbench, exercisesOf(name), "zh");
          await expectSolved(workbench, name);
        }
        await expectLegible(workbench, name, [390]);
        await page.setViewportSize({ width: WIDTHS[0], height: HEIGHT });
        await page.getByRole("button", { name: "English", exact: true }).click();
      });
    }
  });
}

test("published notebooks that use every kind of cell and every name are reproduced by the browser that reads them", async ({
  page,
}) => {
  test.setTimeout(600_000);
  const names: readonly string[] = JSON.parse(readFileSync(join(shared, "covering.json"), "utf8"));
  expect(names.length).toBeGreaterThan(1);
  for (const name of names) {
    await test.step(name, async () => {
      await page.goto(host.address(`${withValues(name)}.html`));
      await expect(page.locator("html")).toHaveAttribute("data-state", "alive", { timeout: 60_000 });
      await page
        .getByRole("button", { name: "Reproduce" })
        .or(page.getByRole("button", { name: "复现" }))
        .click();
      const sum = page.locator(".reproduction .sum");
      await expect(sum, name).toContainText(/[✔✘]/, { timeout: 100_000 });
      // Last comes the added cell, whose values are noise in part.
      const differing = page.locator(
        '.reproduction li:not(:last-child, [data-verdict="same"], [data-verdict="unproved"])',
      );
      expect(await differing.allInnerTexts(), name).toEqual([]);
      await expect(page.locator('.reproduction li[data-verdict="same"]').first(), name).toBeAttached();
    });
  }
});
