import { nothing, render } from "lit";
import type { SlidePage } from "../actions/action.ts";
import { isChord, isMac, parseChord, type Stroke } from "../actions/chord.ts";
import { slideActions } from "../actions/slide-actions.ts";
import { say, speech } from "../language/speech.ts";
import type { LiveNotebook } from "../live/live-notebook.ts";
import { slideControls, slideTexts } from "../stage/slide-controls.ts";
import { Stage } from "../stage/stage.ts";
import type { PageElements } from "./page-elements.ts";

/**
 * A built page as slides, with the same keys and buttons as in the workbench: its frame fills the window. The slide is written
 * into the address as `#slide=3`, beside other parameters.
 */
export class Presentation implements SlidePage {
  readonly session: LiveNotebook;
  readonly stage: Stage;
  readonly #mac = isMac(navigator.platform);
  readonly #controls = document.createElement("section");

  constructor({ place }: PageElements, session: LiveNotebook) {
    this.session = session;
    this.stage = new Stage({
      sessions: { session },
      atSlide: (slide) => this.#write(slide),
      focusNotebook: () => place.querySelector("iframe")?.focus(),
    });
    this.#controls.hidden = true;
    document.body.append(this.#controls);
    this.stage.addEventListener("change", () => this.#show());
    session.addEventListener("change", () => this.#show());
    speech.addEventListener("change", () => this.#show());
    session.addEventListener("action", (event) => this.#do((event as CustomEvent<string>).detail));
    document.addEventListener("keydown", (event) => this.#onKeydown(event));
    addEventListener("hashchange", () => this.#follow());
    this.#follow();
  }

  /** Goes to the slide in the address. */
  #follow(): void {
    const slide = Number(new URLSearchParams(location.hash.slice(1)).get("slide"));
    if (Number.isSafeInteger(slide) && slide > 0) this.stage.begin(slide);
    else this.stage.end();
  }

  #write(slide: number | null): void {
    const address = new URLSearchParams(location.hash.slice(1));
    if (slide === null) address.delete("slide");
    else address.set("slide", String(slide));
    const hash = address.toString();
    history.replaceState(null, "", hash === "" ? location.pathname + location.search : `#${hash}`);
  }

  /** Performs the actions of a presentation among those that the frame requests. */
  #do(id: string): void {
    if (id === "close") this.stage.end();
    else if (this.stage.on || id === "present") slideActions.find((action) => action.id === id)?.run(this);
  }

  /** Handles keys on the page itself. The space bar presses a focused button. */
  #onKeydown(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing || event.repeat) return;
    if (event.key === " " && event.target instanceof HTMLButtonElement) return;
    if (event.key === "Escape") {
      this.stage.end();
      return;
    }
    const action = slideActions.find(({ id, keys }) => (this.stage.on || id === "present") && this.#isOne(event, keys));
    if (!action) return;
    event.preventDefault();
    action.run(this);
  }

  #isOne(stroke: Stroke, keys: readonly string[]): boolean {
    return keys.some((key) => isChord(stroke, parseChord(key), this.#mac));
  }

  #show(): void {
    const { on } = this.stage;
    document.documentElement.classList.toggle("presenting", on);
    this.#controls.hidden = !on;
    this.#controls.ariaLabel = say(slideTexts.label());
    render(on ? slideControls(this, this.session.slides) : nothing, this.#controls);
  }
}
