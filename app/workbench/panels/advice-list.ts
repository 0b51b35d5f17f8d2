import { css, html, nothing } from "lit";
import type { Finding } from "../../../kernel/check/finding.ts";
import { messages } from "../../../lib/message/message.ts";
import { controls } from "../../design/controls.ts";
import { showSentence } from "../../design/sentence.ts";
import { say } from "../../language/speech.ts";
import { findAdvice } from "../../session/advice.ts";
import type { Session } from "../../session/contract.ts";
import { WorkbenchElement } from "../shell/workbench-element.ts";
import { problemTexts } from "./problem.ts";

export const adviceTexts = messages("workbench.advice", {
  title: { en: "Advice", zh: "建议" },
  about: {
    en: "The findings of `yuheng check`: unused cells, missing sources or alternative texts, effects that the graph cannot see.",
    zh: "即 `yuheng check` 的意见：无人读取的内容、缺少来源或文字说明之处，以及依赖图看不到的改动。",
  },
  none: { en: "No advice.", zh: "没有建议。" },
  looking: { en: "Reading the notebook …", zh: "正在阅读笔记本……" },
  cell: { en: "Cell {place}", zh: "第 {place} 个单元格" },
});

/** How long after the last change the text is checked again, in milliseconds. */
const DEBOUNCE_MS = 600;

/** The findings of the rules, below the problems: message, rule, and a link to the cell. */
export class AdviceList extends WorkbenchElement {
  static override styles = [
    controls,
    css`
      :host {
        display: block;
        padding: var(--space-2);
        border-top: 1px solid var(--rule);
      }
      h2 {
        margin: var(--space-1) var(--space-3);
        font-size: var(--text-small);
      }
      p {
        margin: var(--space-1) 0 0;
        overflow-wrap: anywhere;
      }
      .about,
      .none {
        margin: var(--space-1) var(--space-3);
        color: var(--ink-muted);
        font-size: var(--text-small);
      }
      ul {
        list-style: none;
        margin: 0;
        padding: 0;
      }
      .advice {
        display: block;
        width: 100%;
        padding: var(--space-2) var(--space-3);
        border-radius: var(--radius-small);
      }
      button.advice:hover {
        background: var(--hover);
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        gap: 0 var(--space-2);
        color: var(--ink-muted);
        font-size: var(--text-small);
      }
      .rule {
        font-family: var(--font-code);
      }
    `,
  ];

  #findings: readonly Finding[] | null = null;
  /** The session and text that were checked last. */
  #checked: { session: Session; text: string } | null = null;
  #timer = 0;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.clearTimeout(this.#timer);
  }

  protected override updated(): void {
    const { session } = this;
    if (!session) return;
    const isOther = this.#checked?.session !== session;
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.#check(session), isOther ? 0 : DEBOUNCE_MS);
  }

  async #check(session: Session): Promise<void> {
    const text = session.document.text;
    if (this.#checked?.session === session && this.#checked.text === text) return;
    this.#checked = { session, text };
    const findings = await findAdvice(session).catch(() => null);
    // If the text has changed meanwhile, another check is in progress.
    if (this.#checked?.text !== text) return;
    this.#findings = findings;
    this.requestUpdate();
  }

  protected override render() {
    return html`<h2>${say(adviceTexts.title())}</h2>
      <p class="about">${showSentence(say(adviceTexts.about()))}</p>
      ${this.#renderFindings()}`;
  }

  #renderFindings() {
    if (!this.#findings) return html`<p class="none">${say(adviceTexts.looking())}</p>`;
    if (this.#findings.length === 0) return html`<p class="none">${say(adviceTexts.none())}</p>`;
    return html`<ul>
      ${this.#findings.map((finding) => html`<li>${this.#renderFinding(finding)}</li>`)}
    </ul>`;
  }

  #renderFinding(finding: Finding) {
    const { cell } = finding;
    if (cell === undefined) return html`<div class="advice">${this.#renderText(finding)}</div>`;
    return html`<button class="advice" type="button" @click=${() => this.session?.reveal(cell)}>
      ${this.#renderText(finding)}
    </button>`;
  }

  #renderText({ place, cellLine, rule, message }: Finding) {
    return html`<div class="head">
        ${place === undefined ? nothing : html`<span>${say(adviceTexts.cell({ place }))}</span>`}
        ${cellLine === undefined ? nothing : html`<span>${say(problemTexts.line({ line: cellLine }))}</span>`}
        <span class="rule">${rule}</span>
      </div>
      <p>${showSentence(say(message))}</p>`;
  }
}

customElements.define("yuheng-advice-list", AdviceList);
