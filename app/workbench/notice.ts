import { css, html, nothing } from "lit";
import "./version-notice.ts";
import { actionOf } from "../actions/table.ts";
import { controls } from "../design/controls.ts";
import { icon } from "../design/icons.ts";
import { stateShape } from "../design/state-shape.ts";
import { writeDuration } from "../language/figures.ts";
import { saySentence } from "../language/sentence.ts";
import { say } from "../language/speech.ts";
import { runAction } from "./action-button.ts";
import { noticeStyle } from "./notice-style.ts";
import { WorkbenchElement } from "./workbench-element.ts";

/** Below this a pause of the frame is not worth a word. */
const patience = 300;

/** A bar over the notebook that says what stands in the way, and what to do. It takes no keys and moves nothing. */
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
    if (!session || session.unresponsiveFor <= patience) return nothing;
    return html`<div class="notice" role="group" aria-label=${say("live.unresponsive")}>
      <span class="words">
        <span class="state running">${stateShape("running")}</span>
        ${say("notice.unresponsive", { time: writeDuration(session.unresponsiveFor) })}
      </span>
      <span class="buttons">
        <button class="button primary" type="button" @click=${() => runAction(actionOf("stop"), this.workbench)}>
          ${icon("stop")}${say("action.stop")}
        </button>
      </span>
    </div>`;
  }

  #renderSave() {
    const { session } = this;
    const state = session?.autosave.saveState;
    if (!session || (state !== "conflict" && state !== "failed")) return nothing;
    const conflict = state === "conflict";
    return html`<div class="notice" role="group" aria-label=${say(conflict ? "notice.conflict" : "notice.failed")}>
      <span class="words">
        <span class="state failed">${stateShape("failed")}</span>
        <strong>${conflict ? say("other.disk") : saySentence(session.autosave.problem ?? say("notice.failed"))}</strong>
        <span class="advice">${say(conflict ? "other.advice" : "notice.failedAdvice")}</span>
      </span>
      <span class="buttons">
        <button class="button" type="button" @click=${() => this.workbench.download()}>
          ${icon("download")}${say("notice.download")}
        </button>
        ${
          conflict
            ? html`<button class="button primary" type="button" @click=${() => this.workbench.compare("disk")}>
              ${say("other.compare")}
            </button>`
            : html`<button class="button primary" type="button" @click=${() => this.workbench.save()}>
              ${say("notice.retry")}
            </button>`
        }
      </span>
    </div>`;
  }

  /** The time goes on even where the notebook is too busy to say so. */
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
