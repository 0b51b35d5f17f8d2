import * as Plot from "@observablehq/plot";
import { Field, Float64, tableFromArrays } from "apache-arrow";
import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { arrowOfFigure } from "../../../kernel/output/figure/arrow-of-figure.ts";
import { type DrawnMark, drawnMarks } from "../../../kernel/output/figure/drawn-marks.ts";
import type { FigureTable } from "../../../kernel/output/figure/figure-column.ts";
import { findRow, hasTable, tablesOf } from "../../../kernel/output/figure/figure-table.ts";
import { observePlots } from "../../../kernel/output/figure/observe-plots.ts";
import { tipLines } from "../../../kernel/output/figure/tip-lines.ts";

observePlots();
const { document } = parseHTML("<html><body></body></html>");

/** Draws a plot without a browser. */
function draw(options: Plot.PlotOptions): Element {
  return Plot.plot({ document, ...options } as Plot.PlotOptions);
}

function columnsOf({ columns }: FigureTable) {
  return columns.map(({ name, unit, values }) => [typeof name === "string" ? name : name.texts.en, unit, values]);
}

function markOf(svg: Element, label: string): DrawnMark {
  return drawnMarks(svg).find(({ mark }) => mark.ariaLabel === label)!;
}

const rows = [
  { place: "A", made_mt: 10, used_mt: 8 },
  { place: "B", made_mt: 5, used_mt: 7.5 },
];

test("marks that draw the same records share a table, by records and not by places", () => {
  const svg = draw({
    x: { label: "Mt CO₂ →" },
    marks: [
      Plot.ruleX([0]),
      Plot.link(rows, { y: "place", x1: "made_mt", x2: "used_mt" }),
      Plot.dot(rows, { y: "place", x: "made_mt", fill: "red" }),
      Plot.dot(rows.toReversed(), { y: "place", x: (d) => d.used_mt + 1 }),
      Plot.text(rows, { y: "place", x: "used_mt", text: (d) => `${d.used_mt}!` }),
    ],
  });
  const tables = tablesOf(svg);
  expect(tables).toHaveLength(1);
  expect(columnsOf(tables[0]!)).toEqual([
    ["Place", "", ["A", "B"]],
    ["Made", "Mt CO₂", [10, 5]],
    ["Used", "Mt CO₂", [8, 7.5]],
    ["Value", "Mt CO₂", [9, 8.5]],
  ]);
});

test("a stacked value is its own size, and a missing one stays missing", () => {
  const svg = draw({
    marks: [
      Plot.barY(
        [
          { year: 2000, part: "a", value: 3 },
          { year: 2000, part: "b", value: 4 },
          { year: 2001, part: "a", value: null },
        ],
        { x: "year", y: "value", fill: "part" },
      ),
    ],
  });
  const [table] = tablesOf(svg);
  expect(columnsOf(table!).toSorted()).toEqual(
    [
      ["Part", "", ["a", "b", "a"]],
      ["Value", "", [3, 4, null]],
      ["Year", "", [2000, 2000, 2001]],
    ].toSorted(),
  );
});

test("an Arrow table's own units come before those of the axis", () => {
  const made = tableFromArrays({ name: ["x", "y"], co2_kt: Float64Array.of(1, 2) });
  const fields = made.schema.fields as Field[];
  fields[1] = new Field("co2_kt", new Float64(), true, new Map([["unit", "kt CO2"]]));
  const svg = draw({
    x: { label: "Mt →" },
    marks: [Plot.barX(made as unknown as Plot.Data, { y: "name", x: "co2_kt" })],
  });
  expect(columnsOf(tablesOf(svg)[0]!)[1]!.slice(1)).toEqual(["kt CO₂", [1, 2]]);
});

test("rules are a table only where nothing else is", () => {
  expect(tablesOf(draw({ marks: [Plot.ruleX([1, 2])] }))[0]?.rows).toBe(2);
  expect(tablesOf(draw({ marks: [Plot.ruleX([1, 2]), Plot.dot([3, 4, 5])] }))).toHaveLength(1);
  expect(tablesOf(draw({ marks: [Plot.frame()] }))).toEqual([]);
});

test("a tip has the values of all marks of its row, and the difference of two along one axis", () => {
  const svg = draw({
    x: { label: "Mt CO₂ →" },
    marks: [Plot.dot(rows, { y: "place", x: "made_mt" }), Plot.tickX(rows, { y: "place", x: "used_mt" })],
  });
  const { state, scales } = markOf(svg, "dot");
  expect(findRow(svg, rows, 1)?.row).toBe(1);
  expect(tipLines(svg, state(), scales, 0).map(({ label, value }) => `${label}: ${value}`)).toEqual([
    "Place: A",
    "Made: 10\u00a0Mt CO₂",
    "Used: 8\u00a0Mt CO₂",
    "Difference: −2\u00a0Mt CO₂ (−20\u00a0%)",
  ]);
});

test("the bounds of an interval have no difference, and shares differ by percentage points", () => {
  const bounds = [{ place: "A", lo: 1, hi: 2 }];
  const interval = draw({ marks: [Plot.link(bounds, { y: "place", x1: "lo", x2: "hi" })] });
  const link = markOf(interval, "link");
  expect(tipLines(interval, link.state(), link.scales, 0).map(({ label }) => label)).toEqual(["Place", "Lo", "Hi"]);
  const shares = [{ place: "A", before: 10, after: 12.5 }];
  const svg = draw({
    x: { label: "Share (%)" },
    marks: [Plot.link(shares, { y: "place", x1: "before", x2: "after" })],
  });
  const drawn = markOf(svg, "link");
  expect(tipLines(svg, drawn.state(), drawn.scales, 0).at(-1)).toEqual({
    label: "Difference",
    value: "+2.5\u00a0percentage points",
  });
});

test("a figure's data as Arrow: missing values stay missing, equal names are told apart", () => {
  const column = { unit: "t", field: "", scale: "x" };
  const table = arrowOfFigure(
    {
      rows: 3,
      columns: [
        { ...column, name: "Value", values: [1, null, 3] },
        { ...column, name: "Value", values: ["a", null, "c"] },
      ],
    },
    { title: "A finding", source: "" },
  );
  expect(table.schema.fields.map(({ name }) => name)).toEqual(["Value", "Value 2"]);
  expect([...table.getChild("Value")!]).toEqual([1, null, 3]);
  expect([...table.getChild("Value 2")!]).toEqual(["a", null, "c"]);
  expect(Object.fromEntries(table.schema.metadata)).toEqual({ title: "A finding" });
});

test("labels of a crowded axis are broken into lines, then left out; other labels of a mark move apart", () => {
  const names = ["the maker", "tier 1", "tier 2", "tier 3", "and all the others beyond"];
  const broken = draw({
    width: 300,
    x: { domain: names },
    marks: [Plot.barY(names, { x: names, y: names.map(() => 1) })],
  });
  const ticks = [...broken.querySelectorAll('[aria-label="x-axis tick label"] text')];
  expect(ticks[0]!.querySelectorAll("tspan")).toHaveLength(2);
  const many = Array.from({ length: 40 }, (_, i) => `Category${i}`);
  const thinned = draw({ width: 400, x: { domain: many }, marks: [Plot.tickX(many, { x: many })] });
  const left = thinned.querySelectorAll('[aria-label="x-axis tick label"] text').length;
  expect(left).toBeGreaterThan(2);
  expect(left).toBeLessThan(10);
  const near = [
    [10, 10, "JPN"],
    [10.2, 10.05, "USA"],
  ] as const;
  const options = {
    x: (d: (typeof near)[number]) => d[0],
    y: (d: (typeof near)[number]) => d[1],
    text: (d: (typeof near)[number]) => d[2],
  };
  const moved = draw({ x: { domain: [0, 20] }, y: { domain: [0, 20] }, marks: [Plot.text(near, options)] });
  const heights = [...moved.querySelectorAll('[aria-label="text"] text')].map((text) =>
    Number(/,([\d.]+)/.exec(text.getAttribute("transform")!)![1]),
  );
  expect(Math.abs(heights[0]! - heights[1]!)).toBeGreaterThan(10);
});

test("a plot with facets has a table, with the facet of each row", () => {
  const svg = draw({
    fy: { label: "kind" },
    marks: [Plot.barX(rows, { x: "made_mt", y: "place", fy: (d) => (d.made_mt > 6 ? "large" : "small") })],
  });
  expect(hasTable(svg)).toBe(true);
  const [table] = tablesOf(svg);
  expect(columnsOf(table!)).toContainEqual(["Place", "", ["A", "B"]]);
  expect(columnsOf(table!).map(([, , values]) => values)).toContainEqual(["large", "small"]);
});
