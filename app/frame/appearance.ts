import type { FrameSettings } from "../../kernel/sandbox/protocol.ts";
import { speech } from "../language/speech.ts";

/** The notebook's display settings, as last received from the page. */
export class Appearance {
  #settings: FrameSettings;
  /** The current language and the domains whose messages are loaded. */
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

  /** The messages of a language come with every change of settings and are read once. */
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
