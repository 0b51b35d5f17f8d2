import { css, html, nothing } from "lit";
import { messageOf } from "../../../lib/message/fault.ts";
import type { Sentence } from "../../../lib/message/message.ts";
import { say } from "../../language/speech.ts";
import { datasetKindTexts, dataTexts } from "./data-texts.ts";
import "../data/own-file.ts";
import "./dataset.ts";
import { repeat } from "lit/directives/repeat.js";
import { dataPackageName } from "../../../kernel/attachment/data-package.ts";
import type { Attachment } from "../../../kernel/services/attachment.ts";
import { type DatasetEntry, datasetKinds } from "../../../kernel/services/catalogue.ts";
import { fileActionTexts } from "../../actions/file-actions.ts";
import { searchItems } from "../../actions/search.ts";
import { actionOf } from "../../actions/table.ts";
import { controls } from "../../design/controls.ts";
import { icon } from "../../design/icons.ts";
import { writeCount } from "../../language/figures.ts";
import type { Session, Workspace } from "../../session/contract.ts";
import { runAction } from "../shell/action-button.ts";
import { searchField } from "../shell/search-field.ts";
import { WorkbenchElement } from "../shell/workbench-element.ts";

/** The catalogue of datasets by kind, with a search over their metadata. */
export class DataList extends WorkbenchElement {
  static override properties = {
    workspace: { attribute: false },
    typed: { state: true },
    entries: { state: true },
    problem: { state: true },
    files: { state: true },
    astray: { state: true },
  };
  static override styles = [
    controls,
    css`
      :host {
        display: flex;
        flex-direction: column;
        font-size: var(--text-interface);
      }
      .head {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        padding: var(--space-3) var(--space-3) var(--space-2);
      }
      .head .find {
        flex: 1;
        min-width: 0;
      }
      .head .button {
        flex: none;
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
  /** The files of the notebook, by name. */
  declare private files: ReadonlyMap<string, Attachment>;
  /** The names of those that are kept in this browser, although the notebook stands in a folder. */
  declare private astray: ReadonlySet<string>;
  #followed: Session["attachments"] | null = null;

  constructor() {
    super();
    this.typed = "";
    this.entries = null;
    this.problem = null;
    this.files = new Map();
    this.astray = new Set();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#follow(null);
  }

  protected override willUpdate(): void {
    this.#follow(this.session?.attachments ?? null);
  }

  #follow(attachments: Session["attachments"] | null): void {
    if (attachments === this.#followed) return;
    this.#followed?.removeEventListener("change", this.#loadFiles);
    attachments?.addEventListener("change", this.#loadFiles);
    this.#followed = attachments;
    void this.#loadFiles();
  }

  readonly #loadFiles = async () => {
    const attachments = this.#followed;
    // What cannot be read is said where it is used.
    const files = ((await attachments?.list().catch(() => [])) ?? []).filter(({ name }) => name !== dataPackageName);
    const astray = (await attachments?.astray()) ?? new Set();
    if (attachments !== this.#followed) return;
    this.files = new Map(files.map((file) => [file.name, file]));
    this.astray = astray;
  };

  async #load(): Promise<void> {
    // The workspace is set with the first rendering.
    await this.updateComplete;
    try {
      this.entries = (await this.workspace.catalogue()).filter(({ kind }) => kind !== "own");
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
    const own = this.session?.catalogue.filter(({ kind }) => kind === "own") ?? [];
    const found = searchItems([...own, ...this.entries], this.typed, textsOf);
    const withTables = new Set(own.map((entry) => entry.own?.file));
    const others = [...this.files.values()].filter(({ name }) => !withTables.has(name));
    const otherFiles = searchItems(others, this.typed, ({ name }) => [name]);
    const { shownDataset } = this.workbench;
    return html`<div class="head">
        ${searchField(say(dataTexts.find()), this.typed, this.#type)}
        <button
          class="button"
          type="button"
          aria-label=${say(fileActionTexts.addData())}
          title=${say(fileActionTexts.addData())}
          @click=${() => runAction(actionOf("add-data"), this.workbench)}
        >
          ${icon("add")}${say(dataTexts.add())}
        </button>
      </div>
      <div class="list">
        ${found.length + otherFiles.length === 0 ? html`<p class="empty">${say(dataTexts.none({ text: this.typed }))}</p>` : nothing}
        ${datasetKinds.map((kind) => {
          const entries = found.filter((entry) => entry.kind === kind);
          const files = kind === "own" ? otherFiles : [];
          const count = entries.length + files.length;
          if (count === 0) return nothing;
          return html`<h2>${say(datasetKindTexts[kind]())} <span>${writeCount(count)}</span></h2>
            ${repeat(
              entries,
              ({ name }) => name,
              (entry) => html`<yuheng-dataset
                .workbench=${this.workbench}
                .session=${this.session}
                .entry=${entry}
                .astray=${entry.own !== undefined && this.astray.has(entry.own.file)}
                .attachment=${(entry.own && this.files.get(entry.own.file)) ?? null}
                .shown=${shownDataset?.name === entry.name ? shownDataset : null}
              ></yuheng-dataset>`,
            )}
            ${files.map(
              (file) => html`<yuheng-own-file
                .workbench=${this.workbench}
                .session=${this.session}
                .attachment=${file}
                .astray=${this.astray.has(file.name)}
              ></yuheng-own-file>`,
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
