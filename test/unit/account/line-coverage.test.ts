import fc from "fast-check";
import { expect, test } from "vitest";
import { lineCoverage } from "../../../lib/account/line-coverage.ts";

const emissions = { value: 1, unit: "t CO2e AR6.GWP100" };
const line = (row: number, given: { readonly splitFrom?: string | null; readonly isCounted?: boolean } = {}) => ({
  sheet: "Energy",
  row,
  column: null,
  splitFrom: given.splitFrom ?? null,
  emissions: (given.isCounted ?? true) ? emissions : null,
});

test("a line counts once, whole, split in parts, or computed in one more part", () => {
  expect(lineCoverage([line(2), line(3, { isCounted: false })], [])).toEqual({ lines: 1, of: 2 });
  const parts = [line(2, { splitFrom: "Kettle" }), line(2, { splitFrom: "Kettle", isCounted: false })];
  expect(lineCoverage([...parts, line(3)], [])).toEqual({ lines: 2, of: 2 });
  // Steel by mass and distance: the steel, and its carriage beside it.
  expect(lineCoverage([line(2), line(2, { splitFrom: "Steel" })], [])).toEqual({ lines: 1, of: 1 });
});

test("a row that could not be read is a line in no figure; a title is none", () => {
  expect(lineCoverage([line(2)], [{ kind: "unreadable" }, { kind: "title" }])).toEqual({ lines: 1, of: 2 });
});

test("as many lines as there are rows, and no more in a figure", () => {
  const row = fc.record({ row: fc.nat(20), isCounted: fc.boolean(), isSplit: fc.boolean() });
  fc.assert(
    fc.property(fc.uniqueArray(row, { selector: ({ row: of }) => of }), (rows) => {
      const lines = rows.flatMap(({ row: at, isCounted, isSplit }) =>
        isSplit
          ? [line(at, { splitFrom: "A", isCounted }), line(at, { splitFrom: "A", isCounted: false })]
          : [line(at, { isCounted })],
      );
      const counted = rows.filter(({ isCounted }) => isCounted).length;
      expect(lineCoverage(lines, [])).toEqual({ lines: counted, of: rows.length });
    }),
  );
});
