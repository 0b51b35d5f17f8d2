import type { Message } from "../../message/message.ts";
import { someOf } from "../../message/some-of.ts";

type Note = (values: { count: number; names: ReturnType<typeof someOf> }) => Message;

/** What a reader or writer could not take over, collected by kind, so that thousands of cases are one note with some names. */
export class ImportNotes {
  private readonly found = new Map<Note, { count: number; readonly names: Set<string> }>();
  private readonly single: Message[] = [];

  /** One more case of a kind, with the name of what it concerns. */
  add(note: Note, name: string): void {
    const known = this.found.get(note);
    if (known) {
      known.count += 1;
      known.names.add(name);
    } else this.found.set(note, { count: 1, names: new Set([name]) });
  }

  /** A note that stands alone. */
  say(message: Message): void {
    this.single.push(message);
  }

  get messages(): Message[] {
    const counted = [...this.found].map(([note, { count, names }]) => note({ count, names: someOf([...names]) }));
    return [...this.single, ...counted];
  }
}
