/** Writes something that changes often, a delay after the first change, so that many changes cost one write. */
export class WriteBehind {
  readonly #write: () => Promise<void>;
  readonly #onWritten: (failed: boolean) => void;
  readonly #delay: number;
  readonly #retryDelay: number;
  #due: ReturnType<typeof setTimeout> | undefined;
  #changed = false;
  #writing: Promise<void> | null = null;

  /** `onWritten` is called after each write with whether it failed. A failed write is repeated after `retryDelay` ms. */
  constructor(write: () => Promise<void>, onWritten: (failed: boolean) => void, delay = 400, retryDelay = 5000) {
    this.#write = write;
    this.#onWritten = onWritten;
    this.#delay = delay;
    this.#retryDelay = retryDelay;
  }

  /** Marks a change: it is written `delay` ms after the first one, however many follow. */
  touch(): void {
    this.#changed = true;
    if (!this.#writing) this.#due ??= setTimeout(() => void this.flush(), this.#delay);
  }

  /** Writes pending changes at once and resolves when they are written. */
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
      this.#onWritten(false);
    } catch {
      this.#changed = true;
      this.#due ??= setTimeout(() => void this.flush(), this.#retryDelay);
      this.#onWritten(true);
    }
  }
}
