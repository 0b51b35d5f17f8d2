import type { Work } from "../../numeric/work.ts";
import { distributionOf } from "../../uncertainty/distributions/distribution-spec.ts";
import type { AssessedSystem } from "../assessed-system.ts";
import { isMaterialGood } from "../balance/mass-role.ts";
import { cutOffUses } from "../contribution/cut-off-uses.ts";
import { exchangeDerivatives } from "../contribution/exchange-derivatives.ts";
import { factorBetween } from "../graph/unit-names.ts";

/** What the data behind a line say of themselves, upstream included. */
export interface LineData {
  /** Materials that they take and that nothing provides, in kg, without water; the heaviest first. */
  readonly missing: { readonly kg: number; readonly names: readonly string[] };
  /** Amounts behind the score that the inventory says are uncertain and how, of all. */
  readonly laws: { readonly count: number; readonly of: number };
  /** Standard deviation of the score by these laws, to first order, kg CO2e. */
  readonly sd: number;
}

/** @param m index of the indicator. @param demand what the line takes of a node, in the product's sense (f). */
export async function lineData(
  assessed: AssessedSystem,
  m: number,
  demand: { readonly node: number; readonly amount: number },
  work: Work,
): Promise<LineData> {
  const { system } = assessed.solved;
  const { products, exchanges } = system.graph;
  const f = new Float64Array(system.nodes.length);
  f[demand.node] = demand.amount;
  const { scaling } = await assessed.solved.solve(f, work);
  const missing = cutOffUses(system, scaling)
    .uses.map(({ product, amount }) => {
      const { name, unit } = products[product]!;
      return { name, kg: amount * (factorBetween(unit, "kg") ?? 0) };
    })
    .filter(({ name, kg }) => kg > 0 && isMaterialGood(name))
    .sort((p, q) => q.kg - p.kg);
  const derivatives = exchangeDerivatives(assessed, m, await assessed.productScores(m, work), scaling);
  let [count, of, variance] = [0, 0, 0];
  for (const [exchange, derivative] of derivatives.entries()) {
    if (derivative === 0) continue;
    of++;
    const law = exchanges.details.get(exchange)?.law;
    if (law === undefined || law === "undefined") continue;
    count++;
    variance += derivative ** 2 * distributionOf(law, `exchanges[${exchange}].law`).variance;
  }
  return {
    missing: { kg: missing.reduce((sum, { kg }) => sum + kg, 0), names: missing.map(({ name }) => name) },
    laws: { count, of },
    sd: Math.sqrt(variance),
  };
}

/** What they say of an amount above 0 of the product, where they are known for one unit of it: all but the counts is linear in it. */
export function times({ missing, laws, sd }: LineData, amount: number): LineData {
  return { missing: { kg: missing.kg * amount, names: missing.names }, laws, sd: sd * amount };
}
