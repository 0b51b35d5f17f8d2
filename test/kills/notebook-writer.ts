import { writeSync } from "node:fs";
import { NotebookStore, VersionConflict } from "../../cli/serve/notebook-store.ts";
import { numberOf, textOf } from "./numbered-text.ts";

/**
 * A process that saves notebooks until it is killed: each of those named again and again, all at once, every version with the next
 * number. It says what it tries, and what it was told is saved, before it goes on.
 */
const [folder = "", ...names] = process.argv.slice(2);
const store = new NotebookStore(folder);
await store.sweep();
await Promise.all(names.map(saveForever));

async function saveForever(name: string): Promise<never> {
  for (;;) {
    const current = await store.read(name);
    const number = current ? numberOf(current.text) + 1 : 1;
    say("try", name, number);
    try {
      await store.write(name, textOf(name, number), current?.version ?? null);
      say("saved", name, number);
    } catch (error) {
      if (!(error instanceof VersionConflict)) throw error;
    }
  }
}

/** At once, so that nothing said is lost with the process. */
function say(what: string, name: string, number: number): void {
  writeSync(1, `${what} ${name} ${number}\n`);
}
