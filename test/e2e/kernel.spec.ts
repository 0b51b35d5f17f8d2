import { writeFileSync } from "node:fs";
import { notebookText } from "./notebook-text.ts";
import { expect, fileOf, test } from "./workbench.ts";

test("cells of every kind run, move, carry units and take inputs", async ({ workbench, page }) => {
  await test.step("every kind of cell runs: JavaScript, TypeScript, SQL, Markdown, HTML, TeX", async () => {
    await workbench.openCells("kinds", [
      "const [a, {b, ...rest}] = [1, {b: 2, c: 3}]; class Tonne { constructor(t) { this.t = t; } } const later = await Promise.resolve(4);",
      {
        kind: "ts",
        source: "interface Flow { from: string; mt: number }\nconst flow: Flow = {from: 'CHN', mt: 499 as number};",
      },
      { kind: "sql", source: "select ${b} * 21 as answer", attributes: 'output="rows"' },
      { kind: "md", source: "**${flow.from}** ${rows.get(0).answer}" },
      { kind: "html", source: "<em id=x>${new Tonne(later).t}</em>" },
      { kind: "tex", source: "x = \\frac{${a}}{2}" },
      "display(rest.c); display([..._()].join()); function* _() { yield 1; yield 2; }",
    ]);
    await expect(workbench.output(4)).toHaveText("CHN 42");
    await expect(workbench.output(5).locator("em")).toHaveText("4");
    await expect(workbench.output(6).locator("mfrac")).toBeVisible();
    await expect(workbench.output(7)).toContainText('"1,2"');
  });

  await test.step("a generator and a Mutable move their readers", async () => {
    await workbench.openCells("moving", [
      "const count = Mutable(0); const up = () => ++count.value;",
      "const button = html`<button>${count}</button>`; button.onclick = up; display(button);",
      "const tick = (async function*() { for (let i = 0; i <= 5; ++i) { yield i; } })();",
      "tick * 10",
    ]);
    await expect(workbench.output(4)).toHaveText("50");
    await workbench.output(2).locator("button").click();
    await expect(workbench.output(2)).toHaveText("1");
    await workbench.output(2).locator("button").click();
    await expect(workbench.output(2)).toHaveText("2");
  });

  await test.step("amounts carry their units from cell to cell, and a cell that drops them fails with a sentence", async () => {
    await workbench.openCells("amounts", [
      'const fuel = amount(1000, "TJ");',
      'const emitted = fuel.times(amount(94.6, "t CO2/TJ"));',
      "emitted",
      'emitted.plus(amount(1, "kt CO2"))',
      'emitted + amount(1, "t CO2")',
      'emitted.plus(amount(1, "kt CO2"), "kt CO2")',
    ]);
    await expect(workbench.output(3)).toHaveText("94\u202f600 t CO2");
    await expect(workbench.error(4)).toContainText("without saying so");
    await expect(workbench.error(5)).toContainText("a.plus(b)");
    await expect(workbench.output(6)).toHaveText("95.6 kt CO2");
  });

  await test.step("an input with a button is applied by it, by Enter, and only if it is valid", async () => {
    await workbench.openCells("submitted", [
      'const text = view(Inputs.textarea({label: "Bill", value: "steel", submit: "Apply"}));',
      'const unit = view(Inputs.text({label: "Unit", value: "kg", required: true, submit: "Apply"}));',
      "`${text} in ${unit}`",
    ]);
    const result = workbench.output(3);
    await expect(result).toHaveText('"steel in kg"');
    await workbench.output(1).getByRole("textbox").fill("glass");
    await expect(result).toHaveText('"steel in kg"');
    await workbench.output(1).getByRole("button", { name: "Apply" }).click();
    await expect(result).toHaveText('"glass in kg"');
    const unit = workbench.output(2).getByRole("textbox");
    await unit.fill("t");
    await page.keyboard.press("Enter");
    await expect(result).toHaveText('"glass in t"');
    await unit.fill("");
    await workbench.output(2).getByRole("button", { name: "Apply" }).click();
    await unit.fill("g");
    await page.keyboard.press("Enter");
    await expect(result).toHaveText('"glass in g"');
  });
});

test("names of Observable's library: tables of one's own, the time, the theme, a figure as wide as its place", async ({
  workbench,
  page,
}) => {
  await page.emulateMedia({ colorScheme: "light" });
  await workbench.openCells("observable", [
    "const db = DuckDBClient.of({cars: [{mpg: 21, made: new Date(Date.UTC(2024, 1, 29)), big: 2n ** 62n}, {mpg: null}]})",
    {
      kind: "sql",
      source: "select max(mpg) as most, max(year(made)) as year, count(*) as n from cars",
      attributes: 'output="rows"',
    },
    "[rows.get(0).most, rows.get(0).year, rows.get(0).n].join()",
    "const since = Date.now()",
    "now > since ? 'later' : 'at once'",
    "dark ? 'dark' : 'light'",
    "resize((width) => html`<b>${width > 100 ? 'wide' : 'narrow'}`)",
    "devicePixelRatio > 0 && DOM.context2d(3, 3).canvas.width > 0",
    'db.describeColumns({table: "cars"}).then((columns) => columns.map((d) => d.databaseType).join())',
  ]);
  await expect(workbench.output(3)).toHaveText('"21,2024,2"');
  await expect(workbench.output(5)).toHaveText('"later"');
  await expect(workbench.output(6)).toHaveText('"light"');
  await expect(workbench.output(7)).toHaveText("wide");
  await expect(workbench.output(8)).toHaveText("true");
  await expect(workbench.output(9)).toHaveText('"DOUBLE,TIMESTAMP,BIGINT"');
  await page.emulateMedia({ colorScheme: "dark" });
  await expect(workbench.output(6)).toHaveText('"dark"');
});

test("names are imported from other notebooks, but not in a ring", async ({ workbench }) => {
  await test.step("names of another notebook are imported, and move with it", async () => {
    writeFileSync(
      fileOf("lender"),
      notebookText("lender", [
        "const base = 20;",
        "const double = base * 2;",
        "const clock = (async function*() { yield 1; await new Promise((r) => setTimeout(r, 300)); yield 2; })();",
        "const unasked = document.body.append('this must not run');",
        "const broken = missing.value;",
      ]),
    );
    await workbench.openCells("borrower", [
      'import {double, clock as ticks} from "./lender.html";',
      "double + ticks",
      'import {nothing} from "./lender.html";',
      'import {broken} from "./lender.html";',
      'import {x} from "./absent.html";',
      'import {x as y} from "https://example.org/x.js";',
    ]);
    await expect(workbench.output(2)).toHaveText("42");
    await expect(workbench.error(3)).toContainText("lender.html defines no nothing. It defines base, double, clock");
    await expect(workbench.error(4)).toContainText("cell 5");
    await expect(workbench.error(4)).toContainText("missing");
    await expect(workbench.error(5)).toContainText("There is no notebook named “absent”");
    await expect(workbench.error(6)).toContainText("no network");
    await expect(workbench.frame.locator("body")).not.toContainText("this must not run");
  });

  await test.step("notebooks that import each other say so instead of waiting for ever", async () => {
    writeFileSync(fileOf("ring-b"), notebookText("ring-b", ['import {a} from "./ring-a.html";', "const b = a + 1;"]));
    await workbench.openCells("ring-a", ['import {b} from "./ring-b.html";', "const a = b + 1;"]);
    await expect(workbench.error(1)).toContainText("imports itself");
  });
});

test("compute runs a function in a worker, with progress, errors and a stop", async ({ workbench, page }) => {
  await workbench.openCells("compute", [
    "const total = compute((list, {progress}) => { progress(0.5, 'half'); return list.reduce((a, b) => a + b, 0); }, new Float64Array([1, 2, 39]));",
    "total",
    "const failed = compute(() => { throw new RangeError('too far'); });",
    "const endless = compute(({progress}) => { progress(0.25, 'a quarter'); while (true); });",
    "const unsent = compute((x) => x, () => 1);",
    "'alive'",
  ]);
  await expect(workbench.output(2)).toHaveText("42");
  await expect(workbench.error(3)).toContainText("RangeError: too far");
  await expect(workbench.error(5)).toContainText("Send plain data");
  await expect(workbench.cell(4)).toContainText("a quarter");
  await expect(workbench.output(6)).toHaveText('"alive"');
  await page.getByRole("button", { name: "Stop" }).first().click();
  await expect(workbench.error(4)).toContainText("stopped");
  expect((await workbench.counts())[1]).toBe(1);
  await workbench.edit(4, "const endless = compute(() => 7); display(await endless);");
  await expect(workbench.output(4)).toHaveText("7");
});

test("the database comes back by itself when it was ended under a query, and the cell runs again", async ({
  workbench,
  page,
}) => {
  await workbench.openCells("comeback", [
    {
      kind: "sql",
      source: "select sum(hash(i) % 3)::double as n from range(60000000) t(i)",
      attributes: 'output="slow"',
    },
    "const world = consumption.accounts(consumption.table({year: 2011})); display((await world).regions.length);",
    "slow.numRows",
  ]);
  await workbench.expectStatus(1, "running");
  await expect(workbench.output(2)).toHaveText("41");
  await page.keyboard.press("Control+K");
  await page.getByRole("combobox").or(page.getByRole("searchbox")).last().fill("Restart the database");
  await page.keyboard.press("Enter");
  await expect(workbench.output(3)).toHaveText("1", { timeout: 40_000 });
  expect((await workbench.counts())[0]).toBe(2);
  await page.keyboard.press("Control+K");
  await page.getByRole("combobox").or(page.getByRole("searchbox")).last().fill("Restart the workers");
  await page.keyboard.press("Enter");
  await workbench.edit(
    2,
    "const world = consumption.accounts(consumption.table({year: 2011})); display((await world).sectors.length);",
  );
  await expect(workbench.output(2)).toHaveText("35");
});

test("a reproducible notebook shows the same bytes twice", async ({ workbench }) => {
  const cells = [
    "random()",
    "Math.random()",
    "display(Date.now()); display(new Date());",
    "d3.randomNormal(10, 2)()",
    "Plot.dot(d3.range(50).map(() => [Math.random(), random()])).plot({ariaLabel: 'chance'})",
    { kind: "sql", source: "select region, co2_kt from mrio_co2 where year = 2011 order by co2_kt desc limit 5" },
    "const shuffled = d3.shuffle(d3.range(10)); display(shuffled.join(' '));",
  ];
  const text = notebookText("same", cells).replace("<notebook>", '<notebook data-seed="11" data-reproducible>');
  writeFileSync(fileOf("same"), text);
  writeFileSync(fileOf("same-again"), text);
  writeFileSync(fileOf("other-seed"), text.replace('data-seed="11"', 'data-seed="12"'));
  const outputs = async (name: string) => {
    await workbench.open(name);
    await expect(workbench.output(6).locator("tbody tr")).toHaveCount(5);
    await expect(workbench.output(7)).not.toBeEmpty();
    return workbench.frame.locator(".output").evaluateAll((all) => all.map((output) => output.innerHTML));
  };
  const first = await outputs("same");
  const second = await outputs("same-again");
  expect(second).toEqual(first);
  expect(first[2]).toContain("2026-01-01");
  const other = await outputs("other-seed");
  expect(other[0]).not.toBe(first[0]);
  expect(other[3]).not.toBe(first[3]);
});
