import { html, nothing, type PropertyValues } from "lit";
import type { Attachment } from "../../../kernel/services/attachment.ts";
import type { DatasetEntry } from "../../../kernel/services/catalogue.ts";
import { titleOf } from "../../../kernel/services/catalogue.ts";
import { originOf } from "../../../kernel/services/catalogue-phrases.ts";
import type { PymrioForm } from "../../../lib/exchange/mrio/write-pymrio.ts";
import type { TableReading } from "../../../lib/files/table/table-reading.ts";
import { messageOf } from "../../../lib/message/fault.ts";
import { fileActionTexts } from "../../actions/file-actions.ts";
import { controls } from "../../design/controls.ts";
import { icon } from "../../design/icons.ts";
import { stateShape } from "../../design/state-shape.ts";
import { webLink } from "../../design/web-link.ts";
import { writeCount, writeYears } from "../../language/figures.ts";
import { say, sayText, speech } from "../../language/speech.ts";
import { addDataTexts } from "../data/add-data-texts.ts";
import { ownButtons, ownFacts } from "../data/own-facts.ts";
import { importTexts } from "../import/import-texts.ts";
import { isTable, jsCellFor, sqlCellFor } from "../shell/insertion.ts";
import { WorkbenchElement } from "../shell/workbench-element.ts";
import { dataTexts } from "./data-texts.ts";
import { datasetAge } from "./dataset-age.ts";
import { datasetStyle, fact } from "./dataset-style.ts";

/** A dataset of the catalogue: one line when closed; when open, its metadata, and buttons that insert cells for it. */
export class Dataset extends WorkbenchElement {
  static override properties = {
    entry: { attribute: false },
    attachment: { attribute: false },
    astray: { attribute: false },
    shown: { attribute: false },
    opened: { state: true },
  };
  static override styles = [controls, datasetStyle];

  declare entry: DatasetEntry;
  /** The file of one of the notebook's own tables; else null. */
  declare attachment: Attachment | null;
  /** Whether the file is kept in this browser, although the notebook stands in a folder. */
  declare astray: boolean;
  /** A new object opens it and brings it into view. */
  declare shown: object | null;
  /** Whether it was ever open: until then it has no body, because the list has many and renders whenever a cell has run. */
  declare private opened: boolean;

  constructor() {
    super();
    this.attachment = null;
    this.astray = false;
    this.shown = null;
    this.opened = false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("shown") && this.shown) this.opened = true;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has("shown") || !this.shown) return;
    const details = this.renderRoot.querySelector("details")!;
    details.open = true;
    details.scrollIntoView({ block: "nearest" });
  }

  protected override render() {
    const { entry } = this;
    return html`<details @toggle=${this.#toggled}>
      <summary>
        ${icon("open")}
        <span class="title">${sayText(titleOf(entry))}</span>
        <span class="facts">
          <code>${entry.name}</code>
          <span>${say(dataTexts.rows({ count: writeCount(entry.rows) }))}</span>
          ${entry.years ? html`<span>${writeYears(entry.years)}</span>` : nothing}
        </span>
      </summary>
      ${this.opened ? this.#renderBody() : nothing}
    </details>`;
  }

  readonly #toggled = ({ currentTarget }: Event) => {
    if ((currentTarget as HTMLDetailsElement).open) this.opened = true;
  };

  #renderBody() {
    const { entry } = this;
    return html`<div class="body">
      ${entry.own ? nothing : html`<p lang=${this.#language}>${say(entry.said?.summary ?? entry.summary)}</p>`}
      ${this.#renderButtons()} ${this.#renderColumns()} ${this.#renderOrigin()} ${this.#renderTraps()}
    </div>`;
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
        isTable(entry) && !entry.imported
          ? html`<button class="button" type="button" @click=${() => this.workbench.openChart(entry.name)}>
            ${icon("chart")}${say(fileActionTexts.chart())}
          </button>`
          : nothing
      }
      ${
        isTable(entry)
          ? html`<button class="button" type="button" @click=${() => session.insert("sql", sqlCellFor(entry))}>
            ${icon("add")}${say(dataTexts.insertSql())}
          </button>`
          : nothing
      }
      <button class="button" type="button" @click=${() => session.insert("js", jsCellFor(entry, taken, this.#onlyReading))}>
        ${icon("add")}${say(dataTexts.insertJs())}
      </button>
      ${
        entry.imported && entry.name.endsWith("_output")
          ? html`<button class="button" type="button" @click=${() => void this.#saveTable("txt")}>
              ${icon("download")}${say(importTexts.save())}
            </button>
            <button class="button" type="button" @click=${() => void this.#saveTable("parquet")}>
              ${icon("download")}${say(importTexts.saveParquet())}
            </button>`
          : nothing
      }
      ${
        entry.imported
          ? html`<button class="button" type="button" @click=${() => this.#offerRemoval()}>
              ${icon("bin")}${say(importTexts.remove())}
            </button>`
          : nothing
      }
      ${entry.own ? ownButtons(this.workbench, entry.own.file, this.astray) : nothing}
    </div>`;
  }

  /** How the file of an own table is read, if it has no other table. */
  get #onlyReading(): TableReading | undefined {
    const { own } = this.entry;
    const tables = this.session?.catalogue.filter((entry) => entry.own?.file === own?.file) ?? [];
    return tables.length === 1 ? own?.reading : undefined;
  }

  /** Saves the table to which this dataset belongs. */
  async #saveTable(form: PymrioForm): Promise<void> {
    const { publisher, years } = this.entry;
    try {
      const { downloadForPymrio } = await import("../../session/export-table.ts");
      await downloadForPymrio(publisher, years![0], form);
    } catch (error) {
      const reason = messageOf(error);
      this.workbench.notify(() => say(reason));
    }
  }

  /** The import is removed as a whole, after a second press: its files may be far away. */
  #offerRemoval(): void {
    const { entry, workbench } = this;
    const tables = entry.vintage;
    workbench.notify(() => say(importTexts.removal({ tables })), {
      label: importTexts.remove(),
      act: async () => {
        try {
          const { removeImport } = await import("../../session/remove-import.ts");
          await removeImport(entry);
          workbench.notify(() => say(importTexts.removed({ tables })));
        } catch (error) {
          const reason = messageOf(error);
          workbench.notify(() => say(reason));
        }
      },
    });
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
          ({ name, type, unit }, i) => html`<tr>
            <td title=${type}><code>${name}</code><span class="meaning" lang=${this.#language}>${this.#meaningOf(i)}</span></td>
            <td class="unit">${unit === "none" ? "" : say(said?.columns[i]?.unit ?? unit)}</td>
          </tr>`,
        )}
      </tbody>
    </table>`;
  }

  /** What a column means; for one of the user's own, how it was read. */
  #meaningOf(i: number): string {
    const { columns, said, own } = this.entry;
    const read = own?.reading.columns[i];
    if (read) return say(addDataTexts[read.type]());
    return say(said?.columns[i]?.description ?? columns[i]!.description);
  }

  #renderOrigin() {
    const { entry, attachment } = this;
    if (entry.own) return ownFacts(entry.own, attachment, this.astray);
    const origin = originOf(entry);
    const seen = entry.licence_confirmed
      ? html`<span class="muted">✓ ${say(dataTexts.confirmed())}</span>`
      : html`<span class="open">${stateShape("stale")} ${say(dataTexts.unconfirmed())}</span>`;
    return html`<dl>
      ${fact(say(dataTexts.publisher()), say(origin.publisher))} ${fact(say(dataTexts.vintage()), say(origin.vintage))}
      ${fact(say(dataTexts.age()), say(datasetAge(entry, new Date())))}
      ${fact(
        say(dataTexts.licence()),
        html`${webLink(say(origin.licence), entry.licence_url)}${entry.share_alike ? html` · ${say(dataTexts.shareAlike())}` : nothing}<br />${seen}`,
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

customElements.define("yuheng-dataset", Dataset);
