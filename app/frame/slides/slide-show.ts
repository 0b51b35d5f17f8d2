import { isMarkdown } from "../../../kernel/cell/kinds.ts";
import type { PageApi, Presentation } from "../../../kernel/sandbox/protocol.ts";
import type { SlideActionId } from "../../actions/slide-actions.ts";
import type { CellColumn } from "../cell-column.ts";
import type { CellView } from "../cell-view.ts";
import type { DocumentCopy } from "../document-copy.ts";
import { findSlide, planSlides, type SlidePlan, type SlideStart, slideAttribute } from "./slide-plan.ts";
import { Swipes } from "./swipes.ts";

const noPlan: SlidePlan = { starts: [], slides: new Map(), ends: new Map() };

/** The room a slide is set for, in pixels: what the window has more of makes it larger. */
const SLIDE_WIDTH = 840;
const SLIDE_HEIGHT = 540;
const LARGEST_ZOOM = 2.5;

/** What of a turned page stays in sight. */
const OVERLAP = 0.85;

/**
 * The notebook slide by slide. Its cells stay where they are and alive; what is not on the slide is not shown. Slides are
 * found anew whenever a cell shows something else, and the one that is shown stays.
 */
export class SlideShow {
  readonly #copy: Pick<DocumentCopy, "cells">;
  readonly #column: Pick<CellColumn, "element" | "viewOf">;
  readonly #page: PageApi["slides"];
  #presentation: Presentation | null = null;
  #plan = noPlan;
  #slide = 0;
  /** The slide that was asked for by number, until somebody turns the pages: it may not be there yet. */
  #wanted: number | null = null;
  #start: SlideStart | undefined;
  #told = "";
  readonly #changes = new MutationObserver(() => this.#find());
  readonly #swipes: Swipes;

  constructor(
    copy: Pick<DocumentCopy, "cells">,
    column: Pick<CellColumn, "element" | "viewOf">,
    page: PageApi["slides"],
  ) {
    this.#copy = copy;
    this.#column = column;
    this.#page = page;
    this.#swipes = new Swipes((by) => this.#go(this.#slide + by));
    addEventListener("resize", () => this.#fit());
  }

  get running(): boolean {
    return this.#presentation !== null;
  }

  present(presentation: Presentation | null): void {
    const before = this.#presentation;
    this.#presentation = presentation;
    const root = document.documentElement;
    if (!presentation) {
      if (!before) return;
      this.#changes.disconnect();
      this.#swipes.listen(false);
      delete root.dataset.presenting;
      delete root.dataset.lastSlide;
      this.#show(noPlan, 0);
      const { cell } = this.#start ?? {};
      if (cell !== undefined) this.#column.viewOf(cell)?.element.scrollIntoView({ block: "start" });
      return;
    }
    root.dataset.presenting = presentation.code ? "code" : "";
    if (!before) {
      this.#told = "";
      this.#start = undefined;
      this.#wanted = presentation.slide;
      this.#changes.observe(this.#column.element, { childList: true, subtree: true });
      this.#swipes.listen(true);
      this.#fit();
    } else if (presentation.slide !== before.slide && presentation.slide !== this.#slide) {
      this.#wanted = presentation.slide;
    }
    this.#find();
  }

  do(action: SlideActionId): void {
    if (this.running) this.#deeds[action]();
  }

  readonly #deeds: Record<SlideActionId, () => void> = {
    "slide-next": () => this.#go(this.#slide + 1),
    "slide-previous": () => this.#go(this.#slide - 1),
    "slide-down": () => this.#turn(1),
    "slide-up": () => this.#turn(-1),
    "slide-first": () => this.#go(1),
    "slide-last": () => this.#go(this.#plan.starts.length),
  };

  /** Goes on within a slide that is taller than the window, and else to the next one. */
  #turn(by: 1 | -1): void {
    const page = document.scrollingElement!;
    const room = by > 0 ? page.scrollHeight - page.clientHeight - page.scrollTop : page.scrollTop;
    if (room > 2) page.scrollBy({ top: by * OVERLAP * page.clientHeight, behavior: this.#still ? "auto" : "smooth" });
    else this.#go(this.#slide + by);
  }

  #go(slide: number): void {
    const next = Math.max(1, Math.min(slide, this.#plan.starts.length));
    this.#wanted = null;
    if (next === this.#slide) return;
    this.#start = this.#plan.starts[next - 1];
    this.#show(this.#plan, next);
    this.#tell();
  }

  /** Divides what is shown now. */
  #find(): void {
    const plan = planSlides(
      this.#copy.cells.map(({ id, attributes }) => ({
        id,
        mark: attributes[slideAttribute],
        pieces: piecesOf(this.#column.viewOf(id)).map((piece) => /^H[12]$/.test(piece.nodeName)),
      })),
    );
    const slide = findSlide(plan, this.#wanted === null ? this.#start : undefined, this.#wanted ?? this.#slide);
    this.#start = plan.starts[slide - 1];
    this.#show(plan, slide);
    this.#tell();
  }

  #show(plan: SlidePlan, slide: number): void {
    const turned = slide !== this.#slide;
    this.#plan = plan;
    this.#slide = slide;
    const code = this.#presentation ? this.#presentation.code : null;
    for (const { id, kind } of this.#copy.cells) {
      const view = this.#column.viewOf(id);
      if (!view) continue;
      const off = (at: number | undefined) => this.running && at !== slide;
      const places = plan.slides.get(id) ?? [];
      for (const [i, piece] of piecesOf(view).entries()) piece.toggleAttribute("data-off-slide", off(places[i]));
      const end = plan.ends.get(id);
      view.element.toggleAttribute("data-off-slide", off(end) && !places.includes(slide));
      view.element.toggleAttribute("data-goes-on", this.running && end !== slide);
      view.present(code === null ? null : code && !isMarkdown(kind) && end === slide);
    }
    if (!this.running) return;
    document.documentElement.toggleAttribute("data-last-slide", slide === plan.starts.length);
    if (!turned) return;
    scrollTo({ top: 0, behavior: "instant" });
    if (!this.#still) this.#column.element.animate({ opacity: [0, 1] }, { duration: 180, easing: "ease-out" });
  }

  #tell(): void {
    const position = { slide: this.#slide, slides: this.#plan.starts.length };
    const told = JSON.stringify(position);
    if (told === this.#told) return;
    this.#told = told;
    this.#page.presented(position);
  }

  /** Sets the slide as large as the window allows; its column stays as wide as its figures were drawn for. */
  #fit(): void {
    const zoom = Math.max(1, Math.min(innerWidth / SLIDE_WIDTH, innerHeight / SLIDE_HEIGHT, LARGEST_ZOOM));
    document.documentElement.style.setProperty("--slide-zoom", zoom.toFixed(3));
  }

  get #still(): boolean {
    return document.documentElement.classList.contains("still");
  }
}

/** What a cell shows, piece by piece: what prose is made of, and every other thing as a whole. */
function piecesOf(view: CellView | undefined): Element[] {
  return [...(view?.shown ?? [])].flatMap((shown) =>
    shown.classList.contains("markdown") ? [...shown.children] : [shown],
  );
}
