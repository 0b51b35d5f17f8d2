import { html, nothing, type TemplateResult } from "lit";
import type { Workbench } from "../../actions/action.ts";
import { say } from "../../language/speech.ts";

/** The button of what the current notice offers to do. It takes the notice away. */
export function offerButton(workbench: Workbench): TemplateResult | typeof nothing {
  const { offer } = workbench;
  if (!offer) return nothing;
  const act = () => {
    workbench.notify(null);
    offer.act();
  };
  return html`<button class="button" type="button" @click=${act}>${say(offer.label)}</button>`;
}
