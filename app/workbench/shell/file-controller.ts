import { isPatch, readPatch } from "../../../kernel/document/patch/index.ts";
import { saidOf } from "../../../lib/message/fault.ts";
import { say } from "../../language/speech.ts";
import type { Session, Workspace } from "../../session/contract.ts";
import { type ExportFormat, exportText, isImportable, mimes } from "../../session/exchange.ts";
import { type PickedFile, pickFile, saveText } from "../../session/file-pickers.ts";
import { isPatchOf, offerPatch, patchOf } from "../share/patches.ts";
import { patchTexts } from "../share/texts.ts";
import { fileTexts } from "./file-texts.ts";

/** What files need of the page. */
export interface FilePage {
  readonly workspace: Workspace;
  readonly session: Session | null;
  openNotebook(name: string): void;
  /** Opens a notebook of the workspace and gives it; null where there is none of this name. */
  openAnd(name: string): Promise<Session | null>;
  compare(other: string): void;
  tell(sentence: () => string): void;
}

/** Notebooks that come from files and go into them. Whatever fails is told as a sentence. */
export class FileController {
  readonly #page: FilePage;

  constructor(page: FilePage) {
    this.#page = page;
  }

  /** Opens a file of the person's choice. */
  async open(): Promise<void> {
    try {
      const picked = await pickFile();
      if (picked) await this.#take(picked);
    } catch (error) {
      this.#page.tell(() => say(fileTexts.unreadable({ name: "", reason: saidOf(error) })));
    }
  }

  /** Takes in files that were dropped; the last one that is a notebook is opened. */
  async drop(files: readonly File[]): Promise<void> {
    for (const file of files) {
      try {
        await this.#take({ fileName: file.name, text: await file.text(), handle: null });
      } catch (error) {
        this.#page.tell(() => say(fileTexts.unreadable({ name: file.name, reason: saidOf(error) })));
      }
    }
  }

  saveCopy(): Promise<void> {
    const { session } = this.#page;
    return session ? this.#save(session, "html", async () => session.document.text) : Promise.resolve();
  }

  exportAs(format: ExportFormat): Promise<void> {
    const { session } = this.#page;
    return session ? this.#save(session, format, () => exportText(session.document.text, format)) : Promise.resolve();
  }

  /** Writes what differs from the original, to be sent to whoever has that. */
  async savePatch(): Promise<void> {
    const { session } = this.#page;
    if (!session) return;
    if (session.document.text === session.autosave.original.text) return this.#page.tell(() => say(patchTexts.none()));
    const name = `${fileNameOf(session.autosave.original.name)}.patch`;
    try {
      const saved = await saveText(name, "text/plain", patchOf(session));
      if (saved) this.#page.tell(() => say(patchTexts.saved({ name })));
    } catch (error) {
      this.#page.tell(() => say(fileTexts.notSaved({ name, reason: saidOf(error) })));
    }
  }

  /** Lays a patch beside the notebook that it is of, which is opened where it is not. */
  async #takePatch({ fileName, text }: PickedFile): Promise<void> {
    try {
      const patch = readPatch(text);
      let { session } = this.#page;
      if (!session || !isPatchOf(patch, session)) session = await this.#page.openAnd(patch.notebook);
      if (!session) return this.#page.tell(() => say(patchTexts.elsewhere({ name: patch.notebook })));
      const { key, told } = offerPatch(session, text);
      this.#page.tell(told);
      if (key) this.#page.compare(key);
    } catch (error) {
      this.#page.tell(() => say(fileTexts.unreadable({ name: fileName, reason: saidOf(error) })));
    }
  }

  async #take(file: PickedFile): Promise<void> {
    const { fileName: name } = file;
    if (isPatch(file.text)) return this.#takePatch(file);
    if (!isImportable(name)) return this.#page.tell(() => say(fileTexts.unknown({ name })));
    try {
      const taken = await this.#page.workspace.take(file);
      this.#page.openNotebook(taken.name);
      // That it is open is seen; what was lost on the way is not.
      if (taken.notes.length > 0)
        this.#page.tell(() => say(fileTexts.opened({ name, notes: taken.notes.map(say).join(" ") })));
    } catch (error) {
      this.#page.tell(() => say(fileTexts.unreadable({ name, reason: saidOf(error) })));
    }
  }

  async #save({ name }: Session, ending: ExportFormat | "html", write: () => Promise<string>): Promise<void> {
    const fileName = `${fileNameOf(name)}.${ending}`;
    try {
      const saved = await saveText(fileName, mimes[ending], await write());
      if (saved) this.#page.tell(() => say(fileTexts.saved({ name: fileName })));
    } catch (error) {
      this.#page.tell(() => say(fileTexts.notSaved({ name: fileName, reason: saidOf(error) })));
    }
  }
}

/** A notebook's name as that of a file; the person's own begin with a mark. */
export function fileNameOf(name: string): string {
  return name.replace(/^~/, "");
}
