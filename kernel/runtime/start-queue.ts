import { tick } from "./tick.ts";

/** How long cells may start one after another before the event loop gets a turn (typing, Stop, painting). */
const SLICE_MS = 16;

/** How many microtasks a ready cell waits so that the cells that became ready with it can line up. */
const LINE_UP = 6;

interface Waiting {
  order: number;
  start: () => void;
}

/**
 * Lets ready cells start one at a time, in the order of the document. (The bare runtime starts independent cells last
 * first.)
 */
export class StartQueue {
  readonly #now: () => number;
  #waiting: Waiting[] = [];
  #open = false;
  /** When the event loop last had a turn. A chain opens the gate anew for each of its cells: the time counts on. */
  #since = Number.NEGATIVE_INFINITY;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Resolves when it is the turn of a cell at this place in the document. */
  turn(order: number): Promise<void> {
    return new Promise((start) => {
      this.#waiting.push({ order, start });
      if (!this.#open) {
        this.#open = true;
        this.#flush();
      }
    });
  }

  async #flush(): Promise<void> {
    while (this.#waiting.length > 0) {
      for (let i = 0; i < LINE_UP; ++i) await null;
      const ready = this.#waiting.sort((a, b) => a.order - b.order);
      this.#waiting = [];
      for (const [i, { start }] of ready.entries()) {
        start();
        await null; // the body starts in the continuation of its turn
        await null;
        if (this.#now() - this.#since > SLICE_MS) {
          await tick();
          this.#since = this.#now();
          if (this.#waiting.length > 0) {
            this.#waiting.push(...ready.slice(i + 1));
            break;
          }
        }
      }
    }
    this.#open = false;
  }
}
