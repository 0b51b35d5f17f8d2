import { html, type TemplateResult } from "lit";
import { messages } from "../../../lib/message/message.ts";
import { languageAction } from "../../actions/page-actions.ts";
import { languages } from "../../language/languages.ts";
import { say } from "../../language/speech.ts";
import "./menu.ts";
import type { Workbench } from "../../actions/action.ts";
import { actionOf } from "../../actions/table.ts";
import { runAction } from "./action-button.ts";

export const menuTexts = messages("workbench.menu", {
  theme: { en: "Theme", zh: "主题" },
  language: { en: "Language", zh: "语言" },
});

/** The choice of theme. */
export function themeMenu(workbench: Workbench): TemplateResult {
  const { theme } = workbench.preferences;
  return html`<yuheng-menu
    .workbench=${workbench}
    .label=${say(menuTexts.theme())}
    .icon=${theme === "dark" ? "moon" : theme === "light" ? "sun" : "system"}
    .groups=${[{ label: say(menuTexts.theme()), actions: ["theme-system", "theme-light", "theme-dark"] }]}
  ></yuheng-menu>`;
}

/** A button for the other language, named in that language; a menu if there are more than two. */
export function languageButton(workbench: Workbench): TemplateResult {
  const others = languages.filter(({ tag }) => tag !== workbench.preferences.language);
  const [other] = others;
  if (others.length !== 1 || !other) {
    const label = say(menuTexts.language());
    return html`<yuheng-menu
      .workbench=${workbench}
      .label=${label}
      .icon=${"language"}
      .groups=${[{ label, actions: languages.map(({ tag }) => languageAction(tag)) }]}
    ></yuheng-menu>`;
  }
  const { tag, name } = other;
  return html`<button
    class="tool"
    type="button"
    lang=${tag}
    title=${name}
    @click=${() => runAction(actionOf(languageAction(tag)), workbench)}
  >
    ${name}
  </button>`;
}
