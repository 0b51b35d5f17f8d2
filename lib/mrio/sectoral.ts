import { messages } from "../message/message.ts";
import { leontiefSystem } from "../numeric/leontief.ts";
import { type DenseMatrix, dense, transposeDense } from "../numeric/matrix.ts";
import { uninterrupted, type Work } from "../numeric/work.ts";
import type { Accounts } from "./accounts.ts";
import { calcA, sumByRegion } from "./coefficients.ts";
import { requireProductive, rowName } from "./productive.ts";
import { solvable } from "./singular.ts";
import { type InputOutputTable, TableError } from "./table.ts";

const texts = messages("mrio", {
  lengthOfPopulation: {
    en: "population has {count} entries, but there are {regions} regions.",
    zh: "population 有 {count} 个数，而区域有 {regions} 个。",
  },
  populationNotPositive: {
    en: "population[{at}] is {value}; it must be above zero.",
    zh: "population[{at}] 为 {value}；必须大于零。",
  },
});

/**
 * Accounts by sector, K × n, households' direct emissions left out (trap: regional totals are Σ D + F_Y).
 * D_pba and D_exp are assigned to the emitting sector; D_cba and D_imp to the consuming region and the sector of the final
 * product, regardless of its origin.
 */
export interface SectorAccounts {
  readonly D_pba: DenseMatrix;
  readonly D_cba: DenseMatrix;
  readonly D_imp: DenseMatrix;
  readonly D_exp: DenseMatrix;
  readonly residual: number;
}

/**
 * Accounts by sector as in pymrio `calc_accounts` (doi:10.5334/jors.251), without forming L:
 *
 *     D_pba = F,   D_exp_ki = S_ki Σ over consumers c abroad of X_ic
 *     D_cba_k,(c,s) = Σ over suppliers r of M_k,(r,s) Y_(r,s),c
 *     D_imp_k,(c,s) = the same with the multipliers of origins other than c
 *
 * Needs K · R transposed solves for the multipliers by origin. Units of F.
 */
export async function sectorAccounts(
  table: InputOutputTable,
  result: Pick<Accounts, "S" | "xByConsumer">,
  work: Work = uninterrupted,
): Promise<SectorAccounts> {
  const { F, x } = table;
  const R = table.regions.length;
  const N = table.sectors.length;
  const n = x.length;
  const K = F.rows;
  const Y = sumByRegion(table.Y, table.yRegions, R);
  const { multipliers, residual } = await multipliersByOrigin(table, result.S, work);
  const D_exp = dense(K, n);
  const D_cba = dense(K, n);
  const D_imp = dense(K, n);
  for (let k = 0; k < K; k++) {
    for (let i = 0; i < n; i++) {
      let abroad = 0;
      for (let c = 0; c < R; c++) if (c !== Math.floor(i / N)) abroad += result.xByConsumer.data[i * R + c]!;
      D_exp.data[k * n + i] = result.S.data[k * n + i]! * abroad;
    }
    for (let o = 0; o < R; o++) {
      const at = (k * R + o) * n;
      for (let j = 0; j < n; j++) {
        const multiplier = multipliers.data[at + j]!;
        if (multiplier === 0) continue;
        for (let c = 0; c < R; c++) {
          const embodied = multiplier * Y.data[j * R + c]!;
          D_cba.data[k * n + c * N + (j % N)]! += embodied;
          if (o !== c) D_imp.data[k * n + c * N + (j % N)]! += embodied;
        }
      }
    }
    await work.pause();
  }
  return { D_pba: dense(K, n, F.data.slice()), D_cba, D_imp, D_exp, residual };
}

/**
 * Multipliers by origin, (K · R) × n: row k · R + o is S_k restricted to origin o, times L. The rows of one stressor
 * add up to M.
 */
export async function multipliersByOrigin(
  table: InputOutputTable,
  S: DenseMatrix,
  work: Work = uninterrupted,
): Promise<{ multipliers: DenseMatrix; residual: number }> {
  const R = table.regions.length;
  const N = table.sectors.length;
  const n = S.columns;
  const restricted = dense(n, S.rows * R);
  for (let k = 0; k < S.rows; k++) {
    for (let i = 0; i < n; i++) {
      restricted.data[i * restricted.columns + k * R + Math.floor(i / N)] = S.data[k * n + i]!;
    }
  }
  const system = leontiefSystem(calcA(table.Z, table.x), N);
  await requireProductive(system, rowName(table), work);
  const solved = await solvable(system.solveTransposed(restricted, work));
  return { multipliers: transposeDense(solved.x), residual: solved.residual };
}

/**
 * Flows by emitting sector, per stressor n × R: S_ki X_ic are the emissions of sector i for final demand of region c.
 * Summed over the sectors of a region they are the flows origin × consumer. Units of F.
 */
export function calcFlowsByProducer(S: DenseMatrix, xByConsumer: DenseMatrix): DenseMatrix[] {
  const { rows: n, columns: R, data } = xByConsumer;
  return Array.from({ length: S.rows }, (_, k) =>
    dense(
      n,
      R,
      data.map((output, p) => S.data[k * n + Math.floor(p / R)]! * output),
    ),
  );
}

/**
 * Flows by final product, per stressor (origin · N + product sector) × consumer: emissions of origin o for the products of
 * a sector that region c buys, regardless of where they were finished. `multipliers` are those of `multipliersByOrigin`; Y
 * is n × R.
 */
export function calcFlowsByProduct(multipliers: DenseMatrix, Y: DenseMatrix, N: number): DenseMatrix[] {
  const { rows: n, columns: R } = Y;
  return Array.from({ length: multipliers.rows / R }, (_, k) => {
    const flow = dense(R * N, R);
    for (let o = 0; o < R; o++) {
      for (let j = 0; j < n; j++) {
        const multiplier = multipliers.data[(k * R + o) * n + j]!;
        const at = (o * N + (j % N)) * R;
        for (let c = 0; c < R; c++) flow.data[at + c]! += multiplier * Y.data[j * R + c]!;
      }
    }
    return flow;
  });
}

/** Consumption-based emissions by column of final demand (region and category), K × C: M Y + F_Y. Units of F. */
export function calcConsumptionByCategory(M: DenseMatrix, Y: DenseMatrix, FY: DenseMatrix): DenseMatrix {
  const C = Y.columns;
  const result = dense(M.rows, C, FY.data.slice());
  for (let k = 0; k < M.rows; k++) {
    for (let i = 0; i < M.columns; i++) {
      const multiplier = M.data[k * M.columns + i]!;
      for (let c = 0; c < C; c++) result.data[k * C + c]! += multiplier * Y.data[i * C + c]!;
    }
  }
  return result;
}

/**
 * D per head, K × R: D_kr / population_r. Units of F per unit of population. pymrio suffix `_cap`.
 * Throws TableError if a population is missing or not above zero.
 */
export function calcPerCapita(D: DenseMatrix, population: ArrayLike<number>): DenseMatrix {
  const R = D.columns;
  if (population.length !== R) {
    throw new TableError("population", texts.lengthOfPopulation({ count: population.length, regions: R }));
  }
  for (let r = 0; r < R; r++) {
    if (!(population[r]! > 0))
      throw new TableError("population", texts.populationNotPositive({ at: r, value: population[r] }));
  }
  return dense(
    D.rows,
    R,
    D.data.map((value, p) => value / population[p % R]!),
  );
}
