import type { InputValues } from "../../kernel/document/index.ts";

/** The longest text that is stored, so that one notebook does not fill the browser's storage. */
const MAX_LENGTH = 400_000;

/** Stores the values that a reader has set in the inputs of a notebook, in this browser or in this tab. */
export class InputMemory {
  readonly #open: () => Storage;
  readonly #key: () => string;

  /**
   * @param open returns the storage; throws if the browser denies it
   * @param key the key of the notebook, which may change with the address of the page
   */
  constructor(open: () => Storage, key: () => string) {
    this.#open = open;
    this.#key = key;
  }

  /** The stored values, checked; null if none were stored. */
  read(): InputValues | null {
    try {
      const values: unknown = JSON.parse(this.#open().getItem(this.#key()) ?? "null");
      return isValues(values) ? values : null;
    } catch {
      return null;
    }
  }

  write(values: InputValues): void {
    try {
      const storage = this.#open();
      const text = JSON.stringify(values);
      if (text.length <= MAX_LENGTH) storage.setItem(this.#key(), text);
    } catch {
      // The storage is full or denied: the values last until the page is closed.
    }
  }
}

/** The memory of a notebook of the workbench, by its name: for all tabs, as with its drafts. */
export function notebookMemory(name: string): InputMemory {
  return new InputMemory(
    () => localStorage,
    () => `yuheng.inputs:${name}`,
  );
}

/**
 * The memory of a built page, for this tab: who comes back another day finds the page as it was published. Values set after a link
 * was followed belong to that link.
 */
export function pageMemory(link: () => string | null): InputMemory {
  return new InputMemory(
    () => sessionStorage,
    () => `yuheng.inputs:${location.pathname}#${link() ?? ""}`,
  );
}

function isValues(value: unknown): value is InputValues {
  return isRecord(value) && Object.values(value).every(isRecord);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
