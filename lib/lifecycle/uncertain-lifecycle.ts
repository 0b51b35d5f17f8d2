import { type Message, messages } from "../message/message.ts";
import { cellsOf, type Matrix, rowStart } from "../numeric/csr.ts";
import { dense } from "../numeric/matrix.ts";
import { step } from "../numeric/step.ts";
import { uninterrupted, type Work } from "../numeric/work.ts";
import type { Distribution } from "../uncertainty/distributions/distribution.ts";
import { type DistributionSpec, distributionOf } from "../uncertainty/distributions/distribution-spec.ts";
import { type DrawnFigure, figureOf } from "../uncertainty/propagation/drawn-figure.ts";
import { type Stream, stream } from "../uncertainty/sampling/stream.ts";
import { count, UncertaintyError } from "../uncertainty/uncertainty-error.ts";
import { LifecycleError } from "./lifecycle-error.ts";
import {
  checkSystem,
  directScores,
  forRow,
  type ProductSystem,
  prepareSystem,
  solveProductScores,
  solveScaling,
  timesVector,
} from "./product-system.ts";

const said = messages("lifecycle", {
  reduced: { en: "background solved once", zh: "背景只求解一次" },
  whole: { en: "each draw solved", zh: "每次抽样求解" },
  interwoven: {
    en: "The background buys from the foreground, so each draw was solved as a whole.",
    zh: "背景购买前景的产品，因此每次抽样都整体求解。",
  },
  nothingUncertain: {
    en: "No exchange is uncertain: errors fit none of those that may vary.",
    zh: "没有不确定的交换：errors 与可变的交换均不相符。",
  },
  scoreNotFinite: {
    en: "A draw of score {score} is not a finite number; narrow the distributions of the exchanges.",
    zh: "第 {score} 个评价结果有一次抽样不是有限数；请收窄交换的分布。",
  },
  factorOffCentre: {
    en: "errors[{at}].factor has 1, the neutral factor, outside its 99 % range; a factor should be about 1.",
    zh: "errors[{at}].factor 的 99 % 范围不含 1（即交换不变）；因子应在 1 附近。",
  },
  unknownActivity: {
    en: "foreground names activity {activity}, but there are 0 … {last}.",
    zh: "foreground 指名活动 {activity}，而活动编号为 0 … {last}。",
  },
});

export const lifecycleParts = ["technosphere", "biosphere", "characterization"] as const;
export type LifecyclePart = (typeof lifecycleParts)[number];

/** The uncertainty of matching exchanges; an omitted row or column matches all. The first match counts. */
export interface ExchangeError {
  readonly part: LifecyclePart;
  readonly row?: number | undefined;
  readonly column?: number | undefined;
  /** Distribution of the factor of the exchange, about 1. */
  readonly factor: DistributionSpec;
}

export interface LifecycleDrawOptions {
  readonly draws: number;
  readonly seed: number;
  /**
   * Activities of the foreground. If given, only their columns and the characterization are random, while the background is
   * fixed and solved once. If omitted, everything is random and each draw is solved as a whole.
   */
  readonly foreground?: readonly number[] | undefined;
}

/** First-order share of one exchange in the variance of a score. */
export interface ExchangeShare {
  readonly part: LifecyclePart;
  readonly row: number;
  readonly column: number;
  readonly share: number;
}

export interface UncertainLifecycle {
  /** By impact category. */
  readonly scores: readonly (DrawnFigure & { readonly contributors: readonly ExchangeShare[] })[];
  /** How the draws were solved. */
  readonly method: Message;
  readonly uncertain: number;
  readonly draws: number;
  /** The worst relative residual of all solves. */
  readonly residual: number;
  readonly notes: readonly Message[];
}

/**
 * Scores of a product system with uncertain exchanges.
 *
 * With a foreground whose products no background activity buys, A is block triangular: the scores w of what the foreground
 * buys from the background are solved for once, and a draw costs a solve of the foreground only, exactly. Otherwise each
 * draw is solved as a whole. Shares come from the adjoint: ∂h/∂a_ij = −w_i s_j, ∂h/∂b_ej = c_e s_j, ∂h/∂c_e = g_e.
 *
 * Heijungs (2010), Sensitivity coefficients for matrix-based LCA, doi:10.1007/s11367-010-0158-5.
 * Throws LifecycleError, UncertaintyError.
 */
export async function uncertainLifecycle(
  system: ProductSystem,
  errors: readonly ExchangeError[],
  options: LifecycleDrawOptions,
  work: Work = uninterrupted,
): Promise<UncertainLifecycle> {
  checkSystem(system);
  const draws = count("draws", options.draws, 2);
  const foreground = foregroundOf(system, options.foreground);
  const exchanges = exchangesOf(system, errors, foreground, options.seed);
  if (exchanges.length === 0) throw new UncertaintyError("errors", said.nothingUncertain());
  const prepared = prepareSystem(system);
  const base = await solveScaling(prepared, system.demand, work);
  const direct = directScores(system);
  const product = await solveProductScores(prepared, direct, work);
  const isReduced = foreground !== null && isTriangular(system.technosphere, foreground);
  const solver = isReduced
    ? await reducedSolver(system, foreground, work)
    : { solve: (drawn: ProductSystem) => wholeScores(drawn, work), residual: 0 };
  const M = system.characterization.rows;
  const results = Array.from({ length: M }, () => new Float64Array(draws));
  let residual = Math.max(base.residual, product.residual, solver.residual);
  for (let draw = 0; draw < draws; draw++) {
    const solved = await solver.solve(drawnSystem(system, exchanges, draw));
    residual = Math.max(residual, solved.residual);
    for (let m = 0; m < M; m++) results[m]![draw] = solved.scores[m]!;
    work.progress((draw + 1) / draws, step.draws());
    await work.pause();
  }
  const inventory = timesVector(system.biosphere, base.x);
  const scores = timesVector(system.characterization, inventory);
  const contributors = sharesOf(system, exchanges, base.x, inventory, product.scores.data, M);
  const bad = results.findIndex((values) => values.some((value) => !Number.isFinite(value)));
  if (bad >= 0) throw new UncertaintyError("errors", said.scoreNotFinite({ score: bad }));
  return {
    scores: results.map((values, m) => ({ ...figureOf(scores[m]!, values), contributors: contributors[m]! })),
    method: isReduced ? said.reduced() : said.whole(),
    uncertain: exchanges.length,
    draws,
    residual,
    notes: foreground !== null && !isReduced ? [said.interwoven()] : [],
  };
}

interface Exchange {
  readonly part: LifecyclePart;
  readonly row: number;
  readonly column: number;
  readonly value: number;
  /** Its index among the stored cells of its matrix. */
  readonly place: number;
  readonly law: Distribution;
  /** Its own random stream, so that adding an exchange does not change the draws of the others. */
  readonly stream: Stream;
}

/** Every stored exchange that matches an error. */
function exchangesOf(
  system: ProductSystem,
  errors: readonly ExchangeError[],
  foreground: ReadonlySet<number> | null,
  seed: number,
): Exchange[] {
  const laws = errors.map(({ factor }, at) => distributionOf(factor, `errors[${at}].factor`));
  laws.forEach((law, at) => {
    if (law.quantile(0.005) > 1 || law.quantile(0.995) < 1)
      throw new UncertaintyError(`errors[${at}].factor`, said.factorOffCentre({ at }));
  });
  return lifecycleParts.flatMap((part) => {
    const matrix = system[part];
    const cells = cellsOf(matrix);
    const found: Exchange[] = [];
    for (let row = 0; row < matrix.rows; row++)
      for (let q = rowStart(matrix, row), start = q, end = rowStart(matrix, row + 1); q < end; q++) {
        const column = matrix.kind === "csr" ? matrix.columnIndices[q]! : q - start;
        if (cells[q] === 0 || (foreground && part !== "characterization" && !foreground.has(column))) continue;
        const at = errors.findIndex(
          (error) => error.part === part && (error.row ?? row) === row && (error.column ?? column) === column,
        );
        if (at < 0) continue;
        const own = stream(seed, `${part} ${row} ${column}`);
        found.push({ part, row, column, value: cells[q]!, place: q, law: laws[at]!, stream: own });
      }
    return found;
  });
}

/** The system of one draw. */
function drawnSystem(system: ProductSystem, exchanges: readonly Exchange[], draw: number): ProductSystem {
  const parts = {
    technosphere: copyOf(system.technosphere),
    biosphere: copyOf(system.biosphere),
    characterization: copyOf(system.characterization),
  };
  for (const { part, value, place, law, stream: own } of exchanges)
    cellsOf(parts[part])[place] = value * law.quantile(own.at(draw));
  return { ...parts, demand: system.demand };
}

function copyOf(matrix: Matrix): Matrix {
  return matrix.kind === "csr"
    ? { ...matrix, values: matrix.values.slice() }
    : { ...matrix, data: matrix.data.slice() };
}

async function wholeScores(system: ProductSystem, work: Work) {
  const { x: scaling, residual } = await solveScaling(prepareSystem(system), system.demand, work);
  return { scores: timesVector(system.characterization, timesVector(system.biosphere, scaling)), residual };
}

function foregroundOf({ technosphere }: ProductSystem, given: readonly number[] | undefined) {
  if (!given) return null;
  for (const j of given)
    if (!(Number.isInteger(j) && j >= 0 && j < technosphere.columns))
      throw new LifecycleError("foreground", said.unknownActivity({ activity: j, last: technosphere.columns - 1 }));
  return new Set(given);
}

/** Whether no activity of the background buys or makes a product of the foreground. */
function isTriangular(technosphere: Matrix, foreground: ReadonlySet<number>): boolean {
  let alone = true;
  for (const i of foreground)
    forRow(technosphere, i, (j) => {
      if (!foreground.has(j)) alone = false;
    });
  return alone;
}

/** The background is solved once for the inventories of its products (E × P); a draw solves the foreground only. */
async function reducedSolver(system: ProductSystem, foreground: ReadonlySet<number>, work: Work) {
  const P = system.technosphere.columns;
  const front = [...foreground].sort((a, b) => a - b);
  const behind = Array.from({ length: P }, (_, j) => j).filter((j) => !foreground.has(j));
  const E = system.biosphere.rows;
  const emitted = pick(
    system.biosphere,
    Array.from({ length: E }, (_, e) => e),
    behind,
  );
  const back = prepareSystem({ technosphere: pick(system.technosphere, behind, behind) });
  // Inventory of one unit of each background product, E × |behind|.
  const { scores: inventories, residual } = await solveProductScores(back, emitted, work);
  const solve = async (drawn: ProductSystem) => {
    const scaled = await solveScaling(
      prepareSystem({ technosphere: pick(drawn.technosphere, front, front) }),
      Float64Array.from(front, (i) => drawn.demand[i]!),
      work,
    );
    const scale = new Float64Array(P);
    front.forEach((j, at) => {
      scale[j] = scaled.x[at]!;
    });
    const inventory = new Float64Array(E);
    for (let e = 0; e < E; e++)
      forRow(drawn.biosphere, e, (j, value) => {
        inventory[e]! += value * scale[j]!;
      });
    for (const [at, i] of behind.entries()) {
      let demanded = drawn.demand[i]!;
      forRow(drawn.technosphere, i, (j, value) => {
        demanded -= value * scale[j]!;
      });
      if (demanded !== 0)
        for (let e = 0; e < E; e++) inventory[e]! += inventories.data[e * behind.length + at]! * demanded;
    }
    return { scores: timesVector(drawn.characterization, inventory), residual: scaled.residual };
  };
  return { solve, residual };
}

function pick(matrix: Matrix, rows: readonly number[], columns: readonly number[]) {
  const place = new Map(columns.map((j, at) => [j, at]));
  const picked = dense(rows.length, columns.length);
  rows.forEach((i, at) => {
    forRow(matrix, i, (j, value) => {
      const to = place.get(j);
      if (to !== undefined) picked.data[at * columns.length + to] = value;
    });
  });
  return picked;
}

/** How many exchanges are named. */
const NAMED = 20;

function sharesOf(
  system: ProductSystem,
  exchanges: readonly Exchange[],
  scaling: Float64Array,
  inventory: Float64Array,
  product: Float64Array,
  M: number,
): ExchangeShare[][] {
  const P = scaling.length;
  const C = dense(M, inventory.length);
  for (let m = 0; m < M; m++)
    forRow(system.characterization, m, (e, value) => {
      C.data[m * inventory.length + e] = value;
    });
  return Array.from({ length: M }, (_, m) => {
    const variances = exchanges.map(({ part, row, column, value, law }) => {
      const derivative =
        part === "technosphere"
          ? -product[m * P + row]! * scaling[column]!
          : part === "biosphere"
            ? C.data[m * inventory.length + row]! * scaling[column]!
            : row === m
              ? inventory[column]!
              : 0;
      return (derivative * value) ** 2 * law.variance;
    });
    const total = variances.reduce((sum, variance) => sum + variance, 0);
    return exchanges
      .map(({ part, row, column }, at) => ({ part, row, column, share: total > 0 ? variances[at]! / total : 0 }))
      .sort((a, b) => b.share - a.share)
      .slice(0, NAMED);
  });
}
