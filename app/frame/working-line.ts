import { html, type TemplateResult } from "lit";
import type { CellState } from "../../kernel/runtime/state.ts";
import { cellActionTexts } from "../actions/cell-actions.ts";
import { stateTexts } from "../language/cell-states.ts";
import { say, sayPart } from "../language/speech.ts";
import { workFacts } from "../language/work-facts.ts";

/** What a long run is doing, how far it is, how long it will still take, and Stop. */
export function workingLine(
  { progress }: Pick<CellState, "progress">,
  elapsed: number,
  stop: () => void,
): TemplateResult {
  const fraction = progress?.fraction ?? null;
  const doing = progress?.message ? sayPart(progress.message) : say(stateTexts.running());
  return html`<progress aria-label=${doing} .max=${1} .value=${fraction ?? 0} ?data-endless=${fraction === null}></progress>
    <span class="doing">${doing}</span>
    <span class="facts">${workFacts(elapsed, fraction)}</span>
    <button type="button" @click=${stop}>${say(cellActionTexts.stop())}</button>`;
}
