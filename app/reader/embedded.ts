import { readEmbedding } from "../embed/address.ts";
import type { FromNotebook, ToNotebook } from "../embed/message.ts";
import { preferredLanguage } from "../language/languages.ts";
import type { LiveNotebook } from "../live/live-notebook.ts";
import type { PageElements } from "./page-elements.ts";

/** A built page embedded in another page: without its bar, with the requested cells, as tall as its content. */
export class Embedded {
  /** The cells to show. */
  readonly only: number[] | "all";
  readonly theme: "light" | "dark" | null;
  readonly language: string | null;
  #shown = false;

  constructor(page: PageElements, cells: readonly string[], theme: string | null, language: string | null) {
    this.theme = themeOf(theme);
    this.language = languageOf(language);
    document.documentElement.classList.add("embedded");
    for (const main of page.built.querySelectorAll("main")) main.ariaLabel = cells.join(", ");
    const places = new Map<string, number>();
    for (const cell of page.built.querySelectorAll(":scope > main > .cell")) {
      const id = Number(cell.id.slice("cell-".length));
      for (const name of namesOf(cell)) places.set(name, id);
    }
    const found = cells.flatMap((name) => places.get(name) ?? (isCell(page, name) ? Number(name) : []));
    const missing = cells.filter((name) => !places.has(name) && !isCell(page, name));
    this.only = cells.length > 0 ? found : "all";
    for (const cell of page.built.querySelectorAll<HTMLElement>(":scope > main > .cell")) {
      cell.hidden = this.only !== "all" && !this.only.includes(Number(cell.id.slice("cell-".length)));
    }
    if (missing.length > 0) this.#post({ yuheng: "missing", cells: missing, known: [...places.keys()] });
    // The built page is shown at once; the running notebook may change its height.
    new ResizeObserver(() => this.#measure()).observe(document.body);
    this.#measure();
  }

  /** Applies the settings that the page around sends. */
  follow(notebook: LiveNotebook, apply: () => void): void {
    addEventListener("message", ({ source, data }: MessageEvent<ToNotebook>) => {
      if (source !== parent || data?.yuheng !== "settings") return;
      const theme = themeOf(data.theme);
      const language = languageOf(data.language);
      notebook.configure({ ...(theme ? { theme } : {}), ...(language ? { language } : {}) });
      apply();
    });
  }

  #measure(): void {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    this.#post({ yuheng: this.#shown ? "height" : "shown", height });
    this.#shown = true;
  }

  #post(message: FromNotebook): void {
    // Only sizes and names are sent, to any embedding page.
    parent.postMessage(message, "*");
  }
}

/** The embedding of this page, if it is embedded in another one. */
export function findEmbedded(page: PageElements): Embedded | null {
  const embedding = parent === window ? null : readEmbedding(location.hash);
  return embedding && new Embedded(page, embedding.cells, embedding.theme, embedding.language);
}

function isCell(page: PageElements, name: string): boolean {
  return /^\d+$/.test(name) && page.data.cells.some(({ id }) => id === Number(name));
}

function namesOf(cell: Element): string[] {
  return (cell.getAttribute("data-names") ?? "").split(" ").filter((name) => name !== "");
}

function themeOf(theme: string | null): "light" | "dark" | null {
  return theme === "light" || theme === "dark" ? theme : null;
}

function languageOf(language: string | null): string | null {
  return language ? preferredLanguage([language]) : null;
}
