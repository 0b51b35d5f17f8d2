import { messages } from "../message/message.ts";
import { leontiefSystem } from "../numeric/leontief.ts";
import { type DenseMatrix, transposeDense } from "../numeric/matrix.ts";
import { uninterrupted, type Work } from "../numeric/work.ts";
import { calcA, calcS, sumByRegion } from "./coefficients.ts";
import { type Decomposition, type DecompositionForm, decompose } from "./decomposition.ts";
import { requireProductive, rowName } from "./productive.ts";
import { solvable } from "./singular.ts";
import { type InputOutputTable, TableError } from "./table.ts";

const texts = messages("mrio", {
  differentLayouts: {
    en: "{field} differ between the two tables; bring them to one classification first.",
    zh: "两张表的 {field} 不同，请先统一分类。",
  },
});

export interface StructuralOptions {
  readonly form?: DecompositionForm;
  /** Population of the R regions in the two years; splits the level of demand into people and demand per head. */
  readonly population?: readonly [ArrayLike<number>, ArrayLike<number>];
}

/** A decomposition of consumption-based emissions; every vector is K × R, row-major. */
export interface StructuralDecomposition extends Decomposition {
  /** The largest residual of the four solves. */
  readonly solverResidual: number;
}

/**
 * Why consumption-based emissions (without households' direct ones) changed between two tables of the same layout:
 *
 *     D_kc = Σ_j (S L)_kj · mix_jc · level_c,   mix_jc = y_jc / Σ y_c,   level_c = Σ y_c (= per head_c · population_c)
 *
 * Factors: "intensity" S, "technology" L, "mix" of final demand (products and where they come from), "level" of final
 * demand, or "demand per head" and "population". Both tables must be in the same prices, otherwise inflation is counted as
 * growth: convert with `toPriceYear` first.
 * Dietzenbacher & Los (1998), doi:10.1080/09535319800000023; Hoekstra & van den Bergh (2003),
 * doi:10.1016/S0140-9883(02)00059-2.
 */
export async function structuralDecomposition(
  before: InputOutputTable,
  after: InputOutputTable,
  options: StructuralOptions = {},
  work: Work = uninterrupted,
): Promise<StructuralDecomposition> {
  requireSameLayout(before, after);
  const R = before.regions.length;
  const N = before.sectors.length;
  const K = before.F.rows;
  const { population } = options;
  const intensities = [calcS(before.F, before.x), calcS(after.F, after.x)] as const;
  const systems = [leontiefSystem(calcA(before.Z, before.x), N), leontiefSystem(calcA(after.Z, after.x), N)] as const;
  // multipliers[technology][intensity]
  const multipliers: DenseMatrix[][] = [];
  let solverResidual = 0;
  for (const system of systems) {
    await requireProductive(system, rowName(before), work);
    const row: DenseMatrix[] = [];
    for (const S of intensities) {
      const solved = await solvable(system.solveTransposed(transposeDense(S), work));
      solverResidual = Math.max(solverResidual, solved.residual);
      row.push(transposeDense(solved.x));
    }
    multipliers.push(row);
  }
  const demand = [before, after].map((table) => splitDemand(sumByRegion(table.Y, table.yRegions, R)));
  const factors = ["intensity", "technology", "mix", ...(population ? ["demand per head", "population"] : ["level"])];

  // Per head of the multipliers and mixes: 8 combinations, each K × R.
  const perUnit = [0, 1, 2, 3, 4, 5, 6, 7].map((state) =>
    embodied(multipliers[(state >> 1) & 1]![state & 1]!, demand[(state >> 2) & 1]!.mix, K, R),
  );
  const evaluate = (state: number): Float64Array =>
    perUnit[state & 7]!.map((value, p) => {
      const c = p % R;
      if (!population) return value * demand[(state >> 3) & 1]!.level[c]!;
      const head = (state >> 3) & 1;
      const people = (state >> 4) & 1;
      return ((value * demand[head]!.level[c]!) / population[head]![c]!) * population[people]![c]!;
    });
  return { ...decompose(factors, evaluate, options.form), solverResidual };
}

function splitDemand(Y: DenseMatrix): { mix: DenseMatrix; level: Float64Array } {
  const level = new Float64Array(Y.columns);
  Y.data.forEach((value, p) => {
    level[p % Y.columns]! += value;
  });
  return {
    level,
    mix: { ...Y, data: Y.data.map((value, p) => (level[p % Y.columns] === 0 ? 0 : value / level[p % Y.columns]!)) },
  };
}

function embodied(M: DenseMatrix, mix: DenseMatrix, K: number, R: number): Float64Array {
  const result = new Float64Array(K * R);
  for (let k = 0; k < K; k++) {
    for (let j = 0; j < mix.rows; j++) {
      const multiplier = M.data[k * mix.rows + j]!;
      for (let c = 0; c < R; c++) result[k * R + c]! += multiplier * mix.data[j * R + c]!;
    }
  }
  return result;
}

function requireSameLayout(before: InputOutputTable, after: InputOutputTable): void {
  for (const field of ["regions", "sectors", "stressors"] as const) {
    if (before[field].join("\n") !== after[field].join("\n")) {
      throw new TableError(field, texts.differentLayouts({ field }));
    }
  }
}
