import { html, nothing, type TemplateResult } from "lit";
import type { Bounded, Compared, ComparedNumber, ComparedRow } from "../../../kernel/montecarlo/compared.ts";
import { writeCount } from "../../language/figures.ts";
import { say } from "../../language/speech.ts";
import { writeBounded } from "../../language/uncertain-figures.ts";
import { scenarioTexts } from "../../session/scenario-texts.ts";

/** Scenarios side by side: for each number of the cell its value, its interval, and the difference from the current state. */
export function comparedScenarios({ rows, draws, seed }: Compared): TemplateResult {
  const isCertain = rows.every(({ numbers }) => numbers.every(({ lo, hi }) => hi === lo));
  return html`${rows.map((row) => tableOf(row, rows.length > 1))}
    <p class="hint" role="status">
      ${isCertain ? say(scenarioTexts.certain()) : say(scenarioTexts.made({ draws: writeCount(draws), seed }))}
    </p>`;
}

function tableOf({ slot, path, unit, numbers }: ComparedRow, isOneOfMany: boolean): TemplateResult {
  const name = !isOneOfMany ? "" : [slot.name || slot.text || "", ...path].filter((part) => part !== "").join(" · ");
  const caption = [name, unit].filter(Boolean).join(", ");
  return html`<table>
    ${caption ? html`<caption>${caption}</caption>` : nothing}
    <thead>
      <tr>
        <th scope="col">${say(scenarioTexts.scenario())}</th>
        <th scope="col">${say(scenarioTexts.value())}</th>
        <th scope="col">${say(scenarioTexts.difference())}</th>
      </tr>
    </thead>
    <tbody>
      ${numbers.map(rowOf)}
    </tbody>
  </table>`;
}

function rowOf(number: ComparedNumber): TemplateResult {
  return html`<tr>
    <th scope="row">${number.scenario}</th>
    <td>${boundedOf(number)}</td>
    <td>${number.difference ? boundedOf(number.difference, true) : nothing}</td>
  </tr>`;
}

function boundedOf(number: Bounded, signed = false): TemplateResult {
  const { value, bounds } = writeBounded(number);
  return html`${signed && number.value > 0 ? "+" : ""}${value}${bounds ? html`<small>${bounds}</small>` : nothing}`;
}
