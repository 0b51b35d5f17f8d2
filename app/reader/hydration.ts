import type { LiveNotebook } from "../live/live-notebook.ts";
import { destinationOf, type Outside } from "./destination.ts";
import type { PageElements } from "./page-elements.ts";

/**
 * Replaces the built notebook by the running one. The frame is created over the built notebook, invisible, and shown when its
 * content is the same. Nothing moves, and the page scrolls as before.
 */
export class Hydration {
  readonly #page: PageElements;
  readonly #notebook: LiveNotebook;
  readonly #leave: (destination: Outside) => void;
  #shown = false;

  /** @param leave asks the reader about a link that leads out of the site */
  constructor(page: PageElements, notebook: LiveNotebook, leave: (destination: Outside) => void) {
    this.#page = page;
    this.#notebook = notebook;
    this.#leave = leave;
    notebook.addEventListener("height", (event) => this.#fit((event as CustomEvent<number>).detail));
    notebook.addEventListener("follow", (event) => this.#follow((event as CustomEvent<string>).detail));
    notebook.addEventListener("settled", () => {
      document.documentElement.dataset.state = "alive";
      performance.mark("yuheng:alive");
    });
  }

  start(): void {
    const { place, built } = this.#page;
    // The frame is as tall as the built notebook below it, so that its content is laid out at the same size.
    place.style.setProperty("--height", `${built.offsetHeight}px`);
    this.#notebook.mount(place);
  }

  #fit(pixels: number): void {
    const { place, built } = this.#page;
    // In a presentation the frame is as tall as the window, and the page keeps its height.
    if (!this.#notebook.settings.presentation) place.style.setProperty("--height", `${pixels}px`);
    if (this.#shown) return;
    this.#shown = true;
    place.classList.add("shown");
    // The frame is painted before the built notebook is hidden.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        built.hidden = true;
        place.classList.add("alive");
      }),
    );
  }

  /** Follows a link that the reader pressed: to another page of the site, or out of it once the reader has seen where it leads. */
  #follow(address: string): void {
    const destination = destinationOf(address, this.#page.data.pages);
    if (destination?.kind === "page") {
      location.href = new URL(`${encodeURIComponent(destination.name)}.html`, document.baseURI).href;
    } else if (destination) this.#leave(destination);
  }
}
