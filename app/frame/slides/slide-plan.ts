/** The attribute of a cell that changes what the headings say of slides. */
export const slideAttribute = "data-slide";

/** A cell as slides are made of it: what it shows, piece by piece. */
export interface SlideCell {
  readonly id: number;
  /** The value of `data-slide`: `skip` leaves the cell out, `same` lets no heading of it begin a slide, all else begins one. */
  readonly mark: string | undefined;
  /** For each piece that it shows, whether it is a heading that begins a slide. */
  readonly pieces: readonly boolean[];
}

/** Where a slide begins, so that it is found again when there are more or fewer slides before it. */
export interface SlideStart {
  readonly cell: number;
  /** Which of the beginnings within the cell it is, from 0. */
  readonly nth: number;
}

export interface SlidePlan {
  readonly starts: readonly SlideStart[];
  /** For each cell, the slide of each of its pieces, from 1; 0 for what is on none. */
  readonly slides: ReadonlyMap<number, readonly number[]>;
  /** For each cell, the slide on which its code and its errors stand: that of its last piece. */
  readonly ends: ReadonlyMap<number, number>;
}

/**
 * Divides a notebook into slides: a heading of the first or second level begins one, with what follows. What stands
 * before the first heading is a slide only if it shows something.
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

/** The slide that began there before; where it is gone, the one that has its place. */
export function findSlide({ starts }: SlidePlan, start: SlideStart | undefined, slide: number): number {
  const found = start ? starts.findIndex(({ cell, nth }) => cell === start.cell && nth === start.nth) + 1 : 0;
  return found || Math.max(Math.min(1, starts.length), Math.min(slide, starts.length));
}
