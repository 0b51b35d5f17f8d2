import { tick } from "./tick.ts";

/** How long cells may start one after another before yielding to the event loop (typing, Stop, painting). */
export const SLICE_MS = 16;

/** How many microtasks to wait, so that all cells that become ready together are in the queue. */
const GATHER_MICROTASKS = 6;

interface Waiting {
  order: number;
  start: () => void;
}

/**
 * Starts ready cells one at a time, in the order of the document. (The runtime itself starts independent cells in reverse
 * order.)
 */
export class StartQueue {
  readonly #now: () => number;
  #waiting: Waiting[] = [];
  #flushing = false;
  /** When the first cell started in the current task of the event loop; null in a task in which none has. */
  #since: number | null = null;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Resolves when a cell at this position in the document may start. */
  wait(order: number): Promise<void> {
    return new Promise((start) => {
      this.#waiting.push({ order, start });
      if (!this.#flushing) {
        this.#flushing = true;
        this.#flush();
      }
    });
  }

  async #flush(): Promise<void> {
    while (this.#waiting.length > 0) {
      for (let i = 0; i < GATHER_MICROTASKS; ++i) await null;
      const ready = this.#waiting.sort((a, b) => a.order - b.order);
      this.#waiting = [];
      for (const [i, { start }] of ready.entries()) {
        const since = this.#startOfTask();
        start();
        await null; // the body starts in the continuation
        await null;
        if (this.#now() - since > SLICE_MS) {
          await tick();
          if (this.#waiting.length > 0) {
            this.#waiting.push(...ready.slice(i + 1));
            break;
          }
        }
      }
    }
    this.#flushing = false;
  }

  /** When cells began to start in this task. Flushing begins anew for each cell of a chain, within one task. */
  #startOfTask(): number {
    if (this.#since !== null) return this.#since;
    void tick().then(() => {
      this.#since = null;
    });
    this.#since = this.#now();
    return this.#since;
  }
}
