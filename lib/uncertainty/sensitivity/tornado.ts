import { z } from "zod";
import { messages } from "../../message/message.ts";
import type { ResultOf } from "../../tool/shape.ts";
import { type Model, runModel } from "../propagation/model.ts";
import type { UncertainInputs } from "../propagation/uncertain-inputs.ts";
import { UncertaintyError } from "../uncertainty-error.ts";

const texts = messages("uncertainty", {
  unknownInScenario: {
    en: "The scenario {scenario} sets {unknown}, which is not a variable.",
    zh: "情景 {scenario} 设定了 {unknown}，但它不是变量。",
  },
});

/** The effect of one variable, or one scenario, on the result with all other variables at their means. */
export const tornadoBarShape = z.object({
  name: z.string(),
  lo: z.number(),
  hi: z.number(),
  /** Results at lo and at hi */
  atLo: z.number(),
  atHi: z.number(),
  swing: z.number(),
});
export type TornadoBar = ResultOf<typeof tornadoBarShape>;

export const tornadoShape = z.object({
  base: z.number(),
  /** Largest swing first */
  bars: z.array(tornadoBarShape),
  scenarios: z.array(z.object({ name: z.string(), result: z.number(), change: z.number() })),
});
export type Tornado = ResultOf<typeof tornadoShape>;

/**
 * Each variable from its 2.5 % to its 97.5 % quantile, all others at their means; and named scenarios, each
 * a set of values that replace the means. There is no probability, and correlated variables do not vary together here.
 */
export function tornado(
  inputs: UncertainInputs,
  model: Model,
  scenarios: Readonly<Record<string, Readonly<Record<string, number>>>> = {},
): Tornado {
  const { names, distributions } = inputs;
  const means = distributions.map(({ mean }) => mean);
  const rows: number[][] = [means];
  for (const [k, law] of distributions.entries())
    for (const p of [0.025, 0.975]) rows.push(means.map((mean, at) => (at === k ? law.quantile(p) : mean)));
  for (const [scenario, values] of Object.entries(scenarios)) {
    const unknown = Object.keys(values).find((name) => !names.includes(name));
    if (unknown !== undefined)
      throw new UncertaintyError(`scenarios.${scenario}`, texts.unknownInScenario({ scenario, unknown }));
    rows.push(names.map((name, at) => values[name] ?? means[at]!));
  }
  const columns = names.map((_, k) => Float64Array.from(rows, (row) => row[k]!));
  const y = runModel(model, names, columns, 0);
  const base = y[0]!;
  const bars = names.map((name, k) => {
    const [atLo, atHi] = [y[1 + 2 * k]!, y[2 + 2 * k]!];
    return { name, lo: rows[1 + 2 * k]![k]!, hi: rows[2 + 2 * k]![k]!, atLo, atHi, swing: Math.abs(atHi - atLo) };
  });
  const after = 1 + 2 * names.length;
  return {
    base,
    bars: bars.sort((a, b) => b.swing - a.swing),
    scenarios: Object.keys(scenarios).map((name, at) => ({
      name,
      result: y[after + at]!,
      change: y[after + at]! - base,
    })),
  };
}
