import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { notebookText, type TestCell } from "../../e2e/notebook-text.ts";
import { yuheng } from "./yuheng.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "yuheng-diff-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, cells: readonly TestCell[]): string {
  const file = join(folder, `${name}.html`);
  writeFileSync(file, notebookText("Factors", cells));
  return file;
}

const cells = (coal: number): TestCell[] => [
  `const factors = [{fuel: "coal", kg_per_GJ: ${coal}}, {fuel: "gas", kg_per_GJ: 56.1}];`,
  "const year = view(Inputs.range([2000, 2010], {step: 1, value: 2010}))",
  "const burnt = {coal: 10, gas: 5 + (year - 2010)};\nconst total = amount(d3.sum(factors, (d) => d.kg_per_GJ * burnt[d.fuel]), 't CO2');",
  { kind: "md", source: "In all **${total.value}** t." },
  "Plot.barX(factors, {x: 'kg_per_GJ', y: 'fuel'}).plot()",
  "Inputs.table(Object.entries(burnt))",
];

// A command takes seconds to start where the machine is busy.
describe("yuheng diff", { timeout: 240_000 }, () => {
  test("says what a new factor changed: the cell, the rows, the totals, what is shown", async () => {
    const [before, after] = [write("before", cells(94.6)), write("after", cells(98.3))];
    const page = join(folder, "page.html");
    const { code, out, err } = await yuheng(["diff", before, after, "--html", page]);
    expect(err).toBe("");
    expect(out).toBe(`${before} → ${after}

Cells
  cell 1
    - const factors = [{fuel: "coal", kg_per_GJ: 94.6}, {fuel: "gas", kg_per_GJ: 56.1}];
    + const factors = [{fuel: "coal", kg_per_GJ: 98.3}, {fuel: "gas", kg_per_GJ: 56.1}];

Values
  factors: 1 of 2 rows changed (rows by fuel)
    coal · kg_per_GJ: 94.6 → 98.3 (+3.7, +3.91 %)
  total: 1226.5 → 1263.5 t CO2 (+37, +3.02 %)

Outputs
  cell 4: In all 1226.5 t.
      → In all 1263.5 t.
  cell 5: the figure changed
`);
    expect(code).toBe(1);
    const html = readFileSync(page, "utf8");
    expect(html.match(/<svg/g)).toHaveLength(2);
    expect(html).not.toContain("<script");
  });

  test("finds nothing where nothing differs, and takes one value for both", async () => {
    const file = write("same", cells(94.6));
    const same = await yuheng(["diff", file, file, "--set", "year=2005"]);
    expect(same.out).toBe(`${file} → ${file}\nNothing differs.\n`);
    expect(same.code).toBe(0);
    const refused = await yuheng(["diff", file, file, "--set", "yeer=2005"]);
    expect(refused).toMatchObject({ code: 2, out: "" });
    expect(refused.err).toContain("Did you mean `year`?");
  });
});
