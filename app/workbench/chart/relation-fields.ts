import { html, nothing, type TemplateResult } from "lit";
import { say } from "../../language/speech.ts";
import type { ChartChoice } from "./chart-choice.ts";
import type { ChartTable } from "./chart-table.ts";
import { chartTexts } from "./chart-texts.ts";
import { select } from "./select-field.ts";
import { denominatorsOf } from "./settled-choice.ts";

type Change = (change: Partial<ChartChoice>) => void;

/** What values are divided by, and whether the first year is 100. */
export function relationFields(choice: ChartChoice, table: ChartTable, change: Change): TemplateResult {
  const offered = denominatorsOf(choice, table);
  const options = [
    ["", say(chartTexts.nothing())] as const,
    ...offered.map((per) => [per, say(chartTexts[per]())] as const),
  ];
  const per = select(chartTexts.per(), choice.per ?? "", options, (value) =>
    change({ per: offered.find((each) => each === value) ?? null }),
  );
  const mayIndex = choice.form === "trend" && choice.per !== "world";
  return html`${offered.length > 0 ? per : nothing}
  ${
    mayIndex
      ? html`<label class="check">
        <input
          type="checkbox"
          .checked=${choice.index}
          @change=${({ target }: Event) => change({ index: (target as HTMLInputElement).checked })}
        /><span>${say(chartTexts.index())}</span>
      </label>`
      : nothing
  }`;
}
