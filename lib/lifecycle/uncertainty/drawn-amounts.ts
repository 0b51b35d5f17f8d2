import { messages } from "../../message/message.ts";
import { distributionOf } from "../../uncertainty/distributions/distribution-spec.ts";
import { UncertaintyError } from "../../uncertainty/uncertainty-error.ts";
import type { ExchangeGraph } from "../graph/exchange-graph.ts";
import { RandomNumbers } from "./random-numbers.ts";
import { RandomParameters } from "./random-parameters.ts";

const texts = messages("lifecycle.drawn", {
  nothing: {
    en: "No exchange of the inventory has a distribution, and no exchange follows from a parameter with one, so that no other amounts can be drawn.",
    zh: "清单中没有带概率分布的交换，也没有由带分布的参数计算的交换，因此无法抽取其他数量。",
  },
});

/** The number at which the amounts are those of the inventory: the median of numbers spread evenly from 0 to 1. */
export const AS_STATED = 0.5;

/** One stream for all inventories: the number between 0 and 1 tells draws apart. */
const SEED = 1;

/**
 * The amounts of an inventory at one draw of all its laws at once. A draw is named by a number from 0 to 1; two different numbers are two
 * independent draws, and the same number gives the same amounts. Exchanges with laws of their own are independent of each other; those
 * whose formulas name a parameter with a law follow from its draw.
 */
export class DrawnAmounts {
  readonly #graph: ExchangeGraph;
  readonly #numbers: RandomNumbers;
  /** By number: its exchange. */
  readonly #exchanges: Int32Array;

  /** Throws UncertaintyError if nothing of the inventory has a law, or a law is contradictory. */
  constructor(graph: ExchangeGraph) {
    const { details, amount } = graph.exchanges;
    const own = [...details].flatMap(([e, { law }]) => (law === undefined || law === "undefined" ? [] : [e]));
    own.sort((p, q) => p - q);
    const isOwn = new Set(own);
    const parameters = RandomParameters.of(graph, undefined, (e) => !isOwn.has(e));
    function* laws() {
      for (const e of own) {
        const { law } = details.get(e)!;
        if (law === undefined || law === "undefined") continue;
        const value = amount[e]!;
        yield {
          value,
          law: distributionOf(law, `exchanges[${e}].law`),
          sign: value < 0 ? (-1 as const) : (1 as const),
        };
      }
    }
    this.#graph = graph;
    this.#numbers = new RandomNumbers(laws(), SEED, parameters);
    this.#exchanges = Int32Array.from([...own, ...(parameters?.exchanges ?? [])]);
    if (this.#numbers.count === 0) throw new UncertaintyError("draw", texts.nothing());
  }

  /** The inventory with the amounts of a draw. */
  at(draw: number): ExchangeGraph {
    if (draw === AS_STATED) return this.#graph;
    const deviations = new Float64Array(this.#numbers.count);
    this.#numbers.fill(draw, deviations);
    const amount = this.#graph.exchanges.amount.slice();
    for (const [k, e] of this.#exchanges.entries()) amount[e]! += deviations[k]!;
    return { ...this.#graph, exchanges: { ...this.#graph.exchanges, amount } };
  }
}
