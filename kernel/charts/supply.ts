import * as Plot from "@observablehq/plot";
import { commonDecimals, writeNumber, writePercent } from "../../lib/charts/number-text.ts";
import { type SupplyFlows, supplyFlows, supplyLayout } from "../../lib/charts/supply-sankey.ts";
import { textWidth, wrapped } from "../../lib/charts/text-width.ts";
import { messages } from "../../lib/message/message.ts";
import { type Drawing, defineChart, FONT_SIZE, type KeyPart, type Sketch } from "./chart.ts";
import { INK, NEUTRAL, PAPER } from "./chart-colours.ts";
import type { SupplyOptions } from "./chart-options.ts";
import { render, svgNode, svgText } from "./svg-node.ts";
import { tip } from "./tip.ts";

const texts = messages("charts.supply", {
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

function longest(...words: readonly string[]): string {
  return words.reduce((found, text) => (textWidth(text, FONT_SIZE) > textWidth(found, FONT_SIZE) ? text : found), "");
}

const SEPARATOR = " → ";
const NODE = 9;
const LINE = 13;

type SupplySketch = Sketch<typeof kinds, SupplyOptions>;

/** The supply chains of a product, and how their numbers and names are written. */
interface Supply {
  readonly sketch: SupplySketch;
  readonly flows: SupplyFlows;
  readonly products: SupplyFlows["nodes"];
  readonly total: number;
  write(value: number): string;
  share(value: number): string;
  labelOf(name: string | null): string;
  /** Whether a value takes off the total. */
  isCredit(value: number): boolean;
}

/** The columns of the drawing, from raw materials to the product, which stands right. */
interface Columns {
  readonly layout: ReturnType<typeof supplyLayout>;
  readonly height: number;
  /** The width for a label beside a node, except the product's. */
  readonly room: number;
  /** The lines of each node's label. */
  readonly labels: readonly (readonly string[])[];
  /** The left edge of the nodes of a level. */
  left(level: number): number;
}

function draw(sketch: SupplySketch): Drawing {
  const supply = supplyOf(sketch);
  const columns = columnsOf(supply);
  const { flows, write, labelOf } = supply;
  const ranked = [...flows.links].sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
  const nameAt = (n: number) => labelOf(flows.nodes[n]!.name);
  return {
    title: finding(supply),
    key: keyOf(supply),
    words: ranked
      .slice(0, 12)
      .map(({ from, to, value }) => `${nameAt(from)}${SEPARATOR}${nameAt(to)} ${write(value)}`)
      .join("; "),
    table: [
      { name: texts.supplier(), values: ranked.map(({ from }) => nameAt(from)) },
      { name: texts.supplied(), values: ranked.map(({ to }) => nameAt(to)) },
      { name: texts.value(), unit: sketch.unit, values: ranked.map(({ value }) => value) },
    ],
    height: columns.height,
    margin: 0,
    axis: null,
    x: { type: "linear", domain: [0, sketch.width], range: [0, sketch.width], axis: null },
    y: { type: "linear", domain: [0, columns.height], range: [0, columns.height], axis: null },
    marks: [render(() => picture(supply, columns)), pointed(supply, columns)],
  };
}

function supplyOf(sketch: SupplySketch): Supply {
  const { options, say, nameOf, isNarrow } = sketch;
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
  return {
    sketch,
    flows,
    products,
    total,
    write: (value) => writeNumber(value, decimals),
    share: (value) => (total === 0 ? "" : writePercent((value / total) * 100)),
    labelOf: (name) => (name === null ? say(texts.others()) : nameOf(name)),
    isCredit: (value) => value < 0 !== total < 0,
  };
}

function columnsOf({ sketch, flows, products, write, labelOf }: Supply): Columns {
  const { width, isNarrow } = sketch;
  const levels = flows.nodes.reduce((most, { level }) => Math.max(most, level + 1), 1);
  const productWidths = products.map(
    ({ name, value }) => 1.08 * textWidth(longest(labelOf(name), write(value)), FONT_SIZE),
  );
  // The product's label stands right of it, and needs no more than its own width.
  const last = Math.min(width / levels, 8 + NODE + Math.max(0, ...productWidths));
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
  return { layout, height, room, labels, left: (level) => (levels - 1 - level) * step };
}

function picture(supply: Supply, columns: Columns): SVGElement {
  const group = svgNode("g", {});
  group.append(...bands(supply, columns), ...bars(supply, columns), ...labelTexts(columns));
  return group;
}

function bands({ isCredit }: Supply, { layout, left }: Columns): SVGElement[] {
  return layout.links.map(({ from, to, value, start, end }) => {
    const [a, b] = [left(layout.nodes[from]!.level) + NODE, left(layout.nodes[to]!.level)];
    const x = ((a + b) / 2).toFixed(1);
    const curve = (y1: number, x2: number, y2: number) =>
      `C${x},${y1.toFixed(1)} ${x},${y2.toFixed(1)} ${x2.toFixed(1)},${y2.toFixed(1)}`;
    const d = `M${a.toFixed(1)},${start[0].toFixed(1)}${curve(start[0], b, end[0])}L${b.toFixed(1)},${end[1].toFixed(1)}${curve(end[1], a, start[1])}Z`;
    return svgNode("path", { d, fill: isCredit(value) ? "var(--chart-sink)" : NEUTRAL, "fill-opacity": 0.28 });
  });
}

/** A bar for each node, and over its lower part what it causes itself. */
function bars({ isCredit }: Supply, { layout, left }: Columns): SVGElement[] {
  return layout.nodes.flatMap((node) => {
    const size = Math.max(1, node.bottom - node.top);
    const own = Math.min(size, Math.abs(node.direct ?? 0) * layout.scale);
    const bar = (y: number, height: number, fill: string) =>
      svgNode("rect", { x: left(node.level), y, width: NODE, height, fill });
    const whole = bar(node.top, size, isCredit(node.value) ? "var(--chart-sink)" : NEUTRAL);
    if (own <= 0) return [whole];
    const colour = isCredit(node.direct ?? 0) ? "var(--chart-sink)" : "var(--chart-production)";
    return [whole, bar(node.top + size - own, own, colour)];
  });
}

function labelTexts({ layout, labels, left }: Columns): SVGElement[] {
  return layout.nodes.map((node, n) =>
    svgText([...labels[n]!], left(node.level) + NODE + 5, node.middle, {
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
}

/** What is told of the node under the pointer. */
function pointed({ sketch, total, write, share, labelOf }: Supply, { layout, room, left }: Columns) {
  const { unit, say } = sketch;
  const points = layout.nodes.map(({ name, value, direct, level, middle }) => ({
    x: left(level) + NODE + Math.min(room, textWidth(labelOf(name), FONT_SIZE)) / 2,
    y: middle,
    text: sketch.tip(labelOf(name), [
      [texts.upstream(), write(value), unit],
      direct === null ? say(texts.notFollowed()) : [texts.direct(), write(direct), unit],
      total === 0 ? undefined : [texts.share(), share(value)],
    ]),
  }));
  return Plot.tip(points, Plot.pointer({ ...tip, lineWidth: 30, x: "x", y: "y", title: "text", maxRadius: 60 }));
}

function keyOf({ sketch: { say }, flows, isCredit }: Supply): KeyPart[] {
  const separator = say(texts.separator());
  const hasCredits = flows.links.some(({ value }) => isCredit(value));
  return [
    { text: say(texts.ownKey()), colour: "var(--chart-production)" },
    separator,
    { text: say(texts.throughKey()), colour: NEUTRAL },
    ...(hasCredits ? [separator, { text: say(texts.creditKey()), colour: "var(--chart-sink)" }] : []),
    separator,
    say(texts.direction()),
  ];
}

function finding({ sketch, flows, products, total, write, share, labelOf }: Supply): string {
  const { unit, say } = sketch;
  const whole = `${write(total)}${unit === "" ? "" : `\u00a0${unit.replace("CO2", "CO₂")}`}`;
  const suppliers = flows.nodes.filter(({ level, name }) => level === 1 && name !== null);
  const [first] = [...suppliers].sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
  const product = products[0];
  if (!product) return "";
  if (total === 0 || !first) return say(texts.whole({ name: labelOf(product.name), total: whole }));
  const own = product.direct ?? 0;
  return Math.abs(own) > Math.abs(first.value)
    ? say(texts.own({ name: labelOf(product.name), percent: share(own), total: whole }))
    : say(texts.largest({ name: labelOf(first.name), percent: share(first.value), total: whole }));
}
