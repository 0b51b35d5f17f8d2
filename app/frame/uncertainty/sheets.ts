import { nothing, render } from "lit";
import type { Kernel } from "../../../kernel/notebook/kernel.ts";
import { say } from "../../language/speech.ts";
import type { CellColumn } from "../cell-column.ts";
import type { CellReporter } from "../cell-reporter.ts";
import type { DocumentCopy } from "../document-copy.ts";
import type { FrameChance } from "../frame-chance.ts";
import { CellUncertainty } from "./cell-uncertainty.ts";
import { markNumbers, unmarkNumbers } from "./number-marks.ts";
import { sheetOf } from "./sheet.ts";
import { uncertaintyTexts } from "./texts.ts";

/** The parts of the notebook that ± reads and calls. */
export interface SheetsParts {
  readonly kernel: Kernel;
  readonly chance: Pick<FrameChance, "sampler">;
  readonly copy: Pick<DocumentCopy, "edit">;
  readonly column: Pick<CellColumn, "viewOf">;
  readonly reporter: Pick<CellReporter, "touch">;
  reveal(cell: number): void;
}

/** How long nothing may run before ± runs again. */
const DEBOUNCE_MS = 120;

/** The cells whose ± is open. Each runs again when a cell it depends on has run. */
export class UncertaintySheets {
  readonly #parts: SheetsParts;
  readonly #open = new Map<number, CellUncertainty>();
  /** Cells whose ± runs again when the notebook has settled. */
  readonly #due = new Set<number>();
  /** Counts the runs of cells. */
  #runs = 0;

  constructor(parts: SheetsParts) {
    this.#parts = parts;
  }

  isUncertain(cell: number): boolean {
    return this.#parts.kernel.sampling.reached.has(cell);
  }

  isOpen(cell: number): boolean {
    return this.#open.has(cell);
  }

  toggle(cell: number): void {
    if (this.#open.has(cell)) this.close(cell);
    else this.open(cell);
  }

  open(cell: number): void {
    if (this.#open.has(cell)) return;
    const { sampling } = this.#parts.kernel;
    const samplerOf = () => this.#parts.chance.sampler;
    const uncertainty: CellUncertainty = new CellUncertainty(cell, sampling, samplerOf, () =>
      this.#render(uncertainty),
    );
    this.#open.set(cell, uncertainty);
    this.#parts.reporter.touch(cell);
    void uncertainty.run();
  }

  close(cell: number): void {
    const uncertainty = this.#open.get(cell);
    if (!uncertainty) return;
    uncertainty.close();
    this.#open.delete(cell);
    this.#parts.reporter.touch(cell);
    const view = this.#parts.column.viewOf(cell);
    if (!view) return;
    const within = view.sheet.contains(document.activeElement);
    render(nothing, view.sheet);
    view.sheet.hidden = true;
    unmarkNumbers(view.output);
    if (within) view.element.focus({ preventScroll: true });
  }

  /** A cell has run: ± of the cells that depend on it runs again once the notebook has settled. */
  ran(cell: number): void {
    ++this.#runs;
    const first = this.#due.size === 0;
    for (const open of this.#open.keys())
      if (this.#parts.kernel.sampling.upstreamOf(open).has(cell)) this.#due.add(open);
    if (first && this.#due.size > 0) void this.#runDue();
  }

  /** The notebook's sampler changed. */
  runAgain(): void {
    for (const uncertainty of this.#open.values()) void uncertainty.run();
  }

  /** Renders all sheets again, in the current language. */
  refresh(): void {
    for (const uncertainty of this.#open.values()) this.#render(uncertainty);
  }

  /** A moving slider makes cells run repeatedly: ± runs once it has stopped. */
  async #runDue(): Promise<void> {
    for (let seen = -1; seen !== this.#runs; ) {
      seen = this.#runs;
      await this.#parts.kernel.flow.settled();
      await new Promise((resolve) => setTimeout(resolve, DEBOUNCE_MS));
    }
    const cells = [...this.#due];
    this.#due.clear();
    for (const cell of cells) void this.#open.get(cell)?.run();
  }

  #render(uncertainty: CellUncertainty): void {
    const { cell, state } = uncertainty;
    const view = this.#parts.column.viewOf(cell);
    if (!view || !this.#open.has(cell)) return;
    view.sheet.hidden = false;
    view.sheet.setAttribute("role", "group");
    view.sheet.setAttribute("aria-label", say(uncertaintyTexts.title()));
    const template = sheetOf(state, {
      sampler: this.#parts.chance.sampler,
      setSampler: (sampler) => void this.#parts.copy.edit({ type: "sampler", sampler }),
      choose: (leaf) => void uncertainty.choose(leaf),
      stop: () => uncertainty.stop(),
      draw: (draws) => void uncertainty.run(draws),
      close: () => this.close(cell),
      openInstead: (name) => {
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
