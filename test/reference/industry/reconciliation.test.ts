import { expect, test } from "vitest";
import { industryReconcile } from "../../../lib/industry/tools/reconcile.ts";
import { uninterrupted } from "../../../lib/numeric/work.ts";
import { callTool } from "../../../lib/tool/call.ts";
import { nothingToRead } from "../../../lib/tool/read.ts";

/**
 * Five flow meters around two nodes, by the textbook formula in exact matrices: x = m − S Aᵀ (A S Aᵀ)⁻¹ A m (Romagnoli and
 * Sánchez 2000). Computed with NumPy.
 */
const reference = {
  A: [
    [1, 1, -1, 0, 0],
    [0, 0, 1, -1, -1],
  ],
  measured: [100.5, 49, 152, 118, 31.2],
  sigma: [2, 1, 3, 2, 0.6],
  reconciled: [100.80931723877782, 49.077329309694456, 149.88664654847227, 118.62995096190117, 31.256695586571105],
  sigmaAfter: [1.4086010513684342, 0.9348849167784055, 1.3602371817055114, 1.373895770731682, 0.585567652512977],
  globalTest: 0.6342889475669562,
  quantile: 5.991464547,
};

test("The flows, their uncertainty and the global test are those of the textbook formula", async () => {
  const { A, measured, sigma } = reference;
  const result = (await callTool(industryReconcile, { A, measured, sigma }, uninterrupted, nothingToRead)) as {
    readonly reconciled: number[];
    readonly sigmaAfter: number[];
    readonly residualAfter: number[];
    readonly globalTest: { readonly chiSquare: number; readonly quantile: number; readonly passed: boolean };
  };
  // The tolerance of the reference case; rounding is below 1e-12.
  const near = (value: number, expected: number) => expect(Math.abs(value - expected)).toBeLessThan(1e-9);
  for (const [j, value] of result.reconciled.entries()) near(value, reference.reconciled[j]!);
  for (const [j, value] of result.sigmaAfter.entries()) near(value, reference.sigmaAfter[j]!);
  for (const value of result.residualAfter) expect(Math.abs(value)).toBeLessThan(1e-12);
  near(result.globalTest.chiSquare, reference.globalTest);
  near(result.globalTest.quantile, reference.quantile);
  expect(result.globalTest.passed).toBe(true);
});
