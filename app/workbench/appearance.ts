import { html, type TemplateResult } from "lit";
import "./menu.ts";
import type { Workbench } from "../actions/action.ts";
import { actionOf } from "../actions/table.ts";
import { say } from "../language/speech.ts";
import { runAction } from "./action-button.ts";

/** The choice of theme. */
export function themeMenu(workbench: Workbench): TemplateResult {
  const { theme } = workbench.preferences;
  return html`<yuheng-menu
    .workbench=${workbench}
    .label=${say("menu.theme")}
    .icon=${theme === "dark" ? "moon" : theme === "light" ? "sun" : "system"}
    .groups=${[{ label: say("menu.theme"), actions: ["theme-system", "theme-light", "theme-dark"] }]}
  ></yuheng-menu>`;
}

/** The other language, named in itself. */
export function languageButton(workbench: Workbench): TemplateResult {
  const english = workbench.preferences.language === "en";
  const [id, name, tag] = english
    ? (["language-zh", "中文", "zh-CN"] as const)
    : (["language-en", "English", "en"] as const);
  return html`<button
    class="tool"
    type="button"
    lang=${tag}
    title=${name}
    @click=${() => runAction(actionOf(id), workbench)}
  >
    ${name}
  </button>`;
}
