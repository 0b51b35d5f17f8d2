import type { CellProof } from "../../kernel/integrity/lock.ts";
import type { OutputHeights, PrintedNotebook } from "../../kernel/sandbox/protocol.ts";
import { speech } from "../language/speech.ts";
import type { CellColumn } from "./cell-column.ts";
import { printSnapshot } from "./print/print-snapshot.ts";
import type { Proofs } from "./proofs.ts";
import type { Sources } from "./sources.ts";

/** The notebook's outputs, for the page. */
export class FrameOutputs {
  readonly #column: Pick<CellColumn, "figure" | "printed" | "heights">;
  readonly #sources: Pick<Sources, "element">;
  readonly #proofs: Proofs | null;

  /** @param proofs null if no proofs are recorded */
  constructor(
    column: Pick<CellColumn, "figure" | "printed" | "heights">,
    sources: Pick<Sources, "element">,
    proofs: Proofs | null,
  ) {
    this.#column = column;
    this.#sources = sources;
    this.#proofs = proofs;
  }

  figure(): string | null {
    return this.#column.figure();
  }

  printed(): PrintedNotebook {
    const { element } = this.#sources;
    return { cells: this.#column.printed(), sources: element.hidden ? "" : printSnapshot(element) };
  }

  heights(): OutputHeights {
    return this.#column.heights(speech.language);
  }

  async proofs(): Promise<CellProof[]> {
    return this.#proofs?.all() ?? [];
  }
}
