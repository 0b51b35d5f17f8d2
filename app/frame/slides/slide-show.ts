import { isMarkdown } from "../../../kernel/cell/kinds.ts";
import type { PageApi, Presentation } from "../../../kernel/sandbox/protocol.ts";
import type { SlideActionId } from "../../actions/slide-actions.ts";
import type { CellColumn } from "../cell-column.ts";
import type { CellView } from "../cell-view.ts";
import type { DocumentCopy } from "../document-copy.ts";
import { SlideFigures } from "./slide-figures.ts";
import { findSlide, planSlides, type SlidePlan, type SlideStart, slideAttribute } from "./slide-plan.ts";
import { Swipes } from "./swipes.ts";

const noPlan: SlidePlan = { starts: [], slides: new Map(), ends: new Map() };

/** The size for which a slide is laid out, in pixels; a larger window enlarges it. */
const SLIDE_WIDTH = 840;
const SLIDE_HEIGHT = 540;
const MAX_ZOOM = 2.5;

/** The part of the window's height by which a slide taller than the window is scrolled. */
const SCROLL_SHARE = 0.85;

/**
 * Presents the notebook as slides. Its cells stay in the document and keep running; what is not on the current slide is hidden.
 * Slides are planned again whenever an output changes, and the current one is kept.
 */
export class SlideShow {
  readonly #copy: Pick<DocumentCopy, "cells">;
  readonly #column: Pick<CellColumn, "element" | "viewOf">;
  readonly #page: PageApi["slides"];
  #presentation: Presentation | null = null;
  #plan = noPlan;
  #slide = 0;
  /** The slide requested by number, until the user moves on: it may not exist yet. */
  #wanted: number | null = null;
  #start: SlideStart | undefined;
  /** The last reported position, as JSON. */
  #reported = "";
  readonly #changes = new MutationObserver(() => this.#update());
  readonly #swipes: Swipes;
  readonly #figures = new SlideFigures();

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
      this.#reported = "";
      this.#start = undefined;
      this.#wanted = presentation.slide;
      this.#changes.observe(this.#column.element, { childList: true, subtree: true });
      this.#swipes.listen(true);
      this.#fit();
    } else if (presentation.requests > before.requests && presentation.slide !== this.#slide) {
      this.#wanted = presentation.slide;
    }
    this.#update();
  }

  do(action: SlideActionId): void {
    if (this.running) this.#handlers[action]();
  }

  readonly #handlers: Record<SlideActionId, () => void> = {
    "slide-next": () => this.#go(this.#slide + 1),
    "slide-previous": () => this.#go(this.#slide - 1),
    "slide-down": () => this.#scrollOrMove(1),
    "slide-up": () => this.#scrollOrMove(-1),
    "slide-first": () => this.#go(1),
    "slide-last": () => this.#go(this.#plan.starts.length),
  };

  /** Scrolls within a slide that is taller than the window; at its end, moves to the next or previous one. */
  #scrollOrMove(by: 1 | -1): void {
    const scroller = document.scrollingElement!;
    const rest = by > 0 ? scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop : scroller.scrollTop;
    if (rest > 2)
      scroller.scrollBy({
        top: this.#stepOf(by, SCROLL_SHARE * scroller.clientHeight),
        behavior: this.#reducedMotion ? "auto" : "smooth",
      });
    else this.#go(this.#slide + by);
  }

  /** A figure that the window cuts at its bottom is what comes next. */
  #stepOf(by: 1 | -1, step: number): number {
    return by < 0 ? -step : this.#figures.scrollTo(this.#shownPieces, step);
  }

  #go(slide: number): void {
    const next = Math.max(1, Math.min(slide, this.#plan.starts.length));
    this.#wanted = null;
    if (next === this.#slide) return;
    this.#start = this.#plan.starts[next - 1];
    this.#show(this.#plan, next);
    this.#report();
  }

  /** Plans the slides of the current outputs. */
  #update(): void {
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
    this.#report();
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
    if (!this.running) {
      this.#figures.reset();
      return;
    }
    document.documentElement.toggleAttribute("data-last-slide", slide === plan.starts.length);
    this.#fitFigures();
    if (!turned) return;
    // A control that is no longer on the slide would receive the next key until the browser takes the focus from it.
    const { activeElement } = document;
    if (activeElement instanceof HTMLElement && !activeElement.checkVisibility()) activeElement.blur();
    scrollTo({ top: 0, behavior: "instant" });
    if (!this.#reducedMotion) this.#column.element.animate({ opacity: [0, 1] }, { duration: 180, easing: "ease-out" });
  }

  #report(): void {
    const position = { slide: this.#slide, slides: this.#plan.starts.length };
    const report = JSON.stringify(position);
    if (report === this.#reported) return;
    this.#reported = report;
    this.#page.presented(position);
  }

  /** Zooms the slide to the window; the column keeps the width for which its figures were drawn. */
  #fit(): void {
    const zoom = Math.max(1, Math.min(innerWidth / SLIDE_WIDTH, innerHeight / SLIDE_HEIGHT, MAX_ZOOM));
    document.documentElement.style.setProperty("--slide-zoom", zoom.toFixed(3));
    this.#fitFigures();
  }

  #fitFigures(): void {
    if (this.running) this.#figures.fit(this.#shownPieces, this.#column.element);
  }

  /** The pieces of output on the current slide. */
  get #shownPieces(): Element[] {
    const pieces = this.#copy.cells.flatMap(({ id }) => piecesOf(this.#column.viewOf(id)));
    return pieces.filter((piece) => piece.checkVisibility());
  }

  get #reducedMotion(): boolean {
    return document.documentElement.classList.contains("still");
  }
}

/** The pieces of a cell's output: the blocks of prose, and every other output as a whole. */
function piecesOf(view: CellView | undefined): Element[] {
  return [...(view?.shown ?? [])].flatMap((shown) =>
    shown.classList.contains("markdown") ? [...shown.children] : [shown],
  );
}
