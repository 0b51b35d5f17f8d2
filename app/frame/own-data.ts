import type { Kernel } from "../../kernel/notebook/kernel.ts";
import type { FrameApi } from "../../kernel/sandbox/protocol.ts";
import type { Attachment } from "../../kernel/services/attachment.ts";
import type { DatasetEntry } from "../../kernel/services/catalogue.ts";
import type { CellRuns } from "./cell-runs.ts";
import type { DocumentCopy } from "./document-copy.ts";

type DataMethods = FrameApi["data"];

interface OwnDataParts {
  /** The datasets, in which the tables of the notebook's files follow those of the catalogue. */
  readonly catalogue: DatasetEntry[];
  readonly files: Attachment[];
  readonly copy: Pick<DocumentCopy, "cells">;
  readonly kernel: Pick<Kernel, "flow">;
  readonly runs: Pick<CellRuns, "run">;
}

/** The files of the notebook and the tables in them, as the page reports them. */
export class OwnData implements DataMethods {
  readonly #parts: OwnDataParts;

  constructor(parts: OwnDataParts) {
    this.#parts = parts;
  }

  changed(files: Attachment[], tables: DatasetEntry[], added: string[]): void {
    const { catalogue, copy, kernel, runs } = this.#parts;
    // Their readers keep these lists.
    this.#parts.files.splice(0, Number.POSITIVE_INFINITY, ...files);
    const shared = catalogue.findIndex(({ kind }) => kind === "own");
    catalogue.splice(shared < 0 ? catalogue.length : shared, Number.POSITIVE_INFINITY, ...tables);
    const waiting = copy.cells.filter(
      ({ id, source }) =>
        kernel.flow.stateOf(id)?.status === "failed" &&
        added.some((name) => source.toLowerCase().includes(name.toLowerCase())),
    );
    if (waiting.length > 0) runs.run(waiting.map(({ id }) => id));
  }
}
