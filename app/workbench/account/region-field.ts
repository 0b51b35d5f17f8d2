import { html, type TemplateResult } from "lit";
import { say, speech } from "../../language/speech.ts";
import { accountTexts } from "./account-texts.ts";
import { findRegion, type Region, writeRegion } from "./regions.ts";

/** The list of regions that the fields of an element offer; names in both languages are found. */
export function regionList(regions: readonly Region[]): TemplateResult {
  const { language } = speech;
  return html`<datalist id="regions">
    ${regions.map((region) => html`<option value=${writeRegion(region, language)}>${language.startsWith("zh") ? region.en : region.zh}</option>`)}
  </datalist>`;
}

/** A field in which a region is searched by its name in either language, or its code; an empty one is no region. */
export function regionField(
  label: string,
  regions: readonly Region[],
  code: string | null,
  set: (code: string | null) => void,
): TemplateResult {
  const region = regions.find((each) => each.code === code);
  return html`<label class="region">
    ${label}
    <input
      class="field"
      list="regions"
      autocomplete="off"
      spellcheck="false"
      placeholder=${say(accountTexts.regionHint())}
      .value=${region ? writeRegion(region, speech.language) : (code ?? "")}
      @change=${({ target }: Event) => {
        const field = target as HTMLInputElement;
        const text = field.value.trim();
        const found = findRegion(regions, text);
        field.setCustomValidity(text !== "" && !found ? say(accountTexts.regionUnknown()) : "");
        field.setAttribute("aria-invalid", text !== "" && !found ? "true" : "false");
        if (found) field.value = writeRegion(found, speech.language);
        if (found || text === "") set(found?.code ?? null);
        else field.reportValidity();
      }}
    />
  </label>`;
}
