import { html, nothing } from "lit";
import { writeFormulas } from "../../../lib/charts/number-text.ts";
import { controls } from "../../design/controls.ts";
import { icon } from "../../design/icons.ts";
import { showSentence } from "../../design/sentence.ts";
import { stateShape } from "../../design/state-shape.ts";
import { say, sayText } from "../../language/speech.ts";
import type { AgentController } from "../../session/agent-controller.ts";
import type { Rail, Station, StationStatus } from "../../session/agent-rail.ts";
import { WorkbenchElement } from "../shell/workbench-element.ts";
import { agentStyle } from "./agent-style.ts";
import { agentTexts, stationTexts } from "./agent-texts.ts";

/** An agent of the notebook: its phases in order, each with how it stands, and what a person can do about it. */
export class AgentRailView extends WorkbenchElement {
  static override properties = { agents: { attribute: false }, rail: { attribute: false } };
  static override styles = [controls, agentStyle];

  declare agents: AgentController;
  declare rail: Rail;

  protected override render() {
    const { agents, rail } = this;
    if (!rail) return nothing;
    const { instance, title, stations, isWorking, canGoOn, problem } = rail;
    const current = stations.find(({ status }) => status !== "stands");
    return html`<section aria-labelledby="title" tabindex="-1">
      <h3 id="title">${sayText(title)}</h3>
      <ol class="rail" aria-label=${say(agentTexts.rail({ agent: sayText(title) }))}>
        ${stations.map((station) => this.#renderStation(station, station === current))}
      </ol>
      ${problem ? html`<p class="problem" role="alert">${say(problem)}</p>` : nothing}
      ${
        isWorking || canGoOn
          ? html`<div class="row">
              ${
                isWorking
                  ? html`<button class="button" type="button" @click=${() => agents.stop()}>${icon("stop")}${say(agentTexts.stop())}</button>`
                  : html`<button
                      class="button primary"
                      type="button"
                      ?disabled=${agents.isWorking}
                      @click=${() => this.#leave(agents.goOn(instance))}
                    >
                      ${icon("play")}${say(agentTexts.goOn())}
                    </button>`
              }
            </div>`
          : nothing
      }
    </section>`;
  }

  /** The button that was pressed goes with what it began: the keyboard stays at the rail. */
  #leave(_begun: Promise<void>): void {
    this.renderRoot.querySelector("section")?.focus({ preventScroll: true });
  }

  #renderStation(station: Station, isCurrent: boolean) {
    const { status, cell, unmet } = station;
    const name = nameOf(station);
    return html`<li class="station ${status}" aria-current=${isCurrent ? "step" : nothing}>
      <span class="mark" aria-hidden="true">${markOf(status)}</span>
      ${
        cell === null
          ? html`<span class="name">${name}</span>`
          : html`<button
              class="name"
              type="button"
              title=${say(agentTexts.toCell({ phase: name }))}
              @click=${() => this.session?.reveal(cell)}
            >
              ${name}
            </button>`
      }
      <span class="status">${say(stationTexts[status]())}</span>
      ${unmet.map(
        ({ sentence, blocks }) =>
          html`<p class="more ${blocks ? "gate" : "remark"}">${showSentence(writeFormulas(sayText(sentence)))}</p>`,
      )}
      ${status === "asks" ? this.#renderQuestion() : nothing} ${station.isBehind ? this.#renderBack(station.name, name) : nothing}
    </li>`;
  }

  #renderQuestion() {
    const { agents, rail } = this;
    if (!rail.question) return nothing;
    const { question, options } = rail.question;
    return html`<div class="more" role="group" aria-labelledby="question">
      <p id="question">${sayText(question)}</p>
      <ul class="options">
        ${options.map(
          ({ value, label }) => html`<li>
            <button
              class="button"
              type="button"
              ?disabled=${agents.isWorking}
              @click=${() => this.#leave(agents.answer(rail.instance, rail.question!, value))}
            >
              ${writeFormulas(sayText(label))}
            </button>
          </li>`,
        )}
      </ul>
    </div>`;
  }

  #renderBack(phase: string, name: string) {
    return html`<div class="more">
      <button
        class="back"
        type="button"
        title=${say(agentTexts.goBackAbout())}
        aria-label=${say(agentTexts.goBackTo({ phase: name }))}
        @click=${() => this.#leave(this.agents.goBack(this.rail.instance, phase))}
      >
        ${say(agentTexts.goBack())}
      </button>
    </div>`;
  }
}

function nameOf({ title }: Station): string {
  return title ? sayText(title) : say(agentTexts.report());
}

function markOf(status: StationStatus) {
  switch (status) {
    case "stands":
      return icon("check");
    case "shut":
      return stateShape("failed");
    case "stale":
      return stateShape("stale");
    case "asks":
      return icon("ask");
    case "works":
    case "computes":
      return stateShape("running");
    case "next":
    case "waits":
      return stateShape("queued");
  }
}

customElements.define("yuheng-agent-rail", AgentRailView);
