import { html, type TemplateResult } from "lit";

/** The search field above a list. */
export function searchField(label: string, typed: string, type: (typed: string) => void): TemplateResult {
  return html`<div class="find">
    <input
      class="field"
      type="search"
      placeholder=${label}
      aria-label=${label}
      .value=${typed}
      @input=${(event: InputEvent) => type((event.target as HTMLInputElement).value)}
    />
  </div>`;
}
