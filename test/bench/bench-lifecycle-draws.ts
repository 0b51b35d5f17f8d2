import { type PreparedSystem, prepareSystem, solveProductScores } from "../../lib/lifecycle/product-system.ts";
import { RandomNumbers } from "../../lib/lifecycle/uncertainty/random-numbers.ts";
import type { RandomSystem } from "../../lib/lifecycle/uncertainty/random-system.ts";
import type { CsrMatrix } from "../../lib/numeric/csr.ts";
import { dense } from "../../lib/numeric/matrix.ts";
import { lognormalOf } from "../../lib/uncertainty/distributions/lognormal.ts";

/**
 * A technosphere of which every cell varies, inputs with geometric standard deviations of 1.05–1.35 and outputs with 1.01, and one emission
 * of each activity with 1.2; one demand, one indicator. `columns` limits what varies to the first activities.
 */
export async function randomSystem(a: CsrMatrix, seed: number, columns = a.columns): Promise<RandomSystem> {
  const P = a.rows;
  const prepared: PreparedSystem = prepareSystem({
    technosphere: a,
    references: Int32Array.from({ length: P }, (_, j) => j),
  });
  const demand = new Float64Array(P);
  demand[5] = 1;
  const direct = Float64Array.from({ length: P }, (_, j) => 1 + Math.sin(j));
  const base = await prepared.system.solve(demand);
  const { scores } = await solveProductScores(prepared, dense(1, P, direct));
  const [rows, places, values]: [number[], number[], number[]] = [[], [], []];
  for (let i = 0; i < P; i++)
    for (let p = a.rowStarts[i]!; p < a.rowStarts[i + 1]!; p++) {
      if (a.columnIndices[p]! >= columns) continue;
      rows.push(i);
      places.push(a.columnIndices[p]!);
      values.push(a.values[p]!);
    }
  // In the order of the activities, as in an inventory.
  const order = [...rows.keys()].sort((p, q) => places[p]! - places[q]! || p - q);
  const cells = order.length;
  const emissions = Math.min(P, columns);
  function* laws() {
    for (const p of order) {
      const value = values[p]!;
      const sigma = value > 0 ? 0.01 : Math.log(1.05 + 0.3 * ((p * 0.618034) % 1));
      yield {
        value,
        law: lognormalOf(Math.log(Math.abs(value)), sigma),
        sign: value < 0 ? (-1 as const) : (1 as const),
      };
    }
    for (let j = 0; j < emissions; j++) yield { value: 1, law: lognormalOf(0, Math.log(1.2)), sign: 1 as const };
  }
  return {
    prepared,
    demands: [demand],
    scalings: [base.x],
    direct: [direct],
    productScores: [scores.data],
    isFactored: base.method === "factors",
    numbers: new RandomNumbers(laws(), seed),
    cells: {
      row: Int32Array.from(order, (p) => rows[p]!),
      column: Int32Array.from(order, (p) => places[p]!),
      number: Int32Array.from(order, (_, at) => at),
      factor: new Float64Array(cells).fill(1),
    },
    terms: {
      indicator: new Int32Array(emissions),
      column: Int32Array.from({ length: emissions }, (_, j) => j),
      coefficient: direct.slice(0, emissions),
      number: Int32Array.from({ length: emissions }, (_, j) => cells + j),
      other: new Int32Array(emissions).fill(-1),
    },
  };
}
