import { messages } from "../../message/message.ts";
import { type CsrMatrix, csrFromTriplets } from "../../numeric/csr.ts";
import type { ElementaryFlow } from "../graph/exchange-graph.ts";
import { LifecycleError } from "../lifecycle-error.ts";
import { carbonDioxide, isBiogenicCarbonDioxide } from "./climate-flow.ts";
import { type CompartmentSearch, compartmentSearch } from "./compartment.ts";
import { FactorIndex, type FactorsByPlace, type MethodIndicator } from "./factor-index.ts";
import { flowKey } from "./flow-name.ts";
import { synonymOf } from "./flow-synonyms.ts";
import { flowUnitFactor } from "./flow-unit.ts";
import type { Containment, ImpactMethod } from "./impact-method.ts";

const texts = messages("lifecycle.impact", {
  noSuchSynonym: {
    en: "{flow} is to stand for {name}, but no method has a factor of a flow of that name.",
    zh: "指定以 {flow} 代表 {name}，但各方法中均无该名称的流的因子。",
  },
  regionLoop: {
    en: "The region {place} is within itself: {chain}. Mend the table of regions.",
    zh: "区域 {place} 包含于其自身：{chain}。请修正区域包含关系表。",
  },
});

/** How the flow of an inventory was found in a method. */
export const matchedBy = ["id", "name", "CAS", "synonym", "given synonym"] as const;
export type MatchedBy = (typeof matchedBy)[number];

/** Why a flow of the inventory has no factor in an indicator. */
export const missingReasons = ["flow", "compartment", "place", "unit", "unknown compartment", "biogenic CO2"] as const;
export type MissingReason = (typeof missingReasons)[number];

export interface CharacteriseOptions {
  /** Each region and the region that contains it: US-CA in US in RNA. What contains all (GLO) need not be there. */
  readonly containedIn?: Containment;
  /** What counts as a match besides names given in `synonyms`; default: name, CAS number and known synonyms. */
  readonly by?: readonly ("name" | "CAS" | "synonym")[];
  /** Names of the inventory and the names of the method that stand for them, such as a proxy; they precede known synonyms. */
  readonly synonyms?: ReadonlyMap<string, string>;
}

/** Which factor a flow has in an indicator. */
export interface FactorMatch {
  /** Index of the indicator. */
  readonly indicator: number;
  /** Index of the elementary flow. */
  readonly flow: number;
  /** In the indicator's unit per unit of the inventory's flow. */
  readonly factor: number;
  readonly by: MatchedBy;
  /** The flow's name in the method. */
  readonly name: string;
  /** The compartment of the factor, which may contain that of the flow. */
  readonly context: string;
  /** The place of the factor; null for the whole world. */
  readonly location: string | null;
  /** Whether the flow has factors for places in this indicator. */
  readonly isRegional: boolean;
}

/** A flow without a factor in an indicator: not an impact of zero. */
export interface MissingFactor {
  readonly indicator: number;
  readonly flow: number;
  readonly reason: MissingReason;
}

/** M indicators × E elementary flows at one place of emission. */
export interface Characterisation {
  readonly indicators: readonly MethodIndicator[];
  /** C, M × E: the score of one unit of each flow. Flows without a factor have no entry. */
  readonly matrix: CsrMatrix;
  readonly matches: readonly FactorMatch[];
  readonly missing: readonly MissingFactor[];
}

/** The factors of methods for the flows of an inventory, at any place. */
export interface Characteriser {
  readonly indicators: readonly MethodIndicator[];
  /** Whether any factor holds for one place only: then C depends on where an activity is. */
  readonly isRegionalised: boolean;
  /**
   * C for emissions at a place, which is sought there, then in the regions that contain it, then for the whole world; at each of
   * these in the flow's compartment and those that contain it. Null: the whole world. Throws LifecycleError for a loop of regions.
   */
  at(location: string | null): Characterisation;
}

/**
 * Finds the factors of elementary flows: by the id, the name, the CAS number and known synonyms, in this order. Biogenic carbon dioxide
 * is not taken for carbon dioxide: a method counts it only under its own name. Throws LifecycleError if methods
 * contradict, or if a name in `synonyms` stands for a flow that no method has.
 */
export function characteriserOf(
  flows: readonly ElementaryFlow[],
  methods: readonly ImpactMethod[],
  options: CharacteriseOptions = {},
): Characteriser {
  const index = new FactorIndex(methods);
  const by = options.by ?? ["name", "CAS", "synonym"];
  const given = new Map([...(options.synonyms ?? [])].map(([name, target]) => [flowKey(name), target]));
  for (const [name, flow] of options.synonyms ?? [])
    if (!index.has(flow)) throw new LifecycleError("synonyms", texts.noSuchSynonym({ flow, name }));
  const compartments = flows.map(({ compartment }) => compartmentSearch(compartment));
  const candidates = flows.map((flow) => candidatesOf(flow, index, by, given));
  const known = new Map<string, Characterisation>();
  const containedIn = options.containedIn ?? methods.find((method) => method.containedIn)?.containedIn;

  const all = allPairs(index, flows);
  let world: Characterisation | undefined;
  const everywhere = () => {
    world ??= assembled(index, flows, pairsAt(index, flows, compartments, candidates, [""], all));
    return world;
  };
  let regional: readonly Pair[] | undefined;
  // Most flows have the same factor everywhere: their matches are shared by all places.
  const around = (chain: readonly string[]) => {
    regional ??= all.filter(({ indicator, flow }) =>
      hasRegionalFactors(index, indicator, flows[flow]!.id, candidates[flow]!),
    );
    const own = new Set(regional.map(({ indicator, flow }) => indicator * flows.length + flow));
    const isShared = ({ indicator, flow }: Pair) => !own.has(indicator * flows.length + flow);
    const base = everywhere();
    const found = pairsAt(index, flows, compartments, candidates, chain, regional);
    return assembled(index, flows, {
      matches: [...base.matches.filter(isShared), ...found.matches],
      missing: [...base.missing.filter(isShared), ...found.missing],
    });
  };

  return {
    indicators: index.indicators,
    isRegionalised: index.isRegionalised,
    at(location) {
      // Without factors for places, all places are one.
      const chain = index.isRegionalised ? placesAround(location, containedIn) : [""];
      const key = chain[0]!;
      const found = known.get(key);
      if (found) return found;
      const made = chain.length === 1 && key === "" ? everywhere() : around(chain);
      known.set(key, made);
      return made;
    },
  };
}

/** C of the flows of an inventory in methods, at one place of emission (default: the whole world). See `characteriserOf`. */
export function characterise(
  flows: readonly ElementaryFlow[],
  methods: readonly ImpactMethod[],
  options: CharacteriseOptions & { readonly location?: string | null } = {},
): Characterisation {
  return characteriserOf(flows, methods, options).at(options.location ?? null);
}

interface Candidate {
  readonly name: string;
  readonly by: MatchedBy;
}

function candidatesOf(
  { name, cas }: ElementaryFlow,
  index: FactorIndex,
  by: readonly string[],
  given: ReadonlyMap<string, string>,
): Candidate[] {
  const candidates: Candidate[] = [];
  const add = (found: string | undefined, how: MatchedBy) => {
    if (found !== undefined) candidates.push({ name: found, by: how });
  };
  if (by.includes("name")) add(name, "name");
  add(given.get(flowKey(name)), "given synonym");
  if (isBiogenicCarbonDioxide(name)) return candidates;
  if (by.includes("CAS")) add(index.nameOf(cas), "CAS");
  if (by.includes("synonym")) add(synonymOf(name)?.flow, "synonym");
  return candidates;
}

interface Pair {
  readonly indicator: number;
  readonly flow: number;
}

function allPairs(index: FactorIndex, flows: readonly ElementaryFlow[]): Pair[] {
  return [...index.indicators.keys()].flatMap((indicator) => [...flows.keys()].map((flow) => ({ indicator, flow })));
}

function hasRegionalFactors(index: FactorIndex, indicator: number, id: string, candidates: readonly Candidate[]) {
  const identified = index.identified(indicator, id);
  if (identified) return hasPlaces(identified.places);
  return candidates.some(({ name }) =>
    [...(index.named(indicator, name)?.places.values() ?? [])].some((places) => hasPlaces(places)),
  );
}

function pairsAt(
  index: FactorIndex,
  flows: readonly ElementaryFlow[],
  compartments: readonly CompartmentSearch[],
  candidates: readonly (readonly Candidate[])[],
  chain: readonly string[],
  pairs: readonly Pair[],
): Pick<Characterisation, "matches" | "missing"> {
  const matches: FactorMatch[] = [];
  const missing: MissingFactor[] = [];
  for (const { indicator, flow } of pairs) {
    const { id, name, unit } = flows[flow]!;
    const found =
      identifiedFactor(index, indicator, flow, id, unit, chain) ??
      factorOf(index, indicator, flow, unit, compartments[flow]!, candidates[flow]!, chain);
    if (typeof found === "object") matches.push(found);
    else {
      const isHeldApart =
        found === "flow" && isBiogenicCarbonDioxide(name) && index.named(indicator, carbonDioxide) !== undefined;
      missing.push({ indicator, flow, reason: isHeldApart ? "biogenic CO2" : found });
    }
  }
  return { matches, missing };
}

function assembled(
  { indicators }: FactorIndex,
  flows: readonly ElementaryFlow[],
  { matches, missing }: Pick<Characterisation, "matches" | "missing">,
): Characterisation {
  const matrix = csrFromTriplets(
    indicators.length,
    flows.length,
    matches.map(({ indicator }) => indicator),
    matches.map(({ flow }) => flow),
    matches.map(({ factor }) => factor),
  );
  return { indicators, matrix, matches, missing };
}

/** The factor of a flow of the method's own files; undefined if they have no flow of this id. */
function identifiedFactor(
  index: FactorIndex,
  indicator: number,
  flow: number,
  id: string,
  unit: string,
  chain: readonly string[],
): FactorMatch | MissingReason | undefined {
  const known = index.identified(indicator, id);
  if (!known) return undefined;
  const { name, compartment: context, places } = known;
  for (const place of chain) {
    const factor = places.get(place);
    if (!factor) continue;
    const units = flowUnitFactor(unit, factor.unit);
    if (units === undefined) return "unit";
    const location = place || null;
    const value = factor.value * units;
    return { indicator, flow, factor: value, by: "id", name, context, location, isRegional: hasPlaces(places) };
  }
  return "place";
}

function hasPlaces(places: FactorsByPlace | undefined): boolean {
  return places !== undefined && places.size > (places.has("") ? 1 : 0);
}

function factorOf(
  index: FactorIndex,
  indicator: number,
  flow: number,
  unit: string,
  { paths: around, isKnown }: CompartmentSearch,
  candidates: readonly Candidate[],
  chain: readonly string[],
): FactorMatch | MissingReason {
  let reason: MissingReason = "flow";
  for (const { name: wanted, by } of candidates) {
    const known = index.named(indicator, wanted);
    if (!known) continue;
    if (!isKnown && !around.some((path) => known.places.has(path))) return "unknown compartment";
    if (reason === "flow") reason = "compartment";
    const isRegional = around.some((context) => hasPlaces(known.places.get(context)));
    if (isRegional) reason = "place";
    for (const place of chain)
      for (const context of around) {
        const factor = known.places.get(context)?.get(place);
        if (!factor) continue;
        const units = flowUnitFactor(unit, factor.unit);
        if (units === undefined) {
          reason = "unit";
          continue;
        }
        const value = units === 1 ? factor.value : factor.value * units;
        return { indicator, flow, factor: value, by, name: known.name, context, location: place || null, isRegional };
      }
  }
  return reason;
}

/** A place, the regions that contain it, and the whole world as "". */
function placesAround(location: string | null, containedIn: Containment = new Map()): string[] {
  const chain: string[] = [];
  for (let place = location ?? undefined; place !== undefined; place = containedIn.get(place)) {
    if (chain.includes(place))
      throw new LifecycleError("regions", texts.regionLoop({ place, chain: [...chain, place].join(" → ") }));
    chain.push(place);
  }
  return [...chain, ""];
}
