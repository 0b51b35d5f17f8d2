import { describe, expect, it } from "vitest";
import { haltonCoordinate } from "../../lib/uncertainty/sampling/halton.ts";
import { sobolCoordinate } from "../../lib/uncertainty/sampling/sobol-sequence.ts";

/**
 * The first 32 points of Sobol's sequence in 10 dimensions with Joe and Kuo's direction numbers (new-joe-kuo-6.21201), times
 * 32, as scipy.stats.qmc.Sobol(scramble=False) 1.17.1 gives them; all are exact binary fractions.
 */
const first32 = [
  "0 0 0 0 0 0 0 0 0 0",
  "16 16 16 16 16 16 16 16 16 16",
  "24 8 8 8 24 24 8 24 24 24",
  "8 24 24 24 8 8 24 8 8 8",
  "12 12 20 28 12 4 12 28 28 20",
  "28 28 4 12 28 20 28 12 12 4",
  "20 4 28 20 20 28 4 4 4 12",
  "4 20 12 4 4 12 20 20 20 28",
  "6 10 30 14 18 10 14 30 30 10",
  "22 26 14 30 2 26 30 14 14 26",
  "30 2 22 6 10 18 6 6 6 18",
  "14 18 6 22 26 2 22 22 22 2",
  "10 6 10 18 30 14 2 2 2 30",
  "26 22 26 2 14 30 18 18 18 14",
  "18 14 2 26 6 22 10 26 26 6",
  "2 30 18 10 22 6 26 10 10 22",
  "3 15 15 21 9 31 17 27 15 5",
  "19 31 31 5 25 15 1 11 31 21",
  "27 7 7 29 17 7 25 3 23 29",
  "11 23 23 13 1 23 9 19 7 13",
  "15 3 27 9 5 27 29 7 19 17",
  "31 19 11 25 21 11 13 23 3 1",
  "23 11 19 1 29 3 21 31 11 9",
  "7 27 3 17 13 19 5 15 27 25",
  "5 5 17 27 27 21 31 5 17 15",
  "21 21 1 11 11 5 15 21 1 31",
  "29 13 25 19 3 13 23 29 9 23",
  "13 29 9 3 19 29 7 13 25 7",
  "9 9 5 7 23 17 19 25 13 27",
  "25 25 21 23 7 1 3 9 29 11",
  "17 1 13 15 15 9 27 1 21 3",
  "1 17 29 31 31 25 11 17 5 19",
];

/** Centred L2 discrepancy squared, Hickernell (1998), doi:10.1090/S0025-5718-98-00894-1, of points in two dimensions. */
function centredDiscrepancy(points: readonly (readonly number[])[]): number {
  const n = points.length;
  const away = points.map((point) => point.map((x) => Math.abs(x - 0.5)));
  let single = 0;
  let double = 0;
  for (const [i, a] of away.entries()) {
    single += a.reduce((product, d) => product * (1 + 0.5 * d - 0.5 * d * d), 1);
    for (const [j, b] of away.entries())
      double += a.reduce((product, d, k) => {
        const apart = Math.abs(points[i]![k]! - points[j]![k]!);
        return product * (1 + 0.5 * d + 0.5 * b[k]! - 0.5 * apart);
      }, 1);
  }
  return (13 / 12) ** 2 - (2 / n) * single + double / (n * n);
}

describe("Sobol's sequence", () => {
  it("begins with the published points, bit for bit", () => {
    const coordinates = Array.from({ length: 10 }, (_, dimension) => sobolCoordinate(dimension));
    const points = first32.map((_, n) => coordinates.map((coordinate) => coordinate.at(n) / 2 ** 27).join(" "));
    expect(points).toEqual(first32);
  });

  it("has the published points far out and in high dimensions", () => {
    const table = [
      [5, 999, 0.625],
      [100, 500, 0.1796875],
      [1000, 999, 0.2001953125],
      [4095, 777, 0.882080078125],
      [3000, 33, 0.712646484375],
    ] as const;
    for (const [index, dimension, value] of table) expect(sobolCoordinate(dimension).at(index) / 2 ** 32).toBe(value);
  });

  it("has the published discrepancy in two dimensions", () => {
    const pair = [sobolCoordinate(0), sobolCoordinate(1)];
    const points = (n: number) => Array.from({ length: n }, (_, i) => pair.map((of) => of.at(i) / 2 ** 32));
    expect(centredDiscrepancy(points(64))).toBeCloseTo(0.00024001962608743987, 14);
    expect(centredDiscrepancy(points(1024))).toBeCloseTo(1.1067363880901127e-6, 13);
  });
});

describe("Halton's sequence", () => {
  it("begins with the published points", () => {
    const first8 = [
      [0, 0, 0],
      [0.5, 0.3333333333333333, 0.2],
      [0.25, 0.6666666666666666, 0.4],
      [0.75, 0.1111111111111111, 0.6000000000000001],
      [0.125, 0.4444444444444444, 0.8],
      [0.625, 0.7777777777777777, 0.04],
      [0.375, 0.2222222222222222, 0.24000000000000002],
      [0.875, 0.5555555555555556, 0.44],
    ];
    for (const [index, point] of first8.entries())
      for (const [dimension, value] of point.entries())
        expect(haltonCoordinate(dimension)(index)).toBeCloseTo(value, 15);
  });

  it("has the published discrepancy in two dimensions", () => {
    const pair = [haltonCoordinate(0), haltonCoordinate(1)];
    const points = Array.from({ length: 1024 }, (_, i) => pair.map((of) => of(i)));
    expect(centredDiscrepancy(points)).toBeCloseTo(5.816183707096911e-6, 13);
  });
});
