import { css, html, nothing, type TemplateResult } from "lit";
import type { Sheet, SheetReading } from "../../../lib/account/line-shape.ts";
import { showSentence } from "../../design/sentence.ts";
import { writeCount } from "../../language/figures.ts";
import { say } from "../../language/speech.ts";
import { accountTexts } from "./account-texts.ts";
import { tell } from "./tell.ts";

/** The columns of a sheet that its preview shows; its rows are those that the desk gives. */
const COLUMNS = 12;

export const sheetsStyle = css`
  .sheets {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-1) var(--space-2);
    max-height: 9rem;
    margin: 0 0 var(--space-3);
    padding: 0;
    overflow: auto;
    list-style: none;
  }
  .sheets li {
    display: flex;
    align-items: center;
    max-width: 100%;
    border: 1px solid var(--rule);
    border-radius: var(--radius-small);
  }
  .sheets li:has([aria-pressed="true"]) {
    border-color: var(--accent);
    background: var(--selected);
  }
  .sheets label {
    display: grid;
    flex: none;
    place-items: center;
    width: 2rem;
    height: 2rem;
  }
  .sheets input {
    width: 1rem;
    height: 1rem;
    margin: 0;
  }
  .sheets button {
    min-width: 0;
    min-height: 2rem;
    padding: 0 var(--space-2) 0 0;
    overflow-wrap: anywhere;
  }
  .preview {
    overflow: auto;
    max-height: 17rem;
    border: 1px solid var(--rule);
    border-radius: var(--radius-small);
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
  .preview td {
    max-width: 14rem;
    padding: 0.25rem var(--space-2);
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    border-bottom: 1px solid var(--rule);
  }
  .preview th {
    position: sticky;
    left: 0;
    width: 1%;
    padding: 0;
    background: var(--surface);
    border-bottom: 1px solid var(--rule);
  }
  .preview th button {
    width: 100%;
    min-width: 2.75rem;
    min-height: 1.75rem;
    padding: 0 var(--space-2);
    text-align: right;
    color: var(--link);
  }
  .preview tr.names td {
    font-weight: 600;
    background: var(--selected);
  }
  .preview tr.names th button {
    font-weight: 600;
    color: var(--ink);
    background: var(--selected);
  }
`;

/** What the sheets are shown from, and what is called when one is changed. */
export interface SheetsPart {
  readonly sheets: readonly Sheet[];
  /** As they were read; empty until they are. */
  readonly readings: readonly SheetReading[];
  /** The names of those that were chosen; null if they were found. */
  readonly chosen: readonly string[] | null;
  /** The place of the one that is shown. */
  readonly at: number;
  /** Those whose head was set by hand. */
  readonly heads: Readonly<Record<string, number>>;
  show(at: number): void;
  /** Sets the names of the sheets that are read. */
  choose(names: readonly string[]): void;
  /** Sets the row of a sheet's head; null has it found. */
  setHead(sheet: string, row: number | null): void;
}

/** The sheets of a file with a tick each, and the first rows of one, where a press on a row says that the head is there. */
export function sheetsPart(part: SheetsPart): TemplateResult {
  const { sheets, readings, at } = part;
  const sheet = sheets[at];
  const reading = readings.find(({ sheet: name }) => name === sheet?.name);
  return html`${sheets.length > 1 ? sheetList(part) : nothing}
    ${reading?.reason ? html`<p class="muted">${showSentence(tell(reading.reason))}</p>` : nothing}
    ${sheet ? previewOf(sheet, reading?.head ?? null, part) : nothing}`;
}

function isRead({ chosen, readings }: SheetsPart, name: string): boolean {
  return chosen?.includes(name) ?? readings.find(({ sheet }) => sheet === name)?.isUsed ?? false;
}

function sheetList(part: SheetsPart): TemplateResult {
  const { sheets, readings, at } = part;
  const toggle = (name: string, isOn: boolean) => {
    const before = sheets.map((each) => each.name).filter((each) => isRead(part, each));
    part.choose(isOn ? [...before, name] : before.filter((each) => each !== name));
  };
  return html`<ul class="sheets" aria-label=${say(accountTexts.sheets())}>
    ${sheets.map(({ name }, i) => {
      const count = readings.find(({ sheet }) => sheet === name)?.lines ?? 0;
      return html`<li>
        <label>
          <input
            type="checkbox"
            aria-label=${say(accountTexts.takes({ sheet: name }))}
            .checked=${isRead(part, name)}
            @change=${({ target }: Event) => toggle(name, (target as HTMLInputElement).checked)}
          />
        </label>
        <button type="button" aria-pressed=${i === at ? "true" : "false"} @click=${() => part.show(i)}>
          ${name} ${count > 0 ? html`<span class="muted">${say(accountTexts.sheetLines({ count }))}</span>` : nothing}
        </button>
      </li>`;
    })}
  </ul>`;
}

function previewOf({ name, rows, first = 1 }: Sheet, head: SheetReading["head"], part: SheetsPart): TemplateResult {
  const width = Math.max(0, ...rows.map(({ length }) => length));
  const label = say(accountTexts.preview({ sheet: name }));
  return html`<p class="muted">
      ${say(accountTexts.headHint())}
      ${
        Object.hasOwn(part.heads, name)
          ? html`<button class="link" type="button" @click=${() => part.setHead(name, null)}>${say(accountTexts.findHead())}</button>`
          : nothing
      }
    </p>
    <div class="preview" role="region" tabindex="0" aria-label=${label}>
      <table>
        <caption>${label}</caption>
        <tbody>
          ${rows.map((row, i) => {
            const number = first + i;
            const isHead = head !== null && number >= head.first && number <= head.last;
            return html`<tr class=${isHead ? "names" : ""}>
              <th scope="row">
                <button
                  type="button"
                  aria-pressed=${isHead ? "true" : "false"}
                  aria-label=${say(isHead ? accountTexts.isHead({ row: number }) : accountTexts.headRow({ row: number }))}
                  title=${say(isHead ? accountTexts.isHead({ row: number }) : accountTexts.headRow({ row: number }))}
                  @click=${() => part.setHead(name, number)}
                >
                  ${number}
                </button>
              </th>
              ${row.slice(0, COLUMNS).map((cell) => html`<td title=${cell ?? ""}>${cell}</td>`)}
            </tr>`;
          })}
        </tbody>
      </table>
    </div>
    ${width > COLUMNS ? html`<p class="muted">${say(accountTexts.moreColumns({ count: writeCount(width - COLUMNS) }))}</p>` : nothing}`;
}
