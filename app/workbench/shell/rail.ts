import { css, html, nothing } from "lit";
import { cellsIn } from "../../../kernel/document/index.ts";
import { messages } from "../../../lib/message/message.ts";
import { controls } from "../../design/controls.ts";
import { say, speech } from "../../language/speech.ts";
import { exerciseTexts } from "../../lesson/exercise-texts.ts";
import type { NotebookInfo } from "../../session/contract.ts";
import { groupLessons, lessonTexts } from "../library/lessons.ts";
import { findHeadings } from "../panels/outline.ts";
import { actionButton } from "./action-button.ts";
import { writeRoute } from "./route.ts";
import { WorkbenchElement } from "./workbench-element.ts";

export const railTexts = messages("workbench.rail", {
  label: { en: "Notebooks and outline", zh: "笔记本与大纲" },
  notebooks: { en: "Notebooks", zh: "笔记本" },
  outline: { en: "Outline", zh: "大纲" },
  noOutline: { en: "Headings of Markdown cells make the outline.", zh: "大纲由 Markdown 单元格的标题组成。" },
});

/** The left rail: the outline of the open notebook, and the other notebooks. */
export class Rail extends WorkbenchElement {
  static override properties = { notebooks: { attribute: false } };
  static override styles = [
    controls,
    css`
      :host {
        display: block;
        overflow-y: auto;
        overscroll-behavior: contain;
        padding: var(--space-3) var(--space-2) var(--space-6);
        background: var(--surface);
        font-size: var(--text-interface);
      }
      section + section {
        margin-top: var(--space-6);
      }
      .head {
        display: flex;
        align-items: center;
        justify-content: space-between;
        min-height: 2rem;
        padding-left: var(--space-2);
      }
      h2 {
        margin: 0;
        font-size: var(--text-small);
        font-weight: 600;
        color: var(--ink-muted);
      }
      ul {
        list-style: none;
        margin: 0;
        padding: 0;
      }
      .row {
        display: block;
        width: 100%;
        padding: 0.3125rem var(--space-2);
        border: 0;
        border-radius: var(--radius-small);
        color: var(--ink);
        text-decoration: none;
        line-height: 1.35;
        overflow-wrap: anywhere;
      }
      .row:hover {
        background: var(--hover);
      }
      .row[aria-current] {
        background: var(--selected);
        font-weight: 600;
      }
      .depth-1 {
        font-weight: 600;
      }
      .depth-3 {
        padding-left: 1.25rem;
      }
      .depth-4 {
        padding-left: 2rem;
      }
      .empty {
        padding: var(--space-1) var(--space-2);
      }
    `,
  ];

  declare notebooks: readonly NotebookInfo[];

  constructor() {
    super();
    this.notebooks = [];
  }

  protected override render() {
    const { lessons, others } = groupLessons(this.notebooks);
    return html`${this.session ? this.#renderOutline() : nothing}
      <section>
        <div class="head">
          <h2>${say(railTexts.notebooks())}</h2>
          ${actionButton("new", this.workbench)}
        </div>
        ${this.#renderList(others)}
      </section>
      ${
        lessons.length === 0
          ? nothing
          : html`<section>
              <div class="head"><h2>${say(lessonTexts.title())}</h2></div>
              ${this.#renderList(lessons)}
            </section>`
      }`;
  }

  #renderList(notebooks: readonly NotebookInfo[]) {
    return html`<ul>
      ${notebooks.map(({ name, title, lesson }) => {
        const here = name === this.session?.name;
        const solved = lesson !== null && lesson.all > 0 && lesson.solved >= lesson.all;
        return html`<li>
          <a class="row" href=${writeRoute({ page: "notebook", name })} aria-current=${here ? "page" : nothing}
            >${here ? this.session?.title || title : title}${
              solved ? html` <span role="img" aria-label=${say(exerciseTexts.solved())}>✔</span>` : nothing
            }</a
          >
        </li>`;
      })}
    </ul>`;
  }

  #renderOutline() {
    const headings = findHeadings(cellsIn(this.session?.cells ?? [], speech.language));
    const least = Math.min(2, ...headings.map(({ level }) => level));
    return html`<section>
      <div class="head"><h2>${say(railTexts.outline())}</h2></div>
      ${
        headings.length === 0
          ? html`<p class="empty">${say(railTexts.noOutline())}</p>`
          : html`<ul>
            ${headings.map(
              ({ cell, level, text }) => html`<li>
                <button
                  class="row depth-${Math.min(4, level - least + 1)}"
                  type="button"
                  @click=${() => this.session?.reveal(cell)}
                >
                  ${text}
                </button>
              </li>`,
            )}
          </ul>`
      }
    </section>`;
  }
}

customElements.define("yuheng-rail", Rail);
