import { z } from "zod";
import { type Message, messages } from "../../message/message.ts";
import { matrix, matrixOf } from "../../tool/matrix.ts";
import { methodOut, notesOut } from "../../tool/outcome.ts";
import { recordTable } from "../../tool/record-table.ts";
import type { ResultOf } from "../../tool/shape.ts";
import { numberColumn, textColumn } from "../../tool/table.ts";
import { defineTool } from "../../tool/tool.ts";
import { numberIn, ratio } from "../../tool/unit.ts";
import { IndustryError } from "../industry-error.ts";
import {
  type GlobalTest,
  globalTestShape,
  grossErrorShape,
  reconcileTested,
  type TestedReconciliation,
} from "../reconciliation/gross-errors.ts";
import { plantFlows, type StatedFlow, statedFlowShape } from "../reconciliation/plant-flows.ts";

const texts = messages("industry.reconcileTool", {
  linear: {
    en: "Weighted least squares with {count} independent {count:check|checks}, by projection (QR).",
    zh: "加权最小二乘，{count} 个独立校核条件，用投影法（QR 分解）求解。",
  },
  iterated: {
    en: "Weighted least squares with {count} independent {count:check|checks}, by projection (QR), linearised {steps} times.",
    zh: "加权最小二乘，{count} 个独立校核条件，用投影法（QR 分解）求解，共线性化 {steps} 次。",
  },
  gross: {
    en: "{flow} was taken out as a gross error: {z} standard deviations of its adjustment, where {critical} are allowed.",
    zh: "{flow} 的测量值作为显著误差剔除：调整量为其标准差的 {z} 倍，允许值为 {critical}。",
  },
  either: {
    en: "A gross error of {flow} cannot be told from one of {others:or}: check these instruments together.",
    zh: "{flow} 的显著误差无法与 {others:or} 的区分：请一并检查这些仪表。",
  },
  unchecked: {
    en: "No balance checks {flows:and}: {count:this measurement was|these measurements were} taken as measured.",
    zh: "没有平衡式能校核 {flows:and}：{count} 个测量值按原值采用。",
  },
  unobservable: {
    en: "The balances do not determine {flows:and}. Measure one of them more, or add a balance.",
    zh: "平衡式无法确定 {flows:and}。请增加测点或补充平衡式。",
  },
  stillFails: {
    en: "The global test still fails: the balances, or more than these measurements, may be wrong.",
    zh: "整体检验仍未通过：平衡式可能有误，或还有其他测量误差。",
  },
  noFlows: {
    en: "`flows` is missing; expected a list of flows, or `A` with `measured` and `sigma`.",
    zh: "缺少 `flows`；应为流股列表，或给出 `A` 及 `measured`、`sigma`。",
  },
  otherCount: {
    en: "`{field}` has {count} entries; expected {expected}, one for each flow.",
    zh: "`{field}` 有 {count} 项；应为 {expected} 项，每股流一项。",
  },
});

// Every flow may have a unit of its own.
const amount = z.number();

const flowOutShape = z.object({
  name: z.string(),
  status: z.enum(["redundant", "unchecked", "observable", "unobservable"]),
  measured: amount.nullable(),
  reconciled: amount.nullable().describe("Null: the balances do not determine it"),
  sigma: amount.nullable().describe("Standard deviation afterwards"),
  adjustment: amount.nullable().describe("Reconciled − measured"),
  z: ratio.nullable().describe("Measured − reconciled over its standard deviation; null: nothing checks it"),
});

export const industryReconcile = defineTool({
  name: "industry.reconcile",
  title: { en: "Data reconciliation", zh: "测量数据协调" },
  summary: {
    en: "Adjusts measured flows so that the balances close, estimates unmeasured ones, tests for gross errors and names them.",
    zh: "调整测量流量使平衡闭合，估计未测流量，检验并指出显著误差。",
  },
  input: z.object({
    flows: z.array(statedFlowShape).max(500).optional(),
    A: matrix("Balances × flows: A x = 0", "1").optional(),
    measured: z.array(amount.nullable()).optional().describe("With A: one number a flow, null where not measured"),
    sigma: z.array(amount).optional().describe("With A: standard deviations, one a flow"),
    names: z.array(z.string()).optional().describe("With A: names of the flows"),
    balances: z
      .array(z.string().max(2000))
      .max(200)
      .default([])
      .describe("Formulas in the names of flows: feed * x_feed = product * x_product"),
    alpha: ratio.gt(0).lt(1).default(0.05).describe("Probability of doubting anything if all is well"),
    correction: z.enum(["Šidák", "Bonferroni"]).default("Šidák").describe("Level of the test of one measurement"),
    eliminate: z.boolean().default(true).describe("Take gross errors out, one at a time"),
  }),
  output: z.object({
    flows: z.array(flowOutShape).describe("Flow by flow, after gross errors were taken out"),
    reconciled: z.array(amount.nullable()).describe("One number a flow"),
    sigmaAfter: z.array(amount.nullable()).describe("One number a flow"),
    residualAfter: z.array(amount.nullable()).describe("One number a balance"),
    globalTest: globalTestShape.describe("With all measurements"),
    globalTestAfter: globalTestShape.describe("Without gross errors"),
    critical: ratio.nullable().describe("|z| from which a measurement is doubted; null: nothing checks any"),
    grossErrors: z.array(grossErrorShape),
    iterations: numberIn("1").meta({ provenance: "iterations" }),
    method: methodOut,
    notes: notesOut,
  }),
  tablesOut: {
    byFlow: recordTable(
      { en: "Each flow before and after.", zh: "各流股协调前后。" },
      {
        flow: textColumn({ en: "Flow.", zh: "流股。" }),
        status: textColumn({ en: "How the balances check it.", zh: "平衡式对它的校核情况。" }),
        measured: numberColumn({ en: "Measured.", zh: "测量值。" }),
        reconciled: numberColumn({ en: "Reconciled.", zh: "协调值。" }),
        sigma: numberColumn({ en: "Standard deviation afterwards.", zh: "协调后的标准差。" }),
        z: numberColumn({ en: "Adjustment over its standard deviation.", zh: "调整量与其标准差之比。" }),
      },
      ({ flows }: { readonly flows: readonly FlowOut[] }) =>
        flows.map(({ name, ...flow }) => ({ flow: name, ...flow })),
    ),
  },
  formula: "x = m − S Gᵀ (G S Gᵀ)⁻¹ (G m − d); Cov(x) = S − S Gᵀ (G S Gᵀ)⁻¹ G S; χ² = Σ ((m − x)/σ)²",
  assumptions: [
    "Errors of measurements are independent and normal, with the standard deviations given.",
    "The plant is in steady state: nothing is stored in a node.",
    "One gross error at a time is sought; several that cancel each other in all balances are not seen.",
  ],
  references: [
    "Crowe, García Campos, Hrymak (1983), Reconciliation of process flow rates by matrix projection, AIChE Journal, doi:10.1002/aic.690290602.",
    "Romagnoli, Sánchez (2000), Data Processing and Reconciliation for Chemical Process Operations, Academic Press.",
  ],
  async run({ A, balances, alpha, correction, eliminate, ...given }, work) {
    const flows = given.flows ?? listedFlows(A?.[0]?.length, given);
    if (flows.length === 0) throw new IndustryError("flows", texts.noFlows());
    const stated = plantFlows(flows, A && matrixOf("A", A), balances);
    const options = { alpha, correction, eliminates: eliminate };
    const tested = await reconcileTested(stated.measurements, stated.balances, options, work);
    const { reconciliation, before, after, critical, grossErrors } = tested;
    const of = new Map(flows.map((flow) => [flow.name, flow.measured ?? null]));
    const out = reconciliation.flows.map(({ name, value, sigma, status, z: own }): FlowOut => {
      const measured = of.get(name)!;
      const adjustment = measured === null || value === null ? null : value - measured;
      return { name, status, measured, reconciled: value, sigma, adjustment, z: own };
    });
    const { degrees, iterations } = reconciliation;
    return {
      flows: out,
      reconciled: out.map(({ reconciled }) => reconciled),
      sigmaAfter: out.map(({ sigma }) => sigma),
      residualAfter: [...reconciliation.residuals],
      globalTest: { ...before },
      globalTestAfter: { ...after },
      critical: Number.isFinite(critical) ? critical : null,
      grossErrors: grossErrors.map((error) => ({ ...error, alternatives: [...error.alternatives] })),
      iterations,
      method: stated.balances.areLinear
        ? texts.linear({ count: degrees })
        : texts.iterated({ count: degrees, steps: iterations }),
      notes: notesOf(tested, after),
    };
  },
});

type FlowOut = ResultOf<typeof flowOutShape>;

/** Flows given as lists beside a matrix. */
function listedFlows(
  columns: number | undefined,
  {
    measured = [],
    sigma,
    names,
  }: {
    readonly measured?: readonly (number | null)[] | undefined;
    readonly sigma?: readonly number[] | undefined;
    readonly names?: readonly string[] | undefined;
  },
): StatedFlow[] {
  const expected = columns ?? measured.length;
  // The matrix says how many flows there are: the list that differs from it is the one at fault.
  for (const [field, list] of Object.entries({ ...(measured.length > 0 && { measured }), sigma, names }))
    if (list && list.length !== expected)
      throw new IndustryError(field, texts.otherCount({ field, count: list.length, expected }));
  return measured.map((value, j) => ({ name: names?.[j] ?? `x${j + 1}`, measured: value, sigma: sigma?.[j] }));
}

function notesOf({ reconciliation, critical, grossErrors }: TestedReconciliation, after: GlobalTest): Message[] {
  const withStatus = (wanted: string) =>
    reconciliation.flows.filter(({ status }) => status === wanted).map(({ name }) => name);
  const [unchecked, unobservable] = [withStatus("unchecked"), withStatus("unobservable")];
  return [
    ...grossErrors.flatMap(({ flow, z: own, alternatives }) => [
      texts.gross({ flow, z: Math.abs(own).toFixed(1), critical: critical.toFixed(2) }),
      ...(alternatives.length > 0 ? [texts.either({ flow, others: [...alternatives] })] : []),
    ]),
    ...(after.passed ? [] : [texts.stillFails()]),
    ...(unchecked.length > 0 ? [texts.unchecked({ flows: unchecked, count: unchecked.length })] : []),
    ...(unobservable.length > 0 ? [texts.unobservable({ flows: unobservable })] : []),
  ];
}
