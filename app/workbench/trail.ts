import { html, nothing } from "lit";
import type { DatasetEntry } from "../../kernel/services/catalogue.ts";
import type { ToolDescription } from "../../kernel/services/compute/tool-description.ts";
import { provOf } from "../../kernel/trail/prov.ts";
import { datasetsOf, type Step, type ToolStep, toolsOf } from "../../kernel/trail/step.ts";
import { type TrailCell, type TrailPart, trailOf } from "../../kernel/trail/trail.ts";
import { controls } from "../design/controls.ts";
import { icon } from "../design/icons.ts";
import { sideList } from "../design/side-list.ts";
import { sayFact } from "../language/fact.ts";
import { writeList, writeYears } from "../language/figures.ts";
import type { PlainKey } from "../language/message.ts";
import { say, speech } from "../language/speech.ts";
import type { Session } from "../session/contract.ts";
import { downloadText } from "../session/file-pickers.ts";
import { trailStyle } from "./trail-style.ts";
import { WorkbenchElement } from "./workbench-element.ts";

/** Where the figures of a cell come from: cells, methods with their references, data with their licences. */
export class Trail extends WorkbenchElement {
  static override properties = { tools: { state: true } };
  static override styles = [controls, sideList, trailStyle];

  declare private tools: readonly ToolDescription[];
  #asked = "";

  constructor() {
    super();
    this.tools = [];
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
    const title = traced === null ? say("trail.ofNotebook") : say("trail.of", { place: parts[0]?.place ?? "" });
    return html`<header>
        <h2>${title}</h2>
        <div class="tools">
          ${
            traced === null
              ? nothing
              : html`<button class="link" type="button" @click=${() => session.trace(null)}>${say("trail.whole")}</button>`
          }
          <button
            class="link"
            type="button"
            @click=${() => this.#export(session, parts, datasets)}
          >${icon("download")}${say("trail.export")}</button>
        </div>
        ${traced === null ? html`<p class="hint">${say("trail.ask")}</p>` : nothing}
      </header>
      <div class="list">
        ${traced === null ? nothing : this.#renderCells(session, parts)}
        ${this.tools.length === 0 ? nothing : html`<h3>${say("trail.methods")}</h3>${this.tools.map(renderTool)}`}
        <h3>${say("trail.data")}</h3>
        ${datasets.length === 0 ? html`<p class="hint">${say("trail.noData")}</p>` : datasets.map(renderDataset)}
      </div>`;
  }

  #renderCells(session: Session, parts: readonly TrailPart[]) {
    return html`<h3>${say("trail.cells")}</h3>
      <ol>
        ${parts.map(
          (part) => html`<li>
            <button class="cell" type="button" @click=${() => session.reveal(part.id)}>
              <span class="names">${part.outputs.join(", ") || firstLine(part.source)}</span>
              <span class="away">
                ${part.distance === 0 ? say("trail.self") : say("trail.away", { count: part.distance })}
              </span>
            </button>
            ${part.steps.map(renderStep)}
          </li>`,
        )}
      </ol>`;
  }

  async #describe(session: Session, names: readonly string[]): Promise<void> {
    const asked = names.join(" ");
    if (asked === this.#asked) return;
    this.#asked = asked;
    const tools = await session.describe(names).catch(() => []);
    if (asked === this.#asked) this.tools = tools;
  }

  #export(session: Session, parts: readonly TrailPart[], datasets: readonly DatasetEntry[]): void {
    const { name, title } = session;
    const at = new Date().toISOString();
    const prov = provOf(parts, { notebook: { name, title }, datasets, tools: this.tools, at });
    downloadText(`${name}-trail.jsonld`, "application/ld+json", `${JSON.stringify(prov, null, 2)}\n`);
  }
}

function cellsOf(session: Session): TrailCell[] {
  return session.cells.map(({ id, source }, i) => {
    const { outputs = [], inputs = [], steps = [] } = session.reports.get(id) ?? {};
    return { id, place: i + 1, source, outputs, inputs, steps };
  });
}

function renderStep(step: Step) {
  switch (step.kind) {
    case "dataset":
      return html`<p class="step">${say("trail.reads", { names: step.dataset })}</p>`;
    case "notebook":
      return html`<p class="step">${say("trail.notebook", { name: step.notebook })}</p>`;
    case "query":
      return html`<details class="step">
        <summary>${say("trail.query")}${readsOf(step.datasets)}</summary>
        <pre>${step.sql}</pre>
      </details>`;
    case "tool":
      return html`<details class="step">
        <summary><code>${step.tool}</code>${readsOf(step.datasets)}</summary>
        ${factsOf(step)}
      </details>`;
  }
}

function readsOf(names: readonly string[]) {
  return names.length === 0 ? "" : `: ${say("trail.reads", { names: writeList(names) })}`;
}

function factsOf({ input, facts }: ToolStep) {
  const rows = Object.entries(facts).map(
    ([name, value]) => [say(`trail.fact.${name}` as PlainKey), sayFact(name, value)] as const,
  );
  return html`<dl>
    ${[[say("trail.input"), input] as const, ...rows].map(
      ([name, value]) => html`<dt>${name}</dt>
        <dd>${value}</dd>`,
    )}
  </dl>`;
}

function renderTool({ name, title, summary, assumptions, references }: ToolDescription) {
  const language = speech.language === "zh-CN" ? "zh" : "en";
  return html`<section>
    <h4>${title[language]} <code>${name}</code></h4>
    <p>${summary[language]}</p>
    <ul class="references">
      ${references.map((reference) => html`<li>${reference}</li>`)}
    </ul>
    ${
      assumptions.length === 0
        ? nothing
        : html`<details>
            <summary>${say("trail.assumptions")}</summary>
            <ul>
              ${assumptions.map((assumption) => html`<li>${assumption}</li>`)}
            </ul>
          </details>`
    }
  </section>`;
}

function renderDataset(entry: DatasetEntry) {
  const { title, title_zh, publisher, vintage, years, citation, licence, licence_url, licence_confirmed, name } = entry;
  return html`<section>
    <h4>${speech.language === "zh-CN" ? title_zh : title} <code>${name}</code></h4>
    <p>${[publisher, vintage, years ? writeYears(years) : ""].filter(Boolean).join(", ")}</p>
    ${citation ? html`<p class="hint">${citation}</p>` : nothing}
    <p>
      ${licence_url ? html`<a href=${licence_url} target="_blank" rel="noopener noreferrer">${licence}</a>` : licence}
      ${licence_confirmed ? nothing : html`<span class="hint">(${say("trail.unconfirmed")})</span>`}
    </p>
  </section>`;
}

function firstLine(source: string): string {
  return source.trim().split("\n", 1)[0]!.slice(0, 80);
}

customElements.define("yuheng-trail", Trail);
