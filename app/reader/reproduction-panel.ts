import { html, nothing, type TemplateResult } from "lit";
import type { Sentence } from "../../lib/message/message.ts";
import { say } from "../language/speech.ts";
import type { CellVerdict } from "./reproduction.ts";
import { translated } from "./sentences.ts";

/** What is known of a run that is held against what was published. */
export type Reproduction =
  | { readonly state: "running"; readonly done: number; readonly all: number }
  | { readonly state: "done"; readonly verdicts: readonly CellVerdict[]; readonly digits: number }
  | { readonly state: "failed"; readonly reason: Sentence };

/** Which outputs a second run agrees with: in sum, and cell by cell. */
export function reproductionPanel(
  reproduction: Reproduction,
  close: () => void,
  reveal: (cell: number) => void,
): TemplateResult {
  return html`<section class="reproduction" aria-label=${say("reader.reproduction")}>
    <p class="sum" role="status">${sumOf(reproduction)}</p>
    ${
      reproduction.state === "done"
        ? html`<ol>
              ${reproduction.verdicts.map(
                ({ cell, place, verdict, reason }) => html`<li data-verdict=${verdict}>
                  <button type="button" @click=${() => reveal(cell)}>${say("cell.cell", { place })}</button>
                  <span>${say(`reader.verdict.${verdict}`)}${reason ? html`<br />${translated(reason)}` : nothing}</span>
                </li>`,
              )}
            </ol>
            <p class="how">${say("reader.how", { digits: reproduction.digits })}</p>`
        : nothing
    }
    <button type="button" class="close" @click=${close}>${say("reader.close")}</button>
  </section>`;
}

function sumOf(reproduction: Reproduction): string {
  if (reproduction.state === "running")
    return say("reader.reproducing", { done: reproduction.done, all: reproduction.all });
  if (reproduction.state === "failed") return say("reader.notReproduced", { reason: translated(reproduction.reason) });
  const proved = reproduction.verdicts.filter(({ verdict }) => verdict !== "unproved");
  const same = proved.filter(({ verdict }) => verdict === "same");
  return same.length === proved.length
    ? say("reader.reproduced", { count: same.length })
    : say("reader.differs", { count: proved.length - same.length, all: proved.length });
}
