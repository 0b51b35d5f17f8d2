import { describe, expect, test } from "vitest";
import { sealSource } from "../../../kernel/lesson/seal.ts";
import { environment, findingsOf, md, saidBy, sql } from "./checked.ts";

describe("Of what does not work, a check says", () => {
  test("what the compiler says, at the line of the file", async () => {
    const [finding] = await findingsOf(["display(1)", "const a = 1;\nconst b = ;\ndisplay(a + b);"]);
    expect(finding).toMatchObject({
      rule: "valid-code",
      severity: "error",
      cell: 2,
      place: 2,
      cellLine: 2,
      line: 9,
      column: 15,
    });
  });

  test("which cells declare the same name", async () => {
    expect(await saidBy("unique-name", ["const a = 1", "const a = 2"])).toEqual([
      "1:1 `a` is also defined in cell 2. A name belongs to one cell: rename it here or there.",
      "2:1 `a` is also defined in cell 1. A name belongs to one cell: rename it here or there.",
    ]);
  });

  test("which cells wait for themselves", async () => {
    expect(await saidBy("no-cycle", ["const a = b", "const b = a"])).toHaveLength(2);
  });

  test("a name that nothing declares, and the nearest that something does", async () => {
    expect(await saidBy("no-unknown-name", ["const total = 1", "display(\n  totl)"])).toEqual([
      "2:2 Nothing declares `totl`. Did you mean `total`?",
    ]);
  });

  test("nothing of the library, the rooms, what runs are given, or the browser", async () => {
    const cell = "display(Plot, d3, width, consumption, datasets, random, document, undefined, Array, signal)";
    expect(await saidBy("no-unknown-name", [cell])).toEqual([]);
  });

  test("that a global which looks like data is none", async () => {
    const around = { ...environment, isGlobal: (name: string) => name === "status" };
    expect(await saidBy("no-unknown-name", ["display(status)"], { around })).toHaveLength(1);
  });

  test("a dataset that is not in the catalogue", async () => {
    expect(await saidBy("known-dataset", ['display(datasets.load("populaton"))'])).toEqual([
      "1:1 There is no dataset `populaton` in the catalogue. Did you mean `population`?",
    ]);
  });

  test("an import of a notebook or of a name that is not there", async () => {
    const around = {
      ...environment,
      namesOf: async (name: string) => (name === "there" ? new Set(["lines", "total"]) : null),
    };
    const cells = ['import {line} from "./there.html";\ndisplay(line);', 'import {x} from "./gone.html";\ndisplay(x);'];
    expect(await saidBy("known-import", cells, { around })).toEqual([
      "1:1 ./there.html declares no `line`. Did you mean `lines`?",
      "2:1 There is no notebook ./gone.html in this folder. Correct its name.",
    ]);
  });

  test("an import of a module or a package that cannot be read", async () => {
    const around = {
      ...environment,
      importProblem: async (module: string) => (module.endsWith("fine.js") ? null : `There is no ${module}.`),
    };
    const cells = [
      'import {a} from "./fine.js"; display(a)',
      'import b from "./lib/gone.ts"; display(b)',
      'import("npm:gone@1")',
    ];
    expect(await saidBy("known-import", cells, { around })).toEqual([
      "2:1 There is no ./lib/gone.ts.",
      "3:1 There is no npm:gone@1.",
    ]);
  });

  test("network and storage that the fence refuses, but not a name of the notebook's own", async () => {
    expect(
      await saidBy("no-refused-access", ["fetch('a')", "window.localStorage.a", "d3.csv('https://a.b')"]),
    ).toHaveLength(3);
    expect(await saidBy("no-refused-access", ["const caches = [1]; display(caches)", "caches[0]"])).toEqual([]);
    expect(await saidBy("no-refused-access", ["display(((fetch) => fetch)(1))"])).toEqual([]);
    expect(await saidBy("no-refused-access", [md("![a](https://a.b/c.png) [d](https://a.b)")])).toHaveLength(1);
  });
});

describe("Of queries, a check asks the database", () => {
  test("with values as places and offsets kept", async () => {
    const asked: string[] = [];
    const around = {
      ...environment,
      refuse: async (statement: string) => {
        asked.push(statement);
        return statement.includes("yer") ? { message: "No `yer`.", offset: statement.indexOf("yer") } : null;
      },
    };
    const cells = [
      "const year = 2011",
      sql("select value\nfrom population\nwhere yer = ${year}"),
      "sql`select ${year}`",
    ];
    expect(await saidBy("valid-statement", cells, { around })).toEqual(["2:3 No `yer`."]);
    expect(asked[0]).toBe("select value\nfrom population\nwhere yer = ?      ");
    expect(asked[1]).toBe("select ?      ");
  });
});

describe("Of what is hidden, a check says", () => {
  test("that a cell changes what belongs to another", async () => {
    const cells = ["const rows = []; display(rows)", "rows.push(1)", "rows.sort()", "rows[0].a = 1", "delete rows[0]"];
    const said = await saidBy("no-hidden-effect", cells);
    expect(said.map((sentence) => sentence.split(" ")[0])).toEqual(["2:1", "3:1", "4:1", "5:1"]);
    expect(said[0]).toContain("belongs to cell 1");
  });

  test("that a cell changes a global", async () => {
    expect(await saidBy("no-hidden-effect", ["window.a = 1", "document.title = 'b'"])).toHaveLength(2);
  });

  test("nothing of what a cell does to values of its own or to copies", async () => {
    const cells = [
      "const rows = [1]; rows.push(2); display(rows)",
      "rows.filter((d) => d).sort()",
      "{ const a = {}; a.b = 1; }",
    ];
    expect(await saidBy("no-hidden-effect", cells)).toEqual([]);
  });

  test("chance without a seed, in a notebook that is to be reproduced", async () => {
    const cells = ["performance.now()", "compute(() => Math.random())", "Math.random()"];
    expect(await saidBy("seeded-chance", cells)).toEqual([]);
    expect(await saidBy("seeded-chance", cells, { attributes: " data-reproducible" })).toHaveLength(2);
  });

  test("a library of no whole version, with the mend where one ships", async () => {
    const found = await findingsOf([
      'import * as d from "npm:d3@7";\ndisplay(d);',
      'import * as d4 from "npm:d3@7.9.0";\ndisplay(d4);',
    ]);
    expect(found).toMatchObject([{ rule: "pinned-import", mend: { type: "splice", insert: "npm:d3@7.9.0" } }]);
  });
});

describe("Of what is left over, a check says", () => {
  test("that nobody reads a cell which shows nothing", async () => {
    expect(await saidBy("no-unused-cell", ["const a = 1", "const b = 2", "display(b)"])).toEqual([
      "1:- No cell reads `a`, and this cell shows nothing. Use it, or delete the cell.",
    ]);
  });

  test("nothing of a cell of an agent, which reads it when it goes on", async () => {
    const goal = { kind: "module", source: "const a = 1", attributes: ' data-agent="lca-1" data-phase="goal"' };
    expect(await saidBy("no-unused-cell", [goal])).toEqual([]);
  });

  test("that nobody reads one name of several", async () => {
    expect(await saidBy("no-unused-cell", ["const a = 1;\nconst b = 2;\nconst c = b;", "display(c)"])).toEqual([
      "1:1 Nobody reads `a`. Use it, or leave it out.",
    ]);
  });

  test("that an import is not read, and nothing of one that is", async () => {
    const around = { ...environment, namesOf: async () => new Set(["a", "b"]) };
    const cells = ['import {a, b} from "./there.html";\ndisplay(b);'];
    expect(await saidBy("no-unused-cell", cells, { around })).toEqual([
      "1:1 Nobody reads `a`. Use it, or leave it out.",
    ]);
  });

  test("nothing of what another notebook imports, and of a result that has a name", async () => {
    const around = { ...environment, importedElsewhere: new Set(["a"]) };
    expect(await saidBy("no-unused-cell", ["const a = 1", sql("select 1", ' output="one"')], { around })).toEqual([]);
  });

  test("nothing of what an exercise asks for or its solution reads, packed or not", async () => {
    const declared = '{id: "a", title: "A", answer: "total", value: 3, solution: "const total = hint + 1"}';
    const cells = ["const hint = 2", "const total = 0"];
    expect(await saidBy("no-unused-cell", [...cells, `exercise(${declared})`])).toEqual([]);
    expect(await saidBy("no-unused-cell", [...cells, `exercise(\`\n${sealSource(declared)}\n\`)`])).toEqual([]);
    expect(await saidBy("no-unused-cell", [...cells, "exercise(`y1.damaged.AAAA`)"])).toHaveLength(2);
  });

  test("that a cell is empty", async () => {
    expect(await findingsOf(["  ", "display(1)"])).toMatchObject([{ rule: "no-empty-cell", mend: { type: "delete" } }]);
  });
});

describe("Of honesty, a check says", () => {
  test("that a figure has neither source nor trail", async () => {
    const bare = 'Plot.plot({ariaLabel: "a", marks: [Plot.dot(rows)]})';
    expect(await saidBy("cited-figure", ["const rows = [1]", bare])).toHaveLength(1);
    expect(await saidBy("cited-figure", ['const rows = await datasets.load("population")', bare])).toEqual([]);
    expect(await saidBy("cited-figure", [sql("select value from population", ' output="rows"'), bare])).toEqual([]);
    expect(await saidBy("cited-figure", ["const rows = [1]", bare.replace("{", '{caption: "Assumed", ')])).toEqual([]);
  });

  test("that a table of numbers has no source", async () => {
    const table = "const rows = [1, 2, 3, 4, 5, 6, 7, 8];\ndisplay(rows);";
    expect(await saidBy("sourced-numbers", [table])).toHaveLength(1);
    expect(await saidBy("sourced-numbers", [`// Statistical yearbook, table 3\n${table}`])).toEqual([]);
    expect(await saidBy("sourced-numbers", [`// 国家统计局\n${table}`])).toEqual([]);
    expect(await saidBy("sourced-numbers", ["Plot.plot({x: {domain: [1, 2, 3, 4, 5, 6, 7, 8, 9]}})"])).toEqual([]);
  });

  test("that a text, a comment or a record keeps numbers from memory", async () => {
    const cells = [
      md("Coal emits 94.6 kg/GJ.\n\nThis factor is\nfrom memory."),
      md("该因子不确定，凭记忆写下。"),
      "const factor = 94.6; // kg/GJ, from memory",
      'const row = {value: 94.6, source: "recalled from the report"}',
      'const line = {value: 94.6, value_status: "memory"}',
      'const gas = {value: 28, lo: 21, hi: 35, "boundsStatus": "memory"}',
      "const label = localize({en: `Range: ${lo}, from memory`, zh: `范围：${lo}，凭记忆`})",
    ];
    expect(await saidBy("no-memory", cells)).toEqual([
      "1:4 “from memory”: a number from memory cannot be checked. Read it in its source and name that, or leave it out.",
      "2:1 “凭记忆”: a number from memory cannot be checked. Read it in its source and name that, or leave it out.",
      "3:1 “from memory”: a number from memory cannot be checked. Read it in its source and name that, or leave it out.",
      "4:1 “recalled from”: a number from memory cannot be checked. Read it in its source and name that, or leave it out.",
      "5:1 `value_status` says that the number is from memory, so it cannot be checked. Read it in its source and name that, or leave it out.",
      "6:1 `boundsStatus` says that the number is from memory, so it cannot be checked. Read it in its source and name that, or leave it out.",
      "7:1 “from memory”: a number from memory cannot be checked. Read it in its source and name that, or leave it out.",
      "7:1 “凭记忆”: a number from memory cannot be checked. Read it in its source and name that, or leave it out.",
    ]);
    const allowed = {
      kind: "text/markdown",
      source: "From memory: 94.6.",
      attributes: ' data-allow="no-memory: a lesson"',
    };
    expect(await findingsOf([allowed])).toEqual([]);
  });

  test("nothing of texts that deny it, leave it out or explain it, nor of a computer's memory or code that tells statuses apart", async () => {
    const cells = [
      md("Its bounds were read, and not written from memory. No number on this page is from memory."),
      md("这里没有一个数凭记忆写下；上下限是读到的，而不是凭记忆写下的。凭记忆写下的上下限在本课中留空。"),
      md("Bounds from memory are left empty. *transcription*: read in a copy; *memory*: written down from memory."),
      md("The table is kept in memory; the run needs little memory."),
      'const read = rows.filter((d) => d.value_status !== "memory").map((d) => d.bounds_status === "memory" ? {...d, lo: null} : d)',
      'const order = ["memory", "transcription", "source"]',
    ];
    expect(await saidBy("no-memory", cells)).toEqual([]);
  });

  test("that a dataset has no licence", async () => {
    const around = { ...environment, refuse: async () => null };
    const cells = ['display(datasets.load("orphan"))', sql("select * from orphan"), 'datasets.cite("orphan")'];
    expect(await saidBy("licensed-dataset", cells, { around })).toHaveLength(2);
  });
});

describe("Of those who read otherwise, a check says", () => {
  test("that figures, drawings and pictures have no words", async () => {
    const cells = [
      'Plot.dot([1]).plot({caption: "Assumed."})',
      "Plot.plot({marks: []})",
      'html`<img src=""><img alt=${1}>`',
      "html`<svg></svg><svg aria-hidden=true></svg><svg><title>a</title></svg>`",
      md("![ ](data:a) ![b](data:a)"),
      'd3.create("svg").node()',
      "const options = {}; display(Plot.plot(options))",
    ];
    const places = (await saidBy("alt-text", cells)).map((sentence) => sentence.split(":")[0]);
    expect(places).toEqual(["2", "3", "4", "5", "6"]);
  });

  test("that a heading is missing between two", async () => {
    const said = await saidBy("heading-order", [md("# a\n\n```\n#### code\n```\n\n### b"), md("## c\n\n# d")]);
    expect(said.map((sentence) => sentence.split(" ")[0])).toEqual(["1:7", "2:3"]);
  });
});

describe("An exception", () => {
  const allowed = (reason: string) => ({
    kind: "module",
    source: "const a = 1",
    attributes: ` data-allow="${reason}"`,
  });

  test("allows what it gives a reason for", async () => {
    expect(await findingsOf([allowed("no-unused-cell: for the lesson")])).toEqual([]);
  });

  test("without a reason allows nothing", async () => {
    expect((await findingsOf([allowed("no-unused-cell")])).map(({ rule }) => rule)).toEqual([
      "no-unused-cell",
      "reasoned-exception",
    ]);
  });

  test("that is not needed is to be taken out, unless the rule is off", async () => {
    const cell = allowed("no-unused-cell: read; alt-text: never; no-cicle: x");
    const said = await saidBy("reasoned-exception", [cell]);
    expect(said).toHaveLength(2);
    expect(said.join()).toContain("Did you mean “no-cycle”?");
    expect(await saidBy("reasoned-exception", [cell], { settings: { "alt-text": "off" } })).toHaveLength(1);
  });
});

test("A rule that is off says nothing, and one of another weight says it so", async () => {
  expect(await findingsOf(["const a = 1"], { settings: { "no-unused-cell": "off" } })).toEqual([]);
  expect(await findingsOf(["const a = 1"], { settings: { "no-unused-cell": "note" } })).toMatchObject([
    { severity: "note" },
  ]);
});

test("A date of a notebook that is no day is reported: it would be published without one", async () => {
  const said = (date: string) => saidBy("valid-date", ["1"], { attributes: ` data-date="${date}"` });
  expect(await said("2026-05-01")).toEqual([]);
  expect(await said("2026-02-29")).toEqual([
    "undefined:- “2026-02-29” is not a day such as `2026-05-01`. The notebook is published without a date until its `data-date` is one.",
  ]);
});
