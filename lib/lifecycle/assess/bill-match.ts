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

/** Below this likeness an activity does not stand for a line: at 0.5 half of what the words say is shared. */
const LIKE = 0.5;
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

  constructor(system: LinkedSystem) {
    this.system = system;
    const { graph, nodes } = system;
    this.words = nodes.map(({ product }) => meaningfulWords(graph.products[product]!.name));
    for (const [node, words] of this.words.entries())
      for (const word of words) {
        const known = this.byWord.get(word);
        if (known) known.push(node);
        else this.byWord.set(word, [node]);
      }
    for (const [word, found] of this.byWord) this.rarity.set(word, Math.log(1 + nodes.length / found.length));
    this.mean = [...this.rarity.values()].reduce((sum, each) => sum + each, 0) / Math.max(1, this.rarity.size);
  }

  /**
   * Activities whose product is like the name and is measured in a unit that converts, the best first, as far as they are alike. What
   * stands in brackets counts only if nothing else does. Activities without burdens, because all they take is cut off, are no data.
   *
   * @param productScores w: the score of one unit of each node's product.
   * @param places where the line may come from, as codes of the inventory.
   */
  candidates(
    name: string,
    unit: string,
    places: readonly string[],
    productScores: Float64Array,
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
