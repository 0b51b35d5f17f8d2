import { figuresIn, isSvg } from "../../../kernel/output/figure/footer.ts";

/** A figure is made this much smaller, as a share of its height, for all of its slide to fit; a slide that needs more scrolls. */
const LEAST_SHARE = 0.6;

/** A figure on the current slide, with the piece of output that also contains its title and footer. */
interface SlideFigure {
  readonly svg: SVGSVGElement;
  readonly piece: Element;
}

/**
 * Makes the figures of a slide fit the window: with all of the slide if they stay readable, else each with its own title and
 * footer. They are scaled and not drawn again, so that they stay what the author drew.
 */
export class SlideFigures {
  readonly #fitted = new Set<SVGSVGElement>();

  /**
   * @param pieces the pieces of output on the slide
   * @param whole the element that contains them all
   */
  fit(pieces: readonly Element[], whole: Element): void {
    this.reset();
    const figures = pieces.flatMap((piece) =>
      figuresIn(piece, (picture) => picture.getBoundingClientRect().width)
        .map(({ picture }) => picture)
        .filter(isSvg)
        .map((svg): SlideFigure => ({ svg, piece })),
    );
    if (figures.length === 0) return;
    const { top, bottom } = marginsOf(document.body);
    const room = innerHeight - top - bottom;
    const excess = heightOf(whole) - room;
    const heights = figures.map(({ svg, piece }) => {
      const height = heightOf(svg);
      const withSlide = height - Math.max(0, excess);
      const withTitle = Math.min(height, room - (bottomOf(piece) - topOf(piece) - height));
      return { svg, height, wanted: figures.length === 1 && withSlide >= LEAST_SHARE * height ? withSlide : withTitle };
    });
    for (const { svg, height, wanted } of heights) {
      if (wanted >= height || wanted <= 0) continue;
      // The slide is zoomed: its own pixels are not those of the window.
      const own = Number.parseFloat(getComputedStyle(svg).height);
      svg.style.maxHeight = `${Math.floor((own * wanted) / height)}px`;
      this.#fitted.add(svg);
    }
  }

  /** How far the window can be scrolled down, in pixels, before a figure that it cuts now would lose its top; at most `most`. */
  scrollTo(pieces: readonly Element[], most: number): number {
    const { top, bottom } = marginsOf(document.body);
    const cut = pieces
      .filter((piece) => piece.querySelector("svg") && bottomOf(piece) > innerHeight - bottom && topOf(piece) > top + 1)
      .map((piece) => topOf(piece) - top);
    return Math.min(most, ...cut);
  }

  /** Gives all figures their own sizes again. */
  reset(): void {
    for (const svg of this.#fitted) svg.style.maxHeight = "";
    this.#fitted.clear();
  }
}

function marginsOf(element: Element): { top: number; bottom: number } {
  const { paddingTop, paddingBottom } = getComputedStyle(element);
  return { top: Number.parseFloat(paddingTop), bottom: Number.parseFloat(paddingBottom) };
}

function topOf(piece: Element): number {
  return piece.getBoundingClientRect().top;
}

/** The bottom of a piece with the footer of its figure, which lies after it. */
function bottomOf(piece: Element): number {
  const next = piece.nextElementSibling;
  return (next?.classList.contains("figure-footer") ? next : piece).getBoundingClientRect().bottom;
}

function heightOf(element: Element): number {
  return element.getBoundingClientRect().height;
}
