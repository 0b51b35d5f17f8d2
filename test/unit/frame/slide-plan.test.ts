import { expect, test } from "vitest";
import { findSlide, planSlides, type SlideCell } from "../../../app/frame/slides/slide-plan.ts";

/** A cell whose pieces are written as text: `#` for a heading that begins a slide, `.` for anything else. */
const cell = (id: number, pieces: string, mark?: string): SlideCell => ({
  id,
  mark,
  pieces: [...pieces].map((piece) => piece === "#"),
});

const slidesOf = (...cells: SlideCell[]) => {
  const { slides, starts } = planSlides(cells);
  return { slides: [...slides.values()], count: starts.length };
};

test("a heading begins a slide with what follows it, also in the midst of a cell", () => {
  expect(slidesOf(cell(1, "#."), cell(2, "."), cell(3, ".#.#"))).toEqual({
    slides: [[1, 1], [1], [1, 2, 2, 3]],
    count: 3,
  });
});

test("what stands before the first heading is a slide only if it shows something", () => {
  expect(slidesOf(cell(1, ""), cell(2, "#")).count).toBe(1);
  expect(slidesOf(cell(1, "."), cell(2, "#")).count).toBe(2);
  expect(slidesOf(cell(1, "")).count).toBe(0);
});

test("a mark begins a slide, leaves a cell out, or joins its headings to the slide before", () => {
  expect(slidesOf(cell(1, "#"), cell(2, ".", ""), cell(3, "#", "skip"), cell(4, "#.", "same"))).toEqual({
    slides: [[1], [2], [0], [2, 2]],
    count: 2,
  });
  expect(slidesOf(cell(1, "#.#", "")), "a mark and the heading it stands on are one beginning").toEqual({
    slides: [[1, 1, 2]],
    count: 2,
  });
});

test("a slide is found again where others came before it, and its neighbour where it is gone", () => {
  const before = planSlides([cell(1, "#"), cell(3, "#")]);
  const start = before.starts[1];
  expect(findSlide(planSlides([cell(1, "#"), cell(2, "#"), cell(3, "#")]), start, 2)).toBe(3);
  expect(findSlide(planSlides([cell(1, "#")]), start, 2)).toBe(1);
  expect(findSlide(planSlides([]), start, 2)).toBe(0);
});
