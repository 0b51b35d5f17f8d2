/** Maps an offset in a rewritten text to the offset it comes from. */
export interface Mapping {
  toSource(offset: number): number;
}

/** The mapping of a text that was not rewritten. */
export const identity: Mapping = { toSource: (offset) => offset };

/** The mapping of a text rewritten by `inner` from one that was itself rewritten by `outer`. */
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
  /** How many characters are the source's own; 0 for what was inserted. */
  readonly copied: number;
}

/** Insertions into a source text, which is itself never reprinted: what is not edited keeps its place on its line. */
export class Rewriting {
  readonly source: string;
  readonly #edits: Edit[] = [];

  constructor(source: string) {
    this.source = source;
  }

  /** Inserts text at an offset, after what was inserted there before. Errors in it are reported at `origin`. */
  insert(at: number, text: string, origin = at): this {
    this.#edits.push({ from: at, to: at, text, origin });
    return this;
  }

  /** Replaces a range. No other edit may lie inside it. */
  replace(from: number, to: number, text: string, origin = from): this {
    this.#edits.push({ from, to, text, origin });
    return this;
  }

  /** The rewritten text, and the way back. */
  render(): { text: string; mapping: Mapping } {
    const edits = this.#edits.map((edit, order) => ({ edit, order }));
    edits.sort((a, b) => a.edit.from - b.edit.from || a.order - b.order);
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

/** A mapping made of consecutive pieces, each copied from one place of the source or inserted on behalf of one. */
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
