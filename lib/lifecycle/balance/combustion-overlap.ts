import { BIOSPHERE, functionsOf, TECHNOSPHERE } from "../graph/activity-functions.ts";
import type { ExchangeGraph } from "../graph/exchange-graph.ts";
import type { LinkedSystem } from "../graph/linked-system.ts";
import { factorBetween } from "../graph/unit-names.ts";
import { compartmentOf } from "../impact/compartment.ts";
import { flowKey } from "../impact/flow-name.ts";

/** An activity whose own CO2 and whose linked fuels seem to be the same combustion, in kg CO2 at its own amounts. */
export interface CombustionOverlap {
  /** Index of the activity. */
  readonly activity: number;
  /** What it emits itself, but biogenic. */
  readonly direct: number;
  /** What the carbonates that it takes can give at most when they are calcined. */
  readonly carbonates: number;
  /** What the combustion of the fuels emits that it takes as processes of combustion. */
  readonly linked: number;
  /** What may be counted twice: the smaller of `linked` and of `direct` without `carbonates`. */
  readonly twice: number;
}

/**
 * How near the two must be to seem the same: the smaller at least half of the larger. A choice of this library. Of Portland cement of
 * the USLCI they are 0.33 and 0.30 kg; of its ethylene and propylene, 0.64 and 0.64.
 */
const NEAR = 0.5;

/** t CO2 per t of carbonate, calcined to the end: IPCC 2006, volume 3, table 2.1 (the dataset `factors_ippu`; trona: equation 3.14). */
export const carbonateFactors: Readonly<Record<string, number>> = {
  limestone: 0.43971,
  calcite: 0.43971,
  "calcium carbonate": 0.43971,
  magnesite: 0.52197,
  dolomite: 0.47732,
  trona: 0.097,
};

const combustion = /\b(combusted|burned|burnt)\b/i;
/** What gives CO2 beside fossil fuels, whose carbon cannot be told apart where a source has one name for all CO2. */
const biomass = /\b(wood|bark|hog(ged)? fuel|hogfuel|liquor|sludge|biomass|sawdust|shavings|straw|stover|bagasse)\b/i;

/**
 * Activities that count a combustion twice: they emit CO2 themselves that no carbonate among their inputs explains, and take about as
 * much as the product of combustion processes, which emit it again. Without the carbon of feedstocks this is a sign and no
 * proof: results that rest on such an activity are not exact. Activities that take biomass are left out, and so are combustions.
 */
export function combustionOverlaps(system: LinkedSystem): CombustionOverlap[] {
  const { graph, nodes, technosphereCells: cells } = system;
  const { activities, products, flows, exchanges } = graph;
  const { type, flow, amount, activity } = exchanges;
  const emitted = directCarbonDioxide(graph);
  const linked = new Float64Array(activities.length);
  const seen = new Set<number>();
  for (let at = 0; at < cells.row.length; at++) {
    const exchange = cells.exchange[at]!;
    const node = nodes[cells.row[at]!]!;
    // An exchange of an activity with several products has a cell in the column of each.
    if (type[exchange] !== TECHNOSPHERE || seen.has(exchange) || !combustion.test(products[node.product]!.name))
      continue;
    seen.add(exchange);
    linked[activity[exchange]!]! += (amount[exchange]! * emitted[node.activity]!) / amount[node.exchange]!;
  }
  const { starts } = functionsOf(graph);
  return activities.flatMap(({ name }, a) => {
    const direct = emitted[a]!;
    if (!(direct > 0 && linked[a]! > 0) || combustion.test(name)) return [];
    let carbonates = 0;
    for (let e = starts[a]!; e < starts[a + 1]!; e++) {
      if (type[e] !== TECHNOSPHERE && type[e] !== BIOSPHERE) continue;
      const item = (type[e] === BIOSPHERE ? flows : products)[flow[e]!]!;
      if (type[e] === TECHNOSPHERE && biomass.test(item.name)) return [];
      const isTaken =
        type[e] === TECHNOSPHERE || compartmentOf(flows[flow[e]!]!.compartment)?.context.startsWith("resource/");
      const factor = isTaken ? carbonateFactors[flowKey(item.name).replace(/,.*$/, "")] : undefined;
      const kilograms = factor === undefined ? null : factorBetween(item.unit, "kg");
      if (factor !== undefined && kilograms !== null) carbonates += Math.max(0, amount[e]!) * kilograms * factor;
    }
    const rest = Math.max(0, direct - carbonates);
    const [twice, larger] = [Math.min(rest, linked[a]!), Math.max(rest, linked[a]!)];
    return twice >= NEAR * larger ? [{ activity: a, direct, carbonates, linked: linked[a]!, twice }] : [];
  });
}

/** By elementary flow: kg of CO2 to the air per unit, without what a source calls biogenic; null for other flows. */
export function carbonDioxideFlows({ flows }: ExchangeGraph): (number | null)[] {
  return flows.map(({ name, compartment, unit }) =>
    /^carbon dioxide(, fossil)?$/.test(flowKey(name)) &&
    compartmentOf(compartment)?.context.startsWith("emission/air") === true
      ? factorBetween(unit, "kg")
      : null,
  );
}

/** A: kg of that CO2 which each activity emits. */
function directCarbonDioxide(graph: ExchangeGraph): Float64Array {
  const { activities, exchanges } = graph;
  const kilograms = carbonDioxideFlows(graph);
  const emitted = new Float64Array(activities.length);
  for (let e = 0; e < exchanges.count; e++) {
    if (exchanges.type[e] !== BIOSPHERE) continue;
    emitted[exchanges.activity[e]!]! += exchanges.amount[e]! * (kilograms[exchanges.flow[e]!] ?? 0);
  }
  return emitted;
}
