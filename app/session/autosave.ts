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
import { type DraftClaim, endWith } from "./draft-store.ts";
import { type NotebookFile, type NotebookFiles, SaveConflict } from "./notebook-file.ts";
import type { OtherVersion } from "./other-version.ts";
import type { Origin } from "./own-file.ts";
import { type TabMessage, Tabs } from "./tabs.ts";
import { WriteBehind } from "./write-behind.ts";

export type SaveState = "saved" | "unsaved" | "saving" | "conflict" | "failed" | "read-only";

/** The file as it was last seen; without a version it is not there. */
export interface Base {
  readonly version: string | null;
  readonly text: string;
}

/**
 * Sees to it that nothing typed into an open notebook is lost: it is kept in the browser as it is typed, saved to its
 * file on demand, and never put over what somebody else wrote. Dispatches `change`.
 */
export class Autosave extends EventTarget {
  readonly #name: string;
  readonly #document: NotebookDocument;
  readonly #files: NotebookFiles;
  readonly #claim: DraftClaim;
  readonly #tabs: Tabs;
  readonly #writing: WriteBehind;
  readonly #others = new Map<string, OtherVersion>();
  /** The versions of the texts that were found in the file. */
  readonly #versions = new Map<string, string>();
  /** What of another page was taken or declined already: it is not offered again. */
  readonly #seen = new Map<string, string>();
  #base: Base;
  #origin: Origin | null;
  #changed: boolean;
  #saving = false;
  #looking = false;
  /** Somebody asked to look while a look or a save was under way. */
  #lookAgain = false;
  #problem: Sentence | null = null;
  #kept = true;
  #resumed: number | null = null;

  /** `origin` is what this is a copy of. */
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
        this.#tell();
      },
    );
    this.#tabs = new Tabs(name, claim.writer, (from, message) => this.#hear(from, message));
    globalThis.addEventListener("beforeunload", this.#beforeLeaving);
    globalThis.addEventListener("pagehide", this.#flush);
    globalThis.addEventListener("focus", this.#look);
    pageDocument.addEventListener("visibilitychange", this.#seenOrHidden);
  }

  get saveState(): SaveState {
    if (this.#saving) return "saving";
    if (!this.#files.isWritable(this.#name)) return "read-only";
    if (this.#changed && this.#others.has("disk")) return "conflict";
    if (this.#problem !== null) return "failed";
    return this.#changed ? "unsaved" : "saved";
  }

  /** Why saving failed or conflicts, as a sentence. */
  get problem(): Sentence | null {
    return this.#problem;
  }

  /** When the changes were typed that an earlier page left and this one goes on from; null if there are none. */
  get resumed(): number | null {
    return this.#resumed;
  }

  /** The changes are known to be an earlier page's, and kept. */
  accept(): void {
    this.#resumed = null;
    this.#tell();
  }

  /** Whether what is typed is kept by the browser. */
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

  /** What the changes are measured against: the file or, of a copy, the original. */
  get original(): Origin {
    return this.#origin ?? { name: this.#name, text: this.#base.text };
  }

  /** Sets another version beside this one. False where they say the same. */
  offer(other: OtherVersion): boolean {
    const comparison = compareVersions(
      parseNotebook(other.baseText),
      this.#document.notebook,
      parseNotebook(other.text),
    );
    if (!findDifferences(comparison).some(({ change }) => change !== "mine")) return false;
    this.#others.set(other.key, other);
    this.#tell();
    return true;
  }

  /** The document has changed. */
  touch(): void {
    this.#changed = this.#document.text !== this.#base.text;
    if (!this.#changed) this.#resumed = null;
    this.#writing.touch();
  }

  /** Brings the last stroke into the browser's storage. False where that cannot have it. */
  async keep(): Promise<boolean> {
    await this.#writing.flush();
    return this.#kept;
  }

  async save(): Promise<void> {
    if (this.#saving) return;
    const { text } = this.#document;
    this.#document.seal();
    this.#saving = true;
    this.#tell();
    try {
      const file = await this.#files.write(this.#name, text, this.#base.version);
      this.#take({ version: file.version, text });
      this.#tabs.post({ type: "saved" });
    } catch (error) {
      this.#problem = messageOf(error);
      if (error instanceof SaveConflict) {
        if (error.current) this.#found(error.current);
        // The file is gone: the next time it is written anew.
        else this.#base = { ...this.#base, version: null };
      }
    }
    this.#saving = false;
    this.touch();
    this.#tell();
    if (this.#lookAgain) void this.look();
  }

  /** Looks whether the file has changed since; once more where that is asked for meanwhile. */
  async look(): Promise<void> {
    if (this.#looking || this.#saving) {
      this.#lookAgain = true;
      return;
    }
    this.#looking = true;
    this.#lookAgain = false;
    const base = this.#base;
    try {
      const file = await this.#files.read(this.#name);
      // A save in the meantime knows better.
      if (base === this.#base) this.#found(file);
    } catch {
      // Whether the file can be had matters when it is saved; then the sentence is told.
    } finally {
      this.#looking = false;
    }
    if (this.#lookAgain) void this.look();
    else void this.lookAtOrigin();
  }

  /** Looks whether the original of this copy has moved on. */
  async lookAtOrigin(): Promise<void> {
    const origin = this.#origin;
    if (!origin) return;
    try {
      const { text, modified } = await this.#files.read(origin.name);
      if (origin !== this.#origin || text === origin.text || text === this.#others.get("origin")?.text) return;
      const time = modified === null ? null : Date.parse(modified);
      if (!this.offer({ key: "origin", where: "origin", text, baseText: origin.text, time })) this.#follow(text);
    } catch {
      // An original that is gone asks for nothing.
    }
  }

  #follow(text: string): void {
    if (!this.#origin) return;
    this.#origin = { ...this.#origin, text };
    void this.#files.follow(this.#name, this.#origin);
  }

  /** What the file says as the notebook is opened. A draft that began with an older version meets a newer one here. */
  meet(file: NotebookFile): void {
    this.#found(file);
  }

  /** Another version beside this one; null where it is gone. */
  compare(key: string): Comparison | null {
    const other = this.#others.get(key);
    if (!other) return null;
    return compareVersions(parseNotebook(other.baseText), this.#document.notebook, parseNotebook(other.text));
  }

  /** Makes one notebook of this version and another as it was compared, in one step that can be undone. */
  merge(other: OtherVersion, comparison: Comparison, choices: ReadonlyMap<string, Choice>): void {
    const { key, where, text } = other;
    this.#document.become(mergeVersions(comparison, parseNotebook(text), choices));
    // If it has changed since it was compared, what came after is offered anew, from here on.
    const now = this.#others.get(key);
    this.#others.delete(key);
    this.#seen.set(key, text);
    if (where === "origin") this.#follow(text);
    if (where === "disk") this.#take({ version: this.#versions.get(text) ?? null, text });
    else if (now && now.text !== text) this.#others.set(key, { ...now, baseText: text });
    this.#resumed = null;
    this.touch();
    this.#tell();
    if (where === "disk") void this.look();
    else if (!now || now.text === text) void this.#forget(key);
  }

  /** Removes the draft of a page that is gone, once what was taken of it is kept in this page's own: a crash in between loses nothing. */
  async #forget(key: string): Promise<void> {
    if ((await this.keep()) && !this.#tabs.has(key)) await this.#claim.remove(key);
  }

  /** Goes back to what the file says. */
  discard(): void {
    if (!this.#document.goTo(this.#base.text)) {
      const mine = this.#document.notebook;
      const file = parseNotebook(this.#base.text);
      const comparison = compareVersions(mine, mine, file);
      this.#document.become(mergeVersions(comparison, file, new Map()));
    }
    this.#resumed = null;
    this.touch();
    this.#tell();
  }

  dispose(): void {
    globalThis.removeEventListener("beforeunload", this.#beforeLeaving);
    globalThis.removeEventListener("pagehide", this.#flush);
    globalThis.removeEventListener("focus", this.#look);
    pageDocument.removeEventListener("visibilitychange", this.#seenOrHidden);
    this.#tabs.close();
    const written = this.#writing.flush().finally(() => {
      this.#writing.stop();
      this.#claim.release();
    });
    endWith(this.#name, written);
  }

  #take(base: Base): void {
    this.#base = base;
    this.#problem = null;
    this.#others.delete("disk");
  }

  #found({ text, version, modified }: NotebookFile): void {
    if (version === this.#base.version) {
      if (!this.#others.delete("disk")) return;
    } else if (text === this.#document.text || text === this.#base.text) {
      this.#take({ text, version });
      this.touch();
    } else {
      const time = modified === null ? null : Date.parse(modified);
      const baseText = this.#base.text;
      this.#versions.set(text, version);
      this.#others.set("disk", { key: "disk", where: "disk", text, baseText, time });
    }
    this.#tell();
  }

  #offerDraft({ writer, editing, baseText, time }: Draft): void {
    const notebook = parseEditing(editing)?.notebook;
    const text = notebook && serializeNotebook(notebook);
    if (text === undefined || text === this.#document.text) void this.#claim.remove(writer);
    else this.#others.set(writer, { key: writer, where: "draft", text, baseText, time });
  }

  #hear(from: string, message: TabMessage): void {
    switch (message.type) {
      case "hello":
        this.#post();
        return;
      case "saved":
        this.#others.delete(from);
        void this.look();
        break;
      case "text": {
        const { text, changed, time } = message;
        const known = this.#seen.get(from);
        if (!changed || text === known || text === this.#document.text) this.#others.delete(from);
        else this.#others.set(from, { key: from, where: "tab", text, time, baseText: known ?? message.baseText });
      }
    }
    this.#tell();
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

  #tell(): void {
    this.dispatchEvent(new Event("change"));
  }

  readonly #flush = () => void this.#writing.flush();
  readonly #look = () => void this.look();
  readonly #seenOrHidden = () => (pageDocument.hidden ? this.#flush() : this.#look());

  /** Leaving loses nothing as long as the browser keeps what was typed. */
  readonly #beforeLeaving = (event: BeforeUnloadEvent) => {
    this.#flush();
    if (this.#changed && !this.#kept) event.preventDefault();
  };
}

/** The page's document; a notebook's is called so, too. */
const pageDocument = globalThis.document;
