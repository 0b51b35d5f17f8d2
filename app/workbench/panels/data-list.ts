import { css, html, nothing } from "lit";
import { messageOf } from "../../../lib/message/fault.ts";
import type { Sentence } from "../../../lib/message/message.ts";
import { say } from "../../language/speech.ts";
import { datasetKindTexts, dataTexts } from "./data-texts.ts";
import "./dataset.ts";
import { repeat } from "lit/directives/repeat.js";
import { type DatasetEntry, datasetKinds } from "../../../kernel/services/catalogue.ts";
import { searchItems } from "../../actions/search.ts";
import { controls } from "../../design/controls.ts";
import { writeCount } from "../../language/figures.ts";
import type { Workspace } from "../../session/contract.ts";
import { searchField } from "../shell/search-field.ts";
import { WorkbenchElement } from "../shell/workbench-element.ts";

/** The catalogue of datasets by kind, with a search over their metadata. */
export class DataList extends WorkbenchElement {
  static override properties = {
    workspace: { attribute: false },
    typed: { state: true },
    entries: { state: true },
    problem: { state: true },
  };
  static override styles = [
    controls,
    css`
      :host {
        display: flex;
        flex-direction: column;
        font-size: var(--text-interface);
      }
      .find {
        padding: var(--space-3) var(--space-3) var(--space-2);
      }
      .list {
        flex: 1;
        min-height: 0;
        overflow-y: auto;
        overscroll-behavior: contain;
        padding: 0 var(--space-2) var(--space-6);
      }
      h2 {
        position: sticky;
        top: 0;
        z-index: 1;
        margin: 0;
        padding: var(--space-2) var(--space-2) var(--space-1);
        font-size: var(--text-small);
        font-weight: 600;
        color: var(--ink-muted);
        background: var(--surface);
      }
      h2 span {
        font-weight: 400;
        font-variant-numeric: tabular-nums;
      }
    `,
  ];

  declare workspace: Workspace;
  declare private typed: string;
  declare private entries: readonly DatasetEntry[] | null;
  declare private problem: Sentence | null;

  constructor() {
    super();
    this.typed = "";
    this.entries = null;
    this.problem = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  async #load(): Promise<void> {
    // The workspace is set with the first rendering.
    await this.updateComplete;
    try {
      this.entries = await this.workspace.catalogue();
      this.problem = null;
    } catch (error) {
      this.problem = messageOf(error);
    }
  }

  readonly #type = (typed: string) => {
    this.typed = typed;
  };

  protected override render() {
    if (this.problem !== null) return html`<p class="empty">${say(dataTexts.failed({ reason: this.problem }))}</p>`;
    if (!this.entries) return html`<p class="empty">${say(dataTexts.loading())}</p>`;
    const found = searchItems(this.entries, this.typed, textsOf);
    return html`${searchField(say(dataTexts.find()), this.typed, this.#type)}
      <div class="list">
        ${found.length === 0 ? html`<p class="empty">${say(dataTexts.none({ text: this.typed }))}</p>` : nothing}
        ${datasetKinds.map((kind) => {
          const entries = found.filter((entry) => entry.kind === kind);
          if (entries.length === 0) return nothing;
          return html`<h2>${say(datasetKindTexts[kind]())} <span>${writeCount(entries.length)}</span></h2>
            ${repeat(
              entries,
              ({ name }) => name,
              (entry) => html`<yuheng-dataset
                .workbench=${this.workbench}
                .session=${this.session}
                .entry=${entry}
              ></yuheng-dataset>`,
            )}`;
        })}
      </div>`;
  }
}

/** The texts of a dataset that are searched. */
function textsOf({ name, title, title_zh, summary, publisher, kind, columns }: DatasetEntry): string[] {
  return [
    title,
    title_zh,
    name,
    publisher,
    say(datasetKindTexts[kind]()),
    ...columns.map((column) => column.name),
    summary,
  ];
}

customElements.define("yuheng-data-list", DataList);
