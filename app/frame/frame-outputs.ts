import type { Json } from "../../kernel/document/index.ts";
import type { CellProof } from "../../kernel/integrity/lock.ts";
import { MOST_TEXT } from "../../kernel/sandbox/most-text.ts";
import type { OutputHeights, PrintedNotebook } from "../../kernel/sandbox/protocol.ts";
import { cellData } from "../../kernel/services/cell-data.ts";
import { hashOf } from "../../kernel/values/canonical.ts";
import { previewOf } from "../../kernel/values/preview.ts";
import { speech } from "../language/speech.ts";
import type { CellColumn } from "./cell-column.ts";
import { printSnapshot } from "./print/print-snapshot.ts";
import type { Proofs } from "./proofs.ts";
import type { Sources } from "./sources.ts";

/** The notebook's outputs, for the page. */
export class FrameOutputs {
  readonly #column: Pick<CellColumn, "figure" | "printed" | "heights" | "texts">;
  readonly #sources: Pick<Sources, "element">;
  readonly #proofs: Proofs | null;
  readonly #valueOf: (name: string) => unknown;

  /**
   * @param proofs null if no proofs are recorded
   * @param findValue the value of a name; undefined if it has none
   */
  constructor(
    column: Pick<CellColumn, "figure" | "printed" | "heights" | "texts">,
    sources: Pick<Sources, "element">,
    proofs: Proofs | null,
    findValue: (name: string) => unknown,
  ) {
    this.#column = column;
    this.#sources = sources;
    this.#proofs = proofs;
    this.#valueOf = findValue;
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

  hashes(names: string[]): { name: string; hash: string }[] {
    return names.flatMap((name) => {
      const value = this.#valueOf(name);
      return value === undefined ? [] : { name, hash: hashOf(value) };
    });
  }

  previews(names: string[]): { name: string; preview: string }[] {
    return names.flatMap((name) => {
      const value = this.#valueOf(name);
      return value === undefined ? [] : { name, preview: previewOf(value).preview.slice(0, MOST_TEXT) };
    });
  }

  texts(): { cell: number; text: string }[] {
    return this.#column.texts(MOST_TEXT);
  }

  values(names: string[]): { name: string; value: Json }[] {
    return names.flatMap((name) => {
      const value = cellData(this.#valueOf(name));
      return value === undefined ? [] : { name, value: value as Json };
    });
  }
}
