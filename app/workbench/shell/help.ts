import { css, html } from "lit";
import type { Message, Sentence } from "../../../lib/message/message.ts";
import type { Action, ActionGroup, Place } from "../../actions/action.ts";
import { isMac, writeKeys } from "../../actions/chord.ts";
import { groupTexts } from "../../actions/group-texts.ts";
import { pageActionTexts } from "../../actions/page-actions.ts";
import { type ActionId, actionOf, actions } from "../../actions/table.ts";
import { controls } from "../../design/controls.ts";
import { icon } from "../../design/icons.ts";
import { punctuation } from "../../language/punctuation.ts";
import { say } from "../../language/speech.ts";
import { showModal } from "../../live/modal-dialog.ts";
import { showState } from "./cell-words.ts";
import { DialogElement } from "./dialog-element.ts";
import { chartTexts, helpTexts, stateMeaningTexts } from "./help-texts.ts";

const groups: readonly ActionGroup[] = ["run", "edit", "notebook", "view", "slides", "page"];
const states = ["queued", "running", "stale", "paused", "failed"] as const;
const colours = ["production", "consumption", "trade-in", "trade-out", "natural", "sink"] as const;

/** First steps; the keys, from the table of actions; the states of a cell; the meanings of colours. */
export class Help extends DialogElement {
  static override styles = [
    controls,
    css`
      dialog {
        width: min(46rem, calc(100vw - 1.5rem));
        max-height: min(44rem, calc(100dvh - 3rem));
        font-size: var(--text-interface);
      }
      .head {
        position: sticky;
        top: 0;
        display: flex;
        align-items: center;
        justify-content: space-between;
        padding: var(--space-3) var(--space-3) var(--space-3) var(--space-6);
        background: var(--raised);
        border-bottom: 1px solid var(--rule);
      }
      h2 {
        margin: 0;
        font-family: var(--font-prose);
        font-size: var(--text-title);
        font-weight: 600;
      }
      .body {
        padding: var(--space-4) var(--space-6) var(--space-6);
      }
      .how {
        margin: 0 0 var(--space-4);
        padding-left: 1.5rem;
        font-family: var(--font-prose);
        font-size: 1rem;
        line-height: 1.5;
      }
      .columns {
        columns: 18rem auto;
        column-gap: var(--space-8);
      }
      section {
        break-inside: avoid;
        padding-bottom: var(--space-4);
      }
      h3 {
        margin: 0 0 var(--space-1);
        font-size: var(--text-small);
        font-weight: 600;
        color: var(--ink-muted);
      }
      dl {
        margin: 0;
      }
      dl > div {
        display: flex;
        align-items: baseline;
        justify-content: space-between;
        gap: var(--space-4);
        padding: 0.1875rem 0;
      }
      dd {
        margin: 0;
        text-align: right;
      }
      .states dt {
        flex: none;
        min-width: 5.5rem;
      }
      .states dd {
        flex: 1;
        text-align: left;
        color: var(--ink-muted);
      }
      .sample {
        flex: none;
        width: 1.75rem;
        height: 0.75rem;
        border-radius: 2px;
      }
      .colours {
        list-style: none;
        margin: 0;
        padding: 0;
      }
      .colours li {
        display: flex;
        align-items: center;
        gap: var(--space-3);
        padding: 0.1875rem 0;
      }
    `,
  ];

  show(): void {
    showModal(this.dialog);
  }

  protected override render() {
    return html`<dialog aria-labelledby="title" @click=${this.#onClick} @close=${this.#closed}>
      <div class="head">
        <h2 id="title">${say(helpTexts.title())}</h2>
        <button
          class="tool"
          type="button"
          title=${say(pageActionTexts.close())}
          aria-label=${say(pageActionTexts.close())}
          @click=${() => this.close()}
        >
          ${icon("close")}
        </button>
      </div>
      <div class="body">
        <h3>${say(helpTexts.start())}</h3>
        <ol class="how">${this.#firstSteps().map((step) => html`<li>${say(step)}</li>`)}</ol>
        <div class="columns">
          ${this.#renderCellKeys("cell")}${this.#renderCellKeys("editor")}${groups.map((group) => this.#renderKeys(group))}${this.#renderStates()}${this.#renderColours()}
        </div>
      </div>
    </dialog>`;
  }

  #firstSteps(): Message[] {
    const keysOf = (id: ActionId) => writeKeys(actionOf(id).keys[0]!, mac);
    return [
      helpTexts.inputs(),
      helpTexts.code({ run: keysOf("cell-run-next") }),
      helpTexts.source(),
      helpTexts.uncertainty(),
      helpTexts.data(),
      helpTexts.palette({ all: keysOf("palette") }),
    ];
  }

  #renderKeys(group: ActionGroup) {
    const withKeys = (actions as readonly Action[]).filter(
      (action) => action.group === group && action.keys.length > 0,
    );
    return html`<section>
      <h3>${say(groupTexts[group]())}</h3>
      <dl>${withKeys.map(({ label, keys }) => keyRow(label, keys))}</dl>
    </section>`;
  }

  #renderCellKeys(place: Place) {
    const here = (actions as readonly Action[]).filter(
      ({ group, keys, places }) => group === "cell" && keys.length > 0 && places?.includes(place),
    );
    const when = say(place === "cell" ? helpTexts.command() : helpTexts.editing());
    return html`<section>
      <h3>${say(groupTexts.cell())}${say(punctuation.comma())}${when}</h3>
      <dl>${here.map(({ label, keys }) => keyRow(label, keys))}</dl>
    </section>`;
  }

  #renderStates() {
    return html`<section>
      <h3>${say(helpTexts.states())}</h3>
      <dl class="states">
        ${states.map((status) => {
          return html`<div>
            <dt>${showState(status)}</dt>
            <dd>${say(stateMeaningTexts[status]())}</dd>
          </div>`;
        })}
      </dl>
    </section>`;
  }

  #renderColours() {
    return html`<section>
      <h3>${say(helpTexts.colours())}</h3>
      <ul class="colours">
        ${colours.map((role) => {
          return sampleRow(chartTexts[role](), `background: var(--chart-${role})`);
        })}
        ${sampleRow(chartTexts.avoided(), "background: repeating-linear-gradient(135deg, var(--chart-avoided) 0 1.5px, transparent 1.5px 5px); outline: 1px solid var(--chart-avoided); outline-offset: -1px")}
        ${sampleRow(chartTexts.band(), "background: linear-gradient(var(--chart-consumption), var(--chart-consumption)) center / 100% 2px no-repeat, var(--chart-consumption-band)")}
        ${sampleRow(chartTexts.modelled(), "background: repeating-linear-gradient(90deg, var(--ink) 0 5px, transparent 5px 8px) center / 100% 2px no-repeat")}
      </ul>
    </section>`;
  }

  #closed = () => this.dispatchEvent(new Event("closed"));

  #onClick = (event: MouseEvent) => {
    if (event.target === this.dialog) this.dialog.close();
  };
}

const mac = isMac(navigator.platform);

function keyRow(label: Sentence, keys: readonly string[]) {
  return html`<div>
    <dt>${say(label)}</dt>
    <dd>${keys.map((chord, i) => html`${i > 0 ? " " : ""}<kbd>${writeKeys(chord, mac)}</kbd>`)}</dd>
  </div>`;
}

function sampleRow(word: Message, style: string) {
  return html`<li><span class="sample" style=${style}></span>${say(word)}</li>`;
}

customElements.define("yuheng-help", Help);
