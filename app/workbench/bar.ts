import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import "./menu.ts";
import type { ActionId } from "../actions/table.ts";
import { controls } from "../design/controls.ts";
import { mark } from "../design/icons.ts";
import { stateShape } from "../design/state-shape.ts";
import { writeCount } from "../language/figures.ts";
import type { PlainKey } from "../language/message.ts";
import { say } from "../language/speech.ts";
import { countCells } from "../live/frame-reports.ts";
import { actionButton } from "./action-button.ts";
import { languageButton, themeMenu } from "./appearance.ts";
import { barStyle } from "./bar-style.ts";
import type { MenuGroup } from "./menu.ts";
import { writeRoute } from "./route.ts";
import { WorkbenchElement } from "./workbench-element.ts";

/** The top bar: what the notebook is called, whether it is saved, and what can be done with the whole of it. */
export class Bar extends WorkbenchElement {
  static override properties = { railOpen: { attribute: false }, panelOpen: { attribute: false } };
  static override styles = [controls, barStyle];

  declare railOpen: boolean;
  declare panelOpen: boolean;
  /** A title being typed: a cell that reports meanwhile must not put the old one back. */
  #typed: string | null = null;

  constructor() {
    super();
    this.railOpen = false;
    this.panelOpen = false;
  }

  protected override render() {
    const { session, workbench } = this;
    if (!session) return nothing;
    const { running, reports } = session;
    const { saveState } = session.autosave;
    const staleCount = countCells(reports, "stale");
    const failedCount = countCells(reports, "failed");
    const saveWord: PlainKey = `save.${saveState}`;
    return html`<header class=${running ? "running" : ""} aria-label=${say("bar.label")}>
        ${actionButton("rail", workbench, { pressed: this.railOpen })}
        <a class="home" href=${writeRoute({ page: "library" })} title=${say("action.library")} aria-label=${say("action.library")}>
          ${mark()}
        </a>
        <input
          class="title"
          aria-label=${say("bar.title")}
          autocomplete="off"
          spellcheck="false"
          placeholder=${say("library.untitled")}
          ?readonly=${session.settings.mode === "read"}
          .value=${live(this.#typed ?? session.title)}
          @keydown=${this.#titleKey}
          @input=${(event: Event) => {
            this.#typed = (event.target as HTMLInputElement).value;
          }}
          @change=${(event: Event) => session.rename((event.target as HTMLInputElement).value.trim())}
          @blur=${() => {
            this.#typed = null;
          }}
        />
        <span class="save ${saveState}">${say(saveWord)}</span>
        <span class="gap"></span>
        <div class="part wide">${actionButton("undo", workbench)}${actionButton("redo", workbench)}</div>
        <div class="part">
          <span class="roomy">${actionButton("run-all", workbench, { word: true })}</span>
          ${actionButton("run-stale", workbench, {
            word: true,
            label: staleCount > 0 ? say("bar.stale", { count: staleCount }) : undefined,
            after: this.#renderCount(staleCount, "stale"),
          })}
          ${actionButton("stop", workbench, { word: true })}
        </div>
        <div class="part wide">${actionButton("read", workbench)}${actionButton("present", workbench)}${actionButton("share", workbench)}${themeMenu(workbench)}${languageButton(workbench)}${actionButton("help", workbench)}</div>
        <div class="part">
          ${actionButton("panel", workbench, {
            pressed: this.panelOpen,
            label:
              failedCount > 0 ? `${say("action.panel")}, ${say("bar.problems", { count: failedCount })}` : undefined,
            after: this.#renderCount(failedCount, "failed"),
          })}
          <span class="small">
            <yuheng-menu .workbench=${workbench} .session=${session} .label=${say("bar.more")} .groups=${menuGroups()}></yuheng-menu>
          </span>
        </div>
      </header>
      ${running ? html`<div class="progress"></div>` : nothing}`;
  }

  #renderCount(count: number, kind: "stale" | "failed") {
    if (count === 0) return nothing;
    const shape = kind === "failed" ? stateShape("failed") : nothing;
    return html`<span class="count ${kind}" aria-hidden="true">${shape}${writeCount(count)}</span>`;
  }

  #titleKey = (event: KeyboardEvent) => {
    const field = event.target as HTMLInputElement;
    if (event.key === "Enter" && !event.isComposing) field.blur();
    if (event.key !== "Escape") return;
    this.#typed = null;
    field.value = this.session?.title ?? "";
    field.blur();
  };

  focusTool(action: ActionId): void {
    this.renderRoot.querySelector<HTMLElement>(`[data-action="${action}"]`)?.focus();
  }

  /** Selects the title, so that a new notebook can be named at once. */
  editTitle(): void {
    this.renderRoot.querySelector<HTMLInputElement>(".title")?.select();
  }
}

/** What the narrow bar has no room for. */
function menuGroups(): MenuGroup[] {
  return [
    { label: say("group.run"), actions: ["run-all", "lazy"] },
    { label: say("group.edit"), actions: ["undo", "redo"] },
    {
      label: say("group.notebook"),
      actions: [
        "save",
        "share",
        "edit-copy",
        "save-copy",
        "save-patch",
        "download",
        "print",
        "print-code",
        "export-jupyter",
        "export-markdown",
        "export-module",
      ],
    },
    { label: say("group.view"), actions: ["read", "present", "data", "problems", "cells", "bin"] },
    { label: say("menu.theme"), actions: ["theme-system", "theme-light", "theme-dark"] },
    { label: say("menu.language"), actions: ["language-en", "language-zh"] },
    { label: say("group.page"), actions: ["palette", "help", "library"] },
  ];
}

customElements.define("yuheng-bar", Bar);
