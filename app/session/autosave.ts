import { readDialogue, withDialogue } from "../../kernel/document/dialogue-script.ts";
import {
  type Choice,
  type Comparison,
  compareVersions,
  findDifferences,
  mergeVersions,
  parseEditing,
  parseNotebook,
  serializeNotebook,
} from "../../kernel/document/index.ts";
import { messageOf } from "../../lib/message/fault.ts";
import type { Sentence } from "../../lib/message/message.ts";
import type { NotebookDocument } from "../live/notebook-document.ts";
import type { Draft } from "./draft.ts";
import { type DraftClaim, registerRelease } from "./draft-store.ts";
import { type NotebookFile, type NotebookFiles, SaveConflict } from "./notebook-file.ts";
import type { OtherVersion } from "./other-version.ts";
import type { Origin } from "./own-file.ts";
import { type TabMessage, Tabs } from "./tabs.ts";
import { WriteBehind } from "./write-behind.ts";

export type SaveState = "saved" | "unsaved" | "saving" | "conflict" | "failed" | "read-only";

/** The file as last read or written; `version` is null if it does not exist. */
export interface Base {
  readonly version: string | null;
  readonly text: string;
}

/**
 * Keeps what is typed into an open notebook as a draft in the browser, saves it to its file on demand, and never overwrites
 * what somebody else wrote. Dispatches `change`.
 */
export class Autosave extends EventTarget {
  readonly #name: string;
  readonly #document: NotebookDocument;
  readonly #files: NotebookFiles;
  readonly #claim: DraftClaim;
  readonly #tabs: Tabs;
  readonly #writing: WriteBehind;
  readonly #others = new Map<string, OtherVersion>();
  /** The versions of the texts that were read from the file. */
  readonly #versions = new Map<string, string>();
  /** Texts of other pages that were merged or declined already and are not offered again. */
  readonly #merged = new Map<string, string>();
  #base: Base;
  #origin: Origin | null;
  #changed: boolean;
  #saving = false;
  #checking = false;
  /** A check was requested while a check or a save was in progress. */
  #checkAgain = false;
  #problem: Sentence | null = null;
  #kept = true;
  #resumed: number | null = null;

  /** @param origin the notebook of which this is a copy */
  constructor(
    name: string,
    document: NotebookDocument,
    base: Base,
    files: NotebookFiles,
    claim: DraftClaim,
    origin: Origin | null = null,
  ) {
    super();
    this.#origin = origin;
    this.#name = name;
    this.#document = document;
    this.#files = files;
    this.#claim = claim;
    this.#base = base;
    this.#changed = document.text !== base.text;
    if (this.#changed) this.#resumed = claim.draft?.time ?? null;
    for (const draft of claim.others) this.#offerDraft(draft);
    this.#writing = new WriteBehind(
      () => this.#write(),
      (failed) => {
        if (this.#kept === !failed) return;
        this.#kept = !failed;
        this.#emitChange();
      },
    );
    this.#tabs = new Tabs(name, claim.writer, (from, message) => this.#onMessage(from, message));
    globalThis.addEventListener("beforeunload", this.#onBeforeUnload);
    globalThis.addEventListener("pagehide", this.#onLeave);
    globalThis.addEventListener("focus", this.#onFocus);
    pageDocument.addEventListener("visibilitychange", this.#onVisibilityChange);
  }

  get saveState(): SaveState {
    if (this.#saving) return "saving";
    if (!this.#files.isWritable(this.#name)) return "read-only";
    if (this.#changed && this.#others.has("disk")) return "conflict";
    if (this.#problem !== null) return "failed";
    return this.#changed ? "unsaved" : "saved";
  }

  /** Why saving failed or conflicts, as a message. */
  get problem(): Sentence | null {
    return this.#problem;
  }

  /** The time of the restored changes of an earlier page; null if there are none. */
  get resumed(): number | null {
    return this.#resumed;
  }

  /** Acknowledges the restored changes of an earlier page. */
  accept(): void {
    this.#resumed = null;
    this.#emitChange();
  }

  /** Whether the browser stores the draft. */
  get kept(): boolean {
    return this.#kept;
  }

  /** Whether the notebook differs from its file. */
  get changed(): boolean {
    return this.#changed;
  }

  /** Other versions of the notebook that differ from this one. */
  get others(): readonly OtherVersion[] {
    return [...this.#others.values()];
  }

  /** The version with which changes are compared: the file or, for a copy, the original. */
  get original(): Origin {
    return this.#origin ?? { name: this.#name, text: this.#base.text };
  }

  /** Adds another version for comparison. Returns false if it has no differences. */
  offer(other: OtherVersion): boolean {
    const comparison = compareVersions(
      parseNotebook(other.baseText),
      this.#document.notebook,
      parseNotebook(other.text),
    );
    if (!findDifferences(comparison).some(({ change }) => change !== "mine")) return false;
    this.#others.set(other.key, other);
    this.#emitChange();
    return true;
  }

  /** The document has changed. */
  touch(): void {
    this.#changed = this.#document.text !== this.#base.text;
    if (!this.#changed) this.#resumed = null;
    this.#writing.touch();
  }

  /** Writes the draft to the browser's storage at once. Returns false if that fails. */
  async keep(): Promise<boolean> {
    await this.#writing.flush();
    return this.#kept;
  }

  async save(): Promise<void> {
    if (this.#saving) return;
    const { text } = this.#document;
    this.#document.seal();
    this.#saving = true;
    this.#emitChange();
    try {
      const file = await this.#files.write(this.#name, text, this.#base.version);
      this.#setBase({ version: file.version, text });
      this.#tabs.post({ type: "saved" });
    } catch (error) {
      this.#problem = messageOf(error);
      if (error instanceof SaveConflict) {
        if (error.current) this.#receiveFile(error.current);
        // The file is gone: the next save creates it.
        else this.#base = { ...this.#base, version: null };
      }
    }
    this.#saving = false;
    this.touch();
    this.#emitChange();
    if (this.#checkAgain) void this.checkFile();
  }

  /** Checks whether the file has changed; repeats the check if another was requested meanwhile. */
  async checkFile(): Promise<void> {
    if (this.#checking || this.#saving) {
      this.#checkAgain = true;
      return;
    }
    this.#checking = true;
    this.#checkAgain = false;
    const base = this.#base;
    try {
      const file = await this.#files.read(this.#name);
      // A save in the meantime has newer information.
      if (base === this.#base) this.#receiveFile(file);
    } catch {
      // An unreadable file is reported when it is saved.
    } finally {
      this.#checking = false;
    }
    if (this.#checkAgain) void this.checkFile();
    else void this.checkOrigin();
  }

  /** Checks whether the original of this copy has changed. */
  async checkOrigin(): Promise<void> {
    const origin = this.#origin;
    if (!origin) return;
    try {
      const { text, modified } = await this.#files.read(origin.name);
      if (origin !== this.#origin || text === origin.text || text === this.#others.get("origin")?.text) return;
      const time = modified === null ? null : Date.parse(modified);
      if (!this.offer({ key: "origin", where: "origin", text, baseText: origin.text, time })) this.#follow(text);
    } catch {
      // The original is gone: there is nothing to compare.
    }
  }

  #follow(text: string): void {
    if (!this.#origin) return;
    this.#origin = { ...this.#origin, text };
    void this.#files.follow(this.#name, this.#origin);
  }

  /** Compares with the file when the notebook is opened: the draft may be based on an older version. */
  compareWithFile(file: NotebookFile): void {
    this.#receiveFile(file);
  }

  /** Compares this version with another; null if that is gone. */
  compare(key: string): Comparison | null {
    const other = this.#others.get(key);
    if (!other) return null;
    return compareVersions(parseNotebook(other.baseText), this.#document.notebook, parseNotebook(other.text));
  }

  /** Merges another version, as it was compared, into this one, in one undoable step. */
  merge(other: OtherVersion, comparison: Comparison, choices: ReadonlyMap<string, Choice>): void {
    const { key, where, text } = other;
    this.#document.become(mergeVersions(comparison, parseNotebook(text), choices));
    // If the other version has changed since it was compared, the rest is offered with this text as base.
    const now = this.#others.get(key);
    this.#others.delete(key);
    this.#merged.set(key, text);
    if (where === "origin") this.#follow(text);
    if (where === "disk") this.#setBase({ version: this.#versions.get(text) ?? null, text });
    else if (now && now.text !== text) this.#others.set(key, { ...now, baseText: text });
    this.#resumed = null;
    this.touch();
    this.#emitChange();
    if (where === "disk") void this.checkFile();
    else if (!now || now.text === text) void this.#forget(key);
  }

  /** Removes the draft of a page that is gone once this page's own draft contains it, so that a crash in between loses nothing. */
  async #forget(key: string): Promise<void> {
    if ((await this.keep()) && !this.#tabs.has(key)) await this.#claim.remove(key);
  }

  /** Returns to the text of the file. */
  discard(): void {
    const file = parseNotebook(this.#base.text);
    this.#document.amend((mine) => withDialogue(mine, readDialogue(file)));
    if (!this.#document.goTo(this.#base.text)) {
      const mine = this.#document.notebook;
      const comparison = compareVersions(mine, mine, file);
      this.#document.become(mergeVersions(comparison, file, new Map()));
    }
    this.#resumed = null;
    this.touch();
    this.#emitChange();
  }

  dispose(): void {
    globalThis.removeEventListener("beforeunload", this.#onBeforeUnload);
    globalThis.removeEventListener("pagehide", this.#onLeave);
    globalThis.removeEventListener("focus", this.#onFocus);
    pageDocument.removeEventListener("visibilitychange", this.#onVisibilityChange);
    this.#tabs.close();
    const written = this.#writing.flush().finally(() => {
      this.#writing.stop();
      this.#claim.release();
    });
    registerRelease(this.#name, written);
  }

  #setBase(base: Base): void {
    this.#base = base;
    this.#problem = null;
    this.#others.delete("disk");
  }

  #receiveFile({ text, version, modified }: NotebookFile): void {
    if (version === this.#base.version) {
      if (!this.#others.delete("disk")) return;
    } else if (text === this.#document.text || text === this.#base.text) {
      this.#setBase({ text, version });
      this.touch();
    } else {
      const time = modified === null ? null : Date.parse(modified);
      const baseText = this.#base.text;
      this.#versions.set(text, version);
      this.#others.set("disk", { key: "disk", where: "disk", text, baseText, time });
    }
    this.#emitChange();
  }

  #offerDraft({ writer, editing, baseText, time }: Draft): void {
    const notebook = parseEditing(editing)?.notebook;
    const text = notebook && serializeNotebook(notebook);
    if (text === undefined || text === this.#document.text) void this.#claim.remove(writer);
    else this.#others.set(writer, { key: writer, where: "draft", text, baseText, time });
  }

  #onMessage(from: string, message: TabMessage): void {
    switch (message.type) {
      case "hello":
        this.#post();
        return;
      case "saved":
        this.#others.delete(from);
        void this.checkFile();
        break;
      case "text": {
        const { text, changed, time } = message;
        const known = this.#merged.get(from);
        if (!changed || text === known || text === this.#document.text) this.#others.delete(from);
        else this.#others.set(from, { key: from, where: "tab", text, time, baseText: known ?? message.baseText });
      }
    }
    this.#emitChange();
  }

  #post(): void {
    const { text } = this.#document;
    this.#tabs.post({ type: "text", text, baseText: this.#base.text, changed: this.#changed, time: Date.now() });
  }

  async #write(): Promise<void> {
    if (this.#tabs.count > 0) this.#post();
    const { version, text } = this.#base;
    if (!this.#changed && this.#document.untouched) return this.#claim.remove(this.#claim.writer);
    await this.#claim.put({
      name: this.#name,
      writer: this.#claim.writer,
      base: version,
      baseText: text,
      editing: this.#document.editing,
      changed: this.#changed,
      time: Date.now(),
    });
  }

  #emitChange(): void {
    this.dispatchEvent(new Event("change"));
  }

  readonly #onLeave = () => void this.#writing.flush();
  readonly #onFocus = () => void this.checkFile();
  readonly #onVisibilityChange = () => (pageDocument.hidden ? this.#onLeave() : this.#onFocus());

  /** The browser asks before leaving only if the draft could not be stored. */
  readonly #onBeforeUnload = (event: BeforeUnloadEvent) => {
    this.#onLeave();
    if (this.#changed && !this.#kept) event.preventDefault();
  };
}

/** The page's DOM document, as opposed to the notebook's document. */
const pageDocument = globalThis.document;
