import type { ImportNotes } from "./import-notes.ts";
import { asUuid, isUuid } from "./name-uuid.ts";
import { lossNotes } from "./writer-notes.ts";

/** Ids for formats that take UUIDs only. */
export class WrittenIds {
  readonly #notes: ImportNotes;
  readonly #ids = new Map<string, string>();

  constructor(notes: ImportNotes) {
    this.#notes = notes;
  }

  /** The id, or a UUID made of it, which is noted once. */
  of(id: string): string {
    const known = this.#ids.get(id);
    if (known !== undefined) return known;
    if (!isUuid(id)) this.#notes.add(lossNotes.ids, id);
    const own = asUuid("id", id);
    this.#ids.set(id, own);
    return own;
  }
}
