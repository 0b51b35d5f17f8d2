import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { nameElsewhere } from "../../../kernel/cell/names/elsewhere.ts";
import { cellNames, d3Modules } from "../../../kernel/cell/names.ts";
import { openServices, runCells } from "../headless/services.ts";

const services = openServices();

test("A name that Observable's notebooks have and none here fails with what to use instead", async () => {
  const { cells } = await runCells(services, [
    "_.sum([1])",
    "penguins.length",
    'DatabaseClient("x").sql`select 1`',
    'Interpreter("python")',
    'require("d3@5")',
    "new SQLite.Database()",
    "pinguins",
    "new XMLHttpRequest()",
    "localStorage.getItem('a')",
    "new AudioContext()",
  ]);
  expect(cells.map(({ error }) => error?.message)).toEqual([
    '`_` loads lodash from the network, which a notebook does not have. Add the package by `npx yuheng add lodash`, and import it: `import … from "npm:lodash"`.',
    '`penguins` is a sample dataset of Observable, which does not ship. Save it beside the notebook, and read it: `FileAttachment("penguins.csv").csv({typed: true})`.',
    expect.stringContaining("`DatabaseClient` asks a database elsewhere, and a notebook has no network."),
    expect.stringContaining("`Interpreter` runs programs in other languages"),
    expect.stringContaining("`require` loads NAME from the network"),
    expect.stringContaining("`SQLite` is the library behind a client"),
    expect.stringContaining("`pinguins` is not defined in this notebook."),
    expect.stringContaining("`XMLHttpRequest` opens a connection, and a notebook has no network."),
    expect.stringContaining("`localStorage` is refused to a notebook, which has no storage."),
    expect.stringContaining("`AudioContext` is there only in a browser."),
  ]);
});

test("A notebook may declare such a name", async () => {
  const { values, failed } = await runCells(services, [
    "const cars = [1, 2]",
    "const n = cars.length",
    "const now = 1; const dark = 2; const db = 3; const DOM = 4",
    "const all = now + dark + db + DOM",
  ]);
  expect(failed).toBe(0);
  expect(values.get("n")).toBe(2);
  expect(values.get("all")).toBe(10);
});

test("No built-in name is said to be elsewhere", () => {
  expect(cellNames.filter(({ name }) => nameElsewhere(name))).toEqual([]);
});

test("The modules of d3 are those that it has", () => {
  const described = readFileSync(new URL("../../../node_modules/d3/package.json", import.meta.url), "utf8");
  const { dependencies } = JSON.parse(described) as { dependencies: object };
  expect([...d3Modules].sort()).toEqual(Object.keys(dependencies).sort());
});
