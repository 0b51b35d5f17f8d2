import { html, type TemplateResult } from "lit";
import type { CellState } from "../../kernel/runtime/state.ts";
import { messages } from "../../lib/message/message.ts";
import { cellActionTexts } from "../actions/cell-actions.ts";
import { stateTexts } from "../language/cell-states.ts";
import { writeDuration, writeNumber } from "../language/figures.ts";
import { say, sayPart } from "../language/speech.ts";

const texts = messages("frame.working", {
  left: { en: "about {duration} left", zh: "约剩 {duration}" },
});

/** How long a run lasts before its work is told where its result will be, so that short runs do not flicker. */
export const WORKING_AFTER_MS = 1000;

/** The least part of the work, and of time in milliseconds, from which the rest is foretold. */
const LEAST_FRACTION = 0.05;
const LEAST_TIME_MS = 2000;

/** How long a run will still take by its pace so far; null while that says little. */
export function timeLeft(elapsed: number, fraction: number | null): number | null {
  if (fraction === null || fraction < LEAST_FRACTION || elapsed < LEAST_TIME_MS) return null;
  return (elapsed / Math.min(fraction, 1)) * (1 - Math.min(fraction, 1));
}

/** What a long run is doing, how far it is, how long it will still take, and Stop. */
export function workingLine(
  { progress }: Pick<CellState, "progress">,
  elapsed: number,
  stop: () => void,
): TemplateResult {
  const fraction = progress?.fraction ?? null;
  const left = timeLeft(elapsed, fraction);
  const doing = progress?.message ? sayPart(progress.message) : say(stateTexts.running());
  const facts = [
    ...(fraction === null ? [] : [writeNumber(fraction, { style: "percent", maximumFractionDigits: 0 })]),
    writeDuration(elapsed),
    ...(left === null ? [] : [say(texts.left({ duration: writeDuration(left) }))]),
  ];
  return html`<progress aria-label=${doing} .max=${1} .value=${fraction ?? 0} ?data-endless=${fraction === null}></progress>
    <span class="doing">${doing}</span>
    <span class="facts">${facts.join(" · ")}</span>
    <button type="button" @click=${stop}>${say(cellActionTexts.stop())}</button>`;
}
