import { describe, expect, test } from "vitest";
import { uninterrupted } from "../../../../lib/numeric/work.ts";
import { callTool } from "../../../../lib/tool/call.ts";
import { conditionOf, type Part } from "../../../../lib/tool/part.ts";
import { columnsFrom, type DatasetColumns, type Read } from "../../../../lib/tool/read.ts";
import { selectionOf } from "../../../../lib/tool/selection.ts";
import { findTool } from "../../../../lib/tools.ts";
import { tableOf } from "../../datasets/shipped.ts";

/** The columns that hold figures; others name what these are of. */
const figures = /_mtco2$|^emissions_|^mtc$|^co2_|_mtco2e_ar6$|^population$|^gdp_/;

type Columns = Record<string, unknown[]>;
const kept = new Map<string, Columns>();

function columnsOf(name: string): Columns {
  const known = kept.get(name);
  if (known) return known;
  const table = tableOf(name);
  const columns = Object.fromEntries(
    table.schema.fields.map((field) => [field.name, Array.from(table.getChild(field.name)! as Iterable<unknown>)]),
  );
  kept.set(name, columns);
  return columns;
}

/** Answers with the datasets as they are, or with the figures of some rows changed, and notes what was said to be read. */
function reader(changed: (name: string) => ((row: number) => boolean) | null = () => null) {
  const parts: { dataset: string; part: Part }[] = [];
  const given = new Map<string, DatasetColumns>();
  const read: Read = async (name, part = {}) => {
    parts.push({ dataset: name, part });
    const known = given.get(name);
    if (known) return known;
    const isChanged = changed(name);
    const columns = columnsFrom(
      name,
      Object.fromEntries(
        Object.entries(columnsOf(name)).map(([column, cells]) => [
          column,
          isChanged && figures.test(column)
            ? cells.map((cell, row) => (typeof cell === "number" && isChanged(row) ? cell * 3 + 1 : cell))
            : cells,
        ]),
      ),
    );
    given.set(name, columns);
    return columns;
  };
  return { read, parts };
}

/** The rows of a dataset that a part names, one flag a row. */
function rowsOf(dataset: string, part: Part): readonly boolean[] {
  const columns = columnsOf(dataset);
  const wanted = Object.entries(part).map(([column, value]) => ({
    cells: columns[column]!,
    values: new Set<unknown>([value].flat()),
  }));
  const [first = []] = Object.values(columns);
  return first.map((_, row) => wanted.every(({ cells, values }) => values.has(cells[row])));
}

const trade = [
  {
    year: 2011,
    regions: ["CHN", "USA"],
    production: [8e6, 5e6],
    consumption: [7e6, 6e6],
    imports: [1e6, 2e6],
    exports: [2e6, 1e6],
  },
];

describe("What a tool says that it read", () => {
  test.each([
    ["panorama.ladder", { regions: ["CHN"], year: 2022 }],
    ["panorama.ladder", { regions: ["WORLD"], year: [2010, 2011], boundary: "fossil", edition: "GCB 2024" }],
    ["panorama.ladder", { regions: ["EU27", "WORLD"], year: 2015, gas: "GHG" }],
    [
      "panorama.ladder",
      { regions: ["EU27", "usa".toUpperCase()], year: [2005, 2021], gas: "GHG", boundary: "managed land" },
    ],
    ["panorama.accounts", { regions: ["CHN", "USA"], year: 2011, trade }],
    ["panorama.accounts", { regions: "all", year: 2020 }],
    ["indicators.national", { region: ["CHN", "EU27"], year: 2015, since: 2010 }],
    ["indicators.national", { region: "WORLD", year: 2015, since: 1900, land: true }],
    ["indicators.national", { region: "CHN", year: [2010, 2015], account: "all gases", since: 1990 }],
    ["indicators.national", { region: "all", year: 2015, account: "consumption" }],
    ["indicators.decoupling", { region: ["CHN", "G7"], from: 2005, to: 2015 }],
    ["indicators.convergence", { years: [2000, 2015], account: "all gases" }],
    ["indicators.gases", { region: "CHN", year: 2015 }],
    ["inventory.compare", { year: 2015, ours: { value: 9000, unit: "Mt CO2" }, region: "CHN" }],
  ])("holds all that its result depends on, and something that it does: %s of %o", async (name, input) => {
    const tool = findTool(name)!;
    const plain = reader();
    const result = await callTool(tool, input, uninterrupted, plain.read);
    expect(plain.parts.length).toBeGreaterThan(0);
    const wasRead = (dataset: string) => {
      const each = plain.parts.filter((part) => part.dataset === dataset).map(({ part }) => rowsOf(dataset, part));
      return (row: number) => each.some((flags) => flags[row]);
    };
    const wasNotRead = (dataset: string) => {
      const isRead = wasRead(dataset);
      return (row: number) => !isRead(row);
    };
    const outside = await callTool(tool, input, uninterrupted, reader(wasNotRead).read);
    expect(outside).toEqual(result);
    const inside = await callTool(tool, input, uninterrupted, reader(wasRead).read);
    expect(inside).not.toEqual(result);
  });

  test("is a condition of SQL with the number of rows that fulfil it", () => {
    const columns = columnsFrom("some", {
      iso3: ["CHN", "O'B", null, "CHN"],
      year: Int16Array.of(2010, 2011, 2011, 2011),
    });
    expect(selectionOf("some", columns, { iso3: ["CHN", "O'B"], year: 2011 })).toEqual({
      dataset: "some",
      where: "iso3 in ('CHN', 'O''B') and year = 2011",
      rows: 2,
      of: 4,
    });
    expect(selectionOf("some", columns)).toEqual({ dataset: "some", where: "", rows: 4, of: 4 });
    expect(conditionOf({ year: [2011] })).toBe("year = 2011");
  });
});
