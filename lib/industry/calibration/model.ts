import { messages } from "../../message/message.ts";
import type { Arithmetic } from "../../numeric/automatic/arithmetic.ts";
import { realArithmetic } from "../../numeric/automatic/arithmetic.ts";
import { dualArithmetic } from "../../numeric/automatic/dual.ts";
import { compileExpression } from "../../numeric/expression/compile-expression.ts";
import { derivative } from "../../numeric/expression/derivative.ts";
import { variablesOf } from "../../numeric/expression/expression.ts";
import { type DenseMatrix, dense } from "../../numeric/matrix.ts";
import { readFormula } from "../formula.ts";
import { IndustryError } from "../industry-error.ts";

const texts = messages("industry.model", {
  model: { en: "model", zh: "模型" },
  unused: {
    en: "The parameter {parameter} does not occur in the model {model}.",
    zh: "模型 {model} 中没有参数 {parameter}。",
  },
  twoMeanings: {
    en: "{name} is a parameter and a column of the data. Rename one of them.",
    zh: "{name} 既是参数又是数据列。请重命名其一。",
  },
});

/** A model of readings: predictions and their derivatives by its parameters. */
export interface CalibrationModel {
  readonly parameters: readonly string[];
  /** Whether the predictions are linear in the parameters: then the derivatives do not depend on them. */
  readonly isLinear: boolean;
  /** Relative change of the parameters that predictions do not resolve; without it, rounding. */
  readonly precision?: number;
  predict(parameters: ArrayLike<number>): Float64Array | Promise<Float64Array>;
  /** Readings × parameters. */
  jacobian(parameters: ArrayLike<number>): DenseMatrix | Promise<DenseMatrix>;
}

/** A model whose predictions need no wait. */
export interface FormulaModel extends CalibrationModel {
  predict(parameters: ArrayLike<number>): Float64Array;
  jacobian(parameters: ArrayLike<number>): DenseMatrix;
}

/** Columns of readings by name, all of one length. */
export type Readings = Readonly<Record<string, readonly number[]>>;

/**
 * A formula in parameters and in the columns of readings, such as `a + b * clinker`. Derivatives are exact; the model is linear if
 * none of them contains a parameter.
 *
 * @throws IndustryError
 */
export function formulaModel(
  text: string,
  parameters: readonly string[],
  readings: Readings,
  count: number,
): FormulaModel {
  const columns = Object.keys(readings);
  const both = parameters.find((name) => columns.includes(name));
  if (both !== undefined) throw new IndustryError("parameters", texts.twoMeanings({ name: both }));
  const names = [...parameters, ...columns];
  const expression = readFormula("model", text, names, texts.model());
  const used = variablesOf(expression);
  const unused = parameters.find((name) => !used.includes(name));
  if (unused !== undefined) throw new IndustryError("parameters", texts.unused({ parameter: unused, model: text }));
  const slopes = parameters.map((name) => derivative(expression, name));
  const value = compileExpression(expression, names);
  const compiled = slopes.map((slope) => compileExpression(slope, names));
  const p = parameters.length;
  const at = new Float64Array(names.length);
  const eachReading = (of: ArrayLike<number>, visit: (reading: number, at: Float64Array) => void) => {
    for (let k = 0; k < p; k++) at[k] = of[k]!;
    for (let i = 0; i < count; i++) {
      for (const [c, column] of columns.entries()) at[p + c] = readings[column]![i]!;
      visit(i, at);
    }
  };
  return {
    parameters,
    isLinear: slopes.every((slope) => !variablesOf(slope).some((name) => parameters.includes(name))),
    predict(of) {
      const result = new Float64Array(count);
      eachReading(of, (i, values) => {
        result[i] = value(values);
      });
      return result;
    },
    jacobian(of) {
      const result = dense(count, p);
      eachReading(of, (i, values) => {
        for (let k = 0; k < p; k++) result.data[i * p + k] = compiled[k]!(values);
      });
      return result;
    },
  };
}

/** A model of a plant written over an arithmetic: all predictions from the parameters. Derivatives are automatic. */
export function plantModel(
  parameters: readonly string[],
  predict: <N>(arithmetic: Arithmetic<N>, parameters: readonly N[]) => readonly N[],
): CalibrationModel {
  const p = parameters.length;
  const arithmetic = dualArithmetic(p);
  return {
    parameters,
    isLinear: false,
    predict: (of) => Float64Array.from(predict(realArithmetic, Array.from(of))),
    jacobian(of) {
      const predictions = predict(
        arithmetic,
        Array.from(of, (value, k) => arithmetic.variable(k, value)),
      );
      const result = dense(predictions.length, p);
      for (const [i, prediction] of predictions.entries())
        for (let k = 0; k < p; k++) result.data[i * p + k] = arithmetic.slope(prediction, k);
      return result;
    },
  };
}
