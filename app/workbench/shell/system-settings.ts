import { loadedWords } from "../../language/languages.ts";
import type { Preferences } from "../../preferences/preferences.ts";
import type { WantedSettings } from "../../session/contract.ts";

/** The system's colour scheme and reduced motion, and the window's width. Dispatches `change`. */
export class SystemSettings extends EventTarget {
  #dark = window.matchMedia("(prefers-color-scheme: dark)");
  #reducedMotion = window.matchMedia("(prefers-reduced-motion: reduce)");
  #narrow = window.matchMedia("(max-width: 60rem)");
  /** Whether the page was opened on a phone: turning it or resizing the window does not end an edit. */
  readonly phone = window.matchMedia("(max-width: 37.5rem)").matches;

  constructor() {
    super();
    for (const query of [this.#dark, this.#reducedMotion, this.#narrow]) {
      query.addEventListener("change", () => this.dispatchEvent(new Event("change")));
    }
  }

  get dark(): boolean {
    return this.#dark.matches;
  }

  get reducedMotion(): boolean {
    return this.#reducedMotion.matches;
  }

  /** Whether the window is too narrow for rail and panel next to the notebook. */
  get narrow(): boolean {
    return this.#narrow.matches;
  }
}

/** The settings of the notebook's frame. */
export function frameSettings(
  { theme, language, mode, code, lazy }: Readonly<Preferences>,
  { dark, phone, reducedMotion }: Pick<SystemSettings, "dark" | "phone" | "reducedMotion">,
): WantedSettings {
  const chosen = theme === "system" ? (dark ? "dark" : "light") : theme;
  return {
    theme: chosen,
    language,
    ...loadedWords(language),
    lazy,
    mode: mode ?? (phone ? "read" : "edit"),
    ...(code === null ? {} : { code }),
    reducedMotion,
  };
}
