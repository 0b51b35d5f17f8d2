import { type Message, messages } from "../../message/message.ts";
import { type Compiled, compileExpression } from "../../numeric/expression/compile-expression.ts";
import { derivative } from "../../numeric/expression/derivative.ts";
import { ExpressionError, variablesOf } from "../../numeric/expression/expression.ts";
import { readExpression } from "../../numeric/expression/read-expression.ts";
import type { Distribution } from "../../uncertainty/distributions/distribution.ts";
import { distributionOf } from "../../uncertainty/distributions/distribution-spec.ts";
import { normalCdf } from "../../uncertainty/distributions/normal-law.ts";
import { type Correlation, type CorrelationSpec, correlationOf } from "../../uncertainty/propagation/correlation.ts";
import { normalStream } from "../../uncertainty/sampling/normal-stream.ts";
import { ofVariable } from "../../uncertainty/uncertainty-error.ts";
import type { ExchangeGraph } from "../graph/exchange-graph.ts";
import { LifecycleError } from "../lifecycle-error.ts";

const texts = messages("lifecycle.uncertainty", {
  formulaOfParameter: { en: "formula of the parameter {name}", zh: "参数 {name} 的公式" },
  formulaOfExchange: {
    en: "formula of exchange {exchange} of {activity}",
    zh: "{activity} 第 {exchange} 个交换的公式",
  },
});

/** Where an unbounded law has no quantile. */
const LEAST = 2 ** -53;

/** A formula over parameters, ready to be evaluated many times. */
interface Formula {
  /** Indices of the parameters that it names. */
  readonly uses: readonly number[];
  readonly value: Compiled;
  /** By `uses`: its derivative. */
  readonly slopes: readonly Compiled[];
}

/**
 * Parameters with laws, and the exchanges whose formulas name them, directly or through other parameters: one draw of a parameter
 * moves them all. A parameter with a law is drawn by it, also if it has a formula.
 */
export class RandomParameters {
  /** Indices of the exchanges that follow. */
  readonly exchanges: readonly number[];
  /** Their amounts in the inventory. */
  readonly values: Float64Array;
  /** Names of the random parameters. */
  readonly names: readonly string[];
  readonly laws: readonly Distribution[];
  readonly correlation: Correlation | null;
  /** On laws and correlations. */
  readonly notes: readonly Message[];
  /** By parameter of the graph: index among the random ones, or −1. */
  readonly #randomAt: Int32Array;
  readonly #formulas: readonly (Formula | null)[];
  readonly #ofExchanges: readonly Formula[];
  /** The parameters that follow from random ones, in their order. */
  readonly #moved: readonly number[];
  readonly #base: Float64Array;
  readonly #current: Float64Array;
  readonly #normals: Float64Array;

  /**
   * @param fixed Exchanges with a law of their own, which their formula does not move.
   * @returns null if no parameter is random. Throws LifecycleError if a formula cannot be read, UncertaintyError for a law or correlation.
   */
  static of(
    graph: ExchangeGraph,
    correlations: CorrelationSpec | undefined,
    has: (exchange: number) => boolean,
  ): RandomParameters | null {
    if (!graph.parameters.some(({ law }) => law !== undefined) && !correlations) return null;
    return new RandomParameters(graph, correlations, has);
  }

  private constructor(
    { parameters, exchanges, activities }: ExchangeGraph,
    correlations: CorrelationSpec | undefined,
    has: (exchange: number) => boolean,
  ) {
    const random = [...parameters.keys()].filter((at) => parameters[at]!.law !== undefined);
    this.#randomAt = new Int32Array(parameters.length).fill(-1);
    random.forEach((parameter, at) => {
      this.#randomAt[parameter] = at;
    });
    this.names = random.map((at) => {
      const { name, activity } = parameters[at]!;
      return activity === undefined ? name : `${activities[activity]!.id}: ${name}`;
    });
    this.laws = random.map((at, k) => distributionOf(parameters[at]!.law!, `parameters.${this.names[k]}`));
    this.correlation = correlationOf(this.names, correlations);
    this.notes = [
      ...this.laws.flatMap(({ notes }, at) => notes.map((note) => ofVariable(this.names[at]!, note))),
      ...(this.correlation?.notes ?? []),
    ];
    this.#base = Float64Array.from(parameters, ({ value }) => value);
    this.#current = this.#base.slice();
    this.#normals = new Float64Array(random.length);
    const visible = visibleNames(parameters);
    this.#formulas = parameters.map(({ formula, name, activity, law }) =>
      formula === undefined || law !== undefined
        ? null
        : formulaOf(formula, visible(activity), texts.formulaOfParameter({ name })),
    );
    const follows = Uint8Array.from(this.#randomAt, (at) => (at >= 0 ? 1 : 0));
    const moved: number[] = [];
    this.#formulas.forEach((formula, at) => {
      if (!formula?.uses.some((use) => follows[use] === 1)) return;
      follows[at] = 1;
      moved.push(at);
    });
    this.#moved = moved;
    const followers: number[] = [];
    const ofExchanges: Formula[] = [];
    for (const [e, { formula }] of exchanges.details) {
      if (formula === undefined || !has(e)) continue;
      const activity = exchanges.activity[e]!;
      const name = texts.formulaOfExchange({ exchange: e, activity: activities[activity]!.name });
      const read = formulaOf(formula, visible(activity), name);
      if (!read.uses.some((use) => follows[use] === 1)) continue;
      followers.push(e);
      ofExchanges.push(read);
    }
    this.exchanges = followers;
    this.#ofExchanges = ofExchanges;
    this.values = Float64Array.from(followers, (e) => exchanges.amount[e]!);
  }

  /** Amounts of the exchanges in a draw, less those of the inventory. */
  fill(seed: number, draw: number, deviations: Float64Array): void {
    const z = this.#normals;
    normalStream(seed, `parameters:${draw}`).fill(0, z);
    if (this.correlation) correlate(this.correlation.lower, z);
    this.#randomAt.forEach((at, parameter) => {
      if (at < 0) return;
      const law = this.laws[at]!;
      if (law.normal) {
        const x = law.normal.location + law.normal.scale * z[at]!;
        this.#current[parameter] = law.normal.log ? Math.exp(x) : x;
      } else this.#current[parameter] = law.quantile(Math.min(1 - LEAST, Math.max(LEAST, normalCdf(z[at]!))));
    });
    for (const parameter of this.#moved)
      this.#current[parameter] = evaluated(this.#formulas[parameter]!, this.#current);
    this.#ofExchanges.forEach((formula, at) => {
      deviations[at] = evaluated(formula, this.#current) - this.values[at]!;
    });
  }

  /**
   * ∂h/∂parameter of the random parameters, by the chain rule at the inventory's values.
   *
   * @param slopes ∂h/∂amount of the exchanges.
   */
  slopes(slopes: ArrayLike<number>): Float64Array {
    const by = new Float64Array(this.#base.length);
    const push = ({ uses, slopes: own }: Formula, slope: number) => {
      const at = uses.map((use) => this.#base[use]!);
      uses.forEach((use, k) => {
        by[use]! += slope * own[k]!(at);
      });
    };
    this.#ofExchanges.forEach((formula, at) => {
      push(formula, slopes[at]!);
    });
    for (const parameter of [...this.#moved].reverse()) push(this.#formulas[parameter]!, by[parameter]!);
    const result = new Float64Array(this.laws.length);
    this.#randomAt.forEach((at, parameter) => {
      if (at >= 0) result[at] = by[parameter]!;
    });
    return result;
  }

  /** What each random parameter adds to the variance, to first order: slope_i Σ_j cov_ij slope_j. */
  variances(slopes: Float64Array): Float64Array {
    const n = slopes.length;
    const spread = slopes.map((slope, at) => slope * Math.sqrt(this.laws[at]!.variance));
    const { correlation } = this;
    if (!correlation) return spread.map((each) => each * each);
    return spread.map((each, i) =>
      spread.reduce((sum, other, j) => sum + each * other * correlation.matrix[i * n + j]!, 0),
    );
  }
}

function evaluated({ uses, value }: Formula, current: Float64Array): number {
  return value(uses.map((use) => current[use]!));
}

/** z' = L z in place, from the last row up, so that none is overwritten before it is used. */
function correlate(lower: Float64Array, z: Float64Array): void {
  const n = z.length;
  for (let row = n - 1; row >= 0; row--) {
    let sum = 0;
    for (let k = 0; k <= row; k++) sum += lower[row * n + k]! * z[k]!;
    z[row] = sum;
  }
}

/** Names that a formula in an activity may use, with the parameters for which they stand: the activity's own come first. */
function visibleNames(parameters: ExchangeGraph["parameters"]) {
  const everywhere = new Map<string, number>();
  const within = new Map<number, Map<string, number>>();
  parameters.forEach(({ name, activity }, at) => {
    if (activity === undefined) everywhere.set(name, at);
    else within.set(activity, (within.get(activity) ?? new Map<string, number>()).set(name, at));
  });
  return (activity: number | undefined): ReadonlyMap<string, number> => {
    const own = activity === undefined ? undefined : within.get(activity);
    return own ? new Map([...everywhere, ...own]) : everywhere;
  };
}

function formulaOf(
  text: string,
  places: ReadonlyMap<string, number>,
  subject: Parameters<typeof readExpression>[2],
): Formula {
  try {
    const expression = readExpression(text, [...places.keys()], subject);
    const names = variablesOf(expression);
    return {
      uses: names.map((name) => places.get(name)!),
      value: compileExpression(expression, names),
      slopes: names.map((name) => compileExpression(derivative(expression, name), names)),
    };
  } catch (error) {
    if (error instanceof ExpressionError) throw new LifecycleError("formula", error.said);
    throw error;
  }
}
