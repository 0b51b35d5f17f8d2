import { css, html, nothing } from "lit";
import { controls } from "../../design/controls.ts";
import { showSentence } from "../../design/sentence.ts";
import { stateShape } from "../../design/state-shape.ts";
import { say } from "../../language/speech.ts";
import { findProblems, type Problem, problemTexts } from "./problem.ts";
import "./advice-list.ts";
import { showState } from "../shell/cell-words.ts";
import { WorkbenchElement } from "../shell/workbench-element.ts";

/** Failed cells and the cells blocked by them: message, line, and a link to the cell. */
export class ProblemList extends WorkbenchElement {
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
      li + li {
        margin-top: var(--space-1);
      }
      .problem {
        display: block;
        width: 100%;
        padding: var(--space-2) var(--space-3);
        border-radius: var(--radius-small);
      }
      button.problem:hover {
        background: var(--hover);
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        gap: 0 var(--space-2);
        font-size: var(--text-small);
      }
      .name {
        min-width: 0;
        max-width: 100%;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
        font-family: var(--font-code);
      }
      p {
        margin: var(--space-1) 0 0;
        overflow-wrap: anywhere;
      }
      pre {
        margin: var(--space-1) 0 0;
        padding: var(--space-1) var(--space-2);
        overflow: hidden;
        text-overflow: ellipsis;
        background: var(--sunken);
        border-radius: var(--radius-small);
        font-family: var(--font-code);
        font-size: var(--text-small);
      }
      .origin {
        margin-left: var(--space-3);
        padding: 0.125rem 0;
        color: var(--link);
        text-decoration: underline;
      }
    `,
  ];

  protected override render() {
    const problems = this.session ? findProblems(this.session) : [];
    const list =
      problems.length === 0
        ? html`<p class="empty">${say(problemTexts.none())}</p>`
        : html`<ul>
            ${problems.map((problem) => html`<li>${this.#renderProblem(problem)}</li>`)}
          </ul>`;
    if (!this.session) return list;
    return html`${list}<yuheng-advice-list .workbench=${this.workbench} .session=${this.session}></yuheng-advice-list>`;
  }

  #renderProblem(problem: Problem) {
    const { cell, origin, mend } = problem;
    if (cell === null) return html`<div class="problem">${this.#renderText(problem)}</div>`;
    return html`<button class="problem" type="button" @click=${() => this.session?.reveal(cell)}>
        ${this.#renderText(problem)}
      </button>
      ${
        origin === undefined
          ? nothing
          : html`<button class="origin" type="button" @click=${() => this.session?.reveal(origin)}>
            ${say(problemTexts.show())}
          </button>`
      }
      ${
        mend
          ? html`<button class="origin" type="button" @click=${() => this.session?.mend(mend)}>
            ${showSentence(mend.kind === "rename" ? say(problemTexts.mendRename({ name: mend.to })) : say(problemTexts.mendPause()))}
          </button>`
          : nothing
      }`;
  }

  #renderText({ cell, name, status, message, line, sourceLine }: Problem) {
    return html`<div class="head">
        ${status === "warning" ? html`<span class="state">${stateShape("blocked")} ${say(problemTexts.warning())}</span>` : showState(status)}
        ${cell === null ? html`<span>${say(problemTexts.notebook())}</span>` : html`<span class="name">${name}</span>`}
        ${line === undefined ? nothing : html`<span class="muted">${say(problemTexts.line({ line }))}</span>`}
      </div>
      <p>${showSentence(message)}</p>
      ${sourceLine ? html`<pre>${sourceLine.trim()}</pre>` : nothing}`;
  }
}

customElements.define("yuheng-problem-list", ProblemList);
