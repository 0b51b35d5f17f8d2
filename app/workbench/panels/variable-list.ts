import { css, html } from "lit";
import { guard } from "lit/directives/guard.js";
import { repeat } from "lit/directives/repeat.js";
import type { CellStatus } from "../../../kernel/runtime/state.ts";
import type { ValueReport } from "../../../kernel/sandbox/protocol.ts";
import { messages } from "../../../lib/message/message.ts";
import { searchItems } from "../../actions/search.ts";
import { controls } from "../../design/controls.ts";
import { rowList } from "../../design/row-list.ts";
import { say, speech } from "../../language/speech.ts";
import type { Session } from "../../session/contract.ts";
import { showState } from "../shell/cell-words.ts";
import { searchField } from "../shell/search-field.ts";
import { WorkbenchElement } from "../shell/workbench-element.ts";
import { sayKind } from "./value-kind.ts";

export const variableTexts = messages("workbench.variables", {
  none: { en: "No cell defines a name yet.", zh: "还没有单元格定义名称。" },
  find: { en: "Find a variable", zh: "查找变量" },
  noMatch: { en: "No variable matches “{text}”.", zh: "没有与“{text}”匹配的变量。" },
  unknown: { en: "no value yet", zh: "尚无值" },
});

/** A name that a cell defines, with its last reported value. */
interface Variable {
  name: string;
  cell: number;
  status: CellStatus | undefined;
  value: ValueReport | undefined;
}

/** All names, in the order of the cells that define them. */
function findVariables(session: Pick<Session, "cells" | "reports" | "values">): Variable[] {
  return session.cells.flatMap(({ id }) => {
    const report = session.reports.get(id);
    return (report?.outputs ?? []).map((name) => ({
      name,
      cell: id,
      status: report?.state.status,
      value: session.values.get(name),
    }));
  });
}

/** All names that cells define, with type, size and preview of their values. */
export class VariableList extends WorkbenchElement {
  static override properties = { typed: { state: true } };
  static override styles = [
    controls,
    rowList,
    css`
      .type {
        color: var(--ink-muted);
        font-size: var(--text-small);
        text-align: right;
        font-variant-numeric: tabular-nums;
      }
      .preview {
        grid-column: 1 / -1;
        overflow: hidden;
        color: var(--ink-muted);
        font-family: var(--font-code);
        font-size: var(--text-small);
        text-overflow: ellipsis;
        white-space: nowrap;
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
    const variables = this.session ? findVariables(this.session) : [];
    if (variables.length === 0) return html`<p class="empty">${say(variableTexts.none())}</p>`;
    const found = searchItems(variables, this.typed, ({ name, value }) => [name, value ? sayKind(value) : ""]);
    return html`${searchField(say(variableTexts.find()), this.typed, this.#type)}
      ${found.length === 0 ? html`<p class="empty">${say(variableTexts.noMatch({ text: this.typed }))}</p>` : ""}
      <ul>
        ${repeat(
          found,
          ({ name, cell }) => `${cell} ${name}`,
          (variable) => {
            const { name, cell, status, value } = variable;
            return html`<li>${guard([name, cell, status, value, speech.language], () => this.#renderVariable(variable))}</li>`;
          },
        )}
      </ul>`;
  }

  #renderVariable({ name, cell, status, value }: Variable) {
    const type = value ? sayKind(value) : "";
    return html`<button type="button" @click=${() => this.session?.reveal(cell)}>
      <span class="name">${name}</span>
      <span class="type">${status === "fresh" ? type : showState(status)}</span>
      <span class="preview">${value?.preview ?? say(variableTexts.unknown())}</span>
    </button>`;
  }
}

customElements.define("yuheng-variable-list", VariableList);
