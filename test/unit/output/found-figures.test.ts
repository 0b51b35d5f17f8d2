import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { withFooters } from "../../../cli/build/pictures.ts";
import { figuresIn } from "../../../kernel/output/figure/footer.ts";

const found = (html: string) =>
  figuresIn(parseHTML(`<html><body>${html}</body></html>`).document.body).map(({ root, picture }) => [
    root.localName,
    picture.localName,
  ]);

test("A figure is a picture in SVG or pixels that is wide enough, and not the icon of a control", () => {
  expect(found('<svg width="300"></svg><svg width="20"></svg><canvas width="640"></canvas>')).toEqual([
    ["svg", "svg"],
    ["canvas", "canvas"],
  ]);
  expect(
    found('<button><canvas width="300"></canvas></button><table class="arrow-table"><svg width="400"/></table>'),
  ).toEqual([]);
});

test("A canvas is as wide as its style says, however many pixels it has", () => {
  expect(found('<canvas width="300" style="width: 150px"></canvas>')).toEqual([]);
  expect(found('<canvas width="900" style="height:20px;width:450px"></canvas>')).toEqual([["canvas", "canvas"]]);
});

test("The largest picture of a figure counts: a legend in pixels does not hide the drawing", () => {
  const figure = '<figure><canvas width="240"></canvas><svg class="plot" width="740"></svg></figure>';
  expect(found(figure)).toEqual([["figure", "svg"]]);
});

test("A built page has the line of sources below a canvas, too", () => {
  const html = withFooters('<canvas width="640" height="20"></canvas>', "Source: own work", "Sources");
  expect(html).toMatch(/<\/canvas><div class="figure-footer">.*Source: own work/);
});
