import type { CellProof } from "../../kernel/integrity/lock.ts";
import type { PrintedNotebook } from "../../kernel/sandbox/protocol.ts";
import type { CellColumn } from "./cell-column.ts";
import { printSnapshot } from "./print/print-snapshot.ts";
import type { Proofs } from "./proofs.ts";
import type { Sources } from "./sources.ts";

/** What the notebook shows, for the page. */
export class FrameOutputs {
  readonly #column: Pick<CellColumn, "figure" | "still">;
  readonly #sources: Pick<Sources, "element">;
  readonly #proofs: Proofs | null;

  /** @param proofs null where the notebook is not recorded */
  constructor(column: Pick<CellColumn, "figure" | "still">, sources: Pick<Sources, "element">, proofs: Proofs | null) {
    this.#column = column;
    this.#sources = sources;
    this.#proofs = proofs;
  }

  figure(): string | null {
    return this.#column.figure();
  }

  printed(): PrintedNotebook {
    const { element } = this.#sources;
    return { cells: this.#column.still(), sources: element.hidden ? "" : printSnapshot(element) };
  }

  async proofs(): Promise<CellProof[]> {
    return this.#proofs?.all() ?? [];
  }
}
