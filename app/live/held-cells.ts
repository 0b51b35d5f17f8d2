import type { DocumentEdit } from "../../kernel/sandbox/protocol.ts";

/** A second Stop so soon after one that cost the frame means that the first held the wrong cell. */
const AGAIN_MS = 60_000;

/** A Stop so soon after one that was obeyed means that it was obeyed in words only. */
const AT_ONCE_MS = 10_000;

/**
 * Which cells wait when a frame is thrown away because its thread was held: the cell that was entered last, as far as the
 * frame told. What it tells may be wrong, by design of a cell or because nothing named it: at the second Stop every cell waits, so that the
 * notebook can be edited whatever is in it.
 */
export class HeldCells {
  readonly #held = new Set<number>();
  readonly #now: () => number;
  #lastEntered: number | null = null;
  #stopped = Number.NEGATIVE_INFINITY;
  #obeyed = Number.NEGATIVE_INFINITY;
  #all = false;

  /** @param now milliseconds of a monotonic clock */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Cells that must not run when the next frame opens. */
  get list(): number[] {
    return [...this.#held];
  }

  /** The cell that was entered last; null where none was. */
  get last(): number | null {
    return this.#lastEntered;
  }

  entered(cell: number): void {
    this.#lastEntered = cell;
  }

  /** A change of the notebook in its frame: a cell that is no longer paused was asked to run. */
  edited(edit: DocumentEdit): void {
    if (edit.type === "attribute" && edit.name === "data-paused" && edit.value === null) this.#held.delete(edit.cell);
  }

  /** The frame led itself away: its last cell would do so again. */
  hold(): void {
    if (this.#lastEntered !== null) this.#held.add(this.#lastEntered);
  }

  /** The frame said that it ended what ran. */
  obeyed(): void {
    this.#obeyed = this.#now();
  }

  /** Whether a Stop now would follow on one that was obeyed and did not help: the frame is not asked again. */
  get isAgain(): boolean {
    return this.#now() - this.#obeyed < AT_ONCE_MS;
  }

  /** The frame did not obey a Stop. True where every cell waits now. */
  stop(cells: Iterable<number>): boolean {
    const now = this.#now();
    this.#all = this.#lastEntered === null || now - this.#stopped < AGAIN_MS;
    this.#stopped = now;
    this.#obeyed = Number.NEGATIVE_INFINITY;
    if (this.#all) for (const cell of cells) this.#held.add(cell);
    else this.hold();
    return this.#all;
  }

  /** All that a second Stop made wait, once: it is asked to run. Empty where it was not all. */
  releaseAll(): number[] {
    if (!this.#all) return [];
    const held = this.list;
    this.#held.clear();
    this.#all = false;
    return held;
  }
}
