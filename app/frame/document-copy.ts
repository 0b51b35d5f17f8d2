import type { DocumentCell, FrameEdit } from "../../kernel/sandbox/protocol.ts";
import { changedText, fingerprintOf, type TextChange } from "../../kernel/sandbox/text-changes.ts";
import { equalData } from "../../kernel/values/equal.ts";

/** A cell as the page now has it, beside what the reader has done here in the meantime. */
export interface Merged {
  readonly cell: DocumentCell;
  /** It was not here before. */
  readonly isNew: boolean;
  readonly isChanged: boolean;
  /** Its text was typed here since, and stands. */
  readonly isTyped: boolean;
  /** A choice was made in its views since, and stands. */
  readonly isChosen: boolean;
}

/** The frame's copy of the page's document. Every edit is numbered and told to the page, whose answer comes later. */
export class DocumentCopy {
  readonly #tell: (edit: FrameEdit, sequence: number) => void;
  #cells: readonly DocumentCell[] = [];
  #places: ReadonlyMap<number, number> = new Map();
  /** The number of the last edit of each cell's text, to tell an echo from news. */
  readonly #typed = new Map<number, number>();
  /** The number of the last choice made in each cell's views. */
  readonly #chosen = new Map<number, number>();
  #sequence = 0;

  constructor(tell: (edit: FrameEdit, sequence: number) => void) {
    this.#tell = tell;
  }

  get cells(): readonly DocumentCell[] {
    return this.#cells;
  }

  cellOf(id: number): DocumentCell | undefined {
    return this.#cells[this.placeOf(id) - 1];
  }

  /** A cell's place, from 1; 0 for none. */
  placeOf(cell: number): number {
    return this.#places.get(cell) ?? 0;
  }

  edit(edit: FrameEdit): number {
    const sequence = ++this.#sequence;
    this.#tell(edit, sequence);
    return sequence;
  }

  /** The reader typed: the cell has another text. Where its changes are known, the page is told those. */
  type(cell: number, source: string, changes: TextChange[] | null = null): void {
    const old = this.cellOf(cell)?.source ?? "";
    this.#cells = this.#cells.map((each) => (each.id === cell ? { ...each, source } : each));
    // An editor joins the lines of a text in its own way: what changed there is not always what changed here.
    const fits = changes !== null && changedText(old, changes) === source;
    this.#typed.set(
      cell,
      this.edit(
        fits
          ? { type: "changes", cell, length: old.length, fingerprint: fingerprintOf(old), changes }
          : { type: "text", cell, source },
      ),
    );
  }

  /** Tells the page the whole text of a cell, where its changes did not fit there. */
  sendText(cell: number): void {
    const source = this.cellOf(cell)?.source;
    if (source !== undefined) this.type(cell, source);
  }

  /** The reader made a choice in a view of the cell. */
  choose(cell: number, name: string, value: unknown): void {
    this.#chosen.set(cell, this.edit({ type: "value", cell, name, value }));
  }

  take(cells: readonly DocumentCell[]): void {
    this.#cells = cells;
    this.#places = new Map(cells.map(({ id }, i) => [id, i + 1]));
  }

  /**
   * Takes the document as it was after `seen` edits of this frame. It may say again what it said before the reader's last
   * strokes and choices: those that it has not seen stand.
   */
  merge(cells: readonly DocumentCell[], seen: number): Merged[] {
    const before = new Map(this.#cells.map((cell) => [cell.id, cell]));
    const merged = cells.map((cell): Merged => {
      const { id } = cell;
      const old = before.get(id);
      const isTyped = old !== undefined && (this.#typed.get(id) ?? 0) > seen;
      const next = isTyped ? { ...cell, source: old.source } : cell;
      const isChanged = !old || !equalData(old, next);
      const isChosen = (this.#chosen.get(id) ?? 0) > seen;
      return { cell: isChanged ? next : old, isNew: !old, isChanged, isTyped, isChosen };
    });
    this.take(merged.map(({ cell }) => cell));
    return merged;
  }
}
