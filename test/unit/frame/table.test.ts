import { Field, Float64, makeVector, Schema, Table, tableFromArrays, Utf8, vectorFromArray } from "apache-arrow";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { filterRows, noFilter } from "../../../app/frame/table/filter.ts";
import { orderRows } from "../../../app/frame/table/order.ts";
import type { Work } from "../../../app/frame/table/slices.ts";
import { summarise } from "../../../app/frame/table/summary.ts";
import { ROW_PX, Viewport } from "../../../app/frame/table/viewport.ts";
import { csvField, writeNumber, writeValue } from "../../../kernel/output/table/writing.ts";
import { columnsOf } from "../../../kernel/values/column.ts";

function finish<Result>(work: Work<Result>): Result {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

const numbers = (values: (number | null)[]) => columnsOf(new Table({ v: vectorFromArray(values, new Float64()) }))[0]!;
const texts = (values: (string | null)[]) => columnsOf(new Table({ v: vectorFromArray(values, new Utf8()) }))[0]!;
const rowsOf = (values: readonly unknown[]) => Uint32Array.from(values.keys());

describe("Rows in order", () => {
  it("stand as a stable sort would put them, missing ones last, either way", () => {
    const value = fc.option(fc.double({ noNaN: true }), { nil: null });
    fc.assert(
      fc.property(fc.array(value), fc.boolean(), (values, descending) => {
        const sorted = [...finish(orderRows(numbers(values), rowsOf(values), descending))];
        const sign = descending ? -1 : 1;
        const expected = [...values.keys()].sort((a, b) => {
          const [x, y] = [values[a] ?? null, values[b] ?? null];
          if (x === null || y === null) return Number(x === null) - Number(y === null);
          return x === y ? 0 : x < y ? -sign : sign;
        });
        expect(sorted).toEqual(expected);
      }),
    );
  });

  it("of texts are in the order of a dictionary, with numbers in them as numbers", () => {
    const values = ["c10", "c9", null, "C2", "ä", "b"];
    const order = [...finish(orderRows(texts(values), rowsOf(values), false))].map((i) => values[i]);
    expect(order).toEqual(["ä", "b", "C2", "c9", "c10", null]);
  });

  it("of many different texts are sorted too", () => {
    const values = Array.from({ length: 30_000 }, (_, i) => `t${(i * 7919) % 30_000}`);
    const order = [...finish(orderRows(texts(values), rowsOf(values), false))].map((i) => values[i]!);
    expect(order).toEqual([...values].sort());
  });
});

describe("Rows found", () => {
  const table = new Table({
    name: vectorFromArray(["Coal", "gas", null, "Charcoal"], new Utf8()),
    kt: vectorFromArray([1, 2, null, 30], new Float64()),
  });
  const columns = columnsOf(table);
  const find = (change: Partial<typeof noFilter>) => [...finish(filterRows(columns, 4, { ...noFilter, ...change }))];

  it("contain a text, whatever its case, in one column or in any", () => {
    expect(find({ column: 0, contains: "coal" })).toEqual([0, 3]);
    expect(find({ contains: "30" })).toEqual([3]);
  });

  it("lie in a range, ends included; what is missing lies in none", () => {
    expect(find({ column: 1, least: 2, most: 30 })).toEqual([1, 3]);
    expect(find({ column: 1, most: 2 })).toEqual([0, 1]);
  });
});

describe("A summary", () => {
  it("of numbers has range, shape and what is missing", () => {
    const summary = finish(summarise(numbers([0, 1, 1, null, 10]), 5));
    expect(summary).toMatchObject({ kind: "numbers", nulls: 1, least: 0, most: 10 });
    expect(summary.kind === "numbers" && summary.bins.reduce((sum, count) => sum + count)).toBe(4);
  });

  it("of texts has the commonest", () => {
    expect(finish(summarise(texts(["a", "b", "b", null]), 4))).toEqual({
      kind: "texts",
      nulls: 1,
      distinct: 2,
      top: [
        { text: "b", count: 2 },
        { text: "a", count: 1 },
      ],
    });
  });
});

describe("A column", () => {
  it("has its field's unit, or else the catalogue's, and none where that says none", () => {
    const field = new Field("co2_kt", new Float64(), true, new Map([["unit", "kt"]]));
    const table = new Table(new Schema([field]), { co2_kt: makeVector(new Float64Array([1])) });
    expect(columnsOf(table, () => "Mt")[0]!.unit).toBe("kt");
    const plain = tableFromArrays({ co2_kt: new Float64Array([1]), region: ["CHN"] });
    expect(columnsOf(plain, (name) => (name === "co2_kt" ? "kt" : "none")).map(({ unit }) => unit)).toEqual(["kt", ""]);
  });
});

describe("A viewport", () => {
  const viewport = (rows: number) => Object.assign(new Viewport(), { rows, height: 300 });

  it.each([10, 1000, 1_000_000, 50_000_000])(
    "of %d rows shows the first at the top and the last at the bottom",
    (rows) => {
      const view = viewport(rows);
      expect(view.at(0)).toEqual({ first: 0, cut: 0 });
      const { first, cut } = view.at(view.total - view.height);
      const bottom = first * ROW_PX + cut + view.height;
      if (rows * ROW_PX > view.height) expect(bottom).toBeCloseTo(rows * ROW_PX, 0);
      expect(first + view.needed).toBe(rows);
    },
  );

  it("scrolls to any row, also where it is too tall for a browser", () => {
    const view = viewport(50_000_000);
    const row = 31_415_926;
    const { first } = view.at(view.toShow(row, 0));
    expect(row).toBeGreaterThanOrEqual(first);
    expect(row).toBeLessThan(first + view.needed);
    const turned = view.at(view.scrolled(view.toShow(row, 0), 2 * ROW_PX));
    expect(turned.first - first).toBe(2);
  });
});

describe("Values in a table", () => {
  it("are written with narrow spaces, few digits and no grouping of years", () => {
    expect(writeNumber(1234567.891)).toBe("1\u202f234\u202f568");
    expect(writeNumber(0.000012345)).toBe("1.2345e-5");
    expect(writeValue(2011, { name: "year", kind: "number" })).toBe("2011");
    expect(writeValue(2011, { name: "年份", kind: "number" })).toBe("2011");
    expect(writeValue(null, { name: "x", kind: "text" })).toBe("—");
  });

  it("are quoted in CSV only where they must be", () => {
    expect(["a", 'say "b"', "x,y"].map(csvField)).toEqual(["a", '"say ""b"""', '"x,y"']);
  });
});
