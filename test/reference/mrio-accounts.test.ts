import { describe, expect, test } from "vitest";
import { accounts } from "../../lib/mrio/accounts.ts";
import { calcA, calcL, calcM, calcS, calcSY } from "../../lib/mrio/coefficients.ts";
import { gapsOfAccounts } from "../../lib/mrio/identities.ts";
import { toDense } from "../../lib/numeric/csr.ts";
import { dense, toRows } from "../../lib/numeric/matrix.ts";
import { multiply } from "../../lib/numeric/multiply.ts";
import { callTool } from "../../lib/tool/call.ts";
import { findTool } from "../../lib/tools.ts";
import { expectClose } from "./mrio/close.ts";
import miller from "./mrio/miller-blair.json" with { type: "json" };
import { expected, smallInput, smallTable } from "./mrio/small.ts";

// The expected numbers are given with 16 digits and came from another LAPACK; 1e-10 leaves room for its rounding.
const TOLERANCE = 1e-10;

function tool(name: string) {
  const found = findTool(name);
  if (!found) throw new Error(`no tool ${name}`);
  return found;
}

describe("the small multi-regional table of pymrio", () => {
  for (const form of ["dense", "csr"] as const) {
    test(`gives A, L, S, S_Y and M as pymrio does, from a ${form} Z`, async () => {
      const table = smallTable(form);
      const A = calcA(table.Z, table.x);
      const L = await calcL(A);
      const S = calcS(table.F, table.x);
      expectClose(table.x, expected.x, TOLERANCE);
      expectClose(toRows(toDense(A)), expected.A, TOLERANCE);
      expectClose(toRows(L), expected.L, TOLERANCE);
      expectClose(toRows(S), expected.S, TOLERANCE);
      expectClose(toRows(calcSY(table.FY, table.Y)), expected.S_Y, TOLERANCE);
      expectClose(toRows(await calcM(S, L)), expected.M, TOLERANCE);
    });

    test(`gives the regional accounts, trade and flows from a ${form} Z`, async () => {
      const result = await accounts(smallTable(form));
      expectClose(toRows(result.M), expected.M, TOLERANCE);
      expectClose(toRows(result.D_pba), expected.D_pba_reg, TOLERANCE);
      expectClose(toRows(result.D_cba), expected.D_cba_reg, TOLERANCE);
      expectClose(toRows(result.D_imp), sumOfSectors(expected.D_imp), TOLERANCE);
      expectClose(toRows(result.D_exp), sumOfSectors(expected.D_exp), TOLERANCE);
      expectClose(result.flows.map(toRows), expected.embodied_origin_by_consumer_mrio, TOLERANCE);
      expect(result.residual).toBeLessThan(1e-14);
      // reg1.sector2 buys 20 to make 15: the table has it so, and it is said.
      expect(result.notes.map(({ kind }) => kind)).toEqual(["coefficients above one"]);
      expect(result.notes[0]!.places).toEqual([{ region: "reg1", sector: "sector2", value: expect.closeTo(20 / 15) }]);
    });
  }

  test("closes every identity of its accounts", async () => {
    const table = smallTable();
    const gaps = await gapsOfAccounts(table, await accounts(table));
    expect(gaps).toHaveLength(6);
    for (const gap of gaps) expect(gap.relative, gap.identity).toBeLessThan(1e-14);
  });

  test("gives the same through the tool consumption.accounts, under the names that are promised", async () => {
    const output = tool("consumption.accounts").output.parse(
      await callTool(tool("consumption.accounts"), smallInput),
    ) as Record<string, number[][]> & { flows: number[][][]; x: number[]; residual: number };
    expectClose(output.x, expected.x, TOLERANCE);
    expectClose(output.S!, expected.S, TOLERANCE);
    expectClose(output.M!, expected.M, TOLERANCE);
    expectClose(output.D_pba!, expected.D_pba_reg, TOLERANCE);
    expectClose(output.D_cba!, expected.D_cba_reg, TOLERANCE);
    expectClose(output.D_imp!, sumOfSectors(expected.D_imp), TOLERANCE);
    expectClose(output.D_exp!, sumOfSectors(expected.D_exp), TOLERANCE);
    expectClose(output.flows, expected.embodied_origin_by_consumer_mrio, TOLERANCE);
    expect(output.residual).toBeLessThan(1e-14);
  });
});

describe("the two-sector example of Miller and Blair", () => {
  test("gives A and L to the last digit and the published rounding", async () => {
    const output = (await callTool(tool("consumption.multipliers"), {
      Z: miller.Z,
      x: miller.x,
      F: [miller.labour_coeff.map((share, i) => share * miller.x[i]!)],
    })) as { A: number[][]; L: number[][]; outputMultipliers: number[]; M: number[][]; residual: number };
    expectClose(output.A, miller.expected.A, 1e-12);
    expectClose(output.L, miller.expected.L, 1e-12);
    // Printed with three decimals.
    expectClose(output.L, miller.expected.L_published_rounded, 5e-4);
    const columns = [0, 1].map((j) => miller.expected.L[0]![j]! + miller.expected.L[1]![j]!);
    expectClose(output.outputMultipliers, columns, 1e-12);
    const [labour] = miller.expected.L.length ? [miller.labour_coeff] : [];
    expectClose(
      output.M[0]!,
      [0, 1].map((j) => labour![0]! * miller.expected.L[0]![j]! + labour![1]! * miller.expected.L[1]![j]!),
      1e-12,
    );
    expect(output.residual).toBeLessThan(1e-15);
  });

  test("answers the changed final demand with the published output and labour", async () => {
    const Z = dense(2, 2, Float64Array.from(miller.Z.flat()));
    const L = await calcL(calcA(Z, Float64Array.from(miller.x)));
    const x = (await multiply(L, dense(2, 1, Float64Array.from(miller.f_new)))).data;
    expectClose(x, miller.expected.x_new, 1e-12);
    // Published with one decimal.
    expectClose(x, miller.expected.x_new_published, 5e-5);
    // The book multiplies rounded outputs: 0.3 × 1247.5 and 0.25 × 1841.6.
    expectClose(
      x.map((output, i) => output * miller.labour_coeff[i]!),
      miller.expected.labour_total_published,
      5e-5,
    );
  });
});

/** Sector accounts [K][R·3] added to regions [K][R]. */
function sumOfSectors(rows: number[][]): number[][] {
  return rows.map((row) => [0, 1].map((r) => row.slice(3 * r, 3 * r + 3).reduce((sum, value) => sum + value, 0)));
}
