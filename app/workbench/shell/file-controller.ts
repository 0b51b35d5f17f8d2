import {
  type Exported,
  type ExportFormat,
  exportText,
  isAmbiguous,
  isImportable,
  mimes,
} from "../../../kernel/document/exchange/text.ts";
import { parseNotebook, serializeNotebook, titleIn } from "../../../kernel/document/index.ts";
import { isPatch, readPatch } from "../../../kernel/document/patch/index.ts";
import { messageOf } from "../../../lib/message/fault.ts";
import { joinSentences } from "../../../lib/message/join-sentences.ts";
import type { Message } from "../../../lib/message/message.ts";
import type { NoticeOffer } from "../../actions/action.ts";
import { type PickedFile, pickFile, saveFile } from "../../files/file-pickers.ts";
import { say } from "../../language/speech.ts";
import { printTexts } from "../../print/texts.ts";
import type { Session, Workspace } from "../../session/contract.ts";
import { nameInProject } from "../../session/project.ts";
import { isPatchOf, offerPatch, patchOf } from "../share/patches.ts";
import { patchTexts } from "../share/texts.ts";
import { fileTexts } from "./file-texts.ts";

/** The part of the page that files use. */
export interface FilePage {
  readonly workspace: Workspace;
  readonly session: Session | null;
  openNotebook(name: string): void;
  /** Opens a notebook of the workspace and resolves to its session; null if there is none of this name. */
  openSession(name: string): Promise<Session | null>;
  compare(other: string): void;
  notify(sentence: () => string, offer?: NoticeOffer): void;
  /** Adds files with data to the notebook. */
  takeData(files: readonly File[]): Promise<void>;
  /** Offers to choose a file with data. */
  offerDataChoice(name: string): void;
}

/** Opens notebooks from files and writes them to files. Failures are shown as notices. */
export class FileController {
  readonly #page: FilePage;

  constructor(page: FilePage) {
    this.#page = page;
  }

  /** Opens a file that the user chooses. */
  async open(): Promise<void> {
    try {
      const picked = await pickFile();
      if (picked) await this.#import(picked);
    } catch (error) {
      this.#page.notify(() => say(fileTexts.unreadable({ name: "", reason: messageOf(error) })));
    }
  }

  /**
   * Imports dropped notebooks and patches, of which the last one is opened; all other files are data. What may be either is a file of
   * the open notebook only if the user chooses so.
   */
  async drop(files: readonly File[]): Promise<void> {
    const data: File[] = [];
    for (const file of files) {
      try {
        if (!(await isNotebook(file))) {
          data.push(file);
          continue;
        }
        const picked: PickedFile = { fileName: file.name, text: await file.text(), handle: null };
        if (this.#page.session && (await isAmbiguous(file.name, picked.text))) this.#offerChoice(file, picked);
        else await this.#import(picked);
      } catch (error) {
        this.#page.notify(() => say(fileTexts.unreadable({ name: file.name, reason: messageOf(error) })));
      }
    }
    await this.#page.takeData(data);
  }

  /** Says what can be done with a file of which only the name is known, because it was dropped in the notebook's frame. */
  explain(names: readonly string[]): void {
    const name = names[0]?.slice(0, 100);
    if (name === undefined) return;
    if (isImportable(name) || /\.patch$/i.test(name)) this.#page.notify(() => say(fileTexts.elsewhere({ name })));
    else this.#page.offerDataChoice(name);
  }

  saveCopy(): Promise<void> {
    const { session } = this.#page;
    if (!session) return Promise.resolve();
    const write = async () => session.document.text;
    return this.#save(`${fileNameOf(session.name)}.html`, mimes.html, write, fileTexts.saved);
  }

  /** Writes the notebook in another format, and says what does not work there. */
  async exportAs(format: ExportFormat): Promise<void> {
    const { session } = this.#page;
    if (!session) return;
    let notes: Exported["notes"] = [];
    const write = async () => {
      const exported = await exportText(session.sharedText, format, session.settings.language);
      notes = exported.notes;
      return exported.text;
    };
    const notice = (values: { name: string }) => joinSentences(fileTexts.saved(values), ...notes);
    return this.#save(`${fileNameOf(session.name)}.${format}`, mimes[format], write, notice);
  }

  /** Writes a page of the current outputs, which opens in any browser and contains the notebook. */
  async savePage(): Promise<void> {
    const { session } = this.#page;
    if (!session) return;
    const name = `${fileNameOf(session.name)}-page.html`;
    const [printed, { staticPage }] = await Promise.all([session.printed(), import("../../print/static-page.ts")]);
    if (!printed) return this.#page.notify(() => say(printTexts.unsaved()));
    const notice = session.running ? printTexts.unfinished : fileTexts.saved;
    const write = async () => {
      // The inputs as they are set, so that the notebook in the page computes what the page shows.
      const notebook = session.inputs.applyTo(parseNotebook(session.sharedText));
      return staticPage(printed, {
        name: fileNameOf(session.name),
        title: titleIn(notebook, session.settings.language),
        text: serializeNotebook(notebook),
        date: new Date(),
      });
    };
    return this.#save(name, mimes.html, write, notice);
  }

  /** Writes the notebook with its own files, which are beside it once the archive is unpacked. */
  async saveArchive(): Promise<void> {
    const { session } = this.#page;
    if (!session) return;
    const name = fileNameOf(session.name);
    return this.#save(
      `${name}.zip`,
      "application/zip",
      async () => {
        const { notebookArchive } = await import("../../session/notebook-archive.ts");
        return notebookArchive(name, session.sharedText, session.cells, session.attachments);
      },
      fileTexts.saved,
    );
  }

  /** Writes the differences from the original as a patch, for a person who has the original. */
  async savePatch(): Promise<void> {
    const { session } = this.#page;
    if (!session) return;
    if (session.document.text === session.autosave.original.text)
      return this.#page.notify(() => say(patchTexts.none()));
    const name = `${fileNameOf(session.autosave.original.name)}.patch`;
    return this.#save(name, "text/plain", async () => patchOf(session), patchTexts.saved);
  }

  /** Offers a patch as another version of its notebook, which is opened if necessary. */
  async #importPatch({ fileName, text }: PickedFile): Promise<void> {
    try {
      const patch = readPatch(text);
      let { session } = this.#page;
      if (!session || !isPatchOf(patch, session)) session = await this.#page.openSession(patch.notebook);
      if (!session) return this.#page.notify(() => say(patchTexts.elsewhere({ name: patch.notebook })));
      const { key, notice } = offerPatch(session, text);
      this.#page.notify(notice);
      if (key) this.#page.compare(key);
    } catch (error) {
      this.#page.notify(() => say(fileTexts.unreadable({ name: fileName, reason: messageOf(error) })));
    }
  }

  /** A page without a notebook can only be added; a text is added by *+ Data*, or opened. */
  #offerChoice(file: File, picked: PickedFile): void {
    const { name } = file;
    if (/\.html?$/i.test(name)) {
      this.#page.notify(() => say(fileTexts.pageOnly({ name })), {
        label: fileTexts.addFile(),
        act: () => this.#page.takeData([file]),
      });
      return;
    }
    this.#page.notify(() => say(fileTexts.textOnly({ name })), {
      label: fileTexts.openNotebook(),
      act: () => this.#import(picked),
    });
  }

  async #import(file: PickedFile): Promise<void> {
    const { fileName: name } = file;
    if (isPatch(file.text)) return this.#importPatch(file);
    if (!isImportable(name)) return this.#page.notify(() => say(fileTexts.unknown({ name })));
    try {
      const imported = await this.#page.workspace.import(file);
      this.#page.openNotebook(imported.name);
      // Only losses of the conversion need a notice.
      if (imported.notes.length > 0)
        this.#page.notify(() => say(fileTexts.opened({ name, notes: imported.notes.map(say).join(" ") })));
    } catch (error) {
      this.#page.notify(() => say(fileTexts.unreadable({ name, reason: messageOf(error) })));
    }
  }

  /** @param notice what is said once the file is written */
  async #save(
    name: string,
    mime: string,
    write: () => Promise<string | Blob>,
    notice: (values: { name: string }) => Message,
  ): Promise<void> {
    try {
      const saved = await saveFile(name, mime, await write());
      if (saved) this.#page.notify(() => say(notice({ name })));
    } catch (error) {
      this.#page.notify(() => say(fileTexts.notSaved({ name, reason: messageOf(error) })));
    }
  }
}

/** Whether a file is a notebook or a patch. Others may be larger than memory: of those only the beginning is read. */
async function isNotebook(file: File): Promise<boolean> {
  return isImportable(file.name) || isPatch(await file.slice(0, 100).text());
}

/** A notebook's name as a file name, without its project and the `~` of those in the browser. */
export function fileNameOf(name: string): string {
  return nameInProject(name).replace(/^~/, "");
}
