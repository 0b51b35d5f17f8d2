import { uninterrupted, type Work } from "../../numeric/work.ts";
import type { Read } from "../../tool/read.ts";
import { BIOSPHERE, functionsOf } from "../graph/activity-functions.ts";
import type { ExchangeGraph } from "../graph/exchange-graph.ts";
import { joinGraphs } from "../graph/join-graphs.ts";
import type { SystemOptions } from "../graph/linked-system.ts";
import { type BackgroundLink, backgroundLinks, matchBackground } from "./background-link.ts";
import { withOwnProviders } from "./own-providers.ts";
import { premiseGraph } from "./premise.ts";
import { uslciGraph } from "./uslci.ts";
import { withCoproducts } from "./uslci-coproducts.ts";
import { windTurbineGraph } from "./wind-turbine.ts";

/** An inventory that ships, and how it is linked unless told otherwise. */
export interface ShippedGraph {
  readonly graph: ExchangeGraph;
  readonly rules: SystemOptions;
  /** Other names by which its processes are meant, of a background. */
  readonly links?: ReadonlyMap<string, BackgroundLink>;
}

/** USLCI with the inventories of premise. */
async function openBackground(read: Read, work: Work): Promise<ShippedGraph> {
  return overUslci(await premiseGraph(read, work), read, work);
}

/**
 * USLCI with activities over it, whose background products are taken from the processes of USLCI that stand for them
 * (`background_link`), where the units convert, else from the activity that makes them among themselves. What has none is cut off.
 */
export async function overUslci(given: ExchangeGraph, read: Read, work: Work): Promise<ShippedGraph> {
  const { graph: uslci, rules } = await shippedGraphs.uslci.open(read, work);
  const links = await backgroundLinks(read);
  const matches = new Map(matchBackground(given, links).map((match) => [match.product, match]));
  const foreground = withOwnProviders(given, (product) => matches.get(product)?.status === "process");
  const activityOf = new Map(uslci.activities.map(({ id }, at) => [id, at]));
  const { reference } = functionsOf(uslci);
  const { flow } = foreground.exchanges;
  const electricity = uslci.exchanges.flow[reference[activityOf.get(GRID)!]!];
  const graph = joinGraphs(uslci, foreground, (exchange) => {
    if (foreground.exchanges.type[exchange] === BIOSPHERE) return undefined;
    const process = matches.get(flow[exchange]!)?.link?.process;
    const activity = process ? activityOf.get(process.id) : undefined;
    if (!process || process.factor === null || activity === undefined) return undefined;
    const product = uslci.exchanges.flow[reference[activity]!]!;
    // Electricity comes from the grid of the consumer's place, as in USLCI itself.
    return { activity: product === electricity ? -1 : activity, product, factor: process.factor };
  });
  return { graph, rules, links };
}

/** How each inventory that ships is opened. */
export const shippedGraphs = {
  uslci: {
    async open(read: Read, work: Work = uninterrupted): Promise<ShippedGraph> {
      const graph = await withCoproducts(await uslciGraph(read, work), read);
      return { graph, rules: uslciRules(graph) };
    },
  },
  premise: {
    open: async (read: Read, work: Work = uninterrupted): Promise<ShippedGraph> => ({
      graph: await premiseGraph(read, work),
      rules: {},
    }),
  },
  background: {
    open: (read: Read, work: Work = uninterrupted): Promise<ShippedGraph> => openBackground(read, work),
  },
  "wind-turbines": {
    open: async (read: Read): Promise<ShippedGraph> => ({ graph: await windTurbineGraph(read), rules: {} }),
  },
} as const;

/** The Eastern US grid. */
const GRID = "uslci:128";

/**
 * The rules of USLCI: electricity of the grid comes from the Eastern US but for consumers in China; other products from
 * the consumer's place, else the US, else the first process; an activity does not take half of its output or more from itself. Activities
 * with several products are divided by mass, else by energy, else by price, and co-products provide; what none of these can divide is named and
 * keeps its burdens with the reference product. The published check divides nothing: `allocation: {rule: "none"}`.
 */
function uslciRules({ activities, products, exchanges }: ExchangeGraph): SystemOptions {
  const grid = activities.findIndex(({ id }) => id === GRID);
  const product = exchanges.flow[exchanges.activity.indexOf(grid)];
  return {
    allocation: { rule: "mass", fallback: ["energy", "price"] },
    linksFreeCoproducts: false,
    cutSelfSupply: 0.5,
    preferred: ["US"],
    providers: product === undefined ? [] : [{ product: products[product]!.id, provider: GRID, except: ["CN"] }],
  };
}
