import type { CellProof } from "../../kernel/integrity/lock.ts";
import { ProofRecorder } from "../../kernel/integrity/proof-recorder.ts";
import type { Kernel } from "../../kernel/notebook/kernel.ts";
import { pace } from "../../kernel/runtime/tick.ts";
import { type DatasetEntry, dataVersion } from "../../kernel/services/catalogue.ts";
import type { PageClient } from "../../kernel/services/page-client.ts";
import type { CellReporter } from "./cell-reporter.ts";
import type { DocumentCopy } from "./document-copy.ts";

/** Consecutive animation frames without an open call to the page, after which generators count as ended. */
const SETTLED_FRAMES = 4;

/** The hashes of all cells' values and outputs, in a notebook whose proofs are recorded. */
export class Proofs {
  /** Receives the outputs of cells. */
  readonly recorder = new ProofRecorder();
  readonly #hashes: ReadonlyMap<string, string>;
  readonly #copy: Pick<DocumentCopy, "cells">;
  readonly #kernel: Kernel;
  readonly #reporter: Pick<CellReporter, "stepsOf">;
  readonly #client: Pick<PageClient, "open">;

  constructor(
    catalogue: readonly DatasetEntry[],
    copy: Pick<DocumentCopy, "cells">,
    kernel: Kernel,
    reporter: Pick<CellReporter, "stepsOf">,
    client: Pick<PageClient, "open">,
  ) {
    this.#hashes = new Map(catalogue.map((entry) => [entry.name, dataVersion(entry)]));
    this.#copy = copy;
    this.#kernel = kernel;
    this.#reporter = reporter;
    this.#client = client;
  }

  async all(): Promise<CellProof[]> {
    await this.#untilSettled();
    return this.recorder.proofs(this.#copy.cells, {
      compiledOf: (cell) => this.#kernel.compiledOf(cell),
      stateOf: (cell) => this.#kernel.flow.stateOf(cell),
      valueOf: (name) => this.#kernel.flow.valueOf(name),
      stepsOf: (cell) => this.#reporter.stepsOf(cell),
      hashOfDataset: (name) => this.#hashes.get(name),
    });
  }

  /** A generator calls the page between its values: it counts as ended after several frames without an open call. */
  async #untilSettled(): Promise<void> {
    for (let frames = 0; frames < SETTLED_FRAMES; ++frames) {
      if (this.#client.open > 0) frames = -1;
      await pace();
      await this.#kernel.flow.settled();
    }
  }
}
