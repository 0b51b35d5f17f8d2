import { html, nothing, render, type TemplateResult } from "lit";
import type { Ghost } from "../../kernel/sandbox/protocol.ts";
import { messages } from "../../lib/message/message.ts";
import { writeCellKind } from "../language/figures.ts";
import { say } from "../language/speech.ts";
import type { CellColumn } from "./cell-column.ts";
import type { DocumentCopy } from "./document-copy.ts";

const texts = messages("frame.ghost", {
  inserted: { en: "Proposed cell, not in the notebook", zh: "提议的单元格，尚未加入笔记本" },
  edited: { en: "Proposed change of the cell above", zh: "对上方单元格的提议改动" },
  removed: { en: "Proposed to be removed: the cell above", zh: "提议移除上方的单元格" },
  passedOver: { en: "Left out of what is kept", zh: "不在保留之列" },
  source: { en: "Source, {kind}", zh: "代码，{kind}" },
  before: { en: "Before", zh: "改动前" },
  after: { en: "After", zh: "改动后" },
  results: { en: "What it gives", zh: "结果" },
});

const labels = { insert: texts.inserted, edit: texts.edited, remove: texts.removed };

/**
 * The changes that are proposed, at their places in the column. They stand in the elements of cells, below these, and are no cells: they
 * are chosen, numbered, run, saved and printed by nobody. Whether they are kept is decided in the page, which no cell can press.
 */
export class GhostCells {
  readonly #column: Pick<CellColumn, "element" | "viewOf">;
  readonly #copy: Pick<DocumentCopy, "cells">;
  #ghosts: readonly Ghost[] = [];
  /** The places with ghosts, by the cells that they are in; null is above all. */
  readonly #places = new Map<number | null, HTMLElement>();

  constructor(column: Pick<CellColumn, "element" | "viewOf">, copy: Pick<DocumentCopy, "cells">) {
    this.#column = column;
    this.#copy = copy;
  }

  /** Shows these instead of those before. */
  show(ghosts: readonly Ghost[]): void {
    this.#ghosts = ghosts;
    this.refresh();
  }

  /** Renders the ghosts again, where the document or the language has changed. */
  refresh(): void {
    const wanted = new Map<number | null, Ghost[]>();
    for (const ghost of this.#ghosts) {
      const cell = this.#seenCell(ghost.cell);
      wanted.set(cell, [...(wanted.get(cell) ?? []), ghost]);
    }
    for (const [cell, place] of this.#places) {
      if (wanted.has(cell) && place.isConnected) continue;
      place.remove();
      this.#places.delete(cell);
    }
    for (const [cell, ghosts] of wanted)
      render(
        ghosts.map((ghost) => this.#ghostOf(ghost)),
        this.#placeIn(cell),
      );
    const removed = new Set(this.#ghosts.flatMap(({ change, cell }) => (change === "remove" ? cell : [])));
    for (const { id } of this.#copy.cells)
      this.#column.viewOf(id)?.element.classList.toggle("ghost-removed", removed.has(id));
  }

  /** The cell itself, or the nearest above it that a reader sees. */
  #seenCell(cell: number | null): number | null {
    const { cells } = this.#copy;
    const at = cells.findIndex(({ id }) => id === cell);
    return cells.slice(0, at + 1).findLast(({ id }) => this.#column.viewOf(id)?.isHidden === false)?.id ?? null;
  }

  #placeIn(cell: number | null): HTMLElement {
    const known = this.#places.get(cell);
    if (known) return known;
    const place = document.createElement("div");
    place.className = "ghosts";
    if (cell === null) this.#column.element.before(place);
    else this.#column.viewOf(cell)!.element.append(place);
    this.#places.set(cell, place);
    return place;
  }

  #ghostOf({ change, cell, kind, source, results, chosen }: Ghost): TemplateResult {
    const label = say(labels[change]());
    const present = this.#copy.cells.find(({ id }) => id === cell)?.source ?? "";
    return html`<div class="ghost ${chosen ? "" : "passed-over"}" data-change=${change} role="group" aria-label=${label}>
      <p class="ghost-label">${label}${chosen ? nothing : html` · ${say(texts.passedOver())}`}</p>
      ${
        results.length > 0
          ? html`<ul class="ghost-results" aria-label=${say(texts.results())}>
              ${results.map((result) => html`<li>${result}</li>`)}
            </ul>`
          : nothing
      }
      ${
        change === "edit"
          ? html`<pre aria-label=${say(texts.before())}><del>${present}</del></pre>
              <pre aria-label=${say(texts.after())}><ins>${source}</ins></pre>`
          : change === "insert"
            ? html`<pre aria-label=${say(texts.source({ kind: writeCellKind(kind) }))}>${source}</pre>`
            : nothing
      }
    </div>`;
  }
}
