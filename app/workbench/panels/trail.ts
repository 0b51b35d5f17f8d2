import { html, nothing } from "lit";
import { provOf } from "../../../kernel/provenance/prov.ts";
import type { QueryRows } from "../../../kernel/provenance/query-rows.ts";
import { type TrailCell, type TrailPart, trailOf } from "../../../kernel/provenance/trail.ts";
import type { DatasetEntry } from "../../../kernel/services/catalogue.ts";
import { titleOf } from "../../../kernel/services/catalogue.ts";
import { originOf } from "../../../kernel/services/catalogue-phrases.ts";
import type { ToolDescription } from "../../../kernel/services/compute/tool-description.ts";
import { datasetsOf, type QueryStep, toolsOf, writeFact } from "../../../kernel/services/step.ts";
import { controls } from "../../design/controls.ts";
import { icon } from "../../design/icons.ts";
import { sideList } from "../../design/side-list.ts";
import { webLink } from "../../design/web-link.ts";
import { downloadText } from "../../files/file-pickers.ts";
import { writeYears } from "../../language/figures.ts";
import { punctuation } from "../../language/punctuation.ts";
import { say, sayText } from "../../language/speech.ts";
import type { Session } from "../../session/contract.ts";
import { rowsCellFor } from "../shell/insertion.ts";
import { WorkbenchElement } from "../shell/workbench-element.ts";
import { renderStep, type StepContext } from "./trail-step.ts";
import { trailStyle } from "./trail-style.ts";
import { trailTexts } from "./trail-texts.ts";

/** The provenance of a cell's figures: cells, methods with their references, data with their licences. */
export class Trail extends WorkbenchElement {
  static override properties = { tools: { state: true }, queried: { state: true }, facts: { state: true } };
  static override styles = [controls, sideList, trailStyle];

  declare private tools: readonly ToolDescription[];
  /** The rows that queries read, as far as the database has answered. */
  declare private queried: ReadonlyMap<string, QueryRows>;
  /** The module that typesets facts; null until it is loaded. */
  declare private facts: typeof import("./trail-facts.ts") | null;
  readonly #requests = new Map<string, Promise<QueryRows>>();
  readonly #opened = new Set<string>();
  #described = "";
  #loading: Promise<typeof import("./trail-facts.ts") | null> | null = null;

  constructor() {
    super();
    this.tools = [];
    this.queried = new Map();
    this.facts = null;
  }

  protected override render() {
    const { session } = this;
    if (!session) return nothing;
    const cells = cellsOf(session);
    const { traced } = session;
    const parts: TrailPart[] =
      traced === null ? cells.map((cell) => ({ ...cell, distance: 0 })) : trailOf(cells, traced);
    const steps = parts.flatMap((cell) => cell.steps);
    void this.#describe(session, toolsOf(steps));
    const datasets = datasetsOf(steps).flatMap((name) => session.catalogue.find((entry) => entry.name === name) ?? []);
    const title = traced === null ? say(trailTexts.ofNotebook()) : say(trailTexts.of({ place: parts[0]?.place ?? "" }));
    return html`<header>
        <h2>${title}</h2>
        <div class="tools">
          ${
            traced === null
              ? nothing
              : html`<button class="link" type="button" @click=${() => session.trace(null)}>${say(trailTexts.whole())}</button>`
          }
          <button
            class="link"
            type="button"
            @click=${() => void this.#export(session, parts, datasets)}
          >${icon("download")}${say(trailTexts.export())}</button>
        </div>
        ${traced === null ? html`<p class="hint">${say(trailTexts.ask())}</p>` : nothing}
      </header>
      <div class="list">
        ${traced === null ? nothing : this.#renderCells(session, parts)}
        ${this.tools.length === 0 ? nothing : html`<h3>${say(trailTexts.methods())}</h3>${this.tools.map(renderTool)}`}
        <h3>${say(trailTexts.data())}</h3>
        ${datasets.length === 0 ? html`<p class="hint">${say(trailTexts.noData())}</p>` : datasets.map(renderDataset)}
      </div>`;
  }

  #renderCells(session: Session, parts: readonly TrailPart[]) {
    const context: StepContext = {
      rowsOf: (step) => {
        void this.#rowsOf(session, step);
        return this.queried.get(keyOf(step));
      },
      sizeOf: (dataset) => session.catalogue.find(({ name }) => name === dataset)?.rows,
      insert: (selection) => session.insert("sql", rowsCellFor(selection)),
      fact: (name, fact) => {
        void this.#loadFacts();
        return this.facts?.renderFact(name, fact) ?? writeFact(fact);
      },
      opened: this.#opened,
    };
    return html`<h3>${say(trailTexts.cells())}</h3>
      <ol>
        ${parts.map(
          (part) => html`<li>
            <button class="cell" type="button" @click=${() => session.reveal(part.id)}>
              <span class="names">${part.outputs.join(", ") || firstLine(part.source)}</span>
              <span class="away">
                ${part.distance === 0 ? say(trailTexts.self()) : say(trailTexts.away({ count: part.distance }))}
              </span>
            </button>
            ${part.steps.map((step, i) => renderStep(step, `${part.id} ${i} ${step.kind}`, context))}
          </li>`,
        )}
      </ol>`;
  }

  /** Loads titles, formulas and the typesetter of equations when the first result is shown. */
  async #loadFacts(): Promise<void> {
    // Without a connection, facts are shown as plain text.
    this.#loading ??= import("./trail-facts.ts").catch(() => null);
    this.facts = await this.#loading;
  }

  async #describe(session: Session, names: readonly string[]): Promise<void> {
    const key = names.join(" ");
    if (key === this.#described) return;
    this.#described = key;
    const tools = await session.describe(names).catch(() => []);
    if (key === this.#described) this.tools = tools;
  }

  /** Requests the rows once for each statement with its values, and shows them when received. */
  #rowsOf(session: Session, step: QueryStep): Promise<QueryRows> {
    const key = keyOf(step);
    const known = this.#requests.get(key);
    if (known) return known;
    const request = session.rowsOf(step);
    this.#requests.set(key, request);
    request.then(
      (rows) => {
        this.queried = new Map([...this.queried, [key, rows]]);
      },
      // The database was stopped: the next render requests the rows again.
      () => this.#requests.delete(key),
    );
    return request;
  }

  async #export(session: Session, parts: readonly TrailPart[], datasets: readonly DatasetEntry[]): Promise<void> {
    const { name, title } = session;
    const { tools } = this;
    const at = new Date().toISOString();
    const queries = parts.flatMap(({ steps }) => steps).filter((step) => step.kind === "query");
    await Promise.all(queries.map((step) => this.#rowsOf(session, step).catch(() => null)));
    const rowsOf = (step: QueryStep) => this.queried.get(keyOf(step));
    const prov = provOf(parts, { notebook: { name, title }, datasets, tools, at, rowsOf });
    downloadText(`${name}-trail.jsonld`, "application/ld+json", `${JSON.stringify(prov, null, 2)}\n`);
  }
}

function keyOf({ sql, values }: QueryStep): string {
  return JSON.stringify([sql, values]);
}

function cellsOf(session: Session): TrailCell[] {
  return session.cells.map(({ id, source }, i) => {
    const { outputs = [], inputs = [], steps = [] } = session.reports.get(id) ?? {};
    return { id, place: i + 1, source, outputs, inputs, steps };
  });
}

function renderTool({ name, title, summary, assumptions, references }: ToolDescription) {
  return html`<section>
    <h4>${sayText(title)} <code>${name}</code></h4>
    <p>${sayText(summary)}</p>
    <ul class="references">
      ${references.map((reference) => html`<li>${reference}</li>`)}
    </ul>
    ${
      assumptions.length === 0
        ? nothing
        : html`<details>
            <summary>${say(trailTexts.assumptions())}</summary>
            <ul>
              ${assumptions.map((assumption) => html`<li>${assumption}</li>`)}
            </ul>
          </details>`
    }
  </section>`;
}

function renderDataset(entry: DatasetEntry) {
  const { years, citation, licence_url, licence_confirmed, name } = entry;
  const { publisher, vintage, licence } = originOf(entry);
  return html`<section>
    <h4>${sayText(titleOf(entry))} <code>${name}</code></h4>
    <p>${[say(publisher), say(vintage), years ? writeYears(years) : ""].filter(Boolean).join(say(punctuation.comma()))}</p>
    ${citation ? html`<p class="hint">${citation}</p>` : nothing}
    <p>
      ${webLink(say(licence), licence_url)}
      ${licence_confirmed ? nothing : html`<span class="hint">${say(trailTexts.unconfirmed())}</span>`}
    </p>
  </section>`;
}

function firstLine(source: string): string {
  return source.trim().split("\n", 1)[0]!.slice(0, 80);
}

customElements.define("yuheng-trail", Trail);
