import fc from "fast-check";
import { expect, test } from "vitest";
import { CellList } from "../../../lib/exchange/mrio/cell-list.ts";

/** The cells as a map of sums, by rows and columns in order; cells that are zero are none. */
function naive(cells: readonly (readonly [number, number, number])[], columns: number): [number, number][] {
  const sums = new Map<number, number>();
  for (const [row, col, value] of cells) {
    if (value !== 0) sums.set(row * columns + col, (sums.get(row * columns + col) ?? 0) + value);
  }
  return [...sums].sort(([a], [b]) => a - b);
}

test("Cells come back in order, those that meet added up, however many pieces they take", () => {
  const size = fc.integer({ min: 1, max: 12 });
  const given = size.chain((n) => {
    const place = fc.nat(n - 1);
    // Whole numbers: their sums are the same in every order.
    const cell = fc.tuple(place, place, fc.integer({ min: -3, max: 9 }));
    return fc.record({ n: fc.constant(n), cells: fc.array(cell, { maxLength: 60 }), times: fc.constantFrom(1, 90) });
  });
  fc.assert(
    fc.property(given, ({ n, cells, times }) => {
      const all = Array.from({ length: times }, () => cells).flat();
      const list = new CellList();
      for (const [row, col, value] of all) list.add(row, col, value);
      expect(list.length).toBe(all.filter(([, , value]) => value !== 0).length);
      const { row, col, value } = list.sorted(n);
      expect(Array.from(value, (sum, p) => [row[p]! * n + col[p]!, sum])).toEqual(naive(all, n));
    }),
  );
});

test("Cells that come in order keep their bits, over several pieces", () => {
  const list = new CellList();
  const n = 3000;
  for (let p = 0; p < n; p++) list.add(Math.floor(p / 50), p % 50, p + 0.1);
  let seen = 0;
  list.eachPiece(({ value }, length) => {
    for (let p = 0; p < length; p++) value[p]! *= 2;
    seen += length;
  });
  expect(seen).toBe(n);
  const { row, col, value } = list.sorted(50);
  expect([...value]).toEqual(Array.from({ length: n }, (_, p) => 2 * (p + 0.1)));
  expect(row.at(-1)).toBe(59);
  expect(col.at(-1)).toBe(49);
});
