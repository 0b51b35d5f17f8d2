import { html, nothing, render, type TemplateResult } from "lit";
import { messageOf } from "../../lib/message/fault.ts";
import type { Sentence } from "../../lib/message/message.ts";
import { isChord, isMac, parseChord, writeKeys } from "../actions/chord.ts";
import { codeActionTexts, codeKeys, showCode } from "../actions/code-action.ts";
import { fileActionTexts } from "../actions/file-actions.ts";
import { notebookActionTexts } from "../actions/notebook-actions.ts";
import { slideActionTexts } from "../actions/slide-actions.ts";
import { icon } from "../design/icons.ts";
import { loadedWords, nextLanguage, switchLanguage } from "../language/languages.ts";
import { say, speech } from "../language/speech.ts";
import type { LiveNotebook } from "../live/live-notebook.ts";
import { Printing } from "../print/printing.ts";
import { MAX_LINK_LENGTH } from "../session/link-length.ts";
import type { Assets } from "./assets.ts";
import type { Outside } from "./destination.ts";
import { laterPart } from "./later-part.ts";
import type { Offline } from "./offline.ts";
import type { PageElements } from "./page-elements.ts";
import { readPreferences, storePreferences } from "./preferences.ts";
import type { Presentation } from "./presentation.ts";
import type { PublishedNotebook } from "./published-notebook.ts";
import type { Reproduction } from "./reproduction-panel.ts";
import { readerTexts } from "./texts.ts";

const mac = isMac(navigator.platform);

/** The bar of a built page with its commands. */
export class ReaderBar {
  readonly #page: PageElements;
  #notebook: LiveNotebook | null = null;
  #presentation: Presentation | null = null;
  readonly #assets: Assets;
  readonly #offline: Offline | null;
  #code = readPreferences().code;
  #problem: Sentence | null = null;
  /** The current notice. */
  #notice: (() => string) | null = null;
  /** Renders the panel of a second run, if there is one. */
  #reproduction: (() => TemplateResult) | null = null;
  #abort: AbortController | null = null;
  readonly #printing = new Printing();

  constructor(page: PageElements, assets: Assets, offline: Offline | null) {
    this.#page = page;
    this.#assets = assets;
    this.#offline = offline;
    offline?.addEventListener("change", () => this.#render());
    speech.addEventListener("change", () => this.#render());
    document.addEventListener("keydown", (event) => {
      if (event.defaultPrevented || event.isComposing || event.repeat || this.#notebook?.slides) return;
      if (codeKeys.some((key) => isChord(event, parseChord(key), mac))) this.#toggleCode();
    });
  }

  /** Connects the bar with the notebook. */
  connect(notebook: LiveNotebook): void {
    this.#notebook = notebook;
    this.#printing.follow(notebook);
    notebook.addEventListener("change", () => this.#render());
    notebook.addEventListener("settled", () => this.#render());
    notebook.addEventListener("action", (event) => {
      const { detail } = event as CustomEvent<string>;
      if (detail === "lesson-report") void this.#report(notebook);
      if (detail === showCode) this.#toggleCode();
    });
    // The switch may have been used before the notebook ran.
    if (notebook.settings.code !== this.#code) notebook.configure({ code: this.#code });
    this.apply();
  }

  /** Lets the notebook be presented once the code for that has loaded. */
  offerPresentation(notebook: LiveNotebook): Promise<void> {
    return this.#attempt(async () => {
      const { Presentation } = await laterPart(import("./presentation.ts"));
      this.#presentation = new Presentation(this.#page, notebook);
    });
  }

  /** Applies a link to the notebook, with a notice. */
  applyLink(notebook: PublishedNotebook, packed: string): Promise<void> {
    return this.#attempt(async () => {
      const { inputs, cells } = await notebook.applyLink(packed);
      this.#notice = () =>
        cells === 0 ? say(readerTexts.link({ inputs })) : say(readerTexts.linkEdits({ inputs, cells }));
    });
  }

  /** Runs an action that may load a part of the program, and shows why if it fails. */
  async #attempt(act: () => Promise<void>): Promise<void> {
    await act().catch((error) => {
      const reason = messageOf(error);
      this.#notice = () => say(reason);
    });
    this.#render();
  }

  /** The address of a page, with the reader's changes to this one. */
  async #linkTo(page: string, { document, inputs }: LiveNotebook): Promise<string> {
    const { linkTo } = await laterPart(import("./page-link.ts"));
    const { name, text } = this.#page.data;
    return linkTo(page, name, text, inputs.applyTo(document.notebook));
  }

  /** Copies the address of the page with the current inputs. */
  #share(notebook: LiveNotebook): Promise<void> {
    return this.#attempt(async () => {
      const link = await this.#linkTo(location.href, notebook);
      if (link.length > MAX_LINK_LENGTH) {
        this.#notice = () => say(readerTexts.tooLong());
        return;
      }
      history.replaceState(null, "", link);
      const copied = await navigator.clipboard.writeText(link).then(
        () => true,
        () => false,
      );
      this.#notice = () => say(copied ? readerTexts.copied() : readerTexts.inAddress());
    });
  }

  /** Opens the notebook with the reader's changes in the site's workbench. */
  #editCopy(notebook: LiveNotebook, workbench: string): Promise<void> {
    const { name } = this.#page.data;
    return this.#attempt(async () => {
      const link = await this.#linkTo(new URL(workbench, document.baseURI).href, notebook);
      location.assign(link.replace("#with=", `#/n/${encodeURIComponent(name)}?copy=1&with=`));
    });
  }

  #report(notebook: LiveNotebook): Promise<void> {
    return this.#attempt(async () => {
      const { saveReport } = await laterPart(import("./lesson-report.ts"));
      saveReport(this.#page.data.name, notebook);
    });
  }

  /** Shows where a link leads that the reader pressed in the notebook; only a press there opens it. */
  leave(notebook: LiveNotebook, destination: Outside): Promise<void> {
    return this.#attempt(async () => {
      const { askToLeave } = await laterPart(import("./leaving-dialog.ts"));
      askToLeave(destination, () => notebook.stopFocusTheft());
    });
  }

  /** The notebook could not be started: the page stays as it was built and shows the reason. */
  fail(problem: Sentence): void {
    this.#problem = problem;
    this.#render();
  }

  /** The notebook has started after all. */
  recover(): void {
    if (this.#problem === null) return;
    this.#problem = null;
    this.#render();
  }

  /** Applies the notebook's theme and language to the page. */
  apply(): void {
    const notebook = this.#notebook;
    if (!notebook) return;
    const { theme, language } = notebook.settings;
    document.documentElement.dataset.theme = theme;
    document.documentElement.lang = language;
    document.title = notebook.title;
    // Without a list of notebooks, the bar names this one.
    const home = document.querySelector("span.home");
    if (home) home.textContent = notebook.title;
    switchLanguage(language, () => {
      if (notebook.settings.language === language) this.apply();
    });
    const loaded = loadedWords(language);
    if (notebook.settings.words !== loaded.words) notebook.configure(loaded);
    this.#render();
  }

  /** Also works for the page as it was built, before its notebook runs or if it cannot. */
  #toggleCode(): void {
    this.#code = !this.#code;
    document.documentElement.dataset.code = this.#code ? "shown" : "hidden";
    this.#choose({ code: this.#code });
    this.#render();
  }

  #choose(choice: { theme?: "light" | "dark"; language?: string; code?: boolean }): void {
    storePreferences({ ...readPreferences(), ...choice });
    this.#notebook?.configure(choice);
    this.apply();
  }

  /** Runs everything again and shows which cells agree with the published results. */
  async #reproduce(): Promise<void> {
    this.#abort?.abort();
    const abort = new AbortController();
    this.#abort = abort;
    const { lock } = this.#page.data;
    const all = lock.cells.length;
    await this.#attempt(async () => {
      const [{ reproduce }, { reproductionPanel }] = await laterPart(
        Promise.all([import("./reproduction.ts"), import("./reproduction-panel.ts")]),
      );
      const close = () => this.#close();
      const reveal = (cell: number) => this.#notebook?.reveal(cell);
      const show = (reproduction: Reproduction) => {
        if (abort.signal.aborted) return;
        this.#reproduction = () => reproductionPanel(reproduction, close, reveal);
        this.#render();
      };
      show({ state: "running", done: 0, all });
      try {
        const program = await this.#assets.program();
        const done = (cells: number) => show({ state: "running", done: cells, all });
        const verdicts = await reproduce(this.#page, this.#assets, program, abort.signal, done);
        show({ state: "done", verdicts, digits: lock.digits });
      } catch (error) {
        show({ state: "failed", reason: messageOf(error) });
      }
    });
  }

  #close(): void {
    this.#abort?.abort();
    this.#reproduction = null;
    this.#render();
    this.#page.tools.querySelector<HTMLElement>(".reproduce")?.focus();
  }

  #status(): string {
    if (this.#problem) return say(readerTexts.still({ reason: this.#problem }));
    if (this.#notebook?.running) return say(readerTexts.running());
    if (this.#notice) return this.#notice();
    return this.#offline?.state === "kept" ? say(readerTexts.offline()) : "";
  }

  #renderReset(notebook: LiveNotebook) {
    const reset = say(notebookActionTexts.resetInputs());
    return html`<button type="button" class="reset-inputs" title=${reset} @click=${() => notebook.resetInputs()}>
      ${icon("reset")}<span class="label">${reset}</span>
    </button>`;
  }

  #renderCode() {
    const code = say(codeActionTexts.show());
    return html`<button
      type="button"
      class="show-code"
      title="${code} (${writeKeys(codeKeys[0], mac)})"
      aria-keyshortcuts="Shift+O"
      aria-pressed=${this.#code ? "true" : "false"}
      @click=${() => this.#toggleCode()}
    >
      ${icon("code")}<span class="label">${code}</span>
    </button>`;
  }

  /** The commands for sharing, printing, presenting and copying the notebook. */
  #renderSharing(notebook: LiveNotebook) {
    const { workbench } = this.#page.data;
    return html`<button type="button" class="icon-button" title=${say(readerTexts.share())} aria-label=${say(readerTexts.share())} @click=${() => this.#share(notebook)}>
        ${icon("share")}
      </button>
      <button type="button" class="icon-button roomy" title=${say(notebookActionTexts.print())} aria-label=${say(notebookActionTexts.print())} @click=${() => this.#printing.print(false)}>
        ${icon("print")}
      </button>
      ${
        this.#presentation
          ? html`<button type="button" class="icon-button roomy" title="${say(slideActionTexts.present())} (F9)" aria-label=${say(slideActionTexts.present())} aria-keyshortcuts="F9" @click=${() => this.#presentation?.stage.toggle()}>
              ${icon("present")}
            </button>`
          : nothing
      }
      ${
        workbench
          ? html`<button type="button" class="edit-copy" @click=${() => this.#editCopy(notebook, workbench)}>
              ${icon("edit")}<span class="label">${say(fileActionTexts.editCopy())}</span>
            </button>`
          : nothing
      }`;
  }

  #render(): void {
    const notebook = this.#notebook;
    const dark = notebook?.settings.theme === "dark";
    const { tag: other, name: otherName } = nextLanguage(speech.language);
    const theme = say(dark ? readerTexts.light() : readerTexts.dark());
    render(
      html`<span class="reader-status" role="status">${this.#status()}</span>
        ${notebook?.running ? html`<button type="button" @click=${() => notebook.stop()}>${icon("stop")}<span class="label">${say(readerTexts.stop())}</span></button>` : nothing}
        <button type="button" class="reproduce" title=${say(readerTexts.reproduceWhy())} @click=${() => this.#reproduce()}>
          ${icon("check")}<span class="label">${say(readerTexts.reproduce())}</span>
        </button>
        ${notebook && notebook.inputs.count > 0 ? this.#renderReset(notebook) : nothing}
        ${this.#renderCode()}
        ${notebook ? this.#renderSharing(notebook) : nothing}
        <button type="button" lang=${other} title=${otherName} @click=${() => this.#choose({ language: other })}>${otherName}</button>
        <button type="button" class="icon-button" title=${theme} aria-label=${theme} @click=${() => this.#choose({ theme: dark ? "light" : "dark" })}>
          ${icon(dark ? "sun" : "moon")}
        </button>
        ${this.#reproduction?.() ?? nothing}`,
      this.#page.tools,
    );
  }
}
