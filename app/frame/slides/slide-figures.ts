import { type FoundFigure, figuresIn, isSvg } from "../../../kernel/output/figure/footer.ts";

/** A figure is made this much smaller, as a share of its height, for all of its slide to fit; a slide that needs more scrolls. */
const LEAST_SHARE = 0.6;

const pictures = "svg,canvas";

/** A figure on the current slide, with the piece of output that also contains its title and footer. */
interface SlideFigure {
  readonly picture: FoundFigure["picture"];
  readonly piece: Element;
}

/** The largest size that the author gives to a picture, which is its own again after the presentation. */
type OwnLimits = Pick<CSSStyleDeclaration, "maxWidth" | "maxHeight">;

/**
 * Makes the figures of a slide fit the window: with all of the slide if they stay readable, else each with its own title and
 * footer. They are scaled and not drawn again, so that they stay what the author drew.
 */
export class SlideFigures {
  readonly #fitted = new Map<FoundFigure["picture"], OwnLimits>();

  /**
   * @param pieces the pieces of output on the slide
   * @param whole the element that contains them all
   */
  fit(pieces: readonly Element[], whole: Element): void {
    this.reset();
    const figures = figuresIn(whole, (picture) => picture.getBoundingClientRect().width).flatMap(
      ({ picture }): SlideFigure[] => {
        const piece = pieces.find((each) => each.contains(picture));
        return piece ? [{ picture, piece }] : [];
      },
    );
    if (figures.length === 0) return;
    const { top, bottom } = marginsOf(document.body);
    const room = innerHeight - top - bottom;
    const excess = heightOf(whole) - room;
    const heights = figures.map(({ picture, piece }) => {
      const height = heightOf(picture);
      const withSlide = height - Math.max(0, excess);
      const withTitle = Math.min(height, room - (bottomOf(piece) - topOf(piece) - height));
      return {
        picture,
        height,
        wanted: figures.length === 1 && withSlide >= LEAST_SHARE * height ? withSlide : withTitle,
      };
    });
    for (const { picture, height, wanted } of heights) {
      if (wanted >= height || wanted <= 0) continue;
      const { style } = picture;
      const { maxWidth, maxHeight } = style;
      // The slide is zoomed: its own pixels are not those of the window.
      const own = getComputedStyle(picture);
      const limitOf = (length: string) => `${Math.floor((Number.parseFloat(length) * wanted) / height)}px`;
      const limits = { width: limitOf(own.width), height: limitOf(own.height) };
      style.maxHeight = limits.height;
      // A drawing in SVG keeps its proportions in any box.
      if (!isSvg(picture)) style.maxWidth = limits.width;
      this.#fitted.set(picture, { maxWidth, maxHeight });
    }
  }

  /** How far the window can be scrolled down, in pixels, before a figure that it cuts now would lose its top; at most `most`. */
  scrollTo(pieces: readonly Element[], most: number): number {
    const { top, bottom } = marginsOf(document.body);
    const cut = pieces
      .filter(
        (piece) =>
          (piece.matches(pictures) || piece.querySelector(pictures)) &&
          bottomOf(piece) > innerHeight - bottom &&
          topOf(piece) > top + 1,
      )
      .map((piece) => topOf(piece) - top);
    return Math.min(most, ...cut);
  }

  /** Gives all figures their own sizes again. */
  reset(): void {
    for (const [{ style }, limits] of this.#fitted) Object.assign(style, limits);
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
