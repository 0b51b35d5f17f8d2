import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { firstNeeds } from "../../../cli/build/first-needs.ts";
import { neededDatasets } from "../../../cli/build/needed-datasets.ts";
import { neededPrograms } from "../../../cli/build/needed-programs.ts";
import { SiteFolder } from "../../../cli/build/site-folder.ts";
import { SiteSize } from "../../../cli/build/site-size.ts";
import { shapes } from "../../../cli/json/shapes.ts";
import { main } from "../../../cli/main.ts";
import { isDraft } from "../../../cli/results/atomic-file.ts";
import { createNotebook } from "../../../kernel/document/index.ts";
import type { DatasetEntry } from "../../../kernel/services/catalogue.ts";
import { lexiconDatasets } from "../../../lib/dialogue/lexicon-datasets.ts";

import { elementsIn, readXml } from "./xml-reading.ts";

const root = join(import.meta.dirname, "../../..");
const catalogue = (
  JSON.parse(readFileSync(join(root, "datasets/catalogue.json"), "utf8")) as { datasets: DatasetEntry[] }
).datasets;
const folders: string[] = [];

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "yuheng-site-"));
  folders.push(folder);
  return folder;
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Runs the command; what it wrote, and how it ended. */
async function run(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ["", ""];
  const stdout = vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    out += String(text);
    return true;
  });
  const stderr = vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    err += String(text);
    return true;
  });
  try {
    return { code: await main(["build", ...words]), out, err };
  } finally {
    stdout.mockRestore();
    stderr.mockRestore();
  }
}

/** The folders of the library in which tools stand. */
function domainsWithTools(): string[] {
  const library = join(root, "lib");
  return readdirSync(library)
    .filter((domain) => existsSync(join(library, domain, "tools.ts")))
    .sort();
}

describe("The folder of a site", () => {
  it("is not taken where something else lies in it, and nothing is written", async () => {
    const folder = newFolder();
    writeFileSync(join(folder, "thesis.docx"), "years of work");
    await expect(SiteFolder.open(folder)).rejects.toThrow(/1 files that were not built here, such as thesis\.docx/);
    expect(readdirSync(folder)).toEqual(["thesis.docx"]);
  });

  it("is taken again, and loses what an earlier build wrote and this one did not, and only that", async () => {
    const folder = newFolder();
    const first = await SiteFolder.open(folder);
    await first.write({ address: "old.html", content: "old" });
    await first.finish();
    writeFileSync(join(folder, "CNAME"), "of the person's own");
    const second = await SiteFolder.open(folder);
    await second.write({ address: "assets/new.js", content: "new" });
    expect(readdirSync(folder)).toContain("old.html");
    await second.finish();
    expect(readdirSync(folder).sort()).toEqual(["CNAME", "assets", "yuheng-site.json"]);
  });

  it("shows nothing of a site before all of it is there, and leaves an earlier one as it was", async () => {
    const folder = join(newFolder(), "site");
    const first = await SiteFolder.open(folder, "together");
    await first.write({ address: "index.html", content: "old" });
    await first.write({ address: "assets/old.js", content: "old" });
    await first.finish();
    const site = () => readdirSync(folder, { recursive: true }).map(String).sort();
    const old = ["assets", "assets/old.js", "index.html", "yuheng-site.json"];
    expect(site()).toEqual(old);
    const stopped = await SiteFolder.open(folder, "together");
    await stopped.write({ address: "index.html", content: "half" });
    expect(readFileSync(join(folder, "index.html"), "utf8")).toBe("old");
    expect(await stopped.abandon()).toBe("nothing");
    expect(site()).toEqual(old);
    const killed = await SiteFolder.open(folder, "together");
    await killed.write({ address: "index.html", content: "killed" });
    const next = await SiteFolder.open(folder, "together");
    await next.write({ address: "index.html", content: "new" });
    await next.write({ address: "assets/new.js", content: "new" });
    await next.finish();
    expect(site()).toEqual(["assets", "assets/new.js", "index.html", "yuheng-site.json"]);
    expect(readFileSync(join(folder, "index.html"), "utf8")).toBe("new");
  });

  it("lists no name as markup, and knows the file again", async () => {
    const folder = newFolder();
    const address = "<img src=x>.html";
    const first = await SiteFolder.open(folder);
    await first.write({ address, content: "old" });
    await first.finish();
    expect(readFileSync(join(folder, "yuheng-site.json"), "utf8")).not.toContain("<");
    const second = await SiteFolder.open(folder);
    await second.finish();
    expect(existsSync(join(folder, address))).toBe(false);
  });

  it("is not left behind by a site that came to nothing", async () => {
    const folder = join(newFolder(), "site");
    const site = await SiteFolder.open(folder, "together");
    await site.write({ address: "index.html", content: "half" });
    await site.abandon();
    expect(existsSync(folder)).toBe(false);
  });

  it("keeps whole files where a write fails", async () => {
    const folder = newFolder();
    const site = await SiteFolder.open(folder);
    await site.write({ address: "a.html", content: "whole" });
    mkdirSync(join(folder, "b.html"));
    await expect(site.write({ address: "b.html", content: "cannot be moved onto a folder" })).rejects.toThrow();
    expect(readFileSync(join(folder, "a.html"), "utf8")).toBe("whole");
    expect(readdirSync(folder).filter(isDraft)).toEqual([]);
  });
});

describe("The size of a site", () => {
  it("is a line for each part that it has: files, bytes, and bytes compressed", () => {
    const size = new SiteSize();
    size.add("pages", { address: "a.html", content: "x".repeat(12_345) });
    size.add("data", { address: "a.arrow", content: new Uint8Array(2000) });
    size.add("data", { address: "b.arrow", content: new Uint8Array(2000) });
    expect(size.lines()).toEqual([
      "  pages        1 file       12 kB, compressed       0 kB",
      "  data         2 files       4 kB, compressed       0 kB",
    ]);
  });
});

describe("The datasets that a page needs", () => {
  const of = (kind: string, source: string) => [...neededDatasets([{ kind, source }], [], catalogue).names].sort();

  it("are those that its cells name", () => {
    expect(of("js", 'await datasets.load("population")')).toEqual(["population"]);
    expect(of("sql", "select * from carbon_budget_countries where entity = 'population'")).toEqual([
      "carbon_budget_countries",
    ]);
    expect(of("js", "sql`select 1 from countries`")).toEqual(["countries"]);
    expect(of("md", "The population of a country")).toEqual([]);
  });

  it("are those of the year of a table, or of every year where it is computed", () => {
    expect(of("js", "consumption.table({year: 2007})")).toContain("mrio_flows_2007");
    expect(of("js", "consumption.table({year: 2007})")).not.toContain("mrio_flows_2006");
    expect(of("js", "consumption.table({year})").filter((name) => /^mrio_flows/.test(name))).toHaveLength(17);
    expect(of("js", "consumption.table({year: 2011, regions: 7})")).toContain("mrio7_flows");
  });

  it("are all that a tool may ask for", () => {
    expect(of("js", 'panorama.ladder({region: "CHN", year})')).toContain("carbon_budget_countries_2024");
  });

  it("are all where a name is computed, and the cell is named", () => {
    const needed = neededDatasets([{ kind: "js", source: "datasets.load(name)" }], [], catalogue);
    expect(needed.names.size).toBe(catalogue.length);
    expect(needed.computed).toEqual([1]);
  });

  it("are, where a cell asks, those of the words, and all where only a run can tell the question", () => {
    const asking = (source: string) => neededDatasets([{ kind: "js", source }], [], catalogue);
    expect([...asking('const reply = await ask("CO2 of China in 2022")').names]).toEqual(lexiconDatasets);
    for (const source of ["ask(question)", "ask(`CO2 of ${place}`)", 'ask({turns: ["CO2 of China"]})', 'ask("a" + b)'])
      expect([source, asking(source).computed]).toEqual([source, [1]]);
    for (const source of ["task(name)", "this.ask(name)", "const ask = (part) => part; ask(name)"])
      expect(asking(source).names.size).toBe(0);
  });

  it("come with the program of the dialogue where a cell asks, unless the notebook has an `ask` of its own", () => {
    const needs = (...sources: string[]) => {
      const { cells } = createNotebook({ cells: sources.map((source) => ({ kind: "js", source })) });
      return neededPrograms(cells, true).has("dialogue");
    };
    expect(needs('const reply = await ask("CO2 of China in 2022")')).toBe(true);
    expect(needs("const two = 1 + 1")).toBe(false);
    expect(needs("const ask = (n) => n", "const two = ask(2)")).toBe(false);
  });
});

describe("What a page asks for first", () => {
  const cell = (id: number, source: string) => ({ id, kind: "js", source, attributes: {} });
  const cells = [
    cell(1, 'const people = await datasets.load("population")'),
    cell(2, "const chosen = view(Inputs.select(people))"),
    cell(3, 'const world = await datasets.load("countries")'),
    cell(4, "const table = consumption.table({year: 2011})"),
  ];
  const asked = [
    { id: 1, steps: [{ kind: "dataset", dataset: "population" } as const] },
    { id: 2, steps: [] },
    { id: 3, steps: [{ kind: "dataset", dataset: "countries" } as const] },
    {
      id: 4,
      steps: [
        { kind: "tool", tool: "consumption.table", input: "", datasets: ["mrio_flows"], rows: [], facts: {} } as const,
      ],
    },
  ];

  it("is what cells read that do not rest, and cells above them; not what rests", () => {
    expect(firstNeeds(cells, asked, (id) => id !== 2)).toEqual({
      datasets: ["population"],
      library: { tools: [], datasets: [] },
      charts: false,
    });
    expect(firstNeeds(cells, asked, (id) => id !== 4)).toEqual({
      datasets: ["mrio_flows"],
      library: { tools: ["consumption.table"], datasets: ["mrio_flows"] },
      charts: false,
    });
    const nothing = { datasets: [], library: { tools: [], datasets: [] }, charts: false };
    expect(firstNeeds(cells, asked, () => true)).toEqual(nothing);
    const drawing = [...cells, cell(5, "charts.flows(table)")];
    expect(firstNeeds(drawing, asked, (id) => id !== 5)).toMatchObject({ charts: true });
    expect(firstNeeds(drawing, asked, () => true)).toEqual(nothing);
  });
});

describe("yuheng build", () => {
  const folder = newFolder();
  const notebook = join(folder, "half.html");
  writeFileSync(
    notebook,
    `<!doctype html>
<notebook>
  <title>Fails half-way</title>
  <script id="1" type="text/markdown"># What stands</script>
  <script id="2" type="module">
    const broken = (() => {
      throw new Error("the well is dry");
    })();
  </script>
  <script id="3" type="module">display(broken + 1)</script>
  <script id="4" type="module">display(6 * 7)</script>
</notebook>
<script type="application/yuheng-dialogue+json" data-version="1">{"turns": ["asked in private"]}</script>
`,
  );
  const out = join(folder, "site");
  let outcome: Awaited<ReturnType<typeof run>>;
  beforeAll(async () => {
    outcome = await run(notebook, "--out", out, "--json");
  }, 240_000);

  it("builds the page of a notebook that fails half-way, says which cell failed where, and ends with 1", () => {
    expect(outcome.code).toBe(1);
    expect(outcome.err).toContain(`${notebook}, cell 2, line 2: the well is dry`);
    const report = shapes.build.parse(JSON.parse(outcome.out));
    expect(report).toEqual(JSON.parse(outcome.out));
    expect(report).toMatchObject({
      folder: out,
      notebooks: [{ file: notebook, page: "half.html", failed: [{ place: 2, line: 2, message: "the well is dry" }] }],
    });
    expect(report.size).toMatchObject([{ part: "programs" }, { part: "pages", files: 1 }]);
    const page = readFileSync(join(out, "half.html"), "utf8");
    expect(page).toContain(">What stands</h1>");
    expect(page).toContain("the well is dry");
    expect(page).toContain("42");
  });

  it("leaves the conversation of the notebook with its author", () => {
    for (const file of readdirSync(out, { recursive: true, encoding: "utf8" }).filter((name) =>
      /\.(?:html|js|json|xml)$/.test(name),
    ))
      expect(readFileSync(join(out, file), "utf8"), file).not.toContain("asked in private");
  });

  it("ships no database, no data and no program for charts, graphs or SQLite where no cell asks for them", () => {
    expect(readdirSync(out).sort()).toEqual(
      [
        "apple-touch-icon.png",
        "assets",
        "embed.js",
        "feed.xml",
        "half.html",
        "icon-192.png",
        "icon-512.png",
        "icon.svg",
        "index.html",
        "parts",
        "service-worker.js",
        "site.webmanifest",
        "yuheng-site.json",
      ].sort(),
    );
    expect(
      readdirSync(join(out, "assets")).filter((name) => /^(?:database|query|charts|graphviz|sqlite)/.test(name)),
    ).toEqual([]);
  });

  it("says in its head what the page is and where its feed and icons are, and nothing that needs an address", () => {
    const page = readFileSync(join(out, "half.html"), "utf8");
    const head = page.slice(0, page.indexOf("<body"));
    expect(head).toContain('<meta property="og:title" content="Fails half-way">');
    expect(head).toContain('<link rel="alternate" href="./feed.xml" type="application/atom+xml"');
    expect(head).toContain('<link rel="apple-touch-icon" href="./apple-touch-icon.png">');
    expect(head).toContain('"@type":"ScholarlyArticle"');
    expect(head).not.toMatch(/canonical|og:url|og:image/);
    const feed = readXml(readFileSync(join(out, "feed.xml"), "utf8"));
    expect(elementsIn(feed, "title").map(({ text }) => text)).toEqual(["Yuheng Notebook", "Fails half-way"]);
    const worker = readFileSync(join(out, "service-worker.js"), "utf8");
    expect(worker).not.toContain("feed.xml");
    const { icons } = JSON.parse(readFileSync(join(out, "site.webmanifest"), "utf8")) as { icons: { src: string }[] };
    for (const { src } of icons) expect(existsSync(join(out, src)), src).toBe(true);
  });

  const readerOf = () => readdirSync(join(out, "assets")).find((name) => /^reader-.*\.js$/.test(name))!;

  /** A program, and what it imports before it runs. */
  const importedAtOnce = (name: string, known = new Set<string>()): Set<string> => {
    if (known.has(name)) return known;
    known.add(name);
    const code = readFileSync(join(out, "assets", name), "utf8");
    for (const [, other] of code.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)) importedAtOnce(other!, known);
    return known;
  };

  it("names in a page's head all modules that its program starts with, so that none is fetched after another", () => {
    const page = readFileSync(join(out, "half.html"), "utf8");
    const preloaded = [...page.matchAll(/<link rel="modulepreload" href="\.\/assets\/([^"]+)">/g)].map(
      ([, name]) => name!,
    );
    expect(preloaded.sort()).toEqual([...importedAtOnce(readerOf())].sort());
  });

  it("keeps its parts small: the pages' program below 73 kB, the frame's below 757 kB, what ± needs below 183 kB, the library's below 40 kB and below 107 kB with what any domain shares, what several share below 108 kB, each domain's below 65 kB, those of inventories, accounts, plants and life cycles below 82, 115, 105 and 160 kB", () => {
    const { gzipSync } = process.getBuiltinModule("node:zlib");
    const kilobytes = (stem: RegExp) =>
      readdirSync(join(out, "assets"))
        .filter((name) => stem.test(name))
        .reduce((sum, name) => sum + gzipSync(readFileSync(join(out, "assets", name))).length / 1000, 0);
    // With the schemas by which it reads what the frame says and the sentences with which it refuses, and the way out where a host refuses its program; links, reports and a second run come when they are asked for.
    expect(
      [...importedAtOnce(readerOf())].reduce((sum, name) => sum + kilobytes(new RegExp(`^${name}$`)), 0),
    ).toBeLessThan(73);
    expect(kilobytes(/^frame-.*\.js$/)).toBeLessThan(757);
    expect(kilobytes(/^draws-.*\.js$/)).toBeLessThan(183);
    // Jobs, numeric kernels, how a tool is declared and what its input is held against, and what is said of a result that is too large; the code of a domain, and what decodes datasets, come when they are asked for.
    expect(kilobytes(/^compute\.worker-.*\.js$/)).toBeLessThan(40);
    expect(kilobytes(/^(compute\.worker|shared)-.*\.js$/)).toBeLessThan(107);
    expect(kilobytes(/^common-.*\.js$/)).toBeLessThan(108);
    // The reader of people's files, of accounts and bills, with its words in eight languages, of tables side by side, of months, plans and last year, and of formulas.
    expect(kilobytes(/^reading-.*\.js$/)).toBeLessThan(77);
    // Equations of the guidelines beside inventories, and sparse systems.
    expect(kilobytes(/^equations-.*\.js$/)).toBeLessThan(31);
    expect(kilobytes(/^systems-.*\.js$/)).toBeLessThan(12);
    // Of a domain there are its tools and its resources, of the border its fleets and files as well, of plants the programmes: what it needs beside them is common to several.
    expect(readdirSync(join(out, "assets")).filter((name) => /^[a-z].*\.js$/.test(name)).length).toBeLessThan(52);
    // That of inventories has what coverage and breaks of series say, and the names of the equations' variables and the spans of their defaults, every line of a country, and what is said in every language; that of life cycles has all phases, the classes of materials, their names in ten languages and the headings of bills, that of plants the polynomials of substances and every operation.
    const domains = readdirSync(join(out, "assets")).filter((name) => /^domain-/.test(name));
    expect(domains.map((name) => name.split("-")[1]).sort()).toEqual(domainsWithTools());
    const limits: Readonly<Record<string, number>> = { account: 115, inventory: 82, industry: 105, lifecycle: 160 };
    for (const name of domains)
      expect(kilobytes(new RegExp(`^${name}$`)), name).toBeLessThan(limits[name.split("-")[1]!] ?? 65);
    // With the combobox of long lists.
    expect(kilobytes(/\.css$/)).toBeLessThan(13);
  });

  it("hands over what an embedded page runs on under names that only the page tells: three programs, each a whole hash", () => {
    const parts = readdirSync(join(out, "parts"));
    expect(parts).toHaveLength(3);
    const page = readFileSync(join(out, "half.html"), "utf8");
    const worker = readFileSync(join(out, "service-worker.js"), "utf8");
    for (const name of parts) {
      expect(name).toMatch(/^[0-9a-f]{64}\.js$/);
      expect(page).toContain(`./parts/${name}`);
      expect(worker).not.toContain(name);
    }
  });

  it("names nothing by an absolute address, so that it works below any path", () => {
    for (const name of ["index.html", "half.html"]) {
      const page = readFileSync(join(out, name), "utf8");
      const addresses = [...page.matchAll(/\s(?:src|href)="([^"]+)"/g)].map(([, address]) => address!);
      expect(addresses.filter((address) => !address.startsWith("./"))).toEqual([]);
    }
  });

  it("says in a sentence what is wrong with its words, and ends with 2", async () => {
    expect(await run()).toMatchObject({ code: 2, err: expect.stringContaining("Which notebooks?") });
    expect(await run(notebook)).toMatchObject({ code: 2, err: expect.stringContaining("--out") });
    expect(await run(join(folder, "none.html"), "--out", out)).toMatchObject({
      code: 2,
      err: expect.stringContaining("There is no file"),
    });
    expect(await run(notebook, "--out", folder)).toMatchObject({
      code: 2,
      err: expect.stringContaining("were not built here"),
    });
    expect(await run(notebook, "--out", out, "--url", "example.org")).toMatchObject({
      code: 2,
      err: expect.stringContaining("example.org is no address of a site"),
    });
    expect(await run(notebook, "--out", out, "--language", "tlh")).toMatchObject({ code: 2 });
  });
});
