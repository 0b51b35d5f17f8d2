/** The attribute of a cell that overrides how headings divide slides. */
export const slideAttribute = "data-slide";

/** A cell as input of the plan: its mark and the pieces of its output. */
export interface SlideCell {
  readonly id: number;
  /** The value of `data-slide`: `skip` leaves the cell out, `same` keeps its headings from beginning a slide, others begin one. */
  readonly mark: string | undefined;
  /** For each piece of output, whether it is a heading that begins a slide. */
  readonly pieces: readonly boolean[];
}

/** Where a slide begins, by which it is found again when slides before it are added or removed. */
export interface SlideStart {
  readonly cell: number;
  /** The index of the slide among those that begin in the cell, from 0. */
  readonly nth: number;
}

export interface SlidePlan {
  readonly starts: readonly SlideStart[];
  /** For each cell, the slide of each of its pieces, from 1; 0 for pieces on no slide. */
  readonly slides: ReadonlyMap<number, readonly number[]>;
  /** For each cell, the slide with its code and errors: that of its last piece. */
  readonly ends: ReadonlyMap<number, number>;
}

/**
 * Divides a notebook into slides: each heading of the first or second level begins one. What comes before the first heading
 * is a slide only if it shows something.
 */
export function planSlides(cells: readonly SlideCell[]): SlidePlan {
  const starts: SlideStart[] = [];
  const slides = new Map<number, readonly number[]>();
  const ends = new Map<number, number>();
  for (const { id, mark, pieces } of cells) {
    if (mark === "skip") {
      slides.set(
        id,
        pieces.map(() => 0),
      );
      ends.set(id, 0);
      continue;
    }
    let nth = 0;
    const begin = () => starts.push({ cell: id, nth: nth++ });
    if (mark !== undefined && mark !== "same") begin();
    const places = pieces.map((begins, i) => {
      const already = i === 0 && nth > 0;
      if ((begins && mark !== "same" && !already) || starts.length === 0) begin();
      return starts.length;
    });
    slides.set(id, places);
    ends.set(id, starts.length);
  }
  return { starts, slides, ends };
}

/** The number of the slide with a given start; if that is gone, the slide now at its number. */
export function findSlide({ starts }: SlidePlan, start: SlideStart | undefined, slide: number): number {
  const found = start ? starts.findIndex(({ cell, nth }) => cell === start.cell && nth === start.nth) + 1 : 0;
  return found || Math.max(Math.min(1, starts.length), Math.min(slide, starts.length));
}
