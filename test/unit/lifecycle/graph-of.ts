import type { ExchangeGraph } from "../../../lib/lifecycle/graph/exchange-graph.ts";
import { type GivenExchange, GraphBuilder } from "../../../lib/lifecycle/graph/graph-builder.ts";
import type { LinkedSystem } from "../../../lib/lifecycle/graph/linked-system.ts";
import { toDense } from "../../../lib/numeric/csr.ts";
import { factorLu } from "../../../lib/numeric/lu.ts";
import { solveLu } from "../../../lib/numeric/lu-solve.ts";
import { dense } from "../../../lib/numeric/matrix.ts";

/** An inventory in short: `id` or `id@place` → exchanges. All products are in kg; those named in `wastes` are wastes; flows are emissions to air. */
export function shortGraph(
  activities: Readonly<Record<string, readonly GivenExchange[]>>,
  wastes: readonly string[] = [],
): ExchangeGraph {
  const builder = new GraphBuilder();
  for (const exchange of Object.values(activities).flat()) {
    const { type, flow } = exchange;
    if (type === "biosphere") {
      if (!builder.hasFlow(flow))
        builder.addFlow({ id: flow, name: flow, compartment: "emission/air", unit: "kg", cas: null });
    } else if (!builder.hasProduct(flow))
      builder.addProduct({ id: flow, name: flow, unit: "kg", waste: wastes.includes(flow) });
  }
  for (const [id, exchanges] of Object.entries(activities)) {
    const location = id.split("@")[1] ?? null;
    builder.addActivity({ id, name: id, location, years: null, category: null, stage: null, comment: null }, exchanges);
  }
  return builder.graph();
}

export const makes = (flow: string, amount: number, more: Partial<GivenExchange> = {}): GivenExchange => ({
  type: "production",
  flow,
  amount,
  ...more,
});
export const takes = (flow: string, amount: number, more: Partial<GivenExchange> = {}): GivenExchange => ({
  type: "technosphere",
  flow,
  amount,
  ...more,
});
export const emits = (flow: string, amount: number, more: Partial<GivenExchange> = {}): GivenExchange => ({
  type: "biosphere",
  flow,
  amount,
  ...more,
});

/** g = B A⁻¹ f by dense LU, an independent way to the inventory. */
export async function inventoryOf(system: LinkedSystem, demand: Float64Array): Promise<number[]> {
  const factors = await factorLu(toDense(system.technosphere));
  const scaling = (await solveLu(factors, dense(demand.length, 1, demand))).data;
  const { rows, columns, data } = toDense(system.biosphere);
  return Array.from({ length: rows }, (_, e) => scaling.reduce((sum, s, j) => sum + data[e * columns + j]! * s, 0));
}
