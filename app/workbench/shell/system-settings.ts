import type { FrameSettings } from "../../../kernel/sandbox/protocol.ts";
import { knownWords } from "../../language/languages.ts";
import type { Preferences } from "./preferences.ts";

/** What the system asks for and the window allows. Dispatches `change`. */
export class SystemSettings extends EventTarget {
  #dark = window.matchMedia("(prefers-color-scheme: dark)");
  #still = window.matchMedia("(prefers-reduced-motion: reduce)");
  #narrow = window.matchMedia("(max-width: 60rem)");

  constructor() {
    super();
    for (const query of [this.#dark, this.#still, this.#narrow]) {
      query.addEventListener("change", () => this.dispatchEvent(new Event("change")));
    }
  }

  get dark(): boolean {
    return this.#dark.matches;
  }

  get reducedMotion(): boolean {
    return this.#still.matches;
  }

  /** True where rail and panel have no room beside the notebook. */
  get narrow(): boolean {
    return this.#narrow.matches;
  }
}

/** How the notebook's frame is to look and run. */
export function frameSettings(
  { theme, language, mode, lazy }: Readonly<Preferences>,
  { dark, reducedMotion }: Pick<SystemSettings, "dark" | "reducedMotion">,
): FrameSettings {
  const chosen = theme === "system" ? (dark ? "dark" : "light") : theme;
  return { theme: chosen, language, ...knownWords(language), lazy, mode, reducedMotion };
}
