import { type Message, messages } from "../../message/message.ts";
import { someOf } from "../../message/some-of.ts";
import { type CsrMatrix, transpose } from "../../numeric/csr.ts";
import { uninterrupted, type Work } from "../../numeric/work.ts";
import { distributionOf } from "../../uncertainty/distributions/distribution-spec.ts";
import type { CorrelationSpec } from "../../uncertainty/propagation/correlation.ts";
import { type DrawnFigure, figureOf } from "../../uncertainty/propagation/drawn-figure.ts";
import { count, UncertaintyError } from "../../uncertainty/uncertainty-error.ts";
import type { AssessedSystem } from "../assessed-system.ts";
import { BIOSPHERE } from "../graph/activity-functions.ts";
import type { LinkedSystem } from "../graph/linked-system.ts";
import { LifecycleError } from "../lifecycle-error.ts";
import { RandomNumbers } from "./random-numbers.ts";
import { RandomParameters } from "./random-parameters.ts";
import type { RandomCells, RandomSystem, RandomTerms } from "./random-system.ts";
import { type DrawControl, type DrawRun, runDraws } from "./run-draws.ts";

const texts = messages("lifecycle.uncertainty", {
  nothing: {
    en: "No exchange of the inventory has a law, and no exchange follows from a parameter with one, so that nothing can be drawn.",
    zh: "清单中没有带概率分布的交换，也没有由带分布的参数计算的交换，因此无从抽样。",
  },
  unknownActivity: {
    en: "foreground names {id}, which is not an activity of the inventory.",
    zh: "foreground 中的 {id} 不是清单中的活动。",
  },
  noDemand: { en: "At least one demand is needed.", zh: "至少应有一个需求。" },
  fewLaws: {
    en: "{count} of {all} exchanges vary; the others have no law and stay as they are, so that the spread is that of a part of the inventory only.",
    zh: "{all} 个交换中有 {count} 个参与抽样；其余没有分布而保持不变，因此结果的离散程度只反映清单的一部分。",
  },
  undefinedLaws: {
    en: "{count} {count:exchange is|exchanges are} said to be uncertain, but not how; they were not varied: {names:and}.",
    zh: "有 {count} 个交换注明不确定但未给出分布，未参与抽样：{names:and}。",
  },
  exchange: { en: "{flow} of {activity}", zh: "{activity} 的 {flow}" },
  swept: {
    en: "Each draw was solved by sweeps from the solution without deviations, corrected by the adjoint, for {moving} of {activities} activities; on average {sweeps} sweeps.",
    zh: "每次抽样从无偏差的解出发迭代求解并以伴随解修正，涉及 {activities} 个活动中的 {moving} 个；平均迭代 {sweeps} 次。",
  },
  refined: {
    en: "Each draw was solved by refinement with the LU factors of the system without deviations, corrected by the adjoint; on average {sweeps} steps.",
    zh: "每次抽样以无偏差系统的 LU 分解逐步改进求解，并以伴随解修正；平均 {sweeps} 步。",
  },
  control: {
    en: "{count} {count:draw was|draws were} also solved exactly: scores differ by at most {largest} of their value, {spread} of their standard deviation.",
    zh: "另有 {count} 次抽样作了精确求解：结果最多相差其值的 {largest}，即其标准差的 {spread}。",
  },
  solvedAnew: {
    en: "The iteration did not converge in {count} {count:case|cases}, which {count:was|were} solved directly.",
    zh: "有 {count} 例迭代不收敛，改为直接求解。",
  },
  backwards: {
    en: "In {count} of them activities run backwards: they take more of their own product, directly or through others, than they make. Their laws are too wide.",
    zh: "其中 {count} 例有活动反向运行：其直接或间接消耗的自身产品多于产出，说明分布过宽。",
  },
});

export interface DrawScoresOptions {
  readonly draws: number;
  readonly seed: number;
  /** Ids of the activities whose exchanges vary, on a background that is fixed; all if left out. */
  readonly foreground?: readonly string[] | undefined;
  /** Of parameters, by their names; those that hold within an activity are called "ID: NAME". */
  readonly correlations?: CorrelationSpec | undefined;
  /** To what share of its standard deviation each draw of a score is solved; default: 0.001. */
  readonly tolerance?: number | undefined;
}

/** First-order share of an exchange or a parameter in the variance of a score. */
export interface ScoreContributor {
  readonly of: "exchange" | "parameter";
  /** Index of the exchange; of the parameter among those with a law. */
  readonly index: number;
  readonly name: Message | string;
  readonly share: number;
}

/** The draws of one score. */
export interface DrawnScore {
  readonly figure: DrawnFigure;
  /** In the order of the draws, which are the same for all demands and indicators. */
  readonly draws: Float64Array;
  /** Standard deviation to first order, from the adjoint: √Σ (∂h/∂x)² Var x. */
  readonly firstOrderSd: number;
  /** Variance of the draws by that to first order; null where the latter is 0. */
  readonly varianceRatio: number | null;
  /** The largest twenty. */
  readonly contributors: readonly ScoreContributor[];
}

export interface DrawnScores {
  /** D × M. */
  readonly scores: readonly (readonly DrawnScore[])[];
  /** How many exchanges vary by laws of their own, and how many by parameters. */
  readonly uncertain: {
    readonly exchanges: number;
    readonly byParameters: number;
    readonly parameters: number;
    /** Of how many exchanges of the system, or of its foreground. */
    readonly of: number;
  };
  /** Indices of the exchanges that are said to be uncertain, but not how: they are not varied. */
  readonly undefinedLaws: readonly number[];
  readonly control: DrawControl;
  readonly draws: number;
  readonly residual: number;
  readonly method: Message;
  readonly notes: readonly Message[];
}

/**
 * Scores of demands of an inventory with uncertain exchanges, on common draws.
 *
 * An exchange with a law is drawn by it, independently of all others; one whose formula names a parameter with a law is computed from
 * the draw of the parameter. Shares of allocation stay as they are. A draw depends on the seed, its number, and the place of each exchange
 * among the uncertain ones of the system; the draws of exchanges do not depend on methods, demands or parameters.
 *
 * Throws LifecycleError, UncertaintyError.
 *
 * @param demands f, D × P.
 */
export async function drawScores(
  assessed: AssessedSystem,
  demands: readonly Float64Array[],
  options: DrawScoresOptions,
  work: Work = uninterrupted,
): Promise<DrawnScores> {
  const draws = count("draws", options.draws, 2);
  if (demands.length === 0) throw new LifecycleError("demand", texts.noDemand());
  const { system: linked, prepared } = assessed.solved;
  const random = randomExchanges(linked, options);
  const { numbers, numberOf, sources } = random;
  if (numbers.count === 0) throw new UncertaintyError("laws", texts.nothing());
  const indicators = [...assessed.characteriser.indicators.keys()];
  const solutions = [];
  for (const demand of demands) solutions.push(await assessed.solved.solve(demand, work));
  const productScores: Float64Array[] = [];
  for (const m of indicators) productScores.push(await assessed.productScores(m, work));
  const first = await prepared.system.solve(demands[0]!, solutions[0]!.scaling, work);
  const system: RandomSystem = {
    prepared,
    demands,
    scalings: solutions.map(({ scaling }) => scaling),
    direct: indicators.map((m) => assessed.directOf(m)),
    productScores,
    isFactored: first.method === "factors",
    numbers,
    cells: randomCells(linked, numberOf),
    terms: randomTerms(assessed, numberOf),
  };
  const run = await runDraws(system, { draws, tolerance: options.tolerance }, work);
  const names = nameSources(linked, random);
  return {
    scores: demands.map((_, d) => indicators.map((m) => drawnScore(system, run, d, m, sources, names))),
    uncertain: {
      exchanges: numbers.own,
      byParameters: numbers.count - numbers.own,
      parameters: numbers.parameters?.names.length ?? 0,
      of: random.used,
    },
    undefinedLaws: random.undefinedLaws,
    control: run.control,
    draws,
    residual: Math.max(run.residual, ...solutions.map(({ residual }) => residual)),
    method: system.isFactored
      ? texts.refined({ sweeps: run.sweeps.toFixed(1) })
      : texts.swept({ moving: run.moving, activities: linked.nodes.length, sweeps: run.sweeps.toFixed(1) }),
    notes: [
      ...new Set(solutions.flatMap(({ notes }) => notes)),
      ...(numbers.parameters?.notes ?? []),
      ...(numbers.count < PARTIAL * random.used ? [texts.fewLaws({ count: numbers.count, all: random.used })] : []),
      ...notesOn(linked, random.undefinedLaws, run),
    ],
  };
}

interface RandomExchanges {
  readonly numbers: RandomNumbers;
  /** By exchange: index of its number, or −1. */
  readonly numberOf: Int32Array;
  /** Exchanges with laws of their own, in the order of their numbers. */
  readonly sources: Int32Array;
  readonly undefinedLaws: readonly number[];
  /** How many exchanges of the system, or of its foreground, there are. */
  readonly used: number;
}

/** Below this part of the exchanges a note says that most do not vary. */
const PARTIAL = 0.5;

function randomExchanges(linked: LinkedSystem, { foreground, correlations, seed }: DrawScoresOptions): RandomExchanges {
  const { graph, technosphereCells, biosphereCells } = linked;
  const { exchanges, activities } = graph;
  const isForeground = foreground ? new Uint8Array(activities.length) : null;
  for (const id of foreground ?? []) {
    const at = activities.findIndex((activity) => activity.id === id);
    if (at < 0) throw new LifecycleError("foreground", texts.unknownActivity({ id }));
    isForeground![at] = 1;
  }
  // Exchanges that are cut off, or within a merged process, are not in the system.
  const isUsed = new Uint8Array(exchanges.count);
  for (const { exchange } of [technosphereCells, biosphereCells])
    for (const e of exchange) if (!isForeground || isForeground[exchanges.activity[e]!] === 1) isUsed[e] = 1;
  const own: number[] = [];
  const undefinedLaws: number[] = [];
  for (const [e, { law }] of exchanges.details) {
    if (law === undefined || isUsed[e] === 0) continue;
    (law === "undefined" ? undefinedLaws : own).push(e);
  }
  const sources = Int32Array.from(own).sort();
  const numberOf = new Int32Array(exchanges.count).fill(-1);
  sources.forEach((e, at) => {
    numberOf[e] = at;
  });
  const parameters = RandomParameters.of(graph, correlations, (e) => isUsed[e] === 1 && numberOf[e]! < 0);
  parameters?.exchanges.forEach((e, at) => {
    numberOf[e] = sources.length + at;
  });
  function* laws() {
    for (const e of sources) {
      const value = exchanges.amount[e]!;
      const law = exchanges.details.get(e)!.law;
      if (law === undefined || law === "undefined") continue;
      yield { value, law: distributionOf(law, `exchanges[${e}].law`), sign: value < 0 ? (-1 as const) : (1 as const) };
    }
  }
  return {
    numbers: new RandomNumbers(laws(), seed, parameters),
    numberOf,
    sources,
    undefinedLaws: undefinedLaws.sort((a, b) => a - b),
    used: isUsed.reduce((sum, each) => sum + each, 0),
  };
}

function randomCells({ technosphereCells }: LinkedSystem, numberOf: Int32Array): RandomCells {
  const { exchange, row, column, factor } = technosphereCells;
  const kept = new Int32Array(exchange.length).map((_, at) => at).filter((at) => numberOf[exchange[at]!]! >= 0);
  return {
    row: kept.map((at) => row[at]!),
    column: kept.map((at) => column[at]!),
    number: kept.map((at) => numberOf[exchange[at]!]!),
    factor: Float64Array.from(kept, (at) => factor[at]!),
  };
}

function randomTerms({ solved, characteriser }: AssessedSystem, numberOf: Int32Array): RandomTerms {
  const { graph, nodes, biosphereCells } = solved.system;
  const { exchange, row, column, factor } = biosphereCells;
  const atPlaces = new Map<string | null, CsrMatrix>();
  const factorsAt = (place: string | null) => {
    const known = atPlaces.get(place) ?? transpose(characteriser.at(place).matrix);
    atPlaces.set(place, known);
    return known;
  };
  const found: [indicators: number[], columns: number[], coefficients: number[], numbers: number[]] = [[], [], [], []];
  for (let at = 0; at < exchange.length; at++) {
    const number = numberOf[exchange[at]!]!;
    if (number < 0) continue;
    const factors = factorsAt(graph.activities[nodes[column[at]!]!.activity]!.location);
    for (let p = factors.rowStarts[row[at]!]!; p < factors.rowStarts[row[at]! + 1]!; p++) {
      found[0].push(factors.columnIndices[p]!);
      found[1].push(column[at]!);
      found[2].push(factors.values[p]! * factor[at]!);
      found[3].push(number);
    }
  }
  const [indicators, columns, coefficients, numbers] = found;
  return {
    indicator: Int32Array.from(indicators),
    column: Int32Array.from(columns),
    coefficient: Float64Array.from(coefficients),
    number: Int32Array.from(numbers),
    other: new Int32Array(numbers.length).fill(-1),
  };
}

/** How many contributors are named. */
const NAMED = 20;

function drawnScore(
  { direct, scalings }: RandomSystem,
  run: DrawRun,
  d: number,
  m: number,
  sources: Int32Array,
  name: (source: number) => Message | string,
): DrawnScore {
  const draws = run.scores[d]![m]!;
  const scaling = scalings[d]!;
  const value = direct[m]!.reduce((sum, each, j) => sum + each * scaling[j]!, 0);
  const figure = figureOf(value, draws);
  const { variance, shares } = varianceShares(run.firstOrder[d]![m]!, NAMED);
  return {
    figure,
    draws,
    firstOrderSd: Math.sqrt(variance),
    varianceRatio: variance > 0 ? figure.sd ** 2 / variance : null,
    contributors: shares.map(({ source, share }) =>
      source < sources.length
        ? { of: "exchange", index: sources[source]!, name: name(source), share }
        : { of: "parameter", index: source - sources.length, name: name(source), share },
    ),
  };
}

/** The largest shares of what adds up to a variance. */
export function varianceShares(variances: Float64Array, most: number) {
  const variance = Math.max(
    0,
    variances.reduce((sum, each) => sum + each, 0),
  );
  const order = new Int32Array(variances.length).map((_, at) => at);
  const shares = order
    .sort((a, b) => variances[b]! - variances[a]! || a - b)
    .subarray(0, most)
    .reduce<{ source: number; share: number }[]>((list, source) => {
      list.push({ source, share: variance > 0 ? variances[source]! / variance : 0 });
      return list;
    }, []);
  return { variance, shares };
}

function nameSources(linked: LinkedSystem, { sources, numbers }: RandomExchanges) {
  return (source: number): Message | string =>
    source < sources.length
      ? nameOfExchange(linked, sources[source]!)
      : numbers.parameters!.names[source - sources.length]!;
}

function nameOfExchange({ graph }: LinkedSystem, e: number): Message {
  const { activity, type, flow } = graph.exchanges;
  const flows = type[e] === BIOSPHERE ? graph.flows : graph.products;
  return texts.exchange({ flow: flows[flow[e]!]!.name, activity: graph.activities[activity[e]!]!.name });
}

function notesOn(linked: LinkedSystem, undefinedLaws: readonly number[], run: DrawRun): Message[] {
  const { control, solvedAnew, backwards } = run;
  const notes: Message[] = [];
  if (undefinedLaws.length > 0) {
    const names = someOf(undefinedLaws.map((e) => nameOfExchange(linked, e)));
    notes.push(texts.undefinedLaws({ count: undefinedLaws.length, names }));
  }
  if (control.draws > 0) {
    const [largest, spread] = [control.largest, control.ofSpread].map((each) => each.toPrecision(2));
    notes.push(texts.control({ count: control.draws, largest: largest!, spread: spread! }));
  }
  if (solvedAnew > 0) notes.push(texts.solvedAnew({ count: solvedAnew }));
  if (backwards > 0) notes.push(texts.backwards({ count: backwards }));
  return notes;
}
