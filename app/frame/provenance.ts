import type { Kernel } from "../../kernel/notebook/kernel.ts";
import { type Trace, traceOf } from "../../kernel/provenance/trace.ts";
import type { TrailCell } from "../../kernel/provenance/trail.ts";
import type { PageApi } from "../../kernel/sandbox/protocol.ts";
import { messages } from "../../lib/message/message.ts";
import { say } from "../language/speech.ts";
import type { CellReporter } from "./cell-reporter.ts";
import { cellIn } from "./cell-view.ts";
import type { DocumentCopy } from "./document-copy.ts";

export const provenanceTexts = messages("frame.provenance", {
  link: {
    en: "Trail: {cells} {cells:cell|cells}, {datasets} {datasets:dataset|datasets}, {tools} {tools:method|methods}",
    zh: "溯源：{cells} 个单元格，{datasets} 个数据集，{tools} 个方法",
  },
});

/** The result of `trace(value)`: a link to the trail's panel, with the trail as plain data. */
export interface TraceLink extends HTMLElement {
  readonly value: Trace;
}

/** The provenance of cells' outputs. */
export class Provenance {
  readonly #copy: Pick<DocumentCopy, "cells">;
  readonly #kernel: Kernel;
  readonly #reporter: Pick<CellReporter, "stepsOf">;
  readonly #page: PageApi["provenance"];

  constructor(
    copy: Pick<DocumentCopy, "cells">,
    kernel: Kernel,
    reporter: Pick<CellReporter, "stepsOf">,
    page: PageApi["provenance"],
  ) {
    this.#copy = copy;
    this.#kernel = kernel;
    this.#reporter = reporter;
    this.#page = page;
  }

  /** Asks the page to show the trail of a cell. */
  show(cell: number): void {
    this.#page.show(cell);
  }

  /** An Alt-click on a cell's output shows its trail. */
  listen(column: HTMLElement): void {
    column.addEventListener("click", (event) => {
      const output = event.altKey && (event.target as Element).closest(".output");
      const cell = output ? cellIn(output) : undefined;
      if (cell === undefined) return;
      event.preventDefault();
      this.show(cell);
    });
  }

  /** A link to the trail of a value, for the cell that requested it. */
  linkTo(cell: number, value: unknown): TraceLink {
    const source = { trailCells: () => this.trailCells(), valueOf: (name: string) => this.#kernel.flow.valueOf(name) };
    const { definer, trace } = traceOf(source, cell, value);
    const link = document.createElement("button");
    link.type = "button";
    link.className = "link trace";
    link.textContent = say(
      provenanceTexts.link({
        cells: trace.cells.length,
        datasets: trace.datasets.length,
        tools: trace.tools.length,
      }),
    );
    link.addEventListener("click", () => definer !== undefined && this.show(definer));
    return Object.assign(link, { value: trace });
  }

  /** All cells with what their last runs requested. */
  trailCells(): TrailCell[] {
    return this.#copy.cells.map(({ id, source }, i) => {
      const { outputs = [], inputs = [] } = this.#kernel.compiledOf(id) ?? {};
      return { id, place: i + 1, source, outputs, inputs, steps: this.#reporter.stepsOf(id) };
    });
  }
}
