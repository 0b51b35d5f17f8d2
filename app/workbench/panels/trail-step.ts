import { html, nothing, type TemplateResult } from "lit";
import type { QueryRows } from "../../../kernel/provenance/query-rows.ts";
import type { Fact, FactorUse, FactorUses, QueryStep, Step, ToolStep } from "../../../kernel/services/step.ts";
import type { Selection } from "../../../lib/tool/selection.ts";
import { icon } from "../../design/icons.ts";
import { writeCount, writeList, writeNumber } from "../../language/figures.ts";
import { punctuation } from "../../language/punctuation.ts";
import { say } from "../../language/speech.ts";
import { factTexts, trailTexts } from "./trail-texts.ts";

/** What a step needs of the trail that shows it. */
export interface StepContext {
  /** Which rows a query read; undefined until the database has answered. */
  rowsOf(step: QueryStep): QueryRows | undefined;
  /** How many rows a dataset has; undefined if unknown. */
  sizeOf(dataset: string): number | undefined;
  /** Inserts a cell with the rows into the notebook. */
  insert(selection: Selection): void;
  /** A fact about a result, in the page's language. */
  fact(name: string, fact: Fact): unknown;
  /** The keys of opened steps, which stay open when their cell runs again. */
  readonly opened: Set<string>;
}

/** One request of a cell's run, with the data on which its result depends. `key` identifies it across the cell's runs. */
export function renderStep(step: Step, key: string, context: StepContext) {
  const onToggle = ({ currentTarget }: Event) => {
    if ((currentTarget as HTMLDetailsElement).open) context.opened.add(key);
    else context.opened.delete(key);
  };
  const folded = (summary: TemplateResult, content: TemplateResult) =>
    html`<details class="step" ?open=${context.opened.has(key)} @toggle=${onToggle}>
      <summary>${summary}</summary>
      ${content}
    </details>`;
  switch (step.kind) {
    case "dataset": {
      const size = context.sizeOf(step.dataset);
      const all =
        size === undefined ? "" : say(punctuation.comma()) + say(trailTexts.rowsAll({ of: writeCount(size) }));
      return html`<p class="step">${say(trailTexts.reads({ names: step.dataset }))}${all}</p>`;
    }
    case "notebook":
      return html`<p class="step">${say(trailTexts.notebook({ name: step.notebook }))}</p>`;
    case "file": {
      const { file, size, sha256 } = step;
      return html`<p class="step">
        ${say(trailTexts.file({ name: file, bytes: writeCount(size) }))}<br /><code class="hash">SHA-256 ${sha256.slice(0, 16)}…</code>
      </p>`;
    }
    case "query":
      return folded(
        html`${say(trailTexts.query())}${readsOf(step.datasets)}`,
        html`<pre>${step.sql}</pre>
          ${renderQuery(step, context)}`,
      );
    case "tool":
      return folded(
        html`<code>${step.tool}</code>${readsOf(step.datasets)}`,
        html`${renderFacts(step, context)} ${renderRows(step.rows, context)}
        ${step.factors ? renderFactors(step.factors) : nothing}`,
      );
  }
}

function readsOf(names: readonly string[]) {
  return names.length === 0 ? "" : say(punctuation.colon()) + say(trailTexts.reads({ names: writeList(names) }));
}

function renderQuery(step: QueryStep, context: StepContext) {
  const { values, datasets, rows } = step;
  const read = datasets.length === 0 ? nothing : renderRead(context.rowsOf(step), context);
  return html`${values && values.length > 0 ? html`<p>${say(trailTexts.values())}${say(punctuation.colon())}<code>${values.join(", ")}</code></p>` : nothing}
    <p>${say(trailTexts.resultRows({ count: writeCount(rows) }))}</p>
    ${read}`;
}

function renderRead(read: QueryRows | undefined, context: StepContext) {
  if (!read) return html`<p class="hint">${say(trailTexts.rowsWait())}</p>`;
  return html`${renderRows(read.rows, context)} ${read.notes.map((note) => html`<p class="hint">${say(note)}</p>`)}`;
}

/** Datasets with the part that was read; a click inserts a cell with that part. */
function renderRows(rows: readonly Selection[], context: StepContext) {
  if (rows.length === 0) return nothing;
  return html`<h4>${say(trailTexts.rowsRead())}</h4>
    <ul class="rows">
      ${rows.map(
        (selection) => html`<li>
          <button
            class="link"
            type="button"
            title=${say(trailTexts.rowsInsert())}
            aria-label="${selection.dataset}: ${say(trailTexts.rowsInsert())}"
            @click=${() => context.insert(selection)}
          ><code>${selection.dataset}</code>${icon("add")}</button>
          <span>${countOf(selection)}</span>
          ${selection.where ? html`<code class="where">${selection.where}</code>` : nothing}
        </li>`,
      )}
    </ul>`;
}

function countOf({ rows, of, where }: Selection): string {
  return where === ""
    ? say(trailTexts.rowsAll({ of: writeCount(of) }))
    : say(trailTexts.rowsPart({ rows: writeCount(rows), of: writeCount(of) }));
}

function renderFacts({ input, facts, factors }: ToolStep, context: StepContext) {
  // If the uses of factors are listed by row, factors are not listed here.
  const shown = Object.entries(facts).filter(([name]) => name !== "factors" || !factors);
  const rows = shown.map(
    ([name, fact]) => [say(factTexts[name as keyof typeof factTexts]()), context.fact(name, fact)] as const,
  );
  return html`<dl>
    ${[[say(trailTexts.input()), input] as const, ...rows].map(
      ([name, value]) => html`<dt>${name}</dt>
        <dd>${value}</dd>`,
    )}
  </dl>`;
}

function renderFactors({ file, first, uses, rows, factors }: FactorUses): TemplateResult {
  const counts = { rows: writeCount(rows), factors: writeCount(factors) };
  return html`<h4>${say(trailTexts.factorUses())}</h4>
    <p>${file ? say(trailTexts.factorsOfFile({ file, ...counts })) : say(trailTexts.factorsOf(counts))}</p>
    <table>
      <thead>
        <tr>
          <th scope="col">${say(trailTexts.activityRow())}</th>
          <th scope="col">${say(trailTexts.activity())}</th>
          <th scope="col">${say(trailTexts.factor())}</th>
          <th scope="col">${say(trailTexts.factorPlace())}</th>
        </tr>
      </thead>
      <tbody>
        ${first.map(
          (use) => html`<tr>
            <td>${use.row}</td>
            <td>${[use.activity, use.gas].filter(Boolean).join(", ")}</td>
            <td>${writeNumber(use.factor, { maximumSignificantDigits: 10 })} ${use.unit}</td>
            <td>${placeOf(use)}</td>
          </tr>`,
        )}
      </tbody>
    </table>
    ${uses > first.length ? html`<p class="hint">${say(trailTexts.more({ count: writeCount(uses - first.length) }))}</p>` : nothing}`;
}

/** Source, table and page; the table is left out if the source names it. */
function placeOf({ source, table, page }: FactorUse): string {
  const parts = [source];
  if (table && !source.includes(table)) parts.push(table);
  if (page) parts.push(say(trailTexts.page({ page })));
  return parts.join(", ");
}
