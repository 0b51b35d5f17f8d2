import { isOlderObservable } from "../../kernel/cell/kinds/unsupported.ts";
import type { ConvertedCell, DocumentCell } from "../../kernel/document/document-cell.ts";
import type { convertCells } from "../../kernel/document/exchange/observable.ts";
import type { Notebook } from "../../kernel/document/index.ts";

/** The document whose cells are converted. */
interface Source {
  readonly notebook: Notebook;
}

/**
 * What runs in the place of cells of Observable's older JavaScript: the same cells, converted, while the document keeps them as they
 * are. The converter is loaded when a notebook with such cells is opened, or gets one.
 */
export class ConvertedCells {
  readonly #document: Source;
  #convert: typeof convertCells | null = null;
  #loading: Promise<void> | undefined;
  /** The conversion of the last notebook. */
  #last: { readonly notebook: Notebook; readonly cells: ReadonlyMap<number, ConvertedCell> } | null = null;

  constructor(document: Source) {
    this.#document = document;
  }

  /** Loads the converter if the notebook needs it. */
  async prepare(): Promise<void> {
    if (!this.#convert && this.#document.notebook.cells.some(isOlderObservable)) await this.#load();
  }

  /**
   * Cells of the document, each of the older kind with what it is converted to. If the converter has yet to be loaded, they are as
   * they are, and `later` is called when it has been.
   */
  with(cells: DocumentCell[], later: () => void): DocumentCell[] {
    if (!cells.some(isOlderObservable)) return cells;
    if (!this.#convert) {
      void this.#load().then(later, () => {});
      return cells;
    }
    const converted = this.#current(this.#convert);
    return cells.map((cell) => {
      const current = converted.get(cell.id);
      return current ? { ...cell, converted: current } : cell;
    });
  }

  #load(): Promise<void> {
    this.#loading ??= import("../../kernel/document/exchange/observable.ts").then(
      ({ convertCells }) => {
        this.#convert = convertCells;
      },
      (error) => {
        // A later need tries again.
        this.#loading = undefined;
        throw error;
      },
    );
    return this.#loading;
  }

  #current(convert: typeof convertCells): ReadonlyMap<number, ConvertedCell> {
    const { notebook } = this.#document;
    if (this.#last?.notebook !== notebook) {
      const older = new Set(notebook.cells.filter(isOlderObservable).map(({ id }) => id));
      const current = convert(notebook).notebook.cells.filter(({ id }) => older.has(id));
      const cells = new Map(
        current.map(({ id, kind, source, attributes }) => [id, { kind, source, hidden: "hidden" in attributes }]),
      );
      this.#last = { notebook, cells };
    }
    return this.#last.cells;
  }
}
