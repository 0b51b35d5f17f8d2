import { html, nothing, type TemplateResult } from "lit";
import { writeWhole } from "../../../kernel/output/table/writing.ts";
import { icon } from "../../design/icons.ts";
import { say } from "../../language/speech.ts";
import { type Filter, noFilter } from "./filter.ts";
import type { Rows } from "./rows.ts";
import { tableTexts } from "./texts.ts";

export interface ToolsHost {
  readonly rows: Rows;
  readonly filter: Filter;
  readonly filtering: boolean;
  /** True for a moment after copying. */
  readonly copied: boolean;
  toggleFilter(): void;
  setFilter(filter: Filter): void;
  copy(): void;
  download(): void;
}

/** Below a table: the number of rows, and the commands on them. */
export function toolsOf(host: ToolsHost): TemplateResult {
  const { rows, filtering } = host;
  const [found, all] = [writeWhole(rows.count), writeWhole(rows.all)];
  const count =
    rows.all === 0
      ? say(tableTexts.empty())
      : rows.filtered
        ? say(tableTexts.found({ found, rows: all }))
        : say(tableTexts.rows({ rows: all }));
  return html`<div class="table-tools">
      <span class="count" role="status">${rows.working ? say(tableTexts.working()) : host.copied ? say(tableTexts.copied()) : count}</span>
      <button type="button" class="filter" aria-expanded=${filtering ? "true" : "false"} @click=${() => host.toggleFilter()}>
        ${icon("palette")}${say(tableTexts.filter())}
      </button>
      <button type="button" class="copy" @click=${() => host.copy()}>${say(tableTexts.copy())}</button>
      <button type="button" class="csv" aria-label=${say(tableTexts.csvLabel())} title=${say(tableTexts.csvLabel())} @click=${() => host.download()}>
        ${icon("download")}${say(tableTexts.csv())}
      </button>
    </div>
    ${filtering ? filterOf(host) : nothing}`;
}

function filterOf(host: ToolsHost): TemplateResult {
  const { rows, filter } = host;
  const ranged = filter.column !== null && rows.columns[filter.column]?.kind === "number";
  const choose = (event: Event) => {
    const { value } = event.target as HTMLSelectElement;
    host.setFilter({ ...noFilter, column: value === "" ? null : Number(value) });
  };
  const bound = (name: "least" | "most") => (event: Event) => {
    const { value } = event.target as HTMLInputElement;
    host.setFilter({ ...filter, [name]: value.trim() === "" || Number.isNaN(Number(value)) ? null : Number(value) });
  };
  return html`<div class="table-filter" role="group" aria-label=${say(tableTexts.filter())}>
    <label
      >${say(tableTexts.in())}
      <select @change=${choose}>
        <option value="" ?selected=${filter.column === null}>${say(tableTexts.anyColumn())}</option>
        ${rows.columns.map(({ name }, i) => html`<option value=${i} ?selected=${filter.column === i}>${name}</option>`)}
      </select></label
    >
    ${
      ranged
        ? html`<label>${say(tableTexts.least())} <input type="number" step="any" .value=${String(filter.least ?? "")} @input=${bound("least")} /></label>
          <label>${say(tableTexts.most())} <input type="number" step="any" .value=${String(filter.most ?? "")} @input=${bound("most")} /></label>`
        : html`<label
          >${say(tableTexts.contains())}
          <input
            type="search"
            .value=${filter.contains}
            @input=${(event: Event) => host.setFilter({ ...filter, contains: (event.target as HTMLInputElement).value })}
        /></label>`
    }
  </div>`;
}
