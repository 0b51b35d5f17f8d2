/** Writes something that changes often: a while after the first change, so that many changes cost one writing. */
export class WriteBehind {
  readonly #write: () => Promise<void>;
  readonly #told: (failed: boolean) => void;
  readonly #delay: number;
  readonly #again: number;
  #due: ReturnType<typeof setTimeout> | undefined;
  #changed = false;
  #writing: Promise<void> | null = null;

  /** `told` hears after each writing whether it failed. A failed one is tried again after `again` ms. */
  constructor(write: () => Promise<void>, told: (failed: boolean) => void, delay = 400, again = 5000) {
    this.#write = write;
    this.#told = told;
    this.#delay = delay;
    this.#again = again;
  }

  /** Something changed: it is written `delay` ms after the first change, however many follow. */
  touch(): void {
    this.#changed = true;
    if (!this.#writing) this.#due ??= setTimeout(() => void this.flush(), this.#delay);
  }

  /** Writes at once what is not written yet, and resolves when it is. */
  async flush(): Promise<void> {
    clearTimeout(this.#due);
    this.#due = undefined;
    if (!this.#changed) return this.#writing ?? undefined;
    this.#changed = false;
    const writing = this.#attempt();
    this.#writing = writing;
    await writing;
    if (this.#writing !== writing) return;
    this.#writing = null;
    if (this.#changed) this.#due ??= setTimeout(() => void this.flush(), this.#delay);
  }

  stop(): void {
    clearTimeout(this.#due);
    this.#due = undefined;
  }

  async #attempt(): Promise<void> {
    try {
      await this.#write();
      this.#told(false);
    } catch {
      this.#changed = true;
      this.#due ??= setTimeout(() => void this.flush(), this.#again);
      this.#told(true);
    }
  }
}
