import { z } from "zod";
import { type Message, messages } from "../../message/message.ts";
import { step } from "../../numeric/step.ts";
import type { Work } from "../../numeric/work.ts";
import type { ResultOf } from "../../tool/shape.ts";
import { uncertainInputs } from "../../uncertainty/propagation/uncertain-inputs.ts";
import type { Estimate } from "../../uncertainty/sensitivity/estimate.ts";
import { partsOf, saltelliDesign } from "../../uncertainty/sensitivity/saltelli-design.ts";
import { sobolIndices } from "../../uncertainty/sensitivity/sobol-indices.ts";
import { IndustryError } from "../industry-error.ts";
import { baseValues, checkParameters, distributionsOf, type LinkParameter } from "./link-parameter.ts";
import { evaluated, type LinkedModel, type LinkedOutput } from "./linked-model.ts";

const texts = messages("industry.keyLinks", {
  noVariance: {
    en: "{outputs:and} {count:does|do} not vary with what is uncertain: there is no variance to apportion.",
    zh: "{outputs:and} 不随不确定的参数变化：没有可分解的方差。",
  },
  noDistributions: {
    en: "No parameter has a distribution: shares of the variance are not given.",
    zh: "没有参数给出分布，因此不给出方差份额。",
  },
  limited: {
    en: "{name} goes to {reached} instead of {to}: beyond it the plant cannot run as its other parameters are.",
    zh: "{name} 只到 {reached}，未到 {to}：在其他参数不变时，超出此值装置无法运行。",
  },
  recalled: {
    en: "The values of {names:and} are marked {confirmation}.",
    zh: "{names:and} 的取值标记为“{confirmation}”。",
  },
});

/** What one parameter does to one output. */
export interface Influence {
  /** ∂output/∂parameter */
  readonly derivative: number;
  /** ∂ln output / ∂ln parameter; null if the output is 0. */
  readonly elasticity: number | null;
  /** Sobol's first-order and total index; null without a distribution, or if the output does not vary. */
  readonly S1: Estimate | null;
  readonly ST: Estimate | null;
}

/** What happens if the plant moves one parameter to the end of its range at which it emits least. */
export interface Potential {
  readonly to: number;
  readonly avoided: number;
  /** Change of cost; null if the model has none. */
  readonly cost: number | null;
  /** cost / avoided; null without cost, or if nothing is avoided. */
  readonly costPerTonne: number | null;
}

export interface KeyLink {
  readonly parameter: LinkParameter;
  readonly influences: Readonly<Partial<Record<LinkedOutput, Influence>>>;
  readonly potential: Potential | null;
  /** The low and the high end of the range, as far as the plant can run there, with emissions; null without a range. */
  readonly ends: { readonly lo: RangeEnd; readonly hi: RangeEnd } | null;
}

export const rangeEndShape = z.object({
  to: z.number(),
  emissions: z.number(),
});
export type RangeEnd = ResultOf<typeof rangeEndShape>;

export interface KeyLinks {
  /** What to change first: by potential, then by the size of the elasticity of emissions. */
  readonly links: readonly KeyLink[];
  readonly values: Readonly<Partial<Record<LinkedOutput, number>>>;
  readonly notes: readonly Message[];
}

export interface KeyLinkOptions {
  /** N of the Sobol sample, a power of two. */
  readonly draws: number;
  readonly seed: number;
  readonly resamples: number;
}

/**
 * The key links of a plant: for each parameter its elasticity in emissions and cost, its share of their variance, and what can be
 * avoided within its range. Throws IndustryError if a parameter or the model does not fit.
 *
 * Sources: Heijungs, Kleijn (2001), doi:10.1065/lca2000.12.045, of elasticities; Saltelli et al. (2010),
 * doi:10.1016/j.cpc.2009.09.018, of indices.
 */
export async function keyLinks(
  model: LinkedModel,
  parameters: readonly LinkParameter[],
  options: KeyLinkOptions,
  work: Work,
): Promise<KeyLinks> {
  checkParameters(parameters);
  const base = baseValues(parameters);
  const values = evaluated(model, base);
  const shares = await sharesOf(model, parameters, options, work);
  const limits: Message[] = [];
  const links = parameters.map((parameter): KeyLink => {
    const { name } = parameter;
    const derivatives = derivativesAt(model, base, name);
    const influences = model.outputs.map((output, k) => {
      const influence: Influence = {
        derivative: derivatives[k]!,
        elasticity: values[k] === 0 ? null : (parameter.value / values[k]!) * derivatives[k]!,
        S1: shares.indices[k]?.first[name] ?? null,
        ST: shares.indices[k]?.total[name] ?? null,
      };
      return [output, influence] as const;
    });
    return {
      parameter,
      influences: Object.fromEntries(influences),
      ...withinRange(model, base, values, parameter, limits),
    };
  });
  return {
    links: links.sort(byPotential),
    values: Object.fromEntries(model.outputs.map((output, k) => [output, values[k]!])),
    notes: [...shares.notes, ...limits, ...marked(parameters)],
  };
}

async function sharesOf(
  model: LinkedModel,
  parameters: readonly LinkParameter[],
  { draws, seed, resamples }: KeyLinkOptions,
  work: Work,
) {
  const distributions = distributionsOf(parameters);
  if (Object.keys(distributions).length === 0) return { indices: [], notes: [texts.noDistributions()] };
  const inputs = uncertainInputs(distributions);
  const design = saltelliDesign(inputs, { draws, seed });
  const base = baseValues(parameters);
  const parts = partsOf(design);
  // All outputs are evaluated at once on the same sample.
  const y = model.outputs.map(() => parts.map(() => new Float64Array(draws)));
  for (const [at, columns] of parts.entries()) {
    const point = { ...base };
    for (let i = 0; i < draws; i++) {
      inputs.names.forEach((name, k) => {
        point[name] = columns[k]![i]!;
      });
      evaluated(model, point).forEach((value, k) => {
        y[k]![at]![i] = value;
      });
    }
    work.progress((at + 1) / parts.length, step.evaluations());
    await work.pause();
  }
  const indices = y.map((results) => {
    const [a] = results;
    const still = a!.every((value) => Math.abs(value - a![0]!) <= 1e-12 * Math.abs(value));
    return still ? null : sobolIndices(design, { fingerprint: design.fingerprint, y: results }, { seed, resamples });
  });
  const constant = model.outputs.filter((_, k) => indices[k] === null);
  const notes = indices.flatMap((each) => each?.notes ?? []);
  return {
    indices,
    notes: [
      ...inputs.notes,
      ...notes,
      ...(constant.length > 0 ? [texts.noVariance({ outputs: constant, count: constant.length })] : []),
    ],
  };
}

/** The step of central differences at which truncation and rounding are alike, relative to the value. */
const STEP = Number.EPSILON ** (1 / 3);

function derivativesAt(model: LinkedModel, base: Readonly<Record<string, number>>, name: string): number[] {
  const value = base[name]!;
  const h = STEP * (value === 0 ? 1 : Math.abs(value));
  // At the end of what is possible, as a share of 0, there is one side only.
  const at = (to: number): Reached =>
    tried(model, base, name, to) ?? { to: value, outputs: evaluated(model, { ...base, [name]: value }) };
  const [above, below] = [at(value + h), at(value - h)];
  const width = above.to - below.to;
  return above.outputs.map((high, k) => (width === 0 ? 0 : (high - below.outputs[k]!) / width));
}

function withinRange(
  model: LinkedModel,
  base: Readonly<Record<string, number>>,
  values: readonly number[],
  { name, range }: LinkParameter,
  limits: Message[],
): Pick<KeyLink, "potential" | "ends"> {
  if (!range) return { potential: null, ends: null };
  const [lo, hi] = [range.lo, range.hi].map((end) => {
    const reached = reachedEnd(model, base, name, end);
    if (reached.to !== end) limits.push(texts.limited({ name, reached: reached.to, to: end }));
    return reached;
  });
  const endOf = ({ to, outputs }: Reached): RangeEnd => ({ to, emissions: outputs[0]! });
  return { potential: potentialOf(base[name]!, values, [lo!, hi!]), ends: { lo: endOf(lo!), hi: endOf(hi!) } };
}

interface Reached {
  readonly to: number;
  readonly outputs: readonly number[];
}

/** The outputs with one parameter moved; null if the plant cannot run there. */
function tried(model: LinkedModel, base: Readonly<Record<string, number>>, name: string, to: number): Reached | null {
  try {
    return { to, outputs: evaluated(model, { ...base, [name]: to }) };
  } catch (error) {
    if (model.isPhysical && error instanceof IndustryError) return null;
    throw error;
  }
}

/** Halvings between what runs and what does not: to a hundredth of the way. */
const HALVINGS = 7;

/** The end of a range or, if the plant cannot run there, about the last value on the way at which it can. */
function reachedEnd(model: LinkedModel, base: Readonly<Record<string, number>>, name: string, end: number): Reached {
  const whole = tried(model, base, name, end);
  if (whole) return whole;
  const value = base[name]!;
  let [runs, fails]: [Reached, number] = [{ to: value, outputs: evaluated(model, base) }, end];
  for (let i = 0; i < HALVINGS; i++) {
    const to = Number(((runs.to + fails) / 2).toPrecision(4));
    const between = tried(model, base, name, to);
    if (between) runs = between;
    else fails = to;
  }
  return runs;
}

function potentialOf(value: number, values: readonly number[], ends: readonly Reached[]): Potential {
  const best = ends.reduce((least, end) => (end.outputs[0]! < least.outputs[0]! ? end : least));
  const avoided = values[0]! - best.outputs[0]!;
  // Within the range but not at its ends it may emit less; then the parameter stays where it is.
  if (avoided <= 0) return { to: value, avoided: 0, cost: values.length > 1 ? 0 : null, costPerTonne: null };
  const cost = values.length > 1 ? best.outputs[1]! - values[1]! : null;
  return { to: best.to, avoided, cost, costPerTonne: cost === null ? null : cost / avoided };
}

function byPotential(a: KeyLink, b: KeyLink): number {
  const avoided = ({ potential }: KeyLink) => potential?.avoided ?? 0;
  const size = ({ influences }: KeyLink) => Math.abs(influences.emissions?.elasticity ?? 0);
  return avoided(b) - avoided(a) || size(b) - size(a);
}

function marked(parameters: readonly LinkParameter[]): Message[] {
  const words = [...new Set(parameters.flatMap(({ confirmation }) => (confirmation ? [confirmation] : [])))];
  return words.map((confirmation) =>
    texts.recalled({
      confirmation,
      names: parameters.filter((each) => each.confirmation === confirmation).map(({ name }) => name),
    }),
  );
}
