import { uninterrupted, type Work } from "../../numeric/work.ts";
import type { Read } from "../../tool/read.ts";
import type { ExchangeGraph } from "../graph/exchange-graph.ts";
import type { SystemOptions } from "../graph/linked-system.ts";
import { premiseDatasets, premiseGraph } from "./premise.ts";
import { uslciDatasets, uslciGraph } from "./uslci.ts";
import { windTurbineDatasets, windTurbineGraph } from "./wind-turbine.ts";

/** An inventory that ships, and how it is linked unless told otherwise. */
export interface ShippedGraph {
  readonly graph: ExchangeGraph;
  readonly rules: SystemOptions;
}

/** How each inventory that ships is opened. */
export const shippedGraphs = {
  uslci: {
    datasets: uslciDatasets as readonly string[],
    async open(read: Read, work: Work = uninterrupted): Promise<ShippedGraph> {
      const graph = await uslciGraph(read, work);
      return { graph, rules: uslciRules(graph) };
    },
  },
  premise: {
    datasets: premiseDatasets as readonly string[],
    open: async (read: Read, work: Work = uninterrupted): Promise<ShippedGraph> => ({
      graph: await premiseGraph(read, work),
      rules: {},
    }),
  },
  "wind-turbines": {
    datasets: windTurbineDatasets as readonly string[],
    open: async (read: Read): Promise<ShippedGraph> => ({ graph: await windTurbineGraph(read), rules: {} }),
  },
} as const;

/** The Eastern US grid. */
const GRID = "uslci:128";

/**
 * The rules of the published check of USLCI: electricity of the grid comes from the Eastern US but for consumers in China; other products from
 * the consumer's place, else the US, else the first process; an activity does not take half of its output or more from itself; all
 * burdens stay with reference products, and co-products provide nothing.
 */
function uslciRules({ activities, products, exchanges }: ExchangeGraph): SystemOptions {
  const grid = activities.findIndex(({ id }) => id === GRID);
  const product = exchanges.flow[exchanges.activity.indexOf(grid)];
  return {
    allocation: { rule: "none" },
    linksFreeCoproducts: false,
    cutSelfSupply: 0.5,
    preferred: ["US"],
    providers: product === undefined ? [] : [{ product: products[product]!.id, provider: GRID, except: ["CN"] }],
  };
}
