import type { CsrMatrix } from "../numeric/csr.ts";
import { dense } from "../numeric/matrix.ts";
import { uninterrupted, type Work } from "../numeric/work.ts";
import { type CombustionOverlap, combustionOverlaps } from "./balance/combustion-overlap.ts";
import type { LinkedSystem } from "./graph/linked-system.ts";
import { type CharacteriseOptions, type Characteriser, characteriserOf } from "./impact/characterisation.ts";
import { directImpacts } from "./impact/direct-impacts.ts";
import type { ImpactMethod } from "./impact/impact-method.ts";
import {
  type LifecycleSolution,
  type PreparedSystem,
  prepareSystem,
  scalingOf,
  solveProductScores,
  timesVector,
} from "./product-system.ts";

/** A square system that is solved for many demands, and assessed by methods that are matched to its flows once. */
export class SolvedSystem {
  readonly system: LinkedSystem;
  #prepared: PreparedSystem | undefined;
  readonly #assessed = new Map<string, AssessedSystem>();
  #overlaps: ReadonlyMap<number, CombustionOverlap> | undefined;

  constructor(system: LinkedSystem) {
    this.system = system;
  }

  /** Throws LifecycleError if a node exchanges nothing of its own product. */
  get prepared(): PreparedSystem {
    const { technosphere, nodes } = this.system;
    this.#prepared ??= prepareSystem({
      technosphere,
      references: Int32Array.from(nodes.keys()),
      names: nodes.map(({ label }) => label),
    });
    return this.#prepared;
  }

  /** By activity: those that seem to count a combustion twice. What rests on them is not exact. */
  get combustionOverlaps(): ReadonlyMap<number, CombustionOverlap> {
    this.#overlaps ??= new Map(combustionOverlaps(this.system).map((each) => [each.activity, each]));
    return this.#overlaps;
  }

  /** s of a demand. Throws LifecycleError as `lifecycleOf`. */
  solve(demand: Float64Array, work: Work = uninterrupted): Promise<LifecycleSolution> {
    return scalingOf(this.prepared, demand, work);
  }

  /** The system under methods; kept, by their ids. */
  assessedBy(methods: readonly ImpactMethod[]): AssessedSystem {
    const key = methods.map(({ id, indicators }) => [id, ...indicators.map(({ code }) => code)].join(" ")).join("|");
    const known = this.#assessed.get(key) ?? new AssessedSystem(this, methods);
    this.#assessed.set(key, known);
    return known;
  }
}

/** A system with what its activities' own elementary flows score in M indicators. */
export class AssessedSystem {
  readonly solved: SolvedSystem;
  readonly methods: readonly ImpactMethod[];
  readonly characteriser: Characteriser;
  /** q, M × P, each activity by the factors of its place. */
  readonly direct: CsrMatrix;
  readonly #scores = new Map<number, Promise<Float64Array>>();

  constructor(solved: SolvedSystem, methods: readonly ImpactMethod[], options: CharacteriseOptions = {}) {
    const { graph, nodes, biosphere } = solved.system;
    this.solved = solved;
    this.methods = methods;
    this.characteriser = characteriserOf(graph.flows, methods, options);
    const places = nodes.map(({ activity }) => graph.activities[activity]!.location);
    this.direct = directImpacts(biosphere, places, this.characteriser);
  }

  /** h = q s, M. */
  scores(scaling: Float64Array): Float64Array {
    return timesVector(this.direct, scaling);
  }

  /** Row m of q, P. */
  directOf(m: number): Float64Array {
    const row = new Float64Array(this.direct.columns);
    for (let p = this.direct.rowStarts[m]!; p < this.direct.rowStarts[m + 1]!; p++)
      row[this.direct.columnIndices[p]!] = this.direct.values[p]!;
    return row;
  }

  /** Row m of w = q A⁻¹, P: the score of one unit of each product delivered. Solved once. */
  productScores(m: number, work: Work = uninterrupted): Promise<Float64Array> {
    const known = this.#scores.get(m);
    if (known) return known;
    const row = this.directOf(m);
    const solving = solveProductScores(this.solved.prepared, dense(1, row.length, row), work).then(
      ({ scores }) => scores.data,
    );
    this.#scores.set(m, solving);
    // A cancelled solve is not kept.
    solving.catch(() => this.#scores.delete(m));
    return solving;
  }
}
