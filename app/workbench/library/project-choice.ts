import { css, html, nothing } from "lit";
import { messages } from "../../../lib/message/message.ts";
import { controls } from "../../design/controls.ts";
import { dialogStyle } from "../../design/dialog.ts";
import { say } from "../../language/speech.ts";
import { showModal } from "../../live/modal-dialog.ts";
import { freeName } from "../../session/new-name.ts";
import { DialogElement } from "../shell/dialog-element.ts";

export const projectTexts = messages("workbench.project", {
  moveTitle: { en: "Move to project", zh: "移动到项目" },
  moveAbout: {
    en: "The files that only this notebook names move with it; nothing in the project is replaced.",
    zh: "只有此笔记本使用的文件会随之移动；项目中的内容不会被覆盖。",
  },
  copyTitle: { en: "Duplicate to edit", zh: "复制后编辑" },
  copyAbout: { en: "The example stays as it is.", zh: "示例保持不变。" },
  where: { en: "Project", zh: "项目" },
  none: { en: "No project", zh: "不放入项目" },
  other: { en: "New project", zh: "新项目" },
  name: { en: "Name of the new project", zh: "新项目的名称" },
  cancel: { en: "Cancel", zh: "取消" },
  move: { en: "Move", zh: "移动" },
  copy: { en: "Duplicate", zh: "复制" },
  moved: { en: "The notebook is now in “{project}”.", zh: "笔记本现在位于“{project}”中。" },
  movedOut: { en: "The notebook is now in no project.", zh: "笔记本现在不属于任何项目。" },
});

/** For what a project is chosen. */
export type ProjectUse = "move" | "copy";

/** What is chosen before anything else: no project, a new one, or one that there is. */
const NONE = "none";
const NEW = "new";
const THERE = "=";

/** Asks for a project: one that there is, a new one, or none. */
export class ProjectChoice extends DialogElement {
  static override properties = {
    use: { state: true },
    projects: { state: true },
    current: { state: true },
    chosen: { state: true },
  };
  static override styles = [
    controls,
    dialogStyle,
    css`
      :host {
        --dialog-width: 28rem;
      }
      label {
        display: block;
        margin: var(--space-4) 0 0;
      }
      :is(select, input) {
        display: block;
        box-sizing: border-box;
        width: 100%;
        margin-top: var(--space-1);
      }
      .end {
        display: flex;
        flex-wrap: wrap;
        justify-content: end;
        gap: var(--space-2);
        margin-top: var(--space-6);
      }
    `,
  ];

  declare private use: ProjectUse;
  declare private projects: readonly string[];
  declare private current: string | null | undefined;
  declare private chosen: string;
  #answer: string | null | undefined;

  constructor() {
    super();
    this.use = "move";
    this.projects = [];
    this.current = undefined;
    this.chosen = NONE;
  }

  /**
   * Resolves to the name of a project, null for none, and undefined if the person cancels.
   * @param current where the notebook is, which is not offered; undefined if it is nowhere yet
   */
  async ask(use: ProjectUse, projects: readonly string[], current?: string | null): Promise<string | null | undefined> {
    this.use = use;
    this.projects = projects;
    this.current = current;
    this.chosen = this.#values()[0]!;
    this.#answer = undefined;
    await this.updateComplete;
    const { dialog } = this;
    showModal(dialog);
    return new Promise((resolve) => {
      dialog.addEventListener("close", () => resolve(this.#answer), { once: true });
    });
  }

  #values(): string[] {
    const there = this.projects.filter((project) => project !== this.current).map((project) => THERE + project);
    return [...there, ...(this.current === null ? [] : [NONE]), NEW];
  }

  protected override render() {
    const { use } = this;
    return html`<dialog aria-labelledby="title" @close=${() => this.dispatchEvent(new Event("closed"))}>
      <form @submit=${this.#submit}>
        <h2 id="title">${say(use === "move" ? projectTexts.moveTitle() : projectTexts.copyTitle())}</h2>
        <p>${say(use === "move" ? projectTexts.moveAbout() : projectTexts.copyAbout())}</p>
        <label>
          ${say(projectTexts.where())}
          <select
            class="field"
            @change=${(event: Event) => {
              this.chosen = (event.target as HTMLSelectElement).value;
            }}
          >
            ${this.#values().map((value) => html`<option value=${value} ?selected=${value === this.chosen}>${sayValue(value)}</option>`)}
          </select>
        </label>
        ${
          this.chosen === NEW
            ? html`<label>${say(projectTexts.name())}<input class="field" name="project" maxlength="80" required /></label>`
            : nothing
        }
        <div class="end">
          <button class="button" type="button" @click=${() => this.close()}>${say(projectTexts.cancel())}</button>
          <button class="button primary">${say(use === "move" ? projectTexts.move() : projectTexts.copy())}</button>
        </div>
      </form>
    </dialog>`;
  }

  readonly #submit = (event: SubmitEvent) => {
    event.preventDefault();
    const typed = String(new FormData(event.target as HTMLFormElement).get("project") ?? "");
    if (this.chosen === NEW && typed.trim() === "") return;
    if (this.chosen === NONE) this.#answer = null;
    else if (this.chosen === NEW) this.#answer = freeName(typed, new Set(this.projects));
    else this.#answer = this.chosen.slice(THERE.length);
    this.close();
  };
}

function sayValue(value: string): string {
  if (value === NONE) return say(projectTexts.none());
  return value === NEW ? say(projectTexts.other()) : value.slice(THERE.length);
}

customElements.define("yuheng-project-choice", ProjectChoice);
