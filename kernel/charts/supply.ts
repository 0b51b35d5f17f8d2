import * as Plot from "@observablehq/plot";
import { commonDecimals, writeNumber, writePercent } from "../../lib/charts/number-text.ts";
import { type PlacedNode, supplyFlows, supplyLayout } from "../../lib/charts/supply-sankey.ts";
import { textWidth, wrapped } from "../../lib/charts/text-width.ts";
import { messages } from "../../lib/message/message.ts";
import { type Drawing, defineChart, FONT_SIZE, type Sketch } from "./chart.ts";
import { INK, NEUTRAL, PAPER } from "./chart-colours.ts";
import type { SupplyOptions } from "./chart-options.ts";
import { render, svgNode, svgText } from "./svg-node.ts";
import { tip } from "./tip.ts";

const said = messages("charts.supply", {
  largest: {
    en: "The largest supplier, {name}, carries {percent} of {total}",
    zh: "最大的供应者“{name}”占 {total} 的 {percent}",
  },
  own: {
    en: "{name} itself causes {percent} of {total}",
    zh: "“{name}”自身占 {total} 的 {percent}",
  },
  whole: { en: "{name}: {total}", zh: "{name}：{total}" },
  others: { en: "all others", zh: "其余" },
  ownKey: { en: "own emissions", zh: "自身排放" },
  throughKey: { en: "from suppliers", zh: "来自供应者" },
  creditKey: { en: "credits", zh: "抵扣" },
  separator: { en: ", ", zh: "，" },
  direction: { en: "suppliers left, the product right", zh: "左为供应者，右为产品" },
  upstream: { en: "With all its suppliers", zh: "含其全部供应者" },
  direct: { en: "Of its own flows", zh: "自身的流" },
  share: { en: "Share of the total", zh: "占总量的比例" },
  notFollowed: { en: "Its suppliers are not shown", zh: "未展示其供应者" },
  supplier: { en: "Supplier", zh: "供应者" },
  supplied: { en: "Supplies", zh: "供应对象" },
  value: { en: "Value", zh: "数值" },
});

const kinds = { value: "number", direct: "number", path: "any" } as const;

/** Supply chains from raw materials to the product: a column of activities for each level, and bands as wide as what they carry. */
export const supply = defineChart<typeof kinds, SupplyOptions>("supply", kinds, ["levels", "count", "total"], draw);

function longest(...texts: readonly string[]): string {
  return texts.reduce((found, text) => (textWidth(text, FONT_SIZE) > textWidth(found, FONT_SIZE) ? text : found), "");
}

const SEPARATOR = " → ";
const NODE = 9;
const LINE = 13;

function draw(sketch: Sketch<typeof kinds, SupplyOptions>): Drawing {
  const { options, width, unit, say, nameOf, isNarrow } = sketch;
  const chains = sketch.rows
    .filter(({ value }) => value !== undefined)
    .map(({ path, value, direct }) => ({
      path: Array.isArray(path) ? path.map(String) : String(path).split(SEPARATOR),
      value,
      direct: direct ?? 0,
    }));
  const flows = supplyFlows(chains, options.levels ?? (isNarrow ? 3 : 4), options.count ?? (isNarrow ? 5 : 6));
  const products = flows.nodes.filter(({ level }) => level === 0);
  const total = options.total ?? products.reduce((sum, { value }) => sum + value, 0);
  const decimals = commonDecimals(flows.nodes.flatMap(({ value }) => (value === 0 ? [] : [value])));
  const write = (value: number) => writeNumber(value, decimals);
  const share = (value: number) => (total === 0 ? "" : writePercent((value / total) * 100));
  const labelOf = (name: string | null) => (name === null ? say(said.others()) : nameOf(name));
  const levels = flows.nodes.reduce((most, { level }) => Math.max(most, level + 1), 1);
  // The product's label stands right of it, and needs no more than its own width.
  const last = Math.min(
    width / levels,
    8 +
      NODE +
      Math.max(
        0,
        ...products.map(({ name, value }) => 1.08 * textWidth(longest(labelOf(name), write(value)), FONT_SIZE)),
      ),
  );
  const step = (width - last) / Math.max(1, levels - 1);
  const room = step - NODE - 10;
  // The space stands between a name and its number where they are read as one text.
  const labels = flows.nodes.map(({ name, value, level }) => {
    // A name is cut between its words.
    const lines = wrapped(labelOf(name), level === 0 ? last - NODE - 6 : room, FONT_SIZE, isNarrow ? 3 : 2).map(
      (line) => line.replace(/[\s,;]+[^\s]*…$/, "…"),
    );
    return [...lines.slice(0, -1), `${lines.at(-1)}\u00a0`, write(value)];
  });
  const rooms = labels.map((lines) => lines.length * LINE + 7);
  const needed = Array.from({ length: levels }, (_, level) =>
    flows.nodes.reduce((sum, node, n) => sum + (node.level === level ? rooms[n]! : 0), 0),
  );
  const height = Math.ceil(Math.max(isNarrow ? 300 : 320, ...needed.map((each) => each * 1.35)));
  const layout = supplyLayout(flows, height, rooms, 6);
  // The product stands right, with its label beside it.
  const left = (level: number) => (levels - 1 - level) * step;
  const middleOf = (from: number, to: number) => (from + to) / 2;
  const isCredit = (value: number) => value < 0 !== total < 0;
  const drawn = () => {
    const group = svgNode("g", {});
    for (const { from, to, value, start, end } of layout.links) {
      const [a, b] = [left(layout.nodes[from]!.level) + NODE, left(layout.nodes[to]!.level)];
      const x = middleOf(a, b).toFixed(1);
      const curve = (y1: number, x2: number, y2: number) =>
        `C${x},${y1.toFixed(1)} ${x},${y2.toFixed(1)} ${x2.toFixed(1)},${y2.toFixed(1)}`;
      const d = `M${a.toFixed(1)},${start[0].toFixed(1)}${curve(start[0], b, end[0])}L${b.toFixed(1)},${end[1].toFixed(1)}${curve(end[1], a, start[1])}Z`;
      const fill = isCredit(value) ? "var(--chart-sink)" : NEUTRAL;
      group.append(svgNode("path", { d, fill, "fill-opacity": 0.28 }));
    }
    for (const node of layout.nodes) {
      const size = Math.max(1, node.bottom - node.top);
      const own = Math.min(size, Math.abs(node.direct ?? 0) * layout.scale);
      const bar = (y: number, each: number, fill: string) =>
        group.append(svgNode("rect", { x: left(node.level), y, width: NODE, height: each, fill }));
      bar(node.top, size, isCredit(node.value) ? "var(--chart-sink)" : NEUTRAL);
      if (own > 0)
        bar(node.top + size - own, own, isCredit(node.direct ?? 0) ? "var(--chart-sink)" : "var(--chart-production)");
    }
    for (const [n, node] of layout.nodes.entries())
      group.append(
        svgText(labels[n]!, left(node.level) + NODE + 5, node.middle, {
          "text-anchor": "start",
          fill: INK,
          // Labels stand on the bands.
          stroke: PAPER,
          "stroke-width": 3,
          "stroke-linejoin": "round",
          "paint-order": "stroke",
          ...(node.level === 0 ? { "font-weight": 600 } : {}),
        }),
      );
    return group;
  };
  const told = ({ name, value, direct }: PlacedNode) =>
    sketch.tip(labelOf(name), [
      [said.upstream(), write(value), unit],
      direct === null ? say(said.notFollowed()) : [said.direct(), write(direct), unit],
      total === 0 ? undefined : [said.share(), share(value)],
    ]);
  const points = layout.nodes.map((node) => ({
    x: left(node.level) + NODE + Math.min(room, textWidth(labelOf(node.name), FONT_SIZE)) / 2,
    y: node.middle,
    text: told(node),
  }));
  const ranked = [...flows.links].sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
  const nameAt = (n: number) => labelOf(flows.nodes[n]!.name);
  return {
    title: finding(),
    key: [
      { text: say(said.ownKey()), colour: "var(--chart-production)" },
      say(said.separator()),
      { text: say(said.throughKey()), colour: NEUTRAL },
      ...(flows.links.some(({ value }) => isCredit(value))
        ? [say(said.separator()), { text: say(said.creditKey()), colour: "var(--chart-sink)" }]
        : []),
      say(said.separator()),
      say(said.direction()),
    ],
    words: ranked
      .slice(0, 12)
      .map(({ from, to, value }) => `${nameAt(from)}${SEPARATOR}${nameAt(to)} ${write(value)}`)
      .join("; "),
    table: [
      { name: said.supplier(), values: ranked.map(({ from }) => nameAt(from)) },
      { name: said.supplied(), values: ranked.map(({ to }) => nameAt(to)) },
      { name: said.value(), unit, values: ranked.map(({ value }) => value) },
    ],
    height,
    margin: 0,
    axis: null,
    x: { type: "linear", domain: [0, width], range: [0, width], axis: null },
    y: { type: "linear", domain: [0, height], range: [0, height], axis: null },
    marks: [
      render(drawn),
      Plot.tip(points, Plot.pointer({ ...tip, lineWidth: 30, x: "x", y: "y", title: "text", maxRadius: 60 })),
    ],
  };

  function finding(): string {
    const whole = `${write(total)}${unit === "" ? "" : `\u00a0${unit.replace("CO2", "CO₂")}`}`;
    const suppliers = flows.nodes.filter(({ level, name }) => level === 1 && name !== null);
    const [first] = [...suppliers].sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
    const product = products[0];
    if (!product) return "";
    if (total === 0 || !first) return say(said.whole({ name: labelOf(product.name), total: whole }));
    const own = product.direct ?? 0;
    return Math.abs(own) > Math.abs(first.value)
      ? say(said.own({ name: labelOf(product.name), percent: share(own), total: whole }))
      : say(said.largest({ name: labelOf(first.name), percent: share(first.value), total: whole }));
  }
}
