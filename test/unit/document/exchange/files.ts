import { readFileSync } from "node:fs";
import { importText } from "../../../../kernel/document/exchange/text.ts";
import { type Notebook, parseNotebook } from "../../../../kernel/document/index.ts";
import type { Sentence } from "../../../../lib/message/message.ts";
import { writeMessage } from "../../../../lib/message/write.ts";

/** A file of this folder, imported as a dropped one is, with the notes in English. */
export async function importFile(name: string): Promise<{ notebook: Notebook; notes: string[] }> {
  return imported(name, readFileSync(new URL(`files/${name}`, import.meta.url), "utf8"));
}

export async function imported(name: string, content: string): Promise<{ notebook: Notebook; notes: string[] }> {
  const { text, notes } = await importText(name, content);
  return { notebook: parseNotebook(text), notes: notes.map((note: Sentence) => writeMessage(note)) };
}

export const brief = ({ cells }: Notebook) => cells.map(({ kind, source }) => [kind, source]);
