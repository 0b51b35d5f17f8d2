import { html, nothing, render } from "lit";
import { isMarkdown, runnableKinds } from "../../kernel/cell/kinds.ts";
import type { Match, Search } from "../../kernel/document/search.ts";
import type { OutputStyle } from "../../kernel/output/output.ts";
import { OutputPlace } from "../../kernel/output/place.ts";
import type { Run } from "../../kernel/runtime/run.ts";
import type { CellState } from "../../kernel/runtime/state.ts";
import type { DocumentCell } from "../../kernel/sandbox/protocol.ts";
import type { TextChange } from "../../kernel/sandbox/text-changes.ts";
import { writeCellKind } from "../language/figures.ts";
import { say, speech } from "../language/speech.ts";
import { cellTexts } from "./cell-labels.ts";
import type { CodeView, MakeCode } from "./code-view.ts";
import type { DocumentCopy } from "./document-copy.ts";
import { type GutterContext, gutterOf, PROGRESS_AFTER_MS } from "./gutter.ts";
import { type NoticeContext, noticeOf } from "./notice.ts";
import { printSnapshot } from "./print/print-snapshot.ts";

/** The parts of the notebook that a cell's view reads, and to which it hands on what the reader does. */
export interface CellContext extends GutterContext, NoticeContext {
  readonly copy: Pick<DocumentCopy, "placeOf">;
  readonly commands: GutterContext["commands"] & { insert(after: number, kind: string): void };
  readonly texts: NoticeContext["texts"] & { typed(cell: number, source: string, changes: TextChange[] | null): void };
  readonly keys: {
    /** A key pressed in the cell's editor; true where it did something. */
    take(event: KeyboardEvent, place: "editor"): boolean;
  };
  readonly uncertainty: {
    /** Whether a sample reaches the cell. */
    isUncertain(cell: number): boolean;
    /** Whether ± of the cell is open. */
    isAsked(cell: number): boolean;
  };
  readonly makeCode: MakeCode;
  readonly style: OutputStyle;
}

/** About the height of a line of code, and of an editor without any, in pixels. */
const LINE_PX = 19.5;
const FRAME_PX = 18;

/** One cell: gutter, output, error, code. Its output keeps its height while it runs again, so that nothing jumps. */
export class CellView {
  readonly element = document.createElement("section");
  cell: DocumentCell;
  state: CellState = { status: "queued", runs: 0 };
  edited = false;
  /** The cell's place when it was last shown. */
  place = 0;
  editor: CodeView | null = null;
  readonly #context: CellContext;
  readonly #gutter = part("gutter");
  readonly #output = part("output");
  readonly #place: OutputPlace;
  /** Where the sheet of ± stands while it is open. */
  readonly sheet = part("uncertainty");
  readonly #notice = part("notice");
  readonly #code = part("code");
  readonly #editorPlace = part("editor");
  readonly #insert = part("insert");
  #open: boolean;
  /** Whether a presentation shows the code; null where there is none. */
  #presented: boolean | null = null;
  /** True while the cell is near the window: elsewhere it gets no controls and no editor. */
  #near = false;
  #menu = false;
  readonly #shown: Record<string, unknown[]> = {};
  #search: Search | null = null;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(cell: DocumentCell, context: CellContext) {
    this.cell = cell;
    this.#context = context;
    this.#place = new OutputPlace(this.#output, context.style);
    this.#open = "pinned" in cell.attributes;
    this.element.className = "cell";
    this.element.id = `cell-${cell.id}`;
    this.element.tabIndex = -1;
    const body = part("body");
    this.sheet.hidden = true;
    body.append(this.#output, this.sheet, this.#notice, this.#code, this.#editorPlace);
    this.element.append(this.#gutter, body, this.#insert);
    this.#output.addEventListener("dblclick", () => {
      if (!context.appearance.reading && isMarkdown(this.cell.kind)) this.unfold(true);
    });
    this.element.addEventListener("focusout", (event) => {
      if (this.#menu && !this.#gutter.contains(event.relatedTarget as Node | null)) this.#toggleMenu(false);
    });
  }

  get open(): boolean {
    return this.#open;
  }

  /** Takes the cell as the document now has it. */
  update(cell: DocumentCell, keepText: boolean): void {
    const { kind, attributes } = this.cell;
    this.cell = keepText ? { ...cell, source: this.cell.source } : cell;
    if (!keepText) this.editor?.replace(cell.source);
    if (cell.kind !== kind) this.editor?.configure(cell.kind, this.#label());
    if ("pinned" in cell.attributes !== "pinned" in attributes) this.#open = "pinned" in cell.attributes;
  }

  refresh(): void {
    const { status } = this.state;
    this.place = this.#context.copy.placeOf(this.cell.id);
    this.#say("data-status", status);
    this.#say("data-kind", this.cell.kind);
    this.#say("data-runs", String(this.state.runs));
    this.#say("aria-label", say(cellTexts.cell({ place: this.place })));
    this.element.classList.toggle("edited", this.edited);
    this.#renderGutter();
    this.#renderNotice();
    this.#renderCode();
    this.#renderInsert();
    clearInterval(this.#timer);
    if (status === "running") this.#timer = setInterval(() => this.#renderGutter(), 100);
  }

  /** The cell has come near the window: from now on it has its controls and, where its code is open, an editor. */
  approach(): void {
    if (this.#near) return;
    this.#near = true;
    this.refresh();
  }

  /** The cell is far from the window again: its editor goes, unless it has the keyboard. All it holds is the text. */
  leave(): void {
    if (this.element.contains(document.activeElement)) return;
    this.#near = false;
    this.editor?.destroy();
    this.editor?.element.remove();
    this.editor = null;
    this.#renderCode();
  }

  /** Takes a text that did not come through the editor. */
  write(source: string): void {
    this.cell = { ...this.cell, source };
    this.editor?.replace(source);
  }

  choose(chosen: boolean): void {
    this.element.tabIndex = chosen ? 0 : -1;
  }

  // Output

  begin(): void {
    this.#place.begin();
    // Asking for a height makes the browser lay out the page: an empty output has none to keep.
    if (this.#output.hasChildNodes()) this.#output.style.minHeight = `${this.#output.offsetHeight}px`;
  }

  show(_run: Run, value: unknown, replace: boolean): void {
    this.#place.show(value, replace);
  }

  end(run: Run): void {
    this.#place.end(run);
    this.#output.style.minHeight = "";
  }

  /** Shows what was kept of an earlier run, until the cell shows something itself. */
  keep(html: string): void {
    this.#output.innerHTML = html;
  }

  clear(): void {
    this.#place.clear();
  }

  /** The output's first figure: an SVG that is a picture rather than a control's icon. */
  figure(): SVGSVGElement | null {
    const pictures = [...this.#output.querySelectorAll("svg")];
    return (
      pictures.find((svg) => svg.getBoundingClientRect().width >= 200 && !svg.parentElement?.closest("svg")) ?? null
    );
  }

  get output(): HTMLElement {
    return this.#output;
  }

  /** What the cell shows, and what it could not, as it is printed. */
  still(): string {
    return printSnapshot(this.#output) + printSnapshot(this.#notice);
  }

  /** What the cell shows, piece by piece. */
  get shown(): Iterable<Element> {
    return this.#output.children;
  }

  // Code

  /** Shows or hides the code for a presentation, whatever the document says; null goes back to that. */
  present(code: boolean | null): void {
    if (code === this.#presented) return;
    this.#presented = code;
    if (code) this.approach();
    this.#renderCode();
  }

  unfold(focus = false): void {
    this.#open = true;
    if (focus) this.approach();
    this.#renderCode();
    if (focus) this.editor?.focus();
  }

  toggleCode(): void {
    this.#open = !this.#open;
    this.#renderCode();
  }

  /** Marks what is looked for; `at` is the match in this cell that is shown now. */
  lookFor(search: Search | null, at: Match | null): void {
    this.#search = search;
    if (at) {
      this.unfold();
      this.#makeEditor();
    }
    this.editor?.lookFor(search, at);
  }

  remove(): void {
    clearInterval(this.#timer);
    this.editor?.destroy();
    this.element.remove();
  }

  #label(): string {
    return say(cellTexts.editor({ place: this.#context.copy.placeOf(this.cell.id) }));
  }

  /** A thousand cells are refreshed in one picture: what has not changed is not touched. */
  #say(name: string, value: string): void {
    if (this.element.getAttribute(name) !== value) this.element.setAttribute(name, value);
  }

  #isShown(part: "notice" | "code" | "insert", ...seen: unknown[]): boolean {
    const last = this.#shown[part];
    this.#shown[part] = seen;
    return last !== undefined && seen.every((value, i) => value === last[i]);
  }

  #renderNotice(): void {
    const { status, error, blockedBy } = this.state;
    // Of the states without a notice, each looks like the other.
    const quiet = !error && !blockedBy && status !== "stale";
    if (this.#isShown("notice", quiet || status, error, blockedBy, speech.language)) return;
    render(noticeOf(this.state, this.#context), this.#notice);
  }

  #renderGutter(): void {
    const { state, cell } = this;
    const running = state.status === "running" && state.startedAt !== undefined;
    const elapsed = running ? performance.now() - state.startedAt! : 0;
    const slow = running && elapsed > PROGRESS_AFTER_MS;
    this.element.classList.toggle("slow", slow);
    if (!this.#near && !slow && state.status !== "failed") return;
    const toggleMenu = (open: boolean) => this.#toggleMenu(open);
    const uncertain = this.#context.uncertainty.isUncertain(cell.id);
    const asked = this.#context.uncertainty.isAsked(cell.id);
    render(
      gutterOf({ cell, state, elapsed, uncertain, asked, menu: this.#menu, toggleMenu }, this.#context),
      this.#gutter,
    );
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
    const { reading } = this.#context.appearance;
    const open = this.#presented ?? this.#open;
    const first = this.cell.source.trim().split("\n", 1)[0] ?? "";
    const quiet = reading || isMarkdown(this.cell.kind);
    if (!this.#isShown("code", speech.language, quiet, this.#open, this.edited, this.cell.kind, first)) {
      this.#renderSummary(first, quiet);
    }
    this.#editorPlace.hidden = !open;
    if (!open || this.editor) return;
    if (this.#near) this.#makeEditor();
    // Its room is kept, so that nothing jumps when it comes.
    else this.#editorPlace.style.minHeight = `${FRAME_PX + LINE_PX * (this.cell.source.split("\n").length)}px`;
  }

  #renderSummary(first: string, quiet: boolean): void {
    const label = say(this.#open ? cellTexts.hideCode() : cellTexts.showCode());
    render(
      html`<button
        type="button"
        class="summary ${quiet ? "quiet" : ""}"
        aria-expanded=${this.#open ? "true" : "false"}
        title=${label}
        @click=${() => this.#context.commands.do("cell-fold", this.cell.id)}
      >
        <span class="fold" aria-hidden="true">${this.#open ? "▾" : "▸"}</span>
        <span class="language">${writeCellKind(this.cell.kind)}</span>
        ${this.#open ? nothing : html`<code>${first.slice(0, 120)}</code>`}
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
      key: (event) => this.#context.keys.take(event, "editor"),
    });
    this.#editorPlace.style.minHeight = "";
    this.#editorPlace.append(this.editor.element);
    if (this.#search) this.editor.lookFor(this.#search, null);
  }

  #renderInsert(): void {
    const { appearance, commands } = this.#context;
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
          >${buttons}</span
        >`,
      this.#insert,
    );
  }
}

function part(name: string): HTMLDivElement {
  const element = document.createElement("div");
  element.className = name;
  return element;
}

/** The id of the cell in which something stands; undefined outside of all cells. */
export function cellIn(element: Element): number | undefined {
  const cell = element.closest(".cell");
  return cell ? Number(cell.id.slice("cell-".length)) : undefined;
}
