import { Runtime } from "@observablehq/runtime";
import { tick } from "./tick.ts";

/**
 * The runtime without its wait for an animation frame, which takes up to 16 ms and never ends in a hidden tab. A subclass,
 * because the runtime already starts to wait in its constructor, for the names it receives.
 */
export class ImmediateRuntime extends Runtime {
  readonly #isShort: () => boolean;
  /** Whether a wave began in the current task of the event loop. */
  #began = false;

  /**
   * @param isShort whether the next wave is expected to take little time. Then it begins in the current task of the event loop, so
   *   that its outputs are in the same picture as the key or the input that caused it. Of the waves of a task only the first does,
   *   since waves may cause others without end.
   */
  constructor(library: Record<string, unknown>, global: (name: string) => unknown, isShort: () => boolean) {
    super(library, global);
    this.#isShort = isShort;
  }

  override async _computeSoon(): Promise<unknown> {
    // All that is changed together belongs to one wave.
    await null;
    if (this.#began || !this.#isShort()) await tick();
    this.#begin();
    return this._disposed ? undefined : this._computeNow();
  }

  #begin(): void {
    if (this.#began) return;
    this.#began = true;
    void tick().then(() => {
      this.#began = false;
    });
  }
}
