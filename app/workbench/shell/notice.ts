import { css, html, nothing } from "lit";
import { messages } from "../../../lib/message/message.ts";
import { notebookActionTexts } from "../../actions/notebook-actions.ts";
import { say } from "../../language/speech.ts";
import { liveTexts } from "./announcement.ts";
import { otherTexts } from "./version-texts.ts";
import "./version-notice.ts";
import { actionOf } from "../../actions/table.ts";
import { controls } from "../../design/controls.ts";
import { icon } from "../../design/icons.ts";
import { stateShape } from "../../design/state-shape.ts";
import { writeDuration } from "../../language/figures.ts";
import { runAction } from "./action-button.ts";
import { noticeStyle } from "./notice-style.ts";
import { WorkbenchElement } from "./workbench-element.ts";

export const noticeTexts = messages("workbench.notice", {
  unresponsive: {
    en: "A cell has been running for {time} without a pause. Nothing you typed is lost.",
    zh: "有一个单元格已连续运行 {time}。已输入的内容不会丢失。",
  },
  conflict: {
    en: "This notebook has changed on disk or in another tab.",
    zh: "这个笔记本在磁盘上或另一个标签页中有改动。",
  },
  failed: { en: "The notebook could not be saved.", zh: "笔记本未能保存。" },
  failedAdvice: {
    en: "Your changes are still here. Try again, or download them.",
    zh: "改动仍在页面中。请重试，或下载保留。",
  },
  retry: { en: "Try again", zh: "重试" },
});

/** How long the frame may be unresponsive before it is mentioned, in milliseconds. */
const graceMs = 300;

/** A bar over the notebook about a problem and what to do. It takes no focus and does not shift the notebook. */
export class Notice extends WorkbenchElement {
  static override styles = [
    controls,
    noticeStyle,
    css`
      :host {
        position: absolute;
        z-index: 2;
        inset: var(--space-3) var(--space-3) auto;
        display: flex;
        flex-direction: column;
        align-items: center;
        gap: var(--space-2);
        pointer-events: none;
      }
    `,
  ];

  #ticking = 0;

  protected override render() {
    return html`${this.#renderStuck()}${this.#renderSave()}
      <yuheng-version-notice .workbench=${this.workbench} .session=${this.session}></yuheng-version-notice>`;
  }

  #renderStuck() {
    const { session } = this;
    if (!session || session.unresponsiveFor <= graceMs) return nothing;
    return html`<div class="notice" role="group" aria-label=${say(liveTexts.unresponsive())}>
      <span class="words">
        <span class="state running">${stateShape("running")}</span>
        ${say(noticeTexts.unresponsive({ time: writeDuration(session.unresponsiveFor) }))}
      </span>
      <span class="buttons">
        <button class="button primary" type="button" @click=${() => runAction(actionOf("stop"), this.workbench)}>
          ${icon("stop")}${say(notebookActionTexts.stop())}
        </button>
      </span>
    </div>`;
  }

  #renderSave() {
    const { session } = this;
    const state = session?.autosave.saveState;
    if (!session || (state !== "conflict" && state !== "failed")) return nothing;
    const conflict = state === "conflict";
    return html`<div class="notice" role="group" aria-label=${say(conflict ? noticeTexts.conflict() : noticeTexts.failed())}>
      <span class="words">
        <span class="state failed">${stateShape("failed")}</span>
        <strong>${conflict ? say(otherTexts.disk()) : say(session.autosave.problem ?? noticeTexts.failed())}</strong>
        <span class="advice">${say(conflict ? otherTexts.advice() : noticeTexts.failedAdvice())}</span>
      </span>
      <span class="buttons">
        <button class="button" type="button" @click=${() => this.workbench.download()}>
          ${icon("download")}${say(otherTexts.download())}
        </button>
        ${
          conflict
            ? html`<button class="button primary" type="button" @click=${() => this.workbench.compare("disk")}>
              ${say(otherTexts.compare())}
            </button>`
            : html`<button class="button primary" type="button" @click=${() => this.workbench.save()}>
              ${say(noticeTexts.retry())}
            </button>`
        }
      </span>
    </div>`;
  }

  /** Updates the time while the notebook does not respond. */
  protected override updated(): void {
    window.clearTimeout(this.#ticking);
    if ((this.session?.unresponsiveFor ?? 0) > 0) this.#ticking = window.setTimeout(() => this.requestUpdate(), 250);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.clearTimeout(this.#ticking);
  }
}

customElements.define("yuheng-notice", Notice);
