import { z } from "zod";
import { type Message, messages } from "../message/message.ts";
import { uninterrupted, type Work } from "../numeric/work.ts";
import type { ResultOf } from "../tool/shape.ts";
import { ratio } from "../tool/unit.ts";
import type { Distribution } from "../uncertainty/distributions/distribution.ts";
import { type DistributionSpec, distributionOf } from "../uncertainty/distributions/distribution-spec.ts";
import { type DrawnFigure, figureOf } from "../uncertainty/propagation/drawn-figure.ts";
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
import { varianceShares } from "./uncertainty/draw-scores.ts";
import { movingActivities } from "./uncertainty/moving-activities.ts";
import { RandomNumbers } from "./uncertainty/random-numbers.ts";
import type { RandomCells, RandomSystem, RandomTerms } from "./uncertainty/random-system.ts";
import { runDraws } from "./uncertainty/run-draws.ts";

const texts = messages("lifecycle", {
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
export const exchangeShareShape = z.object({
  part: z.enum(lifecycleParts),
  row: z.int(),
  column: z.int(),
  share: ratio,
});
export type ExchangeShare = ResultOf<typeof exchangeShareShape>;

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

/** To what share of its standard deviation each draw of a score is solved: to the digits that are read. */
const TOLERANCE = 1e-9;

/**
 * Scores of a product system with uncertain exchanges.
 *
 * Draws are solved as those of an opened inventory (`DrawSolver`). With a foreground whose products no background activity buys, A is
 * block triangular: what the foreground buys is in the scores w, solved for once, and a draw costs a solve of the foreground only,
 * exactly. Shares come from the adjoint: ∂h/∂a_ij = −w_i s_j, ∂h/∂b_ej = c_e s_j, ∂h/∂c_e = g_e. A draw depends on seed, its number,
 * and the place of each exchange among the uncertain ones.
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
  const exchanges = exchangesOf(system, errors, foreground);
  if (exchanges.length === 0) throw new UncertaintyError("errors", texts.nothingUncertain());
  const prepared = prepareSystem(system);
  const base = await solveScaling(prepared, system.demand, work);
  const direct = directScores(system);
  const product = await solveProductScores(prepared, direct, work);
  const [M, P] = [direct.rows, direct.columns];
  const rowsOf = (data: Float64Array) => Array.from({ length: M }, (_, m) => data.slice(m * P, (m + 1) * P));
  const random: RandomSystem = {
    prepared,
    demands: [system.demand],
    scalings: [base.x],
    direct: rowsOf(direct.data),
    productScores: rowsOf(product.scores.data),
    isFactored: base.method === "factors",
    numbers: new RandomNumbers(
      exchanges.map(({ law }) => ({ value: 1, law, sign: 1 })),
      options.seed,
    ),
    cells: cellsOfExchanges(exchanges),
    terms: termsOf(system, exchanges),
  };
  const run = await runDraws(random, { draws, tolerance: TOLERANCE }, work);
  const isReduced =
    foreground !== null && movingActivities(random).every((moves, j) => moves === 0 || foreground.has(j));
  const values = timesVector(system.characterization, timesVector(system.biosphere, base.x));
  return {
    scores: run.scores[0]!.map((drawn, m) => ({
      ...figureOf(values[m]!, drawn),
      contributors: varianceShares(run.firstOrder[0]![m]!, NAMED).shares.map(({ source, share }) => {
        const { part, row, column } = exchanges[source]!;
        return { part, row, column, share };
      }),
    })),
    method: isReduced ? texts.reduced() : texts.whole(),
    uncertain: exchanges.length,
    draws,
    residual: Math.max(base.residual, product.residual, run.residual),
    notes: foreground !== null && !isReduced ? [texts.interwoven()] : [],
  };
}

interface Exchange {
  readonly part: LifecyclePart;
  readonly row: number;
  readonly column: number;
  readonly value: number;
  /** Of the factor. */
  readonly law: Distribution;
}

/** Every stored exchange that matches an error. */
function exchangesOf(
  system: ProductSystem,
  errors: readonly ExchangeError[],
  foreground: ReadonlySet<number> | null,
): Exchange[] {
  const laws = errors.map(({ factor }, at) => distributionOf(factor, `errors[${at}].factor`));
  laws.forEach((law, at) => {
    if (law.quantile(0.005) > 1 || law.quantile(0.995) < 1)
      throw new UncertaintyError(`errors[${at}].factor`, texts.factorOffCentre({ at }));
  });
  return lifecycleParts.flatMap((part) => {
    const matrix = system[part];
    const found: Exchange[] = [];
    for (let row = 0; row < matrix.rows; row++)
      forRow(matrix, row, (column, value) => {
        if (foreground && part !== "characterization" && !foreground.has(column)) return;
        const at = errors.findIndex(
          (error) => error.part === part && (error.row ?? row) === row && (error.column ?? column) === column,
        );
        if (at >= 0) found.push({ part, row, column, value, law: laws[at]! });
      });
    return found;
  });
}

function cellsOfExchanges(exchanges: readonly Exchange[]): RandomCells {
  const kept = [...exchanges.entries()].filter(([, { part }]) => part === "technosphere");
  return {
    row: Int32Array.from(kept, ([, { row }]) => row),
    column: Int32Array.from(kept, ([, { column }]) => column),
    number: Int32Array.from(kept, ([at]) => at),
    factor: Float64Array.from(kept, ([, { value }]) => value),
  };
}

/** The products c_me b_ej of which either or both vary. */
function termsOf({ biosphere, characterization }: ProductSystem, exchanges: readonly Exchange[]): RandomTerms {
  const keyOf = (part: LifecyclePart, row: number, column: number) => `${part} ${row} ${column}`;
  const numbers = new Map(exchanges.map(({ part, row, column }, at) => [keyOf(part, row, column), at]));
  const numberOf = (part: LifecyclePart, row: number, column: number) => numbers.get(keyOf(part, row, column)) ?? -1;
  const found: [indicators: number[], columns: number[], coefficients: number[], first: number[], other: number[]] = [
    [],
    [],
    [],
    [],
    [],
  ];
  for (let m = 0; m < characterization.rows; m++)
    forRow(characterization, m, (e, factor) => {
      const ofFactor = numberOf("characterization", m, e);
      forRow(biosphere, e, (j, value) => {
        const ofFlow = numberOf("biosphere", e, j);
        if (ofFactor < 0 && ofFlow < 0) return;
        const isBoth = ofFactor >= 0 && ofFlow >= 0;
        const row = [m, j, factor * value, ofFlow >= 0 ? ofFlow : ofFactor, isBoth ? ofFactor : -1];
        for (const [at, each] of row.entries()) found[at]!.push(each);
      });
    });
  const [indicators, columns, coefficients, first, other] = found;
  return {
    indicator: Int32Array.from(indicators),
    column: Int32Array.from(columns),
    coefficient: Float64Array.from(coefficients),
    number: Int32Array.from(first),
    other: Int32Array.from(other),
  };
}

function foregroundOf({ technosphere }: ProductSystem, given: readonly number[] | undefined) {
  if (!given) return null;
  for (const j of given)
    if (!(Number.isInteger(j) && j >= 0 && j < technosphere.columns))
      throw new LifecycleError("foreground", texts.unknownActivity({ activity: j, last: technosphere.columns - 1 }));
  return new Set(given);
}

/** How many exchanges are named. */
const NAMED = 20;
