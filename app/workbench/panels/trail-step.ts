import { html, nothing, type TemplateResult } from "lit";
import type { QueryRows } from "../../../kernel/provenance/query-rows.ts";
import type { Fact, FactorUse, FactorUses, QueryStep, Step, ToolStep } from "../../../kernel/provenance/step.ts";
import type { Selection } from "../../../lib/tool/selection.ts";
import { icon } from "../../design/icons.ts";
import { writeCount, writeList, writeNumber } from "../../language/figures.ts";
import { say } from "../../language/speech.ts";
import { factTexts, trailTexts } from "./trail-texts.ts";

/** What a step asks of the trail that it stands in. */
export interface StepContext {
  /** Which rows a query read; undefined until the database has answered. */
  rowsOf(step: QueryStep): QueryRows | undefined;
  /** How many rows a dataset has; undefined where it is not known. */
  sizeOf(dataset: string): number | undefined;
  /** Puts the rows into the notebook, in a cell. */
  insert(selection: Selection): void;
  /** What is said of a result, in the language of the page. */
  fact(name: string, fact: Fact): unknown;
  /** The steps that a reader has opened, by key: they stay open when their cell runs again. */
  readonly opened: Set<string>;
}

/** One thing that a cell's run asked for, and what of the data it rests on. `key` names it over the cell's runs. */
export function renderStep(step: Step, key: string, context: StepContext) {
  const keep = ({ currentTarget }: Event) => {
    if ((currentTarget as HTMLDetailsElement).open) context.opened.add(key);
    else context.opened.delete(key);
  };
  const folded = (summary: TemplateResult, content: TemplateResult) =>
    html`<details class="step" ?open=${context.opened.has(key)} @toggle=${keep}>
      <summary>${summary}</summary>
      ${content}
    </details>`;
  switch (step.kind) {
    case "dataset": {
      const size = context.sizeOf(step.dataset);
      const all = size === undefined ? "" : `, ${say(trailTexts.rowsAll({ of: writeCount(size) }))}`;
      return html`<p class="step">${say(trailTexts.reads({ names: step.dataset }))}${all}</p>`;
    }
    case "notebook":
      return html`<p class="step">${say(trailTexts.notebook({ name: step.notebook }))}</p>`;
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
  return names.length === 0 ? "" : `: ${say(trailTexts.reads({ names: writeList(names) }))}`;
}

function renderQuery(step: QueryStep, context: StepContext) {
  const { values, datasets, rows } = step;
  const read = datasets.length === 0 ? nothing : renderRead(context.rowsOf(step), context);
  return html`${values && values.length > 0 ? html`<p>${say(trailTexts.values())}: <code>${values.join(", ")}</code></p>` : nothing}
    <p>${say(trailTexts.cameOut({ count: writeCount(rows) }))}</p>
    ${read}`;
}

function renderRead(read: QueryRows | undefined, context: StepContext) {
  if (!read) return html`<p class="hint">${say(trailTexts.rowsWait())}</p>`;
  return html`${renderRows(read.rows, context)} ${read.notes.map((note) => html`<p class="hint">${say(note)}</p>`)}`;
}

/** Datasets with the part of them that was read; a click puts the part into the notebook. */
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
  // Where the rows are told that factors met, these stand there.
  const told = Object.entries(facts).filter(([name]) => name !== "factors" || !factors);
  const rows = told.map(
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

/** Source, table and page, each once: many a source names its table itself. */
function placeOf({ source, table, page }: FactorUse): string {
  const said = [source];
  if (table && !source.includes(table)) said.push(table);
  if (page) said.push(say(trailTexts.page({ page })));
  return said.join(", ");
}
