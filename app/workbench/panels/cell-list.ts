import { css, html, nothing } from "lit";
import { guard } from "lit/directives/guard.js";
import { repeat } from "lit/directives/repeat.js";
import { isMarkdown } from "../../../kernel/cell/kinds.ts";
import { cellsIn } from "../../../kernel/document/index.ts";
import { searchItems } from "../../actions/search.ts";
import { controls } from "../../design/controls.ts";
import { rowList } from "../../design/row-list.ts";
import { writeCause } from "../../language/cause.ts";
import { stateTexts } from "../../language/cell-states.ts";
import { writeCellKind, writeDuration, writeList } from "../../language/figures.ts";
import { say, speech } from "../../language/speech.ts";
import type { Session } from "../../session/contract.ts";
import { cellListTexts } from "../shell/cell-texts.ts";
import { nameCell, showState } from "../shell/cell-words.ts";
import { searchField } from "../shell/search-field.ts";
import { WorkbenchElement } from "../shell/workbench-element.ts";

/** All cells with state, run time, and the cause of the last run. */
export class CellList extends WorkbenchElement {
  static override properties = { typed: { state: true } };
  static override styles = [
    controls,
    rowList,
    css`
      .name.prose {
        font-family: var(--font-prose);
      }
      .time {
        font-variant-numeric: tabular-nums;
        color: var(--ink-muted);
        text-align: right;
      }
      .below {
        grid-column: 1 / -1;
        font-size: var(--text-small);
        color: var(--ink-muted);
        overflow-wrap: anywhere;
      }
    `,
  ];

  declare private typed: string;

  constructor() {
    super();
    this.typed = "";
  }

  readonly #type = (typed: string) => {
    this.typed = typed;
  };

  protected override render() {
    const session = this.session;
    if (!session || session.cells.length === 0) return html`<p class="empty">${say(cellListTexts.none())}</p>`;
    const cells = cellsIn(session.cells, speech.language);
    const found = searchItems(cells, this.typed, (cell) => [
      nameCell(cell, session.reports.get(cell.id)),
      writeCellKind(cell.kind),
      cell.source,
    ]);
    // Only names that cells define; names of the library and of the language are left out.
    const defined = new Set([...session.reports.values()].flatMap(({ outputs }) => outputs));
    return html`${searchField(say(cellListTexts.find()), this.typed, this.#type)}
      ${found.length === 0 ? html`<p class="empty">${say(cellListTexts.noMatch({ text: this.typed }))}</p>` : nothing}
      <ul>
        ${repeat(
          this.typed ? found : cells,
          ({ id }) => id,
          (cell) => {
            const report = session.reports.get(cell.id);
            const reads = (report?.inputs ?? []).filter((name) => defined.has(name)).join();
            // Of a thousand rows, only those of changed cells are rendered again.
            const seen = [cell.source, cell.kind, report, reads, speech.language];
            return html`<li>${guard(seen, () => this.#renderCell(cell, reads))}</li>`;
          },
        )}
      </ul>`;
  }

  #renderCell(cell: Session["cells"][number], reads: string) {
    const report = this.session?.reports.get(cell.id);
    const { status, elapsed, cause } = report?.state ?? {};
    const facts = [
      writeCellKind(cell.kind),
      report?.edited ? say(stateTexts.edited()) : "",
      cause ? writeCause(cause) : "",
      reads ? say(cellListTexts.reads({ names: writeList(reads.split(",")) })) : "",
    ].filter(Boolean);
    return html`<button type="button" @click=${() => this.session?.reveal(cell.id)}>
      <span class="name ${isMarkdown(cell.kind) ? "prose" : ""}">${nameCell(cell, report) || say(cellListTexts.empty())}</span>
      <span class="time">${elapsed === undefined || status === "running" ? nothing : writeDuration(elapsed)}</span>
      <span class="below">${status === "fresh" ? nothing : html`${showState(status)} · `}${facts.join(" · ")}</span>
    </button>`;
  }
}

customElements.define("yuheng-cell-list", CellList);
