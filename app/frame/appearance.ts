import type { FrameSettings } from "../../kernel/sandbox/protocol.ts";
import { speech } from "../language/speech.ts";

/** The notebook's display settings, as last received from the page. */
export class Appearance {
  #settings: FrameSettings;
  /** The current language and the domains whose messages are loaded. */
  #spoken = "";

  readonly #narrow = matchMedia("(max-width: 600px)");

  constructor(settings: FrameSettings) {
    this.#settings = settings;
    this.#narrow.addEventListener("change", () => this.#placeTools());
  }

  get reading(): boolean {
    return this.#settings.mode === "read";
  }

  /** Whether code and its summaries are shown. */
  get code(): boolean {
    return this.#settings.code;
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

  /** A phone has no place beside a cell: its tools appear above it once it is tapped. */
  #placeTools(): void {
    document.documentElement.classList.toggle("tools-on-tap", this.reading && this.#narrow.matches);
  }

  apply(settings: FrameSettings): void {
    this.#settings = settings;
    this.#speak(settings);
    const root = document.documentElement;
    root.lang = settings.language;
    root.dataset.theme = settings.theme;
    root.dataset.mode = settings.mode;
    root.dataset.code = settings.code ? "shown" : "hidden";
    root.classList.toggle("still", settings.reducedMotion);
    this.#placeTools();
  }
}
