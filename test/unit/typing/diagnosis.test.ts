import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { diagnose } from "../../../app/typing/diagnosis.ts";
import { parseNotebook } from "../../../kernel/document/index.ts";
import { placeAt } from "../../../kernel/sandbox/evaluate.ts";
import { writeMessage } from "../../../lib/message/write.ts";
import { openProgram, root, type TestCell, withCells } from "./notebook.ts";

function complaints(cells: readonly TestCell[]) {
  const notebook = withCells(cells);
  return [...notebook.modules].flatMap((module) =>
    diagnose(notebook, module).map(({ from, to, message, severity }) => {
      const { line, column } = placeAt(module.cell.source, from);
      return {
        cell: module.cell.id,
        line,
        column,
        text: module.cell.source.slice(from, to),
        message: writeMessage(message),
        severity,
      };
    }),
  );
}

describe("a valid notebook has no complaint", () => {
  for (const name of readdirSync(join(root, "notebooks")).filter((file) => file.endsWith(".html"))) {
    it(name, () => {
      const notebook = openProgram();
      const { cells } = parseNotebook(readFileSync(join(root, "notebooks", name), "utf8"));
      notebook.update({ order: cells.map(({ id }) => id), changed: [...cells] });
      const found = [...notebook.modules].flatMap((module) => diagnose(notebook, module));
      expect(found).toEqual([]);
    });
  }
});

describe("what JavaScript may do is not complained of", () => {
  const corpus: Record<string, TestCell[]> = {
    "objects that grow": ["const o = {}; o.x = 1; o.y = {z: 2};", "o.x + o.y.z + (o.w ?? 0)"],
    "an object with more than it began with": ["let o = {a: 1}; o.b = 2;", "o.b"],
    "arrays that begin empty": ["const list = []; list.push(1, 'x'); const n = list[0] + list.length", "n"],
    "elements and their values": [
      "const input = document.createElement('input'); document.querySelector('p')?.innerText",
      "document.querySelector('#x').value",
      "input.addEventListener('input', (event) => display(event.target.value))",
      "const form = html`<form><input name=x></form>`; form.elements.x.value; form.oninput = () => {};",
      "form.value",
    ],
    "differences of dates": ["const days = (new Date(2020, 1, 1) - new Date(2019, 1, 1)) / 864e5", "days"],
    "null and undefined": ["const found = [1, 2].find((x) => x > 3); found.toFixed(1)", "const n = null; n?.x"],
    "callbacks with fewer or more parameters": ["[1].map((d, i, all) => all.length); [1].forEach(() => {});"],
    "views of every kind": [
      "const x = view(Inputs.range([0, 1], {step: 0.1, label: html`<b>x</b>`}))",
      "const name = view(Inputs.text({label: 'Name', placeholder: 'x'}))",
      "const colour = view(Inputs.select(new Map([['a', 1], ['b', 2]]), {label: 'c', value: 2}))",
      "const picked = view(Inputs.table([{a: 1}], {columns: ['a'], format: {a: (d) => d.toFixed(1)}}))",
      "const both = view(Inputs.form({a: Inputs.range([0, 1]), b: Inputs.text()}))",
      "const element = view(html`<input type=range>`)",
      "const go = view(Inputs.button('Go', {reduce: (n) => n + 1, value: 0}))",
      "const file = view(Inputs.file({accept: '.csv'}))",
      "x.toFixed(2) + name.length + colour.toFixed() + picked.length + both.a + both.b + element + go",
      "file?.text()",
    ],
    "generators and time": [
      "const tick = (function* () { for (let i = 0; ; ++i) yield i })()",
      "const now = Generators.now()",
      "const pointer = Generators.observe((change) => { change([0, 0]); return () => {} })",
      "tick + now + pointer[0]",
    ],
    "Mutable in one cell, called in another": [
      "const count = Mutable(0); const increment = () => ++count.value;",
      "Inputs.button([['More', increment]])",
      "count + 1",
    ],
    "awaiting, and cleaning up": [
      "const response = await Promise.all([1, 2].map(async (x) => x)); invalidation.then(() => {});",
      "signal.addEventListener('abort', () => {}); await visibility();",
      "response.length",
      "for await (const x of (async function* () { yield 1 })()) display(x)",
    ],
    "an object alone": ["{a: 1, b: [2]}", "{a: 1}"],
    "functions alone": ["function () { return 1 }", "async () => 1", "class {}"],
    d3: [
      "const data = d3.range(10).map((i) => ({i, group: i % 2 ? 'a' : 'b', date: new Date(2020, i, 1)}))",
      "d3.rollup(data, (v) => d3.sum(v, (d) => d.i), (d) => d.group)",
      "const scale = d3.scaleLinear([0, 10], [0, 100]).nice(); scale(5)",
      "d3.group(data, (d) => d.group).get('a').length",
      "const chart = d3.create('svg').attr('width', width).attr('viewBox', [0, 0, 10, 10]); chart.append('g').selectAll('rect').data(data).join('rect').attr('x', (d) => d.i); chart.node()",
      "d3.select(chart.node()).on('click', (event, d) => display(event.clientX))",
      "d3.csvParse('a,b\\n1,2').map((d) => +d.a); d3.format('.2f')(d3.mean(data, (d) => d.i)); d3.utcFormat('%Y')(new Date())",
      "d3.hierarchy({children: [{value: 1}]}).sum((d) => d.value).leaves()",
      "d3.extent(data, (d) => d.date); d3.max(data, (d) => d.i) - d3.min(data, (d) => d.i); d3.bin()(data.map((d) => d.i)).length",
      "const line = d3.line().x((d) => d.i).y((d) => d.i * 2); line(data)",
    ],
    Plot: [
      "const data = [{a: 1, b: 'x'}]; const type = 'linear'; const options = {type: 'log', domain: [1, 10]};",
      "Plot.plot({x: options, y: {type}, marks: [Plot.barY(data, {x: 'b', y: 'a', fill: 'b', sort: {x: '-y'}}), Plot.ruleY([0])]})",
      "Plot.dot(data, {x: 'a', y: (d) => d.a, r: 3, tip: {format: {x: true}}}).plot({width, grid: true})",
      "Plot.lineY(data, Plot.windowY({k: 3}, {x: 'a', y: 'a', stroke: 'b'})).plot({color: {legend: true, scheme: 'blues'}})",
      "Plot.rectY(data, Plot.binX({y: 'count'}, {x: 'a'})).plot()",
      "Plot.plot({projection: 'equal-earth', marks: [Plot.geo({type: 'Sphere'}), Plot.graticule()]})",
    ],
    "tables of SQL": [
      { kind: "sql", source: "select a, sum(b) as total from t group by a", attributes: { output: "rows" } },
      "rows.get(0).total + rows.numRows + [...rows].length + Array.from(rows, (d) => d.a).join()",
      "Plot.barX(rows, {x: 'total', y: 'a'}).plot()",
      "rows.getChild('total').toArray().map((x) => x * 2)",
      "const more = sql`select * from t where a = ${rows.get(0).a}`",
      "more.numRows; more.toArray().map((d) => d.toJSON())",
    ],
    "the accounting library": [
      "const world = consumption.table()",
      "const accounts = consumption.accounts(world.scale({region: 'CHN', factor: 0.8}, {factor: 1}))",
      "accounts.regions.map((region, r) => ({region, value: accounts.D_cba[0][r]}))",
      "const found = await consumption.paths(world, {consumer: 'CHN', count: 10}); found.paths[0].path.join(' → ')",
      "consumption.whatIf(world, {edits: [{kind: 'intensity', rows: ['CHN.c17'], factor: 0.5}]})",
      "consumption.multipliers({Z: [[1]], x: [2]})",
      "const co2 = await datasets.load('mrio_co2'); co2.get(0).co2_kt.toFixed(1)",
      "const which = ['population'][0]; const any = await datasets.load(which); any.numRows",
      "datasets.list().map((d) => d.title); datasets.describe('population')?.columns; datasets.cite('population')",
    ],
    "a word of a select where a tool takes one of several": [
      "const kind = view(Inputs.select(['tropical forest', 'savanna and grassland']))",
      "natural.wildfire({area_ha: 1, fuel_t_ha: 1, combustion: 1, vegetation: kind})",
    ],
    imports: [
      "import * as all from 'd3'; import {sum} from 'npm:d3@7'; const s = sum([1, 2]) + all.max([1]);",
      "import {barY} from '@observablehq/plot'; import {feature} from 'topojson-client';",
      "import {other} from './other.html'; const o = other + 1;",
      "import own, {part} from './lib/own.ts'; import data from './data.json'; import text from './note.txt?raw'; own(part, data, text);",
      "import {mean} from 'npm:simple-statistics@7'; mean([1]).toFixed();",
      "s.toFixed(); o",
    ],
    "compute and random": ["const pi = compute((n) => n * 2, 1000)", "pi.toFixed(3) + random()"],
    "names that the window has too": [
      "const name = 'x', top = [1], status = {a: 1}, event = 1, length = 2, parent = {b: 1}, history = [1], screen = {c: 2}",
      "name.length + top[0] + status.a + event + length + parent.b + history[0] + screen.c",
    ],
    "errors, regular expressions, symbols": [
      "try { throw new Error('x', {cause: 1}) } catch (error) { display(error.message) }",
      "const {groups} = /(?<year>\\d+)/.exec('2011'); groups.year",
      "Object.groupBy([1, 2], (x) => x % 2); [3, 1].toSorted(); Promise.withResolvers(); structuredClone({})",
    ],
    classes: [
      "class Tower { #h = 1; static made = 0; get height() { return this.#h } }",
      "new Tower().height + Tower.made",
    ],
    text: [
      { kind: "md", source: "# ${new Date().getFullYear()} \\${no} ${{a: 1}.a} `code ${1}`" },
      { kind: "html", source: '<p style="color: ${"red"}">${[1, 2].map((x) => html`<b>${x}</b>`)}</p>' },
      { kind: "tex", source: "x^{${1 + 1}} \\frac{a}{b}" },
    ],
    "loops and labels": [
      "outer: for (const x of [1]) for (let i = 0; i < 3; ++i) if (i) continue outer;",
      "var v = 1; v = 2;",
    ],
    TypeScript: [
      {
        kind: "ts",
        source: "interface Row { a: number; b?: string }\nconst rows: Row[] = [{a: 1}];\nenum Kind { A, B }",
      },
      {
        kind: "ts",
        source: "const first = rows[0]!; const total: number = rows.reduce((s, d) => s + d.a, 0); let r: Row = first;",
      },
      {
        kind: "ts",
        source: "function sum<T extends number>(...values: T[]): number { return values.length as number }\nKind.A",
      },
      { kind: "ts", source: "const options: Plot.PlotOptions = {marks: [Plot.dot(rows, {x: 'a'})]}" },
    ],
    "rows of a query, whose columns only the data know": [
      "const {rows} = await data.query({dataset: 'countries', select: ['iso3', 'name_en']})",
      "rows.map((d) => 2 * d.value + d.iso3.length)",
      "lifecycle.climate({inventory: rows, metric: 'GWP100'})",
      "quantity.convert({value: rows[0].value, from: 'kWh', to: 'MJ'})",
    ],
    "unknown kinds": [{ kind: "python", source: "import numpy as np" }],
  };
  for (const [title, cells] of Object.entries(corpus)) {
    it(title, () => expect(complaints(cells)).toEqual([]));
  }
});

describe("what is wrong is said where it is", () => {
  it("in TypeScript, a value of a query that is used as if its kind were known", () => {
    const rows = "const {rows} = await data.query({dataset: 'countries', select: ['iso3']});";
    const found = complaints([{ kind: "ts", source: `${rows}\nconst n: number = rows[0]!.iso3;` }]);
    expect(found).toEqual([expect.objectContaining({ line: 2, text: "n" })]);
    const checked = "const first = rows[0]!.iso3; if (typeof first === 'string') first.length;";
    expect(complaints([{ kind: "ts", source: `${rows}\n${checked}` }])).toEqual([]);
  });

  it("a property that the library's result does not have, at its line and column", () => {
    const cells = ["const accounts = consumption.accounts(consumption.table())", "const a = 1;\n  accounts.D_bca[0]"];
    expect(complaints(cells)).toEqual([
      expect.objectContaining({
        cell: 2,
        line: 2,
        column: 12,
        text: "D_bca",
        message: expect.stringContaining("does not exist"),
      }),
    ]);
  });

  it("a field that a tool does not take, and one of the wrong type", () => {
    const [wrong] = complaints(["consumption.multipliers({Z: [[1]], x: [1], f: 2})"]);
    expect(wrong).toMatchObject({ text: "f", severity: "warning" });
    const [type] = complaints(["consumption.paths(consumption.table(), {count: 'many'})"]);
    expect(type).toMatchObject({ text: "count" });
    const [word] = complaints([
      "natural.wildfire({area_ha: 1, fuel_t_ha: 1, combustion: 1, vegetation: 'tropical florest'})",
    ]);
    expect(word).toMatchObject({ text: "vegetation" });
  });

  it("a name that is nowhere, in code and in text", () => {
    expect(complaints(["const year = 1", "yaer + 1"])).toEqual([
      expect.objectContaining({ cell: 2, text: "yaer", severity: "error", column: 1 }),
    ]);
    expect(complaints(["const year = 1", { kind: "md", source: "# x\n\nIn ${yaer} it" }])).toEqual([
      expect.objectContaining({ cell: 2, line: 3, column: 6, text: "yaer" }),
    ]);
    expect(complaints(["event"])).toHaveLength(1);
  });

  it("broken syntax, and then nothing else", () => {
    expect(complaints(["const a = ;\nnowhere"])).toEqual([
      expect.objectContaining({ line: 1, column: 11, severity: "error" }),
    ]);
  });

  it("what the compiler refuses, in the compiler's words", () => {
    expect(complaints(["const a = 1", "a = 2"])).toHaveLength(1);
    expect(complaints(["import x from 'lodash'"])[0]?.message).toContain("a notebook has no network");
  });

  it("in TypeScript also what does not fit a type", () => {
    expect(complaints([{ kind: "ts", source: "const n: number = 'x'" }])).toEqual([
      expect.objectContaining({ column: 7, text: "n", severity: "warning" }),
    ]);
  });

  it("a cell with broken syntax leaves the cells that read it alone", () => {
    expect(complaints(["const a = {b: 1", "a.b"]).map(({ cell }) => cell)).toEqual([1]);
  });
});
