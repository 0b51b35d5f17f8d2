import { type Message, messages } from "../../message/message.ts";
import { compileExpression } from "../../numeric/expression/compile-expression.ts";
import { ExpressionError } from "../../numeric/expression/expression.ts";
import { readExpression } from "../../numeric/expression/read-expression.ts";
import { IndustryError } from "../industry-error.ts";

const texts = messages("industry.linkedModel", {
  emissions: { en: "formula of emissions", zh: "排放公式" },
  cost: { en: "formula of cost", zh: "成本公式" },
  definition: { en: "definition of {name}", zh: "{name} 的定义" },
  twice: {
    en: "{name} is a parameter and a definition. Rename one of them.",
    zh: "{name} 既是参数又是定义，请改名其一。",
  },
  notFinite: {
    en: "{output} is {value} where {values}. Narrow the parameter that causes it, or correct the formula.",
    zh: "当 {values} 时，{output} 为 {value}。请收窄有问题的参数，或更正公式。",
  },
  outputEmissions: { en: "emissions", zh: "排放" },
  outputCost: { en: "cost", zh: "成本" },
});

export const linkedOutputs = ["emissions", "cost"] as const;
export type LinkedOutput = (typeof linkedOutputs)[number];

/** Emissions and cost of a plant as functions of its parameters; a plant that has no cost has only emissions. */
export interface LinkedModel {
  readonly outputs: readonly LinkedOutput[];
  /** Whether it refuses values by an IndustryError at which the plant cannot run. */
  readonly isPhysical?: true;
  /** The values of the outputs, in their order, for values of the parameters by name. */
  evaluate(parameters: Readonly<Record<string, number>>): readonly number[];
}

export interface Formulas {
  readonly emissions: string;
  readonly cost?: string | undefined;
  /** Intermediate quantities, each of the parameters and of those before it. */
  readonly definitions?: Readonly<Record<string, string>> | undefined;
}

/** A model from formulas. Throws IndustryError, which names the formula and the place in it. */
export function formulaModel(
  { emissions, cost, definitions = {} }: Formulas,
  parameters: readonly string[],
): LinkedModel {
  const known = [...parameters];
  const steps = Object.entries(definitions).map(([name, text]) => {
    if (parameters.includes(name)) throw new IndustryError(`model.definitions.${name}`, texts.twice({ name }));
    const compiled = compile(`model.definitions.${name}`, text, known, texts.definition({ name }));
    known.push(name);
    return compiled;
  });
  const outputs = [
    compile("model.emissions", emissions, known, texts.emissions()),
    ...(cost === undefined ? [] : [compile("model.cost", cost, known, texts.cost())]),
  ];
  return {
    outputs: cost === undefined ? ["emissions"] : linkedOutputs,
    evaluate(values) {
      const all = parameters.map((name) => values[name]!);
      for (const step of steps) all.push(step(all));
      return outputs.map((output) => output(all));
    },
  };
}

function compile(field: string, text: string, known: readonly string[], subject: Message) {
  try {
    return compileExpression(readExpression(text, known, subject), known);
  } catch (error) {
    if (error instanceof ExpressionError) throw new IndustryError(field, error.said);
    throw error;
  }
}

/** The outputs, all of which are finite. Throws IndustryError with the values at which one is not. */
export function evaluated(model: LinkedModel, values: Readonly<Record<string, number>>): readonly number[] {
  const found = model.evaluate(values);
  const at = found.findIndex((value) => !Number.isFinite(value));
  if (at < 0) return found;
  const output = model.outputs[at]! === "cost" ? texts.outputCost() : texts.outputEmissions();
  const written = Object.entries(values).map(([name, value]) => `${name} = ${value}`);
  throw new IndustryError(
    `model.${model.outputs[at]}`,
    texts.notFinite({ output, value: String(found[at]), values: written.join(", ") }),
  );
}
