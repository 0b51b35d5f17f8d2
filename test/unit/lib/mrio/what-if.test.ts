import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Accounts, accounts } from "../../../../lib/mrio/accounts.ts";
import { calcA, calcS } from "../../../../lib/mrio/coefficients.ts";
import { type InputOutputTable, inputOutputTable } from "../../../../lib/mrio/table.ts";
import { prepareWhatIf, type WhatIfFrame } from "../../../../lib/mrio/what-if.ts";
import type { Edit } from "../../../../lib/mrio/what-if-edit.ts";
import { mapCells, toDense } from "../../../../lib/numeric/csr.ts";
import { leontiefSystem } from "../../../../lib/numeric/leontief.ts";
import { dense, maxNorm } from "../../../../lib/numeric/matrix.ts";
import { randomTable } from "../tables.ts";

/** The table with the edits applied for good: coefficients fixed, output from a new solve. */
async function edited(table: InputOutputTable, edits: readonly Edit[], factors: readonly number[]) {
  let A = toDense(calcA(table.Z, table.x));
  let Y = table.Y;
  let S = calcS(table.F, table.x);
  const has = (list: readonly number[] | undefined, i: number) => !list || list.includes(i);
  const change = (e: number, selected: boolean) => (selected ? factors[e]! - 1 : 0);
  const base = { A, Y, S };
  edits.forEach((edit, e) => {
    if (edit.kind === "coefficients") {
      A = mapCells(
        A,
        (i, j, v) => v + base.A.data[i * A.columns + j]! * change(e, has(edit.rows, i) && has(edit.columns, j)),
      );
    } else if (edit.kind === "demand") {
      Y = mapCells(
        Y,
        (i, c, v) =>
          v + base.Y.data[i * Y.columns + c]! * change(e, has(edit.rows, i) && has(edit.consumers, table.yRegions[c]!)),
      );
    } else {
      S = mapCells(
        S,
        (k, i, v) => v + base.S.data[k * S.columns + i]! * change(e, has(edit.rows, i) && (edit.stressor ?? k) === k),
      );
    }
  });
  const n = table.x.length;
  const demand = dense(n, 1);
  Y.data.forEach((value, p) => {
    demand.data[Math.floor(p / Y.columns)]! += value;
  });
  const x = (await leontiefSystem(A, n).solve(demand)).x.data;
  return inputOutputTable({
    ...table,
    Z: mapCells(A, (_, j, v) => v * x[j]!),
    Y,
    x,
    F: mapCells(S, (_, i, v) => v * x[i]!),
  });
}

function expectSame(frame: WhatIfFrame, result: Accounts): void {
  const scale = maxNorm(result.D_pba.data) + 1;
  for (const field of ["D_pba", "D_cba", "D_imp", "D_exp"] as const) {
    const gap = maxNorm(frame[field].data.map((value, p) => value - result[field].data[p]!));
    // Two direct solves of at most 24 rows, and a condition of a few tens.
    expect(gap / scale, field).toBeLessThan(1e-11);
  }
  frame.flows.forEach((flow, k) => {
    expect(maxNorm(flow.data.map((value, p) => value - result.flows[k]!.data[p]!)) / scale).toBeLessThan(1e-11);
  });
}

const edits: Edit[] = [
  { kind: "coefficients", rows: [1], columns: [0, 2, 5] },
  { kind: "coefficients", columns: [4] },
  { kind: "coefficients", rows: [2, 3] },
  { kind: "demand", consumers: [1] },
  { kind: "demand", rows: [0, 4], consumers: [0] },
  { kind: "intensity", rows: [0, 1, 2], stressor: 0 },
  { kind: "intensity" },
];

describe("what if", () => {
  test("is the exact answer of a new solve, whatever is edited together", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer(),
        fc.array(fc.double({ min: 0.5, max: 1.1, noNaN: true }), { minLength: edits.length, maxLength: edits.length }),
        async (seed, factors) => {
          const table = randomTable(seed, 2, 3, 2, 2);
          const whatIf = await prepareWhatIf(table, edits);
          expectSame(whatIf.frame(factors), await accounts(await edited(table, edits, factors)));
        },
      ),
      { numRuns: 40 },
    );
  });

  test("with all factors at 1 is the account as it stands, zero outputs included", async () => {
    const table = randomTable(5, 3, 8, 1, 2);
    expect([...table.x].some((output) => output === 0)).toBe(true);
    const whatIf = await prepareWhatIf(table, edits);
    expectSame(whatIf.frame(edits.map(() => 1)), await accounts(table));
  });

  test("leaves earlier frames alone", async () => {
    const table = randomTable(5, 2, 3);
    const whatIf = await prepareWhatIf(table, [{ kind: "demand" }]);
    const one = whatIf.frame([1]);
    const held = one.D_cba.data.slice();
    const two = whatIf.frame([2]);
    expect(one.D_cba.data).toEqual(held);
    expect(two.flows[0]!.data[1]).toBeCloseTo(2 * one.flows[0]!.data[1]!, 10);
  });

  test("refuses an economy that eats all it makes, rows that are not there, and factors that are missing", async () => {
    const table = randomTable(5, 1, 2, 1, 1, 1);
    const single: InputOutputTable = {
      ...table,
      Z: dense(2, 2, Float64Array.of(5, 0, 0, 0)),
      x: Float64Array.of(10, 10),
    };
    const whatIf = await prepareWhatIf(single, [{ kind: "coefficients", rows: [0], columns: [0] }]);
    expect(() => whatIf.frame([2])).toThrow("uses up as much as it makes");
    expect(() => whatIf.frame([])).toThrow("0 factors were given for 1 edits");
    await expect(prepareWhatIf(table, [{ kind: "coefficients", rows: [2] }])).rejects.toThrow("edits[0].rows names 2");
  });
});
