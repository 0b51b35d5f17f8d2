import { describe, expect, it } from "vitest";
import { chartsIn } from "../../kernel/charts/charts.ts";
import { chartCases } from "../charts/chart-cases.ts";
import "../../app/design/tokens.css";
import "../../app/frame/output.css";

const cite = (names: readonly string[]) => document.createTextNode(names.join("; "));

/** Boxes that share less than this are not said to overlap: a box of text is higher than its letters. */
const SLACK = 2;

function problemsOf(figure: Element): string[] {
  const frame = figure.getBoundingClientRect();
  const labels = [...figure.querySelectorAll("svg text")]
    .filter((text) => text.textContent?.trim() && !text.closest('[aria-label="tip"]'))
    .map((text) => ({ text: text.textContent, box: text.getBoundingClientRect() }));
  const outside = labels
    .filter(
      ({ box }) =>
        box.left < frame.left - 1 ||
        box.right > frame.right + 1 ||
        box.top < frame.top - 1 ||
        box.bottom > frame.bottom + 1,
    )
    .map(({ text }) => `outside: ${text}`);
  const overlapping = labels.flatMap((a, i) =>
    labels.slice(i + 1).flatMap((b) => {
      const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
      const down = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
      return across > SLACK && down > SLACK ? [`overlap: ${a.text} | ${b.text}`] : [];
    }),
  );
  return [...outside, ...overlapping];
}

describe.each([358, 740, 1080])("Charts at %i px", (width) => {
  it.each(chartCases)("$name: no label overlaps another or leaves the figure", async ({ draw }) => {
    const output = document.createElement("div");
    output.className = "output";
    output.style.width = `${width}px`;
    document.body.append(output);
    for (const language of ["en", "zh-CN"]) {
      const figure = draw(chartsIn({ language, width, cite }), width);
      output.replaceChildren(figure);
      expect(figure.querySelectorAll("svg text").length).toBeGreaterThan(2);
      expect(problemsOf(figure), language).toEqual([]);
    }
    output.remove();
  });
});
