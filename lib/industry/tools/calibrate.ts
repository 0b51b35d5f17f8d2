import { z } from "zod";
import { messages } from "../../message/message.ts";
import { iterationsOut, methodOut, notesOut } from "../../tool/outcome.ts";
import { recordTable } from "../../tool/record-table.ts";
import { integerColumn, numberColumn, textColumn } from "../../tool/table.ts";
import { defineTool } from "../../tool/tool.ts";
import { integerIn, ratio } from "../../tool/unit.ts";
import { calibrate, fittedParameterShape } from "../calibration/calibrate.ts";
import { formulaModel, type Readings } from "../calibration/model.ts";
import { startShape } from "../calibration/weighted-fit.ts";
import { IndustryError } from "../industry-error.ts";
import { calibrationNotes } from "./calibration-notes.ts";

const texts = messages("industry.calibrateTool", {
  linear: {
    en: "The model is linear in its parameters: least squares by QR.",
    zh: "模型对参数为线性：用 QR 分解求最小二乘解。",
  },
  nonlinear: {
    en: "Levenberg and Marquardt's method, {count} {count:step|steps}; intervals hold to first order.",
    zh: "Levenberg–Marquardt 法，共 {count} 步；区间为一阶近似。",
  },
  noResponse: {
    en: "The data have no column {response}; they have {columns}.",
    zh: "数据中没有列 {response}；现有的列为 {columns}。",
  },
  otherLength: {
    en: "The column {column} has {count} readings; {response} has {expected}.",
    zh: "列 {column} 有 {count} 个读数，而 {response} 有 {expected} 个。",
  },
  notPositive: {
    en: "sigma[{at}] is {value}; expected a number > 0.",
    zh: "sigma[{at}] 为 {value}，应大于 0。",
  },
  bounds: {
    en: "The parameter {parameter} has lo {lo} above hi {hi}.",
    zh: "参数 {parameter} 的下限 {lo} 大于上限 {hi}。",
  },
  missingAt: {
    en: "at[{at}] does not give {column}, which the model needs.",
    zh: "at[{at}] 没有给出模型所需的 {column}。",
  },
});

// Readings and parameters each have a unit of their own.
const amount = z.number();

export const industryCalibrate = defineTool({
  name: "industry.calibrate",
  title: { en: "Calibration to plant data", zh: "用装置数据标定参数" },
  summary: {
    en: "Fits the parameters of a formula to readings by least squares, with standard errors, intervals, correlation and predictions.",
    zh: "用最小二乘法将公式参数拟合到读数，给出标准误差、区间、相关系数与预测值。",
  },
  input: z.object({
    model: z.string().max(20_000).describe("Formula in parameters and columns, such as a + b * clinker"),
    response: z.string().describe("The column that the model predicts"),
    data: z.record(z.string(), z.array(amount).max(100_000)).describe("Columns of readings by name"),
    parameters: z.record(z.string(), startShape).describe("Parameters of the model, by name"),
    sigma: z.array(amount).optional().describe("Standard deviations of the readings, of which the ratios count"),
    level: ratio.gt(0).lt(1).default(0.95),
    at: z.array(z.record(z.string(), amount)).max(10_000).default([]).describe("Conditions for predictions"),
  }),
  output: z.object({
    parameters: z.array(fittedParameterShape),
    degrees: integerIn("1").describe("Readings minus parameters"),
    t: ratio.describe("Student's quantile of the intervals"),
    residualSd: amount.describe("Standard deviation of the residuals"),
    rSquared: ratio.describe("Share of the variance of the response that the model explains"),
    correlation: z.array(z.array(ratio)).describe("Parameters × parameters"),
    predictions: z.array(amount).describe("One number a reading"),
    residuals: z.array(amount).describe("Reading − prediction"),
    at: z.array(
      z.object({
        value: amount.describe("Prediction"),
        standardError: amount.describe("Of the mean of many readings"),
        lo: amount.describe("Interval of the mean"),
        hi: amount,
        newLo: amount.describe("Interval of one more reading"),
        newHi: amount,
      }),
    ),
    iterations: iterationsOut,
    method: methodOut,
    notes: notesOut,
  }),
  tablesOut: {
    byReading: recordTable(
      { en: "Readings and what the model predicts.", zh: "读数与模型预测。" },
      {
        reading: integerColumn({ en: "Reading, from 1.", zh: "读数序号，从 1 起。" }),
        prediction: numberColumn({ en: "Prediction of the model.", zh: "模型预测值。" }),
        residual: numberColumn({ en: "Reading − prediction.", zh: "读数与预测值之差。" }),
      },
      ({ predictions, residuals }: { readonly predictions: number[]; readonly residuals: number[] }) =>
        predictions.map((prediction, i) => ({ reading: i + 1, prediction, residual: residuals[i]! })),
    ),
    pairs: recordTable(
      { en: "Correlation of the estimates, by pairs of parameters.", zh: "各对参数估计值的相关系数。" },
      {
        parameter: textColumn({ en: "One parameter.", zh: "其中一个参数。" }),
        other: textColumn({
          en: "The other; the same in the first place of each.",
          zh: "另一个参数；每组首项为其自身。",
        }),
        correlation: numberColumn({ en: "Correlation of the two estimates.", zh: "两个估计值的相关系数。" }),
      },
      ({ parameters, correlation }: { readonly parameters: { name: string }[]; readonly correlation: number[][] }) =>
        parameters.flatMap(({ name }, i) =>
          parameters
            .slice(i)
            .map((other, j) => ({ parameter: name, other: other.name, correlation: correlation[i]![i + j]! })),
        ),
    ),
  },
  formula: "p = argmin Σ ((y − f(p))/σ)²; Cov(p) = s² (JᵀJ)⁻¹; s² = Σ ((y − f)/σ)² / (n − k); p ± t s_p",
  assumptions: [
    "Errors of the response are independent and normal; those of the other columns are small beside them.",
    "The model is right: what it does not contain goes to the residuals.",
    "For models that are not linear the intervals are those of the tangent at the solution.",
  ],
  references: [
    "Marquardt (1963), J. SIAM 11: 431–441, doi:10.1137/0111030.",
    "Bates, Watts (1988), Nonlinear Regression Analysis and Its Applications, doi:10.1002/9780470316757.",
  ],
  async run({ model: text, response, data, parameters, sigma, level, at }, work) {
    const readings = Object.hasOwn(data, response) ? data[response] : undefined;
    if (!readings)
      throw new IndustryError("response", texts.noResponse({ response, columns: Object.keys(data).join(", ") }));
    for (const [column, { length: count }] of [...Object.entries(data), ["sigma", sigma ?? readings] as const])
      if (count !== readings.length)
        throw new IndustryError("data", texts.otherLength({ column, count, response, expected: readings.length }));
    const wrong = sigma?.findIndex((value) => !(value > 0)) ?? -1;
    if (wrong >= 0) throw new IndustryError("sigma", texts.notPositive({ at: wrong, value: sigma![wrong]! }));
    for (const [parameter, { lo, hi }] of Object.entries(parameters))
      if (lo !== undefined && hi !== undefined && lo > hi)
        throw new IndustryError("parameters", texts.bounds({ parameter, lo, hi }));
    const { [response]: _, ...columns } = data;
    const names = Object.keys(parameters);
    const model = formulaModel(text, names, columns, readings.length);
    const fitted = await calibrate(model, readings, Object.values(parameters), { level, sigma }, work);
    const found = fitted.parameters.map(({ value }) => value);
    const predicted = predictedAt(text, names, Object.keys(columns), at);
    const values = predicted.predict(found);
    const slopes = predicted.jacobian(found);
    return {
      parameters: fitted.parameters.map(({ name, value, standardError, lo, hi }) => ({
        name,
        value,
        standardError,
        lo,
        hi,
      })),
      degrees: fitted.degrees,
      t: fitted.t,
      residualSd: fitted.residualSd,
      rSquared: fitted.rSquared,
      correlation: fitted.correlation.map((row) => [...row]),
      predictions: [...fitted.predictions],
      residuals: [...fitted.residuals],
      at: at.map((__, i) => {
        const value = values[i]!;
        const standardError = fitted.errorOf(slopes.data.subarray(i * names.length, (i + 1) * names.length));
        const [own, one] = [fitted.t * standardError, fitted.t * Math.hypot(standardError, fitted.residualSd)];
        return { value, standardError, lo: value - own, hi: value + own, newLo: value - one, newHi: value + one };
      }),
      iterations: fitted.iterations,
      method: model.isLinear ? texts.linear() : texts.nonlinear({ count: fitted.iterations }),
      notes: calibrationNotes(fitted),
    };
  },
});

/** The model at other conditions than those of the readings. */
function predictedAt(
  text: string,
  parameters: readonly string[],
  columns: readonly string[],
  at: readonly Readonly<Record<string, number>>[],
) {
  const readings: Readings = Object.fromEntries(
    columns.map((column) => [
      column,
      at.map((conditions, i) => {
        if (!Object.hasOwn(conditions, column)) throw new IndustryError("at", texts.missingAt({ at: i, column }));
        return conditions[column]!;
      }),
    ]),
  );
  return formulaModel(text, parameters, readings, at.length);
}
