import { css, html, nothing, type PropertyValues } from "lit";
import { say } from "../../language/speech.ts";
import { askTexts } from "../ask/ask-texts.ts";
import { libraryTexts } from "../library/library-texts.ts";
import { appTexts } from "./app-texts.ts";
import "./announcer.ts";
import "../compare/compare.ts";
import "./drop-layer.ts";
import "./help.ts";
import "./leave.ts";
import "../library/lesson-report.ts";
import "../library/library.ts";
import "../library/project-choice.ts";
import "../library/template-choice.ts";
import "./notebook-page.ts";
import "../palette/palette.ts";
import "../share/share.ts";
import type { FramePlace } from "../../../kernel/sandbox/protocol.ts";
import { findAction } from "../../actions/table.ts";
import { controls } from "../../design/controls.ts";
import { stateShape } from "../../design/state-shape.ts";
import { modalDialogs } from "../../live/modal-dialog.ts";
import type { Session } from "../../session/contract.ts";
import type { Compare } from "../compare/compare.ts";
import type { LessonReportDialog } from "../library/lesson-report.ts";
import type { ProjectChoice } from "../library/project-choice.ts";
import type { TemplateChoice } from "../library/template-choice.ts";
import type { Palette } from "../palette/palette.ts";
import type { Share } from "../share/share.ts";
import { runAction } from "./action-button.ts";
import type { Announcer } from "./announcer.ts";
import type { DropLayer } from "./drop-layer.ts";
import { FileDrop } from "./file-drop.ts";
import type { Help } from "./help.ts";
import { listenToKeys } from "./keys.ts";
import type { Leave } from "./leave.ts";
import type { NotebookPage } from "./notebook-page.ts";
import type { Page } from "./page.ts";
import { writeRoute } from "./route.ts";
import { WorkbenchElement } from "./workbench-element.ts";

/** The whole page: the library or a notebook, and the dialogs over both. */
export class App extends WorkbenchElement {
  static override styles = [
    controls,
    css`
      :host {
        display: block;
        min-height: 100%;
      }
      :host(.over)::after {
        content: "";
        position: fixed;
        z-index: 10;
        inset: 0.375rem;
        border: 2px dashed var(--accent);
        border-radius: var(--radius-large);
        pointer-events: none;
      }
      .plain {
        max-width: 36rem;
        margin: 0 auto;
        padding: 18vh var(--space-6) 0;
        font-family: var(--font-prose);
        font-size: var(--text-prose);
        line-height: 1.5;
      }
      h1 {
        font-size: var(--text-title);
        line-height: 1.25;
      }
      .plain .button {
        margin-right: var(--space-3);
        font-family: var(--font-sans);
      }
      .plain .shape {
        color: var(--state-failed);
      }
      .opening {
        color: var(--ink-muted);
        animation: appear 200ms 300ms both;
      }
      @keyframes appear {
        from {
          opacity: 0;
        }
      }
    `,
  ];

  declare workbench: Page;
  #followed: Session | null = null;

  protected override firstUpdated(): void {
    const announcer = this.#layer<Announcer>("yuheng-announcer");
    void this.workbench.start({
      palette: this.#layer<Palette>("yuheng-palette"),
      help: this.#layer<Help>("yuheng-help"),
      compare: this.#layer<Compare>("yuheng-compare"),
      share: this.#layer<Share>("yuheng-share"),
      leave: this.#layer<Leave>("yuheng-leave"),
      projects: this.#layer<ProjectChoice>("yuheng-project-choice"),
      templates: this.#layer<TemplateChoice>("yuheng-template-choice"),
      report: this.#layer<LessonReportDialog>("yuheng-lesson-report"),
      focusFind: () => this.#notebookPage?.focusFind(),
      focusNotebook: () => this.#notebookPage?.focusNotebook(),
      expectSave: () => announcer.expectSave(),
    });
    listenToKeys(this.workbench);
    new FileDrop(this, this.#layer<DropLayer>("yuheng-drop-layer"), this.workbench.dropFiles);
    modalDialogs.addEventListener("focus-stolen", () => this.workbench.session?.stopFocusTheft());
  }

  #layer<Layer extends Element>(name: string): Layer {
    return this.renderRoot.querySelector<Layer>(name)!;
  }

  protected override willUpdate(_: PropertyValues): void {
    this.session = this.workbench.session;
  }

  protected override updated(): void {
    const { session } = this.workbench;
    document.title = session
      ? `${session.title || say(libraryTexts.untitled())} · ${say(appTexts.name())}`
      : say(appTexts.name());
    if (session === this.#followed) return;
    this.#followed?.removeEventListener("action", this.#onFrameAction);
    this.#followed?.removeEventListener("dragged", this.#onFrameDrag);
    this.#followed?.removeEventListener("dropped", this.#onFrameDrop);
    this.#followed?.removeEventListener("pasted", this.#onFramePaste);
    this.#followed?.removeEventListener("unquoted", this.#onUnquoted);
    session?.addEventListener("action", this.#onFrameAction);
    session?.addEventListener("dragged", this.#onFrameDrag);
    session?.addEventListener("dropped", this.#onFrameDrop);
    session?.addEventListener("pasted", this.#onFramePaste);
    session?.addEventListener("unquoted", this.#onUnquoted);
    this.#followed = session;
    this.#layer<Announcer>("yuheng-announcer").follow(session);
    if (session && this.workbench.takeNew(session.name)) {
      void this.#notebookPage?.editTitle();
    }
  }

  /** An action requested by a key in the notebook's frame. Its name is not trusted. */
  #onFrameAction = (event: Event) => {
    const action = findAction(String((event as CustomEvent).detail));
    if (action) runAction(action, this.workbench);
  };

  #onFrameDrag = (event: Event) => {
    const frame = this.#notebookPage?.frameBox;
    const places = (event as CustomEvent<readonly FramePlace[]>).detail;
    if (frame) this.#layer<DropLayer>("yuheng-drop-layer").cover(frame, places);
  };

  #onFrameDrop = (event: Event) => this.workbench.explainFiles((event as CustomEvent<readonly string[]>).detail);

  #onFramePaste = () => this.workbench.pasteData();

  /** A cell was to be put into a question, and there is no model that would read it. */
  #onUnquoted = () =>
    this.workbench.notify(() => say(askTexts.quoteNeedsModel()), {
      label: askTexts.chooseModel(),
      act: () => this.workbench.showTab("ask"),
    });

  /**
   * When a dialog closes, the browser does not restore the focus to the notebook's frame, and for a while reports the closed
   * dialog as focused. Unless the action moved the focus elsewhere, it is returned to the frame.
   */
  #returnFocus = () => {
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        let active = document.activeElement;
        while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
        if (active === document.body || !active?.checkVisibility()) this.#notebookPage?.focusNotebook();
      }),
    );
  };

  get #notebookPage(): NotebookPage | null {
    return this.renderRoot.querySelector<NotebookPage>("yuheng-notebook-page");
  }

  protected override render() {
    const { workbench } = this;
    const notebooks = workbench.notebooks ?? [];
    return html`${this.#renderRoute()}
      <yuheng-palette .workbench=${workbench} .session=${this.session} .notebooks=${notebooks} @closed=${this.#returnFocus}></yuheng-palette>
      <yuheng-help .workbench=${workbench} @closed=${this.#returnFocus}></yuheng-help>
      <yuheng-compare .workbench=${workbench} .narrow=${workbench.system.narrow}></yuheng-compare>
      <yuheng-share .workbench=${workbench} .session=${this.session} @closed=${this.#returnFocus}></yuheng-share>
      <yuheng-leave .workbench=${workbench} .session=${this.session}></yuheng-leave>
      <yuheng-lesson-report .workbench=${workbench} .session=${this.session} @closed=${this.#returnFocus}></yuheng-lesson-report>
      <yuheng-template-choice .workbench=${workbench} @closed=${this.#returnFocus}></yuheng-template-choice>
      <yuheng-project-choice .workbench=${workbench} @closed=${this.#returnFocus}></yuheng-project-choice>
      <yuheng-add-data .workbench=${workbench} .session=${this.session} @closed=${this.#returnFocus}></yuheng-add-data>
      <yuheng-chart-dialog .workbench=${workbench} .session=${this.session} @closed=${this.#returnFocus}></yuheng-chart-dialog>
      <yuheng-account .workbench=${workbench} .session=${this.session} @closed=${this.#returnFocus}></yuheng-account>
      <yuheng-drop-layer .workbench=${workbench}></yuheng-drop-layer>
      <yuheng-announcer></yuheng-announcer>`;
  }

  #renderRoute() {
    const { workbench } = this;
    const { place } = workbench.sessions;
    if (workbench.route.page === "library") {
      return html`<yuheng-library
        .workbench=${workbench}
        .workspace=${workbench.workspace}
        .notebooks=${workbench.notebooks}
        .problem=${workbench.problem}
      ></yuheng-library>`;
    }
    if (workbench.route.page === "unreadable") {
      return html`<main class="plain">
        <h1>${say(appTexts.noAddress())}</h1>
        <p>${stateShape("failed")} ${say(appTexts.noAddressWhy())}</p>
        <p><a href=${writeRoute({ page: "library" })}>${say(appTexts.back())}</a></p>
      </main>`;
    }
    switch (place.state) {
      case "clear":
        return nothing;
      case "opening":
        return html`<p class="plain opening" role="status">${say(appTexts.opening({ name: place.name }))}</p>`;
      case "failed":
        return html`<main class="plain">
          <h1>${say(appTexts.notFound())}</h1>
          <p>${stateShape("failed")} ${say(place.reason)}</p>
          <p>
            <button class="button" type="button" @click=${() => workbench.reload()}>${say(appTexts.again())}</button>
            <a href=${writeRoute({ page: "library" })}>${say(appTexts.back())}</a>
          </p>
        </main>`;
      case "open":
        return html`<yuheng-notebook-page
          .workbench=${workbench}
          .session=${place.session}
          .workspace=${workbench.workspace}
          .notebooks=${workbench.notebooks ?? []}
          .narrow=${workbench.system.narrow}
          .drawer=${workbench.drawer}
          .finding=${workbench.finding}
        ></yuheng-notebook-page>`;
    }
  }
}

customElements.define("yuheng-app", App);
