import { join } from "node:path";
import { sweepDrafts, writeWhole } from "./atomic-file.ts";

/** The folder of one run. Its files are written one after the other, each whole or not at all. */
export class ResultFolder {
  readonly #folder: string;
  readonly #files = new Set<string>();
  readonly #onFailure: (error: Error) => void;
  #writing: Promise<void>;
  #error: Error | null = null;

  /** @param onFailure called for the first file that cannot be written; no file is written after it */
  constructor(folder: string, onFailure: (error: Error) => void) {
    this.#folder = folder;
    this.#onFailure = onFailure;
    this.#writing = sweepDrafts(folder);
  }

  /** The names of the written files. */
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
        this.#onFailure(this.#error);
      }
    });
  }

  /** Resolves when all files are written, or one has failed. */
  async done(): Promise<void> {
    await this.#writing;
  }
}
