import { html, nothing, svg, type TemplateResult } from "lit";
import { writeValue, writeWhole } from "../../../kernel/output/table/writing.ts";
import type { Column } from "../../../kernel/values/column.ts";
import { say } from "../../language/speech.ts";
import type { Order } from "./rows.ts";
import type { Summary } from "./summary.ts";
import { tableTexts } from "./texts.ts";

const WIDTH = 60;
const HEIGHT = 16;

/** A column's head: name, unit, and a summary of its values. */
export function headOf(column: Column, at: number, order: Order | null, summary: Summary | undefined): TemplateResult {
  const { name, unit, kind } = column;
  const sorted = order?.column === at;
  return html`<button type="button" tabindex="-1" class="name" title=${say(tableTexts.sort({ name }))}>
      <span>${name}</span>${sorted ? html`<span class="arrow" aria-hidden="true">${order.descending ? "↓" : "↑"}</span>` : nothing}
    </button>
    <small class="unit">${unit || "\u00a0"}</small>
    <small class="summary-line ${kind}">${summary ? summaryOf(summary, column) : nothing}</small>`;
}

function summaryOf(summary: Summary, column: Column): TemplateResult {
  const nulls = summary.nulls > 0 ? say(tableTexts.nulls({ count: writeWhole(summary.nulls) })) : "";
  if (summary.kind === "numbers") {
    const { least, most, bins } = summary;
    if (least > most) return html`<span>${nulls}</span>`;
    const value = (number: number) => writeValue(column.kind === "time" ? new Date(number) : number, column);
    const range = say(tableTexts.range({ least: value(least), most: value(most) }));
    return html`${histogram(bins)}<span title=${[range, nulls].filter(Boolean).join(" · ")}>${value(least)} – ${value(most)}${nulls ? ` · ${nulls}` : ""}</span>`;
  }
  const { distinct, top } = summary;
  const common = top.map(({ text, count }) => `${text} (${writeWhole(count)})`).join(", ");
  const kinds = distinct === null ? "" : say(tableTexts.distinct({ count: writeWhole(distinct) }));
  const facts = [kinds, nulls].filter(Boolean).join(" · ");
  return html`<span class="top" title=${[facts, common].filter(Boolean).join(": ")}>${top[0]?.text ?? ""}${top.length > 1 ? "…" : ""}</span>
    <span>${facts}</span>`;
}

function histogram(bins: Uint32Array): TemplateResult {
  const most = Math.max(1, ...bins);
  const step = WIDTH / bins.length;
  return html`<svg class="histogram" viewBox="0 0 ${WIDTH} ${HEIGHT}" width=${WIDTH} height=${HEIGHT} aria-hidden="true">
    ${[...bins].map((count, i) => {
      const height = count === 0 ? 0 : Math.max(1, (count / most) * HEIGHT);
      return svg`<rect x=${i * step} y=${HEIGHT - height} width=${step - 0.5} height=${height} />`;
    })}
  </svg>`;
}
