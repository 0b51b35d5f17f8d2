import { css, html, nothing } from "lit";
import { FileConflict } from "../../../kernel/attachment/file-conflict.ts";
import { messageOf } from "../../../lib/message/fault.ts";
import type { Sentence } from "../../../lib/message/message.ts";
import { isMac } from "../../actions/chord.ts";
import { fileActionTexts } from "../../actions/file-actions.ts";
import { controls } from "../../design/controls.ts";
import { dialogStyle } from "../../design/dialog.ts";
import { icon } from "../../design/icons.ts";
import { showSentence } from "../../design/sentence.ts";
import { stateShape } from "../../design/state-shape.ts";
import { chooseDataFiles } from "../../files/file-pickers.ts";
import { writeCount, writeSize } from "../../language/figures.ts";
import { say } from "../../language/speech.ts";
import { showModal } from "../../live/modal-dialog.ts";
import { openServices } from "../../session/services.ts";
import { canHoldLines } from "../account/sheet-file.ts";
import { DialogElement } from "../shell/dialog-element.ts";
import { quoteName } from "../shell/insertion.ts";
import { addDataTexts } from "./add-data-texts.ts";
import { type Added, addFile, namesTaken } from "./added-file.ts";
import { type DataFile, freeFileName, isForTables, offeredFiles, readDataFile } from "./data-file.ts";
import { type NameProblem, OfferedFile } from "./offered-file.ts";
import { readingOptions } from "./reading-options.ts";
import { previewStyle, tablePreview } from "./table-preview.ts";

/**
 * What the dialog shows: a request for a file; that it is being read; its tables; or a file without tables, with the reason if it
 * could not be read.
 */
type Step =
  | { readonly is: "asking" }
  | { readonly is: "reading"; readonly name: string }
  | { readonly is: "tables"; readonly offered: OfferedFile; readonly at: number }
  | { readonly is: "plain"; readonly file: DataFile; readonly reason: Sentence | null };

const problemTexts = {
  empty: addDataTexts.nameEmpty,
  wrong: addDataTexts.nameWrong,
} satisfies Partial<Record<NameProblem, unknown>>;

/** The dialog in which files with data are chosen, looked at, and added to the notebook. Dispatches `added` with each. */
export class AddData extends DialogElement {
  static override properties = {
    step: { state: true },
    problem: { state: true },
    conflict: { state: true },
    busy: { state: true },
  };
  static override styles = [
    controls,
    dialogStyle,
    previewStyle,
    css`
      :host {
        --dialog-width: 56rem;
        --edge: var(--space-6);
      }
      dialog {
        max-height: calc(100dvh - 2rem);
        padding: var(--edge);
        overflow: auto;
      }
      dialog[data-step="asking"] {
        --dialog-width: 36rem;
      }
      @media (max-width: 40rem) {
        :host {
          --edge: var(--space-4);
        }
      }
      .head {
        display: flex;
        align-items: start;
        justify-content: space-between;
        gap: var(--space-4);
      }
      h2 {
        overflow-wrap: anywhere;
      }
      p {
        margin: 0 0 var(--space-3);
        line-height: 1.45;
      }
      .facts {
        display: flex;
        flex-wrap: wrap;
        gap: 0 var(--space-3);
        color: var(--ink-muted);
        font-variant-numeric: tabular-nums;
      }
      .target {
        display: flex;
        flex-direction: column;
        align-items: center;
        gap: var(--space-3);
        margin-bottom: var(--space-3);
        padding: var(--space-8) var(--space-4);
        text-align: center;
        border: 2px dashed var(--rule-strong);
        border-radius: var(--radius);
      }
      .target p {
        margin: 0;
      }
      .tables {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-1) var(--space-2);
        max-height: 8rem;
        margin: 0 0 var(--space-3);
        padding: 0;
        overflow: auto;
        list-style: none;
      }
      .tables li {
        display: flex;
        align-items: center;
        border: 1px solid var(--rule);
        border-radius: var(--radius-small);
      }
      .tables li:has([aria-pressed="true"]) {
        border-color: var(--accent);
        background: var(--selected);
      }
      .tables label {
        display: grid;
        place-items: center;
        width: 2rem;
        height: 2rem;
      }
      .tables input {
        width: 1rem;
        height: 1rem;
        margin: 0;
      }
      .tables button {
        min-height: 2rem;
        padding: 0 var(--space-2) 0 0;
      }
      .tables [aria-pressed="true"] {
        font-weight: 600;
      }
      .options {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2) var(--space-3);
        margin: 0 0 var(--space-3);
        padding: 0;
        border: 0;
      }
      .options label,
      .name label {
        font-size: var(--text-small);
        color: var(--ink-muted);
      }
      .options .field {
        display: block;
        width: auto;
        min-width: 6rem;
        max-width: 100%;
        margin-top: 0.125rem;
      }
      .options input.field {
        width: 6rem;
      }
      .notes {
        margin: var(--space-3) 0 0;
        padding: var(--space-2) var(--space-3) var(--space-2) 1.5rem;
        max-height: 7rem;
        overflow: auto;
        background: var(--stale-wash);
        border-radius: var(--radius-small);
        font-size: var(--text-small);
        line-height: 1.45;
      }
      .name {
        margin-top: var(--space-3);
      }
      .name .field {
        display: block;
        max-width: 22rem;
        margin-top: 0.125rem;
        font-family: var(--font-code);
      }
      .name p,
      .gives,
      .under {
        margin: var(--space-1) 0 0;
        font-size: var(--text-small);
      }
      .gives,
      .under {
        color: var(--ink-muted);
      }
      code {
        overflow-wrap: anywhere;
      }
      .problem {
        color: var(--state-failed);
      }
      .ends {
        position: sticky;
        bottom: calc(-1 * var(--edge));
        display: flex;
        flex-wrap: wrap;
        justify-content: end;
        gap: var(--space-2);
        margin: var(--space-3) calc(-1 * var(--edge)) calc(-1 * var(--edge));
        padding: var(--space-3) var(--edge) var(--space-4);
        background: var(--raised);
        border-top: 1px solid var(--rule);
      }
      .aside {
        margin-right: auto;
        color: var(--link);
      }
      [aria-busy="true"] .preview {
        opacity: 0.6;
      }
    `,
  ];

  declare private step: Step;
  declare private problem: Sentence | null;
  /** Another file of this name that lies beside the notebook, and a name under which both can be kept. */
  declare private conflict: { readonly current: string | null; readonly free: string } | null;
  /** While a table is read again, or a file is added. */
  declare private busy: boolean;
  /** The files that are still to be looked at, after the one that is shown. */
  #queue: (File | DataFile)[] = [];
  /** How many files were given since the dialog was opened, and the place of the one that is shown. */
  #count = 0;
  #place = 0;
  /** Whether a file that is already in the notebook is read in another way. */
  #again = false;
  /** Whether the last attempt was to add the file without its tables. */
  #asFile = false;
  /** Whether the last attempt was to compute the emissions of the file. */
  #forAccount = false;

  constructor() {
    super();
    this.step = { is: "asking" };
    this.problem = null;
    this.conflict = null;
    this.busy = false;
  }

  /** Asks for a file. */
  async ask(): Promise<void> {
    if (!this.dialog?.open) this.#show({ is: "asking" });
    await this.#open();
    this.renderRoot.querySelector<HTMLElement>(".target button")?.focus();
  }

  /** Shows files, one after the other, to be added. */
  take(files: readonly File[]): Promise<void> {
    return this.#take(files, false);
  }

  /** Adds a file and goes on to its emissions, unless there is something to be decided first. */
  async takeForAccount(file: File): Promise<void> {
    await this.#take([file], false);
    const { step } = this;
    const read = step.is === "tables" ? step.offered.file : step.is === "plain" ? step.file : null;
    if (read && canHoldLines(read)) await this.#add(false, null, true);
  }

  /** Shows a file of the notebook, to be read in another way. */
  readAgain(file: DataFile): Promise<void> {
    return this.#take([file], true);
  }

  async #take(files: readonly (File | DataFile)[], again: boolean): Promise<void> {
    if (files.length === 0) return;
    this.#again = again;
    this.#queue.push(...files);
    this.#count += files.length;
    // The one that is shown comes first.
    if (this.dialog?.open && this.step.is !== "asking") return this.requestUpdate();
    await Promise.all([this.#next(), this.#open()]);
  }

  /** Whether it is open and asks for a file or a table. */
  get isAsking(): boolean {
    return this.dialog?.open === true && this.step.is === "asking";
  }

  /** Says that what was pasted is no table. Returns false if the dialog does not ask for one. */
  refusePasted(): boolean {
    if (!this.isAsking) return false;
    this.problem = addDataTexts.notTable();
    return true;
  }

  #show(step: Step, problem: Sentence | null = null): void {
    this.step = step;
    this.problem = problem;
    this.conflict = null;
    this.busy = false;
  }

  async #open(): Promise<void> {
    await this.updateComplete;
    showModal(this.dialog);
  }

  #closed = () => {
    this.#queue = [];
    this.#count = 0;
    this.#place = 0;
    this.#again = false;
    this.#show({ is: "asking" });
    this.dispatchEvent(new Event("closed"));
  };

  /** Reads the next file and shows it; closes the dialog after the last. */
  async #next(): Promise<void> {
    const { session } = this;
    const next = this.#queue.shift();
    if (!next || !session) return this.dialog.close();
    this.#place += 1;
    const reading: Step = { is: "reading", name: next.name };
    this.#show(reading);
    const isShown = () => this.step === reading;
    let file: DataFile;
    try {
      file = next instanceof File ? await readDataFile(next) : next;
    } catch (error) {
      // The dialog asks for another file: this one is gone, or larger than memory.
      if (isShown()) this.#show({ is: "asking" }, addDataTexts.failed({ name: next.name, reason: messageOf(error) }));
      return;
    }
    try {
      if (!isForTables(file)) return this.#show({ is: "plain", file, reason: null });
      const before = (await session.attachments.list()).find(({ name }) => name === file.name) ?? null;
      const offered = await OfferedFile.open(openServices().tableFiles, file, namesTaken(session, file.name), before);
      if (!isShown()) return;
      this.#show(offered.tables.length > 0 ? { is: "tables", offered, at: 0 } : { is: "plain", file, reason: null });
    } catch (error) {
      if (isShown()) this.#show({ is: "plain", file, reason: messageOf(error) });
    } finally {
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>(".primary")?.focus();
    }
  }

  /** Changes how the shown table is read. What cannot be read so is said, and nothing changes. */
  async #change(act: () => Promise<void>): Promise<void> {
    const { step } = this;
    this.busy = true;
    this.problem = null;
    let problem: Sentence | null = null;
    try {
      await act();
    } catch (error) {
      problem = messageOf(error);
    }
    if (this.step !== step) return;
    this.busy = false;
    this.problem = problem;
  }

  /**
   * @param asFile adds the file without its tables
   * @param version the hash of the file that it replaces beside the notebook
   * @param forAccount computes its emissions afterwards
   */
  async #add(asFile = false, version: string | null = null, forAccount = false): Promise<void> {
    const { step, session } = this;
    if (!session || this.busy || (step.is !== "tables" && step.is !== "plain")) return;
    const file = step.is === "tables" ? step.offered.file : step.file;
    const selected = step.is === "tables" && !asFile ? step.offered.selected : [];
    if (step.is === "tables" && !asFile) {
      const { offered } = step;
      const wrong = offered.tables.findIndex(({ selected }, i) => selected && offered.problemOf(i) !== null);
      if (wrong >= 0) {
        this.step = { ...step, at: wrong };
        await this.updateComplete;
        return this.renderRoot.querySelector<HTMLElement>("#name")?.focus();
      }
    }
    this.busy = true;
    this.problem = null;
    this.conflict = null;
    this.#asFile = asFile;
    this.#forAccount = forAccount;
    try {
      const added = await addFile(session, file, selected, version);
      if (this.step !== step) return;
      const detail: Added = { ...added, again: this.#again, account: forAccount };
      await this.#next();
      this.dispatchEvent(new CustomEvent("added", { detail }));
    } catch (error) {
      if (this.step !== step) return;
      await this.#refused(file.name, error);
    }
  }

  /** Says why a file was not added. Whether another one beside the notebook is replaced, the user decides. */
  async #refused(name: string, error: unknown): Promise<void> {
    const reason = messageOf(error);
    if (error instanceof FileConflict) {
      const taken = (await this.session?.attachments.list().catch(() => [])) ?? [];
      const free = freeFileName(name, new Set([...taken.map((each) => each.name), name]));
      this.conflict = { current: error.current, free };
      this.problem = addDataTexts.another({ reason, name: free });
    } else this.problem = reason;
    this.busy = false;
  }

  /** Adds the file under another name, beside the one that has its name. */
  async #keepBoth(name: string): Promise<void> {
    const { step, session } = this;
    if (!session) return;
    if (step.is === "tables") step.offered.renameFile(name, namesTaken(session, name));
    else if (step.is === "plain") this.step = { ...step, file: { ...step.file, name } };
    await this.#add(this.#asFile, null, this.#forAccount);
  }

  /** The system's dialog opens at once, while user activation lasts. */
  #choose = async () => {
    const files = await chooseDataFiles(offeredFiles);
    if (files.length === 0) return;
    if (this.step.is === "plain") this.step = { is: "asking" };
    await this.take(files);
  };

  protected override render() {
    const { step } = this;
    return html`<dialog
      data-step=${step.is}
      aria-labelledby="title"
      aria-busy=${this.busy ? "true" : "false"}
      @close=${this.#closed}
    >
      ${this.#renderHead()}
      ${step.is === "asking" ? this.#renderRequest() : nothing}
      ${step.is === "reading" ? html`<p role="status">${say(addDataTexts.reading({ name: step.name }))}</p>` : nothing}
      ${step.is === "tables" ? this.#renderTables(step.offered, step.at) : nothing}
      ${step.is === "plain" ? this.#renderPlain(step.file, step.reason) : nothing}
    </dialog>`;
  }

  #renderHead() {
    const { step } = this;
    const file = step.is === "tables" ? step.offered.file : step.is === "plain" ? step.file : null;
    return html`<div class="head">
        <h2 id="title">${file ? file.name : say(addDataTexts.title())}</h2>
        <button
          class="tool"
          type="button"
          title=${say(addDataTexts.close())}
          aria-label=${say(addDataTexts.close())}
          @click=${() => this.close()}
        >
          ${icon("close")}
        </button>
      </div>
      ${file ? html`<p class="facts">${this.#facts(file).map((fact) => html`<span>${fact}</span>`)}</p>` : nothing}`;
  }

  #facts({ bytes }: DataFile): string[] {
    const { step } = this;
    const table = step.is === "tables" ? step.offered.tables[step.at] : undefined;
    return [
      writeSize(bytes.length),
      ...(table
        ? [
            say(addDataTexts.rows({ count: writeCount(table.found.rows) })),
            say(addDataTexts.columns({ count: writeCount(table.found.reading.columns.length) })),
          ]
        : []),
      ...(this.#count > 1 ? [say(addDataTexts.place({ place: this.#place, count: this.#count }))] : []),
    ];
  }

  #renderRequest() {
    return html`<div class="target">
        <p>${say(addDataTexts.ask({ keys: isMac(navigator.platform) ? "⌘V" : "Ctrl+V" }))}</p>
        <button class="button primary" type="button" @click=${this.#choose}>${say(addDataTexts.choose())}</button>
      </div>
      ${this.#renderProblem()}
      <p class="under">${showSentence(say(addDataTexts.formats()))}</p>
      <p class="under">
        ${showSentence(say(this.session?.attachments.place === "folder" ? addDataTexts.keptBeside() : addDataTexts.kept()))}
      </p>`;
  }

  #renderTables(offered: OfferedFile, at: number) {
    const { found } = offered.tables[at]!;
    return html`${this.#renderChoice(offered, at)}
      ${readingOptions(found.reading, (options) => void this.#change(() => offered.setOptions(at, options)))}
      ${this.#renderProblem()}
      ${tablePreview(
        found,
        (column, type) => void this.#change(() => offered.setType(at, column, type)),
        (column, unit) => {
          offered.setUnit(at, column, unit);
          this.requestUpdate();
        },
      )}
      ${
        found.notes.length > 0
          ? html`<ul class="notes" aria-label=${say(addDataTexts.notes())}>
            ${found.notes.map((note) => html`<li>${showSentence(say(note))}</li>`)}
          </ul>`
          : nothing
      }
      ${this.#renderName(offered, at)} ${this.#renderEnds(offered.selected.length)}`;
  }

  /** The tables of a file with several: which are added, and which is shown. */
  #renderChoice(offered: OfferedFile, at: number) {
    if (offered.tables.length < 2) return nothing;
    return html`<ul class="tables" aria-label=${say(addDataTexts.tables())}>
      ${offered.tables.map(
        ({ found: { title }, selected }, i) => html`<li>
          <label>
            <input
              type="checkbox"
              aria-label=${say(addDataTexts.takes({ title }))}
              .checked=${selected}
              @change=${({ target }: Event) => {
                offered.select(i, (target as HTMLInputElement).checked);
                this.requestUpdate();
              }}
            />
          </label>
          <button
            type="button"
            aria-pressed=${i === at ? "true" : "false"}
            @click=${() => {
              this.step = { is: "tables", offered, at: i };
              this.problem = null;
            }}
          >
            ${title}
          </button>
        </li>`,
      )}
    </ul>`;
  }

  #renderName(offered: OfferedFile, at: number) {
    const { name } = offered.tables[at]!;
    const problem = offered.problemOf(at);
    const sentence = problem && (problem === "taken" ? addDataTexts.nameTaken({ name }) : problemTexts[problem]());
    const file = JSON.stringify(offered.file.name);
    return html`<div class="name">
      <label for="name">${say(addDataTexts.name())}</label>
      <input
        id="name"
        class="field"
        autocomplete="off"
        autocapitalize="none"
        spellcheck="false"
        maxlength="80"
        aria-invalid=${problem ? "true" : "false"}
        aria-describedby="below"
        .value=${name}
        @input=${({ target }: Event) => {
          offered.rename(at, (target as HTMLInputElement).value.trim());
          this.requestUpdate();
        }}
        @keydown=${(event: KeyboardEvent) => {
          if (event.key === "Enter" && !event.isComposing) void this.#add();
        }}
      />
      <p id="below" class=${problem ? "problem" : "gives"}>
        ${showSentence(say(sentence ?? addDataTexts.gives({ table: quoteName(name), file })))}
      </p>
      ${this.#renderReplaced(offered.file.name)}
    </div>`;
  }

  #renderReplaced(name: string) {
    // Beside the notebook, a different file is replaced only when the user has said so.
    if (this.session?.attachments.place === "folder") return nothing;
    if (this.#again || !this.session?.catalogue.some(({ own }) => own?.file === name)) return nothing;
    return html`<p class="gives">${showSentence(say(addDataTexts.replaces({ name })))}</p>`;
  }

  #renderPlain(file: DataFile, reason: Sentence | null) {
    return html`${reason === null ? nothing : html`<p class="problem">${stateShape("failed")} ${showSentence(say(reason))}</p>`}
      <p>${showSentence(say(addDataTexts.noTable()))}</p>
      <p class="gives">${showSentence(say(addDataTexts.givesFile({ file: JSON.stringify(file.name) })))}</p>
      ${this.#renderProblem()} ${this.#renderEnds(0)}`;
  }

  #renderProblem() {
    return this.problem === null
      ? nothing
      : html`<p class="problem" role="alert">${stateShape("failed")} ${showSentence(say(this.problem))}</p>`;
  }

  /** Files of sheets can be made into an account. They are kept whole, because the account reads all of their cells. */
  #renderAccount() {
    const { step } = this;
    const file = step.is === "tables" ? step.offered.file : step.is === "plain" ? step.file : null;
    if (this.#again || !file || !canHoldLines(file)) return nothing;
    return html`<button
      class="button"
      type="button"
      aria-disabled=${this.busy ? "true" : nothing}
      @click=${() => void this.#add(false, null, true)}
    >
      ${say(fileActionTexts.computeEmissions())}
    </button>`;
  }

  #renderConflict() {
    const { conflict } = this;
    if (!conflict) return nothing;
    const { current, free } = conflict;
    return html`<button class="button" type="button" @click=${() => void this.#add(this.#asFile, current, this.#forAccount)}>
        ${say(addDataTexts.replace())}
      </button>
      <button class="button" type="button" @click=${() => void this.#keepBoth(free)}>${say(addDataTexts.keepBoth())}</button>`;
  }

  /** @param count the tables that are added */
  #renderEnds(count: number) {
    const label = this.#again
      ? addDataTexts.save()
      : count > 1
        ? addDataTexts.addMany({ count })
        : count === 1
          ? addDataTexts.add()
          : addDataTexts.addFile();
    return html`<div class="ends">
      ${
        count > 0 && !this.#again
          ? html`<button class="tool aside" type="button" @click=${() => void this.#add(true)}>${say(addDataTexts.onlyFile())}</button>`
          : nothing
      }
      ${
        this.step.is === "plain"
          ? html`<button class="button" type="button" @click=${this.#choose}>${say(addDataTexts.other())}</button>`
          : nothing
      }
      ${
        this.#queue.length > 0
          ? html`<button class="button" type="button" @click=${() => void this.#next()}>${say(addDataTexts.skipFile())}</button>`
          : nothing
      }
      ${this.#renderConflict()}
      <button class="button" type="button" @click=${() => this.close()}>${say(addDataTexts.cancel())}</button>
      ${this.#renderAccount()}
      <button class="button primary" type="button" aria-disabled=${this.busy ? "true" : nothing} @click=${() => void this.#add()}>
        ${say(label)}
      </button>
    </div>`;
  }
}

customElements.define("yuheng-add-data", AddData);
