import { css, html, nothing } from "lit";
import { type ActionId, actionOf } from "../../actions/table.ts";
import { controls } from "../../design/controls.ts";
import { type IconName, icon } from "../../design/icons.ts";
import { say } from "../../language/speech.ts";
import { keysOf, runAction } from "./action-button.ts";
import { WorkbenchElement } from "./workbench-element.ts";

export interface MenuGroup {
  label: string;
  actions: readonly ActionId[];
}

/** A button that opens a list of actions. Arrow keys move through it; Escape and a press elsewhere close it. */
export class Menu extends WorkbenchElement {
  static override properties = {
    label: { attribute: false },
    icon: { attribute: false },
    groups: { attribute: false },
    open: { state: true },
  };
  static override styles = [
    controls,
    css`
      :host {
        display: inline-flex;
      }
      .list {
        margin: 0;
        inset: auto;
        min-width: 13rem;
        max-width: calc(100vw - 1rem);
        max-height: calc(100dvh - 4rem);
        overflow-y: auto;
        padding: var(--space-1);
        color: var(--ink);
        background: var(--raised);
        border: 1px solid var(--rule);
        border-radius: var(--radius);
        box-shadow: var(--shadow);
      }
      .group + .group {
        margin-top: var(--space-1);
        padding-top: var(--space-1);
        border-top: 1px solid var(--rule);
      }
      .item {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        width: 100%;
        min-height: 2.25rem;
        padding: 0.25rem 0.625rem;
        font-size: var(--text-interface);
      }
      .item:hover,
      .item:focus {
        background: var(--hover);
      }
      .item[aria-disabled="true"] {
        color: var(--ink-muted);
        opacity: 0.6;
        cursor: default;
      }
      .word {
        flex: 1;
      }
      @media (hover: none) {
        kbd {
          display: none;
        }
      }
      .sign {
        width: 1.25rem;
      }
    `,
  ];

  declare label: string;
  declare icon: IconName;
  declare groups: readonly MenuGroup[];
  declare private open: boolean;

  constructor() {
    super();
    this.label = "";
    this.icon = "more";
    this.groups = [];
    this.open = false;
  }

  protected override render() {
    return html`<button
        class="tool"
        type="button"
        popovertarget="list"
        title=${this.label}
        aria-label=${this.label}
        aria-haspopup="menu"
        aria-expanded=${this.open ? "true" : "false"}
      >
        ${icon(this.icon)}
      </button>
      <div
        id="list"
        class="list"
        role="menu"
        aria-label=${this.label}
        popover="auto"
        @beforetoggle=${this.#place}
        @toggle=${this.#toggled}
        @keydown=${this.#onKeydown}
      >
        ${this.groups.map(
          ({ label, actions }) => html`<div class="group" role="group" aria-label=${label}>
            ${actions.map((id) => this.#renderItem(id))}
          </div>`,
        )}
      </div>`;
  }

  #renderItem(id: ActionId) {
    const action = actionOf(id);
    const pressed = action.pressed?.(this.workbench);
    const keys = keysOf(action);
    return html`<button
      class="item"
      type="button"
      tabindex="-1"
      role=${pressed === undefined ? "menuitem" : "menuitemcheckbox"}
      aria-checked=${pressed === undefined ? nothing : pressed ? "true" : "false"}
      aria-disabled=${action.when(this.workbench.session) ? nothing : "true"}
      @click=${() => {
        this.#list.hidePopover();
        runAction(action, this.workbench);
      }}
    >
      ${icon(action.icon)}<span class="word">${say(action.label)}</span>
      ${keys ? html`<kbd>${keys}</kbd>` : nothing}
      ${pressed === undefined ? nothing : html`<span class="sign">${pressed ? icon("check") : nothing}</span>`}
    </button>`;
  }

  get #list(): HTMLElement {
    return this.renderRoot.querySelector<HTMLElement>(".list")!;
  }

  /** Places the list below the button, aligned with one of its edges, inside the window. */
  #place = (event: ToggleEvent) => {
    if (event.newState !== "open") return;
    const button = this.renderRoot.querySelector("button")!.getBoundingClientRect();
    const toRight = button.left < window.innerWidth / 2;
    const { style } = this.#list;
    style.top = `${button.bottom + 4}px`;
    style.left = toRight ? `${Math.max(8, button.left)}px` : "auto";
    style.right = toRight ? "auto" : `${Math.max(8, document.documentElement.clientWidth - button.right)}px`;
  };

  #toggled = (event: ToggleEvent) => {
    this.open = event.newState === "open";
    if (this.open) this.#items[0]?.focus();
  };

  get #items(): HTMLButtonElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLButtonElement>(".item")];
  }

  #onKeydown = (event: KeyboardEvent) => {
    const items = this.#items;
    const at = items.indexOf(this.shadowRoot?.activeElement as HTMLButtonElement);
    const steps: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 };
    const next = steps[event.key];
    if (event.key === "Tab") this.#list.hidePopover();
    if (next === undefined) return;
    event.preventDefault();
    items.at(next % items.length)?.focus();
  };
}

customElements.define("yuheng-menu", Menu);
