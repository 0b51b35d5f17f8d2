import { messages } from "../../message/message.ts";
import { type DenseMatrix, dense, rowOf } from "../../numeric/matrix.ts";
import { type Accounts, calcConsumption, calcProduction } from "../accounts.ts";
import { sumByRegion } from "../coefficients.ts";
import { type InputOutputTable, TableError } from "../table.ts";

const texts = messages("mrio", {
  stressorOutside: {
    en: "stressor is {stressor}, but the table has {count}.",
    zh: "stressor 为 {stressor}，而表中只有 {count} 个。",
  },
});

/**
 * The effect of a flow's error on output. `follows`: output is the sum of the flows and changes with them, so that world
 * emissions by production and consumption agree in every draw. `held`: output stays as published, so that the coefficients
 * A = Z x̂⁻¹ and S = F x̂⁻¹ have the error.
 */
export const outputRules = ["follows", "held"] as const;
export type OutputRule = (typeof outputRules)[number];

/** The solved table of one stressor, for its derivatives. n rows, R regions. */
export interface FootprintBase {
  readonly table: InputOutputTable;
  readonly stressor: number;
  /** 1 if output follows the flows, 0 if it is held. */
  readonly follows: 0 | 1;
  /** Multipliers p = S (I − A)⁻¹, n: the adjoint. Stressor per unit of money. */
  readonly p: Float64Array;
  /** u = X x̂⁻¹, n × R: the share of a row's output required by each region's final demand. Rows sum to 1. */
  readonly u: DenseMatrix;
  /** Final demand by region, n × R. */
  readonly y: DenseMatrix;
  /** Direct emissions of final demand by region, R. */
  readonly households: Float64Array;
  /** Emissions of the sectors, n. */
  readonly f: Float64Array;
  readonly D_pba: Float64Array;
  readonly D_cba: Float64Array;
}

/** The base of the derivatives from a table and its accounts. Throws TableError for an unknown stressor. */
export function footprintBase(
  table: InputOutputTable,
  result: Accounts,
  stressor: number,
  rule: OutputRule,
): FootprintBase {
  if (!(stressor >= 0 && stressor < table.stressors.length))
    throw new TableError("stressor", texts.stressorOutside({ stressor, count: table.stressors.length }));
  const [n, R] = [table.x.length, table.regions.length];
  const u = dense(n, R);
  for (let i = 0; i < n; i++) {
    const output = table.x[i]!;
    if (output === 0) continue;
    for (let c = 0; c < R; c++) u.data[i * R + c] = result.xByConsumer.data[i * R + c]! / output;
  }
  const households = sumByRegion(table.FY, table.yRegions, R);
  return {
    table,
    stressor,
    follows: rule === "follows" ? 1 : 0,
    p: rowOf(result.M, stressor),
    u,
    y: sumByRegion(table.Y, table.yRegions, R),
    households: rowOf(households, stressor),
    f: rowOf(table.F, stressor),
    D_pba: rowOf(calcProduction(table.F, households, table.sectors.length), stressor),
    D_cba: rowOf(calcConsumption(result.flows, households), stressor),
  };
}
