import { Field, Float64, makeData, RecordBatch, Schema, Struct, Table, Utf8, vectorFromArray } from "apache-arrow";
import { describe, expect, it } from "vitest";
import { chartsIn } from "../../../kernel/charts/charts.ts";
import { openRealm } from "../../../kernel/headless/dom/realm.ts";
import { comparableResult } from "../../../kernel/services/compute/comparable-result.ts";
import { packResult } from "../../../kernel/services/compute/packed-result.ts";
import { tablesOf } from "../../../lib/tool/table.ts";
import { tools } from "../../../lib/tools.ts";

openRealm();

const charts = chartsIn({ language: "en", width: 740, cite: (names) => document.createTextNode(names.join(", ")) });
const titleOf = (figure: Element) => figure.querySelector("h2")?.textContent;

const output = {
  D_pba: [[8e6, 5e6]],
  D_cba: [[6e6, 5.5e6]],
  D_imp: [[1e6, 1e6]],
  D_exp: [[3e6, 5e5]],
};
const labels = {
  regions: ["CHN", "USA"],
  sectors: [],
  stressors: ["CO2"],
  names: { regions: ["China", "United States"] },
  units: { stressors: ["kt CO2"] },
  year: 2011,
};

describe("A result of a tool", () => {
  it("is drawn by the table that declares the chart, in a readable unit, with its datasets as source", () => {
    const declared = { balance: tools.find(({ name }) => name === "consumption.accounts")!.tablesOut!.balance! };
    const tables = tablesOf(declared, output, labels);
    const result = comparableResult(packResult(output, tables), ["mrio_flows", "mrio_co2"]) as object;
    const figure = charts.balance(result);
    expect(titleOf(figure)).toMatch(/^In 1 of 2, consumption is lower than production, most in \S+ \(−25.0\u00a0%\)$/);
    expect(figure.querySelector("h3")?.textContent).toContain("2011, million tonnes of CO₂");
    expect(figure.querySelector("figcaption")?.textContent).toBe("mrio_flows, mrio_co2");
    expect(() => charts.flows(result)).toThrow("charts.flows draws a table");
  });

  it("of supply chains is drawn as a tree of paths, and as bands from origins to inputs, in the reader's language", () => {
    const [node, origin] = [
      { product: "p", amount: 1, unit: "kg", remainder: 0, share: null, activity: "" },
      { origin: "", input: "", share: null },
    ];
    const supply = {
      indicatorUnit: "kg SO2 eq",
      score: 8,
      nodes: [
        { ...node, id: 0, parent: -1, depth: 0, name: "Car", score: 8, direct: 1 },
        { ...node, id: 1, parent: 0, depth: 1, name: "Steel", score: 6, direct: 4 },
        { ...node, id: 2, parent: 1, depth: 2, name: "Power", score: 2, direct: 2 },
      ],
      origins: [
        { ...origin, originName: "all others", inputName: "its own flows", score: 1 },
        { ...origin, originName: "Steel", inputName: "through Steel", score: 4 },
      ],
    };
    const tool = tools.find(({ name }) => name === "lifecycle.supply")!;
    const result = comparableResult(packResult(supply, tablesOf(tool.tablesOut!, supply, {})), []) as object;
    const paths = charts.paths(result);
    expect(titleOf(paths)).toMatch(/^The 3 largest paths hold 87\.5\s%/);
    expect(paths.textContent).toContain("Power");
    const supplied = charts.supply(result);
    expect(titleOf(supplied)).toMatch(
      /^The largest supplier, Steel, carries 75\.0\s%|^The largest supplier, Steel, carries 75\s%/,
    );
    expect(supplied.textContent).toContain("all others");
    expect(titleOf(charts.flows(result))).toMatch(/^The largest flow is Steel → through Steel: 4/);
    const chinese = chartsIn({ language: "zh-CN", width: 740, cite: () => document.createTextNode("") });
    expect(chinese.supply(result).textContent).toContain("其余");
    expect(chinese.flows(result).textContent).toContain("自身的基本流");
  });

  it("names existing columns in every declaration", () => {
    const declarations = tools.flatMap(({ name, tablesOut = {} }) =>
      Object.entries(tablesOut).flatMap(([table, { columns, charts: drawn = {} }]) =>
        Object.entries(drawn).map(([chart, { channels }]) => ({
          at: `${name} ${table} ${chart}`,
          chart,
          channels,
          columns,
        })),
      ),
    );
    expect(declarations.length).toBeGreaterThan(6);
    for (const { at, chart, channels, columns } of declarations) {
      expect(Object.keys(charts), at).toContain(chart);
      for (const column of Object.values(channels)) expect(Object.keys(columns), at).toContain(column);
    }
  });
});

describe("Rows of an author", () => {
  const rows = [
    { place: "A", made: 4, used: 3 },
    { place: "B", made: 1, used: 2 },
  ];
  const channels = { label: "place", production: "made", consumption: (d: { used: number }) => d.used };

  it("are drawn by named channels, and a missing one is said with the fields at hand", () => {
    expect(titleOf(charts.balance(rows, channels))).toContain("In 1 of 2");
    expect(() => charts.balance(rows, { label: "place" })).toThrow(/needs production.*place, made, used/);
  });

  it("take any option of Plot, marks on top, and can be drawn by Plot itself", () => {
    const options = charts.balance.options(rows, {
      ...channels,
      height: 77,
      x: { domain: [0, 9] },
      title: "Mine",
      source: "Me",
    });
    expect(options).toMatchObject({ height: 77, title: "Mine", caption: "Me", x: { domain: [0, 9], grid: true } });
    const count = options.marks!.length;
    expect(charts.balance.options(rows, { ...channels, marks: [() => null] }).marks).toHaveLength(count + 1);
  });

  it("may be none: then the figure says so", () => {
    expect(titleOf(charts.trend([], { x: "year", y: "co2" }))).toBe("No data to draw");
  });

  it("are not drawn by metadata that is damaged", () => {
    const vector = vectorFromArray([1, 2], new Float64());
    const names = vectorFromArray(["A", "B"], new Utf8());
    const fields = [
      new Field("production", new Float64()),
      new Field("consumption", new Float64()),
      new Field("label", new Utf8()),
    ];
    const schema = new Schema(
      fields,
      new Map([
        ["charts", "{broken"],
        ["datasets", '"no list"'],
      ]),
    );
    const children = [vector.data[0]!, vector.data[0]!, names.data[0]!];
    const table = new Table(
      new RecordBatch(schema, makeData({ type: new Struct(fields), length: 2, nullCount: 0, children })),
    );
    expect(titleOf(charts.balance(table))).toContain("In all 2");
  });
});
