import { html, nothing } from "lit";
import { writeFormulas } from "../../../lib/charts/number-text.ts";
import { say, sayText } from "../../language/speech.ts";
import { labelOf } from "./chart-cell.ts";
import type { ChartChoice } from "./chart-choice.ts";
import { type ChartTable, contextColumns, isContextColumn } from "./chart-table.ts";
import { chartTexts } from "./chart-texts.ts";
import { select } from "./select-field.ts";
import { isBeside, isSameScale } from "./settled-choice.ts";

type Change = (change: Partial<ChartChoice>) => void;

/** The fields of what is measured: one measure, several in one unit, or the two of a scatter. */
export function measureFields({ form, measures }: ChartChoice, table: ChartTable, change: Change) {
  const own = table.measures.map(({ column }) => [column, nameOf(table, column)] as const);
  if (form === "scatter") {
    const beside = Object.keys(contextColumns)
      .filter((name) => isContextColumn(name) && table.place?.names === "countries" && isBeside(name, table))
      .map((name) => [name, nameOf(table, name)] as const);
    return html`${select(chartTexts.vertical(), measures[0]!, own, (name) => change({ measures: [name, measures[1]!] }))}
    ${select(chartTexts.horizontal(), measures[1]!, [...own, ...beside], (name) => change({ measures: [measures[0]!, name] }))}`;
  }
  if (own.length === 1) return nothing;
  const first = select(chartTexts.measure(), measures[0]!, own, (name) => change({ measures: [name] }));
  const scale = table.measures.find(({ column }) => column === measures[0])!;
  const others = table.measures.filter((each) => each !== scale && isSameScale(each, scale));
  if ((form !== "trend" && form !== "shares") || others.length === 0) return first;
  const toggle = (column: string, isOn: boolean) => {
    const all = isOn ? [...measures, column] : measures.filter((each) => each !== column);
    change({ measures: all, split: null });
  };
  return html`${first}
    <fieldset>
      <legend>${say(chartTexts.measures())}</legend>
      ${others.map(
        ({ column }) => html`<label class="check">
          <input
            type="checkbox"
            .checked=${measures.includes(column)}
            @change=${({ target }: Event) => toggle(column, (target as HTMLInputElement).checked)}
          /><span>${nameOf(table, column)}</span>
        </label>`,
      )}
    </fieldset>`;
}

function nameOf(table: ChartTable, name: string): string {
  const label = writeFormulas(sayText(labelOf(table, name)));
  return label.charAt(0).toUpperCase() + label.slice(1);
}
