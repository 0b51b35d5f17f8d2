import { z } from "zod";
import { dense, maxNorm } from "../numeric/matrix.ts";
import { multiply } from "../numeric/multiply.ts";
import { uninterrupted, type Work } from "../numeric/work.ts";
import type { ResultOf } from "../tool/shape.ts";
import { ratio } from "../tool/unit.ts";
import type { Accounts } from "./accounts.ts";
import type { InputOutputTable } from "./table.ts";

/** The gap of an identity, in the unit of its terms and relative to their size. */
export const gapShape = z.object({
  identity: z.string(),
  /** Largest absolute difference between the two sides. */
  absolute: z.number(),
  /** The same, divided by the largest absolute value of the left side. */
  relative: ratio,
});
export type Gap = ResultOf<typeof gapShape>;

/**
 * x = L y: the output required by all final demand, compared with the table's own. Fails if inputs go into sectors of zero
 * output.
 */
export function gapOfOutput(table: InputOutputTable, result: Accounts): Gap {
  const { xByConsumer, x } = result;
  const R = table.regions.length;
  const differences = x.map((output, i) => {
    let called = 0;
    for (let c = 0; c < R; c++) called += xByConsumer.data[i * R + c]!;
    return output - called;
  });
  return gap("x = L y", differences, x);
}

/**
 * x = A x + y: the balance of the table itself, without a solve. A x = Z x̂⁻¹ x is Z times one where there
 * is output and zero elsewhere, so A is not needed.
 */
export async function gapOfBalance(table: InputOutputTable, work: Work = uninterrupted): Promise<Gap> {
  const { Z, Y, x } = table;
  const makes = x.map((output) => (output === 0 ? 0 : 1));
  const used = await multiply(Z, dense(x.length, 1, makes), work);
  const differences = x.map((output, i) => {
    let demand = 0;
    for (let c = 0; c < Y.columns; c++) demand += Y.data[i * Y.columns + c]!;
    return output - used.data[i]! - demand;
  });
  return gap("x = A x + y", differences, x);
}

/** Global production = global consumption, per stressor; the gap is the emissions of sectors with zero output. */
export function gapOfTotals(result: Accounts): Gap {
  const production = totals(result.D_pba);
  const consumption = totals(result.D_cba);
  return gap(
    "Σ D_pba = Σ D_cba",
    production.map((value, k) => value - consumption[k]!),
    production,
  );
}

/** D_cba = D_pba + D_imp − D_exp, per stressor and region. */
export function gapOfTrade({ D_cba, D_pba, D_imp, D_exp }: Accounts): Gap {
  const differences = D_cba.data.map((value, p) => value - (D_pba.data[p]! + D_imp.data[p]! - D_exp.data[p]!));
  return gap("D_cba = D_pba + D_imp − D_exp", differences, D_cba.data);
}

/** Row sums of the flows and F_Y = D_pba, per stressor and region. */
export function gapOfFlowRows(table: InputOutputTable, result: Accounts): Gap {
  const R = table.regions.length;
  const sums = household(table);
  result.flows.forEach((flow, k) => {
    flow.data.forEach((value, p) => {
      sums[k * R + Math.floor(p / R)]! += value;
    });
  });
  return gap(
    "Σ_c D_oc + F_Y = D_pba",
    result.D_pba.data.map((v, p) => v - sums[p]!),
    result.D_pba.data,
  );
}

/** Column sums of the flows and F_Y = D_cba computed another way: D_cba = M Y + F_Y. */
export function gapOfFlowColumns(table: InputOutputTable, result: Accounts): Gap {
  const R = table.regions.length;
  const { M, D_cba } = result;
  const { Y, yRegions } = table;
  const sums = household(table);
  for (let k = 0; k < M.rows; k++) {
    for (let i = 0; i < M.columns; i++) {
      const multiplier = M.data[k * M.columns + i]!;
      for (let c = 0; c < Y.columns; c++) sums[k * R + yRegions[c]!]! += multiplier * Y.data[i * Y.columns + c]!;
    }
  }
  return gap(
    "M Y + F_Y = D_cba",
    D_cba.data.map((value, p) => value - sums[p]!),
    D_cba.data,
  );
}

/** All identities of an account, for display. */
export async function gapsOfAccounts(
  table: InputOutputTable,
  result: Accounts,
  work: Work = uninterrupted,
): Promise<Gap[]> {
  return [
    await gapOfBalance(table, work),
    gapOfOutput(table, result),
    gapOfTotals(result),
    gapOfTrade(result),
    gapOfFlowRows(table, result),
    gapOfFlowColumns(table, result),
  ];
}

function gap(identity: string, differences: Float64Array, left: Float64Array): Gap {
  const absolute = maxNorm(differences);
  const size = maxNorm(left);
  return { identity, absolute, relative: size > 0 ? absolute / size : absolute };
}

function totals(matrix: { rows: number; columns: number; data: Float64Array }): Float64Array {
  const sums = new Float64Array(matrix.rows);
  matrix.data.forEach((value, p) => {
    sums[Math.floor(p / matrix.columns)]! += value;
  });
  return sums;
}

function household({ FY, yRegions, regions }: InputOutputTable): Float64Array {
  const sums = new Float64Array(FY.rows * regions.length);
  for (let k = 0; k < FY.rows; k++) {
    for (let c = 0; c < FY.columns; c++) sums[k * regions.length + yRegions[c]!]! += FY.data[k * FY.columns + c]!;
  }
  return sums;
}
