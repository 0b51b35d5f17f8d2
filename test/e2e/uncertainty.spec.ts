import { readFileSync } from "node:fs";
import { SampledNotebook } from "../unit/montecarlo/notebook.ts";
import { violations } from "./violations.ts";
import { expect, fileOf, test } from "./workbench.ts";

const cells = [
  'const ef = sample("coal EF", lognormal({mean: 94.6, lo: 89.5, hi: 99.7}));',
  'const activity = sample("activity", normal({mean: 1000, halfWidthPercent: 5}));',
  "const emissions = ef * activity / 1000;",
  "emissions * 2",
  { kind: "md", source: "In 2020 coal made ${emissions.toFixed(1)} kt CO2." },
  "Plot.plot({marks: [Plot.barY([emissions])]})",
  'const band = await spread(series); Plot.areaY(band, {x: "year", y1: "lo", y2: "hi"}).plot()',
  "const series = [2019, 2020].map((year) => ({year, co2: emissions * (year - 2018)}));",
  "Inputs.table(series, {select: false})",
  "const bare = 94.6;",
  "bare",
];

test("± shows distribution and shares, and follows the number until it is closed; a drawing shows the numbers that it draws", async ({
  workbench,
  page,
}) => {
  await workbench.openCells("uncertainty", cells);
  const ask = (place: number) => workbench.cell(place).getByRole("button", { name: /how sure/ });
  const sheet = (place: number) => workbench.cell(place).locator(".uncertainty");
  await expect(workbench.output(4)).toHaveText("189.2");
  await workbench.cell(4).hover();
  await ask(4).click();
  await expect(sheet(4).getByRole("img", { name: /95 % of the draws lie between 17\d and 20\d/ })).toBeVisible();
  await expect(sheet(4).getByRole("listitem", { name: /activity: alone \d\d %/ })).toBeVisible();
  await expect(sheet(4).getByText(/draws, seed 1, independent draws \(Philox\)/)).toBeVisible();
  await expect(workbench.output(4)).toHaveText(/^189\.2\s± 1\d$/);
  expect(await violations(page)).toEqual([]);

  // How draws are spread is kept with the notebook; the shares go on as they are, which is said.
  const draws = sheet(4).getByRole("combobox", { name: "Sampling method" });
  await draws.selectOption({ label: "Sobol sequence, scrambled" });
  await expect(sheet(4).getByText(/16\u202f384 draws, seed 1, Sobol sequence, scrambled/)).toBeVisible();
  await draws.selectOption({ label: "Latin hypercube" });
  await expect(sheet(4).getByText(/10\u202f000 draws, seed 1, Latin hypercube/)).toBeVisible();
  await expect(sheet(4).getByText(/need a sample that can be extended/)).toBeVisible();
  await expect(sheet(4).getByRole("listitem", { name: /activity: alone \d\d %/ })).toBeVisible();
  await page.keyboard.press("Control+s");
  await expect.poll(() => readFileSync(fileOf("uncertainty"), "utf8")).toContain('data-sampler="lhs"');

  await workbench.cell(5).focus();
  await page.keyboard.press("u");
  await expect(workbench.output(5)).toHaveText(/^In 2020 coal made 94\.6\s± 6\.9 kt CO2\./);

  await workbench.cell(6).focus();
  await page.keyboard.press("u");
  // A drawing has no number of its own: those that it draws are shown.
  await expect(sheet(6).getByText("The figure shows emissions.")).toBeVisible();
  await expect(sheet(6).getByText(/^\s*94\.6 ± 6\.9/)).toBeVisible();
  await expect(sheet(6).getByRole("listitem", { name: /activity: alone \d\d %/ })).toBeVisible();

  await workbench.cell(9).focus();
  await page.keyboard.press("u");
  await expect(workbench.output(9)).toHaveText(/2,020\s*189\.2\s± 1\d/);

  await workbench.cell(11).focus();
  await page.keyboard.press("u");
  await expect(sheet(11).getByText("This number does not depend on any uncertain input yet.")).toBeVisible();
  expect(await violations(page)).toEqual([]);

  // What it rests on is edited: it is asked anew.
  await workbench.edit(2, "const activity = 1000;");
  await expect(workbench.output(5)).toHaveText(/^In 2020 coal made 94\.6\s± 5\.\d kt CO2\./);
  await page.getByRole("button", { name: "中文" }).click();
  await expect(sheet(5).getByText("这个数的不确定度")).toBeVisible();
  await expect(sheet(5).getByRole("combobox", { name: "抽样方法" })).toHaveValue("lhs");
  await expect(sheet(5).getByRole("listitem", { name: /coal EF：单独 100%/ })).toBeVisible();
  await sheet(5).getByRole("button", { name: "关闭 ±" }).click();
  await expect(workbench.output(5)).toHaveText("In 2020 coal made 94.6 kt CO2.");
});

test("± goes through life-cycle inventories: amounts of a bill, an activity over a background, and the laws of exchanges", async ({
  workbench,
}) => {
  const metric = 'methods: ["GWP100_AR6"]';
  await workbench.openCells("uncertainty-inventories", [
    'const steel = sample("steel", normal({mean: 2, halfWidthPercent: 10}));',
    'const background = lifecycle.inventory({source: "uslci"});',
    `const bill = await lifecycle.score(background, {demand: {of: "uslci:369", amount: steel}, ${metric}});`,
    "bill.scores[0].score",
    `const bracket = lifecycle.inventory({source: "uslci", activities: [{name: "bracket", exchanges: [
      {type: "production", product: "bracket", amount: 1, unit: "item"},
      {type: "technosphere", product: "sheet", provider: "uslci:369", amount: steel, unit: "kg"}
    ]}]});`,
    `const made = await lifecycle.score(bracket, {demand: {of: "bracket", amount: 1}, ${metric}});`,
    "made.scores[0].score",
    `const kiln = lifecycle.inventory({activities: [{name: "kiln", exchanges: [
      {type: "production", product: "lime", amount: 1, unit: "kg"},
      {type: "biosphere", flow: "Carbon dioxide", compartment: "emission/air", amount: 2, unit: "kg", uncertainty: lognormal({median: 2, geometricSd: 1.05})}
    ]}]}).drawn(sample("amounts of the kiln", uniform({lo: 0, hi: 1})));`,
    `const lime = await lifecycle.score(kiln, {demand: {of: "kiln", amount: 1}, ${metric}});`,
    "lime.scores[0].score * 10",
  ]);
  // As published: 2.3034 kg CO2e for a kilogram of hot rolled sheet.
  await expect(workbench.output(4)).toHaveText(/^4\.606/);
  await expect(workbench.output(10)).toHaveText("20");
  const sheetOf = async (place: number) => {
    await workbench.cell(place).focus();
    await workbench.cell(place).press("u");
    return workbench.cell(place).locator(".uncertainty");
  };
  const first = await sheetOf(4);
  await expect(workbench.output(4)).toHaveText(/^4\.\d+\s± 0\.\d+$/, { timeout: 60_000 });
  await expect(first.getByRole("listitem", { name: /^steel: alone/ })).toBeVisible({ timeout: 60_000 });
  await first.getByRole("button", { name: "Close ±" }).click();
  // The same steel, as an activity that is written anew over the background in each draw.
  const written = await sheetOf(7);
  await expect(workbench.output(7)).toHaveText(/^4\.\d+\s± 0\.\d+$/, { timeout: 90_000 });
  await written.getByRole("button", { name: "Close ±" }).click();
  const own = await sheetOf(10);
  // A geometric deviation of 1.05: 95 % between 20 / 1.1 and 20 × 1.1.
  await expect(
    own.getByRole("img", { name: /95 % of the draws lie between 1[789](\.\d)? and 2[123](\.\d)?/ }),
  ).toBeVisible({
    timeout: 60_000,
  });
});

test("the draws are the same to the bit in the workers of the page and in Node", async ({ workbench }) => {
  const series = (noise: string) => [
    `const noise = ${noise};`,
    'const use = sample("use", triangular({lo: 900, mode: 1000, hi: 1300}));',
    "const series = [1, 2].map((year) => ({year, co2: Math.sqrt(noise) * use * year}));",
    "const band = await spread(series, {draws: 5000});",
  ];
  const exact = series('sample("noise", uniform({lo: 1, hi: 2}))');
  // Engines of other years differ in the last digit of log and exp, and so does what is made by them.
  const close = series('sample("noise", lognormal({mean: 94.6, lo: 89.5, hi: 99.7}))');
  const shownOf = async (drawn: string[], name: string) => {
    await workbench.openCells(name, [...drawn, "document.createTextNode(JSON.stringify(band))"]);
    await expect(workbench.output(5)).toContainText("p50");
    return JSON.parse(await workbench.output(5).innerText()) as Record<string, number>[];
  };
  const here = async (drawn: string[]) =>
    (await SampledNotebook.settled(drawn, { seed: 1 })).flow.valueOf("band") as Record<string, number>[];
  expect(await shownOf(exact, "same-bits")).toEqual(await here(exact));
  const [page, node] = [await shownOf(close, "close-bits"), await here(close)];
  for (const [i, row] of node.entries())
    for (const [field, value] of Object.entries(row)) expect(page[i]![field]! / value - 1).toBeCloseTo(0, 11);
});

test("scenarios are kept with the notebook and compared with common random numbers", async ({ workbench, page }) => {
  await workbench.openCells("scenarios", [
    'const coal = view(Inputs.range([0, 2000], {label: "Coal", value: 1000, step: 100}));',
    'const ef = sample("coal EF", normal({mean: 2, sd: 0.1}));',
    "const emissions = coal * ef;",
    "emissions",
  ]);
  await expect(workbench.output(4)).toHaveText("2000");
  await page.getByRole("button", { name: "Side panel" }).click();
  const panel = page.getByRole("tabpanel");
  await page.getByRole("tab", { name: "Scenarios" }).click();
  const slider = workbench.output(1).getByRole("slider");
  await slider.fill("900");
  await expect(workbench.output(4)).toHaveText("1800");
  await panel.getByRole("button", { name: "Save current inputs as a scenario" }).click();
  await panel.getByLabel("Name of the scenario").fill("less coal");
  await page.keyboard.press("Enter");
  await slider.fill("1000");
  await expect(workbench.output(4)).toHaveText("2000");
  await panel.getByRole("button", { name: "Compare" }).click();
  const row = panel.getByRole("row", { name: /^less coal/ });
  // The difference is 100 units of coal at 2 ± 0.2, although each value alone is ± 200.
  await expect(row).toHaveText(/less coal\s*18\d0[\s\S]*−200\s*−2[12]\d – −1[78]\d/);
  await panel.getByRole("button", { name: "Apply less coal" }).click();
  await expect(workbench.output(4)).toHaveText("1800");
  expect(await violations(page)).toEqual([]);
  // The scenario set inputs, which are the reader's: they are reset, not undone.
  await page.getByRole("button", { name: "Reset inputs", exact: true }).click();
  await expect(workbench.output(4)).toHaveText("2000");
  await page.reload();
  await expect(panel.getByRole("button", { name: "Apply less coal" })).toBeVisible();
});
