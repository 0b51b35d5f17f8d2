import { describe, expect, it } from "vitest";
import { answer } from "../../../app/typing/answer.ts";
import { complete, describeCompletion } from "../../../app/typing/completion.ts";
import { define } from "../../../app/typing/definition.ts";
import { hover, signature } from "../../../app/typing/hover.ts";
import { coreNames } from "../../../kernel/cell/names.ts";
import type { Completions } from "../../../kernel/services/language.ts";
import { tools } from "../../../lib/tools.ts";
import { atCursor, openProgram, shipped, type TestCell, withCells } from "./notebook.ts";

const names = (cells: readonly TestCell[]) => {
  const { notebook, module, offset } = atCursor(cells);
  return complete(notebook, module, offset)?.options.map(({ name }) => name) ?? [];
};
const typeAt = (cells: readonly TestCell[]) => {
  const { notebook, module, offset } = atCursor(cells);
  return hover(notebook, module, offset)?.signature;
};

const accounts = [
  "const world = consumption.table({year: 2011});",
  "const accounts = consumption.accounts(world.scale({factor: 0.8}));",
];

describe("completion", () => {
  it("knows the fields of what a tool gives, in another cell, with their documentation", () => {
    const { notebook, module, offset } = atCursor([...accounts, "accounts.D_‸"]);
    const found = complete(notebook, module, offset)!;
    expect(found.options.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["D_pba", "D_cba", "D_imp", "D_exp", "flows", "identities", "regions"]),
    );
    expect(found.options.map(({ name }) => name)).not.toContain("then");
    const about = describeCompletion(notebook, module, offset, "D_cba")!;
    expect(about.signature).toContain("D_cba: number[][]");
    expect(about.documentation).toContain("Consumption-based emissions, K × R");
  });

  it("knows the tables of what a tool gives, their columns and the units of those", () => {
    expect(names([...accounts, "accounts.‸"])).toEqual(expect.arrayContaining(["balance", "transfers", "intensities"]));
    expect(names([...accounts, "d3.sort(accounts.balance, (d) => d.‸)"])).toEqual(
      expect.arrayContaining(["region", "name", "production", "consumption", "difference", "percent"]),
    );
    expect(typeAt([...accounts, "for (const d of accounts.transfers) d.val‸ue"])).toContain("value: number");
    const { notebook, module, offset } = atCursor([...accounts, "accounts.bal‸ance"]);
    expect(hover(notebook, module, offset)!.documentation).toContain("region by region");
  });

  it("knows samples as numbers, the fields of distributions, and what a spread adds to records", () => {
    const ef = 'const ef = sample("ef", lognormal({mean: 94.6, lo: 89, hi: 99}));';
    expect(names(["lognormal({‸})"])).toEqual(expect.arrayContaining(["geometricSd", "lo", "hi"]));
    expect(typeAt([ef, "const twice‸ = 2 * ef;"])).toContain("twice: number");
    const series = "const series = [{year: 2020, co2: 2 * ef}];";
    expect(names([ef, series, "const band = await spread(series);", "band[0].‸"])).toEqual(
      expect.arrayContaining(["year", "co2", "lo", "p50", "hi", "mean", "sd"]),
    );
  });

  it("knows amounts with units, and what they can do", () => {
    expect(names(['const used = amount(5, "TJ");', "used.times(3).‸"])).toEqual(
      expect.arrayContaining(["plus", "to", "toCO2e", "value", "unit"]),
    );
  });

  it("offers every tool of the accounting library, with its summary, assumptions and references", () => {
    const { notebook, module, offset } = atCursor(["consumption.‸"]);
    const found = complete(notebook, module, offset)!.options.map(({ name }) => name);
    expect(found).toEqual(expect.arrayContaining(["table", "accounts", "paths", "whatIf", "checkTable"]));
    const { documentation } = describeCompletion(notebook, module, offset, "accounts")!;
    expect(documentation).toContain("Production and consumption accounts");
    expect(documentation).toContain("Assumes:");
    expect(documentation).toContain("Miller & Blair (2009)");
  });

  it("says the unit of a number that a tool takes", () => {
    const { notebook, module, offset } = atCursor(["inventory.landConversion({‸})"]);
    expect(describeCompletion(notebook, module, offset, "before")!.documentation).toBe("Above ground. In `t d.m./ha`.");
    expect(describeCompletion(notebook, module, offset, "area")!.documentation).toBe("In `ha`.");
  });

  it("offers names of other cells that the cell does not use yet, before all else", () => {
    const { notebook, module, offset } = atCursor(["const emissions = 1", "emi‸"]);
    const found = complete(notebook, module, offset)!;
    expect(found.options.find(({ name }) => name === "emissions")?.origin).toBe("notebook");
    expect(describeCompletion(notebook, module, offset, "emissions")?.signature).toBe("const emissions: 1");
  });

  it("offers the library of notebooks, and of the window what begins with the letter", () => {
    const found = names(["d‸"]);
    expect(found).toEqual(expect.arrayContaining(["display", "d3", "datasets", "document"]));
    expect(found).not.toContain("window");
    expect(names(["‸"])).toEqual(expect.arrayContaining(["display", "Plot", "const"]));
    expect(names(["‸"])).not.toContain("document");
  });

  it("declares every name that a cell is given, and every tool of the registry", () => {
    const { library } = openProgram();
    const given = [...coreNames, "sql", "datasets", "consumption", "compute", "random", "Plot", "Inputs", "d3"];
    const more = ["topojson", "html", "svg", "md", "tex", "Generators", "Mutable", "width"];
    for (const name of [...given, ...more]) expect(library).toContain(name);
    for (const room of new Set(tools.map(({ name }) => name.split(".")[0]!))) {
      const offered = names([`${room}.‸`]);
      for (const { name } of tools) if (name.startsWith(`${room}.`)) expect(offered).toContain(name.split(".")[1]);
    }
  });

  it("knows the names of datasets, and the columns of what is loaded", () => {
    expect(names(['datasets.load("‸")'])).toEqual(expect.arrayContaining(["population", "mrio_co2", "world_110m"]));
    expect(names(['const co2 = datasets.load("mrio_co2")', "co2.get(0).‸"])).toEqual(
      expect.arrayContaining(["co2_kt", "year", "toJSON"]),
    );
  });

  it("knows the methods of a notebook's files, the files in which there are tables, and the columns of these", () => {
    const program = openProgram();
    const reading = { format: "delimited", columns: [] } as const;
    const own = {
      ...shipped[0]!,
      name: "fuels",
      kind: "own" as const,
      columns: [{ name: "tonnes", type: "Float64", unit: "t", description: "" }],
      own: { file: "fuels.csv", reading, version: "" },
    };
    program.setCatalogue([...shipped, own]);
    expect(names(['FileAttachment("‸")'])).toContain("fuels.csv");
    expect(names(['FileAttachment("fuels.csv").‸'])).toEqual(expect.arrayContaining(["csv", "xlsx", "lastModified"]));
    expect(names(['(await FileAttachment("fuels.csv").xlsx()).‸'])).toContain("sheetNames");
    expect(names(['const fuels = datasets.load("fuels")', "fuels.get(0).‸"])).toContain("tonnes");
    program.setCatalogue(shipped);
  });

  it("sees through a chain of five hundred cells, written in any order", () => {
    const chain = Array.from({ length: 500 }, (_, i) => (i === 0 ? "const c0 = 1" : `const c${i} = c${i - 1} + 1`));
    const notebook = withCells([...chain.reverse(), "c499.toF"]);
    const found = answer(notebook, { type: "complete", cell: 501, offset: 8 }) as Completions;
    expect(found.options.map(({ name }) => name)).toContain("toFixed");
  });

  it("works between the braces of text and SQL, and nowhere else in them", () => {
    const year = "const year = view(Inputs.range([2000, 2016]))";
    expect(names([year, { kind: "md", source: "In ${yea‸} it was" }])).toContain("year");
    expect(names([year, { kind: "sql", source: "select * from t where year = ${year.toF‸}" }])).toContain("toFixed");
    expect(names([year, { kind: "md", source: "In ${yea‸" }])).toContain("year");
    expect(names([year, { kind: "md", source: "In yea‸ ${year}" }])).toEqual([]);
  });
});

describe("hover", () => {
  it("shows what other cells see: values awaited, views and generators by their newest value", () => {
    expect(typeAt(["const a = Promise.resolve([1])", "‸a"])).toBe("const a: number[]");
    expect(typeAt(["const a = view(Inputs.range([0, 1]))", "‸a"])).toBe("const a: number");
    expect(typeAt(["const a = view(Inputs.select(['x', 'y']))", "‸a"])).toBe("const a: string");
    expect(typeAt(["const a = view(Inputs.checkbox(['x', 'y']))", "‸a"])).toBe("const a: string[]");
    expect(typeAt(["const a = (function* () { yield 1; })()", "‸a"])).toBe("const a: number");
    expect(typeAt(["const a = Mutable(0); const more = () => a.value++;", "‸a"])).toBe("const a: number");
    expect(typeAt(["const a = Mutable(0)", "const b = a + 1", "‸b"])).toBe("const b: number");
    expect(typeAt(["function f(x = 1) { return x * 2 }", "‸f(2)"])).toBe("f(x?: number): number");
    expect(typeAt(["class Tower {}", "new ‸Tower()"])).toContain("Tower");
    expect(typeAt(["const {a, b: [c]} = {a: 1, b: ['x']}", "‸c"])).toBe("const c: string");
    expect(typeAt([{ kind: "sql", source: "select 1", attributes: { output: "rows" } }, "‸rows"])).toMatch(
      /rows: Table/,
    );
    expect(typeAt([{ kind: "js", source: "{x: 1}", attributes: { output: "point" } }, "‸point"])).toContain(
      "x: number",
    );
    expect(typeAt([{ kind: "ts", source: "type Row = {x: number}; let r: Row = {x: 1}" }, "‸r"])).toBe("const r: Row");
  });

  it("shows the promise where it still is one: in the cell itself", () => {
    expect(typeAt(["const a = Promise.resolve(1); ‸a"])).toBe("const a: Promise<number>");
  });

  it("carries the documentation of a tool, and says which cell gives a name", () => {
    const tool = atCursor([accounts[0]!, "consumption.acc‸ounts(world)"]);
    const about = hover(tool.notebook, tool.module, tool.offset)!;
    expect(about.signature).toContain("accounts(table: TableHandle");
    expect(about.documentation).toContain("emissions by producer and by consumer");
    expect(about.documentation).toContain("industry technology");
    const name = atCursor(["/** Mt of CO₂. */\nconst total = 3", "‸total"]);
    expect(hover(name.notebook, name.module, name.offset)).toMatchObject({ cell: 1, documentation: "Mt of CO₂." });
  });

  it("shows a dataset's title, columns and units where it is loaded", () => {
    const { notebook, module, offset } = atCursor(['datasets.lo‸ad("mrio_co2")']);
    const { documentation } = hover(notebook, module, offset)!;
    expect(documentation).toContain("`co2_kt` (kt");
  });

  it("speaks Chinese where the notebook does", () => {
    const { notebook, module, offset } = atCursor([accounts[0]!, "consumption.acc‸ounts(world)"]);
    notebook.setLanguage("zh");
    expect(hover(notebook, module, offset)?.documentation).toContain("生产端与消费端排放账户");
    notebook.setLanguage("en");
  });
});

describe("signature help", () => {
  it("shows the parameters of a tool, and which of them is being written", () => {
    const { notebook, module, offset } = atCursor([accounts[0]!, "consumption.paths(world, ‸)"]);
    const help = signature(notebook, module, offset)!;
    const shown = help.signatures[help.active]!;
    expect(shown.label).toMatch(/^paths\(table: TableHandle, options/);
    expect(help.parameter).toBe(1);
    const { from, to } = shown.parameters[1]!;
    expect(shown.label.slice(from, to)).toContain("count?: number");
  });

  it("shows them from the opening bracket on", () => {
    const { notebook, module, offset } = atCursor([accounts[0]!, "consumption.paths(‸)"]);
    expect(signature(notebook, module, offset)?.parameter).toBe(0);
  });

  it("knows the functions of other cells", () => {
    const { notebook, module, offset } = atCursor(["const of = (region, year = 2011) => 1", "of(‸)"]);
    expect(signature(notebook, module, offset)?.signatures[0]?.label).toBe("of(region: any, year?: number): number");
  });
});

describe("definition", () => {
  it("is in the cell that declares the name", () => {
    const { notebook, module, offset } = atCursor(["1", "const a = 1, total = 2", "a + to‸tal"]);
    expect(define(notebook, module, offset)).toEqual({ cell: 2, offset: 13 });
    const shadow = atCursor(["const x = 1", "const f = (x) => ‸x"]);
    expect(define(shadow.notebook, shadow.module, shadow.offset)).toEqual({ cell: 2, offset: 11 });
    const named = atCursor([{ kind: "sql", source: "select 1", attributes: { output: "rows" } }, "‸rows"]);
    expect(define(named.notebook, named.module, named.offset)).toEqual({ cell: 1, offset: 0 });
    const library = atCursor(["‸Plot"]);
    expect(define(library.notebook, library.module, library.offset)).toBeNull();
  });
});
