import { BIOSPHERE, functionsOf, PRODUCTION, SUBSTITUTION } from "../graph/activity-functions.ts";
import type { ExchangeGraph } from "../graph/exchange-graph.ts";
import { factorBetween } from "../graph/unit-names.ts";
import { compartmentOf, isResource } from "../impact/compartment.ts";
import { carbonOfFlow } from "./carbon-content.ts";
import { massRoleOf } from "./mass-role.ts";

/**
 * - `closes`: what goes in and what comes out differ by no more than the tolerance.
 * - `open`: they differ, and every exchange that could bring or take mass has one.
 * - `incomplete`: they differ, and exchanges in pieces, volumes, areas or lengths have no mass stated.
 * - `none`: it makes nothing of which the mass is known, as an activity of electricity or transport.
 */
export const balanceStates = ["closes", "open", "incomplete", "none"] as const;
export type BalanceState = (typeof balanceStates)[number];

/**
 * - `closes`: both sides are within the tolerance, and the composition of everything is known.
 * - `open`: they differ, whatever the carbon of what has no composition.
 * - `unknown`: what has no composition could make up the difference, or no carbon is known on either side.
 */
export const carbonStates = ["closes", "open", "unknown"] as const;
export type CarbonState = (typeof carbonStates)[number];

/** Why an exchange has no mass: its unit measures none and none is stated; or it is processing, which is counted by what it works. */
export type WeightlessReason = "unit" | "processing";

export interface Weightless {
  /** Index of the exchange. */
  readonly exchange: number;
  readonly reason: WeightlessReason;
  /** Whether it could bring or take mass: not energy, transport, time, nor what is given to or taken from nature but volumes. */
  readonly mayWeigh: boolean;
}

/**
 * What inventories often leave out, where the rest closes without it: `air`, the oxygen in the carbon oxides that
 * are emitted; `water`, what is listed of it on the larger side, whose other side is steam or is counted in cubic metres.
 */
export const unlistedFlows = ["air", "water"] as const;
export type UnlistedFlow = (typeof unlistedFlows)[number];

/** Carbon, in kg. */
export interface CarbonBalance {
  readonly into: number;
  readonly out: number;
  /** Mass of what has no composition. */
  readonly unknownInto: number;
  readonly unknownOut: number;
  readonly state: CarbonState;
}

/** Masses in kg, at the activity's own amounts. */
export interface MassBalance {
  readonly activity: number;
  readonly state: BalanceState;
  /** Goods and resources, and wastes that it treats. */
  readonly into: number;
  /** Products, wastes and emissions. */
  readonly out: number;
  /** `into` − `out`. */
  readonly difference: number;
  /** Of the larger side; null if both are 0. */
  readonly share: number | null;
  /** Of a balance that does not close, what may be missing. */
  readonly mayBe: readonly UnlistedFlow[];
  readonly carbon: CarbonBalance;
  readonly weightless: readonly Weightless[];
}

export interface BalanceOptions {
  /** Indices of the activities; default: all. */
  readonly activities?: readonly number[] | undefined;
  /** Largest share of the difference of a balance that closes. Default: 0.05. */
  readonly tolerance?: number | undefined;
  /** kg per unit, of products and flows whose units are no masses, by id or name. */
  readonly masses?: Readonly<Record<string, number>> | undefined;
  /** kg of carbon per kg, of products and flows, by id or name; over the formulas of gases. */
  readonly carbon?: Readonly<Record<string, number>> | undefined;
}

/** A choice of this function: no standard states how well a process must close. */
export const BALANCE_TOLERANCE = 0.05;

/** Units of what has no mass. */
const immaterial = ["MJ", "kW", "h", "tkm", "pkm", "vkm", "m*a", "m2*a", "m3*a", "Bq", "kg*d"];
/** Units in which elementary flows of land and the like are counted. */
const spatial = ["m", "m2"];

/**
 * The balance of mass of each activity: what it takes, from other activities and from nature, against what it makes, gives to be treated
 * and emits. Only masses are added, converted to kg; a mass per unit is used where the inventory (`mass` of a production exchange) or
 * the caller states one, and never guessed. What is substituted elsewhere does not pass through the activity. Signs are those of the
 * graph: a negative input leaves, a negative product comes in.
 *
 * Air and water that an inventory does not list are missing here too: a furnace without its oxygen gives more than it takes.
 *
 * Source: conservation of mass and energy as a check of unit processes, ISO 14044:2006, validation of data.
 * Throws LifecycleError as `functionsOf`.
 */
export function massBalances(graph: ExchangeGraph, options: BalanceOptions = {}): MassBalance[] {
  const { activities, tolerance = BALANCE_TOLERANCE, masses = {}, carbon = {} } = options;
  const functions = functionsOf(graph);
  const items = itemsOf(graph, masses, carbon);
  const chosen = activities ?? [...graph.activities.keys()];
  return chosen.map((activity) => balanceOf(graph, activity, functions, items, tolerance));
}

/** A product or an elementary flow, as balances see it. */
interface Item {
  /** kg per unit; null if it has none. */
  readonly mass: number | null;
  readonly role: ReturnType<typeof massRoleOf>;
  /** kg of carbon per kg; undefined if not known. */
  readonly carbon: number | undefined;
  readonly mayWeigh: boolean;
  readonly isResource: boolean;
  readonly isWater: boolean;
  /** kg of oxygen per kg of an emission that took it from the air; 0 for others. */
  readonly oxygen: number;
}

type Items = { readonly products: readonly Item[]; readonly flows: readonly Item[] };

function itemsOf(
  graph: ExchangeGraph,
  masses: Readonly<Record<string, number>>,
  carbon: Readonly<Record<string, number>>,
): Items {
  const stated = statedMasses(graph);
  const given = (of: Readonly<Record<string, number>>, { id, name }: { readonly id: string; readonly name: string }) =>
    Object.hasOwn(of, id) ? of[id] : Object.hasOwn(of, name) ? of[name] : undefined;
  const measures = new Map<string, Measure>();
  const measureOf = (unit: string) => {
    const measure = measures.get(unit) ?? measureIn(unit);
    measures.set(unit, measure);
    return measure;
  };
  return {
    products: graph.products.map((product, at) => ({
      mass: given(masses, product) ?? measureOf(product.unit).kg ?? stated.get(at) ?? null,
      role: massRoleOf(product.name),
      carbon: given(carbon, product),
      mayWeigh: !measureOf(product.unit).isImmaterial,
      isResource: false,
      isWater: water.test(product.name),
      oxygen: 0,
    })),
    flows: graph.flows.map((flow) => ({
      mass: given(masses, flow) ?? measureOf(flow.unit).kg,
      role: "goods",
      carbon: given(carbon, flow) ?? carbonOfFlow(flow.name),
      mayWeigh: !measureOf(flow.unit).isImmaterial && !measureOf(flow.unit).isSpatial,
      isResource: isResource(compartmentOf(flow.compartment)?.context ?? ""),
      isWater: water.test(flow.name),
      oxygen: carbonOxide.test(flow.name) ? 1 - (carbonOfFlow(flow.name) ?? 1) : 0,
    })),
  };
}

/** What a unit measures. An inventory has ten thousand flows in twenty units, and a unit that does not convert is found out slowly. */
interface Measure {
  /** kg per unit; null if it is no mass. */
  readonly kg: number | null;
  readonly isImmaterial: boolean;
  readonly isSpatial: boolean;
}

function measureIn(unit: string): Measure {
  const isOneOf = (units: readonly string[]) => units.some((each) => factorBetween(unit, each) !== null);
  return { kg: factorBetween(unit, "kg"), isImmaterial: isOneOf(immaterial), isSpatial: isOneOf(spatial) };
}

const water = /^(water|tap water|steam|market for tap water)\b/i;
const carbonOxide = /^carbon (di|mon)oxide\b/i;

/** Masses per unit that activities state of their products. */
function statedMasses({ exchanges: { details, type, flow } }: ExchangeGraph): Map<number, number> {
  const found = new Map<number, number>();
  for (const [e, { properties }] of details)
    if (type[e] === PRODUCTION && properties?.mass !== undefined && !found.has(flow[e]!))
      found.set(flow[e]!, properties.mass);
  return found;
}

/** A sum of one side. */
class Side {
  mass = 0;
  carbon = 0;
  unknown = 0;
  water = 0;
  oxygen = 0;
  isUnweighed = false;
  /** Whether what has no mass could have carbon. */
  isCarbonOpen = false;

  add(kg: number, { carbon, isWater, oxygen }: Item): void {
    this.mass += kg;
    if (isWater) this.water += kg;
    this.oxygen += kg * oxygen;
    if (carbon === undefined) this.unknown += isWater ? 0 : kg;
    else this.carbon += kg * carbon;
  }
}

function balanceOf(
  graph: ExchangeGraph,
  activity: number,
  { starts, of }: ReturnType<typeof functionsOf>,
  { products, flows }: Items,
  tolerance: number,
): MassBalance {
  const { type, flow, amount } = graph.exchanges;
  const [into, out] = [new Side(), new Side()];
  const weightless: Weightless[] = [];
  for (let e = starts[activity]!; e < starts[activity + 1]!; e++) {
    const size = amount[e]!;
    if (type[e] === SUBSTITUTION || size === 0) continue;
    const item = (type[e] === BIOSPHERE ? flows : products)[flow[e]!]!;
    const { mass, role, mayWeigh } = item;
    const isMade = type[e] === PRODUCTION;
    const isTaken = type[e] === BIOSPHERE ? item.isResource : !isMade;
    // A treatment takes its waste in; who has it done gives the waste away, also where it is written as an input (> 0).
    const comesIn = role === "treatment" ? isMade : isTaken === size > 0;
    const side = comesIn ? into : out;
    const isService = role === "processing" && !isMade;
    if (isService || mass === null) {
      const could = !isService && mayWeigh;
      weightless.push({ exchange: e, reason: isService ? "processing" : "unit", mayWeigh: could });
      if (could) side.isUnweighed = true;
      if (could && !item.isWater) side.isCarbonOpen = true;
    } else side.add(Math.abs(size) * mass, item);
  }
  const difference = into.mass - out.mass;
  const larger = Math.max(into.mass, out.mass);
  const share = larger === 0 ? null : difference / larger;
  const isWeighed = of[activity]!.some((e) => {
    const { mass, role } = products[flow[e]!]!;
    return mass !== null && role !== "processing";
  });
  const closes = share !== null && Math.abs(share) <= tolerance;
  const mayBe = unlistedFlows.filter((each) => {
    if (closes || share === null) return false;
    const kg = each === "water" ? (difference > 0 ? into : out).water : difference < 0 ? out.oxygen : 0;
    const left = Math.max(0, Math.abs(difference) - kg);
    return kg > 0 && left <= tolerance * (larger - kg);
  });
  const isIncomplete = into.isUnweighed || out.isUnweighed;
  return {
    activity,
    state: !isWeighed ? "none" : closes ? "closes" : isIncomplete ? "incomplete" : "open",
    into: into.mass,
    out: out.mass,
    difference,
    share,
    mayBe: isWeighed ? mayBe : [],
    carbon: {
      into: into.carbon,
      out: out.carbon,
      unknownInto: into.unknown,
      unknownOut: out.unknown,
      state: carbonState(into, out, tolerance),
    },
    weightless,
  };
}

/** What has no composition has between no carbon and nothing else; what has no mass either could have any amount. */
function carbonState(into: Side, out: Side, tolerance: number): CarbonState {
  if (into.carbon === 0 && out.carbon === 0) return "unknown";
  const most = (side: Side) => (side.isCarbonOpen ? Number.POSITIVE_INFINITY : side.carbon + side.unknown);
  const exceeds = (least: number, most: number) => least * (1 - tolerance) > most;
  if (exceeds(into.carbon, most(out)) || exceeds(out.carbon, most(into))) return "open";
  const isKnown = [into, out].every(({ unknown, isCarbonOpen }) => unknown === 0 && !isCarbonOpen);
  return isKnown ? "closes" : "unknown";
}

/** How many balances have each state. */
export function balanceCounts(balances: readonly MassBalance[]): Readonly<Record<BalanceState, number>> {
  const counts = { closes: 0, open: 0, incomplete: 0, none: 0 };
  for (const { state } of balances) counts[state]++;
  return counts;
}
