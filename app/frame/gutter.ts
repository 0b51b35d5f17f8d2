import { html, nothing, type TemplateResult } from "lit";
import { ref } from "lit/directives/ref.js";
import { runnableKinds } from "../../kernel/cell/kinds.ts";
import type { DocumentCell } from "../../kernel/document/document-cell.ts";
import { isText, languageOf } from "../../kernel/document/translations.ts";
import { type CellState, shownStatus } from "../../kernel/runtime/state.ts";
import { type CellActionId, cellActionOf, cellActionTexts } from "../actions/cell-actions.ts";
import { isMac, writeKeys } from "../actions/chord.ts";
import { groupTexts } from "../actions/group-texts.ts";
import { icon } from "../design/icons.ts";
import { stateShape } from "../design/state-shape.ts";
import { writeCause } from "../language/cause.ts";
import { stateTexts } from "../language/cell-states.ts";
import { writeCellKind, writeDuration } from "../language/figures.ts";
import { say, speech } from "../language/speech.ts";
import type { Appearance } from "./appearance.ts";
import { cellTexts } from "./cell-labels.ts";
import { slideAttribute } from "./slides/slide-plan.ts";
import { uncertaintyTexts } from "./uncertainty/texts.ts";

/** How long a run lasts before it is shown, so that short runs do not flicker. */
export const SHOWN_AFTER_MS = 300;

const mac = isMac(navigator.platform);
/** What a reader can do with a cell. */
const readingMenu: readonly CellActionId[] = ["cell-trace", "cell-ask", "cell-uncertainty", "cell-fold"];
const menu: readonly CellActionId[] = [
  "cell-trace",
  "cell-ask",
  "cell-chart",
  "cell-uncertainty",
  "cell-account",
  "cell-fold",
  "cell-insert-above",
  "cell-move-up",
  "cell-move-down",
  "cell-merge",
  "cell-pause",
  "cell-clear",
  "cell-translate",
  "cell-slide-begin",
  "cell-slide-skip",
  "cell-delete",
];

/** The mark for presentations that an action sets on a cell. */
const slideMarks: Partial<Record<CellActionId, string>> = { "cell-slide-begin": "", "cell-slide-skip": "skip" };

/** The parts of the notebook that the gutter reads and calls. */
export interface GutterContext {
  readonly appearance: Pick<Appearance, "reading" | "code">;
  /** Whether the notebook is a published page, which has no trail. */
  readonly isPublished: boolean;
  readonly commands: {
    do(action: CellActionId, cell: number): void;
    changeKind(cell: number, kind: string): void;
  };
  readonly runs: { interrupt(cell: number): void; run(cell: number): void };
}

/** What the gutter of a cell shows, and whether its menu is open. */
export interface Gutter {
  cell: DocumentCell;
  state: CellState;
  elapsed: number;
  /** Whether the cell depends on a sample, so that it has a ±. */
  uncertain: boolean;
  /** Whether ± of the cell is open. */
  uncertaintyOpen: boolean;
  menu: boolean;
  toggleMenu(open: boolean): void;
}

/** The gutter to the left of a cell: its state as a shape and a word, its time, its commands. */
export function gutterOf(gutter: Gutter, context: GutterContext): TemplateResult {
  const { state, elapsed } = gutter;
  const { cause } = state;
  const status = shownStatus(state);
  const shown = status !== "running" || elapsed > SHOWN_AFTER_MS;
  const word = say(stateTexts[status]());
  return html`<span class="glyph" title=${word} aria-label=${word} role="img">${shown ? stateShape(status) : nothing}</span>
    <span class="time" title=${cause ? writeCause(cause) : ""}>${shown ? stateLine(state, elapsed) : ""}</span>
    ${context.appearance.reading ? nothing : languageMark(gutter.cell)}
    ${gutter.uncertain || gutter.uncertaintyOpen ? plusMinusOf(gutter, context) : nothing}
    ${context.isPublished ? nothing : context.appearance.reading ? readingControlsOf(gutter, context) : controlsOf(gutter, context)}`;
}

/** The language of a text that is one of several translations. */
function languageMark(cell: DocumentCell): TemplateResult | typeof nothing {
  const tag = languageOf(cell);
  if (tag === undefined) return nothing;
  const name = new Intl.DisplayNames(speech.language, { type: "language", fallback: "code" }).of(canonical(tag)) ?? tag;
  return html`<span class="language-mark" title=${name} aria-label=${name} role="img">${tag.split("-")[0]}</span>`;
}

function canonical(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? "und";
  } catch {
    return "und";
  }
}

/** The line below the glyph: the time that the run has taken, or else the name of the state. */
function stateLine(state: CellState, sofar: number): string {
  const { elapsed } = state;
  const status = shownStatus(state);
  switch (status) {
    case "running":
      return writeDuration(sofar);
    case "fresh":
      return elapsed === undefined ? "" : elapsed < 1 ? `<\u2009${writeDuration(1)}` : writeDuration(elapsed);
    case "blocked":
      return say(cellTexts.waiting());
    default:
      return say(stateTexts[status]());
  }
}

/** The ± button, which readers of a published page have, too. */
function plusMinusOf({ cell, uncertaintyOpen }: Gutter, context: GutterContext): TemplateResult {
  const label = say(uncertaintyTexts.ask());
  return html`<button
    type="button"
    class="plus-minus"
    title="${label} (${writeKeys("u", mac)})"
    aria-label=${label}
    aria-expanded=${uncertaintyOpen ? "true" : "false"}
    @click=${() => context.commands.do("cell-uncertainty", cell.id)}
  >
    ±
  </button>`;
}

/** What a reader has at a cell: the trail of its figures, and a short menu. */
function readingControlsOf(gutter: Gutter, context: GutterContext): TemplateResult {
  const label = say(cellActionTexts.trace());
  return html`<span class="controls">
      <button
        type="button"
        class="trace"
        title="${label} (${writeKeys("t", mac)})"
        aria-label=${label}
        @click=${() => context.commands.do("cell-trace", gutter.cell.id)}
      >
        ${icon("trail")}
      </button>
      ${moreOf(gutter)}
    </span>
    ${gutter.menu ? menuOf(gutter, context, readingMenu) : nothing}`;
}

function controlsOf(gutter: Gutter, context: GutterContext): TemplateResult {
  const { cell, state } = gutter;
  const busy = state.status === "running" || state.status === "queued";
  const label = say(busy ? cellActionTexts.stop() : cellActionTexts.run());
  const title = busy ? label : `${label} (${writeKeys("shift+enter", mac)})`;
  const press = () => (busy ? context.runs.interrupt(cell.id) : context.commands.do("cell-run", cell.id));
  return html`<span class="controls">
      <button type="button" class=${busy ? "stop" : "run"} title=${title} aria-label=${label} @click=${press}>
        ${icon(busy ? "stop" : "play")}
      </button>
      ${moreOf(gutter)}
    </span>
    ${gutter.menu ? menuOf(gutter, context, menu) : nothing}`;
}

/** The button that opens a cell's menu. */
function moreOf({ menu, toggleMenu }: Gutter): TemplateResult {
  return html`<button
    type="button"
    class="more"
    title=${say(cellTexts.menu())}
    aria-label=${say(cellTexts.menu())}
    aria-haspopup="menu"
    aria-expanded=${menu ? "true" : "false"}
    @click=${() => toggleMenu(!menu)}
  >
    ${icon("more")}
  </button>`;
}

function menuOf(
  { cell, toggleMenu }: Gutter,
  context: GutterContext,
  actions: readonly CellActionId[],
): TemplateResult {
  const choose = (command: () => void) => () => {
    toggleMenu(false);
    command();
  };
  const all = [...new Set([...runnableKinds().map(({ name }) => name), cell.kind])];
  return html`<div class="menu" role="menu" aria-label=${say(cellTexts.menu())} ${ref(fit)} @keydown=${(event: KeyboardEvent) => walk(event, toggleMenu)}>
    <div role="group" aria-label=${say(groupTexts.cell())}>
      ${actions
        .filter((id) => id !== "cell-translate" || isText(cell.kind))
        .map((id) => {
          const { label, keys } = cellActionOf(id);
          const mark = slideMarks[id];
          const marked = mark !== undefined && cell.attributes[slideAttribute] === mark;
          return html`<button type="button" role="menuitem" tabindex="-1" @click=${choose(() => context.commands.do(id, cell.id))}>
          ${say(label)}${marked ? html`<span class="mark">✓</span>` : nothing}${keys[0] ? html`<kbd aria-hidden="true">${writeKeys(keys[0], mac)}</kbd>` : nothing}
        </button>`;
        })}
    </div>
    ${
      context.appearance.reading
        ? nothing
        : html`<div role="group" class="kinds" aria-label=${say(cellTexts.kind())}>
          ${all.map(
            (kind) => html`<button
              type="button"
              role="menuitemradio"
              tabindex="-1"
              aria-checked=${kind === cell.kind ? "true" : "false"}
              @click=${choose(() => context.commands.changeKind(cell.id, kind))}
            >
              ${writeCellKind(kind)}
            </button>`,
          )}
        </div>`
    }
  </div>`;
}

/** A menu that would extend below the window opens upwards. */
function fit(element: Element | undefined): void {
  if (!(element instanceof HTMLElement)) return;
  queueMicrotask(() => {
    const { bottom, height } = element.getBoundingClientRect();
    element.classList.toggle("above", bottom > innerHeight && bottom - height > height);
  });
}

function walk(event: KeyboardEvent, toggleMenu: (open: boolean) => void): void {
  const list = event.currentTarget as HTMLElement;
  const items = [...list.querySelectorAll<HTMLElement>("button")];
  const at = items.indexOf(event.target as HTMLElement);
  const steps: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 };
  const next = steps[event.key];
  if (event.key === "Escape") toggleMenu(false);
  if (next === undefined && event.key !== "Escape") return;
  event.preventDefault();
  if (next !== undefined) items.at(next % items.length)?.focus();
}
