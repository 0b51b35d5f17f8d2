import type { DocumentEdit } from "../../kernel/sandbox/protocol.ts";

/** A second Stop this soon after one that rebuilt the frame means that the first paused the wrong cell. */
const SECOND_STOP_MS = 60_000;

/** A Stop this soon after one that the frame confirmed means that the frame did not really stop. */
const REPEATED_STOP_MS = 10_000;

/**
 * Which cells are paused when a frame is discarded because its thread was blocked: the cell that was entered last, as reported by
 * the frame, or the one whose hundreds of requests are pending. The report may be wrong, if a cell forged it or none was made: at the second Stop every cell is paused, so that any
 * notebook can be edited.
 */
export class StoppedCells {
  readonly #cells = new Set<number>();
  readonly #now: () => number;
  #lastEntered: number | null = null;
  /** When the frame was last discarded, and when it last confirmed a Stop. */
  #stopped = Number.NEGATIVE_INFINITY;
  #confirmed = Number.NEGATIVE_INFINITY;
  #all = false;

  /** @param now milliseconds of a monotonic clock */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Cells that must not run when the next frame opens. */
  get list(): number[] {
    return [...this.#cells];
  }

  /** The cell that was entered last; null if none was. */
  get last(): number | null {
    return this.#lastEntered;
  }

  entered(cell: number): void {
    this.#lastEntered = cell;
  }

  /** An edit made in the frame: a cell whose pause was ended may run again. */
  edited(edit: DocumentEdit): void {
    if (edit.type === "attribute" && edit.name === "data-paused" && edit.value === null) this.#cells.delete(edit.cell);
  }

  /** Pauses the cell that was entered last, because it navigated the frame away and would do so again. */
  pauseLast(): void {
    if (this.#lastEntered !== null) this.#cells.add(this.#lastEntered);
  }

  /** The frame confirmed that it stopped all runs. */
  confirmStop(): void {
    this.#confirmed = this.#now();
  }

  /** Whether a Stop follows soon after a confirmed one, which did not help: the frame gets no further request. */
  get isRepeated(): boolean {
    return this.#now() - this.#confirmed < REPEATED_STOP_MS;
  }

  /**
   * The frame did not confirm a Stop. Returns true if every cell is paused now.
   * @param flooding the cell whose pending requests keep the frame busy, whatever was entered after it
   */
  stop(cells: Iterable<number>, flooding: number | null = null): boolean {
    const now = this.#now();
    const blamed = flooding ?? this.#lastEntered;
    this.#all = blamed === null || now - this.#stopped < SECOND_STOP_MS;
    this.#stopped = now;
    this.#confirmed = Number.NEGATIVE_INFINITY;
    if (blamed === null || this.#all) for (const cell of cells) this.#cells.add(cell);
    else this.#cells.add(blamed);
    return this.#all;
  }

  /** Releases all cells that a second Stop paused, because they are to run; returns none after a first Stop. */
  releaseAll(): number[] {
    if (!this.#all) return [];
    const released = this.list;
    this.#cells.clear();
    this.#all = false;
    return released;
  }
}
