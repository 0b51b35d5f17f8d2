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

function draw(sketch: Sketch<typeof kinds, PathsOptions>) {
  const { options, width, unit, say, nameOf, colourOf, isNarrow } = sketch;
  const chains = sketch.rows
    .map(({ path, value }) => ({ path: Array.isArray(path) ? path.map(String) : String(path).split(SEPARATOR), value }))
    .sort((a, b) => Math.abs(b.value) - Math.abs(a.value))
    .slice(0, options.count ?? (isNarrow ? 10 : 15));
  const rows = pathTree(chains);
  const total = options.total ?? (sketch.fact("total") === undefined ? undefined : Number(sketch.fact("total")));
  const decimals = commonDecimals(rows.flatMap(({ value }) => (value === 0 ? [] : [value])));
  const write = (value: number) => writeNumber(value, decimals);
  const indent = isNarrow ? 10 : 18;
  const deepest = Math.max(0, ...rows.map(({ depth }) => depth));
  const most = Math.max(0, ...rows.map(({ value }) => Math.abs(value)));
  const numberWidth = Math.max(0, ...rows.map(({ value }) => textWidth(write(value), FONT_SIZE))) + 8;
  const room = width * (isNarrow ? 0.58 : 0.6);
  const labels = rows.map(({ name, depth }) => shortened(nameOf(name), room - depth * indent - 14, FONT_SIZE));
  const left =
    Math.ceil(Math.max(0, ...labels.map((label, i) => textWidth(label, FONT_SIZE) + rows[i]!.depth * indent))) + 20;
  const scale = most > 0 ? (width - left - numberWidth - 4) / most : 0;
  const y = (row: number) => (row + 0.5) * ROW;
  const height = rows.length * ROW + 4;
  const drawn = () => {
    const group = svgNode("g", {});
    rows.forEach(({ parent, depth, value, name }, i) => {
      if (parent >= 0) {
        const x = (depth - 1) * indent + 6;
        group.append(
          svgNode("path", {
            d: `M${x},${y(parent) + 8}V${y(i)}H${x + indent - 7}`,
            fill: "none",
            stroke: "var(--rule-strong)",
          }),
        );
      }
      group.append(
        svgText(labels[i]!, depth * indent + 2, y(i), { "text-anchor": "start", fill: value === 0 ? MUTED : INK }),
      );
      if (value === 0) return;
      const length = Math.max(1, Math.abs(value) * scale);
      group.append(
        svgNode("rect", {
          x: left,
          y: y(i) - 7,
          width: length,
          height: 14,
          fill: colourOf(name) ?? "var(--chart-production)",
        }),
      );
      group.append(svgText(write(value), left + length + 5, y(i), { "text-anchor": "start", fill: INK }));
    });
    group.append(svgNode("path", { d: `M${left},0V${height - 4}`, stroke: "var(--chart-zero)" }));
    return group;
  };
  const share = (value: number) => (total ? writePercent((value / total) * 100) : "");
  const points = rows.map((row, i) => ({
    x: left,
    y: y(i),
    text: sketch.tip(row.path.map(nameOf).join("\n← "), [
      row.value === 0 ? undefined : [texts.along(), write(row.value), unit],
      row.through === row.value ? undefined : [texts.through(), write(row.through), unit],
      total ? [texts.share(), share(row.value || row.through)] : undefined,
    ]),
  }));
  const sum = chains.reduce((all, { value }) => all + value, 0);
  const largest = chains[0]!;
  const withUnit = (value: number) => `${write(value)}${unit === "" ? "" : `\u00a0${unit.replace("CO2", "CO₂")}`}`;
  return {
    title: total
      ? say(texts.holds({ count: chains.length, percent: share(sum), total: withUnit(total) }))
      : say(texts.largest({ name: nameOf(largest.path.at(-1)), value: withUnit(largest.value) })),
    ...(deepest > 0 ? { key: [say(texts.key())] } : {}),
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
    marks: [render(drawn), Plot.tip(points, Plot.pointerY({ ...tip, lineWidth: 30, x: "x", y: "y", title: "text" }))],
  };
}
