import * as Plot from "@observablehq/plot";
import { abatementCurve } from "../../lib/charts/abatement-curve.ts";
import { commonDecimals, writeFormulas, writeNumber, writeTick } from "../../lib/charts/number-text.ts";
import { spreadLabels } from "../../lib/charts/spread-labels.ts";
import { shortened, textWidth } from "../../lib/charts/text-width.ts";
import { messages } from "../../lib/message/message.ts";
import { defineChart, FONT_SIZE, type Sketch } from "./chart.ts";
import { INK, MUTED, PAPER, ZERO } from "./chart-colours.ts";
import type { AbatementOptions } from "./chart-options.ts";
import { ticksFor } from "./label-column.ts";
import { render, svgNode, svgText } from "./svg-node.ts";
import { tip } from "./tip.ts";

const texts = messages("charts.abatement", {
  free: {
    en: "{free} of {total} can be avoided at no net cost",
    zh: "{total} 中有 {free} 可在净成本为零或以下时减排",
  },
  cheapest: { en: "{total} can be avoided, from {least} to {most}", zh: "可减排 {total}，成本为 {least} 至 {most}" },
  key: {
    en: "cost in {unit} (heights), by cumulative amount avoided (widths); the list gives amount · cost",
    zh: "高度为成本（{unit}），宽度为减排量；列表为减排量 · 成本",
  },
  amount: { en: "Avoids", zh: "减排量" },
  cost: { en: "Cost", zh: "单位成本" },
  together: { en: "Together with all cheaper measures", zh: "连同所有更低成本的措施" },
});

const kinds = { amount: "number", cost: "number", label: "text" } as const;

/** A marginal abatement cost curve: measures by cost, each as wide as what it avoids. They are hatched: nothing was emitted. */
export const abatement = defineChart<typeof kinds, AbatementOptions>("abatement", kinds, ["costUnit"], draw);

const FRAME = 280;
const [TOP, LEFT, RIGHT, LINE] = [26, 56, 10, 18];

function draw(sketch: Sketch<typeof kinds, AbatementOptions>) {
  const { options, width, unit, say, nameOf, isNarrow } = sketch;
  const measures = sketch.rows.filter(({ amount, cost }) => amount !== undefined && cost !== undefined);
  const costUnit = options.costUnit ?? sketch.units.cost ?? "";
  const decimals = commonDecimals(measures.map(({ amount }) => amount));
  const costDecimals = commonDecimals(measures.map(({ cost }) => cost));
  const blocks = abatementCurve(measures).map(({ index, from, to }, i) => {
    const { label, cost, amount } = measures[index]!;
    return { number: String(i + 1), name: nameOf(label), cost, amount, from, to };
  });
  const total = blocks.at(-1)?.to ?? 0;
  const free = blocks.filter(({ cost }) => cost <= 0).reduce((sum, { amount }) => sum + amount, 0);
  const quantity = (value: number) => sketch.quantity(writeNumber(value, decimals));
  const costText = (value: number) => writeNumber(value, costDecimals);
  // The names are a numbered list under the frame, because narrow blocks have no room for them.
  const columns = isNarrow ? 1 : width < 900 ? 2 : 3;
  const rows = Math.ceil(blocks.length / columns);
  const height = FRAME + rows * LINE + 14;
  const costs = blocks.map(({ cost }) => cost);
  const domain = [Math.min(0, ...costs), Math.max(0, ...costs)] as const;
  const labels: Plot.RenderFunction = (_index, scales) => {
    const { x } = scales as unknown as Record<"x", (value: number) => number>;
    const group = svgNode("g", { "text-anchor": "middle", fill: INK });
    const wanted = blocks.map(({ from, to }) => (x(from) + x(to)) / 2);
    const placed = spreadLabels(
      wanted,
      blocks.map(({ number }) => textWidth(number, FONT_SIZE) + 5),
      [LEFT, width - 2],
    );
    blocks.forEach(({ number, name, amount, cost }, i) => {
      group.append(svgText(number, placed[i]!, 9, {}));
      group.append(
        svgNode("path", {
          d: `M${placed[i]!.toFixed(1)},16L${wanted[i]!.toFixed(1)},${TOP - 3}`,
          stroke: "var(--rule-strong)",
        }),
      );
      const [column, row] = [Math.floor(i / rows), i % rows];
      const columnWidth = width / columns;
      const value = `${writeNumber(amount, decimals)} · ${costText(cost)}`;
      const at = FRAME + 16 + row * LINE;
      const left = column * columnWidth;
      const room = columnWidth - 26 - textWidth(value, FONT_SIZE) - 14;
      group.append(svgText(number, left + 16, at, { "text-anchor": "end", fill: MUTED }));
      group.append(svgText(shortened(name, room, FONT_SIZE), left + 24, at, { "text-anchor": "start" }));
      group.append(svgText(value, left + columnWidth - 10, at, { "text-anchor": "end", fill: MUTED }));
    });
    return group;
  };
  return {
    title:
      free > 0
        ? say(texts.free({ free: quantity(free), total: quantity(total) }))
        : say(
            texts.cheapest({
              total: quantity(total),
              least: sketch.quantity(costText(Math.min(...costs)), costUnit),
              most: sketch.quantity(costText(Math.max(...costs)), costUnit),
            }),
          ),
    key: [say(texts.key({ unit: writeFormulas(costUnit) }))],
    words: blocks
      .map(({ name, amount, cost }) => `${name} ${quantity(amount)}, ${sketch.quantity(costText(cost), costUnit)}`)
      .join("; "),
    height,
    marginTop: TOP,
    marginBottom: height - FRAME + 26,
    marginLeft: LEFT,
    marginRight: RIGHT,
    x: {
      label: null,
      domain: [0, total],
      ticks: ticksFor(width - LEFT - RIGHT, writeNumber(total, decimals)),
      tickFormat: writeTick,
    },
    y: {
      label: null,
      domain: [...domain],
      nice: true,
      grid: true,
      ticks: 5,
      tickFormat: writeTick,
    },
    marks: [
      render(hatching),
      Plot.rect(blocks, {
        x1: "from",
        x2: "to",
        y1: 0,
        y2: "cost",
        fill: "url(#charts-avoided)",
        stroke: "var(--chart-avoided)",
        tip,
        title: (block: (typeof blocks)[number]) =>
          sketch.tip(`${block.number} ${block.name}`, [
            [texts.amount(), writeNumber(block.amount, decimals), unit],
            [texts.cost(), costText(block.cost), costUnit],
            [texts.together(), writeNumber(block.to, decimals), unit],
          ]),
      }),
      Plot.ruleY([0], { stroke: ZERO }),
      labels,
    ],
  };
}

/** What was avoided is hatched. */
function hatching(): SVGElement {
  const pattern = { id: "charts-avoided", width: 6, height: 6, patternUnits: "userSpaceOnUse" };
  const lines = svgNode("path", {
    d: "M-1,7L7,-1M-1,1L1,-1M5,7L7,5",
    stroke: "var(--chart-avoided)",
    "stroke-width": 1.2,
  });
  return svgNode("defs", {}, svgNode("pattern", pattern, svgNode("rect", { width: 6, height: 6, fill: PAPER }), lines));
}
