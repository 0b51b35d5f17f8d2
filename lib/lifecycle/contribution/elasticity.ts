import { z } from "zod";
import { messages } from "../../message/message.ts";
import type { ResultOf } from "../../tool/shape.ts";
import { LifecycleError } from "../lifecycle-error.ts";
import { notFinite } from "./break-even.ts";

const texts = messages("lifecycle.contribution", {
  zeroScore: {
    en: "The score is 0, so that changes relative to it mean nothing. Compare the derivatives instead.",
    zh: "评价结果为 0，相对变化没有意义。请改为比较导数。",
  },
  noDerivative: {
    en: "The score is not differentiable at {name} = {value} within a step of {step}: it is not finite there.",
    zh: "在 {name} = {value} 处，步长 {step} 之内的评价结果不是有限的数，无法求导。",
  },
});

/** A parameter with the derivative of the score by it. */
export const sensitivityShape = z.object({
  name: z.string(),
  value: z.number(),
  derivative: z.number().describe("∂h/∂p"),
});
export type Sensitivity = ResultOf<typeof sensitivityShape>;

export interface Elasticity extends Sensitivity {
  /** ∂ln h / ∂ln p = (p / h) ∂h/∂p: by how many per cent the score changes if the parameter changes by one. */
  readonly elasticity: number;
  /** Its size in the sum of all sizes, 0 to 1. */
  readonly share: number;
}

/**
 * Parameters by the size of their elasticity, the largest first: the hot spots of a score. Throws LifecycleError if the score is 0
 * or a number is not finite.
 *
 * Heijungs, Kleijn (2001), doi:10.1065/lca2000.12.045: perturbation analysis.
 */
export function elasticities<Parameter extends Sensitivity>(
  score: number,
  parameters: readonly Parameter[],
): (Parameter & Elasticity)[] {
  if (!Number.isFinite(score)) throw notFinite("score", score);
  if (score === 0) throw new LifecycleError("score", texts.zeroScore());
  for (const { name, value, derivative } of parameters)
    for (const [part, number] of Object.entries({ value, derivative }))
      if (!Number.isFinite(number)) throw notFinite(`parameters.${name}.${part}`, number);
  const found = parameters.map((parameter) => ({
    ...parameter,
    elasticity: (parameter.value / score) * parameter.derivative,
  }));
  const whole = found.reduce((sum, { elasticity }) => sum + Math.abs(elasticity), 0);
  return found
    .map((each) => ({ ...each, share: whole > 0 ? Math.abs(each.elasticity) / whole : 0 }))
    .sort((a, b) => sizeOf(b.elasticity) - sizeOf(a.elasticity));
}

/** The size of an elasticity by which it is ranked: what only differences of rounding tell apart stays in the order given. */
function sizeOf(elasticity: number): number {
  return Number(Math.abs(elasticity).toPrecision(8));
}

/**
 * The relative step of a central difference: with the cube root of the spacing of doubles its truncation and rounding errors, of
 * order step² and spacing / step, are alike.
 */
const STEP = Number.EPSILON ** (1 / 3);

/**
 * Derivatives of a score by each of its parameters, from central differences; relative errors are about 1e-10 for smooth
 * functions. Where derivatives are known, pass these to `elasticities` instead. Throws LifecycleError if the score is not finite
 * beside a parameter.
 */
export function sensitivitiesOf(
  score: (parameters: Readonly<Record<string, number>>) => number,
  parameters: Readonly<Record<string, number>>,
): Sensitivity[] {
  return Object.entries(parameters).map(([name, value]) => {
    const step = STEP * (value === 0 ? 1 : Math.abs(value));
    const [above, below] = [value + step, value - step];
    const derivative =
      (score({ ...parameters, [name]: above }) - score({ ...parameters, [name]: below })) / (above - below);
    if (!Number.isFinite(derivative))
      throw new LifecycleError(`parameters.${name}`, texts.noDerivative({ name, value, step }));
    return { name, value, derivative };
  });
}
