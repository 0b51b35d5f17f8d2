import type { DocumentCell } from "../../kernel/document/document-cell.ts";
import type { DocumentEdit, FrameEdit, TypedChanges } from "../../kernel/sandbox/protocol.ts";
import { changedText, fingerprintOf } from "../../kernel/sandbox/text-changes.ts";

/** The part of the document that is read. */
interface Texts {
  readonly cells: readonly DocumentCell[];
}

/**
 * The edits of a frame since its last start, in order. Changes of a text are applied to the document's text or, if the page has
 * changed that meanwhile, to the text that the frame sent last, so that typing wins. If they fit neither, the whole text is requested
 * from the frame; until it is received, later edits do not count as seen, so that the page does not overwrite what was typed.
 */
export class FrameEdits {
  readonly #document: Texts;
  readonly #request: (cell: number) => void;
  readonly #onSynced: () => void;
  /** The text of each cell that the frame sent last. */
  readonly #received = new Map<number, string>();
  /** Cells whose whole text was requested. */
  readonly #requested = new Set<number>();
  #last = 0;
  #seen = 0;

  /**
   * @param request requests the whole text of a cell from the frame
   * @param onSynced called when all requested texts were received
   */
  constructor(document: Texts, request: (cell: number) => void, onSynced: () => void) {
    this.#document = document;
    this.#request = request;
    this.#onSynced = onSynced;
  }

  /** The number of the last edit that the document contains, with all before it. */
  get seen(): number {
    if (this.#requested.size > 0) this.#forgetRemoved();
    if (this.#requested.size === 0) this.#seen = this.#last;
    return this.#seen;
  }

  /** Applies an edit to the document by `apply`. */
  receive(edit: FrameEdit, sequence: number, apply: (edit: DocumentEdit) => void): void {
    const whole = edit.type === "changes" ? this.#wholeOf(edit) : edit;
    this.#last = sequence;
    if (!whole) return;
    apply(whole);
    if (whole.type === "text") this.#received.set(whole.cell, whole.source);
    if (whole.type !== "text" || !this.#requested.delete(whole.cell)) return;
    if (this.#requested.size === 0) this.#onSynced();
  }

  /** The frame starts again. */
  restart(): void {
    this.#received.clear();
    this.#requested.clear();
    this.#last = 0;
    this.#seen = 0;
  }

  #wholeOf({ cell, length, fingerprint, changes }: TypedChanges): DocumentEdit | null {
    if (this.#requested.has(cell)) return null;
    const text = this.#document.cells.find(({ id }) => id === cell)?.source;
    if (text === undefined) return null;
    const base = [text, this.#received.get(cell)].find(
      (each) => each !== undefined && each.length === length && fingerprintOf(each) === fingerprint,
    );
    const source = base === undefined ? null : changedText(base, changes);
    if (source !== null) return { type: "text", cell, source };
    // Earlier edits are seen; this one is not until the whole text is received.
    this.#seen = this.seen;
    this.#requested.add(cell);
    this.#request(cell);
    return null;
  }

  #forgetRemoved(): void {
    const cells = new Set(this.#document.cells.map(({ id }) => id));
    for (const cell of this.#requested) if (!cells.has(cell)) this.#requested.delete(cell);
  }
}
