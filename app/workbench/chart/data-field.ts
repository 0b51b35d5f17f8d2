import { html, nothing, type TemplateResult } from "lit";
import { datasetKinds } from "../../../kernel/services/catalogue.ts";
import { writeFormulas } from "../../../lib/charts/number-text.ts";
import { say, sayText } from "../../language/speech.ts";
import type { Session } from "../../session/contract.ts";
import { datasetKindTexts } from "../panels/data-texts.ts";
import { type OfferedRows, offeredRows } from "./chart-rows.ts";
import type { ChartSources } from "./chart-sources.ts";
import type { ChartTable } from "./chart-table.ts";
import { chartTexts } from "./chart-texts.ts";
import type { RowSource } from "./row-table.ts";

/** What is called with the data that were chosen. */
interface DataListener {
  rows(offered: OfferedRows): void;
  dataset(table: ChartTable): void;
}

/** The field in which the data of a chart are chosen: a table of the notebook, or a dataset of the library. */
export function dataField(
  session: Session,
  sources: ChartSources,
  shown: string | RowSource,
  listener: DataListener,
): TemplateResult {
  const rows = offeredRows(session);
  const key = typeof shown === "string" ? shown : keyOf(shown);
  const choose = ({ target }: Event) => {
    const { value } = target as HTMLSelectElement;
    const offered = rows.find(({ source }) => keyOf(source) === value);
    const table = sources.tables.get(value);
    if (offered) listener.rows(offered);
    else if (table) listener.dataset(table);
  };
  return html`<label><span>${say(chartTexts.data())}</span>
    <select class="field" data-choice="dataset" @change=${choose}>
      ${
        rows.length > 0
          ? html`<optgroup label=${say(chartTexts.ofNotebook())}>
            ${rows.map((each) => html`<option value=${keyOf(each.source)} .selected=${keyOf(each.source) === key}>${each.title}</option>`)}
          </optgroup>`
          : nothing
      }
      ${datasetKinds.map((kind) => {
        const entries = session.catalogue.filter((entry) => entry.kind === kind && sources.tables.has(entry.name));
        return entries.length === 0
          ? nothing
          : html`<optgroup label=${say(datasetKindTexts[kind]())}>
            ${entries.map(({ name }) => html`<option value=${name} .selected=${name === key}>${writeFormulas(sayText(sources.tables.get(name)!.title))}</option>`)}
          </optgroup>`;
      })}
    </select>
  </label>`;
}

/** A source as the value of an option. */
function keyOf({ is, name }: RowSource): string {
  return `${is} ${name}`;
}
