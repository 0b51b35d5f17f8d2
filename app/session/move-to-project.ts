import { Fault } from "../../lib/message/fault.ts";
import { messages } from "../../lib/message/message.ts";
import type { Session } from "./contract.ts";
import type { NotebookFiles } from "./notebook-file.ts";
import { openStore } from "./store.ts";

const texts = messages("session", {
  unsavedMove: {
    en: "The notebook could not be saved, and stays where it is.",
    zh: "笔记本未能保存，仍留在原处。",
  },
  noProjects: {
    en: "There are no projects here: only a folder of one's own has them.",
    zh: "这里没有项目：只有自己的文件夹才能分项目。",
  },
});

/**
 * Saves a notebook and moves it with its files into a project, or out of its own for null. What this browser keeps of its files goes with
 * it. Resolves to its new name; rejects with the reason if it stays where it is.
 */
export async function moveToProject(
  files: Pick<NotebookFiles, "read" | "move">,
  { name, autosave, document }: Pick<Session, "name" | "autosave" | "document">,
  project: string | null,
): Promise<string> {
  if (!files.move) throw new Fault(texts.noProjects());
  if (autosave.changed) await autosave.save();
  const { text, version } = await files.read(name);
  if (text !== document.text) throw new Fault(texts.unsavedMove());
  const moved = await files.move(name, project, version);
  const store = await openStore();
  for (const kept of (await store?.getAllFromIndex("attachments", "notebook", name)) ?? []) {
    await store?.put("attachments", { ...kept, notebook: moved.name });
    await store?.delete("attachments", [name, kept.name]);
  }
  return moved.name;
}
