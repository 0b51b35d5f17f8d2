import fc from "fast-check";
import { expect, test } from "vitest";
import { denseFromRows } from "../../../lib/numeric/matrix.ts";
import { pivotedQr, solveUpper, solveUpperTransposed } from "../../../lib/numeric/qr.ts";

const shape = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }));
const matrix = shape.chain(([m, n]) =>
  fc.array(fc.array(fc.integer({ min: -5, max: 5 }), { minLength: n, maxLength: n }), { minLength: m, maxLength: m }),
);

test("Q R is the matrix with its columns in order, and Q is orthogonal", () => {
  fc.assert(
    fc.property(matrix, (rows) => {
      const qr = pivotedQr(denseFromRows(rows, "A"));
      for (let k = 0; k < qr.columns; k++) {
        const column = Float64Array.from({ length: qr.rows }, (_, i) => (i <= k && i < qr.rank ? qr.r(i, k) : 0));
        for (const [i, value] of qr.product(column).entries()) expect(value).toBeCloseTo(rows[i]![qr.order[k]!]!, 10);
      }
      for (let i = 0; i < qr.rows; i++) {
        const unit = Float64Array.from({ length: qr.rows }, (_, j) => (i === j ? 1 : 0));
        const turned = qr.transposed(unit);
        expect(Math.hypot(...turned)).toBeCloseTo(1, 12);
        for (const [j, value] of qr.product(turned).entries()) expect(value).toBeCloseTo(unit[j]!, 12);
      }
    }),
  );
});

test("It shows the rank of a product of two thin matrices", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 10, maxLength: 10 }), (x) => {
      const [u, v] = [x.slice(0, 5), x.slice(5)];
      const rows = u.map((a) => v.map((b) => a * b));
      expect(pivotedQr(denseFromRows(rows, "A")).rank).toBe(1);
      const second = rows.map((row, i) => row.map((value, j) => value + (i === 1 ? 1 : 0) * (j === 2 ? 7 : 0)));
      expect(pivotedQr(denseFromRows(second, "A")).rank).toBe(2);
    }),
  );
});

test("Its triangle is solved either way", () => {
  const rows = [
    [4, 1, 2],
    [1, 5, 3],
    [2, 3, 6],
    [1, 1, 1],
  ];
  const qr = pivotedQr(denseFromRows(rows, "A"));
  const x = solveUpper(qr, [1, 2, 3]);
  for (let i = 0; i < 3; i++) {
    let [upper, lower] = [0, 0];
    const y = solveUpperTransposed(qr, [1, 2, 3]);
    for (let k = 0; k < 3; k++) {
      if (k >= i) upper += qr.r(i, k) * x[k]!;
      if (k <= i) lower += qr.r(k, i) * y[k]!;
    }
    expect(upper).toBeCloseTo(i + 1, 12);
    expect(lower).toBeCloseTo(i + 1, 12);
  }
});
