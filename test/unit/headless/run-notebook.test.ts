import type { Table } from "apache-arrow";
import { describe, expect, test } from "vitest";
import { ParameterError } from "../../../kernel/headless/preset-values.ts";
import { openServices, runCells } from "./services.ts";

const services = openServices({
  lib: `<!doctype html><notebook><title>Lib</title><script id="1" type="module">const factor = 3;</script></notebook>`,
});
const run = (...args: Parameters<typeof runCells> extends [unknown, ...infer Rest] ? Rest : never) =>
  runCells(services, ...args);

describe("A notebook that runs without a page", () => {
  test("gives values by name and what cells show", async () => {
    const { values, cells, failed, title } = await run([
      "const a = 20",
      "const b = a * 2",
      "b + 2",
      { kind: "md", source: "# Total\n\n**${b}** in all, $x^2$ <script>alert(1)</script>" },
      { kind: "tex", source: "E = mc^2" },
    ]);
    expect(title).toBe("A test");
    expect(failed).toBe(0);
    expect(Object.fromEntries(values)).toEqual({ a: 20, b: 40 });
    expect(cells[2]!.html).toContain("42");
    expect(cells[3]!.html).toContain("<strong>40</strong>");
    expect(cells[3]!.html).not.toContain("script");
    expect(cells[4]!.html).toContain("<math");
  });

  test("draws with Plot and makes its inputs with Inputs", async () => {
    const { cells, values, failed } = await run([
      "const level = view(Inputs.range([0, 1], {step: 0.05, value: 0.3, label: 'Level'}))",
      "const gas = view(Inputs.radio(['CO2', 'CH4'], {value: 'CH4'}))",
      "const some = view(Inputs.checkbox(['a', 'b', 'c'], {value: ['a', 'c']}))",
      "const one = view(Inputs.select(new Map([['x', 1], ['y', 2]]), {value: 2}))",
      "const word = view(Inputs.text({value: 'hello'}))",
      "const on = view(Inputs.toggle({value: true}))",
      "const middle = view(html`<input type=range min=0 max=10 step=1>`)",
      "const both = view(Inputs.form({n: Inputs.number({value: 7}), d: Inputs.date({value: '2020-02-03'})}))",
      "Plot.plot({title: 'T', marks: [Plot.barX([{a: 1, b: 'x'}, {a: level, b: 'y'}], {x: 'a', y: 'b', tip: true})]})",
      "Inputs.table([{n: 1, s: 'one'}, {n: 2, s: 'two'}])",
    ]);
    expect(cells.filter(({ error }) => error).map(({ error }) => error)).toEqual([]);
    expect(failed).toBe(0);
    expect(Object.fromEntries(values)).toEqual({
      level: 0.3,
      gas: "CH4",
      some: ["a", "c"],
      one: 2,
      word: "hello",
      on: true,
      middle: 5,
      both: { n: 7, d: new Date("2020-02-03") },
    });
    expect(cells[8]!.html).toMatch(/<h2>T<\/h2>.*<svg[^>]*viewBox/s);
    expect(cells[9]!.html).toContain("two");
  });

  test("asks the database, the datasets and the library, and keeps what it asked", async () => {
    const { values, cells, failed } = await run([
      {
        kind: "sql",
        source: "select region, sum(co2_kt) as kt from mrio_co2 where year = ${year} group by region order by region",
        attributes: 'output="sums"',
      },
      "const year = 2011",
      "const first = sums.get(0).region",
      "const accounts = await consumption.accounts(consumption.table({regions: 7}))",
      "const people = await datasets.load('population')",
      "const halved = await compute((x) => x / 2, 21)",
    ]);
    expect(cells.filter(({ error }) => error).map(({ error }) => error)).toEqual([]);
    expect(failed).toBe(0);
    expect((values.get("sums") as Table).numRows).toBe(41);
    expect(values.get("first")).toBe("AUS");
    expect(values.get("halved")).toBe(10.5);
    expect((values.get("people") as Table).numRows).toBeGreaterThan(100);
    const { D_pba, D_cba } = values.get("accounts") as { D_pba: number[][]; D_cba: number[][] };
    const sum = (row: number[]) => row.reduce((all, value) => all + value, 0);
    expect(sum(D_pba[0]!) / sum(D_cba[0]!)).toBeCloseTo(1, 8);
    expect(cells[0]!.steps).toMatchObject([{ kind: "query", datasets: ["mrio_co2"] }]);
    expect(cells[3]!.steps).toMatchObject([{ kind: "tool", tool: "consumption.accounts" }]);
    expect(cells[0]!.html).toContain("<td>AUS</td>");
  });

  test("tells a failure with its place, and who waits for it", async () => {
    const { cells, failed, values } = await run(["const a = 1;\nconst b = a.x.y;", "b + 1", "const c = 3"]);
    expect(failed).toBe(1);
    expect(cells[0]!.error).toMatchObject({ name: "TypeError", line: 2, column: 15 });
    expect(cells[1]!.state).toMatchObject({ status: "blocked", blockedBy: { cell: 1, name: "b" } });
    expect([...values.keys()]).toEqual(["c"]);
  });

  test("takes values from outside: for views, and in place of what cells say", async () => {
    const cells = [
      "const year = view(Inputs.range([1995, 2011], {step: 1, value: 2011}))",
      "const region = view(Inputs.select(['CHN', 'USA']))",
      "const scale = 1",
      "const out = [year, region, scale]",
    ];
    const { values } = await run(cells, { set: { year: 2000, region: "USA", scale: 7 } });
    expect(values.get("out")).toEqual([2000, "USA", 7]);
    await expect(run(cells, { set: { yaer: 2000 } })).rejects.toThrow(
      new ParameterError("The notebook has no name `yaer`. Did you mean `year`?"),
    );
    await expect(run(cells, { set: { year: 2050 } })).rejects.toThrow(
      "`year` cannot be 2050: it takes 1995 to 2011 in steps of 1.",
    );
    await expect(run(cells, { set: { region: "FRA" } })).rejects.toThrow(
      '`region` cannot be "FRA": it takes CHN, USA.',
    );
  });

  test("starts its views where the file keeps them", async () => {
    const { values } = await run([
      {
        kind: "js",
        source: "const n = view(Inputs.range([0, 10], {step: 1}))",
        attributes: `data-value='{"n":3}'`,
      },
    ]);
    expect(values.get("n")).toBe(3);
  });

  test("does not wait for what never comes", async () => {
    const { cells, failed, values } = await run(["const never = await new Promise(() => {})", "const b = 2"], {
      patience: 300,
    });
    expect(failed).toBe(1);
    expect(cells[0]!.error!.message).toMatch(/^The cell still waited after 0.3 s/);
    expect(values.get("b")).toBe(2);
  });

  test("takes of a generator what it has come to", async () => {
    const { values } = await run([
      "const n = (function*() { yield 1; })()",
      "const clock = Generators.now()",
      "const seen = clock > 0",
    ]);
    expect(values.get("n")).toBe(1);
    expect(values.get("seen")).toBe(true);
  });

  test("waits for a generator that asks the library for each of its values", async () => {
    const { values } = await run([
      `const history = (async function* () {
        const seen = [];
        for (const year of [2009, 2010, 2011]) {
          seen.push((await sql\`select sum(co2_kt) as kt from mrio_co2 where year = \${year}\`).get(0).kt);
          yield seen.slice();
        }
      })()`,
    ]);
    expect(values.get("history")).toHaveLength(3);
  });

  test("waits for a generator whose requests are answered at once", async () => {
    const call = async () => ({ answer: 1 });
    const { values } = await runCells({ ...services, compute: { call } } as never, [
      `const history = (async function* () {
        for (let n = 1; n <= 40; ++n) {
          await consumption.multipliers({Z: [[n]], x: [1]});
          yield n;
        }
      })()`,
    ]);
    expect(values.get("history")).toBe(40);
  });

  test("imports names of another notebook, and says which one is missing", async () => {
    const { values } = await run(['import {factor} from "./lib.html"', "const twice = factor * 2"]);
    expect(values.get("twice")).toBe(6);
    const other = await run(['import {x} from "./nowhere.html"']);
    expect(other.cells[0]!.error!.message).toBe("There is no notebook nowhere.html.");
  });

  test("gives the same figures again in reproducible mode, whatever else runs beside it", async () => {
    const cells = [
      "const a = Math.random()",
      "const b = d3.randomNormal()()",
      "const c = (await Promise.resolve(), d3.randomNormal()())",
      "const t = Date.now()",
    ];
    const options = { reproducible: true, seed: 5 };
    const [one, two] = await Promise.all([run(cells, options), run(cells, options), run(cells)]);
    expect(Object.fromEntries(one.values)).toEqual(Object.fromEntries(two.values));
    expect(one.values.get("t")).toBe(Date.UTC(2026, 0, 1));
    const other = await run(cells, { ...options, seed: 6 });
    expect(other.values.get("a")).not.toBe(one.values.get("a"));
  });

  test("finds no more of Node by name than a page has", async () => {
    const { cells } = await run(["process.env", "Buffer.from('a')"]);
    expect(cells.map(({ error }) => error?.name)).toEqual(["unknown name", "unknown name"]);
  });

  test("is given up by its signal", async () => {
    const controller = new AbortController();
    const running = run(["await new Promise(() => {})"], { signal: controller.signal });
    setTimeout(() => controller.abort(new Error("enough")), 50);
    await expect(running).rejects.toThrow("enough");
  });
});
