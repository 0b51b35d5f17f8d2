import { css, html, nothing, type TemplateResult } from "lit";
import type { DatasetEntry } from "../../../kernel/services/catalogue.ts";
import { titleOf } from "../../../kernel/services/catalogue.ts";
import { messageOf } from "../../../lib/message/fault.ts";
import { controls } from "../../design/controls.ts";
import { icon } from "../../design/icons.ts";
import { stateShape } from "../../design/state-shape.ts";
import { webLink } from "../../design/web-link.ts";
import { writeCount, writeYears } from "../../language/figures.ts";
import { say, sayText, speech } from "../../language/speech.ts";
import { importTexts } from "../import/import-texts.ts";
import { isTable, jsCellFor, sqlCellFor } from "../shell/insertion.ts";
import { WorkbenchElement } from "../shell/workbench-element.ts";
import { dataTexts } from "./data-texts.ts";

/** A dataset of the catalogue: one line when closed; when open, its metadata, and buttons that insert cells for it. */
export class Dataset extends WorkbenchElement {
  static override properties = { entry: { attribute: false } };
  static override styles = [
    controls,
    css`
      :host {
        display: block;
        font-size: var(--text-interface);
      }
      summary {
        display: grid;
        grid-template-columns: 1rem 1fr;
        gap: 0 var(--space-1);
        padding: 0.375rem var(--space-2);
        border-radius: var(--radius-small);
        cursor: pointer;
        list-style: none;
      }
      summary::-webkit-details-marker {
        display: none;
      }
      summary:hover {
        background: var(--hover);
      }
      summary .icon {
        width: 1rem;
        height: 1rem;
        margin-top: 0.125rem;
        color: var(--ink-muted);
        transition: transform var(--quick);
      }
      details[open] > summary .icon {
        transform: rotate(90deg);
      }
      .title {
        line-height: 1.35;
      }
      .facts {
        grid-column: 2;
        display: flex;
        flex-wrap: wrap;
        gap: 0 var(--space-2);
        font-size: var(--text-small);
        color: var(--ink-muted);
        font-variant-numeric: tabular-nums;
      }
      .body {
        padding: var(--space-1) var(--space-2) var(--space-4) 1.75rem;
      }
      .body > p {
        margin: 0 0 var(--space-3);
        line-height: 1.45;
      }
      .insert {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
        margin-bottom: var(--space-3);
      }
      .button {
        min-height: 1.875rem;
        padding: 0 0.625rem;
      }
      .button .icon {
        width: 1rem;
        height: 1rem;
      }
      table {
        width: 100%;
        border-collapse: collapse;
        margin-bottom: var(--space-3);
        font-size: var(--text-small);
      }
      caption {
        position: absolute;
        clip-path: inset(50%);
      }
      th {
        text-align: left;
        font-weight: 600;
        color: var(--ink-muted);
      }
      th,
      td {
        padding: 0.1875rem var(--space-2) 0.1875rem 0;
        border-bottom: 1px solid var(--rule);
        vertical-align: top;
        overflow-wrap: anywhere;
      }
      td:last-child,
      th:last-child {
        padding-right: 0;
      }
      .meaning {
        display: block;
        color: var(--ink-muted);
      }
      .unit {
        white-space: nowrap;
      }
      dl {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 0.25rem var(--space-3);
        margin: 0;
        font-size: var(--text-small);
        line-height: 1.4;
      }
      dt {
        color: var(--ink-muted);
      }
      dd {
        margin: 0;
        overflow-wrap: anywhere;
      }
      .open {
        color: var(--state-stale);
      }
      .traps {
        margin: var(--space-3) 0 0;
        padding: var(--space-2) var(--space-3) var(--space-2) 1.5rem;
        background: var(--stale-wash);
        border-radius: var(--radius-small);
        font-size: var(--text-small);
        line-height: 1.45;
      }
      .traps li + li {
        margin-top: var(--space-1);
      }
    `,
  ];

  declare entry: DatasetEntry;

  protected override render() {
    const { entry } = this;
    return html`<details>
      <summary>
        ${icon("open")}
        <span class="title">${sayText(titleOf(entry))}</span>
        <span class="facts">
          <code>${entry.name}</code>
          <span>${say(dataTexts.rows({ count: writeCount(entry.rows) }))}</span>
          ${entry.years ? html`<span>${writeYears(entry.years)}</span>` : nothing}
        </span>
      </summary>
      <div class="body">
        <p lang=${this.#language}>${say(entry.said?.summary ?? entry.summary)}</p>
        ${this.#renderButtons()} ${this.#renderColumns()} ${this.#renderOrigin()} ${this.#renderTraps()}
      </div>
    </details>`;
  }

  /** The shipped catalogue is in English; entries of imported tables are messages in the page's language. */
  get #language(): string {
    return this.entry.said ? speech.language : "en";
  }

  #renderButtons() {
    const { entry, session } = this;
    if (!session) return nothing;
    const taken = new Set([...session.reports.values()].flatMap((report) => report.outputs));
    return html`<div class="insert">
      ${
        isTable(entry)
          ? html`<button class="button" type="button" @click=${() => session.insert("sql", sqlCellFor(entry))}>
            ${icon("add")}${say(dataTexts.insertSql())}
          </button>`
          : nothing
      }
      <button class="button" type="button" @click=${() => session.insert("js", jsCellFor(entry, taken))}>
        ${icon("add")}${say(dataTexts.insertJs())}
      </button>
      ${
        entry.imported && entry.name.endsWith("_output")
          ? html`<button class="button" type="button" @click=${() => void this.#saveTable()}>
            ${icon("download")}${say(importTexts.save())}
          </button>`
          : nothing
      }
    </div>`;
  }

  /** Saves the table to which this dataset belongs. */
  async #saveTable(): Promise<void> {
    const { publisher, years } = this.entry;
    try {
      const { downloadForPymrio } = await import("../../session/export-table.ts");
      await downloadForPymrio(publisher, years![0]);
    } catch (error) {
      const reason = messageOf(error);
      this.workbench.notify(() => say(reason));
    }
  }

  #renderColumns() {
    const { columns, said } = this.entry;
    if (columns.length === 0) return nothing;
    return html`<table>
      <caption>${say(dataTexts.columns())}</caption>
      <thead>
        <tr>
          <th scope="col">${say(dataTexts.column())}</th>
          <th scope="col">${say(dataTexts.unit())}</th>
        </tr>
      </thead>
      <tbody>
        ${columns.map(
          ({ name, type, unit, description }, i) => html`<tr>
            <td title=${type}><code>${name}</code><span class="meaning" lang=${this.#language}>${say(said?.columns[i]?.description ?? description)}</span></td>
            <td class="unit">${unit === "none" ? "" : say(said?.columns[i]?.unit ?? unit)}</td>
          </tr>`,
        )}
      </tbody>
    </table>`;
  }

  #renderOrigin() {
    const { entry } = this;
    const seen = entry.licence_confirmed
      ? html`<span class="muted">✓ ${say(dataTexts.confirmed())}</span>`
      : html`<span class="open">${stateShape("stale")} ${say(dataTexts.unconfirmed())}</span>`;
    return html`<dl>
      ${fact(say(dataTexts.publisher()), entry.publisher)} ${fact(say(dataTexts.vintage()), entry.vintage)}
      ${fact(
        say(dataTexts.licence()),
        html`${webLink(say(entry.said?.licence ?? entry.licence), entry.licence_url)}${entry.share_alike ? html` · ${say(dataTexts.shareAlike())}` : nothing}<br />${seen}`,
      )}
      ${fact(say(dataTexts.source()), webLink(entry.source, entry.source))} ${fact(say(dataTexts.citation()), entry.citation)}
    </dl>`;
  }

  #renderTraps() {
    const traps = this.entry.said?.traps ?? this.entry.traps;
    if (traps.length === 0) return nothing;
    return html`<ul class="traps" lang=${this.#language} aria-label=${say(dataTexts.traps())}>
      ${traps.map((trap) => html`<li>${say(trap)}</li>`)}
    </ul>`;
  }
}

function fact(name: string, value: string | TemplateResult): TemplateResult | typeof nothing {
  return value === "" ? nothing : html`<dt>${name}</dt><dd>${value}</dd>`;
}

customElements.define("yuheng-dataset", Dataset);
