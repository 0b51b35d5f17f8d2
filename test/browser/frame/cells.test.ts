import { describe, it } from "vitest";
import { notebookText } from "../../e2e/notebook-text.ts";
import { OpenNotebook } from "./notebook.ts";
import { expect, expectShown, frame, keyboard } from "./remote.ts";

describe("Cells in the frame:", () => {
  it("every kind of cell runs: JavaScript, TypeScript, SQL, Markdown, HTML, TeX", async () => {
    const notebook = await OpenNotebook.openCells([
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
    await expectShown(notebook.output(4)).toHaveText("CHN 42");
    await expectShown(notebook.output(5).locator("em")).toHaveText("4");
    await expectShown(notebook.output(6).locator("mfrac")).toBeVisible();
    await expectShown(notebook.output(7)).toContainText('"1,2"');
  });

  it("a generator and a Mutable move their readers", async () => {
    const notebook = await OpenNotebook.openCells([
      "const count = Mutable(0); const up = () => ++count.value;",
      "const button = html`<button>${count}</button>`; button.onclick = up; display(button);",
      "const tick = (async function*() { for (let i = 0; i <= 5; ++i) { yield i; } })();",
      "tick * 10",
    ]);
    await expectShown(notebook.output(4)).toHaveText("50");
    await notebook.output(2).locator("button").click();
    await expectShown(notebook.output(2)).toHaveText("1");
    await notebook.output(2).locator("button").click();
    await expectShown(notebook.output(2)).toHaveText("2");
  });

  it("amounts carry their units from cell to cell, and a cell that drops them fails with a sentence", async () => {
    const notebook = await OpenNotebook.openCells([
      'const fuel = amount(1000, "TJ");',
      'const emitted = fuel.times(amount(94.6, "t CO2/TJ"));',
      "emitted",
      'emitted.plus(amount(1, "kt CO2"))',
      'emitted + amount(1, "t CO2")',
      'emitted.plus(amount(1, "kt CO2"), "kt CO2")',
    ]);
    await expectShown(notebook.output(3)).toHaveText("94\u202f600 t CO2");
    await expectShown(notebook.error(4)).toContainText("without saying so");
    await expectShown(notebook.error(5)).toContainText("a.plus(b)");
    await expectShown(notebook.output(6)).toHaveText("95.6 kt CO2");
  });

  it("an input with a button is applied by it, by Enter, and only if it is valid", async () => {
    const notebook = await OpenNotebook.openCells([
      'const text = view(Inputs.textarea({label: "Bill", value: "steel", submit: "Apply"}));',
      'const unit = view(Inputs.text({label: "Unit", value: "kg", required: true, submit: "Apply"}));',
      "`${text} in ${unit}`",
    ]);
    const result = notebook.output(3);
    await expectShown(result).toHaveText('"steel in kg"');
    await notebook.output(1).getByRole("textbox").fill("glass");
    await expectShown(result).toHaveText('"steel in kg"');
    await notebook.output(1).getByRole("button", { name: "Apply" }).click();
    await expectShown(result).toHaveText('"glass in kg"');
    const unit = notebook.output(2).getByRole("textbox");
    await unit.fill("t");
    await keyboard.press("Enter");
    await expectShown(result).toHaveText('"glass in t"');
    await unit.fill("");
    await notebook.output(2).getByRole("button", { name: "Apply" }).click();
    await unit.fill("g");
    await keyboard.press("Enter");
    await expectShown(result).toHaveText('"glass in g"');
  });
  it("names of Observable's library: tables of one's own, the time, the theme, a figure as wide as its place", async () => {
    const notebook = await OpenNotebook.openCells([
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
    await expectShown(notebook.output(3)).toHaveText('"21,2024,2"');
    await expectShown(notebook.output(5)).toHaveText('"later"');
    await expectShown(notebook.output(6)).toHaveText('"light"');
    await expectShown(notebook.output(7)).toHaveText("wide");
    await expectShown(notebook.output(8)).toHaveText("true");
    await expectShown(notebook.output(9)).toHaveText('"DOUBLE,TIMESTAMP,BIGINT"');
    notebook.live.configure({ theme: "dark" });
    await expectShown(notebook.output(6)).toHaveText('"dark"');
  });

  it("names of another notebook are imported, and move with it", async () => {
    const lender = notebookText("lender", [
      "const base = 20;",
      "const double = base * 2;",
      "const clock = (async function*() { yield 1; await new Promise((r) => setTimeout(r, 300)); yield 2; })();",
      "const unasked = document.body.append('this must not run');",
      "const broken = missing.value;",
    ]);
    const notebook = await OpenNotebook.openCells(
      [
        'import {double, clock as ticks} from "./lender.html";',
        "double + ticks",
        'import {nothing} from "./lender.html";',
        'import {broken} from "./lender.html";',
        'import {x} from "./absent.html";',
        'import {x as y} from "https://example.org/x.js";',
      ],
      { others: { lender } },
    );
    await expectShown(notebook.output(2)).toHaveText("42");
    await expectShown(notebook.error(3)).toContainText(
      "lender.html defines no nothing. It defines base, double, clock",
    );
    await expectShown(notebook.error(4)).toContainText("cell 5");
    await expectShown(notebook.error(4)).toContainText("missing");
    await expectShown(notebook.error(5)).toContainText("There is no notebook named “absent”");
    await expectShown(notebook.error(6)).toContainText("no network");
    await expectShown(frame.locator("body")).not.toContainText("this must not run");
  });

  it("notebooks that import each other say so instead of waiting for ever", async () => {
    const a = ['import {b} from "./ring-b.html";', "const a = b + 1;"];
    const b = ['import {a} from "./ring-a.html";', "const b = a + 1;"];
    const others = { "ring-a": notebookText("ring-a", a), "ring-b": notebookText("ring-b", b) };
    const notebook = await OpenNotebook.openCells(a, { others });
    await expectShown(notebook.error(1)).toContainText("imports itself");
  });
  it("compute runs a function in a worker, with progress, errors and a stop", async () => {
    const notebook = await OpenNotebook.openCells([
      "const total = compute((list, {progress}) => { progress(0.5, 'half'); return list.reduce((a, b) => a + b, 0); }, new Float64Array([1, 2, 39]));",
      "total",
      "const failed = compute(() => { throw new RangeError('too far'); });",
      "const endless = compute(({progress}) => { progress(0.25, 'a quarter'); while (true); });",
      "const unsent = compute((x) => x, () => 1);",
      "'alive'",
    ]);
    await expectShown(notebook.output(2)).toHaveText("42");
    await expectShown(notebook.error(3)).toContainText("RangeError: too far");
    await expectShown(notebook.error(5)).toContainText("Send plain data");
    const working = notebook.cell(4).locator(".working");
    await expectShown(working).toContainText("a quarter");
    await expectShown(working).toContainText("25%");
    await expectShown(working.getByRole("progressbar")).toHaveAttribute("value", "0.25");
    await expectShown(notebook.output(6)).toHaveText('"alive"');
    await working.getByRole("button", { name: "Stop the cell" }).click();
    await notebook.expectStatus(4, "stopped");
    await expectShown(notebook.error(4)).toContainText("stopped");
    await expectShown(working).toBeHidden();
    expect(await notebook.runsOf(2)).toBe(1);
    const runs = await notebook.runsOf(4);
    await notebook.error(4).getByRole("button", { name: "Run again" }).click();
    await notebook.expectStatus(4, "running");
    expect(await notebook.runsOf(4)).toBe(runs + 1);
    await notebook.edit(4, "const endless = compute(() => 7); display(await endless);");
    await expectShown(notebook.output(4)).toHaveText("7");
  });

  it("a reproducible notebook shows the same bytes twice", async () => {
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
    const outputs = async (text: string) => {
      const notebook = await OpenNotebook.open(text);
      await expectShown(notebook.output(6).locator("tbody tr")).toHaveCount(5);
      await expectShown(notebook.output(7)).not.toBeEmpty();
      return frame.locator(".output").evaluateAll((all) => all.map((output) => output.innerHTML));
    };
    const first = await outputs(text);
    const second = await outputs(text);
    expect(second).toEqual(first);
    expect(first[2]).toContain("2026-01-01");
    const other = await outputs(text.replace('data-seed="11"', 'data-seed="12"'));
    expect(other[0]).not.toBe(first[0]);
    expect(other[3]).not.toBe(first[3]);
  });
});
