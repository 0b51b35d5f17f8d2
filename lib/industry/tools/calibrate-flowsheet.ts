import { z } from "zod";
import { type Message, messages } from "../../message/message.ts";
import { realArithmetic } from "../../numeric/automatic/arithmetic.ts";
import { iterationsOut, methodOut, notesOut, residualOut } from "../../tool/outcome.ts";
import { recordTable } from "../../tool/record-table.ts";
import { integerColumn, numberColumn, textColumn } from "../../tool/table.ts";
import { defineTool } from "../../tool/tool.ts";
import { integerIn, numberIn, ratio, siblingUnit } from "../../tool/unit.ts";
import { chiSquareQuantile } from "../../uncertainty/distributions/chi-square-law.ts";
import { calibrate } from "../calibration/calibrate.ts";
import { FlowsheetModel } from "../calibration/flowsheet-model.ts";
import { IndustryError } from "../industry-error.ts";
import { type Adjusted, adjustedNumber, nameOfAdjusted } from "../process/adjusted.ts";
import type { ProcessSheet } from "../process/process-sheet.ts";
import { Chemistry } from "../stream/chemistry.ts";
import { substancesWith } from "../substance/substances.ts";
import { calibrationNotes } from "./calibration-notes.ts";
import { unitNotes } from "./confirmation-notes.ts";
import { readingIn, readValue } from "./reading-schema.ts";
import { adjustedIn, feedsIn, unitsIn } from "./sheet-schema.ts";
import { fuelIn, readStreams, streamIn } from "./stream-schema.ts";

const texts = messages("industry.calibrateFlowsheetTool", {
  method: {
    en: "Levenberg and Marquardt's method on solved flowsheets, {count} {count:step|steps}; derivatives through the recycles by the implicit function theorem; intervals hold to first order.",
    zh: "在求解后的流程图上用 Levenberg–Marquardt 法，共 {count} 步；穿过循环的导数由隐函数定理得到；区间为一阶近似。",
  },
  noUnit: {
    en: "Case {at} sets a parameter of the unit {unit}, which the flowsheet does not have; its units are {units:and}.",
    zh: "第 {at} 个工况设定了单元 {unit} 的参数，而流程图中没有该单元；其单元有 {units:and}。",
  },
  noFeed: {
    en: "Case {at} feeds {feed}, which is not among `feeds`: {feeds}.",
    zh: "第 {at} 个工况的进料 {feed} 不在 `feeds` 中：{feeds}。",
  },
  both: {
    en: "Case {at} sets {parameter}, which is to be calibrated. Leave it out of the case, or out of `parameters`.",
    zh: "第 {at} 个工况设定了 {parameter}，而它是待标定的参数。请从该工况或 `parameters` 中去掉。",
  },
  twice: {
    en: "`parameters` names {parameter} twice.",
    zh: "`parameters` 中 {parameter} 出现了两次。",
  },
  misfit: {
    en: "The readings are {ratio} stated standard deviations from the model in the mean, more than chance explains (95 %): the sheet, a reading or a sigma is wrong. The largest: {stream} in case {at}, {z} of its own.",
    zh: "读数与模型平均相差 {ratio} 个所给标准差，超过偶然所能解释（95 %）：流程图、某个读数或 sigma 有误。最大的是第 {at} 个工况的 {stream}，相差其自身的 {z} 个标准差。",
  },
});

interface Reading {
  readonly case: number;
  readonly stream: string;
  readonly quantity: string;
  readonly unit: string;
  readonly measured: number;
  readonly predicted: number;
  readonly standardised: number;
}

export const industryCalibrateFlowsheet = defineTool({
  name: "industry.calibrateFlowsheet",
  title: { en: "Calibration of a flowsheet", zh: "流程图参数标定" },
  summary: {
    en: "Fits parameters of a flowsheet's units, and flows of its feeds, to measured streams through its recycles: values with intervals, correlation, what the sheet predicts for each reading, and a test of the fit.",
    zh: "穿过循环，将流程图中单元的参数和进料流量拟合到实测物流：给出数值及区间、相关系数、每个读数的预测值，并检验拟合。",
  },
  input: z.object({
    units: unitsIn,
    feeds: feedsIn,
    parameters: z
      .array(adjustedIn)
      .min(1)
      .max(50)
      .describe("What is fitted; it starts from its value in the sheet, and keeps within its bounds"),
    cases: z
      .array(
        z.strictObject({
          feeds: z.record(z.string(), streamIn).default({}).describe("Feeds that differ from those of the sheet"),
          parameters: z
            .record(z.string(), z.record(z.string(), z.number()))
            .default({})
            .describe("Unit → parameter → value that was set"),
          measured: z.array(readingIn).min(1).max(1000),
        }),
      )
      .min(1)
      .max(200)
      .describe("States of the plant and what was read in each"),
    level: ratio.gt(0).lt(1).default(0.95),
    fuels: z.array(fuelIn).optional().describe("Fuels by analysis, beside the substances that ship"),
  }),
  output: z.object({
    parameters: z.array(
      z.object({
        name: z.string().describe("unit.parameter, or feed[substance]"),
        unit: z.string(),
        start: numberIn(siblingUnit),
        value: numberIn(siblingUnit),
        standardError: numberIn(siblingUnit),
        lo: numberIn(siblingUnit).describe("Lower bound of the interval by Student's t"),
        hi: numberIn(siblingUnit),
      }),
    ),
    readings: z.array(
      z.object({
        case: integerIn("1").describe("From 1"),
        stream: z.string(),
        quantity: z.string().describe("A substance, its mole fraction as x(CO2), mass, temperature or power"),
        unit: z.enum(["kg/h", "1", "°C", "MW"]),
        measured: numberIn(siblingUnit),
        sigma: numberIn(siblingUnit),
        predicted: numberIn(siblingUnit),
        standardised: ratio.describe("(Measured − predicted) over sigma"),
      }),
    ),
    correlation: z.array(z.array(ratio)).describe("Parameters × parameters"),
    degrees: integerIn("1").describe("Readings minus parameters"),
    t: ratio.describe("Student's quantile of the intervals"),
    residualSd: ratio.describe("√(Σ standardised² / degrees): near 1 if the sheet and every sigma are right"),
    chiSquare: ratio.describe("Σ standardised²"),
    chiSquareLimit: ratio.describe("What it keeps below in 95 of 100 cases if the sheet and every sigma are right"),
    residual: residualOut,
    iterations: iterationsOut,
    method: methodOut,
    notes: notesOut,
  }),
  tablesOut: {
    byReading: recordTable(
      { en: "Each reading and what the calibrated flowsheet predicts.", zh: "各读数与标定后流程图的预测值。" },
      {
        case: integerColumn({ en: "State of the plant, from 1.", zh: "工况序号，从 1 起。" }),
        stream: textColumn({ en: "The stream.", zh: "物流。" }),
        quantity: textColumn({ en: "What was read.", zh: "所测的量。" }),
        unit: textColumn({ en: "Its unit.", zh: "单位。" }),
        measured: numberColumn({ en: "Measured.", zh: "测量值。" }),
        predicted: numberColumn({ en: "Predicted.", zh: "预测值。" }),
        standardised: numberColumn({ en: "Difference over the standard deviation.", zh: "差值与标准差之比。" }),
      },
      ({ readings }: { readonly readings: readonly Reading[] }) => readings,
    ),
  },
  formula: "p = argmin Σ ((y − g(x(p)))/σ)², F(x, p) = 0; dx/dp = −(∂F/∂x)⁻¹ ∂F/∂p; Cov(p) = s² (JᵀJ)⁻¹; p ± t s_p",
  assumptions: [
    "Errors of readings are independent and normal, with the stated standard deviations up to a common factor, which is estimated.",
    "Feeds and set parameters of a case are known exactly, but for those that are fitted.",
    "The sheet is right: what it does not contain goes to the residuals. Intervals are those of the tangent at the solution.",
    "Steady state; each operation states its own assumptions: industry.operations.",
  ],
  references: [
    "Marquardt (1963), J. SIAM 11: 431–441, doi:10.1137/0111030.",
    "Bates, Watts (1988), Nonlinear Regression Analysis and Its Applications, doi:10.1002/9780470316757.",
    "Griewank, Walther (2008), Evaluating Derivatives, 2nd ed., ch. 15, doi:10.1137/1.9780898717761.",
  ],
  async run({ units, feeds, parameters: by, cases, level, fuels = [] }, work) {
    const substances = substancesWith(fuels.map(({ source = "caller", ...fuel }) => ({ ...fuel, source })));
    const sheet: ProcessSheet = { units, feeds: readStreams(feeds), specifications: [] };
    checkCases(sheet, by, cases);
    const read = cases.flatMap(({ measured }, c) =>
      measured.map((reading, at) => ({
        case: c + 1,
        stream: reading.stream,
        sigma: reading.sigma,
        ...readValue(reading, at + 1, c + 1),
      })),
    );
    const chemistry = new Chemistry(realArithmetic, substances);
    for (const { substance } of cases.flatMap(({ measured }) => measured))
      if (substance !== undefined) chemistry.substance(substance);
    const states = cases.map(({ feeds: fed, parameters }, c) => ({
      feeds: readStreams(fed),
      parameters,
      readings: read.filter((each) => each.case === c + 1),
    }));
    const ranges = by.map((each) => rangeOf(sheet, each));
    const model = new FlowsheetModel(sheet, states, by, substances, work);
    const values = read.map(({ value, offset }) => value + offset);
    const sigma = read.map((each) => each.sigma);
    const fitted = await calibrate(model, values, ranges, { level, sigma }, work);
    const readings = read.map(({ quantity: _, word, offset, value, ...reading }, i) => ({
      ...reading,
      quantity: word,
      measured: value,
      predicted: fitted.predictions[i]! - offset,
      standardised: fitted.residuals[i]! / reading.sigma,
    }));
    const chiSquare = readings.reduce((sum, { standardised: z }) => sum + z * z, 0);
    const chiSquareLimit = chiSquareQuantile(0.95, fitted.degrees);
    return {
      parameters: fitted.parameters.map(({ name, value, standardError, lo, hi }, k) => {
        const { unit, start } = ranges[k]!;
        return { name, unit, start, value, standardError, lo, hi };
      }),
      readings,
      correlation: fitted.correlation.map((row) => [...row]),
      degrees: fitted.degrees,
      t: fitted.t,
      residualSd: fitted.residualSd,
      chiSquare,
      chiSquareLimit,
      residual: model.residual(),
      iterations: fitted.iterations,
      method: texts.method({ count: fitted.iterations }),
      notes: [
        ...calibrationNotes(fitted),
        ...(chiSquare > chiSquareLimit ? [misfitOf(readings, fitted.residualSd)] : []),
        ...unitNotes(units, by),
      ],
    };
  },
});

/** Says which reading the model misses most. */
function misfitOf(
  readings: readonly { readonly stream: string; readonly case: number; readonly standardised: number }[],
  residualSd: number,
): Message {
  const [worst] = [...readings].sort((a, b) => Math.abs(b.standardised) - Math.abs(a.standardised));
  return texts.misfit({
    ratio: residualSd.toPrecision(3),
    stream: worst!.stream,
    at: worst!.case,
    z: Math.abs(worst!.standardised).toPrecision(3),
  });
}

interface CaseInput {
  readonly feeds: Readonly<Record<string, unknown>>;
  readonly parameters: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** Throws IndustryError for what solving a case would not name: parameters that are named twice, and names that a case mistakes. */
function checkCases({ units, feeds }: ProcessSheet, by: readonly Adjusted[], cases: readonly CaseInput[]): void {
  const names = by.map(nameOfAdjusted);
  const twice = names.find((name, at) => names.indexOf(name) < at);
  if (twice !== undefined) throw new IndustryError("parameters", texts.twice({ parameter: twice }));
  const known = units.map(({ name }) => name);
  for (const [c, each] of cases.entries()) {
    for (const feed of Object.keys(each.feeds))
      if (!Object.hasOwn(feeds, feed))
        throw new IndustryError("cases", texts.noFeed({ at: c + 1, feed, feeds: Object.keys(feeds) }));
    for (const [unit, set] of Object.entries(each.parameters)) {
      if (!known.includes(unit)) throw new IndustryError("cases", texts.noUnit({ at: c + 1, unit, units: known }));
      const both = Object.keys(set).find((parameter) => names.includes(`${unit}.${parameter}`));
      if (both !== undefined) throw new IndustryError("cases", texts.both({ at: c + 1, parameter: `${unit}.${both}` }));
    }
  }
}

/** Where a parameter starts, and the bounds within which it is sought: those given, else those that it has. */
function rangeOf(sheet: ProcessSheet, by: Adjusted) {
  const { start, unit, bounds } = adjustedNumber(sheet, by);
  const { lo = bounds?.[0], hi = bounds?.[1] } = by;
  return { unit, start: Math.min(hi ?? start, Math.max(lo ?? start, start)), lo, hi };
}
