import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { writeMessage } from "../../../../lib/message/write.ts";
import { accounts } from "../../../../lib/mrio/accounts.ts";
import { aggregate } from "../../../../lib/mrio/aggregation.ts";
import { checkTable, findJumps, notesOnJumps } from "../../../../lib/mrio/checks.ts";
import { gras } from "../../../../lib/mrio/gras.ts";
import { compareTables, nowcast } from "../../../../lib/mrio/nowcast.ts";
import { toPriceYear } from "../../../../lib/mrio/prices.ts";
import { splitSector } from "../../../../lib/mrio/split.ts";
import { calcValueAdded, calcX, inputOutputTable } from "../../../../lib/mrio/table.ts";
import { columnSums, csrFromDense, rowSums, toDense } from "../../../../lib/numeric/csr.ts";
import { dense, denseFromRows, maxNorm } from "../../../../lib/numeric/matrix.ts";
import { anyTable, numbersFrom, randomTable } from "../tables.ts";

const total = (values: ArrayLike<number>) => Array.from(values).reduce((sum, value) => sum + value, 0);
const gap = (a: Float64Array, b: Float64Array) => maxNorm(a.map((value, p) => value - b[p]!));

describe("aggregation", () => {
  test("keeps every total and the accounts' identities, for any grouping", async () => {
    await fc.assert(
      fc.asyncProperty(anyTable, async (table) => {
        const half = <T>(list: readonly T[]) => Object.fromEntries(list.map((code, p) => [code, `G${p >> 1}`]));
        const coarse = aggregate(table, { regions: half(table.regions), sectors: half(table.sectors) });
        expect(coarse.regions).toHaveLength(Math.ceil(table.regions.length / 2));
        for (const field of ["Y", "F", "FY"] as const) {
          expect(Math.abs(total(coarse[field].data) - total(table[field].data))).toBeLessThan(1e-9);
        }
        expect(Math.abs(total(toDense(coarse.Z).data) - total(toDense(table.Z).data))).toBeLessThan(1e-9);
        expect(inputOutputTable(coarse).x).toEqual(coarse.x);
        const [fine, rough] = [await accounts(table), await accounts(coarse)];
        expect(Math.abs(total(fine.D_pba.data) - total(rough.D_pba.data))).toBeLessThan(1e-8);
      }),
      { numRuns: 30 },
    );
  });

  test("of regions alone leaves each account unchanged where the members are alike", async () => {
    // Two copies of one economy without trade between them, under two names.
    const one = randomTable(3, 1, 4);
    const z = toDense(one.Z).data;
    const Z = dense(8, 8);
    const Y = dense(8, 2);
    for (let i = 0; i < 4; i++) {
      for (let j = 0; j < 4; j++) {
        Z.data[i * 8 + j] = z[i * 4 + j]!;
        Z.data[(i + 4) * 8 + j + 4] = z[i * 4 + j]!;
      }
      Y.data[i * 2] = one.Y.data[i]!;
      Y.data[(i + 4) * 2 + 1] = one.Y.data[i]!;
    }
    const two = inputOutputTable({
      regions: ["A", "B"],
      sectors: one.sectors,
      Z,
      Y,
      F: dense(1, 8, Float64Array.of(...one.F.data, ...one.F.data)),
      stressors: one.stressors,
    });
    const merged = aggregate(two, { regions: { A: "AB", B: "AB" } });
    const [single, both] = [await accounts(one), await accounts(merged)];
    expect(gap(single.M.data, both.M.data)).toBeLessThan(1e-12);
  });

  test("refuses a code that is not there", () => {
    expect(() => aggregate(randomTable(1, 2, 2), { sectors: { s7: "x" } })).toThrow('The concordance names "s7"');
  });
});

describe("splitting a sector", () => {
  const table = randomTable(41, 2, 3, 2, 2);
  const parts = [
    { name: "old", sales: 0.7, purchases: 0.8, emissions: [0.9, 0.5] },
    { name: "new", sales: 0.3, purchases: 0.2, emissions: [0.1, 0.5] },
  ];

  test("and aggregating the parts gives the table back", () => {
    const back = aggregate(splitSector(table, "s1", parts), { sectors: { old: "s1", new: "s1" } });
    expect(back.sectors).toEqual(table.sectors);
    expect(gap(toDense(back.Z).data, toDense(table.Z).data)).toBeLessThan(1e-13);
    for (const field of ["Y", "F", "FY"] as const) expect(gap(back[field].data, table[field].data)).toBeLessThan(1e-12);
    expect(gap(back.x, table.x)).toBeLessThan(1e-12);
  });

  test("changes no multiplier when the parts are alike, and does when they are not", async () => {
    const alike = splitSector(table, "s1", [
      { name: "a", sales: 0.25 },
      { name: "b", sales: 0.75 },
    ]);
    const [before, after] = [await accounts(table), await accounts(alike)];
    expect(gap(before.D_cba.data, after.D_cba.data)).toBeLessThan(1e-10);
    expect(after.M.data[1]).toBeCloseTo(before.M.data[1]!, 11);
    expect(after.M.data[2]).toBeCloseTo(before.M.data[1]!, 11);
    const unlike = await accounts(splitSector(table, "s1", parts));
    expect(unlike.M.data[1]! - unlike.M.data[2]!).toBeGreaterThan(0.1);
  });

  test("refuses shares that do not add up, and names that are taken", () => {
    expect(() => splitSector(table, "s1", [{ name: "a", sales: 0.5 }])).toThrow("The shares of sales add up to 0.5");
    expect(() => splitSector(table, "s9", parts)).toThrow('"s9" is none of the sectors');
    expect(() => splitSector(table, "s1", [{ name: "s0", sales: 1 }])).toThrow("need names that no other sector has");
  });
});

describe("another price year", () => {
  test("deflates rows and leaves tonnes, and one index for all changes no account", async () => {
    const table = randomTable(51, 2, 3);
    const moved = toPriceYear(table, [2, 2], "M$ of 2005");
    expect(moved.units.money).toBe("M$ of 2005");
    expect(moved.x[4]).toBe(table.x[4]! / 2);
    expect(moved.F).toBe(table.F);
    expect(gap((await accounts(moved)).D_cba.data, (await accounts(table)).D_cba.data)).toBeLessThan(1e-9);
    const rows = toPriceYear(table, [1, 2, 4, 1, 1, 1]);
    expect(toDense(rows.Z).data[2 * 6 + 1]).toBe(toDense(table.Z).data[2 * 6 + 1]! / 4);
    // The columns no longer balance by themselves: value added takes up the difference.
    expect(total(calcValueAdded(rows.Z, rows.x))).toBeCloseTo(total(rows.Y.data), 9);
  });

  test("refuses an index that is not above zero", () => {
    expect(() => toPriceYear(randomTable(51, 2, 3), [1, 0])).toThrow("index[1] is 0");
  });
});

describe("GRAS", () => {
  test("meets row and column sums for matrices with both signs and keeps every sign", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer(), async (seed) => {
        const next = numbersFrom(seed);
        const matrix = dense(5, 6);
        matrix.data.forEach((_, p) => {
          matrix.data[p] = next() < 0.15 ? -next() : next() * 5;
        });
        // Targets of a matrix with the same signs, so that an answer exists.
        const goal = dense(
          5,
          6,
          matrix.data.map((value) => value * (0.5 + next())),
        );
        const balanced = await gras(csrFromDense(matrix), rowSums(goal), columnSums(goal), { maxIterations: 5000 });
        expect(balanced.converged).toBe(true);
        expect(gap(rowSums(balanced.matrix), rowSums(goal))).toBeLessThan(1e-7);
        expect(gap(columnSums(balanced.matrix), columnSums(goal))).toBeLessThan(1e-7);
        toDense(balanced.matrix).data.forEach((value, p) => {
          expect(Math.sign(value)).toBe(Math.sign(matrix.data[p]!));
        });
      }),
      { numRuns: 40 },
    );
  });

  test("is RAS without negative cells: the answer is r̂ A ŝ", async () => {
    const { matrix } = await gras(
      denseFromRows([
        [1, 2],
        [3, 4],
      ]),
      [6, 14],
      [8, 12],
    );
    const [a, b, c, d] = matrix.data as unknown as [number, number, number, number];
    // The cross ratio of a biproportional answer is that of the start.
    expect((a * d) / (b * c)).toBeCloseTo((1 * 4) / (2 * 3), 7);
    expect(a + b).toBeCloseTo(6, 7);
  });

  test("gives the balanced matrix of Junius and Oosterhaven's conditions: r from p and n", async () => {
    const start = denseFromRows([
      [7, 3, -2],
      [5, 2, 4],
      [-1, 6, 3],
    ]);
    const { matrix } = await gras(start, [10, 11, 9], [12, 12, 6], { maxIterations: 5000, tolerance: 1e-13 });
    // Positive cells are r_i s_j p, negative ones n / (r_i s_j): the factors found in the one fit the other.
    const f = matrix.data.map((value, p) => value / start.data[p]!);
    expect(f[0]! * f[4]!).toBeCloseTo(f[1]! * f[3]!, 9);
    expect((1 / f[2]!) * f[4]!).toBeCloseTo(f[1]! * f[5]!, 9);
    expect((1 / f[6]!) * f[4]!).toBeCloseTo(f[3]! * f[7]!, 9);
  });

  test("says what cannot be met", async () => {
    await expect(gras(dense(1, 1), [1], [2])).rejects.toThrow("no matrix has both");
    const { unmet, converged } = await gras(
      denseFromRows([
        [0, 0],
        [1, 1],
      ]),
      [1, 1],
      [1, 1],
      { maxIterations: 20 },
    );
    expect(unmet).toContainEqual({ line: "row", index: 0, sum: 0, target: 1 });
    expect(converged).toBe(false);
  });

  test("empties a line whose sum must be zero, and stays finite where targets contradict each other", async () => {
    const emptied = await gras(
      denseFromRows([
        [1, 2],
        [3, 4],
      ]),
      [0, 10],
      [5, 5],
    );
    expect(emptied.matrix.data).toEqual(Float64Array.of(0, 0, 5, 5));
    // The first row sells to the first column alone, which must be empty.
    const torn = await gras(
      denseFromRows([
        [2, 0],
        [0, 3],
      ]),
      [4, 1],
      [0, 5],
      { maxIterations: 50 },
    );
    expect(torn.converged).toBe(false);
    expect(torn.matrix.data.every(Number.isFinite)).toBe(true);
    expect(torn.unmet.map(({ line, index }) => `${line} ${index}`)).toContain("row 0");
  });
});

/** A table of 3 regions and 4 sectors with consumption and stocks as two columns for each region. */
function withStocks(seed: number, stock: (i: number) => number, growth = 1) {
  const table = randomTable(Math.abs(seed % 1000) + 1, 3, 4);
  const Y = dense(12, 6);
  for (let i = 0; i < 12; i++) {
    for (let r = 0; r < 3; r++) {
      // Large beside stocks, so that every row has room for them.
      Y.data[i * 6 + 2 * r] = 4 + table.Y.data[i * 3 + r]! * (growth + 0.1 * r);
      Y.data[i * 6 + 2 * r + 1] = stock(i);
    }
  }
  const Z = dense(
    12,
    12,
    toDense(table.Z).data.map((cell, p) => cell * growth * (1 + (p % 7) / 50)),
  );
  return inputOutputTable({
    regions: table.regions,
    sectors: table.sectors,
    Z,
    Y,
    yRegions: [0, 0, 1, 1, 2, 2],
    yCategories: ["use", "stocks", "use", "stocks", "use", "stocks"],
    F: table.F,
    stressors: table.stressors,
  });
}

describe("a nowcast", () => {
  const base = randomTable(61, 3, 4, 2);

  test("with the totals of its own year is its own table", async () => {
    const totals = { x: base.x, valueAdded: calcValueAdded(base.Z, base.x), demand: columnSums(base.Y), F: base.F };
    const same = await nowcast(base, totals, { base: 2011, target: 2011 });
    const { Z, Y, F } = compareTables(same.table, base);
    for (const error of [Z, Y, F]) expect(error).toBeLessThan(1e-7);
    expect(same.demandScale).toBeCloseTo(1, 12);
  });

  test("meets the totals of the later year and is labelled as modelled", async () => {
    // Every sector grows at its own pace.
    const x = base.x.map((output, i) => output * (1 + (i % 5) / 20));
    const later = await nowcast(base, { x }, { base: 2011, target: 2018 });
    expect(later.provenance).toBe("modelled");
    expect(writeMessage(later.label)).toBe(
      "Modelled: structure of 2011 carried to the totals of 2018 by GRAS, with the emission intensities of 2011.",
    );
    expect(later.converged).toBe(true);
    expect(later.balanceError).toBeLessThan(1e-8);
    expect(gap(later.table.x, x) / maxNorm(x)).toBeLessThan(1e-8);
    const { imbalance, closure } = await checkTable(later.table);
    expect(imbalance).toBeLessThan(1e-12);
    expect(Math.abs(closure)).toBeLessThan(1e-8);
    expect(later.table.F.data[1]! / later.table.x[1]!).toBeCloseTo(base.F.data[1]! / base.x[1]!, 7);
  });

  test("carries stocks apart: a column that rises in the base year can fall later, and every total is met", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer(), async (seed) => {
        const next = numbersFrom(seed);
        const earlier = withStocks(seed, (i) => (i % 3 === 0 ? -1 : 1) * next());
        // Signs of stocks are drawn anew; everything else grows.
        const later = withStocks(seed, () => (next() - 0.6) * 3, 1.4);
        const totals = {
          x: later.x,
          valueAdded: calcValueAdded(later.Z, later.x),
          demand: columnSums(later.Y),
        };
        const carried = await nowcast(earlier, totals, { base: 2007, target: 2011 }, { maxIterations: 5000 });
        expect(carried.unmet).toEqual([]);
        expect(carried.converged).toBe(true);
        expect(gap(calcX(carried.table.Z, carried.table.Y), later.x)).toBeLessThan(1e-6);
        expect(gap(columnSums(carried.table.Y), columnSums(later.Y))).toBeLessThan(1e-6);
        expect(gap(calcValueAdded(carried.table.Z, carried.table.x), totals.valueAdded)).toBeLessThan(1e-6);
      }),
      { numRuns: 40 },
    );
  });

  test("sets aside a total that no cell can meet, says so, and meets the others", async () => {
    const Z = toDense(base.Z);
    const n = base.x.length;
    // The second row sells nothing in the base year.
    const cut = (m: typeof Z) =>
      dense(
        m.rows,
        m.columns,
        m.data.map((cell, p) => (Math.floor(p / m.columns) === 1 ? 0 : cell)),
      );
    const mute = inputOutputTable({ ...base, Z: cut(Z), Y: cut(base.Y), x: calcX(cut(Z), cut(base.Y)) });
    const x = Float64Array.from(mute.x, (output, i) => (i === 1 ? 5 : output * 1.1));
    const valueAdded = Float64Array.from({ length: n }, (_, j) =>
      j === 1 ? 5 : 1.1 * calcValueAdded(mute.Z, mute.x)[j]!,
    );
    const result = await nowcast(mute, { x, valueAdded }, { base: 2011, target: 2018 });
    expect(result.unmet.map((sentence) => writeMessage(sentence))).toContain(
      "The row of R0.s1 adds up to 0 in place of 5.",
    );
    expect(result.converged).toBe(false);
    const sold = calcX(result.table.Z, result.table.Y);
    x.forEach((output, i) => {
      if (i !== 1) expect(Math.abs(sold[i]! - output) / maxNorm(x)).toBeLessThan(1e-6);
    });
  });

  test("refuses totals of the wrong length", async () => {
    await expect(nowcast(base, { x: [1] }, { base: 2011, target: 2018 })).rejects.toThrow("x has 1 entries, but 12");
  });
});

describe("checks of a table", () => {
  test("find what is wrong and where", async () => {
    const table = inputOutputTable({
      regions: ["A", "B"],
      sectors: ["farm", "mill"],
      Z: denseFromRows([
        [1, 9, 0, 0],
        [0, -1, 0, 0],
        [1, 0, 2, 1],
        [0, 0, 0, 0],
      ]),
      Y: denseFromRows([
        [5, 1],
        [4, 1],
        [2, -6],
        [0, 0],
      ]),
      F: denseFromRows([[1, 2, 3, 4]]),
      stressors: ["CO2"],
    });
    const checks = await checkTable(table);
    expect(checks.negativeValueAdded).toEqual([
      { label: "A.mill", value: -4 },
      { label: "B.farm", value: -2 },
      { label: "B.mill", value: -1 },
    ]);
    expect(checks.columnsAboveOne.map(({ label }) => label)).toEqual(["A.mill"]);
    expect(checks.zeroOutput).toEqual(["B.farm", "B.mill"]);
    expect(checks.emissionsWithoutOutput.map(({ label }) => label)).toEqual(["B.farm", "B.mill"]);
    const above = checks.notes.find(({ kind }) => kind === "coefficients above one");
    expect(writeMessage(above!.sentence)).toContain("in A.mill; value added is negative there, -4.000 in all");
    expect(checks.negativeFinalDemandCells).toBe(1);
    expect(checks.negativeIntermediateCells).toBe(1);
    expect(checks.imbalance).toBe(0);
    expect(Math.abs(checks.closure)).toBeLessThan(1e-14);
  });

  test("find jumps of output and intensity between two years, greatest first", () => {
    const before = randomTable(71, 2, 3);
    const x = before.x.slice();
    x[1]! *= 10;
    const F = dense(1, 6, before.F.data.slice());
    F.data[1]! *= 10;
    F.data[4]! *= 4;
    const jumps = findJumps(before, { ...before, x, F });
    expect(jumps.map(({ label, quantity }) => [label, writeMessage(quantity)])).toEqual([
      ["R0.s1", "output"],
      ["R1.s1", "intensity of gas 0"],
    ]);
    expect(findJumps(before, before)).toEqual([]);
    const [note] = notesOnJumps(before, jumps);
    expect(writeMessage(note!.sentence)).toContain("2 quantities jump between the two tables: R0.s1 (output ");
    expect(note?.places.map(({ region, sector }) => region + sector)).toEqual(["R0s1", "R1s1"]);
    expect(notesOnJumps(before, [])).toEqual([]);
  });
});
