import { html, nothing, type TemplateResult } from "lit";
import type { QueryRows } from "../../kernel/provenance/query-rows.ts";
import type { Fact, FactorUse, FactorUses, QueryStep, Step, ToolStep } from "../../kernel/provenance/step.ts";
import type { Selection } from "../../lib/tool/selection.ts";
import { icon } from "../design/icons.ts";
import { writeCount, writeList, writeNumber } from "../language/figures.ts";
import type { PlainKey } from "../language/message.ts";
import { saySentence } from "../language/sentence.ts";
import { say } from "../language/speech.ts";

/** What a step asks of the trail that it stands in. */
export interface StepDesk {
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
export function renderStep(step: Step, key: string, desk: StepDesk) {
  const keep = ({ currentTarget }: Event) => {
    if ((currentTarget as HTMLDetailsElement).open) desk.opened.add(key);
    else desk.opened.delete(key);
  };
  const folded = (summary: TemplateResult, content: TemplateResult) =>
    html`<details class="step" ?open=${desk.opened.has(key)} @toggle=${keep}>
      <summary>${summary}</summary>
      ${content}
    </details>`;
  switch (step.kind) {
    case "dataset": {
      const size = desk.sizeOf(step.dataset);
      const all = size === undefined ? "" : `, ${say("trail.rowsAll", { of: writeCount(size) })}`;
      return html`<p class="step">${say("trail.reads", { names: step.dataset })}${all}</p>`;
    }
    case "notebook":
      return html`<p class="step">${say("trail.notebook", { name: step.notebook })}</p>`;
    case "query":
      return folded(
        html`${say("trail.query")}${readsOf(step.datasets)}`,
        html`<pre>${step.sql}</pre>
          ${renderQuery(step, desk)}`,
      );
    case "tool":
      return folded(
        html`<code>${step.tool}</code>${readsOf(step.datasets)}`,
        html`${renderFacts(step, desk)} ${renderRows(step.rows, desk)}
        ${step.factors ? renderFactors(step.factors) : nothing}`,
      );
  }
}

function readsOf(names: readonly string[]) {
  return names.length === 0 ? "" : `: ${say("trail.reads", { names: writeList(names) })}`;
}

function renderQuery(step: QueryStep, desk: StepDesk) {
  const { values, datasets, rows } = step;
  const read = datasets.length === 0 ? nothing : renderRead(desk.rowsOf(step), desk);
  return html`${values && values.length > 0 ? html`<p>${say("trail.values")}: <code>${values.join(", ")}</code></p>` : nothing}
    <p>${say("trail.cameOut", { count: writeCount(rows) })}</p>
    ${read}`;
}

function renderRead(read: QueryRows | undefined, desk: StepDesk) {
  if (!read) return html`<p class="hint">${say("trail.rowsWait")}</p>`;
  return html`${renderRows(read.rows, desk)} ${read.notes.map((note) => html`<p class="hint">${saySentence(note)}</p>`)}`;
}

/** Datasets with the part of them that was read; a click puts the part into the notebook. */
function renderRows(rows: readonly Selection[], desk: StepDesk) {
  if (rows.length === 0) return nothing;
  return html`<h4>${say("trail.rowsRead")}</h4>
    <ul class="rows">
      ${rows.map(
        (selection) => html`<li>
          <button
            class="link"
            type="button"
            title=${say("trail.rowsInsert")}
            aria-label="${selection.dataset}: ${say("trail.rowsInsert")}"
            @click=${() => desk.insert(selection)}
          ><code>${selection.dataset}</code>${icon("add")}</button>
          <span>${countOf(selection)}</span>
          ${selection.where ? html`<code class="where">${selection.where}</code>` : nothing}
        </li>`,
      )}
    </ul>`;
}

function countOf({ rows, of, where }: Selection): string {
  return where === ""
    ? say("trail.rowsAll", { of: writeCount(of) })
    : say("trail.rowsPart", { rows: writeCount(rows), of: writeCount(of) });
}

function renderFacts({ input, facts, factors }: ToolStep, desk: StepDesk) {
  // Where the rows are told that factors met, these stand there.
  const told = Object.entries(facts).filter(([name]) => name !== "factors" || !factors);
  const rows = told.map(([name, fact]) => [say(`trail.fact.${name}` as PlainKey), desk.fact(name, fact)] as const);
  return html`<dl>
    ${[[say("trail.input"), input] as const, ...rows].map(
      ([name, value]) => html`<dt>${name}</dt>
        <dd>${value}</dd>`,
    )}
  </dl>`;
}

function renderFactors({ file, first, uses, rows, factors }: FactorUses): TemplateResult {
  const counts = { rows: writeCount(rows), factors: writeCount(factors) };
  return html`<h4>${say("trail.factorUses")}</h4>
    <p>${file ? say("trail.factorsOfFile", { file, ...counts }) : say("trail.factorsOf", counts)}</p>
    <table>
      <thead>
        <tr>
          <th scope="col">${say("trail.activityRow")}</th>
          <th scope="col">${say("trail.activity")}</th>
          <th scope="col">${say("trail.factor")}</th>
          <th scope="col">${say("trail.factorPlace")}</th>
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
    ${uses > first.length ? html`<p class="hint">${say("trail.more", { count: writeCount(uses - first.length) })}</p>` : nothing}`;
}

/** Source, table and page, each once: many a source names its table itself. */
function placeOf({ source, table, page }: FactorUse): string {
  const said = [source];
  if (table && !source.includes(table)) said.push(table);
  if (page) said.push(say("trail.page", { page }));
  return said.join(", ");
}
