import { css, html, nothing, type PropertyValues } from "lit";
import { createRef, ref } from "lit/directives/ref.js";
import { say } from "../../language/speech.ts";
import { panelTexts } from "../../preferences/panels.ts";
import { appTexts } from "./app-texts.ts";
import { railTexts } from "./rail.ts";
import "./bar.ts";
import "./find-bar.ts";
import "./notice.ts";
import "./panel.ts";
import "./rail.ts";
import "./presenter.ts";
import { controls } from "../../design/controls.ts";
import type { NotebookInfo, Session, Workspace } from "../../session/contract.ts";
import type { Bar } from "./bar.ts";
import type { FindBar } from "./find-bar.ts";
import type { Side } from "./page.ts";
import type { Panel } from "./panel.ts";
import type { Rail } from "./rail.ts";
import { WorkbenchElement } from "./workbench-element.ts";

/** An open notebook: bar, rail, the notebook's frame, panel. In a narrow window rail and panel are drawers. */
export class NotebookPage extends WorkbenchElement {
  static override properties = {
    workspace: { attribute: false },
    notebooks: { attribute: false },
    narrow: { attribute: false },
    drawer: { attribute: false },
    finding: { attribute: false },
  };
  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        grid-template: auto 1fr / auto minmax(0, 1fr) auto;
        height: 100dvh;
        overflow: hidden;
        background: var(--paper);
      }
      yuheng-bar {
        grid-column: 1 / -1;
        z-index: 3;
      }
      main {
        grid-area: 2 / 2;
        position: relative;
        min-width: 0;
        min-height: 0;
      }
      .mount {
        position: absolute;
        inset: 0;
      }
      .mount > iframe {
        display: block;
        width: 100%;
        height: 100%;
        border: 0;
        background: var(--paper);
      }
      /* Over the frame, which is empty still. A notebook that opens at once shows nothing of it. */
      .opening {
        position: absolute;
        z-index: 1;
        inset: var(--space-6) var(--space-4) auto;
        margin: 0;
        text-align: center;
        color: var(--ink-muted);
        pointer-events: none;
        animation: appear 0.2s 0.15s both;
      }
      @keyframes appear {
        from {
          opacity: 0;
        }
      }
      .side {
        grid-row: 2;
        min-height: 0;
        display: flex;
      }
      .side > * {
        flex: 1;
        min-width: 0;
      }
      .rail {
        grid-column: 1;
        width: 15rem;
        border-right: 1px solid var(--rule);
      }
      .panel {
        grid-column: 3;
        width: clamp(22rem, 30vw, 28rem);
        border-left: 1px solid var(--rule);
      }
      .drawer {
        position: relative;
        z-index: 2;
        grid-column: 1 / -1;
        box-shadow: var(--shadow);
      }
      .drawer.rail {
        width: min(18rem, 86vw);
      }
      .drawer.panel {
        justify-self: end;
        width: min(26rem, 100vw);
      }
      .scrim {
        grid-area: 2 / 1 / 3 / -1;
        z-index: 1;
        background: var(--scrim);
      }
      /* The frame is not moved in the document, which would reload it. */
      :host([presenting]) main {
        grid-area: 1 / 1 / -1 / -1;
      }
      :host([presenting]) :is(yuheng-bar, .side, .scrim, .skip, yuheng-find-bar) {
        display: none;
      }
      .skip {
        position: absolute;
        z-index: 4;
        top: var(--space-2);
        left: var(--space-2);
      }
      .skip:not(:focus) {
        clip-path: inset(50%);
      }
    `,
  ];

  declare workspace: Workspace;
  declare notebooks: readonly NotebookInfo[];
  /** Whether the window is too narrow for rail and panel next to the notebook. */
  declare narrow: boolean;
  /** The open drawer, in a narrow window. */
  declare drawer: Side | null;

  /** True while the find bar is open. */
  declare finding: boolean;

  #mount = createRef<HTMLDivElement>();
  #mounted: Session | null = null;
  #shown: Record<Side, boolean> = { rail: false, panel: false };

  constructor() {
    super();
    this.notebooks = [];
    this.narrow = false;
    this.drawer = null;
    this.finding = false;
  }

  #shows(side: Side): boolean {
    return this.narrow ? this.drawer === side : this.workbench.preferences[side];
  }

  protected override render() {
    const { session, workbench, drawer } = this;
    if (!session) return nothing;
    return html`<button class="button skip" type="button" @click=${this.focusNotebook}>${say(appTexts.skip())}</button>
      <yuheng-bar
        .workbench=${workbench}
        .session=${session}
        .railOpen=${this.#shows("rail")}
        .panelOpen=${this.#shows("panel")}
      ></yuheng-bar>
      ${this.narrow && drawer ? html`<div class="scrim" @click=${() => workbench.close()}></div>` : nothing}
      <nav class="side rail ${this.narrow ? "drawer" : ""}" aria-label=${say(railTexts.label())} ?hidden=${!this.#shows("rail")}>
        <yuheng-rail
          .workbench=${workbench}
          .session=${session}
          .notebooks=${this.notebooks}
          @click=${this.#leaveRail}
        ></yuheng-rail>
      </nav>
      <main aria-label=${say(appTexts.main())}>
        <h1 class="visually-hidden">${session.title}</h1>
        <yuheng-notice .workbench=${workbench} .session=${session}></yuheng-notice>
        ${this.finding ? html`<yuheng-find-bar .workbench=${workbench} .session=${session}></yuheng-find-bar>` : nothing}
        ${
          workbench.stage.on
            ? html`<yuheng-presenter .workbench=${workbench} .session=${session}></yuheng-presenter>`
            : nothing
        }
        ${session.opening ? html`<p class="opening" role="status">${say(appTexts.openingFrame())}</p>` : nothing}
        <div class="mount" ?inert=${this.narrow && drawer !== null} ${ref(this.#mount)}></div>
      </main>
      <aside class="side panel ${this.narrow ? "drawer" : ""}" aria-label=${say(panelTexts.label())} ?hidden=${!this.#shows("panel")}>
        ${
          this.#shows("panel")
            ? html`<yuheng-panel .workbench=${workbench} .session=${session} .workspace=${this.workspace}></yuheng-panel>`
            : nothing
        }
      </aside>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    const { session } = this;
    this.toggleAttribute("presenting", this.workbench.stage.on);
    const element = this.#mount.value;
    if (session && element && session !== this.#mounted) {
      this.#mounted = session;
      element.replaceChildren();
      session.mount(element);
    }
    for (const side of ["rail", "panel"] as const) {
      if (this.#shown[side] && !this.#shows(side)) requestAnimationFrame(() => this.#returnFocus(side));
      this.#shown[side] = this.#shows(side);
    }
    // When the find bar closes, the focus returns to the notebook.
    if (changed.get("finding") && !this.finding) this.focusNotebook();
    if (changed.has("drawer") && this.drawer) void this.#enterDrawer(this.drawer);
  }

  /** Moves the focus into the opened drawer. */
  async #enterDrawer(side: Side): Promise<void> {
    if (side === "rail") {
      const rail = this.renderRoot.querySelector<Rail>("yuheng-rail");
      await rail?.updateComplete;
      rail?.shadowRoot?.querySelector<HTMLElement>("button, a")?.focus();
      return;
    }
    const panel = this.renderRoot.querySelector<Panel>("yuheng-panel");
    await panel?.updateComplete;
    panel?.focus();
  }

  /** If the closed side had the focus, its button gets it. */
  #returnFocus(side: Side): void {
    if (document.activeElement !== document.body) return;
    this.renderRoot.querySelector<Bar>("yuheng-bar")?.focusTool(side);
  }

  /** Closes the drawer after a choice in it. */
  #leaveRail = (event: Event) => {
    const chosen = event.composedPath().some((target) => target instanceof Element && target.matches(".row"));
    if (this.narrow && chosen) this.workbench.close();
  };

  /** Where the notebook's frame lies in the window. */
  get frameBox(): DOMRect | null {
    return this.#mount.value?.querySelector("iframe")?.getBoundingClientRect() ?? null;
  }

  focusNotebook = () => this.#mount.value?.querySelector("iframe")?.focus();

  /** Focuses the find bar if it is already open; a new one focuses itself. */
  focusFind(): void {
    this.renderRoot.querySelector<FindBar>("yuheng-find-bar")?.focus();
  }

  async editTitle(): Promise<void> {
    await this.updateComplete;
    const bar = this.renderRoot.querySelector<Bar>("yuheng-bar");
    await bar?.updateComplete;
    bar?.editTitle();
  }
}

customElements.define("yuheng-notebook-page", NotebookPage);
