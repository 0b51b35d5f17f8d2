import { html, nothing, type TemplateResult } from "lit";
import { icon } from "../../design/icons.ts";
import { say, sayText } from "../../language/speech.ts";
import { chartTexts } from "./chart-texts.ts";
import type { OfferedNames } from "./offered-names.ts";

/** More places than this are not offered for what was typed. */
const MOST_FOUND = 6;

/** The field in which places are typed, with those that are found and those that are chosen. */
export class PlaceField {
  readonly #offered: () => OfferedNames | null;
  readonly #changed: () => void;
  #typed = "";
  #unknown: readonly string[] = [];

  /**
   * @param offered the names among which is chosen now
   * @param changed called when what stands in the field has changed
   */
  constructor(offered: () => OfferedNames | null, changed: () => void) {
    this.#offered = offered;
    this.#changed = changed;
  }

  clear(): void {
    this.#typed = "";
    this.#unknown = [];
    this.#changed();
  }

  /** Takes the places that stand in the field. False if one of them is none. */
  take(): boolean {
    const offered = this.#offered();
    if (!offered || this.#typed.trim() === "") return true;
    const { found, rest } = offered.names.take(this.#typed, offered.codes);
    this.#typed = rest.join(", ");
    this.#unknown = rest;
    if (found.length > 0) offered.add(found);
    this.#changed();
    return rest.length === 0;
  }

  /** @param ofPlaces whether the names are of places, and not of a column's values */
  render(ofPlaces: boolean): TemplateResult | typeof nothing {
    const offered = this.#offered();
    if (!offered) return nothing;
    const { names, codes, chosen, isSuggested } = offered;
    const found = /[,，、;；]/.test(this.#typed)
      ? []
      : names.search(this.#typed, codes).filter(({ code }) => !chosen.includes(code));
    const label = say(ofPlaces ? chartTexts.places() : chartTexts.values());
    return html`<fieldset class="places">
      <legend>${label}</legend>
      <input
        class="field"
        type="search"
        autocomplete="off"
        aria-label=${label}
        placeholder=${ofPlaces ? say(chartTexts.findPlaces()) : ""}
        .value=${this.#typed}
        @input=${this.#onInput}
        @keydown=${this.#onKey}
      />
      ${
        found.length > 0
          ? html`<ul class="chips found">
            ${found.slice(0, MOST_FOUND).map(({ code, name }) => this.#renderFound(code, sayText(name), offered))}
          </ul>`
          : nothing
      }
      ${this.#unknown.length > 0 ? html`<p class="problem" role="alert">${say(chartTexts.noPlace({ names: this.#unknown }))}</p>` : nothing}
      ${
        chosen.length > 0
          ? html`<ul class="chips ${isSuggested ? "suggested" : ""}">
            ${chosen.map((code) => this.#renderChosen(code, sayText(names.nameOf(code)), offered))}
          </ul>`
          : html`<p class="hint">${say(ofPlaces ? chartTexts.allCountries() : chartTexts.allValues())}</p>`
      }
      ${isSuggested ? html`<p class="hint">${say(chartTexts.suggested())}</p>` : nothing}
    </fieldset>`;
  }

  #renderFound(code: string, name: string, offered: OfferedNames) {
    const add = () => {
      this.clear();
      offered.add([code]);
    };
    return html`<li>
      <button class="chip" type="button" aria-label=${say(chartTexts.addPlace({ name }))} @click=${add}>${icon("add")}${name}</button>
    </li>`;
  }

  #renderChosen(code: string, name: string, { chosen, set }: OfferedNames) {
    const remove = () => set(chosen.filter((each) => each !== code));
    return html`<li>
      <button class="chip" type="button" data-place=${code} aria-label=${say(chartTexts.removePlace({ name }))} @click=${remove}>
        ${name}${icon("close")}
      </button>
    </li>`;
  }

  readonly #onInput = (event: Event) => {
    this.#typed = (event.target as HTMLInputElement).value;
    this.#unknown = [];
    this.#changed();
  };

  /** Enter takes the place that was typed, and inserts the chart if there is none. Backspace in the empty field takes the last one away. */
  readonly #onKey = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === "Enter" && this.#typed.trim() !== "") {
      event.preventDefault();
      this.take();
    } else if (event.key === "Backspace" && this.#typed === "") {
      const offered = this.#offered();
      if (offered && offered.chosen.length > 0) offered.set(offered.chosen.slice(0, -1));
    }
  };
}
