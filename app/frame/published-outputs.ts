import type { Kernel } from "../../kernel/notebook/kernel.ts";
import type { PageApi, Publication } from "../../kernel/sandbox/protocol.ts";
import { writeList } from "../../lib/message/write.ts";
import { speech } from "../language/speech.ts";
import type { CellColumn } from "./cell-column.ts";
import { cellTexts } from "./cell-labels.ts";
import { cellIn } from "./cell-view.ts";
import type { DocumentCopy } from "./document-copy.ts";

/** The parts of the notebook that published outputs stand in. */
export interface PublishedParts {
  readonly copy: Pick<DocumentCopy, "cells">;
  readonly column: Pick<CellColumn, "element" | "viewOf">;
  readonly kernel: Kernel;
  readonly page: { readonly frame: PageApi["frame"]; readonly reader: Pick<PageApi["reader"], "follow"> };
}

/** What was drawn for a column so much wider or narrower still fits. */
const SLACK_PX = 24;

/** What is looked at by pointing: a picture or the table of a form may answer to the pointer once it is alive. */
const POINTED = "svg, canvas, form";
/** What is used by pressing or by the keyboard. */
const USED = "svg, canvas, table, details, [tabindex]";

/**
 * The outputs that a page was built with stand in the frame before anything runs. Their cells rest: they run when an input of
 * theirs changes, when the column has another width than they were drawn for, or when a reader turns to one of them.
 */
export class PublishedOutputs {
  /** Cells that need not run. */
  readonly resting: ReadonlySet<number>;
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
      // In another page the cells are parts of its content, not landmarks beside its own.
      view.element.role = "group";
      view.element.hidden = !this.#isShown(id);
    }
    if (publication.only) parts.column.element.ariaLabel = this.#shownCells();
    document.documentElement.classList.toggle("embedded", publication.only !== undefined);
    this.resting = new Set(publication.cells.filter(({ dormant }) => dormant).map(({ id }) => id));
    this.#listen();
  }

  /** What tells this notebook from others on the same page. */
  #shownCells(): string {
    const shown = [...this.#parts.copy.cells.entries()].filter(([, { id }]) => this.#isShown(id));
    const names = shown.map(([i]) => cellTexts.cell({ place: i + 1 }));
    return writeList(names, "comma", speech.writing);
  }

  #isShown(cell: number): boolean {
    const { only } = this.#publication;
    return !only || only === "all" || only.includes(cell);
  }

  /** Wakes what no longer is as it was when the page was built. Called once the cells are known to the kernel. */
  wakeChanged(): void {
    this.#parts.kernel.flow.wake(this.#publication.changed);
  }

  /** Takes its measures. To lay out a long notebook takes a while: what cells ask for is under way by then. */
  measure(): void {
    new ResizeObserver(() => this.#fit()).observe(this.#parts.column.element);
    new ResizeObserver(() => this.#tell()).observe(document.body);
    this.#fit();
    this.#tell();
  }

  /** At another width, what was drawn for the old one is drawn anew. */
  #fit(): void {
    const width = Math.floor(this.#parts.column.element.clientWidth);
    if (width === 0 || Math.abs(width - this.#publication.width) <= SLACK_PX) return;
    const drawn = this.#parts.copy.cells.filter(
      ({ id }) => this.#isShown(id) && this.#parts.kernel.compiledOf(id)?.inputs.includes("width"),
    );
    this.#parts.kernel.flow.wake(drawn.map(({ id }) => id));
  }

  #tell(): void {
    this.#parts.page.frame.height(Math.ceil(document.body.getBoundingClientRect().height));
  }

  #listen(): void {
    const column = this.#parts.column.element;
    column.addEventListener("pointerover", (event) => this.#turnTo(event.target as Element, POINTED), {
      passive: true,
    });
    column.addEventListener("pointerdown", (event) => this.#turnTo(event.target as Element, USED), { passive: true });
    column.addEventListener("focusin", (event) => this.#turnTo(event.target as Element, USED));
    column.addEventListener("click", (event) => this.#click(event));
  }

  #turnTo(target: Element, selector: string): void {
    // A link is followed as it stands: were its cell to run under the hand, the click would have nothing to end on.
    if (target.closest("a[href]")) return;
    const used = target.closest(selector);
    // The cell itself, which can be focused, is around its output.
    const cell = used?.parentElement?.closest(".output") ? cellIn(target) : undefined;
    if (cell !== undefined && this.#parts.kernel.flow.isDormant(cell)) this.#parts.kernel.flow.wake([cell]);
  }

  /** A frame goes nowhere: a link that leads out is followed by the page. */
  #click(event: MouseEvent): void {
    const link = (event.target as Element).closest("a[href]");
    const address = link?.getAttribute("href") ?? "";
    if (!event.isTrusted || address === "" || /^#(?!\/)/.test(address)) return;
    event.preventDefault();
    this.#parts.page.reader.follow(address);
  }
}
