import * as Plot from "@observablehq/plot";
import { commonDecimals, writeNumber, writePercent } from "../../lib/charts/number-text.ts";
import { pathTree } from "../../lib/charts/path-tree.ts";
import { shortened, textWidth } from "../../lib/charts/text-width.ts";
import { messages } from "../../lib/message/message.ts";
import { defineChart, FONT_SIZE, type Sketch } from "./chart.ts";
import { INK, MUTED } from "./chart-colours.ts";
import type { PathsOptions } from "./chart-options.ts";
import { render, svgNode, svgText } from "./svg-node.ts";
import { tip } from "./tip.ts";

const texts = messages("charts.paths", {
  holds: {
    en: "The {count} largest paths hold {percent} of {total}",
    zh: "最大的 {count} 条路径占 {total} 的 {percent}",
  },
  largest: { en: "The largest path ends at {name}: {value}", zh: "最大的路径止于 {name}，为 {value}" },
  along: { en: "Along this path", zh: "沿此路径" },
  through: { en: "With the shown paths that go on from here", zh: "含由此延伸的所示路径" },
  share: { en: "Share of the total", zh: "占总量的比例" },
  path: { en: "Path", zh: "路径" },
  value: { en: "Value", zh: "数值" },
  key: { en: "each row buys from the rows indented below it", zh: "每一行向其下方缩进的行采购" },
});

const kinds = { value: "number", path: "any" } as const;

/** Chains as a tree in rows: a parent above its children, with the value of the chain that ends in a row as a bar. */
export const paths = defineChart<typeof kinds, PathsOptions>("paths", kinds, ["count", "total"], draw);

const ROW = 22;
const SEPARATOR = " → ";

type Drawn = Sketch<typeof kinds, PathsOptions>;

function draw(sketch: Drawn) {
  const { options, width, unit, say, nameOf, isNarrow } = sketch;
  const chains = sketch.rows
    .map(({ path, value }) => ({ path: Array.isArray(path) ? path.map(String) : String(path).split(SEPARATOR), value }))
    .sort((a, b) => Math.abs(b.value) - Math.abs(a.value))
    .slice(0, options.count ?? (isNarrow ? 10 : 15));
  const rows = pathTree(chains);
  const total = options.total ?? (sketch.fact("total") === undefined ? undefined : Number(sketch.fact("total")));
  const decimals = commonDecimals(rows.flatMap(({ value }) => (value === 0 ? [] : [value])));
  const write = (value: number) => writeNumber(value, decimals);
  const layout = layoutOf(sketch, rows, write);
  const { left, height } = layout;
  const points = rows.map((row, i) => ({ x: left, y: middleOf(i), text: textOf(sketch, row, total, write) }));
  const sum = chains.reduce((all, { value }) => all + value, 0);
  const largest = chains[0]!;
  const withUnit = (value: number) => `${write(value)}${unit === "" ? "" : `\u00a0${unit.replace("CO2", "CO₂")}`}`;
  return {
    title: total
      ? say(texts.holds({ count: chains.length, percent: writePercent((sum / total) * 100), total: withUnit(total) }))
      : say(texts.largest({ name: nameOf(largest.path.at(-1)), value: withUnit(largest.value) })),
    ...(rows.some(({ depth }) => depth > 0) ? { key: [say(texts.key())] } : {}),
    words: chains.map(({ path, value }) => `${path.map(nameOf).join(" ← ")} ${write(value)}`).join("; "),
    table: [
      { name: texts.path(), values: chains.map(({ path }) => path.map(nameOf).join(SEPARATOR)) },
      { name: texts.value(), unit, values: chains.map(({ value }) => value) },
    ],
    height,
    margin: 0,
    axis: null,
    x: { type: "linear" as const, domain: [0, width], range: [0, width], axis: null },
    y: { type: "linear" as const, domain: [0, height], range: [0, height], axis: null },
    marks: [
      render(() => treeNode(sketch, rows, layout, write)),
      Plot.tip(points, Plot.pointerY({ ...tip, lineWidth: 30, x: "x", y: "y", title: "text" })),
    ],
  };
}

type Row = ReturnType<typeof pathTree>[number];

interface TreeLayout {
  /** Pixels of a level. */
  readonly indent: number;
  readonly labels: readonly string[];
  /** Where bars begin. */
  readonly left: number;
  /** Pixels of a unit of value. */
  readonly scale: number;
  readonly height: number;
}

function layoutOf(
  { width, nameOf, isNarrow }: Drawn,
  rows: readonly Row[],
  write: (value: number) => string,
): TreeLayout {
  const indent = isNarrow ? 10 : 18;
  const most = Math.max(0, ...rows.map(({ value }) => Math.abs(value)));
  const numberWidth = Math.max(0, ...rows.map(({ value }) => textWidth(write(value), FONT_SIZE))) + 8;
  const room = width * (isNarrow ? 0.58 : 0.6);
  const labels = rows.map(({ name, depth }) => shortened(nameOf(name), room - depth * indent - 14, FONT_SIZE));
  const left =
    Math.ceil(Math.max(0, ...labels.map((label, i) => textWidth(label, FONT_SIZE) + rows[i]!.depth * indent))) + 20;
  const scale = most > 0 ? (width - left - numberWidth - 4) / most : 0;
  return { indent, labels, left, scale, height: rows.length * ROW + 4 };
}

function middleOf(row: number): number {
  return (row + 0.5) * ROW;
}

function textOf(sketch: Drawn, row: Row, total: number | undefined, write: (value: number) => string): string {
  const { unit, nameOf } = sketch;
  return sketch.tip(row.path.map(nameOf).join("\n← "), [
    row.value === 0 ? undefined : [texts.along(), write(row.value), unit],
    row.through === row.value ? undefined : [texts.through(), write(row.through), unit],
    total ? [texts.share(), writePercent(((row.value || row.through) / total) * 100)] : undefined,
  ]);
}

function treeNode(
  { colourOf }: Drawn,
  rows: readonly Row[],
  { indent, labels, left, scale, height }: TreeLayout,
  write: (value: number) => string,
): SVGElement {
  const group = svgNode("g", {});
  rows.forEach(({ parent, depth, value, name }, i) => {
    const y = middleOf(i);
    if (parent >= 0) {
      const x = (depth - 1) * indent + 6;
      const d = `M${x},${middleOf(parent) + 8}V${y}H${x + indent - 7}`;
      group.append(svgNode("path", { d, fill: "none", stroke: "var(--rule-strong)" }));
    }
    const fill = value === 0 ? MUTED : INK;
    group.append(svgText(labels[i]!, depth * indent + 2, y, { "text-anchor": "start", fill }));
    if (value === 0) return;
    const length = Math.max(1, Math.abs(value) * scale);
    const colour = colourOf(name) ?? "var(--chart-production)";
    group.append(svgNode("rect", { x: left, y: y - 7, width: length, height: 14, fill: colour }));
    group.append(svgText(write(value), left + length + 5, y, { "text-anchor": "start", fill: INK }));
  });
  group.append(svgNode("path", { d: `M${left},0V${height - 4}`, stroke: "var(--chart-zero)" }));
  return group;
}
