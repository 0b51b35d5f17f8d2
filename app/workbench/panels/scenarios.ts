import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { Compared } from "../../../kernel/montecarlo/compared.ts";
import type { Scenario } from "../../../kernel/montecarlo/scenario.ts";
import type { Situation } from "../../../kernel/montecarlo/situation.ts";
import { messageOf } from "../../../lib/message/fault.ts";
import type { Sentence } from "../../../lib/message/message.ts";
import { controls } from "../../design/controls.ts";
import { showSentence } from "../../design/sentence.ts";
import { sideList } from "../../design/side-list.ts";
import { say } from "../../language/speech.ts";
import type { Session } from "../../session/contract.ts";
import { scenarioTexts } from "../../session/scenario-texts.ts";
import { comparedScenarios } from "../compare/compared-scenarios.ts";
import { WorkbenchElement } from "../shell/workbench-element.ts";
import { scenariosStyle } from "./scenarios-style.ts";

/** The scenarios of a notebook: saved, renamed, applied, and a cell compared under all of them. */
export class Scenarios extends WorkbenchElement {
  static override properties = {
    situation: { state: true },
    cell: { state: true },
    compared: { state: true },
    comparing: { state: true },
    problem: { state: true },
  };
  static override styles = [controls, sideList, scenariosStyle];

  declare private situation: Situation | null;
  declare private cell: number | null;
  declare private compared: Compared | null;
  declare private comparing: boolean;
  declare private problem: Sentence;
  #comparisons = 0;
  #key = "";

  constructor() {
    super();
    this.situation = null;
    this.cell = null;
    this.compared = null;
    this.comparing = false;
    this.problem = "";
  }

  protected override render() {
    const { session, situation } = this;
    if (!session) return nothing;
    void this.#update(session);
    const scenarios = session.scenarios.all;
    return html`<header>
        <h2>${say(scenarioTexts.title())}</h2>
        <p class="hint">${situation?.inputs.length === 0 ? say(scenarioTexts.noInputs()) : say(scenarioTexts.hint())}</p>
        <button class="button" type="button" @click=${() => void session.scenarios.keep(say(scenarioTexts.new()))}>
          ${say(scenarioTexts.keep())}
        </button>
      </header>
      <div class="list">
        ${repeat(
          scenarios,
          ({ name }) => name,
          (scenario) => this.#renderScenario(session, scenario),
        )}
        ${scenarios.length === 0 ? nothing : this.#renderComparison(session)}
      </div>`;
  }

  #renderScenario(session: Session, { name, inputs, samples }: Scenario) {
    const free = (this.situation?.samples ?? []).filter((sample) => !Object.hasOwn(samples, sample.name));
    return html`<section aria-label=${name}>
      <div class="row">
        <input
          class="field"
          aria-label=${say(scenarioTexts.name())}
          .value=${name}
          @change=${(event: Event) => session.scenarios.rename(name, (event.target as HTMLInputElement).value)}
        />
        <button class="button" type="button" aria-label=${say(scenarioTexts.applyNamed({ name }))} @click=${() => void session.scenarios.apply(name)}>
          ${say(scenarioTexts.apply())}
        </button>
        <button class="button" type="button" aria-label=${say(scenarioTexts.deleteNamed({ name }))} @click=${() => session.scenarios.remove(name)}>
          ${say(scenarioTexts.delete())}
        </button>
      </div>
      <dl>
        ${Object.entries(inputs).map(
          ([input, value]) => html`<dt>${input}</dt>
            <dd>${typeof value === "string" ? value : JSON.stringify(value)}</dd>`,
        )}
        ${Object.entries(samples).map(([sample, value]) => this.#renderSample(session, name, sample, value))}
      </dl>
      ${
        free.length === 0
          ? nothing
          : html`<select
            class="field"
            aria-label=${say(scenarioTexts.fix())}
            .value=${""}
            @change=${(event: Event) => this.#fix(session, name, event.target as HTMLSelectElement)}
          >
            <option value="">${say(scenarioTexts.fix())}…</option>
            ${free.map((sample) => html`<option value=${sample.name}>${sample.label ?? sample.name}</option>`)}
          </select>`
      }
    </section>`;
  }

  #renderSample(session: Session, scenario: string, sample: string, value: unknown) {
    const set = (event: Event) => {
      const number = (event.target as HTMLInputElement).valueAsNumber;
      if (Number.isFinite(number)) session.scenarios.setSample(scenario, sample, number);
    };
    const name = this.situation?.samples.find((each) => each.name === sample)?.label ?? sample;
    return html`<dt>${name}</dt>
      <dd>
        ${
          typeof value === "number"
            ? html`<input
              class="field"
              type="number"
              step="any"
              aria-label=${say(scenarioTexts.fixTo({ name }))}
              .value=${String(value)}
              @change=${set}
            />`
            : JSON.stringify(value)
        }
        <button
          class="button"
          type="button"
          aria-label=${say(scenarioTexts.free({ name }))}
          title=${say(scenarioTexts.free({ name }))}
          @click=${() => session.scenarios.setSample(scenario, sample, null)}
        >
          ×
        </button>
      </dd>`;
  }

  #fix(session: Session, scenario: string, select: HTMLSelectElement): void {
    const sample = this.situation?.samples.find(({ name }) => name === select.value);
    select.value = "";
    if (sample) session.scenarios.setSample(scenario, sample.name, sample.central);
  }

  #renderComparison(session: Session) {
    const cells = this.situation?.cells ?? [];
    if (cells.length === 0) return html`<p class="hint">${say(scenarioTexts.nothing())}</p>`;
    const chosen = cells.some(({ cell }) => cell === this.cell) ? this.cell! : cells.at(-1)!.cell;
    return html`<div class="compare">
        <label>
          ${say(scenarioTexts.cell())}
          <select class="field" .value=${String(chosen)} @change=${(event: Event) => {
            this.cell = Number((event.target as HTMLSelectElement).value);
            this.compared = null;
          }}>
            ${cells.map(
              ({ cell, names }) =>
                html`<option value=${cell} ?selected=${cell === chosen}>${names.join(", ") || firstLine(session, cell)}</option>`,
            )}
          </select>
        </label>
        <button class="button primary" type="button" @click=${() => void this.#compare(session, chosen)}>
          ${say(scenarioTexts.compare())}
        </button>
        ${
          this.comparing
            ? html`<span role="status">${say(scenarioTexts.comparing())}</span>
              <button class="button" type="button" @click=${() => session.scenarios.stopComparing()}>${say(scenarioTexts.stop())}</button>`
            : nothing
        }
      </div>
      ${this.problem ? html`<p class="problem" role="alert">${showSentence(say(scenarioTexts.failed({ reason: this.problem })))}</p>` : nothing}
      ${this.compared ? comparedScenarios(this.compared) : nothing}`;
  }

  async #compare(session: Session, cell: number): Promise<void> {
    const comparison = ++this.#comparisons;
    this.comparing = true;
    this.problem = "";
    try {
      const compared = await session.scenarios.compare(cell, say(scenarioTexts.now()));
      if (comparison === this.#comparisons) this.compared = compared;
    } catch (error) {
      const isStop = error instanceof Error && error.name === "AbortError";
      if (comparison === this.#comparisons && !isStop) this.problem = messageOf(error);
    } finally {
      if (comparison === this.#comparisons) this.comparing = false;
    }
  }

  /** Reads the notebook's inputs and samples again when they may have changed. */
  async #update(session: Session): Promise<void> {
    const key = JSON.stringify([
      session.name,
      session.running,
      session.inputs.values,
      ...session.cells.map(({ id, attributes }) => [id, attributes["data-value"] ?? ""]),
      ...[...session.reports.values()].map(({ state }) => state.runs),
    ]);
    if (key === this.#key || session.running) return;
    this.#key = key;
    const situation = await session.scenarios.situation().catch(() => null);
    if (situation && key === this.#key) this.situation = situation;
  }
}

function firstLine(session: Session, cell: number): string {
  const { source = "" } = session.cells.find(({ id }) => id === cell) ?? {};
  return source.trim().split("\n", 1)[0]!.slice(0, 60);
}

customElements.define("yuheng-scenarios", Scenarios);
