import { css, html, nothing, type TemplateResult } from "lit";
import type { FoundTable } from "../../../lib/files/table/table-file.ts";
import { type ColumnType, columnTypes } from "../../../lib/files/table/table-reading.ts";
import { writeCount } from "../../language/figures.ts";
import { say } from "../../language/speech.ts";
import { addDataTexts } from "./add-data-texts.ts";

/** The most columns that are shown, with their fields. */
const SHOWN = 60;

export const previewStyle = css`
  .preview {
    overflow: auto;
    max-height: 21rem;
    border: 1px solid var(--rule);
    border-radius: var(--radius-small);
  }
  @media (max-width: 40rem) {
    .preview {
      max-height: 13rem;
    }
  }
  .preview table {
    border-collapse: collapse;
    min-width: 100%;
    font-size: var(--text-small);
    font-variant-numeric: tabular-nums;
  }
  .preview caption {
    position: absolute;
    clip-path: inset(50%);
  }
  .preview :is(th, td) {
    padding: 0.25rem var(--space-2);
    text-align: left;
    white-space: nowrap;
  }
  .preview th {
    position: sticky;
    top: 0;
    z-index: 1;
    vertical-align: top;
    background: var(--surface);
    box-shadow: inset 0 -1px var(--rule-strong);
  }
  .preview td {
    max-width: 16rem;
    overflow: hidden;
    text-overflow: ellipsis;
    border-bottom: 1px solid var(--rule);
  }
  .preview tr:last-child td {
    border-bottom: 0;
  }
  .preview td.number {
    text-align: right;
  }
  .preview td .muted {
    font-style: italic;
  }
  .preview .column {
    display: block;
    max-width: 16rem;
    overflow: hidden;
    text-overflow: ellipsis;
    font-weight: 600;
  }
  .preview .fields {
    display: flex;
    gap: var(--space-1);
    margin-top: var(--space-1);
  }
  .preview .fields .field {
    height: 1.625rem;
    padding: 0 0.25rem;
    font-size: var(--text-small);
    font-weight: 400;
  }
  .preview select.field {
    width: auto;
    min-width: 5.5rem;
  }
  .preview input.field {
    width: 5rem;
  }
`;

/** The first rows of a table as it will be read. Above each column stand its name, and fields for type and unit. */
export function tablePreview(
  { title, reading, preview }: FoundTable,
  setType: (column: string, type: ColumnType) => void,
  setUnit: (column: string, unit: string) => void,
): TemplateResult {
  const columns = reading.columns.slice(0, SHOWN);
  const hidden = reading.columns.length - columns.length;
  const isNumber = columns.map(({ type }) => type === "integer" || type === "number");
  return html`<div class="preview" role="region" tabindex="0" aria-label=${say(addDataTexts.preview({ title }))}>
      <table>
        <caption>${say(addDataTexts.preview({ title }))}</caption>
        <thead>
          <tr>
            ${columns.map(
              ({ name, type, unit }, i) => html`<th scope="col">
                <span class="column" title=${name}>${name}</span>
                <span class="fields">
                  <select
                    class="field"
                    aria-label=${say(addDataTexts.type({ column: name }))}
                    .value=${type}
                    @change=${({ target }: Event) => {
                      const chosen = columnTypes.find((each) => each === (target as HTMLSelectElement).value);
                      if (chosen) setType(name, chosen);
                    }}
                  >
                    ${columnTypes.map(
                      (each) =>
                        html`<option value=${each} ?selected=${each === type}>${say(addDataTexts[each]())}</option>`,
                    )}
                  </select>
                  ${isNumber[i] ? unitField(name, unit, setUnit) : nothing}
                </span>
              </th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${preview.map(
            (row) => html`<tr>
              ${columns.map((_, i) => {
                const value = row[i] ?? null;
                return html`<td class=${isNumber[i] ? "number" : ""} title=${value ?? nothing}>
                  ${value ?? html`<span class="muted">${say(addDataTexts.emptyValue())}</span>`}
                </td>`;
              })}
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${hidden > 0 ? html`<p class="muted">${say(addDataTexts.moreColumns({ count: writeCount(hidden) }))}</p>` : nothing}`;
}

/** Only numbers have units. */
function unitField(column: string, unit: string, set: (column: string, unit: string) => void): TemplateResult {
  return html`<input
    class="field"
    maxlength="100"
    autocomplete="off"
    spellcheck="false"
    placeholder=${say(addDataTexts.unitHint())}
    aria-label=${say(addDataTexts.unit({ column }))}
    .value=${unit}
    @change=${({ target }: Event) => set(column, (target as HTMLInputElement).value.trim())}
  />`;
}
