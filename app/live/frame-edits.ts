import type { DocumentCell, DocumentEdit, FrameEdit, TypedChanges } from "../../kernel/sandbox/protocol.ts";
import { changedText, fingerprintOf } from "../../kernel/sandbox/text-changes.ts";

/** The document, as far as its texts are asked for. */
interface Texts {
  readonly cells: readonly DocumentCell[];
}

/**
 * The edits of one life of a frame, in their order. Changes of a text are put into the text that the document has. Where that is not
 * the one in which they were made (the page has changed it meanwhile), the frame is asked for the whole of it; until that has come,
 * nothing counts as seen, so that no answer of the page goes over what was typed.
 */
export class FrameEdits {
  readonly #document: Texts;
  readonly #ask: (cell: number) => void;
  readonly #caughtUp: () => void;
  /** Cells of which the whole text is on its way. */
  readonly #awaited = new Set<number>();
  #last = 0;
  #seen = 0;

  /**
   * @param ask asks the frame for the whole text of a cell
   * @param caughtUp told when all texts have come that were asked for
   */
  constructor(document: Texts, ask: (cell: number) => void, caughtUp: () => void) {
    this.#document = document;
    this.#ask = ask;
    this.#caughtUp = caughtUp;
  }

  /** The number of the last edit that the document has taken in, with all before it. */
  get seen(): number {
    if (this.#awaited.size > 0) this.#forgetRemoved();
    if (this.#awaited.size === 0) this.#seen = this.#last;
    return this.#seen;
  }

  /** Has the document take an edit. */
  take(edit: FrameEdit, sequence: number, apply: (edit: DocumentEdit) => void): void {
    const whole = edit.type === "changes" ? this.#wholeOf(edit) : edit;
    this.#last = sequence;
    if (!whole) return;
    apply(whole);
    if (whole.type !== "text" || !this.#awaited.delete(whole.cell)) return;
    if (this.#awaited.size === 0) this.#caughtUp();
  }

  /** The frame begins anew. */
  restart(): void {
    this.#awaited.clear();
    this.#last = 0;
    this.#seen = 0;
  }

  #wholeOf({ cell, length, fingerprint, changes }: TypedChanges): DocumentEdit | null {
    if (this.#awaited.has(cell)) return null;
    const text = this.#document.cells.find(({ id }) => id === cell)?.source;
    if (text === undefined) return null;
    const fits = text.length === length && fingerprintOf(text) === fingerprint;
    const source = fits ? changedText(text, changes) : null;
    if (source !== null) return { type: "text", cell, source };
    // What came before is seen; this is not, until the whole has come.
    this.#seen = this.seen;
    this.#awaited.add(cell);
    this.#ask(cell);
    return null;
  }

  #forgetRemoved(): void {
    const cells = new Set(this.#document.cells.map(({ id }) => id));
    for (const cell of this.#awaited) if (!cells.has(cell)) this.#awaited.delete(cell);
  }
}
