import type { Locator, Page } from "@playwright/test";
import { startingCharts } from "../../app/workbench/chart/ten-charts.ts";
import { violations } from "./violations.ts";
import { expect, test, Workbench } from "./workbench.ts";

/** What a person does, with at most four actions for a chart. */
class Hand {
  readonly #page: Page;
  #actions = 0;

  constructor(page: Page) {
    this.#page = page;
  }

  async press(target: Locator): Promise<void> {
    this.#count();
    await target.click();
  }

  /** A text typed in one go. */
  async type(text: string): Promise<void> {
    this.#count();
    await this.#page.keyboard.insertText(text);
  }

  #count(): void {
    if (++this.#actions > 4) throw new Error("This takes more than four actions.");
  }
}

const views = [
  {
    language: "en",
    width: 1280,
    typed: "Germany, 法国",
    chart: "Chart…",
    title: "Chart",
    insert: "Insert chart",
    change: "Change the chart",
    drawn: "The preview is drawn.",
    finding: /^Germany was highest in 20\d\d: /,
    ranking: "Ranking",
    places: "Places",
    typedLater: "意大",
    later: "Italy",
    changed: /Germany is highest, at .* times Italy/,
    head: "Per head",
    perHead: /is highest, at .*\/person/,
    more: "More",
  },
  {
    language: "zh-CN",
    width: 390,
    typed: "德国、France",
    chart: "图表…",
    title: "图表",
    insert: "插入图表",
    change: "更改图表",
    drawn: "预览已绘制。",
    finding: /20\d\d 年德国最高/,
    ranking: "排名",
    places: "地区",
    typedLater: "italy",
    later: "意大利",
    changed: /德国最高，为 .*，是意大利的/,
    head: "人均排放排名",
    perHead: /最高，为 .*\/person/,
    more: "更多",
  },
] as const;

for (const view of views) {
  test.describe(`A chart by clicks at ${view.width} px in ${view.language}`, () => {
    test.use({ viewport: { width: view.width, height: 900 } });

    test.beforeEach(async ({ page }) => {
      await page.addInitScript((language) => {
        if (self !== top) return;
        localStorage.setItem("yuheng.preferences", JSON.stringify({ language, visited: true }));
      }, view.language);
    });

    const cells = [{ kind: "md", source: "# Two countries" }] as const;
    const dialogOf = (page: Page) => page.getByRole("dialog", { name: view.title, exact: true });

    async function openDialog(page: Page, press: (target: Locator) => Promise<void>): Promise<Locator> {
      const tool = page.getByRole("button", { name: view.chart, exact: true });
      if (view.width < 600) {
        await press(page.getByRole("button", { name: view.more, exact: true }));
        await press(page.getByRole("menuitem", { name: view.chart, exact: true }));
      } else await press(tool.first());
      const dialog = dialogOf(page);
      await expect(dialog.getByRole("combobox", { name: view.places })).toBeFocused();
      return dialog;
    }

    test("makes a chart of two countries in four actions, and changes it afterwards", async ({ page }) => {
      const workbench = new Workbench(page);
      await workbench.openCells(`chart-${view.width}`, cells);
      const hand = new Hand(page);
      const dialog = await openDialog(page, (target) => hand.press(target));
      await hand.type(view.typed);
      await hand.press(dialog.getByRole("button", { name: view.insert, exact: true }));
      await expect(dialog).toBeHidden();
      await expect(workbench.output(2).getByRole("heading", { level: 2 })).toHaveText(view.finding);
      await expect(workbench.output(2).locator("svg").first()).toContainText(view.width < 600 ? "法国" : "France");

      const again = await openDialog(page, (target) => target.click());
      await expect(again.locator("[data-code=DEU]")).toBeVisible();
      await expect(again.locator("[data-code=FRA]")).toBeVisible();
      await again.locator("[data-code=FRA]").click();
      await expect(again.getByText(view.drawn)).toBeVisible();
      const places = again.getByRole("combobox", { name: view.places });
      await places.pressSequentially(view.typedLater);
      const shown = again.getByRole("listbox", { name: view.places });
      await expect(shown.getByRole("option")).toHaveText([view.later]);
      // The list lies within the page at any width, over what follows.
      const [list, body] = await Promise.all([shown.boundingBox(), again.boundingBox()]);
      expect(list!.x).toBeGreaterThanOrEqual(body!.x);
      expect(list!.x + list!.width).toBeLessThanOrEqual(body!.x + body!.width);
      expect(await violations(page, { frame: false })).toEqual([]);
      await places.press("Enter");
      await expect(again.locator("[data-code=ITA]")).toBeVisible();
      await again.getByRole("button", { name: view.ranking, exact: true }).click();
      await expect(again.getByText(view.drawn)).toBeVisible();
      expect(await violations(page, { frame: false })).toEqual([]);
      await again.getByRole("button", { name: view.change, exact: true }).click();
      await expect(workbench.output(2).getByRole("heading", { level: 2 })).toHaveText(view.changed);
      await expect(workbench.frame.locator(".cell")).toHaveCount(2);
    });

    test("makes one that many ask for in three presses", async ({ page }) => {
      const workbench = new Workbench(page);
      await workbench.openCells(`chart-head-${view.width}`, cells);
      const hand = new Hand(page);
      const dialog = await openDialog(page, (target) => hand.press(target));
      await hand.press(dialog.getByRole("button", { name: view.head, exact: true }));
      await hand.press(dialog.getByRole("button", { name: view.insert, exact: true }));
      await expect(workbench.output(2).getByRole("heading", { level: 2 })).toHaveText(view.perHead);
    });
  });
}

test("A chart that was changed by hand stays as it is", async ({ page }) => {
  const workbench = new Workbench(page);
  const source = `{
  const found = await data.query({dataset: "carbon_budget_countries", select: ["iso3", {column: "production_mtco2", as: "value"}], where: {iso3: ["DEU", "FRA"], year: 2020}});
  display(charts.ranking(found.rows, {label: "iso3", value: "value", title: "My own words"}));
}`;
  await workbench.openCells("chart-by-hand", [{ kind: "js", source }]);
  await workbench.cell(1).getByRole("button", { name: "Cell menu" }).click();
  await workbench.cell(1).getByRole("menuitem", { name: "Chart from this cell…" }).click();
  const dialog = page.getByRole("dialog", { name: "Chart", exact: true });
  await expect(dialog.getByText("it was changed by hand")).toBeVisible();
  await expect(dialog.locator("[data-code=FRA]")).toBeVisible();
  await dialog.getByRole("button", { name: "Insert chart" }).click();
  await expect(workbench.output(2).getByRole("heading", { level: 2 })).toContainText("Germany is highest");
  await expect(workbench.output(1).getByRole("heading", { level: 2 })).toHaveText("My own words");
});

/** What tells each of the ten charts from the others. */
const drawn = {
  two: /was highest in 20\d\d: [\d\s]+Mt\sCO₂\s*Territorial fossil CO₂, 1990–20\d\d, million tonnes/,
  top: /is highest, at [\d\s]+Mt\sCO₂: .*Territorial fossil CO₂, 20\d\d, million tonnes: the 10 highest/s,
  head: /is highest, at [\d.]+\st\sCO₂\/person/,
  sector: /: Power is [\d.]+\s% of .*shares of/s,
  gas: /CO₂ with land use, Methane, Nitrous oxide, 1990–20\d\d/,
  fuel: /: Coal was highest in 20\d\d/,
  principle: /Territorial fossil CO₂, Consumption-based CO₂, 1990–20\d\d/,
  share: /share of the world, 1990–20\d\d, %/,
  index: /Territorial fossil CO₂, 1990 = 100/,
  wealth: /tonnes of\sCO₂\/person by GDP at purchasing power parities/,
} as const satisfies Record<(typeof startingCharts)[number]["id"], RegExp>;

test("Each of the ten charts that many ask for is made in at most four actions", async ({ page }) => {
  test.setTimeout(300_000);
  const workbench = new Workbench(page);
  await workbench.openCells("ten-charts", [{ kind: "md", source: "# Ten charts" }]);
  for (const { id } of startingCharts) {
    // Each begins where the person stands in the text.
    await workbench.cell(1).focus();
    const before = await workbench.frame.locator(".cell").count();
    const hand = new Hand(page);
    await hand.press(page.getByRole("button", { name: "Chart…", exact: true }).first());
    const dialog = page.getByRole("dialog", { name: "Chart", exact: true });
    await hand.press(dialog.locator(`[data-start=${id}]`));
    await hand.press(dialog.getByRole("button", { name: "Insert chart", exact: true }));
    await expect(dialog).toBeHidden();
    await expect(workbench.frame.locator(".cell")).toHaveCount(before + 1);
    const made = workbench.output(2);
    await expect(made.locator("svg").first(), id).toBeVisible({ timeout: 60_000 });
    await expect(workbench.error(2), id).toHaveCount(0);
    await expect(made, id).toContainText(drawn[id]);
  }
  expect(startingCharts).toHaveLength(10);
});
