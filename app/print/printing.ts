import { kindOf } from "../../kernel/cell/kinds.ts";
import type { PrintedNotebook } from "../../kernel/sandbox/protocol.ts";
import type { PrintCopy } from "./print-copy.ts";

/** What printing asks of an open notebook. Dispatches `change`. */
export interface Printable extends EventTarget {
  readonly title: string;
  readonly running: boolean;
  readonly cells: readonly { readonly id: number; readonly kind: string; readonly source: string }[];
  printed(): Promise<PrintedNotebook | null>;
}

/** How long a notebook must have been at rest before it is copied for a print that the browser may begin by itself. */
const REST_MS = 1500;

/**
 * Prints the open notebook. The browser asks for it without waiting, so that a copy of what the notebook shows is kept at
 * hand while it rests; a print that is asked for in the page takes a fresh one.
 */
export class Printing {
  #copy: PrintCopy | null = null;
  #notebook: Printable | null = null;
  #printed: PrintedNotebook | null = null;
  #code = false;
  #rest: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    addEventListener("beforeprint", () => this.#begin());
    addEventListener("afterprint", () => this.#end());
  }

  /** Prints another notebook from now on, or none. */
  follow(notebook: Printable | null): void {
    if (notebook === this.#notebook) return;
    clearTimeout(this.#rest);
    this.#notebook?.removeEventListener("change", this.#touched);
    this.#notebook = notebook;
    this.#printed = null;
    notebook?.addEventListener("change", this.#touched);
  }

  /** Asks the browser to print. False where the notebook's frame did not answer and no earlier copy is there. */
  async print(code: boolean): Promise<boolean> {
    await this.#take();
    if (!this.#printed) return false;
    this.#code = code;
    print();
    this.#code = false;
    return true;
  }

  readonly #touched = () => {
    clearTimeout(this.#rest);
    if (!this.#notebook?.running) this.#rest = setTimeout(() => void this.#take(), REST_MS);
  };

  async #take(): Promise<void> {
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
    // What is text is its own output: printed as code, it would stand there twice.
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
