import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { agentNamed } from "../../../lib/agents/agents.ts";
import { type AgentName, agentNames } from "../../../lib/dialogue/agent-name.ts";
import { controls } from "../../design/controls.ts";
import { say, sayText } from "../../language/speech.ts";
import type { AgentController } from "../../session/agent-controller.ts";
import { Watcher } from "../shell/watcher.ts";
import { WorkbenchElement } from "../shell/workbench-element.ts";
import "./agent-rail-view.ts";
import { agentStyle } from "./agent-style.ts";
import { aboutAgents, agentTexts } from "./agent-texts.ts";

/** The agents: those that have begun in the notebook, and those that can be started. */
export class AgentsView extends WorkbenchElement {
  static override properties = { agents: { attribute: false } };
  static override styles = [controls, agentStyle];

  declare agents: AgentController;

  constructor() {
    super();
    new Watcher(this, () => this.agents);
  }

  protected override render() {
    const { agents } = this;
    if (!agents) return nothing;
    return html`${repeat(
      agents.rails,
      ({ instance }) => instance,
      (rail) =>
        html`<yuheng-agent-rail
          data-instance=${rail.instance}
          .workbench=${this.workbench}
          .session=${this.session}
          .agents=${agents}
          .rail=${rail}
        ></yuheng-agent-rail>`,
    )}${this.#renderStarts()}`;
  }

  #renderStarts() {
    return html`<details>
      <summary>${say(agentTexts.start())}</summary>
      <p class="hint">${say(agentTexts.hint())}</p>
      <ul class="starts">
        ${agentNames.map(
          (name) => html`<li>
            <button class="button" type="button" ?disabled=${this.agents.isWorking} @click=${(event: Event) => this.#start(event, name)}>
              ${sayText(agentNamed(name).title)}
              <span class="about">${say(aboutAgents[name]())}</span>
            </button>
          </li>`,
        )}
      </ul>
    </details>`;
  }

  #start(event: Event, name: AgentName): void {
    (event.target as Element).closest("details")!.open = false;
    void this.agents.begin(name, {});
  }
}

customElements.define("yuheng-agents", AgentsView);
