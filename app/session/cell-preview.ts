import type { Sentence } from "../../lib/message/message.ts";
import { NotebookDocument } from "../live/notebook-document.ts";
import type { CopyOfNotebook } from "./proposal-runs.ts";

/** How far the cell has run. */
export type PreviewState =
  | { readonly is: "running" }
  | { readonly is: "shown" }
  | { readonly is: "failed"; readonly why: Sentence };

/** A cell from which the previewed one reads. */
export interface CellBehind {
  readonly kind: string;
  readonly source: string;
  readonly attributes: Readonly<Record<string, string>>;
}

const blank =
  '<!doctype html>\n<notebook>\n  <title></title>\n  <script id="1" type="module">\n  </script>\n</notebook>\n';

/** The id of the only cell. */
const CELL = 1;

/**
 * A cell that is no part of the notebook yet, running in a frame of its own beside it: what it shows is what it will show in the
 * notebook. Dispatches `change` when its state may have changed.
 */
export class CellPreview extends EventTarget {
  readonly #document: NotebookDocument;
  readonly #copy: CopyOfNotebook;
  #place: HTMLElement | null = null;

  /**
   * @param open starts a notebook of the document, with the data and the settings of the one that is open
   * @param behind the cells that it reads from; they stand below it, out of sight
   */
  constructor(open: (document: NotebookDocument) => CopyOfNotebook, behind: readonly CellBehind[] = []) {
    super();
    this.#document = new NotebookDocument(blank);
    this.#document.perform(behind.toReversed().map((cell) => ({ type: "insert", after: CELL, cell })));
    this.#copy = open(this.#document);
    this.#copy.live.configure({ code: false });
    this.#copy.live.addEventListener("change", () => this.dispatchEvent(new Event("change")));
  }

  get state(): PreviewState {
    const state = this.#copy.live.reports.get(CELL)?.state;
    if (state?.status === "failed") return { is: "failed", why: state.error?.said ?? state.error?.message ?? "" };
    return { is: state?.status === "fresh" ? "shown" : "running" };
  }

  /** Shows a source in an element, in place of the one before. */
  show(source: string, place: HTMLElement): void {
    const { live } = this.#copy;
    this.#document.perform([{ type: "source", cell: CELL, source }]);
    if (this.#place === place) {
      live.sync();
      live.run([CELL]);
      return;
    }
    this.#place = place;
    live.mount(place);
  }

  end(): void {
    this.#copy.live.dispose();
    this.#copy.end();
  }
}
