import { nothing, render } from "lit";
import type { Kernel } from "../../../kernel/notebook/kernel.ts";
import { say } from "../../language/speech.ts";
import type { CellColumn } from "../cell-column.ts";
import type { CellReporter } from "../cell-reporter.ts";
import type { DocumentCopy } from "../document-copy.ts";
import type { FrameChance } from "../frame-chance.ts";
import { AskedCell } from "./asked-cell.ts";
import { markNumbers, unmarkNumbers } from "./beside.ts";
import { sheetOf } from "./sheet.ts";
import { uncertaintyTexts } from "./texts.ts";

/** The parts of the notebook that ± reads, and in which it stands. */
export interface SheetsParts {
  readonly kernel: Kernel;
  readonly chance: Pick<FrameChance, "sampler">;
  readonly copy: Pick<DocumentCopy, "edit">;
  readonly column: Pick<CellColumn, "viewOf">;
  readonly reporter: Pick<CellReporter, "touch">;
  reveal(cell: number): void;
}

/** How long nothing may run before ± is asked anew. */
const REST_MS = 120;

/** The cells whose ± is open. Each is asked anew when something it rests on has run. */
export class UncertaintySheets {
  readonly #parts: SheetsParts;
  readonly #asked = new Map<number, AskedCell>();
  /** Cells to be asked anew when the notebook has settled. */
  readonly #due = new Set<number>();
  /** How often a cell has run. */
  #stirs = 0;

  constructor(parts: SheetsParts) {
    this.#parts = parts;
  }

  isUncertain(cell: number): boolean {
    return this.#parts.kernel.sampling.reached.has(cell);
  }

  isAsked(cell: number): boolean {
    return this.#asked.has(cell);
  }

  toggle(cell: number): void {
    if (this.#asked.has(cell)) this.close(cell);
    else this.open(cell);
  }

  open(cell: number): void {
    if (this.#asked.has(cell)) return;
    const { sampling } = this.#parts.kernel;
    const samplerOf = () => this.#parts.chance.sampler;
    const asked: AskedCell = new AskedCell(cell, sampling, samplerOf, () => this.#render(asked));
    this.#asked.set(cell, asked);
    this.#parts.reporter.touch(cell);
    void asked.ask();
  }

  close(cell: number): void {
    const asked = this.#asked.get(cell);
    if (!asked) return;
    asked.close();
    this.#asked.delete(cell);
    this.#parts.reporter.touch(cell);
    const view = this.#parts.column.viewOf(cell);
    if (!view) return;
    const within = view.sheet.contains(document.activeElement);
    render(nothing, view.sheet);
    view.sheet.hidden = true;
    unmarkNumbers(view.output);
    if (within) view.element.focus({ preventScroll: true });
  }

  /** A cell has run: ± of what rests on it is asked anew, once all is quiet. */
  ran(cell: number): void {
    ++this.#stirs;
    const first = this.#due.size === 0;
    for (const asked of this.#asked.keys())
      if (this.#parts.kernel.sampling.upstreamOf(asked).has(cell)) this.#due.add(asked);
    if (first && this.#due.size > 0) void this.#askDue();
  }

  /** The notebook spreads its draws otherwise. */
  askAgain(): void {
    for (const asked of this.#asked.values()) void asked.ask();
  }

  /** In the language of the page. */
  refresh(): void {
    for (const asked of this.#asked.values()) this.#render(asked);
  }

  /** A slider that moves makes cells run again and again: it is asked when it rests. */
  async #askDue(): Promise<void> {
    for (let seen = -1; seen !== this.#stirs; ) {
      seen = this.#stirs;
      await this.#parts.kernel.flow.settled();
      await new Promise((resolve) => setTimeout(resolve, REST_MS));
    }
    const cells = [...this.#due];
    this.#due.clear();
    for (const cell of cells) void this.#asked.get(cell)?.ask();
  }

  #render(asked: AskedCell): void {
    const { cell, state } = asked;
    const view = this.#parts.column.viewOf(cell);
    if (!view || !this.#asked.has(cell)) return;
    view.sheet.hidden = false;
    view.sheet.setAttribute("role", "group");
    view.sheet.setAttribute("aria-label", say(uncertaintyTexts.title()));
    const template = sheetOf(state, {
      sampler: this.#parts.chance.sampler,
      spread: (sampler) => void this.#parts.copy.edit({ type: "sampler", sampler }),
      choose: (leaf) => void asked.choose(leaf),
      stop: () => asked.stop(),
      draw: (draws) => void asked.ask(draws),
      close: () => this.close(cell),
      askInstead: (name) => {
        const [owner] = this.#parts.kernel.flow.graph.definers.get(name) ?? [];
        if (owner === undefined) return;
        this.close(cell);
        this.open(owner);
        this.#parts.reveal(owner);
      },
    });
    render(template, view.sheet);
    if (state.spread) markNumbers(view.output, state.spread);
    else unmarkNumbers(view.output);
  }
}
