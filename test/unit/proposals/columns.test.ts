import { readFileSync } from "node:fs";
import { tableFromArrays } from "apache-arrow";
import { describe, expect, test } from "vitest";
import { quantileOf } from "../../../kernel/montecarlo/leaf-summary.ts";
import type { Catalogue } from "../../../kernel/services/catalogue.ts";
import { writeMessage } from "../../../lib/message/write.ts";
import { SampledNotebook } from "../montecarlo/notebook.ts";
import { Proposing, type ProposingCell } from "./proposing.ts";

const { datasets } = JSON.parse(
  readFileSync(new URL("../../../datasets/catalogue.json", import.meta.url), "utf8"),
) as Catalogue;

const statement =
  "select entity, b.production_mtco2 as production, year, 2 * consumption_mtco2 as twice from carbon_budget_countries b";
const query: ProposingCell = {
  kind: "sql",
  source: statement,
  attributes: { output: "emissions", hidden: "" },
  steps: [{ kind: "query", sql: statement, values: [], datasets: ["carbon_budget_countries"], rows: 2 }],
};
const emissions = [
  { entity: "China", production: 100, year: 2023, twice: 3 },
  { entity: "India", production: 20, year: 2023, twice: 4 },
];

describe("a column of a dataset with a declared uncertainty", () => {
  test("is proposed under its alias, with what the dataset states", () => {
    const notebook = new Proposing([query, "emissions.map((d) => d.production)"], { emissions }, datasets);
    // A year is no quantity, and a computed column has no declaration.
    expect(notebook.candidates().map(({ name }) => name)).toEqual(["emissions.production"]);
    const { proposal, subject } = notebook.candidate("emissions.production");
    expect(proposal!.law).toEqual({ kind: "relative", sigma: 0.05 });
    // Who states it, and how many published figures lie inside it.
    expect(writeMessage(proposal!.origin)).toMatch(
      /it states none for a single country.*; of \d+ figures of CEDS, \d+ lie within 95 % of this law$/,
    );
    expect(subject).toMatchObject({ naming: ["entity"], rows: 2, hasGaps: false });
  });

  test("is marked in a cell below, which gives the name", async () => {
    const notebook = new Proposing([query, "emissions[0].production"], { emissions }, datasets);
    const { source, renamed, below } = notebook.mark("emissions.production");
    expect([source, renamed]).toEqual([statement, { from: "emissions", to: "emissionsStated" }]);
    expect(below).toContain("// emissions.production: 1σ that the Global Carbon Budget 2025 states");
    const cells = [`const emissionsStated = ${JSON.stringify(emissions)};`, below!, "emissions[0].production"];
    const sampled = await SampledNotebook.settled(cells);
    expect(sampled.flow.valueOf("emissions")).toEqual(emissions);
    const run = await sampled.sampling.open(3);
    expect(run.opening.samples.map(({ name }) => name)).toEqual([
      "emissions.production China",
      "emissions.production India",
    ]);
    // The sampling error of a standard deviation of 4,000 draws is 1.1 % of it.
    expect((await run.draws({ draws: 4000 })).leaves[0]!.sd / 5).toBeCloseTo(1, 1);
  });

  test("keeps rows without a value, and the years of a country together", async () => {
    const rows = [
      { entity: "China", production: 100, year: 2022 },
      { entity: "China", production: null, year: 2023 },
      { entity: "India", production: 20, year: 2023 },
    ];
    const notebook = new Proposing([query, "emissions.length"], { emissions: rows }, datasets);
    const { below } = notebook.mark("emissions.production");
    const sampled = await SampledNotebook.settled([`const emissionsStated = ${JSON.stringify(rows)};`, below!]);
    expect(sampled.flow.valueOf("emissions")).toEqual(rows);
    expect((await sampled.sampling.open(2)).opening.samples).toHaveLength(2);
  });

  test("of an Arrow table is proposed only if its readers take a list as well", () => {
    const table = tableFromArrays({ entity: ["China", "India"], production: Float64Array.of(100, 20) });
    const named = (reader: string) =>
      new Proposing([query, reader], { emissions: table }, datasets).candidates().map(({ name }) => name);
    expect(named("Array.from(emissions, (d) => d.production).concat(emissions.length)")).toEqual([
      "emissions.production",
    ]);
    expect(named("emissions.get(0).production")).toEqual([]);
  });

  test("in the unit of the term: the global budget's absolute standard deviation", () => {
    const rows = [{ year: 2024, ocean_sink_gtc: 3 }];
    const source = "const rows = Array.from(await datasets.load('carbon_budget_global'), (d) => d.toJSON());";
    const load = { source, steps: [{ kind: "dataset", dataset: "carbon_budget_global" } as const] };
    const { source: changed, below } = new Proposing([load, "rows[0].ocean_sink_gtc"], { rows }, datasets).mark(
      "rows.ocean_sink_gtc",
    );
    expect(changed).toBe(source.replace("rows", "rowsStated"));
    expect(below).toContain('d.ocean_sink_gtc + sample("rows.ocean_sink_gtc", normal({mean: 0, sd: 0.4}))');
  });
});

describe("the bounds of factors", () => {
  const factor = { activity: "Anthracite", value: 98.3, lo: 94.6, hi: 101, distribution: null, unit: "t CO2/TJ" };

  test("of a table are taken row by row", async () => {
    const source = "const ef = [...await datasets.load('factors_energy')];";
    const ef = [factor, { ...factor, activity: "Coke", lo: null, hi: null }];
    const steps = [{ kind: "dataset", dataset: "factors_energy" } as const];
    const { below } = new Proposing([{ source, steps }, "ef[0].value"], { ef }, datasets).mark("ef.value");
    const sampled = await SampledNotebook.settled([`const efStated = ${JSON.stringify(ef)};`, below!, "ef[0].value"]);
    expect(sampled.flow.valueOf("ef")).toEqual(ef);
    const { leaves } = await (await sampled.sampling.open(3)).draws({ draws: 4000 });
    // The bounds are quantiles of the law. Within half a unit: several sampling errors of a quantile of 4,000 draws.
    expect(quantileOf(leaves[0]!, 0.025).value).toBeCloseTo(94.6, 0);
    expect(quantileOf(leaves[0]!, 0.975).value).toBeCloseTo(101, 0);
  });

  test("of a tool's result are proposed as that tool's", async () => {
    const selected = { level: "default", factor };
    const steps = [
      { kind: "tool", tool: "factors.select", input: "", datasets: ["factors_energy"], rows: [], facts: {} } as const,
    ];
    const cell = { source: "const selected = factors.select({wanted});", steps };
    const notebook = new Proposing([cell, "selected.factor.value"], { selected }, datasets);
    const { proposal } = notebook.candidate("selected.factor.value");
    expect(proposal!.origin.values).toEqual({ tool: "factors.select" });
    const { below } = notebook.mark("selected.factor.value");
    const sampled = await SampledNotebook.settled([
      `const selectedStated = ${JSON.stringify(selected)};`,
      below!,
      "selected.factor.value",
    ]);
    expect(sampled.flow.valueOf("selected")).toEqual(selected);
    expect((await sampled.sampling.open(3)).opening.samples.map(({ name }) => name)).toEqual(["selected.factor.value"]);
  });
});

describe("an input", () => {
  const cells = ["const share = view(Inputs.range([0, 100], {value: 70}));", "share / 100"];

  test("moves its distribution with it", async () => {
    const { source, below, renamed, preview } = new Proposing(cells, { share: 70 }).mark("share", 20);
    expect(source).toBe(cells[0]!.replace("share", "shareChosen"));
    expect(renamed).toEqual({ from: "share", to: "shareChosen" });
    expect(preview.map(({ before }) => before)).toEqual([cells[0], null]);
    const sampled = await SampledNotebook.settled(["const shareChosen = view(70);", below!, "share / 100"]);
    expect(sampled.flow.valueOf("share")).toBe(70);
    const { leaves } = await (await sampled.sampling.open(3)).draws({ draws: 4000 });
    expect(leaves[0]!.sd / ((0.7 * 0.2) / 1.96)).toBeCloseTo(1, 1);
  });

  test("is not proposed if it is no number, or used where it is defined", () => {
    expect(new Proposing(cells, { share: "CHN" }).candidates()).toEqual([]);
    const own = "const share = view(Inputs.range([0, 1])), shown = () => share;";
    expect(new Proposing([own, "share"], { share: 1 }).candidates()).toEqual([]);
  });

  test("takes another name if its first choice is taken", () => {
    const taken = [...cells, "const shareChosen = share;"];
    expect(new Proposing(taken, { share: 70 }).mark("share", 20).renamed!.to).toBe("shareChosen2");
  });
});
