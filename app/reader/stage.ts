import type { LiveNotebook } from "../live/live-notebook.ts";
import type { PageElements } from "./page-elements.ts";

/**
 * Where the notebook stands. It is first there as it was built; the frame is made over it, out of sight, and takes its place
 * when it shows the same. Nothing moves, and the page scrolls as before.
 */
export class Stage {
  readonly #page: PageElements;
  readonly #notebook: LiveNotebook;
  #alive = false;

  constructor(page: PageElements, notebook: LiveNotebook) {
    this.#page = page;
    this.#notebook = notebook;
    notebook.addEventListener("height", (event) => this.#fit((event as CustomEvent<number>).detail));
    notebook.addEventListener("follow", (event) => this.#follow((event as CustomEvent<string>).detail));
    notebook.addEventListener("settled", () => {
      document.documentElement.dataset.state = "alive";
      performance.mark("yuheng:alive");
    });
  }

  open(): void {
    const { place, built } = this.#page;
    // The frame is as tall as what stands below it, so that what it lays out meanwhile has the page's measures.
    place.style.setProperty("--height", `${built.offsetHeight}px`);
    this.#notebook.mount(place);
  }

  #fit(pixels: number): void {
    const { place, built } = this.#page;
    // On a stage the frame is as tall as the window; below it the page stays as tall as it was.
    if (!this.#notebook.settings.presentation) place.style.setProperty("--height", `${pixels}px`);
    if (this.#alive) return;
    this.#alive = true;
    place.classList.add("shown");
    // The frame is painted over the built notebook before that goes.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        built.hidden = true;
        place.classList.add("alive");
      }),
    );
  }

  /** A link of a notebook leads to another page of the site, or away in a window of its own, if a reader's hand did it. */
  #follow(address: string): void {
    const { pages } = this.#page.data;
    const written = /^(?:#\/n\/|\.?\/?)([^/?#]+?)(?:\.html)?$/.exec(address)?.[1];
    const name = pages.find((name) => name === written || encodeURIComponent(name) === written);
    if (name !== undefined) location.href = new URL(`${encodeURIComponent(name)}.html`, document.baseURI).href;
    else if (/^(https?|mailto):/i.test(address)) {
      window.open(address, "_blank", "noopener,noreferrer");
    }
  }
}
