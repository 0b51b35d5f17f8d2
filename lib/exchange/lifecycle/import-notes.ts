import type { Message } from "../../message/message.ts";

/** Remarks of an import, each kind once with the number of cases and the first of them. */
export class ImportNotes {
  readonly #kinds = new Map<string, { count: number; first: string; say: NoteText }>();

  add(kind: string, first: string, say: NoteText): void {
    const known = this.#kinds.get(kind);
    if (known) known.count += 1;
    else this.#kinds.set(kind, { count: 1, first, say });
  }

  list(): Message[] {
    return [...this.#kinds.values()].map(({ count, first, say }) => say({ count, first }));
  }
}

export type NoteText = (values: { readonly count: number; readonly first: string }) => Message;
