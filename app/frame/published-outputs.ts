import { languageNames } from "../../kernel/cell/names.ts";
import type { Kernel } from "../../kernel/notebook/kernel.ts";
import type { PageApi, Publication } from "../../kernel/sandbox/protocol.ts";
import { writeList } from "../../lib/message/write.ts";
import { speech } from "../language/speech.ts";
import type { CellColumn } from "./cell-column.ts";
import { cellTexts } from "./cell-labels.ts";
import { cellIn } from "./cell-view.ts";
import type { DocumentCopy } from "./document-copy.ts";

/** The parts of the notebook that published outputs use. */
export interface PublishedParts {
  readonly copy: Pick<DocumentCopy, "cells">;
  readonly column: Pick<CellColumn, "element" | "viewOf">;
  readonly kernel: Kernel;
  readonly page: { readonly frame: PageApi["frame"]; readonly reader: Pick<PageApi["reader"], "follow"> };
}

/** The built-in names that depend on the width of the column. */
const WIDTH_NAMES = ["width", "charts"];

/** A figure drawn for a column that differs in width by at most this much still fits. */
const TOLERANCE_PX = 24;

/** Elements that may react to a hovering pointer once their cell has run. */
const HOVERED = "svg, canvas, form";
/** Elements used by pressing or with the keyboard. */
const USED = "svg, canvas, table, details, [tabindex]";

/**
 * The outputs that a page was built with are in the frame before anything runs. Their cells are dormant: they run when an input
 * changes, when the column's width or the reader's language differs from those they were rendered for, or when a reader uses one of
 * them.
 */
export class PublishedOutputs {
  /** Cells that need not run at first. */
  readonly dormant: ReadonlySet<number>;
  readonly #publication: Publication;
  readonly #parts: PublishedParts;

  constructor(publication: Publication, parts: PublishedParts) {
    this.#publication = publication;
    this.#parts = parts;
    document.documentElement.classList.add("published", "framed");
    for (const { id, html } of publication.cells) {
      const view = parts.column.viewOf(id);
      view?.keep(html);
      if (!view || !publication.only) continue;
      // Embedded in another page, cells are part of its content, not landmarks.
      view.element.role = "group";
      view.element.hidden = !this.#isShown(id);
    }
    if (publication.only) parts.column.element.ariaLabel = this.#shownCells();
    document.documentElement.classList.toggle("embedded", publication.only !== undefined);
    this.dormant = new Set(publication.cells.filter(({ dormant }) => dormant).map(({ id }) => id));
    this.#listen();
  }

  /** A name by which this notebook is distinguished from others on the same page. */
  #shownCells(): string {
    const shown = [...this.#parts.copy.cells.entries()].filter(([, { id }]) => this.#isShown(id));
    const names = shown.map(([i]) => cellTexts.cell({ place: i + 1 }));
    return writeList(names, "comma", speech.writing);
  }

  #isShown(cell: number): boolean {
    const { only } = this.#publication;
    return !only || only === "all" || only.includes(cell);
  }

  /** Wakes cells that have changed since the page was built. Called once the kernel has the cells. */
  wakeChanged(): void {
    this.#parts.kernel.flow.wake(this.#publication.changed);
  }

  /** In another language than that of the build, the cells that depend on it run again. */
  speak(language: string): void {
    if (language === this.#publication.language) return;
    this.#wakeReaders((name) => languageNames.has(name));
  }

  #wakeReaders(reads: (name: string) => boolean): void {
    const { copy, kernel } = this.#parts;
    const readers = copy.cells.filter(({ id }) => this.#isShown(id) && kernel.compiledOf(id)?.inputs.some(reads));
    kernel.flow.wake(readers.map(({ id }) => id));
  }

  /** Starts to observe sizes. Laying out a long notebook takes a while, so the cells' first requests are sent before. */
  measure(): void {
    new ResizeObserver(() => this.#fit()).observe(this.#parts.column.element);
    new ResizeObserver(() => this.#reportHeight()).observe(document.body);
    this.#fit();
    this.#reportHeight();
  }

  /** At another width, the cells that depend on it run again. */
  #fit(): void {
    const width = Math.floor(this.#parts.column.element.clientWidth);
    if (width === 0 || Math.abs(width - this.#publication.width) <= TOLERANCE_PX) return;
    this.#wakeReaders((name) => WIDTH_NAMES.includes(name));
  }

  #reportHeight(): void {
    this.#parts.page.frame.height(Math.ceil(document.body.getBoundingClientRect().height));
  }

  #listen(): void {
    const column = this.#parts.column.element;
    column.addEventListener("pointerover", (event) => this.#wakeUsed(event.target as Element, HOVERED), {
      passive: true,
    });
    column.addEventListener("pointerdown", (event) => this.#wakeUsed(event.target as Element, USED), { passive: true });
    column.addEventListener("focusin", (event) => this.#wakeUsed(event.target as Element, USED));
    column.addEventListener("click", (event) => this.#click(event));
  }

  #wakeUsed(target: Element, selector: string): void {
    // A link must stay until the click ends: if its cell ran now, the click would lose its target.
    if (target.closest("a[href]")) return;
    const used = target.closest(selector);
    // The cell element, which can be focused, contains the output and does not count.
    const cell = used?.parentElement?.closest(".output") ? cellIn(target) : undefined;
    if (cell !== undefined && this.#parts.kernel.flow.isDormant(cell)) this.#parts.kernel.flow.wake([cell]);
  }

  /** The frame cannot navigate: links to other pages are opened by the page. */
  #click(event: MouseEvent): void {
    const link = (event.target as Element).closest("a[href]");
    const address = link?.getAttribute("href") ?? "";
    if (!event.isTrusted || address === "" || /^#(?!\/)/.test(address)) return;
    event.preventDefault();
    this.#parts.page.reader.follow(address);
  }
}
