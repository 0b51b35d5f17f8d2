import { nothing, render } from "lit";
import type { Kernel } from "../../../kernel/notebook/kernel.ts";
import type { Candidate } from "../../../kernel/proposals/candidate.ts";
import { candidatesOf } from "../../../kernel/proposals/candidates.ts";
import { type Marking, markUncertain } from "../../../kernel/proposals/marking.ts";
import { fingerprintOf } from "../../../kernel/sandbox/text-changes.ts";
import type { DatasetEntry } from "../../../kernel/services/catalogue.ts";
import { say } from "../../language/speech.ts";
import type { CellColumn } from "../cell-column.ts";
import type { CellReporter } from "../cell-reporter.ts";
import type { DocumentCopy } from "../document-copy.ts";
import type { FrameChance } from "../frame-chance.ts";
import { CellUncertainty } from "./cell-uncertainty.ts";
import { markNumbers, unmarkNumbers } from "./number-marks.ts";
import type { ProposalChoice } from "./run-state.ts";
import { sheetOf } from "./sheet.ts";
import { uncertaintyTexts } from "./texts.ts";

/** The parts of the notebook that ± reads and calls. */
export interface SheetsParts {
  readonly kernel: Kernel;
  readonly chance: Pick<FrameChance, "sampler">;
  readonly copy: Pick<DocumentCopy, "edit" | "cellOf" | "cells">;
  readonly column: Pick<CellColumn, "viewOf">;
  readonly reporter: Pick<CellReporter, "touch" | "stepsOf">;
  readonly catalogue: readonly DatasetEntry[];
  reveal(cell: number): void;
}

/** The percentage that stands in the field before the user has chosen one. */
const ASSUMED_PERCENT = "10";

/** How long nothing may run before ± runs again. */
const DEBOUNCE_MS = 120;

/** The cells whose ± is open. Each runs again when a cell it depends on has run. */
export class UncertaintySheets {
  readonly #parts: SheetsParts;
  readonly #open = new Map<number, CellUncertainty>();
  /** Cells whose ± runs again when the notebook has settled. */
  readonly #due = new Set<number>();
  /** Cells that a marking has changed: they run again when the document brings another text for them, as undo does. */
  readonly #marked = new Set<number>();
  /** Names whose ± opens once they are defined by the cell of a marking. */
  readonly #expected = new Map<number, string>();
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
    const { kernel, chance } = this.#parts;
    const uncertainty: CellUncertainty = new CellUncertainty(cell, {
      sampling: kernel.sampling,
      samplerOf: () => chance.sampler,
      proposalsOf: (asked) => this.#proposalsOf(asked),
      uncertainOf: (names) => this.#uncertainOf(names),
      changed: () => this.#render(uncertainty),
    });
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

  /** The changed cells among those that a marking has ever changed: their new text has to run, so that names have one owner. */
  rewritten(changed: Iterable<number>): number[] {
    return [...changed].filter((cell) => this.#marked.has(cell));
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
    this.#moveExpected();
    for (const cell of cells) void this.#open.get(cell)?.run();
  }

  #proposalsOf(cell: number): ProposalChoice | null {
    const { kernel, copy, reporter, catalogue } = this.#parts;
    const { flow } = kernel;
    const candidates = candidatesOf(cell, {
      graph: flow.graph,
      catalogue,
      cellOf: (id) => copy.cellOf(id),
      compiledOf: (id) => kernel.compiledOf(id),
      placeOf: (id) => flow.placeOf(id),
      valueOf: (name) => flow.valueOf(name),
      stepsOf: (id) => reporter.stepsOf(id),
    });
    const isInput = candidates.some(({ subject, cell: own }) => own === cell && subject.kind === "input");
    return { cell, candidates, isInput, chosen: candidates[0]?.id ?? "", percent: ASSUMED_PERCENT, all: false };
  }

  #uncertainOf(names: readonly string[]): { name: string; cell: number } | undefined {
    for (const name of names) {
      const [cell] = this.#parts.kernel.flow.graph.definers.get(name) ?? [];
      if (cell !== undefined && this.isUncertain(cell)) return { name, cell };
    }
    return undefined;
  }

  #markingOf(candidate: Candidate, percent: number | null): Marking | null {
    const { copy, kernel } = this.#parts;
    const source = copy.cellOf(candidate.cell)?.source;
    if (source === undefined) return null;
    const names = new Set(
      copy.cells.flatMap(({ id }) => {
        const { outputs = [], inputs = [] } = kernel.compiledOf(id) ?? {};
        return [...outputs, ...inputs];
      }),
    );
    return markUncertain(candidate, percent, {
      source,
      samples: new Set(kernel.sampling.registry.all.keys()),
      isTaken: (name) => names.has(name),
      write: say,
    });
  }

  /** Sends the marking to the page; when the document comes back, its cells run, and then ± of the cell that asked for it. */
  #mark(asked: number, candidate: Candidate, percent: number | null): void {
    const { copy, column } = this.#parts;
    const marking = this.#markingOf(candidate, percent);
    const before = copy.cellOf(candidate.cell)?.source;
    if (!marking || before === undefined) return;
    const { cell, source, renamed, below } = marking;
    this.#marked.add(cell);
    // An input that is asked for itself has its ± in the cell below from now on.
    if (cell === asked && renamed) this.#expected.set(asked, renamed.from);
    copy.edit({
      type: "mark",
      cell,
      fingerprint: fingerprintOf(before),
      source,
      ...(renamed ? { renamed } : {}),
      ...(below === undefined ? {} : { below }),
    });
    column.viewOf(asked)?.element.focus({ preventScroll: true });
  }

  /** Opens ± in the cell that now defines the marked name. */
  #moveExpected(): void {
    for (const [asked, name] of this.#expected) {
      const [owner] = this.#parts.kernel.flow.graph.definers.get(name) ?? [];
      if (owner === undefined || owner === asked) continue;
      this.#expected.delete(asked);
      this.close(asked);
      this.open(owner);
      this.#parts.reveal(owner);
    }
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
      valueOf: (name) => this.#parts.kernel.flow.valueOf(name),
      labelOf: (sample) => this.#parts.kernel.sampling.registry.labelOf(sample),
      proposals: {
        choose: (change) => uncertainty.propose(change),
        preview: (candidate, percent) => this.#markingOf(candidate, percent),
        mark: (candidate, percent) => this.#mark(cell, candidate, percent),
      },
      openInstead: (name) => {
        const [owner] = this.#parts.kernel.flow.graph.definers.get(name) ?? [];
        if (owner === undefined) return;
        this.close(cell);
        this.open(owner);
        this.#parts.reveal(owner);
      },
    });
    render(template, view.sheet);
    // A drawing shows numbers of another cell.
    if (state.spread && state.drawn === null) markNumbers(view.output, state.spread);
    else unmarkNumbers(view.output);
  }
}
