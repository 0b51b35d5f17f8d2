import { describe, expect, it } from "vitest";
import { industryProgramme } from "../../lib/industry/tools/programme.ts";
import { callTool } from "../../lib/tool/call.ts";

/** Uniform numbers of Numerical Recipes' linear congruential generator, the same in Python. */
function* uniform(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = Number((1664525n * BigInt(state) + 1013904223n) % 4294967296n);
    yield state / 2 ** 32;
  }
}

/** max cᵀx: A x ≤ b, 0 ≤ x ≤ u, half of A zero; drawn in the order of A, b, c, u. */
function drawn(columns: number, rows: number, seed: number) {
  const numbers = uniform(seed);
  const next = () => numbers.next().value;
  const many = <T>(count: number, of: () => T) => Array.from({ length: count }, of);
  const A = many(rows, () => many(columns, () => (next() < 0.5 ? Math.round(10 * next()) - 3 : 0)));
  const b = many(rows, () => 20 + Math.round(80 * next()));
  const c = many(columns, () => 1 + Math.round(20 * next()));
  const u = many(columns, () => 5 + Math.round(10 * next()));
  const record = <T>(letter: string, values: readonly T[]) =>
    Object.fromEntries(values.map((value, k) => [`${letter}${k}`, value]));
  return {
    maximize: record("x", c),
    constraints: record(
      "row",
      A.map((row, i) => ({ terms: record("x", row), hi: b[i]! })),
    ),
    bounds: record(
      "x",
      u.map((hi) => ({ hi })),
    ),
  };
}

/** Native HiGHS through SciPy 1.17: linprog and milp on the same numbers. */
const native = [
  {
    columns: 20,
    rows: 15,
    seed: 2,
    lp: 1089.9555555555557,
    milp: 1077,
    duals: { row2: 3.8, row4: 0.6, row6: 2.522222222222, row8: 0.866666666667, row10: 1.666666666667, row13: 0.4 },
  },
  {
    columns: 60,
    rows: 40,
    seed: 3,
    lp: 762.704604421201,
    duals: {
      row0: 0.747220416872,
      row1: 1.835399948957,
      row3: 0.517877406643,
      row5: 1.115846096116,
      row6: 1.921218654473,
      row10: 0.883272593496,
      row12: 1.19405186811,
      row17: 0.846244967729,
      row18: 1.223225462175,
      row23: 0.06418316297,
      row24: 2.097655687408,
      row26: 1.208324857085,
      row31: 0.829693331476,
      row33: 1.441750641893,
      row36: 0.452901587481,
      row37: 1.727892059449,
      row38: 0.045336561424,
    },
  },
];

describe("Programmes as native HiGHS solves them", () => {
  it.each(native)("linear, $columns variables and $rows rows", async ({ columns, rows, seed, lp, duals }) => {
    const found = await callTool(industryProgramme, drawn(columns, rows, seed));
    expect(found.objective! / lp).toBeCloseTo(1, 12);
    const binding = Object.fromEntries(Object.entries(found.duals).filter(([, dual]) => dual !== 0));
    expect(Object.keys(binding)).toEqual(Object.keys(duals));
    // Reference duals are written to twelve digits.
    for (const [row, dual] of Object.entries(duals)) expect(binding[row]).toBeCloseTo(dual, 10);
    expect(found.residual).toBeLessThan(1e-12);
  });

  // The larger one takes native HiGHS 50 000 nodes, too, which says nothing that the smaller does not.
  it.each(native.slice(0, 1))("in integers, $columns variables and $rows rows", async (programmeOf) => {
    const { columns, rows, seed, milp } = programmeOf;
    const programme = drawn(columns, rows, seed);
    const found = await callTool(industryProgramme, { ...programme, integers: Object.keys(programme.maximize) });
    expect(found.objective).toBe(milp);
    expect(Object.values(found.values).every(Number.isInteger)).toBe(true);
  });
});
