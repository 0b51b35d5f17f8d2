import type { FrameSettings } from "../../kernel/sandbox/protocol.ts";
import { speech } from "../language/speech.ts";

/** How the notebook is shown, as the page last said. */
export class Appearance {
  #settings: FrameSettings;

  constructor(settings: FrameSettings) {
    this.#settings = settings;
  }

  get reading(): boolean {
    return this.#settings.mode === "read";
  }

  get reducedMotion(): boolean {
    return this.#settings.reducedMotion;
  }

  apply(settings: FrameSettings): void {
    this.#settings = settings;
    speech.language = settings.language;
    const root = document.documentElement;
    root.lang = settings.language;
    root.dataset.theme = settings.theme;
    root.dataset.mode = settings.mode;
    root.classList.toggle("still", settings.reducedMotion);
  }
}
