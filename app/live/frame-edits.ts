import type { DocumentCell, DocumentEdit, FrameEdit, TypedChanges } from "../../kernel/sandbox/protocol.ts";
import { changedText, fingerprintOf } from "../../kernel/sandbox/text-changes.ts";

/** The document, as far as its texts are asked for. */
interface Texts {
  readonly cells: readonly DocumentCell[];
}

/**
 * The edits of one life of a frame, in their order. Changes of a text are put into the text that the document has or, where the page
 * has changed that meanwhile, into the one that the frame told last: what is typed stands. Where they were made in neither, the
 * frame is asked for the whole text; until that has come, nothing counts as seen, so that no answer of the page goes over what was
 * typed.
 */
export class FrameEdits {
  readonly #document: Texts;
  readonly #ask: (cell: number) => void;
  readonly #caughtUp: () => void;
  /** The text of each cell as the frame told it last. */
  readonly #told = new Map<number, string>();
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
    if (whole.type === "text") this.#told.set(whole.cell, whole.source);
    if (whole.type !== "text" || !this.#awaited.delete(whole.cell)) return;
    if (this.#awaited.size === 0) this.#caughtUp();
  }

  /** The frame begins anew. */
  restart(): void {
    this.#told.clear();
    this.#awaited.clear();
    this.#last = 0;
    this.#seen = 0;
  }

  #wholeOf({ cell, length, fingerprint, changes }: TypedChanges): DocumentEdit | null {
    if (this.#awaited.has(cell)) return null;
    const text = this.#document.cells.find(({ id }) => id === cell)?.source;
    if (text === undefined) return null;
    const base = [text, this.#told.get(cell)].find(
      (each) => each !== undefined && each.length === length && fingerprintOf(each) === fingerprint,
    );
    const source = base === undefined ? null : changedText(base, changes);
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
