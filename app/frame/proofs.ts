import type { CompiledCell } from "../../kernel/compile/index.ts";
import type { CellProof } from "../../kernel/publication/lock.ts";
import { Witness } from "../../kernel/publication/witness.ts";
import type { CellState } from "../../kernel/runtime/state.ts";
import { pace } from "../../kernel/runtime/tick.ts";
import type { PageClient } from "../../kernel/sandbox/page-client.ts";
import type { DocumentCell } from "../../kernel/sandbox/protocol.ts";
import type { DatasetEntry } from "../../kernel/services/catalogue.ts";
import type { Step } from "../../kernel/trail/step.ts";

/** What proofs ask of the notebook. */
export interface ProofHost {
  readonly cells: readonly DocumentCell[];
  readonly catalogue: readonly DatasetEntry[];
  readonly page: PageClient;
  compiledOf(cell: number): CompiledCell | undefined;
  stateOf(cell: number): CellState | undefined;
  valueOf(name: string): unknown;
  stepsOf(cell: number): readonly Step[];
  /** Resolves when no cell is queued or running. */
  settled(): Promise<void>;
}

/** Pictures in a row without a question to the page, after which generators count as ended. */
const STILL = 4;

/** The hashes of what every cell gave and showed, in a notebook that is witnessed. */
export class Proofs {
  /** Sees what cells show. */
  readonly witness = new Witness();
  readonly #host: ProofHost;

  constructor(host: ProofHost) {
    this.#host = host;
  }

  async all(): Promise<CellProof[]> {
    const host = this.#host;
    await this.#still();
    const hashes = new Map(host.catalogue.map(({ name, sha256 }) => [name, sha256]));
    return this.witness.proofs(host.cells, {
      compiledOf: (cell) => host.compiledOf(cell),
      stateOf: (cell) => host.stateOf(cell),
      valueOf: (name) => host.valueOf(name),
      stepsOf: (cell) => host.stepsOf(cell),
      hashOfDataset: (name) => hashes.get(name),
    });
  }

  /** A generator goes on asking between two of its values: it has ended when nobody asks for several pictures in a row. */
  async #still(): Promise<void> {
    for (let still = 0; still < STILL; ++still) {
      if (this.#host.page.open > 0) still = -1;
      await pace();
      await this.#host.settled();
    }
  }
}
