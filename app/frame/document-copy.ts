import type { DocumentCell } from "../../kernel/document/document-cell.ts";
import type { FrameEdit } from "../../kernel/sandbox/protocol.ts";
import { changedText, fingerprintOf, type TextChange } from "../../kernel/sandbox/text-changes.ts";
import { equalData } from "../../kernel/values/equal.ts";

/** A cell as the page has it, merged with what the user has done here in the meantime. */
export interface Merged {
  readonly cell: DocumentCell;
  /** The cell was not here before. */
  readonly isNew: boolean;
  readonly isChanged: boolean;
  /** Its text was typed here since, and is kept. */
  readonly isTyped: boolean;
  /** Its text, which the page has, was typed here at some time. */
  readonly wasTyped: boolean;
  /** A value was chosen in its views since, and is kept. */
  readonly isChosen: boolean;
}

/** The frame's copy of the page's document. Every edit is numbered and sent to the page, which answers later. */
export class DocumentCopy {
  readonly #send: (edit: FrameEdit, sequence: number) => void;
  #cells: readonly DocumentCell[] = [];
  #places: ReadonlyMap<number, number> = new Map();
  /** The number of the last edit of each cell's text, by which an echo of it is recognised. */
  readonly #typed = new Map<number, number>();
  /** The fingerprints of all texts of each cell that were typed here. */
  readonly #typedTexts = new Map<number, Set<number>>();
  /** The number of the last choice in each cell's views. */
  readonly #chosen = new Map<number, number>();
  #sequence = 0;

  constructor(send: (edit: FrameEdit, sequence: number) => void) {
    this.#send = send;
  }

  get cells(): readonly DocumentCell[] {
    return this.#cells;
  }

  cellOf(id: number): DocumentCell | undefined {
    return this.#cells[this.placeOf(id) - 1];
  }

  /** A cell's place, from 1; 0 for a cell that is not in the document. */
  placeOf(cell: number): number {
    return this.#places.get(cell) ?? 0;
  }

  edit(edit: FrameEdit): number {
    const sequence = ++this.#sequence;
    this.#send(edit, sequence);
    return sequence;
  }

  /** The user typed: the cell has another text. If its changes are known and fit, only those are sent to the page. */
  type(cell: number, source: string, changes: TextChange[] | null = null): void {
    const old = this.cellOf(cell)?.source ?? "";
    this.#cells = this.#cells.map((each) => (each.id === cell ? { ...each, source } : each));
    // An editor normalises line breaks: its changes do not always apply to this text.
    const fits = changes !== null && changedText(old, changes) === source;
    this.#typedTexts.set(cell, (this.#typedTexts.get(cell) ?? new Set()).add(fingerprintOf(source)));
    this.#typed.set(
      cell,
      this.edit(
        fits
          ? { type: "changes", cell, length: old.length, fingerprint: fingerprintOf(old), changes }
          : { type: "text", cell, source },
      ),
    );
  }

  /** Sends the page the whole text of a cell, after its changes did not fit there. */
  sendText(cell: number): void {
    const source = this.cellOf(cell)?.source;
    if (source !== undefined) this.type(cell, source);
  }

  /** The user chose a value in a view of the cell. */
  choose(cell: number, name: string, value: unknown, initial: boolean): void {
    this.#chosen.set(cell, this.edit({ type: "value", cell, name, value, initial }));
  }

  load(cells: readonly DocumentCell[]): void {
    this.#cells = cells;
    this.#places = new Map(cells.map(({ id }, i) => [id, i + 1]));
  }

  /**
   * Merges the document as it was after `seen` edits of this frame. Texts and choices from later edits, which that version
   * does not contain yet, are kept.
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
      const wasTyped = this.#typedTexts.get(id)?.has(fingerprintOf(cell.source)) ?? false;
      return { cell: isChanged ? next : old, isNew: !old, isChanged, isTyped, wasTyped, isChosen };
    });
    this.load(merged.map(({ cell }) => cell));
    return merged;
  }
}
