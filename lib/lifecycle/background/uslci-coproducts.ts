import type { Read } from "../../tool/read.ts";
import { functionsOf, TECHNOSPHERE } from "../graph/activity-functions.ts";
import type { ExchangeDetails, ExchangeGraph } from "../graph/exchange-graph.ts";
import { factorBetween } from "../graph/unit-names.ts";
import { type FuelMeasures, fuelMeasures } from "./fuel-measures.ts";

/**
 * Outputs that USLCI lists as co-products and that are none: nothing takes them, or the publisher says that they bear no burdens. The
 * statements are in the comments of the processes named.
 */
const residues: readonly RegExp[] = [
  // Water that goes back to rivers and the sea: tonnes of it per kilogram of metal, of which a mass rule would make the product.
  /^Water \(.* from technosphere, (turbined|waste water|cooling water)\)$/,
  // "100% of impacts allocated to rapeseed, 0% to residues" (process 7); nothing takes the straw of the other crops either.
  /^(Soybean residues|Wheat straw|Rice straw|Rapeseed residues|Corn stover|Cotton straw|Potato leaves), at field$/,
  // "No co-product allocation for scrap materials that are recycled or reused" (processes 413, 415, 416).
  /\bscrap\b/i,
  // "100% … allocated to acetic acid, and 0% to recovered heat" (process 435).
  /^Recovered energy, at acetic acid production$/,
  // Less than 1e-7 of what the process makes.
  /^(Tar|Renewable fuels)$/,
  // Waste by its name, and the packaging in which inputs came.
  /^(Wood ash|Wood waste|Disposal|Byproduct of aluminum casting)\b/,
  /, for shipping$/,
];

/** The refinery, which is stated "on the basis 1 kilogram of general refinery product". */
const REFINERY = "uslci:348";
const REFINERY_OUTPUT = 1;

/** Its products that are counted in litres, by the fuel of the UK conversion factors whose density is taken. */
const liquids: Readonly<Record<string, string>> = {
  "Diesel, at refinery": "Liquid fuels · Diesel (100% mineral diesel)",
  "Gasoline, at refinery": "Liquid fuels · Petrol (100% mineral petrol)",
  "Kerosene, at refinery": "Liquid fuels · Burning oil",
  "Liquefied petroleum gas, at refinery": "Gaseous fuels · LPG",
  "Residual fuel oil, at refinery": "Liquid fuels · Fuel oil",
};

/**
 * USLCI with what allocation needs to know of its co-products: which are residues, and the masses of the products of the refinery
 * that are counted in litres and cubic metres, since the publisher divides the refinery "by percent by mass of each product".
 *
 * Densities are those of British fuels (`fuelMeasures`). The mass of refinery gas, of which no density ships, is what the other products leave of
 * the kilogram.
 */
export async function withCoproducts(graph: ExchangeGraph, read: Read): Promise<ExchangeGraph> {
  const { activities, products, exchanges } = graph;
  const { flow, amount } = exchanges;
  const { of, reference } = functionsOf(graph);
  const details = new Map<number, ExchangeDetails>(exchanges.details);
  for (const [a, own] of of.entries())
    for (const exchange of own)
      if (exchange !== reference[a] && residues.some((pattern) => pattern.test(products[flow[exchange]!]!.name)))
        details.set(exchange, { ...details.get(exchange), residue: true });

  const fuels = await fuelMeasures(read);
  for (const [a, own] of of.entries()) {
    const taken = energyTaken(graph, a, fuels);
    for (const exchange of own) {
      const energy = factorBetween(products[flow[exchange]!]!.unit, "MJ");
      if (exchange === reference[a] || energy === null || amount[exchange]! < 0) continue;
      if (amount[exchange]! * energy < LEAST_ENERGY * taken)
        details.set(exchange, { ...details.get(exchange), residue: true });
    }
  }

  const refinery = activities.findIndex(({ id }) => id === REFINERY);
  if (refinery >= 0) {
    const densities = fuels.density;
    const unknown: number[] = [];
    let known = 0;
    for (const exchange of of[refinery]!) {
      const { name, unit } = products[flow[exchange]!]!;
      const kilograms = factorBetween(unit, "kg") ?? densities.get(liquids[name] ?? "");
      if (kilograms === undefined) unknown.push(exchange);
      else {
        known += amount[exchange]! * kilograms;
        details.set(exchange, { ...details.get(exchange), properties: { mass: kilograms } });
      }
    }
    const [gas] = unknown;
    if (unknown.length === 1 && known < REFINERY_OUTPUT)
      details.set(gas!, { ...details.get(gas!), properties: { mass: (REFINERY_OUTPUT - known) / amount[gas!]! } });
  }
  return { ...graph, exchanges: { ...exchanges, details } };
}

/**
 * Recovered heat below this share of the energy that a process takes bears nothing: a cut-off by energy, as ISO 14044 allows, whose
 * number is a choice of this library. Of PET it is 0.016 MJ a kilogram.
 */
const LEAST_ENERGY = 0.01;

/** MJ that an activity takes as electricity, heat, and gas by its heating value. */
function energyTaken({ products, exchanges }: ExchangeGraph, a: number, { perVolume }: FuelMeasures): number {
  const { activity, type, flow, amount } = exchanges;
  const gas = perVolume.m3.get("Gaseous fuels · Natural gas") ?? 0;
  let taken = 0;
  for (let e = activity.indexOf(a); e >= 0 && e < exchanges.count && activity[e] === a; e++) {
    if (type[e] !== TECHNOSPHERE || amount[e]! < 0) continue;
    const { name, unit } = products[flow[e]!]!;
    const held = /^natural gas, combusted\b/i.test(name) ? (factorBetween(unit, "m3") ?? 0) * gas : 0;
    taken += amount[e]! * (factorBetween(unit, "MJ") ?? held);
  }
  return taken;
}
