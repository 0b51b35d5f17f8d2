import type { LinkedSystem } from "../graph/linked-system.ts";
import { factorBetween } from "../graph/unit-names.ts";
import { meaningfulWords } from "./material-terms.ts";

/** How well an activity stands for a line of a bill. */
export const billClasses = ["exact", "proxy", "grid", "unmatched"] as const;
export type BillClass = (typeof billClasses)[number];

/** An activity that may stand for a line. */
export interface Candidate {
  /** Node of the background. */
  readonly node: number;
  readonly id: string;
  readonly name: string;
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
}

/** Scores of one unit of each node's product. */
export interface NodeScores {
  /** w: upstream included. */
  readonly productScores: Float64Array;
  /** Of the activity's own emissions alone. */
  readonly direct: Float64Array;
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

/** The products of a background by the words of their names. */
export class BillIndex {
  private readonly words: readonly (readonly string[])[];
  private readonly rarity = new Map<string, number>();
  private readonly byWord = new Map<string, number[]>();
  private readonly system: LinkedSystem;
  private readonly mean: number;
  /** By node: kg that are cut off for each kg that it makes; 0 for what is no mass. */
  private readonly missing: Float64Array;

  constructor(system: LinkedSystem) {
    this.system = system;
    const { graph, nodes } = system;
    // A way of making that has a name of its own, such as one with carbon capture, is not what a plain name means.
    this.words = nodes.map(({ activity, product }) =>
      meaningfulWords(`${graph.products[product]!.name} ${graph.activities[activity]!.name}`),
    );
    for (const [node, words] of this.words.entries())
      for (const word of words) {
        const known = this.byWord.get(word);
        if (known) known.push(node);
        else this.byWord.set(word, [node]);
      }
    for (const [word, found] of this.byWord) this.rarity.set(word, Math.log(1 + nodes.length / found.length));
    this.missing = missingMass(system);
    this.mean = [...this.rarity.values()].reduce((sum, each) => sum + each, 0) / Math.max(1, this.rarity.size);
  }

  /**
   * Activities whose product is like the name and is measured in a unit that converts, the best first, as far as they are alike. What
   * stands in brackets counts only if nothing else does. Activities without burdens, and materials most of whose own mass is cut off, are
   * no data.
   *
   * @param places where the line may come from, as codes of the inventory.
   */
  candidates(
    name: string,
    unit: string,
    places: readonly string[],
    { productScores, direct }: NodeScores,
    most = 6,
  ): Candidate[] {
    const wanted = meaningfulWords(name.replace(/[(（][^)）]*[)）]/g, " ").trim() || name);
    const length = (words: readonly string[]) =>
      Math.sqrt(words.reduce((sum, word) => sum + this.weight(word) ** 2, 0));
    const own = length(wanted);
    const nodes = new Set(wanted.flatMap((word) => this.byWord.get(word) ?? []));
    const found: Candidate[] = [];
    for (const node of nodes) {
      const { graph } = this.system;
      const { activity, product } = this.system.nodes[node]!;
      const { unit: expected, name: called, waste } = graph.products[product]!;
      const factor = factorBetween(unit, expected);
      if (factor === null || waste || productScores[node] === 0) continue;
      if (this.missing[node]! > MISSING && Math.abs(direct[node]!) < MISSING * Math.abs(productScores[node]!)) continue;
      const words = this.words[node]!;
      const shared = wanted.filter((word) => words.includes(word));
      const dot = shared.reduce((sum, word) => sum + this.weight(word) ** 2, 0);
      const similarity = own === 0 ? 0 : dot / (own * length(words));
      if (similarity < LIKE) continue;
      const { id, location } = graph.activities[activity]!;
      const match = shared.length === wanted.length && words.length === wanted.length ? "exact" : "proxy";
      const isAtOrigin = location !== null && places.includes(location);
      found.push({ node, id, name: called, location, unit: expected, factor, similarity, match, shared, isAtOrigin });
    }
    const rank = ({ similarity, isAtOrigin }: Candidate) => similarity + (isAtOrigin ? AT_ORIGIN : 0);
    found.sort((p, q) => rank(q) - rank(p) || p.node - q.node);
    const best = found[0];
    return found.filter(({ similarity }) => similarity > best!.similarity - ALIKE).slice(0, most);
  }

  /** A word that the background does not know says as much as its words do in the mean. */
  private weight(word: string): number {
    return this.rarity.get(word) ?? this.mean;
  }
}

function missingMass({ graph, nodes, nodesOf, cutOffs }: LinkedSystem): Float64Array {
  const { products, exchanges } = graph;
  const missing = new Float64Array(nodes.length);
  for (const { activity, product, amount } of cutOffs) {
    const kg = factorBetween(products[product]!.unit, "kg");
    if (kg === null || amount <= 0) continue;
    for (const node of nodesOf[activity]!) {
      const { product: own, exchange } = nodes[node]!;
      const made = factorBetween(products[own]!.unit, "kg");
      if (made !== null) missing[node]! += (amount * kg) / (made * Math.abs(exchanges.amount[exchange]!));
    }
  }
  return missing;
}
