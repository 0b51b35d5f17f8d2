import { flowNetwork } from "../../lib/charts/flow-network.ts";
import type { Flow } from "../../lib/charts/sankey.ts";
import { supplyLayout } from "../../lib/charts/supply-sankey.ts";
import { textWidth, wrapped } from "../../lib/charts/text-width.ts";
import { messages } from "../../lib/message/message.ts";
import { FONT_SIZE } from "./chart.ts";
import { INK, NEUTRAL, PAPER } from "./chart-colours.ts";
import { type Drawn, inPixels, type Parts, tips } from "./flow-parts.ts";
import { svgNode, svgText } from "./svg-node.ts";

const texts = messages("charts.flows", {
  returning: { en: "↩ {name}", zh: "↩ {name}" },
});

/** Pixels of the rectangle of a place in a column, and of a line of its label. */
const [COLUMN, LINE] = [9, 13];

/** Columns of places from left to right, each passing on what it receives. */
export function network({ sketch, ranked, told, colourOf, write }: Parts) {
  const { width, options } = sketch;
  const flows = flowNetwork(ranked.slice(0, options.count ?? Number.POSITIVE_INFINITY));
  const { labels, left } = columnLabels(sketch, flows, write);
  const levels = levelsOf(flows);
  const rooms = labels.map((lines) => lines.length * LINE + 7);
  const needed = Array.from({ length: levels }, (_, level) =>
    flows.nodes.reduce((sum, node, n) => sum + (node.level === level ? rooms[n]! : 0), 0),
  );
  const height = Math.ceil(Math.max(340, ...needed.map((each) => each * 1.35)));
  const layout = supplyLayout(flows, height, rooms, 6);
  const flowOf = ({ from, to, value }: { from: number; to: number; value: number }): Flow => ({
    origin: layout.nodes[from]!.name!,
    destination: layout.nodes[to]!.name!,
    value,
  });
  const draw = () => {
    const group = svgNode("g", {});
    for (const link of layout.links) {
      const [a, b] = [left(layout.nodes[link.from]!.level) + COLUMN, left(layout.nodes[link.to]!.level)];
      group.append(linkPath(link, a, b, colourOf(flowOf(link))));
    }
    for (const { level, top, bottom } of layout.nodes)
      group.append(
        svgNode("rect", { x: left(level), y: top, width: COLUMN, height: Math.max(1, bottom - top), fill: NEUTRAL }),
      );
    for (const [n, { level, middle }] of layout.nodes.entries())
      group.append(
        svgText(labels[n]!, left(level) + COLUMN + 5, middle, {
          "text-anchor": "start",
          fill: INK,
          // Labels stand on the bands.
          stroke: PAPER,
          "stroke-width": 3,
          "stroke-linejoin": "round",
          "paint-order": "stroke",
        }),
      );
    return group;
  };
  const points = layout.links.map(({ from, to, value, start, end }) => ({
    x: (left(layout.nodes[from]!.level) + COLUMN + left(layout.nodes[to]!.level)) / 2,
    y: (start[0] + start[1] + end[0] + end[1]) / 4,
    text: told(flowOf({ from, to, value })).text,
  }));
  return { ...inPixels(width, height), marks: [draw, tips(points)] };
}

type Network = ReturnType<typeof flowNetwork>;

function levelsOf({ nodes }: Network): number {
  return nodes.reduce((most, { level }) => Math.max(most, level + 1), 1);
}

/** The labels of places, and where their columns begin: the last column needs room for its labels. */
function columnLabels({ width, nameOf, say }: Drawn, flows: Network, write: Parts["write"]) {
  const levels = levelsOf(flows);
  const nameAt = (n: number) => {
    const name = nameOf(flows.nodes[n]!.name);
    return flows.returns.has(n) ? say(texts.returning({ name })) : name;
  };
  const ends = flows.nodes.flatMap(({ level, value }, n) => (level === 0 ? [nameAt(n), write(value)] : []));
  const last = Math.min(
    width / levels + 20,
    COLUMN + 8 + Math.max(0, ...ends.map((text) => textWidth(text, FONT_SIZE) * 1.05)),
  );
  const step = (width - last) / Math.max(1, levels - 1);
  return {
    left: (level: number) => (levels - 1 - level) * step,
    labels: flows.nodes.map(({ level, value }, n) => {
      const lines = wrapped(nameAt(n), (level === 0 ? last : step) - COLUMN - 8, FONT_SIZE, 2);
      return [...lines.slice(0, -1), `${lines.at(-1)}\u00a0`, write(value)];
    }),
  };
}

function linkPath(
  { start, end }: ReturnType<typeof supplyLayout>["links"][number],
  a: number,
  b: number,
  fill: string,
): SVGElement {
  const x = ((a + b) / 2).toFixed(1);
  const curve = (y1: number, x2: number, y2: number) =>
    `C${x},${y1.toFixed(1)} ${x},${y2.toFixed(1)} ${x2.toFixed(1)},${y2.toFixed(1)}`;
  const d = `M${a.toFixed(1)},${start[0].toFixed(1)}${curve(start[0], b, end[0])}L${b.toFixed(1)},${end[1].toFixed(1)}${curve(end[1], a, start[1])}Z`;
  return svgNode("path", { d, fill, "fill-opacity": 0.4 });
}
