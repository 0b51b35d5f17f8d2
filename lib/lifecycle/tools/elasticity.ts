import { z } from "zod";
import { compileExpression } from "../../numeric/expression/compile-expression.ts";
import { derivative } from "../../numeric/expression/derivative.ts";
import { type Expression, ExpressionError } from "../../numeric/expression/expression.ts";
import { readExpression } from "../../numeric/expression/read-expression.ts";
import { defineTool } from "../../tool/tool.ts";
import { ratio } from "../../tool/unit.ts";
import { modelIn } from "../../uncertainty/tools/variables.ts";
import { elasticities, sensitivityShape } from "../contribution/elasticity.ts";
import { LifecycleError } from "../lifecycle-error.ts";

export const lifecycleElasticity = defineTool({
  name: "lifecycle.elasticity",
  title: { en: "Hot spots by elasticity", zh: "按弹性识别热点" },
  summary: {
    en: "By how many per cent a score changes if a parameter changes by one per cent, for each parameter of a formula, the largest first.",
    zh: "公式中每个参数变动 1 % 时评价结果变动百分之几，由大到小排列。",
  },
  input: z.object({
    model: modelIn.describe("The score as a formula of the parameters, such as `mass * factor + use * km`"),
    parameters: z.record(z.string(), z.number()),
  }),
  output: z.object({
    score: z.number(),
    elasticities: z.array(
      z.object({
        ...sensitivityShape.shape,
        elasticity: ratio.describe("∂ln h / ∂ln p"),
        share: ratio.describe("Its size in the sum of all sizes"),
      }),
    ),
  }),
  formula: "ε = (p / h) ∂h/∂p",
  assumptions: [
    "Each parameter moves alone and a little; at a corner (min, max, a condition) the derivative is that of the branch taken.",
  ],
  references: ["Heijungs, Kleijn (2001), doi:10.1065/lca2000.12.045: perturbation analysis."],
  run({ model, parameters }) {
    const names = Object.keys(parameters);
    const values = Object.values(parameters);
    const score = read(model, names);
    const at = (expression: Expression) => compileExpression(expression, names)(values);
    const h = at(score);
    const found = elasticities(
      h,
      names.map((name, k) => ({ name, value: values[k]!, derivative: at(derivative(score, name)) })),
    );
    return { score: h, elasticities: found };
  },
});

function read(model: string, names: readonly string[]): Expression {
  try {
    return readExpression(model, names);
  } catch (error) {
    if (error instanceof ExpressionError) throw new LifecycleError("model", error.said);
    throw error;
  }
}
