import { html, nothing, render } from "lit";
import { isMarkdown, runnableKinds } from "../../kernel/cell/kinds.ts";
import { isInputCell, partsOfSummary, summarizeCell } from "../../kernel/compile/cell-summary.ts";
import type { CompiledCell } from "../../kernel/compile/index.ts";
import type { DocumentCell } from "../../kernel/document/document-cell.ts";
import type { Match, Search } from "../../kernel/document/search.ts";
import { languageOf } from "../../kernel/document/translations.ts";
import { figuresIn, isSvg } from "../../kernel/output/figure/footer.ts";
import type { OutputStyle } from "../../kernel/output/output.ts";
import { OutputPlace } from "../../kernel/output/place.ts";
import type { Run } from "../../kernel/runtime/run.ts";
import { type CellState, shownStatus } from "../../kernel/runtime/state.ts";
import type { TextChange } from "../../kernel/sandbox/text-changes.ts";
import { showSentence } from "../design/sentence.ts";
import { say, speech } from "../language/speech.ts";
import { WORKING_AFTER_MS } from "../language/work-facts.ts";
import { cellTexts } from "./cell-labels.ts";
import type { CodeView, MakeCode } from "./code-view.ts";
import type { DocumentCopy } from "./document-copy.ts";
import { type GutterContext, gutterOf, SHOWN_AFTER_MS } from "./gutter.ts";
import { type NoticeContext, noticeOf } from "./notice.ts";
import { heightOf, unwatchHeight, watchHeight } from "./output-height.ts";
import { printSnapshot } from "./print/print-snapshot.ts";
import { workingLine } from "./working-line.ts";

/** The parts of the notebook that a cell's view reads and to which it passes on the user's actions. */
export interface CellContext extends GutterContext, NoticeContext {
  readonly copy: Pick<DocumentCopy, "placeOf">;
  readonly kernel: {
    /** The code of a cell as it last ran. */
    compiledOf(cell: number): CompiledCell | undefined;
    /** The names that cells declare. */
    readonly declared: ReadonlySet<string>;
  };
  /** The cells in which the reader answers exercises: their editors are always shown. */
  readonly answers: { has(cell: number): boolean };
  readonly commands: GutterContext["commands"] & { insert(after: number, kind: string): void };
  /** Asks the page to add data; null in a built page. */
  readonly addData: (() => void) | null;
  readonly texts: NoticeContext["texts"] & { typed(cell: number, source: string, changes: TextChange[] | null): void };
  readonly keys: {
    /** Handles a key pressed in the cell's editor; true if it did something. */
    handle(event: KeyboardEvent, place: "editor"): boolean;
  };
  readonly uncertainty: {
    /** Whether the cell depends on a sample. */
    isUncertain(cell: number): boolean;
    /** Whether ± of the cell is open. */
    isOpen(cell: number): boolean;
  };
  /** Cells whose texts are in other languages than the reader's. */
  readonly languages: { readonly otherLanguages: ReadonlySet<number> };
  readonly figures: {
    /** Gives the figures of a cell's output their footers. */
    watch(cell: number, output: Element): void;
  };
  /** Gives the long lists of a cell's output a field for a search; null where outputs are held against others. */
  readonly search: { watch(output: Element): void } | null;
  readonly makeCode: MakeCode;
  readonly style: OutputStyle;
}

/** Approximate height of a line of code, and of an empty editor's border and padding, in pixels. */
const LINE_PX = 19.5;
const EDITOR_PX = 18;

/** One cell: gutter, output, error, code. The output keeps its height while the cell runs again, so that the page does not jump. */
export class CellView {
  readonly element = document.createElement("section");
  cell: DocumentCell;
  state: CellState = { status: "queued", runs: 0 };
  edited = false;
  /** The cell's place when it was last rendered. */
  place = 0;
  editor: CodeView | null = null;
  readonly #context: CellContext;
  readonly #gutter = part("gutter");
  readonly #output = part("output");
  readonly #place: OutputPlace;
  /** Contains the sheet of ± while it is open. */
  readonly sheet = part("uncertainty");
  /** What a long run is doing, where its result will be. */
  readonly #working = part("working");
  readonly #notice = part("notice");
  readonly #code = part("code");
  readonly #editorPlace = part("editor");
  readonly #insert = part("insert");
  /** Whether the code is unfolded. */
  #open: boolean;
  /** Whether the code is shown although the notebook's is not, because the user asked for it here. */
  #revealed = false;
  /** The code as it last ran, and whether that shows small inputs and nothing else. */
  #compiled: CompiledCell | undefined;
  #isInput = false;
  /** Whether the notebook's code was shown when the cell was last rendered. */
  #withCode = true;
  /** Whether a presentation shows the code; null outside of presentations. */
  #presented: boolean | null = null;
  /** Whether the cell is near the window; only then it has controls and an editor. */
  #near = false;
  #menu = false;
  readonly #shown: Record<string, unknown[]> = {};
  #search: Search | null = null;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(cell: DocumentCell, context: CellContext) {
    this.cell = cell;
    this.#context = context;
    this.#place = new OutputPlace(this.#output, context.style);
    context.figures.watch(cell.id, this.#output);
    context.search?.watch(this.#output);
    this.#open = "pinned" in cell.attributes;
    this.element.className = "cell";
    this.element.id = `cell-${cell.id}`;
    this.element.tabIndex = -1;
    const body = part("body");
    // Until the code is rendered it takes no place, as then if it is folded.
    this.#editorPlace.hidden = true;
    this.sheet.hidden = true;
    body.append(this.#output, this.#working, this.sheet, this.#notice, this.#code, this.#editorPlace);
    this.element.append(this.#gutter, body, this.#insert);
    this.#output.addEventListener("dblclick", () => {
      if (!context.appearance.reading && isMarkdown(this.cell.kind)) this.unfold(true);
    });
    this.element.addEventListener("focusout", (event) => {
      if (this.#menu && !this.#gutter.contains(event.relatedTarget as Node | null)) this.#toggleMenu(false);
    });
  }

  /** Whether the code is unfolded, and not hidden with that of the whole notebook. */
  get open(): boolean {
    return this.#open && this.#showsCode;
  }

  get #showsCode(): boolean {
    return this.#revealed || this.#context.appearance.code;
  }

  /** Whether its text is in another language than the reader's. */
  get isOtherLanguage(): boolean {
    return this.#context.languages.otherLanguages.has(this.cell.id);
  }

  /** Whether it is not displayed: a text in another language whose source is not open. */
  get isHidden(): boolean {
    return this.isOtherLanguage && (this.#context.appearance.reading || !this.open);
  }

  /** Updates the view to the document's current cell. */
  update(cell: DocumentCell, keepText: boolean): void {
    const { kind, attributes } = this.cell;
    this.cell = keepText ? { ...cell, source: this.cell.source } : cell;
    if (!keepText) this.editor?.replace(cell.source);
    if (cell.kind !== kind) this.editor?.configure(cell.kind, this.#label());
    if ("pinned" in cell.attributes !== "pinned" in attributes) this.#open = "pinned" in cell.attributes;
  }

  refresh(): void {
    const { status } = this.state;
    if (this.#isReserved && !isComing(this.state)) this.#release();
    this.place = this.#context.copy.placeOf(this.cell.id);
    this.#setAttribute("data-status", shownStatus(this.state));
    this.#setAttribute("data-kind", this.cell.kind);
    this.#setAttribute("data-runs", String(this.state.runs));
    this.#setAttribute("aria-label", say(cellTexts.cell({ place: this.place })));
    this.#setAttribute("lang", languageOf(this.cell) ?? "");
    this.element.toggleAttribute("data-other-language", this.isOtherLanguage);
    this.element.classList.toggle("edited", this.edited);
    this.#renderGutter();
    this.#renderNotice();
    this.#renderCode();
    this.#renderInsert();
    clearInterval(this.#timer);
    if (status === "running") this.#timer = setInterval(() => this.#renderGutter(), 100);
  }

  /** Called when the cell is near the window: it gets its controls and, if its code is open, an editor. */
  approach(): void {
    if (this.#near) return;
    this.#near = true;
    watchHeight(this.#output);
    this.refresh();
  }

  /** The cell is far from the window: its editor, whose only state is the text, is removed unless it has the focus. */
  leave(): void {
    if (this.element.contains(document.activeElement)) return;
    this.#near = false;
    unwatchHeight(this.#output);
    this.editor?.destroy();
    this.editor?.element.remove();
    this.editor = null;
    this.#renderCode();
  }

  /** Takes a text that was not typed in the editor. */
  write(source: string): void {
    this.cell = { ...this.cell, source };
    this.editor?.replace(source);
  }

  choose(chosen: boolean): void {
    this.element.tabIndex = chosen ? 0 : -1;
  }

  // Output

  /** The height of the output in pixels; 0 if it shows nothing. */
  get height(): number {
    return this.#output.hasChildNodes() ? this.#output.offsetHeight : 0;
  }

  /** Keeps a place for the first output until the cell has run, or cannot. */
  reserve(height: number): void {
    if (height === 0 || this.isHidden || this.#output.hasChildNodes() || !isComing(this.state)) return;
    this.#output.toggleAttribute("data-reserved", true);
    this.#output.style.minHeight = `${height}px`;
  }

  /** Whether a place is kept for the first output. */
  get #isReserved(): boolean {
    return this.#output.hasAttribute("data-reserved");
  }

  #release(): void {
    this.#output.removeAttribute("data-reserved");
    this.#output.style.minHeight = "";
  }

  begin(): void {
    this.#place.begin();
    // An empty output has no height to keep.
    if (this.#output.hasChildNodes()) this.#output.style.minHeight = `${heightOf(this.#output)}px`;
  }

  show(_run: Run, value: unknown, replace: boolean): void {
    this.#place.show(value, replace);
  }

  end(run: Run): void {
    this.#place.end(run);
    // A run that was superseded has shown nothing yet: the next one begins.
    if (run.valid || !this.#isReserved) this.#release();
  }

  /** Shows the kept output of an earlier run until the cell displays something. */
  keep(html: string): void {
    this.#output.innerHTML = html;
  }

  clear(): void {
    this.#place.clear();
  }

  /** The output's first figure that is drawn in SVG. */
  figure(): SVGSVGElement | null {
    const figures = figuresIn(this.#output, (picture) => picture.getBoundingClientRect().width);
    return figures.map(({ picture }) => picture).find(isSvg) ?? null;
  }

  get output(): HTMLElement {
    return this.#output;
  }

  /** The cell's output and notice as HTML for print. */
  printed(): string {
    if (this.isOtherLanguage) return "";
    return printSnapshot(this.#output) + printSnapshot(this.#notice);
  }

  /** The text of the output; empty if it shows a picture, whose labels are no sentence. */
  get text(): string {
    if (this.isOtherLanguage || this.#output.querySelector("svg,canvas,img,video")) return "";
    return this.#output.textContent.replace(/\s+/g, " ").trim();
  }

  /** The displayed elements of the output. */
  get shown(): Iterable<Element> {
    if (this.isOtherLanguage) return [];
    return this.#output.children;
  }

  // Code

  /** Shows or hides the code in a presentation; null returns to what the document says. */
  present(code: boolean | null): void {
    if (code === this.#presented) return;
    this.#presented = code;
    if (code) this.approach();
    this.#renderCode();
  }

  unfold(focus = false): void {
    this.#open = true;
    this.#revealed = true;
    if (focus) this.approach();
    this.#renderCode();
    if (focus) this.editor?.focus();
  }

  toggleCode(): void {
    this.#open = !this.open;
    this.#revealed = this.#open;
    this.#renderCode();
  }

  /** Highlights the matches of a search; `at` is the current match if it is in this cell. */
  showMatches(search: Search | null, at: Match | null): void {
    this.#search = search;
    if (at) {
      this.unfold();
      this.#makeEditor();
    }
    this.editor?.showMatches(search, at);
  }

  remove(): void {
    clearInterval(this.#timer);
    unwatchHeight(this.#output);
    this.editor?.destroy();
    this.element.remove();
  }

  #label(): string {
    return say(cellTexts.editor({ place: this.#context.copy.placeOf(this.cell.id) }));
  }

  /** A thousand cells may be refreshed in one animation frame: unchanged attributes are not written. */
  #setAttribute(name: string, value: string): void {
    if (value === "" && !this.element.hasAttribute(name)) return;
    if (this.element.getAttribute(name) !== value) this.element.setAttribute(name, value);
  }

  #isShown(part: "notice" | "code" | "insert", ...seen: unknown[]): boolean {
    const last = this.#shown[part];
    this.#shown[part] = seen;
    return last !== undefined && seen.every((value, i) => value === last[i]);
  }

  #renderNotice(): void {
    const { status, error, warnings, blockedBy } = this.state;
    // All states without a notice look alike.
    const quiet = !error && !warnings && !blockedBy && status !== "stale";
    if (this.#isShown("notice", quiet || status, error, warnings, blockedBy, speech.language)) return;
    render(noticeOf(this.cell.id, this.state, this.#context), this.#notice);
  }

  #renderGutter(): void {
    const { state, cell } = this;
    const running = state.status === "running" && state.startedAt !== undefined;
    const elapsed = running ? performance.now() - state.startedAt! : 0;
    const slow = running && elapsed > SHOWN_AFTER_MS;
    this.element.classList.toggle("slow", slow);
    this.#renderWorking(elapsed);
    if (!this.#near && !slow && state.status !== "failed") return;
    const toggleMenu = (open: boolean) => this.#toggleMenu(open);
    const uncertain = this.#context.uncertainty.isUncertain(cell.id);
    const uncertaintyOpen = this.#context.uncertainty.isOpen(cell.id);
    render(
      gutterOf({ cell, state, elapsed, uncertain, uncertaintyOpen, menu: this.#menu, toggleMenu }, this.#context),
      this.#gutter,
    );
  }

  #renderWorking(elapsed: number): void {
    const works = elapsed > WORKING_AFTER_MS && !this.isHidden;
    this.#working.hidden = !works;
    if (!works && !this.#working.hasChildNodes()) return;
    const stop = () => this.#context.runs.interrupt(this.cell.id);
    render(works ? workingLine(this.state, elapsed, stop) : nothing, this.#working);
  }

  #toggleMenu(open: boolean): void {
    if (open === this.#menu) return;
    const within = this.#gutter.contains(document.activeElement);
    this.#menu = open;
    this.#renderGutter();
    const target = open ? '.menu [role="menuitem"]' : ".more";
    if (open || within) this.#gutter.querySelector<HTMLElement>(target)?.focus({ preventScroll: true });
  }

  #renderCode(): void {
    const { appearance, kernel, answers } = this.#context;
    if (appearance.code !== this.#withCode) {
      this.#withCode = appearance.code;
      this.#revealed = false;
    }
    const shows = this.#showsCode;
    const answer = answers.has(this.cell.id);
    const open = this.#presented ?? (this.#open && (shows || answer));
    const compiled = kernel.compiledOf(this.cell.id);
    if (compiled !== this.#compiled) {
      this.#compiled = compiled;
      this.#isInput = compiled !== undefined && isInputCell(this.cell, compiled);
    }
    this.element.classList.toggle("answer", answer);
    this.element.classList.toggle("input", this.#isInput);
    this.element.classList.toggle("unfolded", open);
    this.element.classList.toggle("several", compiled !== undefined && compiled.outputs.length > 1);
    this.#code.hidden = !shows;
    if (
      shows &&
      !this.#isShown("code", speech.language, compiled, kernel.declared, open, this.edited, this.cell.kind)
    ) {
      this.#renderSummary(compiled, open);
    }
    this.#editorPlace.hidden = !open;
    this.element.toggleAttribute("data-open", open);
    if (!open || this.editor) return;
    if (this.#near) this.#makeEditor();
    // The height is reserved, so that the page does not jump when the editor is created.
    else this.#editorPlace.style.minHeight = `${EDITOR_PX + LINE_PX * (this.cell.source.split("\n").length)}px`;
  }

  /** A line that says what the cell defines and reads, found without running it. */
  #renderSummary(compiled: CompiledCell | undefined, open: boolean): void {
    const { kind, source } = this.cell;
    const { declared } = this.#context.kernel;
    const summary = summarizeCell({ kind, source }, compiled ?? notCompiled, (name) => declared.has(name));
    const about = partsOfSummary(kind, summary).map(say).join(" · ");
    const label = say(open ? cellTexts.hideCode() : cellTexts.showCode());
    render(
      html`<button
        type="button"
        class="summary ${isMarkdown(kind) ? "quiet" : ""}"
        aria-expanded=${open ? "true" : "false"}
        title=${label}
        @click=${() => this.#context.commands.do("cell-fold", this.cell.id)}
      >
        <span class="fold" aria-hidden="true">${open ? "▾" : "▸"}</span>
        <span class="about">${showSentence(about)}</span>
        ${this.edited ? html`<span class="edited-mark">${say(cellTexts.edited())}</span>` : nothing}
      </button>`,
      this.#code,
    );
  }

  #makeEditor(): void {
    if (this.editor) return;
    const id = this.cell.id;
    this.editor = this.#context.makeCode(this.cell, this.#label(), {
      changed: (source, changes) => {
        this.cell = { ...this.cell, source };
        this.#context.texts.typed(id, source, changes);
      },
      key: (event) => this.#context.keys.handle(event, "editor"),
    });
    this.#editorPlace.style.minHeight = "";
    this.#editorPlace.append(this.editor.element);
    if (this.#search) this.editor.showMatches(this.#search, null);
  }

  #renderInsert(): void {
    const { appearance, commands, addData } = this.#context;
    if (!this.#near || this.#isShown("insert", speech.language, appearance.reading)) return;
    const buttons = runnableKinds().flatMap(({ name, quick }) =>
      quick
        ? html`<button type="button" @click=${() => commands.insert(this.cell.id, name)}>+ ${say(quick.button)}</button>`
        : [],
    );
    render(
      appearance.reading
        ? nothing
        : html`<span role="group" aria-label=${say(cellTexts.add())}
          >${buttons}${
            addData
              ? html`<button class="data" type="button" @click=${addData}>+ ${say(cellTexts.data())}</button>`
              : nothing
          }</span
        >`,
      this.#insert,
    );
  }
}

/** Whether an output may still appear without anyone asking for it. */
function isComing({ status }: CellState): boolean {
  return status === "queued" || status === "running";
}

const notCompiled = { outputs: [], inputs: [], autodisplay: false };

function part(name: string): HTMLDivElement {
  const element = document.createElement("div");
  element.className = name;
  return element;
}

/** The id of the cell that contains an element; undefined outside of all cells. */
export function cellIn(element: Element): number | undefined {
  const cell = element.closest(".cell");
  return cell ? Number(cell.id.slice("cell-".length)) : undefined;
}
