import { css, html } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { BinnedCell } from "../../../kernel/document/index.ts";
import { messages } from "../../../lib/message/message.ts";
import { controls } from "../../design/controls.ts";
import { icon } from "../../design/icons.ts";
import { writeCellKind, writeMoment } from "../../language/figures.ts";
import { punctuation } from "../../language/punctuation.ts";
import { say } from "../../language/speech.ts";
import { WorkbenchElement } from "../shell/workbench-element.ts";

export const binTexts = messages("workbench.bin", {
  none: { en: "Nothing was deleted from this notebook.", zh: "这个笔记本没有删除过单元格。" },
  restore: { en: "Put back", zh: "放回原处" },
  deleted: { en: "deleted {time}", zh: "{time} 删除" },
  empty: { en: "an empty cell", zh: "空单元格" },
});

/** The deleted cells: first line, time of deletion, and a button that restores the cell. */
export class BinList extends WorkbenchElement {
  static override styles = [
    controls,
    css`
      :host {
        display: block;
        overflow-y: auto;
        font-size: var(--text-interface);
      }
      ul {
        list-style: none;
        margin: 0;
        padding: var(--space-2);
      }
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        align-items: center;
        gap: 0 var(--space-3);
        padding: var(--space-2) var(--space-3);
        border-radius: var(--radius-small);
      }
      li:hover {
        background: var(--hover);
      }
      .source {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
        font-family: var(--font-code);
      }
      .source.none {
        color: var(--ink-muted);
        font-family: var(--font-sans);
      }
      .below {
        color: var(--ink-muted);
        font-size: var(--text-small);
      }
      .button {
        grid-area: 1 / 2 / 3 / 3;
      }
    `,
  ];

  protected override render() {
    const bin = this.session?.document.bin ?? [];
    if (bin.length === 0) return html`<p class="empty">${say(binTexts.none())}</p>`;
    return html`<ul>
      ${repeat(
        bin,
        ({ cell, time }) => `${cell.id} ${time}`,
        (binned) => this.#renderCell(binned),
      )}
    </ul>`;
  }

  #renderCell({ cell, time }: BinnedCell) {
    const first = cell.source.split("\n").find((line) => line.trim() !== "");
    return html`<li>
      <span class="source ${first ? "" : "none"}">${first?.trim() ?? say(binTexts.empty())}</span>
      <span class="below">${writeCellKind(cell.kind)} · ${say(binTexts.deleted({ time: writeMoment(time) }))}</span>
      <button
        class="button"
        type="button"
        aria-label=${say(punctuation.labelled({ label: binTexts.restore(), value: first?.trim() ?? binTexts.empty() }))}
        @click=${() => this.session?.restore(cell.id)}
      >
        ${icon("undo")}${say(binTexts.restore())}
      </button>
    </li>`;
  }
}

customElements.define("yuheng-bin-list", BinList);
