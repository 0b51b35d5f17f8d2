import { html, type TemplateResult } from "lit";
import { say } from "../../language/speech.ts";
import type { ChartForm } from "./chart-choice.ts";
import { chartTexts } from "./chart-texts.ts";

/** The forms in which a chart can be drawn, of which one is shown. */
export function formChips<Form extends ChartForm>(
  forms: readonly Form[],
  shown: Form,
  set: (form: Form) => void,
): TemplateResult {
  return html`<fieldset>
    <legend>${say(chartTexts.form())}</legend>
    <div class="chips">
      ${forms.map(
        (form) => html`<button
          class="chip"
          type="button"
          data-form=${form}
          aria-pressed=${form === shown ? "true" : "false"}
          @click=${() => set(form)}
        >
          ${say(chartTexts[form as ChartForm]())}
        </button>`,
      )}
    </div>
  </fieldset>`;
}
