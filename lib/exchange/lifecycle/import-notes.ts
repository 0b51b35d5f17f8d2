import type { Message } from "../../message/message.ts";
import { someOf } from "../../message/some-of.ts";

/** A remark on cases of one kind: how many there are, the first, and the names of some. */
export type NoteText = (values: {
  readonly count: number;
  readonly first: string;
  readonly names: ReturnType<typeof someOf>;
}) => Message;

/** What a reader or writer could not take over, collected by kind, so that thousands of cases are one note with some names. */
export class ImportNotes {
  readonly #kinds = new Map<NoteText, { count: number; readonly names: Set<string> }>();
  readonly #single: Message[] = [];

  /** One more case of a kind, with the name of what it concerns. */
  add(note: NoteText, name: string): void {
    const known = this.#kinds.get(note);
    if (known) {
      known.count += 1;
      known.names.add(name);
    } else this.#kinds.set(note, { count: 1, names: new Set([name]) });
  }

  /** A note that stands alone. */
  say(message: Message): void {
    this.#single.push(message);
  }

  list(): Message[] {
    const counted = [...this.#kinds].map(([note, { count, names }]) =>
      note({ count, first: [...names][0]!, names: someOf([...names]) }),
    );
    return [...this.#single, ...counted];
  }
}
