import type { FrameSettings } from "../../kernel/sandbox/protocol.ts";
import { speech } from "../language/speech.ts";

/** How the notebook is shown, as the page last said. */
export class Appearance {
  #settings: FrameSettings;
  /** The language that is spoken, and which words of it are here. */
  #spoken = "";

  constructor(settings: FrameSettings) {
    this.#settings = settings;
  }

  get reading(): boolean {
    return this.#settings.mode === "read";
  }

  get reducedMotion(): boolean {
    return this.#settings.reducedMotion;
  }

  /** The words of a language come with every setting, and are read once. */
  #speak({ language, words = {} }: FrameSettings): void {
    const spoken = [language, ...Object.keys(words)].join(" ");
    if (spoken === this.#spoken) return;
    this.#spoken = spoken;
    speech.speak(language, words);
  }

  apply(settings: FrameSettings): void {
    this.#settings = settings;
    this.#speak(settings);
    const root = document.documentElement;
    root.lang = settings.language;
    root.dataset.theme = settings.theme;
    root.dataset.mode = settings.mode;
    root.classList.toggle("still", settings.reducedMotion);
  }
}
