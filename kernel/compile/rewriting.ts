/** Maps an offset in a rewritten text to the original offset. */
export interface Mapping {
  toSource(offset: number): number;
}

/** The mapping of a text that was not rewritten. */
export const identity: Mapping = { toSource: (offset) => offset };

/** The combined mapping of a text that was rewritten first with `outer`, then with `inner`. */
export function compose(outer: Mapping, inner: Mapping): Mapping {
  if (outer === identity) return inner;
  return { toSource: (offset) => outer.toSource(inner.toSource(offset)) };
}

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly origin: number;
}

interface Piece {
  /** Where the piece starts in the rewritten text. */
  readonly start: number;
  readonly source: number;
  /** The number of characters copied from the source; 0 for inserted text. */
  readonly copied: number;
}

/** Edits of a source text. The source is never reprinted: unedited text keeps its line and order. */
export class Rewriting {
  readonly source: string;
  readonly #edits: Edit[] = [];

  constructor(source: string) {
    this.source = source;
  }

  /** Inserts text at an offset, after earlier insertions there. Errors in it are reported at `origin`. */
  insert(at: number, text: string, origin = at): this {
    this.#edits.push({ from: at, to: at, text, origin });
    return this;
  }

  /** Replaces a range. No other edit may lie inside it. */
  replace(from: number, to: number, text: string, origin = from): this {
    this.#edits.push({ from, to, text, origin });
    return this;
  }

  /** Removes a range, but not its line ends; `text` is left in its place. */
  blank(from: number, to: number, text = ""): this {
    let start = from;
    let left = text;
    for (const { index, 0: end } of this.source.slice(from, to).matchAll(/\r\n?|[\n\u2028\u2029]/g)) {
      this.replace(start, from + index, left);
      start = from + index + end.length;
      left = "";
    }
    return this.replace(start, to, left);
  }

  /** The rewritten text, and its mapping to the source. */
  render(): { text: string; mapping: Mapping } {
    const edits = this.#edits.map((edit, order) => ({ edit, order }));
    // What is inserted at the start of a replaced range comes before what replaces it.
    const replaces = ({ from, to }: Edit) => Number(to > from);
    edits.sort((a, b) => a.edit.from - b.edit.from || replaces(a.edit) - replaces(b.edit) || a.order - b.order);
    const pieces = new Pieces();
    let text = "";
    let copied = 0;
    const copyTo = (end: number) => {
      if (end <= copied) return;
      pieces.add(text.length, copied, end - copied);
      text += this.source.slice(copied, end);
      copied = end;
    };
    for (const { edit } of edits) {
      copyTo(edit.from);
      if (edit.text) {
        pieces.add(text.length, edit.origin, 0);
        text += edit.text;
      }
      copied = Math.max(copied, edit.to);
    }
    copyTo(this.source.length);
    pieces.add(text.length, this.source.length, 0);
    return { text, mapping: pieces };
  }
}

/** A mapping of consecutive pieces, each copied from one place in the source or inserted on its behalf. */
export class Pieces implements Mapping {
  readonly #pieces: Piece[] = [];

  /** Adds the next piece; `start` must not decrease. */
  add(start: number, source: number, copied: number): void {
    this.#pieces.push({ start, source, copied });
  }

  toSource(offset: number): number {
    let low = 0;
    let high = this.#pieces.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.#pieces[middle]!.start <= offset) low = middle;
      else high = middle;
    }
    const piece = this.#pieces[low];
    if (piece === undefined) return offset;
    return piece.source + Math.max(0, Math.min(offset - piece.start, piece.copied));
  }
}
