import { css, html } from "lit";
import { unsafeStatic, html as withElement } from "lit/static-html.js";
import { say } from "../../language/speech.ts";
import "../panels/bin-list.ts";
import "../panels/cell-list.ts";
import "../panels/data-list.ts";
import "../panels/dataflow/graph.ts";
import "../panels/problem-list.ts";
import "../panels/scenarios.ts";
import "../panels/trail.ts";
import "../panels/variable-list.ts";
import { controls } from "../../design/controls.ts";
import { icon } from "../../design/icons.ts";
import { writeCount } from "../../language/figures.ts";
import { type PanelTab, panels, panelTabs, panelTexts, tabTexts } from "../../preferences/panels.ts";
import type { Workspace } from "../../session/contract.ts";
import { findProblems } from "../panels/problem.ts";
import { WorkbenchElement } from "./workbench-element.ts";

/** The right panel: one of its tabs. */
export class Panel extends WorkbenchElement {
  static override properties = { workspace: { attribute: false } };
  static override styles = [
    controls,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-height: 0;
        background: var(--surface);
      }
      .head {
        display: flex;
        align-items: start;
        padding: 0 var(--space-2);
        border-bottom: 1px solid var(--rule);
      }
      [role="tablist"] {
        display: flex;
        flex: 1;
        flex-wrap: wrap;
        min-width: 0;
      }
      [role="tab"] {
        flex: none;
        height: 2.25rem;
        padding: 0 var(--space-2);
        white-space: nowrap;
        border-radius: 0;
        font-size: var(--text-interface);
        color: var(--ink-muted);
        border-bottom: 2px solid transparent;
      }
      [role="tab"]:hover {
        color: var(--ink);
      }
      [role="tab"][aria-selected="true"] {
        color: var(--ink);
        font-weight: 600;
        border-bottom-color: var(--accent);
      }
      [role="tab"]:focus-visible {
        outline-offset: -2px;
      }
      .count {
        font-variant-numeric: tabular-nums;
        font-weight: 400;
        color: var(--state-failed);
      }
      [role="tabpanel"] {
        flex: 1;
        min-height: 0;
        display: flex;
        flex-direction: column;
      }
      [role="tabpanel"] > * {
        flex: 1;
        min-height: 0;
      }
    `,
  ];

  declare workspace: Workspace;

  protected override render() {
    const { tab } = this.workbench.preferences;
    const problems = this.session ? findProblems(this.session).length : 0;
    return html`<div class="head">
        <div role="tablist" aria-label=${say(panelTexts.label())} @keydown=${this.#onKeydown}>
          ${panelTabs.map((id) => this.#renderTab(id, id === tab, id === "problems" ? problems : 0))}
        </div>
        <button
          class="tool"
          type="button"
          title=${say(panelTexts.close())}
          aria-label=${say(panelTexts.close())}
          @click=${() => this.workbench.togglePanel()}
        >
          ${icon("close")}
        </button>
      </div>
      <div role="tabpanel" id="tabpanel" aria-labelledby="tab-${tab}">${this.#renderTabPanel(tab)}</div>`;
  }

  #renderTab(id: PanelTab, selected: boolean, count: number) {
    return html`<button
      id="tab-${id}"
      role="tab"
      type="button"
      aria-selected=${selected ? "true" : "false"}
      aria-controls="tabpanel"
      tabindex=${selected ? "0" : "-1"}
      @click=${() => this.workbench.showTab(id)}
    >
      ${say(tabTexts[id]())}${count > 0 ? html` <span class="count">${writeCount(count)}</span>` : ""}
    </button>`;
  }

  #renderTabPanel(tab: PanelTab) {
    // Most readers never ask: the elements of the dialogue are loaded when they are first shown.
    if (tab === "ask") void import("../ask/ask-panel.ts");
    const { workbench, session } = this;
    const tag = unsafeStatic(panels.find(({ id }) => id === tab)!.element);
    return withElement`<${tag} .workbench=${workbench} .session=${session} .workspace=${this.workspace}></${tag}>`;
  }

  #onKeydown = (event: KeyboardEvent) => {
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const at = panelTabs.indexOf(this.workbench.preferences.tab);
    const next = panelTabs.at((at + step) % panelTabs.length) ?? "data";
    this.workbench.showTab(next);
    this.renderRoot.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
  };

  /** Focuses the selected tab. */
  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')?.focus();
  }
}

customElements.define("yuheng-panel", Panel);
