import { join } from "node:path";
import { sweepDrafts, writeWhole } from "./atomic-file.ts";

/** The folder of one run: its files are written one after the other, each whole or not at all. */
export class ResultFolder {
  readonly #folder: string;
  readonly #files = new Set<string>();
  readonly #failed: (error: Error) => void;
  #writing: Promise<void>;
  #error: Error | null = null;

  /** @param failed hears of the first file that cannot be written; none follows it */
  constructor(folder: string, failed: (error: Error) => void) {
    this.#folder = folder;
    this.#failed = failed;
    this.#writing = sweepDrafts(folder);
  }

  /** What was written. */
  get files(): readonly string[] {
    return [...this.#files].sort();
  }

  write(name: string, content: string | Uint8Array): void {
    this.#writing = this.#writing.then(async () => {
      if (this.#error) return;
      try {
        await writeWhole(join(this.#folder, name), content);
        this.#files.add(name);
      } catch (error) {
        this.#error = error as Error;
        this.#failed(this.#error);
      }
    });
  }

  /** Resolves when all that was given is written, or one of it cannot be. */
  async done(): Promise<void> {
    await this.#writing;
  }
}
