import { z } from "zod";
import { messages } from "../../message/message.ts";
import { type DenseMatrix, dense } from "../../numeric/matrix.ts";
import type { InputOf } from "../../tool/shape.ts";
import { IndustryError } from "../industry-error.ts";
import { type Balances, formulaBalances, joinedBalances, linearBalances } from "./balances.ts";
import type { Measurement } from "./measured-flows.ts";

const texts = messages("industry.plantFlows", {
  noSigma: {
    en: "The flow {flow} is measured but has no sigma. Give its standard deviation, or 0 if it is known exactly.",
    zh: "流股 {flow} 有测量值但没有 sigma。请给出标准差；若精确已知则为 0。",
  },
  negativeSigma: {
    en: "The sigma of the flow {flow} is {sigma}; expected a number ≥ 0.",
    zh: "流股 {flow} 的 sigma 为 {sigma}，应为不小于 0 的数。",
  },
  twoFlows: { en: "Two flows are named {flow}. Give each its own name.", zh: "有两股流同名：{flow}。请分别命名。" },
  openNode: {
    en: "The node {node} has only flows that {direction}, so that all of them would be zero. Leave the node out of `{field}` if the plant ends there.",
    zh: "节点 {node} 的流股全部{direction}，平衡会使它们都为零。如果装置的边界在此，请不要在 `{field}` 中写该节点。",
  },
  leave: { en: "leave it", zh: "流出" },
  enter: { en: "enter it", zh: "流入" },
  noBalance: {
    en: "There is no balance. Name the nodes of flows in `from` and `to`, or give a matrix `A`, or formulas in `balances`.",
    zh: "没有平衡式。请在 `from` 和 `to` 中写明流股的节点，或给出矩阵 `A`，或在 `balances` 中写公式。",
  },
  otherWidth: {
    en: "`A` has {columns} columns, but there are {count} flows: it needs a column for each flow.",
    zh: "`A` 有 {columns} 列，而流股有 {count} 股：每股流需要一列。",
  },
});

const amount = z.number();

/** A flow as a person states it: where it comes from and goes to, and what was measured. */
export const statedFlowShape = z.strictObject({
  name: z.string().min(1),
  /** Node that it leaves; without it, it comes from outside. */
  from: z.string().min(1).optional().describe("Node it leaves; left out, it comes from outside"),
  /** Node that it enters; without it, it leaves the plant. */
  to: z.string().min(1).optional().describe("Node it enters; left out, it leaves the plant"),
  measured: amount.nullable().optional().describe("Left out or null: not measured"),
  sigma: amount.optional().describe("Standard deviation of the measurement; 0: known exactly"),
  /** First guess of a flow that is not measured. */
  guess: amount.optional().describe("First guess of an unmeasured flow in a balance that is not linear"),
});
export type StatedFlow = InputOf<typeof statedFlowShape>;

/** Measurements and balances of a plant, read from nodes, a matrix and formulas; any of them may be absent, but not all. */
export function plantFlows(
  flows: readonly StatedFlow[],
  a: DenseMatrix | undefined,
  formulas: readonly string[],
): { readonly measurements: readonly Measurement[]; readonly balances: Balances } {
  const names = flows.map(({ name }) => name);
  const twice = names.find((name, at) => names.indexOf(name) < at);
  if (twice !== undefined) throw new IndustryError("flows", texts.twoFlows({ flow: twice }));
  const measurements = flows.map(({ name, measured = null, sigma, guess }): Measurement => {
    if (measured === null) return guess === undefined ? { name, measured } : { name, measured, guess };
    if (sigma === undefined) throw new IndustryError("flows", texts.noSigma({ flow: name }));
    if (!(sigma >= 0)) throw new IndustryError("flows", texts.negativeSigma({ flow: name, sigma }));
    return { name, measured, sigma };
  });
  const all: Balances[] = [];
  if (a && a.rows > 0) {
    if (a.columns !== flows.length)
      throw new IndustryError("A", texts.otherWidth({ columns: a.columns, count: flows.length }));
    all.push(
      linearBalances(
        Array.from({ length: a.rows }, (_, i) => `A[${i}]`),
        a,
      ),
    );
  }
  const nodes = [...new Set(flows.flatMap(({ from, to }) => [from, to].filter((node) => node !== undefined)))];
  if (nodes.length > 0) all.push(linearBalances(nodes, nodeBalances(nodes, flows)));
  if (formulas.length > 0) all.push(formulaBalances(formulas, names));
  const [first, ...rest] = all;
  if (!first) throw new IndustryError("flows", texts.noBalance());
  return { measurements, balances: rest.reduce(joinedBalances, first) };
}

/** What enters a node minus what leaves it. */
function nodeBalances(nodes: readonly string[], flows: readonly StatedFlow[]): DenseMatrix {
  const matrix = dense(nodes.length, flows.length);
  for (const [i, node] of nodes.entries()) {
    for (const [j, { from, to }] of flows.entries())
      matrix.data[i * flows.length + j] = (to === node ? 1 : 0) - (from === node ? 1 : 0);
    if (!flows.some(({ to }) => to === node))
      throw new IndustryError("flows", texts.openNode({ node, direction: texts.leave(), field: "from" }));
    if (!flows.some(({ from }) => from === node))
      throw new IndustryError("flows", texts.openNode({ node, direction: texts.enter(), field: "to" }));
  }
  return matrix;
}
