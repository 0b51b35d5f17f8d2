import { sankey } from "../../lib/charts/sankey.ts";
import { shortened, textWidth } from "../../lib/charts/text-width.ts";
import { FONT_SIZE } from "./chart.ts";
import { INK, NEUTRAL } from "./chart-colours.ts";
import { type Drawn, inPixels, type Parts, tips } from "./flow-parts.ts";
import { svgNode, svgText } from "./svg-node.ts";

/** Pixels of the rectangle of a place. */
const NODE = 8;

/** Bands from origins on the left to destinations on the right. */
export function bands({ sketch, ranked, told, colourOf, write }: Parts) {
  const { width, options, isNarrow } = sketch;
  const shown = ranked.slice(0, options.count ?? 15);
  const sides = Math.max(
    new Set(shown.map(({ origin }) => origin)).size,
    new Set(shown.map(({ destination }) => destination)).size,
  );
  const height = Math.max(isNarrow ? 300 : 340, sides * (isNarrow ? 38 : 26));
  const layout = sankey(shown, height, 6, isNarrow ? 30 : 17);
  const labelOf = placeLabel(sketch, write);
  const sideWidth = (side: string) =>
    Math.ceil(
      Math.max(
        0,
        ...layout.nodes
          .filter((node) => node.side === side)
          .flatMap((node) => labelOf(node).map((line) => textWidth(line, FONT_SIZE))),
      ),
    ) + 8;
  const [left, right] = [sideWidth("origin"), width - sideWidth("destination")];
  const shape = layout.bands.map((band) => ({ band, fill: colourOf(band), ...told(band) }));
  const draw = () => {
    const group = svgNode("g", {});
    for (const { band, fill } of shape) group.append(bandPath(band, fill, left, right));
    for (const node of layout.nodes) group.append(...placeNodes(node, labelOf(node), left, right));
    return group;
  };
  const points = shape.map(({ band, text }) => ({
    x: (left + right) / 2,
    y: (band.from[0] + band.from[1] + band.to[0] + band.to[1]) / 4,
    text,
  }));
  return { ...inPixels(width, height), marks: [draw, tips(points)] };
}

type Layout = ReturnType<typeof sankey>;

type Place = Layout["nodes"][number];

/** The name of a place with its value; on a phone the value stands below the name. */
function placeLabel({ width, nameOf, isNarrow }: Drawn, write: Parts["write"]): (place: Place) => readonly string[] {
  const room = width * (isNarrow ? 0.3 : 0.27);
  return ({ name, value: amount }) => {
    const value = write(amount);
    if (isNarrow) return [shortened(nameOf(name), room, FONT_SIZE), value];
    return [`${shortened(nameOf(name), room - textWidth(value, FONT_SIZE) - 18, FONT_SIZE)}  ${value}`];
  };
}

function bandPath(band: Layout["bands"][number], fill: string, left: number, right: number): SVGElement {
  const [a, b] = [left + NODE, right - NODE];
  const middle = (left + right) / 2;
  const curve = (y1: number, x2: number, y2: number) =>
    `C${middle},${y1.toFixed(1)} ${middle},${y2.toFixed(1)} ${x2.toFixed(1)},${y2.toFixed(1)}`;
  const d = `M${a.toFixed(1)},${band.from[0].toFixed(1)}${curve(band.from[0], b, band.to[0])}L${b.toFixed(1)},${band.to[1].toFixed(1)}${curve(band.to[1], a, band.from[1])}Z`;
  return svgNode("path", { d, fill, "fill-opacity": 0.5, stroke: fill, "stroke-opacity": 0.4, "stroke-width": 0.5 });
}

/** The rectangle of a place and its label, outside of the bands. */
function placeNodes(place: Place, label: readonly string[], left: number, right: number): readonly SVGElement[] {
  const isLeft = place.side === "origin";
  const rect = {
    x: isLeft ? left : right - NODE,
    y: place.top,
    width: NODE,
    height: Math.max(1, place.bottom - place.top),
    fill: NEUTRAL,
  };
  const at = (place.top + place.bottom) / 2;
  return [
    svgNode("rect", rect),
    svgText(label, isLeft ? left - 5 : right + 5, at, { "text-anchor": isLeft ? "end" : "start", fill: INK }),
  ];
}
