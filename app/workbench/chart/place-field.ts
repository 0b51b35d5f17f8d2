import { html, nothing, type TemplateResult } from "lit";
import { type Choice, Combobox } from "../../design/combobox.ts";
import { say, sayText, speech } from "../../language/speech.ts";
import { chartTexts } from "./chart-texts.ts";
import type { OfferedNames } from "./offered-names.ts";

/** The field in which places, or values of a column, are typed and chosen. */
export class PlaceField {
  readonly #offered: () => OfferedNames | null;
  #ofPlaces = true;
  readonly #combobox: Combobox;

  /** @param offered the names among which is chosen now */
  constructor(offered: () => OfferedNames | null) {
    this.#offered = offered;
    const chosen = () => this.#choices(this.#offered()?.chosen ?? []);
    this.#combobox = new Combobox(
      {
        search: async (typed) => {
          const now = this.#offered();
          const found = now?.names.search(typed, now.codes) ?? [];
          const choices = this.#choices(found.map(({ code }) => code).filter((code) => !now?.chosen.includes(code)));
          // The whole list is read by its names.
          return typed.trim() === "" ? choices.sort((a, b) => a.name.localeCompare(b.name, speech.language)) : choices;
        },
        take: async (typed) => {
          const now = this.#offered();
          if (!now) return { found: [], rest: [] };
          const { found, rest } = now.names.take(typed, now.codes);
          return { found: this.#choices(found), rest };
        },
        get chosen() {
          return chosen();
        },
        add: (choices) => this.#offered()?.add(choices.map(({ code }) => code)),
        remove: ({ code }) => {
          const now = this.#offered();
          now?.set(now.chosen.filter((each) => each !== code));
        },
      },
      () => ({
        label: say(this.#ofPlaces ? chartTexts.places() : chartTexts.values()),
        placeholder: this.#ofPlaces ? say(chartTexts.findPlaces()) : "",
        none: (names) => say(this.#ofPlaces ? chartTexts.noPlace({ names }) : chartTexts.noValue({ names })),
      }),
      say,
    );
  }

  clear(): void {
    this.#combobox.clear();
  }

  /** Takes the places that stand in the field. False if one of them is none. */
  async take(): Promise<boolean> {
    return this.#offered() === null || (await this.#combobox.take());
  }

  /** @param ofPlaces whether the names are of places, and not of a column's values */
  render(ofPlaces: boolean): TemplateResult | typeof nothing {
    const offered = this.#offered();
    if (!offered) return nothing;
    this.#ofPlaces = ofPlaces;
    this.#combobox.refresh();
    const { chosen, isSuggested } = offered;
    const all = ofPlaces ? chartTexts.allCountries() : chartTexts.allValues();
    return html`<fieldset class="places ${isSuggested ? "suggested" : ""}">
      <legend>${say(ofPlaces ? chartTexts.places() : chartTexts.values())}</legend>
      ${this.#combobox.element}
      ${chosen.length === 0 ? html`<p class="hint">${say(all)}</p>` : nothing}
      ${isSuggested ? html`<p class="hint">${say(chartTexts.suggested())}</p>` : nothing}
    </fieldset>`;
  }

  #choices(codes: readonly string[]): Choice[] {
    const names = this.#offered()?.names;
    return names ? codes.map((code) => ({ code, name: sayText(names.nameOf(code)) })) : [];
  }
}
