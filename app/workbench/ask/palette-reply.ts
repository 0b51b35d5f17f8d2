import { css, html, nothing, type PropertyValues } from "lit";
import { messageOf } from "../../../lib/message/fault.ts";
import type { Sentence } from "../../../lib/message/message.ts";
import { controls } from "../../design/controls.ts";
import { icon } from "../../design/icons.ts";
import { say } from "../../language/speech.ts";
import type { DialogueController } from "../../session/dialogue-controller.ts";
import type { Exchange } from "../../session/dialogue-exchange.ts";
import { Watcher } from "../shell/watcher.ts";
import { WorkbenchElement } from "../shell/workbench-element.ts";
import { askTexts } from "./ask-texts.ts";
import "./reply-view.ts";

/** The reply to a question that was typed in the palette. Dispatches `leave` when what was pressed is to be seen elsewhere. */
export class PaletteReply extends WorkbenchElement {
  static override properties = {
    question: { attribute: false },
    dialogue: { state: true },
    problem: { state: true },
  };
  static override styles = [
    controls,
    css`
      :host {
        display: block;
        padding: var(--space-3) var(--space-4) var(--space-4);
        overflow-y: auto;
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2);
        margin-top: var(--space-3);
      }
      .hint {
        color: var(--ink-muted);
        font-size: var(--text-small);
      }
      .failed {
        margin: var(--space-2) 0 0;
        color: var(--state-failed);
        font-size: var(--text-interface);
      }
    `,
  ];

  /** Asked when it is set. */
  declare question: string;
  declare private dialogue: DialogueController | null;
  declare private problem: Sentence | null;

  constructor() {
    super();
    this.question = "";
    this.dialogue = null;
    this.problem = null;
    new Watcher(this, () => this.dialogue);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("question") && this.question !== "") void this.#ask(this.question);
  }

  async #ask(question: string): Promise<void> {
    this.problem = null;
    try {
      this.dialogue = (await this.session?.dialogue()) ?? null;
    } catch (error) {
      this.problem = askTexts.unloaded({ reason: messageOf(error) });
      return;
    }
    // Another question may have been typed while the program was loaded.
    if (question === this.question) await this.dialogue?.ask(question);
  }

  /** The reply that is shown: to the last turn, which may be one of the questions that a refusal offers. */
  get #exchange(): Exchange | undefined {
    return this.dialogue?.exchanges.at(-1);
  }

  protected override render() {
    const exchange = this.#exchange;
    const { dialogue, problem } = this;
    return html`<div role="status" aria-live="polite">
        ${
          dialogue && exchange
            ? html`<yuheng-reply
                .workbench=${this.workbench}
                .session=${this.session}
                .dialogue=${dialogue}
                .exchange=${exchange}
                @preview=${this.openPanel}
                @follow=${this.#leave}
              ></yuheng-reply>`
            : nothing
        }
        ${problem ? html`<p class="failed">${say(problem)}</p>` : nothing}
      </div>
      ${
        exchange && exchange.state !== "asking"
          ? html`<div class="row">
              ${
                exchange.proposal
                  ? html`<button class="button primary" type="button" @click=${() => void this.keep()}>${icon("check")}${say(askTexts.keepAll())}</button>`
                  : nothing
              }
              <button class="button" type="button" @click=${this.openPanel}>${icon("panel")}${say(askTexts.openPanel())}</button>
              ${exchange.proposal ? html`<span class="hint">${say(askTexts.keepHint())}</span>` : nothing}
            </div>`
          : nothing
      }`;
  }

  /** Keeps the cells of the reply, if it has any. */
  async keep(): Promise<void> {
    const exchange = this.#exchange;
    if (!this.dialogue || !exchange?.proposal) return;
    this.problem = await this.dialogue.keep(exchange.id);
    if (this.problem) return;
    this.workbench.notify(() => say(askTexts.keptNow()));
    this.#leave();
  }

  /** Shows the whole conversation. */
  openPanel = () => {
    this.#leave();
    this.workbench.showTab("ask");
  };

  #leave = () => {
    this.dispatchEvent(new Event("leave"));
  };
}

customElements.define("yuheng-palette-reply", PaletteReply);
