import type { BackgroundLink } from "../background/background-link.ts";
import { isMaterialGood } from "../balance/mass-role.ts";
import type { LinkedSystem } from "../graph/linked-system.ts";
import { factorBetween } from "../graph/unit-names.ts";
import { isOfClass } from "./class-of.ts";
import type { MaterialClass } from "./material-classes.ts";
import { billWords, compounds, forms, materials, materialWords, meaningfulWords, unsaid } from "./material-terms.ts";

/** How well an activity stands for a line of a bill. */
export const billClasses = ["exact", "proxy", "grid", "own", "unmatched"] as const;
export type BillClass = (typeof billClasses)[number];

/** An activity that may stand for a line. */
export interface Candidate {
  /** Node of the background. */
  readonly node: number;
  readonly id: string;
  readonly name: string;
  /** Product, way of making if it has a name of its own, and place. */
  readonly label: string;
  readonly location: string | null;
  readonly unit: string;
  /** Units of the activity's product that one unit of the line is. */
  readonly factor: number;
  /** 0 to 1: cosine of the words, weighted by how rare they are. */
  readonly similarity: number;
  readonly match: "exact" | "proxy";
  /** Words that both have. */
  readonly shared: readonly string[];
  readonly isAtOrigin: boolean;
  /** Whether it is like the material of the line alone: the form, and the work in it, are not in the data. */
  readonly isMaterialAlone: boolean;
}

/** Scores of one unit of each node's product. */
export interface NodeScores {
  /** w: upstream included. */
  readonly productScores: Float64Array;
  /** Of the activity's own emissions alone. */
  readonly direct: Float64Array;
  /** 1 for a product of which no score can be stated (`unquotableProducts`): it stands for no line. */
  readonly isUnquotable: Uint8Array;
}

/** Below this likeness an activity does not stand for a line: at 0.5 half of what the words say is shared. */
const LIKE = 0.5;
/**
 * A material of which more than this share of its own mass is taken from what is cut off has no data, unless at least this share of
 * its score are emissions of its own: then the process stands for its suppliers, too.
 */
const MISSING = 0.5;
/** Candidates are alike, so that their scores make a range, if they are less than this below the best. */
const ALIKE = 0.1;
/** What an activity at the place of origin is preferred by: as much as to decide between equals. */
const AT_ORIGIN = 0.05;

/** A name by which an activity of the background can be meant. */
interface Entry {
  readonly node: number;
  readonly words: readonly string[];
  /** Of these the words that say what it is, before those of its quality and of what it is made from or for. */
  readonly head: readonly string[];
  /** The unit in which the name is used, and how many units of the activity's product one of it is. */
  readonly unit: string;
  readonly factor: number;
  /** How well what is called so is represented, if a table says it. */
  readonly match?: "exact" | "proxy";
}

/** Candidates by what they were looked for with: a bill of thousands of lines names few materials. */
class FoundCandidates {
  private readonly known = new Map<string, readonly Candidate[]>();

  of(key: string, find: () => readonly Candidate[]): readonly Candidate[] {
    const known = this.known.get(key);
    if (known) return known;
    const found = find();
    // A bill in which no line is like another fills no memory.
    if (this.known.size >= MOST_FOUND) this.known.clear();
    this.known.set(key, found);
    return found;
  }
}

const MOST_FOUND = 5000;

/** The products of a background by the words of their names, and of the names that a table of links has for them. */
export class BillIndex {
  private readonly own: readonly Entry[];
  private readonly entries: readonly Entry[];
  private readonly rarity = new Map<string, number>();
  private readonly byWord = new Map<string, number[]>();
  private readonly system: LinkedSystem;
  private readonly mean: number;
  /** By node: kg that are cut off for each kg that it makes; 0 for what is no mass. */
  private readonly missing: Float64Array;
  /** By the scores of an assessment, as long as it runs. */
  private readonly foundBy = new WeakMap<NodeScores, FoundCandidates>();

  constructor(system: LinkedSystem, links: Iterable<BackgroundLink> = []) {
    this.system = system;
    this.own = ownNames(system);
    this.entries = [...this.own, ...linkedNames(system, links)];
    for (const [entry, { words }] of this.entries.entries())
      for (const word of words) {
        const known = this.byWord.get(word);
        if (known) known.push(entry);
        else this.byWord.set(word, [entry]);
      }
    for (const [word, found] of this.byWord) this.rarity.set(word, Math.log(1 + this.entries.length / found.length));
    this.missing = missingMass(system);
    this.mean = [...this.rarity.values()].reduce((sum, each) => sum + each, 0) / Math.max(1, this.rarity.size);
  }

  /**
   * Activities whose product is like the name and is measured in a unit that converts, the best first, as far as they are alike. What
   * stands in brackets counts only if nothing else does; if nothing is like the whole name, what is like its material is a proxy: steel
   * for a steel tube. Activities without burdens, and materials most of whose own mass is cut off, are
   * no data.
   *
   * @param places where the line may come from, as codes of the inventory.
   */
  candidates(
    name: string,
    unit: string,
    places: readonly string[],
    scores: NodeScores,
    most = 6,
  ): readonly Candidate[] {
    const wanted = lineWords(name);
    return this.found(scores).of(JSON.stringify([wanted, unit, places, most]), () => {
      const whole = this.alike(wanted, unit, places, scores, most);
      if (whole.length > 0) return whole;
      const alone = this.alike(materialWords(wanted), unit, places, scores, most);
      return alone.map((each) => ({ ...each, match: "proxy", isMaterialAlone: true }));
    });
  }

  private found(scores: NodeScores): FoundCandidates {
    const found = this.foundBy.get(scores) ?? new FoundCandidates();
    this.foundBy.set(scores, found);
    return found;
  }

  /** The products that are of a class of materials, as far as the words of a line narrow it, in units that convert from its unit. */
  ofClass(
    material: MaterialClass,
    wanted: readonly string[],
    unit: string,
    places: readonly string[],
    scores: NodeScores,
  ): readonly Candidate[] {
    return this.found(scores).of(JSON.stringify([material.name, material.products, wanted, unit, places]), () =>
      this.own.flatMap((entry) =>
        isOfClass(material, entry.words, wanted) ? (this.candidate(entry, wanted, unit, places, scores, 0) ?? []) : [],
      ),
    );
  }

  /** Whether any of these words is in a name of the background. */
  knowsAny(words: readonly string[]): boolean {
    return words.some((word) => this.byWord.has(word));
  }

  /** The units in which the background has products of a class. */
  unitsOfClass(material: MaterialClass, wanted: readonly string[]): string[] {
    return [...new Set(this.own.filter(({ words }) => isOfClass(material, words, wanted)).map(({ unit }) => unit))];
  }

  private alike(
    wanted: readonly string[],
    unit: string,
    places: readonly string[],
    scores: NodeScores,
    most: number,
  ): Candidate[] {
    const best = new Map<number, Candidate>();
    for (const at of new Set(wanted.flatMap((word) => this.byWord.get(word) ?? []))) {
      const found = this.candidate(this.entries[at]!, wanted, unit, places, scores);
      const known = found && best.get(found.node);
      if (found && !(known && known.similarity >= found.similarity)) best.set(found.node, found);
    }
    const rank = ({ similarity, isAtOrigin }: Candidate) => similarity + (isAtOrigin ? AT_ORIGIN : 0);
    // What has all words of the line comes before what lacks one: an anode of graphite is none of carbon.
    const whole = [...best.values()].filter(({ shared }) => shared.length === wanted.length);
    const sorted = (whole.length > 0 ? whole : [...best.values()]).sort((p, q) => rank(q) - rank(p) || p.node - q.node);
    return sorted.filter(({ similarity }) => similarity > sorted[0]!.similarity - ALIKE).slice(0, most);
  }

  private candidate(
    { node, words, head, unit: own, factor, match }: Entry,
    wanted: readonly string[],
    unit: string,
    places: readonly string[],
    { productScores, direct, isUnquotable }: NodeScores,
    least = LIKE,
  ): Candidate | null {
    const { graph, nodes } = this.system;
    const product = graph.products[nodes[node]!.product]!;
    const converted = factorBetween(unit, own);
    if (converted === null || product.waste || productScores[node] === 0 || isUnquotable[node] === 1) return null;
    if (this.missing[node]! > MISSING && Math.abs(direct[node]!) < MISSING * Math.abs(productScores[node]!))
      return null;
    if (isEnergy(unit) && isElectricity(words) && !isElectricity(wanted)) return null;
    if (words.some((word) => unsaid.has(word) && !wanted.includes(word))) return null;
    const shared = wanted.filter((word) => words.includes(word));
    if (least > 0 && !mayStandFor(wanted, shared, head)) return null;
    const similarity = this.squares(shared) / Math.sqrt(this.squares(wanted) * this.squares(words));
    if (similarity < least) return null;
    const { id, location } = graph.activities[nodes[node]!.activity]!;
    const isSame = shared.length === wanted.length && words.length === wanted.length;
    return {
      node,
      id,
      name: product.name,
      label: nodes[node]!.label,
      location,
      unit: product.unit,
      factor: converted * factor,
      similarity,
      match: isSame ? (match ?? "exact") : "proxy",
      shared,
      isAtOrigin: location !== null && places.includes(location),
      isMaterialAlone: false,
    };
  }

  private squares(words: readonly string[]): number {
    return words.reduce((sum, word) => sum + this.weight(word) ** 2, 0);
  }

  /** A word that the background does not know says as much as its words do in the mean. */
  private weight(word: string): number {
    return this.rarity.get(word) ?? this.mean;
  }
}

/** The words of a line, without sizes such as 0/4. What stands in brackets counts only if nothing else does. */
export function lineWords(name: string): string[] {
  const words = billWords(name.replace(/[(（][^)）]*[)）]/g, " ").trim() || name);
  return words.filter((word) => !/^\d{1,2}$/.test(word));
}

/** Inventories name a thing first, and then its quality: "biodiesel, vehicle grade, from palm oil" is biodiesel. */
function headWords(name: string): string[] {
  const head = name.split(/,(?!\d)|[;([]|\b(?:from|for|via)\b/).find((part) => meaningfulWords(part).length > 0);
  return meaningfulWords(head ?? name);
}

/**
 * Whether data that share these words with a line can stand for it: more than a form, some of what the data themselves are, and, of a line that
 * names its material or the kind of its compound, that. A pipe of plastic is no copper pipe, zinc no oxide of it, and ethanol from starch no
 * starch.
 */
function mayStandFor(wanted: readonly string[], shared: readonly string[], head: readonly string[]): boolean {
  if (shared.length < wanted.length && shared.every((word) => forms.has(word))) return false;
  if (!shared.some((word) => head.includes(word))) return false;
  if (wanted.some((word) => compounds.has(word) && !shared.includes(word))) return false;
  const named = wanted.filter((word) => materials.has(word));
  return named.length === 0 || named.some((word) => shared.includes(word));
}

/** Energy of a fuel, or heat, is not the electricity that is made of it; a capacity in kWh is none at all. */
const isElectricity = (words: readonly string[]) => words.includes("electricity") && !words.includes("capacity");

const isEnergy = (unit: string) => factorBetween(unit, "MJ") !== null;

function ownNames({ graph, nodes }: LinkedSystem): Entry[] {
  return nodes.map(({ index, activity, product }) => {
    const { name, unit } = graph.products[product]!;
    // A way of making that has a name of its own, such as one with carbon capture, is not what a plain name means.
    const words = meaningfulWords(`${name} ${graph.activities[activity]!.name}`);
    return { node: index, words, head: headWords(name), unit, factor: 1 };
  });
}

function linkedNames({ graph, nodesOf }: LinkedSystem, links: Iterable<BackgroundLink>): Entry[] {
  const activityOf = new Map(graph.activities.map(({ id }, at) => [id, at]));
  return [...links].flatMap(({ product, unit, match, process }): Entry[] => {
    const node = nodesOf[activityOf.get(process?.id ?? "") ?? -1]?.[0];
    if (node === undefined || !process || process.factor === null || match === "sector") return [];
    return [{ node, words: meaningfulWords(product), head: headWords(product), unit, factor: process.factor, match }];
  });
}

function missingMass({ graph, nodes, nodesOf, cutOffs }: LinkedSystem): Float64Array {
  const { products, exchanges } = graph;
  const missing = new Float64Array(nodes.length);
  for (const { activity, product, amount } of cutOffs) {
    const kg = factorBetween(products[product]!.unit, "kg");
    if (kg === null || amount <= 0 || !isMaterialGood(products[product]!.name)) continue;
    for (const node of nodesOf[activity]!) {
      const { product: own, exchange } = nodes[node]!;
      const made = factorBetween(products[own]!.unit, "kg");
      if (made !== null) missing[node]! += (amount * kg) / (made * Math.abs(exchanges.amount[exchange]!));
    }
  }
  return missing;
}
