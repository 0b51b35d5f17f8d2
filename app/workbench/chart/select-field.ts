import { html, type TemplateResult } from "lit";
import type { Message } from "../../../lib/message/message.ts";
import { say } from "../../language/speech.ts";

/** A field in which one of several is chosen, with its label. */
export function select(
  label: Message | string,
  value: string,
  options: readonly (readonly [value: string, text: string])[],
  set: (value: string) => void,
): TemplateResult {
  return html`<label><span>${typeof label === "string" ? label : say(label)}</span>
    <select class="field" @change=${({ target }: Event) => set((target as HTMLSelectElement).value)}>
      ${options.map(([each, text]) => html`<option value=${each} .selected=${each === value}>${text}</option>`)}
    </select>
  </label>`;
}
