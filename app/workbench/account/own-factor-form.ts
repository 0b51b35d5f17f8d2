import { css, html, LitElement, nothing, type PropertyDeclarations } from "lit";
import type { MatchedLine } from "../../../lib/account/account-shapes.ts";
import { controls } from "../../design/controls.ts";
import { say } from "../../language/speech.ts";
import { editorRows } from "./editor-rows.ts";
import type { Decision } from "./mapping-edits.ts";
import {
  draftOf,
  isPlaced,
  isPurchased,
  type OwnFactorDraft,
  type OwnFactorField,
  type OwnFactorProblem,
  ownFactorOf,
  placesFor,
  unitsFor,
} from "./own-factor-draft.ts";
import { ownFactorTexts } from "./own-factor-texts.ts";

/** The fields of a person's own factor for lines of one name. Calls `decide`. */
export class OwnFactorForm extends LitElement {
  static override properties: PropertyDeclarations = {
    line: { attribute: false },
    hasPlaces: { attribute: false },
    entered: { state: true },
    problem: { state: true },
  };
  static override styles = [
    controls,
    editorRows,
    css`
      :host {
        display: block;
      }
      .row label.wide {
        flex: 2 1 18rem;
      }
      .check {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        margin-top: var(--space-2);
      }
      p {
        margin: var(--space-2) 0 0;
      }
    `,
  ];

  declare line: MatchedLine;
  /** Whether lines count in scopes and categories, as those of a company do. */
  declare hasPlaces: boolean;
  /** What was typed since the line's factor was read. */
  declare private entered: Partial<OwnFactorDraft>;
  declare private problem: OwnFactorProblem | null;
  /** Called with what was decided. */
  decide: (decision: Decision) => void = () => {};

  constructor() {
    super();
    this.hasPlaces = false;
    this.entered = {};
    this.problem = null;
  }

  get #draft(): OwnFactorDraft {
    return { ...draftOf(this.line), ...this.entered };
  }

  override focus(): void {
    this.#fieldOf("value")?.focus();
  }

  #fieldOf(name: OwnFactorField) {
    return this.renderRoot.querySelector<HTMLElement>(`[name="${name}"]`);
  }

  async #apply(): Promise<void> {
    const read = ownFactorOf(this.#draft, this.line, this.hasPlaces);
    if ("factor" in read) return this.decide({ is: "own", factor: read.factor });
    this.problem = read;
    await this.updateComplete;
    this.#fieldOf(read.field)?.focus();
  }

  protected override render() {
    const { line, problem } = this;
    const draft = this.#draft;
    return html`<p class="muted">${say(ownFactorTexts.hint())}</p>
      <datalist id="units">${unitsFor(line).map((unit) => html`<option value=${unit}></option>`)}</datalist>
      <div class="row">
        ${this.#renderField("value", "narrow", { inputmode: "decimal" })}
        ${this.#renderField("unit", "", { list: "units" })} ${this.#renderField("year", "narrow", { inputmode: "numeric" })}
      </div>
      <div class="row">
        ${this.#renderField("source", "wide", { placeholder: say(ownFactorTexts.sourceHint()) })}
        ${this.hasPlaces ? this.#renderPlaces(draft) : nothing}
      </div>
      ${this.hasPlaces && isPurchased(draft, line) ? this.#renderMarket(draft) : nothing}
      ${problem === null ? nothing : html`<p class="problem" id="problem" role="alert">${say(problem.message)}</p>`}
      <div class="row">
        <button class="button" type="button" @click=${() => void this.#apply()}>${say(ownFactorTexts.apply())}</button>
        ${
          line.ownFactor === undefined
            ? nothing
            : html`<button class="button" type="button" @click=${() => this.decide({ is: "noOwn" })}>
                ${say(ownFactorTexts.remove())}
              </button>`
        }
      </div>`;
  }

  #renderField(
    name: Exclude<OwnFactorField, "place">,
    width: string,
    {
      inputmode,
      list,
      placeholder,
    }: { readonly inputmode?: string; readonly list?: string; readonly placeholder?: string },
  ) {
    const isWrong = this.problem?.field === name;
    return html`<label class=${width}>
      ${say(ownFactorTexts[name]())}
      <input
        class="field"
        name=${name}
        autocomplete="off"
        maxlength=${name === "source" ? 500 : 100}
        inputmode=${inputmode ?? nothing}
        list=${list ?? nothing}
        placeholder=${placeholder ?? nothing}
        aria-invalid=${isWrong ? "true" : nothing}
        aria-describedby=${isWrong ? "problem" : nothing}
        .value=${this.#draft[name]}
        @input=${({ target }: Event) => this.#enter({ [name]: (target as HTMLInputElement).value })}
        @keydown=${({ key }: KeyboardEvent) => {
          if (key === "Enter") void this.#apply();
        }}
      />
    </label>`;
  }

  #renderPlaces({ place }: OwnFactorDraft) {
    const first = isPlaced(this.line) ? ownFactorTexts.asFound() : ownFactorTexts.choosePlace();
    const isWrong = this.problem?.field === "place";
    return html`<label>
      ${say(ownFactorTexts.place())}
      <select
        class="field"
        name="place"
        aria-invalid=${isWrong ? "true" : nothing}
        aria-describedby=${isWrong ? "problem" : nothing}
        @change=${({ target }: Event) => this.#enter({ place: (target as HTMLSelectElement).value })}
      >
        <option value="" ?selected=${place === ""}>${say(first)}</option>
        ${placesFor(this.line).map(({ id, label }) => html`<option value=${id} ?selected=${id === place}>${say(label)}</option>`)}
      </select>
    </label>`;
  }

  #renderMarket({ isMarket }: OwnFactorDraft) {
    return html`<label class="check">
        <input
          type="checkbox"
          .checked=${isMarket}
          @change=${({ target }: Event) => this.#enter({ isMarket: (target as HTMLInputElement).checked })}
        />
        ${say(ownFactorTexts.market())}
      </label>
      <p class="muted">${say(ownFactorTexts.marketHint())}</p>`;
  }

  #enter(change: Partial<OwnFactorDraft>): void {
    this.entered = { ...this.entered, ...change };
    this.problem = null;
  }
}

customElements.define("yuheng-account-own-factor", OwnFactorForm);
