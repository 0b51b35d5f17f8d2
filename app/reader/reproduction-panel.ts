import { html, nothing, type TemplateResult } from "lit";
import type { Sentence } from "../../lib/message/message.ts";
import { say } from "../language/speech.ts";
import type { CellVerdict } from "./reproduction.ts";
import { readerTexts, verdictTexts } from "./texts.ts";

/** The state of a run that is compared with the published results. */
export type Reproduction =
  | { readonly state: "running"; readonly done: number; readonly all: number }
  | { readonly state: "done"; readonly verdicts: readonly CellVerdict[]; readonly digits: number }
  | { readonly state: "failed"; readonly reason: Sentence };

/** Which outputs a second run reproduced: a summary, and cell by cell. */
export function reproductionPanel(
  reproduction: Reproduction,
  close: () => void,
  reveal: (cell: number) => void,
): TemplateResult {
  return html`<section class="reproduction" aria-label=${say(readerTexts.reproduction())}>
    <p class="sum" role="status">${sumOf(reproduction)}</p>
    ${
      reproduction.state === "done"
        ? html`<ol>
              ${reproduction.verdicts.map(
                ({ cell, place, verdict, reason }) => html`<li data-verdict=${verdict}>
                  <button type="button" @click=${() => reveal(cell)}>${say(readerTexts.cell({ place }))}</button>
                  <span>${say(verdictTexts[verdict]())}${reason ? html`<br />${say(reason)}` : nothing}</span>
                </li>`,
              )}
            </ol>
            <p class="how">${say(readerTexts.how({ digits: reproduction.digits }))}</p>`
        : nothing
    }
    <button type="button" class="close" @click=${close}>${say(readerTexts.close())}</button>
  </section>`;
}

function sumOf(reproduction: Reproduction): string {
  if (reproduction.state === "running")
    return say(readerTexts.reproducing({ done: reproduction.done, all: reproduction.all }));
  if (reproduction.state === "failed") return say(readerTexts.notReproduced({ reason: reproduction.reason }));
  const proved = reproduction.verdicts.filter(({ verdict }) => verdict !== "unproved");
  const same = proved.filter(({ verdict }) => verdict === "same");
  return same.length === proved.length
    ? say(readerTexts.reproduced({ count: same.length }))
    : say(readerTexts.differs({ count: proved.length - same.length, all: proved.length }));
}
