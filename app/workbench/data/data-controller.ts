import { FileConflict } from "../../../kernel/attachment/file-conflict.ts";
import type { Attachment } from "../../../kernel/services/attachment.ts";
import { isTableText, separatorOf } from "../../../lib/files/delimited/pasted-table.ts";
import { messageOf } from "../../../lib/message/fault.ts";
import type { NoticeOffer } from "../../actions/action.ts";
import { isTyping } from "../../actions/keymap.ts";
import { chooseDataFiles } from "../../files/file-pickers.ts";
import { writeCount } from "../../language/figures.ts";
import { say } from "../../language/speech.ts";
import type { Session } from "../../session/contract.ts";
import { sheetFiles } from "../account/sheet-file.ts";
import { sqlCellFor } from "../shell/insertion.ts";
import { untilChanged } from "../shell/session-controller.ts";
import type { AddData } from "./add-data.ts";
import { addDataTexts } from "./add-data-texts.ts";
import type { Added } from "./added-file.ts";
import { type DataFile, offeredFiles, pastedFile } from "./data-file.ts";

/** The part of the page that the user's data use. */
export interface DataPage {
  readonly session: Session | null;
  readonly system: { readonly narrow: boolean };
  notify(sentence: () => string, offer?: NoticeOffer): void;
  /** Opens a new notebook, and resolves to its session; null if that failed. */
  openNew(): Promise<Session | null>;
  /** Makes an account of a file of the notebook. */
  computeEmissions(file: string): void;
  /** Shows a dataset in the data panel. */
  showDataset(name: string): void;
}

/** Adds the user's data to the open notebook: files and tables that they drop, paste or choose. */
export class DataController {
  readonly #page: DataPage;
  #dialog: AddData | null = null;

  constructor(page: DataPage) {
    this.#page = page;
    document.addEventListener("paste", this.#paste);
  }

  /** Asks for a file or a pasted table. */
  async add(): Promise<void> {
    if (this.#page.session) await this.#use((dialog) => dialog.ask());
  }

  /**
   * Takes the table that was pasted in the notebook's frame. The frame hands nothing over, so the page reads the clipboard, if the
   * browser lets it; if not, or if it holds no table, the dialog asks, in which it can be pasted.
   */
  async paste(): Promise<void> {
    if (!this.#page.session) return;
    const { clipboard } = navigator;
    const state = await clipboardPermission();
    if (state === "granted") {
      const text = await clipboard.readText().catch(() => "");
      if (!(await this.#takeText(text))) await this.add();
    } else {
      await this.add();
      if (state === "denied") return;
      // The browser asks the user, who may paste in the dialog instead.
      const text = await clipboard?.readText().catch(() => "");
      if (this.#dialog?.isAsking) await this.#takeText(text ?? "");
    }
  }

  /** Shows files to be added. Without an open notebook, offers a new one for them. */
  async take(files: readonly File[]): Promise<void> {
    const [first] = files;
    if (!first) return;
    if (this.#page.session) return this.#use((dialog) => dialog.take(files));
    this.#page.notify(() => say(addDataTexts.needsNotebook({ name: first.name })), {
      label: addDataTexts.newNotebook(),
      act: async () => {
        if (await this.#page.openNew()) await this.take(files);
      },
    });
  }

  /** Asks for a file, puts it into a new notebook, and makes its account. */
  async startAccount(): Promise<void> {
    const [file] = await chooseDataFiles(sheetFiles);
    const session = file && (await this.#page.openNew());
    if (!session) return;
    session.rename(file.name.replace(/(?<=.)\.[^.]*$/, ""));
    await this.#use((dialog) => dialog.takeForAccount(file));
  }

  /** A file was dropped where the page cannot read it: it can be chosen instead. */
  offerChoice(name: string): void {
    this.#page.notify(() => say(addDataTexts.dropped({ name })), {
      label: addDataTexts.choose(),
      act: async () => this.take(await chooseDataFiles(offeredFiles)),
    });
  }

  /** Shows a file of the notebook, to be read in another way. */
  readAgain(name: string): Promise<void> {
    return this.#with(name, (file) => this.#use((dialog) => dialog.readAgain(file)));
  }

  /** Removes a file with its tables; the notice offers to undo that. A file in the notebook's folder goes only when that is confirmed. */
  async remove(name: string): Promise<void> {
    const place = await this.#page.session?.attachments.placeOf(name);
    if (place !== "folder") return this.#remove(name, addDataTexts.removed);
    this.#page.notify(() => say(addDataTexts.inFolder({ name })), {
      label: addDataTexts.deleteFile(),
      act: () => void this.#remove(name, addDataTexts.deleted),
    });
  }

  #remove(name: string, done: typeof addDataTexts.removed): Promise<void> {
    return this.#with(name, async ({ bytes, ...file }, { attachments }, { tables, sha256 }) => {
      try {
        await attachments.remove(name, sha256);
      } catch (error) {
        const reason = messageOf(error);
        return this.#page.notify(() => say(addDataTexts.notDeleted({ name, reason })));
      }
      const stays = (await attachments.placeOf(name)) !== null;
      const sentence = stays ? addDataTexts.stays : done;
      this.#page.notify(() => say(sentence({ name })), {
        label: addDataTexts.undo(),
        act: async () => {
          try {
            await attachments.add({ ...file, tables }, bytes);
          } catch (error) {
            this.#failed(name, error);
          }
        },
      });
    });
  }

  /** Puts a file that is kept in this browser beside the notebook. */
  putBeside(name: string, version: string | null = null): Promise<void> {
    return this.#with(name, async ({ bytes, ...file }, { attachments }, { tables }) => {
      try {
        const { problem } = await attachments.add({ ...file, tables }, bytes, version);
        this.#page.notify(() => say(problem === null ? addDataTexts.beside({ name }) : problem));
      } catch (error) {
        if (!(error instanceof FileConflict)) throw error;
        const { current } = error;
        const reason = messageOf(error);
        this.#page.notify(() => say(reason), {
          label: addDataTexts.replace(),
          act: () => void this.putBeside(name, current),
        });
      }
    });
  }

  /** Closes the dialog. Returns false if it was not open. */
  close(): boolean {
    return this.#dialog?.close() ?? false;
  }

  async #with(
    name: string,
    act: (file: DataFile, session: Session, attachment: Attachment) => Promise<void>,
  ): Promise<void> {
    const { session } = this.#page;
    if (!session) return;
    try {
      const kept = await session.attachments.read(name);
      if (!kept) return;
      const { mimeType, lastModified } = kept.attachment;
      await act({ name, mimeType, lastModified, bytes: kept.bytes }, session, kept.attachment);
    } catch (error) {
      this.#failed(name, error);
    }
  }

  #failed(name: string, error: unknown): void {
    const reason = messageOf(error);
    this.#page.notify(() => say(addDataTexts.failed({ name, reason })));
  }

  /** The dialog stands in the page; its code is loaded when it is first used. */
  async #use(act: (dialog: AddData) => Promise<void>): Promise<void> {
    await import("./add-data.ts");
    if (!this.#dialog) {
      const app = document.querySelector("yuheng-app")!;
      this.#dialog = app.shadowRoot!.querySelector<AddData>("yuheng-add-data")!;
      this.#dialog.addEventListener("added", (event) => void this.#added((event as CustomEvent<Added>).detail));
    }
    // The page may not have rendered since the notebook was opened.
    this.#dialog.session = this.#page.session;
    await act(this.#dialog);
  }

  /** Says what was added, shows it, and in an empty notebook inserts the cell that shows the first rows. */
  async #added({ file, tables, again, account, problem }: Added): Promise<void> {
    const { session, system } = this.#page;
    const [first] = tables;
    if (!session) return;
    const done = () => {
      if (!first) return addDataTexts.addedFile({ name: file, file: JSON.stringify(file) });
      if (again) return addDataTexts.changed({ table: first.name });
      if (tables.length > 1) return addDataTexts.addedMany({ tables: tables.map(({ name }) => `\`${name}\``) });
      return addDataTexts.added({ table: first.name, count: writeCount(first.rows) });
    };
    if (account) return this.#page.computeEmissions(file);
    const sentence = () => say(problem === null ? done() : addDataTexts.keptHere({ done: done(), reason: problem }));
    if (!first) return this.#page.notify(sentence);
    const show = () => this.#page.showDataset(first.name);
    this.#page.notify(sentence, { label: addDataTexts.show(), act: show });
    // In a narrow window the panel would cover the notebook.
    if (!system.narrow) show();
    if (again || !isEmpty(session)) return;
    const entryOf = () => session.catalogue.find(({ name }) => name === first.name);
    await untilChanged(session, () => entryOf() !== undefined);
    const entry = entryOf();
    if (!entry || this.#page.session !== session) return;
    session.insert("sql", sqlCellFor(entry));
    const inserted = session.cells.at(-1);
    if (inserted) session.run([inserted.id]);
  }

  /** Takes a table or files that are pasted anywhere but into an editor or a field. */
  readonly #paste = (event: ClipboardEvent) => {
    const { clipboardData: pasted } = event;
    if (!pasted || event.defaultPrevented || isTyping(event.composedPath())) return;
    // A spreadsheet puts a picture of the cells beside their text.
    const text = pasted.getData("text/plain");
    const files = [...pasted.files];
    const isTable = isTableText(text);
    if (!isTable && files.length === 0) {
      if (this.#dialog?.refusePasted()) event.preventDefault();
      return;
    }
    event.preventDefault();
    if (isTable) void this.#takeText(text);
    else void this.take(files);
  };

  /** Shows a pasted table to be added. Resolves to whether the text is one. */
  async #takeText(text: string): Promise<boolean> {
    const separator = separatorOf(text);
    if (separator === null) return false;
    await this.take([pastedFile(text, separator, await this.#names())]);
    return true;
  }

  /** The names of the notebook's files. */
  async #names(): Promise<ReadonlySet<string>> {
    const files = await this.#page.session?.attachments.list().catch(() => []);
    return new Set(files?.map(({ name }) => name));
  }
}

/** Whether the page may read the clipboard. A browser that does not know of this permission asks each time. */
async function clipboardPermission(): Promise<PermissionState> {
  const name = "clipboard-read" as PermissionName;
  return navigator.permissions.query({ name }).then(
    ({ state }) => state,
    () => "prompt",
  );
}

/** Whether a notebook has nothing but texts and blank cells, as a new one does. */
function isEmpty({ cells }: Session): boolean {
  return cells.every(({ kind, source }) => kind === "md" || source.trim() === "");
}
