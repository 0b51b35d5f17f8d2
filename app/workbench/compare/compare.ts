import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { punctuation } from "../../language/punctuation.ts";
import { say } from "../../language/speech.ts";
import { compareTexts } from "./compare-texts.ts";
import "./difference.ts";
import { type Choice, type Comparison, findDifferences, preselect, type Row } from "../../../kernel/document/index.ts";
import { controls } from "../../design/controls.ts";
import { stateShape } from "../../design/state-shape.ts";
import { writeCount } from "../../language/figures.ts";
import { showModal } from "../../live/modal-dialog.ts";
import type { Session } from "../../session/contract.ts";
import type { OtherVersion } from "../../session/other-version.ts";
import { DialogElement } from "../shell/dialog-element.ts";
import { compareStyle } from "./compare-style.ts";
import { describeRow } from "./compared-row.ts";

/** The compared versions, as they were when the dialog opened. */
interface Shown {
  readonly session: Session;
  readonly other: OtherVersion;
  readonly comparison: Comparison;
  readonly rows: readonly Row<unknown>[];
  readonly published: boolean;
}

/** Two versions of a notebook, cell by cell, with a choice between them. Escape changes nothing. */
export class Compare extends DialogElement {
  static override properties = {
    narrow: { attribute: false },
    shown: { state: true },
    choices: { state: true },
  };
  static override styles = [controls, compareStyle];

  declare narrow: boolean;
  declare private shown: Shown | null;
  declare private choices: ReadonlyMap<string, Choice>;

  constructor() {
    super();
    this.narrow = false;
    this.shown = null;
    this.choices = new Map();
  }

  /** Compares another version with that of the page. */
  async show(session: Session, key: string): Promise<void> {
    const other = session.autosave.others.find((each) => each.key === key);
    const comparison = other && session.autosave.compare(key);
    if (!other || !comparison) return;
    const rows = findDifferences(comparison);
    this.choices = new Map(rows.flatMap((row) => chosen(row)));
    this.shown = { session, other, comparison, rows, published: session.autosave.saveState === "read-only" };
    await this.updateComplete;
    showModal(this.dialog);
  }

  protected override render() {
    return html`<dialog
      aria-labelledby="title"
      @close=${() => {
        this.shown = null;
      }}
    >
      ${this.shown ? this.#renderShown(this.shown) : nothing}
    </dialog>`;
  }

  #renderShown({ other, comparison, rows, published }: Shown) {
    const open = rows.filter(({ key }) => !this.choices.has(key)).length;
    const where = compareTexts[other.where === "disk" && published ? "published" : other.where]();
    return html`<div class="head">
        <h2 id="title">${say(compareTexts.title())}</h2>
        <p>
          ${say(punctuation.labelled({ label: compareTexts.mine(), value: compareTexts.mineWhere() }))} ·
          ${say(punctuation.labelled({ label: compareTexts.theirs(), value: where }))}
        </p>
        <p>${say(compareTexts.how())}
        </p>
        ${comparison.outside ? html`<p>${say(compareTexts.outside())}</p>` : nothing}
      </div>
      <div class="rows">
        ${rows.length === 0 ? html`<p class="empty">${say(compareTexts.same())}</p>` : nothing}
        ${repeat(
          rows,
          ({ key }) => key,
          (row) => this.#renderRow(row),
        )}
      </div>
      <div class="foot">
        <span class="count" role="status">
          ${say(compareTexts.summary({ count: writeCount(rows.length) }))}${
            open > 0
              ? html` · <span class="state stale">${stateShape("stale")}${say(compareTexts.open({ count: writeCount(open) }))}</span>`
              : nothing
          }
        </span>
        <button class="button" type="button" @click=${() => this.close()}>${say(compareTexts.cancel())}</button>
        <button class="button" type="button" @click=${() => this.#chooseAll("mine")}>${say(compareTexts.allMine())}</button>
        <button class="button" type="button" @click=${() => this.#chooseAll("theirs")}>${say(compareTexts.allTheirs())}</button>
        <button
          class="button primary"
          type="button"
          aria-disabled=${open > 0 ? "true" : nothing}
          @click=${() => open === 0 && this.#use()}
        >
          ${say(compareTexts.use())}
        </button>
      </div>`;
  }

  #renderRow(row: Row<unknown>) {
    const { name, change, mine, theirs, both } = describeRow(row);
    const choice = this.choices.get(row.key);
    const conflict = row.change === "conflict";
    return html`<fieldset class="row ${choice ? "" : "open"}" aria-label="${name}: ${say(change)}">
      <div class="top">
        <span class="name">${name}</span>
        <span class="change">
          ${conflict ? html`<span class="state stale">${stateShape("stale")}${say(change)}</span>` : say(change)}
        </span>
        <span class="choices">
          ${(["mine", "theirs", ...(both ? (["both"] as const) : [])] as const).map(
            (each) => html`<label>
              <input
                type="radio"
                name=${row.key}
                value=${each}
                .checked=${choice === each}
                @change=${() => {
                  this.choices = new Map(this.choices).set(row.key, each);
                }}
              />${say(compareTexts[each]())}
            </label>`,
          )}
        </span>
      </div>
      <details ?open=${conflict}>
        <summary>${say(compareTexts.show())}</summary>
        <yuheng-difference .mine=${mine} .theirs=${theirs} .narrow=${this.narrow}></yuheng-difference>
      </details>
    </fieldset>`;
  }

  #chooseAll(choice: Choice): void {
    this.choices = new Map(this.shown?.rows.map(({ key }) => [key, choice]));
  }

  #use(): void {
    const { shown, choices } = this;
    if (!shown) return;
    shown.session.merge(shown.other, shown.comparison, choices);
    this.close();
  }
}

function chosen(row: Row<unknown>): [string, Choice][] {
  const choice = preselect(row);
  return choice ? [[row.key, choice]] : [];
}

customElements.define("yuheng-compare", Compare);
