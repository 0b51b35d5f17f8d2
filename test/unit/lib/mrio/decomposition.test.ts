import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { accounts } from "../../../../lib/mrio/accounts.ts";
import { sumByRegion } from "../../../../lib/mrio/coefficients.ts";
import { decompose } from "../../../../lib/mrio/decomposition.ts";
import { lmdi, logarithmicMean } from "../../../../lib/mrio/lmdi.ts";
import { structuralDecomposition } from "../../../../lib/mrio/structural-decomposition.ts";
import type { InputOutputTable } from "../../../../lib/mrio/table.ts";
import { mapCells, rowSums } from "../../../../lib/numeric/csr.ts";
import { randomTable } from "../tables.ts";

const product = (before: number[], after: number[]) => (state: number) =>
  Float64Array.of(before.reduce((value, x, f) => value * (state & (1 << f) ? after[f]! : x), 1));

function* orders(m: number, taken: number[] = []): Generator<number[]> {
  if (taken.length === m) yield taken;
  else for (let f = 0; f < m; f++) if (!taken.includes(f)) yield* orders(m, [...taken, f]);
}

describe("a decomposition", () => {
  const numbers = fc.array(fc.double({ min: 0.1, max: 10, noNaN: true }), { minLength: 4, maxLength: 4 });

  test("in all orders is the mean over every order, term by term", () => {
    fc.assert(
      fc.property(numbers, numbers, (before, after) => {
        const evaluate = product(before, after);
        const mean = [0, 0, 0, 0];
        for (const order of orders(4)) {
          let state = 0;
          for (const f of order) {
            mean[f]! += (evaluate(state | (1 << f))[0]! - evaluate(state)[0]!) / 24;
            state |= 1 << f;
          }
        }
        const { effects } = decompose(["a", "b", "c", "d"], evaluate);
        effects.forEach((effect, f) => {
          expect(Math.abs(effect[0]! - mean[f]!) / 1e4).toBeLessThan(1e-12);
        });
      }),
    );
  });

  test("leaves no residual in either form, and its effects lie within their range", () => {
    fc.assert(
      fc.property(
        numbers,
        numbers,
        fc.constantFrom("all orders" as const, "polar mean" as const),
        (before, after, form) => {
          const result = decompose(["a", "b", "c", "d"], product(before, after), form);
          // Terms reach 10⁴.
          expect(Math.abs(result.residual[0]!)).toBeLessThan(1e-10);
          result.effects.forEach((effect, f) => {
            expect(effect[0]!).toBeGreaterThanOrEqual(result.range[f]!.low[0]! - 1e-10);
            expect(effect[0]!).toBeLessThanOrEqual(result.range[f]!.high[0]! + 1e-10);
          });
        },
      ),
    );
  });

  test("as polar mean is the mean of the first order and its mirror image", () => {
    // 2·3·5 → 7·11·13: forward 7−2 at old others, backward at new others.
    const { effects } = decompose(["a", "b", "c"], product([2, 3, 5], [7, 11, 13]), "polar mean");
    expect(effects[0]![0]).toBe((5 * 3 * 5 + 5 * 11 * 13) / 2);
    expect(effects[1]![0]).toBe((8 * 7 * 5 + 8 * 2 * 13) / 2);
    expect(effects[2]![0]).toBe((8 * 7 * 11 + 8 * 2 * 3) / 2);
  });

  test("of a single factor is the whole change", () => {
    expect(decompose(["a"], product([2], [5]), "polar mean").effects[0]![0]).toBe(3);
  });
});

describe("structural decomposition of a table's emissions", () => {
  const before = randomTable(31, 3, 4, 2, 2);

  test("explains the whole change by all factors, with and without population", async () => {
    const after = { ...randomTable(32, 3, 4, 2, 2) };
    const [a, b] = [await accounts(before), await accounts(after)];
    const household = [before, after].map((table) => sumByRegion(table.FY, table.yRegions, 3).data);
    for (const population of [
      undefined,
      [
        [1, 2, 3],
        [1.5, 2, 2],
      ] as const,
    ]) {
      for (const form of ["all orders", "polar mean"] as const) {
        const result = await structuralDecomposition(before, after, population ? { form, population } : { form });
        expect(result.factors).toHaveLength(population ? 5 : 4);
        result.change.forEach((change, p) => {
          const direct = b.D_cba.data[p]! - household[1]![p]! - (a.D_cba.data[p]! - household[0]![p]!);
          expect(Math.abs(change - direct) / 1000).toBeLessThan(1e-11);
          expect(Math.abs(result.residual[p]!) / 1000).toBeLessThan(1e-11);
        });
      }
    }
  });

  test("blames intensity alone when intensity alone changed, and demand when all demand doubled", async () => {
    const cleaner = { ...before, F: mapCells(before.F, (_, __, v) => v / 2) };
    const halved = await structuralDecomposition(before, cleaner);
    halved.effects.slice(1).forEach((effect) => {
      effect.forEach((value) => {
        expect(Math.abs(value)).toBeLessThan(1e-9);
      });
    });
    const doubled: InputOutputTable = {
      ...before,
      Z: mapCells(before.Z, (_, __, v) => 2 * v),
      Y: mapCells(before.Y, (_, __, v) => 2 * v),
      x: before.x.map((v) => 2 * v),
      F: mapCells(before.F, (_, __, v) => 2 * v),
    };
    const grown = await structuralDecomposition(before, doubled, {
      population: [
        [1, 1, 1],
        [2, 2, 2],
      ],
    });
    expect(grown.factors[4]).toBe("population");
    grown.effects.slice(0, 4).forEach((effect) => {
      effect.forEach((value) => {
        expect(Math.abs(value)).toBeLessThan(1e-9);
      });
    });
    expect(rowSums(doubled.Y)[0]).toBe(2 * rowSums(before.Y)[0]!);
  });

  test("refuses tables of different layouts", async () => {
    await expect(structuralDecomposition(before, randomTable(1, 2, 4, 2, 2))).rejects.toThrow("regions differ");
  });
});

describe("LMDI", () => {
  const positive = fc.array(fc.double({ min: 0.01, max: 100, noNaN: true }), { minLength: 3, maxLength: 3 });

  test("is perfect: additive effects add up, multiplicative ones multiply", () => {
    fc.assert(
      fc.property(positive, positive, positive, positive, (a0, b0, a1, b1) => {
        const result = lmdi(["a", "b"], [a0, b0], [a1, b1]);
        expect(Math.abs(result.residual)).toBeLessThan(1e-8);
        const ratio = result.multiplicative[0]! * result.multiplicative[1]!;
        expect(Math.abs(ratio / result.ratio - 1)).toBeLessThan(1e-9);
      }),
    );
  });

  test("turns its signs round when the years change places", () => {
    const there = lmdi(
      ["a", "b"],
      [
        [1, 2],
        [3, 4],
      ],
      [
        [2, 2],
        [5, 1],
      ],
    );
    const back = lmdi(
      ["a", "b"],
      [
        [2, 2],
        [5, 1],
      ],
      [
        [1, 2],
        [3, 4],
      ],
    );
    there.additive.forEach((effect, f) => {
      expect(back.additive[f]).toBeCloseTo(-effect, 12);
    });
  });

  test("gives a category that appears to the factor that was zero", () => {
    const result = lmdi(
      ["activity", "share"],
      [
        [10, 10],
        [1, 0],
      ],
      [
        [10, 10],
        [1, 0.5],
      ],
    );
    expect(result.additive[0]).toBeCloseTo(0, 10);
    expect(result.additive[1]).toBeCloseTo(5, 10);
  });

  test("refuses a negative factor by name", () => {
    expect(() => lmdi(["a"], [[1]], [[-1]])).toThrow('Factor "a" is -1 in category 0 after');
  });

  test("has a logarithmic mean that keeps its digits near equality", () => {
    expect(logarithmicMean(3, 3)).toBe(3);
    expect(logarithmicMean(3, 0)).toBe(0);
    // L(1 + e, 1) = 1 + e/2 − e²/12 + …
    const e = 1e-6;
    expect(Math.abs(logarithmicMean(1 + e, 1) - (1 + e / 2 - (e * e) / 12))).toBeLessThan(3e-16);
    // The series and the quotient meet.
    for (const u of [0.000999, 0.001001]) {
      expect(Math.abs(logarithmicMean(Math.exp(u), 1) - Math.expm1(u) / u)).toBeLessThan(1e-12);
    }
  });
});
