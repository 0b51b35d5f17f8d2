import { kindOf } from "../../kernel/cell/kinds.ts";
import type { PrintedNotebook } from "../../kernel/sandbox/protocol.ts";
import type { PrintCopy } from "./print-copy.ts";

/** The part of an open notebook that printing uses. Dispatches `change`. */
export interface Printable extends EventTarget {
  readonly title: string;
  readonly running: boolean;
  readonly cells: readonly { readonly id: number; readonly kind: string; readonly source: string }[];
  printed(): Promise<PrintedNotebook | null>;
}

/** How long a notebook must be idle before it is copied for a print started by the browser. */
const IDLE_MS = 1500;

/**
 * Prints the open notebook. A print started by the browser cannot wait for the frame, so a copy of the outputs is kept while the
 * notebook is idle; a print started in the page makes a new one.
 */
export class Printing {
  #copy: PrintCopy | null = null;
  #notebook: Printable | null = null;
  #printed: PrintedNotebook | null = null;
  #code = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    addEventListener("beforeprint", () => this.#begin());
    addEventListener("afterprint", () => this.#end());
  }

  /** Sets the notebook that is printed; null for none. */
  follow(notebook: Printable | null): void {
    if (notebook === this.#notebook) return;
    clearTimeout(this.#timer);
    this.#notebook?.removeEventListener("change", this.#onChange);
    this.#notebook = notebook;
    this.#printed = null;
    notebook?.addEventListener("change", this.#onChange);
  }

  /** Opens the browser's print dialog. Returns false if the notebook's frame did not answer and there is no earlier copy. */
  async print(code: boolean): Promise<boolean> {
    await this.#update();
    if (!this.#printed) return false;
    this.#code = code;
    print();
    this.#code = false;
    return true;
  }

  readonly #onChange = () => {
    clearTimeout(this.#timer);
    if (!this.#notebook?.running) this.#timer = setTimeout(() => void this.#update(), IDLE_MS);
  };

  async #update(): Promise<void> {
    const notebook = this.#notebook;
    const [printed, { PrintCopy }] = await Promise.all([notebook?.printed(), import("./print-copy.ts")]);
    const copy = this.#copy ?? new PrintCopy();
    if (!this.#copy) document.body.append(copy);
    this.#copy = copy;
    if (printed && notebook === this.#notebook) this.#printed = printed;
  }

  #begin(): void {
    const notebook = this.#notebook;
    if (!notebook || !this.#printed || !this.#copy) return;
    // A text cell is its own output: printed as code, too, it would appear twice.
    const coded = notebook.cells.filter(
      ({ kind, source }) => this.#code && !kindOf(kind).markup && source.trim() !== "",
    );
    this.#copy.fill(this.#printed, {
      title: notebook.title,
      address: location.href.replace(/\?.*$/, ""),
      date: new Date(),
      sources: new Map(coded.map(({ id, kind, source }) => [id, { kind, source }])),
    });
    document.documentElement.dataset.printing = "notebook";
  }

  #end(): void {
    const root = document.documentElement;
    if (root.dataset.printing === undefined) return;
    delete root.dataset.printing;
    this.#copy?.clear();
  }
}
