import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { messages } from "../../../lib/message/message.ts";
import { groupTexts } from "../../actions/group-texts.ts";
import { languageAction, pageActionTexts } from "../../actions/page-actions.ts";
import { languages } from "../../language/languages.ts";
import { punctuation } from "../../language/punctuation.ts";
import { say } from "../../language/speech.ts";
import { libraryTexts } from "../library/library-texts.ts";
import { copyTexts } from "../share/texts.ts";
import { menuTexts } from "./appearance.ts";
import "./menu.ts";
import { type ActionId, actionOf } from "../../actions/table.ts";
import { controls } from "../../design/controls.ts";
import { mark } from "../../design/icons.ts";
import { stateShape } from "../../design/state-shape.ts";
import { writeCount } from "../../language/figures.ts";
import { countCells } from "../../live/frame-reports.ts";
import { actionButton, keysOf, runAction } from "./action-button.ts";
import { languageButton, themeMenu } from "./appearance.ts";
import { barStyle } from "./bar-style.ts";
import type { MenuGroup } from "./menu.ts";
import { writeRoute } from "./route.ts";
import { WorkbenchElement } from "./workbench-element.ts";

export const barTexts = messages("workbench.bar", {
  label: { en: "Notebook tools", zh: "笔记本工具" },
  title: { en: "Title of the notebook", zh: "笔记本标题" },
  more: { en: "More", zh: "更多" },
  stale: { en: "Run {count} stale {count:cell|cells}", zh: "运行 {count} 个待更新的单元格" },
  problems: { en: "{count} {count:problem|problems}", zh: "{count} 个问题" },
  failed: { en: "{count} {count:cell|cells} failed", zh: "{count} 个单元格失败" },
});

export const saveTexts = messages("workbench.save", {
  saved: { en: "Saved", zh: "已保存" },
  unsaved: { en: "Unsaved", zh: "未保存" },
  saving: { en: "Saving…", zh: "正在保存…" },
  conflict: { en: "Changed elsewhere", zh: "他处有改动" },
  failed: { en: "Not saved", zh: "保存失败" },
  "read-only": { en: "Read-only", zh: "只读" },
});

/** The top bar: the notebook's title, whether it is saved, and the actions on the whole notebook. */
export class Bar extends WorkbenchElement {
  static override properties = { railOpen: { attribute: false }, panelOpen: { attribute: false } };
  static override styles = [controls, barStyle];

  declare railOpen: boolean;
  declare panelOpen: boolean;
  /** A title being typed, which a render caused by a cell's report must not overwrite. */
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
    return html`<header class=${running ? "running" : ""} aria-label=${say(barTexts.label())}>
        ${actionButton("rail", workbench, { pressed: this.railOpen })}
        <a class="home" href=${writeRoute({ page: "library" })} title=${say(pageActionTexts.library())} aria-label=${say(pageActionTexts.library())}>
          ${mark()}
        </a>
        <input
          class="title"
          aria-label=${say(barTexts.title())}
          autocomplete="off"
          spellcheck="false"
          placeholder=${say(libraryTexts.untitled())}
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
        <span class="save ${saveState}">${say(saveTexts[saveState]())}</span>
        ${saveState === "read-only" && workbench.duplicates ? this.#renderDuplicate() : nothing}
        ${failedCount > 0 ? this.#renderFailed(failedCount) : nothing}
        ${session.inputs.count > 0 ? html`<span class="roomy">${actionButton("reset-inputs", workbench, { word: true })}</span>` : nothing}
        <span class="gap"></span>
        <div class="part wide">${actionButton("undo", workbench)}${actionButton("redo", workbench)}${actionButton("chart", workbench)}</div>
        <div class="part">
          <span class="roomy">${actionButton("run-all", workbench, { word: true })}</span>
          ${actionButton("run-stale", workbench, {
            word: true,
            label: staleCount > 0 ? say(barTexts.stale({ count: staleCount })) : undefined,
            after: this.#renderCount(staleCount, "stale"),
          })}
          ${actionButton("stop", workbench, { word: true })}
        </div>
        <div class="part wide">${actionButton("read", workbench)}${actionButton("present", workbench)}${actionButton("share", workbench)}${themeMenu(workbench)}${languageButton(workbench)}${actionButton("help", workbench)}</div>
        <div class="part">
          ${actionButton("show-code", workbench, { word: true })}
          ${actionButton("panel", workbench, {
            pressed: this.panelOpen,
            label:
              failedCount > 0
                ? [pageActionTexts.panel(), barTexts.problems({ count: failedCount })]
                    .map(say)
                    .join(say(punctuation.comma()))
                : undefined,
            after: this.#renderCount(failedCount, "failed"),
          })}
          <span class="small">
            <yuheng-menu .workbench=${workbench} .session=${session} .label=${say(barTexts.more())} .groups=${menuGroups()}></yuheng-menu>
          </span>
        </div>
      </header>
      ${running ? html`<div class="progress"></div>` : nothing}`;
  }

  /** What "Saved" alone would hide. */
  /** An example is read; what is made of it is made in a copy. */
  #renderDuplicate() {
    return html`<button class="button" type="button" @click=${() => this.workbench.editCopy()}>${say(copyTexts.duplicate())}</button>`;
  }

  #renderFailed(count: number) {
    const action = actionOf("next-problem");
    return html`<button
      class="failed-cells"
      type="button"
      title=${`${say(action.label)} (${keysOf(action)})`}
      aria-label=${say(barTexts.failed({ count }))}
      @click=${() => runAction(action, this.workbench)}
    >
      ${stateShape("failed")}<span class="long">${say(barTexts.failed({ count }))}</span><span class="short">${writeCount(count)}</span>
    </button>`;
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

/** The actions for which a narrow bar has no space. */
function menuGroups(): MenuGroup[] {
  return [
    { label: say(groupTexts.run()), actions: ["run-all", "lazy"] },
    { label: say(groupTexts.edit()), actions: ["chart", "undo", "redo", "reset-inputs", "save-inputs"] },
    {
      label: say(groupTexts.notebook()),
      actions: [
        "save",
        "share",
        "edit-copy",
        "save-copy",
        "move-to-project",
        "save-patch",
        "download",
        "print",
        "print-code",
        "export-jupyter",
        "export-markdown",
        "export-quarto",
        "export-module",
      ],
    },
    { label: say(groupTexts.view()), actions: ["show-code", "read", "present", "data", "problems", "cells", "bin"] },
    { label: say(menuTexts.theme()), actions: ["theme-system", "theme-light", "theme-dark"] },
    { label: say(menuTexts.language()), actions: languages.map(({ tag }) => languageAction(tag)) },
    { label: say(groupTexts.page()), actions: ["palette", "help", "library"] },
  ];
}

customElements.define("yuheng-bar", Bar);
