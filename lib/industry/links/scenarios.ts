import { messages } from "../../message/message.ts";
import { step } from "../../numeric/step.ts";
import type { Work } from "../../numeric/work.ts";
import { nearestName } from "../../tool/nearest-name.ts";
import type { DistributionSpec } from "../../uncertainty/distributions/distribution-spec.ts";
import { type DrawnFigure, figureOf } from "../../uncertainty/propagation/drawn-figure.ts";
import { drawsOf, uncertainInputs } from "../../uncertainty/propagation/uncertain-inputs.ts";
import { IndustryError } from "../industry-error.ts";
import { baseValues, checkParameters, distributionsOf, type LinkParameter } from "./link-parameter.ts";
import { evaluated, type LinkedModel, type LinkedOutput } from "./linked-model.ts";

const texts = messages("industry.linkScenarios", {
  none: { en: "scenarios is empty. Give at least one.", zh: "scenarios 为空，请至少给出一个情景。" },
  twice: {
    en: "scenarios has {name} twice. Give each a name of its own.",
    zh: "scenarios 中 {name} 出现两次，请分别命名。",
  },
  unknown: {
    en: "Scenario {scenario} changes {name}, which is not a parameter.",
    zh: "情景“{scenario}”更改了 {name}，而它不是参数。",
  },
  unknownNear: {
    en: "Scenario {scenario} changes {name}, which is not a parameter. Did you mean {near}?",
    zh: "情景“{scenario}”更改了 {name}，而它不是参数。是否应为 {near}？",
  },
});

/** What a scenario sets a parameter to: a value that is then certain, or a value with its own distribution. */
export type ScenarioValue = number | { readonly value: number; readonly distribution?: DistributionSpec | undefined };

export interface LinkScenario {
  readonly name: string;
  readonly values: Readonly<Record<string, ScenarioValue>>;
}

/** A scenario beside the base, on the same draws. */
export interface ComparedScenario {
  readonly name: string;
  readonly outputs: Readonly<Partial<Record<LinkedOutput, DrawnFigure>>>;
  /** Scenario − base, draw by draw. */
  readonly differences: Readonly<Partial<Record<LinkedOutput, DrawnFigure>>>;
  /** The part of the draws in which it is lower than the base. */
  readonly lower: Readonly<Partial<Record<LinkedOutput, number>>>;
  /** Additional cost per t avoided, from the means; null if nothing is avoided or the model has no cost. */
  readonly costPerTonne: number | null;
}

export interface ComparedScenarios {
  readonly base: Readonly<Partial<Record<LinkedOutput, DrawnFigure>>>;
  readonly scenarios: readonly ComparedScenario[];
}

/**
 * Scenarios beside the base on common random numbers: the draw of a parameter depends on its name, the seed and the number of the
 * draw alone, so that what is uncertain in both alike cancels in their difference. Throws IndustryError, which names scenario and
 * parameter.
 */
export async function compareScenarios(
  model: LinkedModel,
  parameters: readonly LinkParameter[],
  scenarios: readonly LinkScenario[],
  { draws, seed }: { readonly draws: number; readonly seed: number },
  work: Work,
): Promise<ComparedScenarios> {
  checkParameters(parameters);
  checkScenarios(parameters, scenarios);
  const cases = [parameters, ...scenarios.map(({ values }) => changed(parameters, values))];
  const central = cases.map((each) => evaluated(model, baseValues(each)));
  const drawn: Float64Array[][] = [];
  for (const [at, each] of cases.entries()) {
    drawn.push(drawnOutputs(model, each, draws, seed));
    work.progress((at + 1) / cases.length, step.draws());
    await work.pause();
  }
  const named = <T>(of: (k: number) => T) =>
    Object.fromEntries(model.outputs.map((output, k) => [output, of(k)])) as Partial<Record<LinkedOutput, T>>;
  return {
    base: named((k) => figureOf(central[0]![k]!, drawn[0]![k]!)),
    scenarios: scenarios.map(({ name }, s) => {
      const [own, value] = [drawn[s + 1]!, central[s + 1]!];
      const differences = model.outputs.map((_, k) => own[k]!.map((each, i) => each - drawn[0]![k]![i]!));
      const figures = differences.map((each, k) => figureOf(value[k]! - central[0]![k]!, each));
      const avoided = -figures[0]!.mean;
      return {
        name,
        outputs: named((k) => figureOf(value[k]!, own[k]!)),
        differences: named((k) => figures[k]!),
        lower: named((k) => differences[k]!.reduce((count, each) => count + (each < 0 ? 1 : 0), 0) / draws),
        costPerTonne: avoided > 0 && figures.length > 1 ? figures[1]!.mean / avoided : null,
      };
    }),
  };
}

function changed(
  parameters: readonly LinkParameter[],
  values: Readonly<Record<string, ScenarioValue>>,
): LinkParameter[] {
  return parameters.map((parameter) => {
    if (!Object.hasOwn(values, parameter.name)) return parameter;
    const given = values[parameter.name]!;
    // What a scenario decides may lie beyond the range of the plant as it is.
    const { range: _, distribution: __, ...rest } = parameter;
    return typeof given === "number" ? { ...rest, value: given } : { ...rest, ...given };
  });
}

function drawnOutputs(model: LinkedModel, parameters: readonly LinkParameter[], draws: number, seed: number) {
  const base = baseValues(parameters);
  const distributions = distributionsOf(parameters);
  const names = Object.keys(distributions);
  const columns = names.map(() => new Float64Array(draws));
  // Random numbers, and not a sequence: its dimension would depend on which parameters are uncertain.
  if (names.length > 0) drawsOf(uncertainInputs(distributions), { sampler: "random", seed, draws }).fill(0, columns);
  const out = model.outputs.map(() => new Float64Array(draws));
  for (let i = 0; i < draws; i++) {
    names.forEach((name, k) => {
      base[name] = columns[k]![i]!;
    });
    evaluated(model, base).forEach((value, k) => {
      out[k]![i] = value;
    });
  }
  return out;
}

function checkScenarios(parameters: readonly LinkParameter[], scenarios: readonly LinkScenario[]): void {
  if (scenarios.length === 0) throw new IndustryError("scenarios", texts.none());
  const names = scenarios.map(({ name }) => name);
  const again = names.find((name, at) => names.indexOf(name) !== at);
  if (again !== undefined) throw new IndustryError("scenarios", texts.twice({ name: again }));
  const known = parameters.map(({ name }) => name);
  for (const { name: scenario, values } of scenarios)
    for (const name of Object.keys(values)) {
      if (known.includes(name)) continue;
      const near = nearestName(name, known);
      throw new IndustryError(
        `scenarios.${scenario}.${name}`,
        near === undefined ? texts.unknown({ scenario, name }) : texts.unknownNear({ scenario, name, near }),
      );
    }
}
