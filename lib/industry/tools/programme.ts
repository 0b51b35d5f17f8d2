import { z } from "zod";
import { type Message, messages } from "../../message/message.ts";
import { someOf } from "../../message/some-of.ts";
import { certificateOf, notesOnCertificate } from "../../optimization/certificate.ts";
import { leastRelaxation } from "../../optimization/elastic-programme.ts";
import { type InfeasibleSubsystem, infeasibleSubsystem } from "../../optimization/infeasible-subsystem.ts";
import { isMixedInteger } from "../../optimization/programme.ts";
import type { Span } from "../../optimization/solution.ts";
import { solveProgramme } from "../../optimization/solve-programme.ts";
import { notesOut, residualOut } from "../../tool/outcome.ts";
import { recordTable } from "../../tool/record-table.ts";
import { numberColumn, textColumn } from "../../tool/table.ts";
import { defineTool } from "../../tool/tool.ts";
import { ratio } from "../../tool/unit.ts";
import { type NumberedProgramme, numberedProgramme } from "../planning/named-programme.ts";
import { notesOnSearch } from "../planning/stopped-search.ts";
import { finite, searchBound, searchGap, searchSeconds } from "./search-schema.ts";

const texts = messages("industry.programmeTool", {
  clash: {
    en: "No values of the variables meet {rows:and} together. Relax at least one of them.",
    zh: "没有变量取值能同时满足 {rows:and}。请至少放宽其中一项。",
  },
  clashWithBounds: {
    en: "No values of the variables meet {rows:and} within {bounds:and}. Relax at least one of them.",
    zh: "在 {bounds:and} 之内，没有变量取值能同时满足 {rows:and}。请至少放宽其中一项。",
  },
  lower: { en: "the lower bound of {name}", zh: "{name} 的下限" },
  upper: { en: "the upper bound of {name}", zh: "{name} 的上限" },
  onlyBounds: { en: "No integer lies within the bounds: {bounds:and}.", zh: "下列界限之间没有整数：{bounds:and}。" },
  wholeOnly: {
    en: "They clash only because integers must be whole: with fractions they could hold together.",
    zh: "它们仅因整数要求而冲突：若允许小数则可同时满足。",
  },
  unbounded: {
    en: "The objective improves without end if {names:and} move together. A bound or a constraint is missing.",
    zh: "{names:and} 一同变动时目标可无限改善：缺少界限或约束。",
  },
  endless: {
    en: "The objective improves without end. A bound or a constraint is missing.",
    zh: "目标可无限改善：缺少界限或约束。",
  },
  alternatives: {
    en: "Another plan may reach the same objective: something at its bound could move at no cost. The objective is unique.",
    zh: "可能有其他方案达到同样的目标值：某些处于界限的量可无代价变动。目标值是唯一的。",
  },
  fixedIntegers: {
    en: "Duals, reduced costs and ranges hold with the integers fixed at their optimum.",
    zh: "对偶值、检验数与范围均指整数固定于最优值时的情形。",
  },
  noDuals: {
    en: "There are no duals: with the integers rounded, the rest has no exact solution.",
    zh: "未给出对偶值：整数取整后，其余部分没有精确解。",
  },
});

const coefficients = z.record(z.string(), z.number());
const bound = z.number().nullable().optional();
const span = z.object({ lo: z.number().nullable(), hi: z.number().nullable() }).describe("null: without end");

export const industryProgramme = defineTool({
  name: "industry.programme",
  title: { en: "Linear and mixed-integer programme", zh: "线性与混合整数规划" },
  summary: {
    en: "The least or greatest linear objective under linear constraints, with integers: values, duals, reduced costs and the ranges in which they hold; if nothing fits, the constraints that clash.",
    zh: "在线性约束（可含整数变量）下求线性目标的最小或最大值：变量取值、对偶值、检验数及其有效范围；若无可行解，则给出相互冲突的约束。",
  },
  input: z.strictObject({
    minimize: coefficients.optional().describe("Variable → coefficient; either this or maximize"),
    maximize: coefficients.optional(),
    constraints: z
      .record(z.string(), z.strictObject({ terms: coefficients, lo: bound, hi: bound }))
      .describe(
        "Name → lo ≤ Σ coefficient × variable ≤ hi; equal lo and hi for an equation, null or nothing for no bound",
      ),
    bounds: z
      .record(z.string(), z.strictObject({ lo: bound, hi: bound }))
      .optional()
      .describe("Variable → bounds; lo is 0 unless it is given, null for none; hi without end"),
    integers: z.array(z.string()).optional().describe("Variables that must be whole"),
    gap: ratio.nonnegative().max(1).optional().describe("With integers: where to stop, relative; default 1e-9"),
    seconds: searchSeconds,
  }),
  output: z.object({
    status: z
      .enum(["optimal", "infeasible", "unbounded", "stopped"])
      .describe("stopped: with integers, the best that was found in time; gap says how good it is"),
    objective: z.number().nullable().describe("null if there is no optimum"),
    values: coefficients.describe("Variable → value; empty if there is no optimum"),
    activities: coefficients.describe("Constraint → Σ coefficient × variable"),
    duals: coefficients.describe("Constraint → d objective / d bound; 0 where it holds nothing back"),
    reducedCosts: coefficients.describe("Variable → d objective / d value at its bound"),
    costRanges: z.record(z.string(), span).describe("Variable → its objective coefficients with the same values"),
    boundRanges: z.record(z.string(), span).describe("Constraint → its bounds with the same dual"),
    conflict: z
      .array(z.string())
      .optional()
      .describe("Constraints that cannot hold together; any one left out makes the rest feasible"),
    conflictBounds: z
      .array(z.object({ variable: z.string(), bound: z.enum(["lower", "upper"]) }))
      .optional()
      .describe("Bounds of variables that take part in the conflict"),
    relaxation: coefficients
      .optional()
      .describe("Constraint → how far its bound must move, at the least in sum, for a solution: + up, − down"),
    ray: coefficients.optional().describe("Variable → direction in which the objective improves without end"),
    bound: searchBound,
    gap: searchGap,
    residual: residualOut.nullable(),
    notes: notesOut,
  }),
  tablesOut: {
    variables: recordTable(
      { en: "The variables at the optimum.", zh: "最优解中的变量。" },
      {
        variable: textColumn({ en: "Name of the variable.", zh: "变量名称。" }),
        value: numberColumn({ en: "Its value.", zh: "取值。" }),
        reducedCost: numberColumn({ en: "Change of the objective per unit of it.", zh: "每变动一单位时目标的变化。" }),
      },
      ({ values, reducedCosts }: Tabled) =>
        Object.entries(values).map(([variable, value]) => ({ variable, value, reducedCost: reducedCosts[variable] })),
    ),
    rows: recordTable(
      { en: "The constraints at the optimum.", zh: "最优解中的约束。" },
      {
        constraint: textColumn({ en: "Name of the constraint.", zh: "约束名称。" }),
        activity: numberColumn({ en: "The sum of its terms.", zh: "各项之和。" }),
        dual: numberColumn({
          en: "Change of the objective per unit of its bound.",
          zh: "界限每变动一单位时目标的变化。",
        }),
      },
      ({ activities, duals }: Tabled) =>
        Object.entries(activities).map(([constraint, activity]) => ({ constraint, activity, dual: duals[constraint] })),
    ),
  },
  formula: "min cᵀx: lo ≤ A x ≤ hi, l ≤ x ≤ u",
  assumptions: [
    "Objective and constraints are linear.",
    "A dual is a rate at the optimum: it holds while the bound stays within its range. Where several constraints meet by chance, duals are not unique.",
    "With integers, the optimum is proved to a relative gap of 1e-9, or the search is stopped when its seconds are over.",
  ],
  solver: "highs",
  references: [
    "Huangfu, Hall (2018), doi:10.1007/s12532-017-0130-5: the solver (HiGHS).",
    "Chinneck, Dravnieks (1991), doi:10.1287/ijoc.3.2.157: constraints that clash.",
  ],
  async run(given, work) {
    const numbered = numberedProgramme(given);
    const { programme, variables, constraints } = numbered;
    const { seconds } = given;
    const options = { ranges: true, seconds, ...(given.gap !== undefined && { gap: given.gap }) };
    const found = await solveProgramme(programme, work, options);
    if (found.status === "infeasible") {
      const conflict = await infeasibleSubsystem(programme, work);
      const relaxation = await leastRelaxation(programme, work);
      return {
        ...nothing,
        status: found.status,
        conflict: conflict.rows.map((row) => constraints[row]!),
        ...(relaxation && { relaxation: named(constraints, relaxation, (move) => move !== 0) }),
        conflictBounds: conflict.bounds.map(({ column, side }) => ({ variable: variables[column]!, bound: side })),
        notes: notesOnConflict(numbered, conflict),
      };
    }
    if (found.status === "unbounded") {
      const ray = found.ray && named(variables, found.ray, (direction) => direction !== 0);
      const note = ray ? texts.unbounded({ names: someOf(Object.keys(ray)) }) : texts.endless();
      return { ...nothing, status: found.status, ...(ray && { ray }), notes: [note] };
    }
    const { objective, values, activities, duals, reducedCosts, ranges, bound, gap, isStopped, hasAlternatives } =
      found;
    const isMixed = isMixedInteger(programme);
    const certificate = certificateOf(programme, found);
    return {
      status: isStopped ? ("stopped" as const) : found.status,
      objective,
      values: named(variables, values),
      activities: named(constraints, activities),
      duals: duals ? named(constraints, duals) : {},
      reducedCosts: reducedCosts ? named(variables, reducedCosts) : {},
      costRanges: ranges ? spans(variables, ranges.costs) : {},
      boundRanges: ranges ? spans(constraints, ranges.bounds) : {},
      bound: finite(bound),
      gap: finite(gap),
      residual: certificate.residual,
      notes: [
        ...notesOnCertificate(certificate),
        ...notesOnSearch(found, seconds),
        ...(hasAlternatives ? [texts.alternatives()] : []),
        ...(isMixed && duals ? [texts.fixedIntegers()] : []),
        ...(duals ? [] : [texts.noDuals()]),
      ],
    };
  },
});

interface Tabled {
  readonly values: Readonly<Record<string, number>>;
  readonly activities: Readonly<Record<string, number>>;
  readonly duals: Readonly<Record<string, number>>;
  readonly reducedCosts: Readonly<Record<string, number>>;
}

const nothing = {
  objective: null,
  values: {},
  activities: {},
  duals: {},
  reducedCosts: {},
  costRanges: {},
  boundRanges: {},
  bound: null,
  gap: null,
  residual: null,
};

function notesOnConflict(
  { variables, constraints }: NumberedProgramme,
  { rows, bounds, isLinear }: InfeasibleSubsystem,
): Message[] {
  const sides = bounds.map(({ column, side }) => texts[side]({ name: variables[column]! }));
  if (rows.length === 0) return [texts.onlyBounds({ bounds: someOf(sides) })];
  const names = someOf(rows.map((row) => constraints[row]!));
  const clash =
    sides.length === 0 ? texts.clash({ rows: names }) : texts.clashWithBounds({ rows: names, bounds: someOf(sides) });
  return [clash, ...(isLinear ? [] : [texts.wholeOnly()])];
}

/** A record of the numbers; HiGHS has negative zeros, which nobody asked for. */
function named(
  names: readonly string[],
  numbers: Float64Array,
  keeps: (value: number) => boolean = () => true,
): Record<string, number> {
  const entries = names.flatMap((name, at) => (keeps(numbers[at]!) ? [[name, numbers[at]! + 0] as const] : []));
  return Object.fromEntries(entries);
}

function spans(names: readonly string[], found: readonly Span[]) {
  return Object.fromEntries(names.map((name, at) => [name, { lo: finite(found[at]!.lo), hi: finite(found[at]!.hi) }]));
}
