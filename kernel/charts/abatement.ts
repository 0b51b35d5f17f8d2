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

type Drawn = Sketch<typeof kinds, AbatementOptions>;

function draw(sketch: Drawn) {
  const { options, width, say } = sketch;
  const measures = sketch.rows.filter(({ amount, cost }) => amount !== undefined && cost !== undefined);
  const costUnit = options.costUnit ?? sketch.units.cost ?? "";
  const decimals = commonDecimals(measures.map(({ amount }) => amount));
  const costDecimals = commonDecimals(measures.map(({ cost }) => cost));
  const blocks = blocksOf(sketch, measures, decimals, costDecimals);
  const total = blocks.at(-1)?.to ?? 0;
  const list = listGrid(sketch, blocks);
  const costs = blocks.map(({ cost }) => cost);
  return {
    title: titleOf(sketch, blocks, {
      amount: (value) => sketch.quantity(writeNumber(value, decimals)),
      cost: (value) => sketch.quantity(writeNumber(value, costDecimals), costUnit),
    }),
    key: [say(texts.key({ unit: writeFormulas(costUnit) }))],
    words: blocks
      .map(
        ({ name, amountText, costText }) =>
          `${name} ${sketch.quantity(amountText)}, ${sketch.quantity(costText, costUnit)}`,
      )
      .join("; "),
    height: list.height,
    marginTop: TOP,
    marginBottom: list.height - FRAME + 26,
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
      domain: [Math.min(0, ...costs), Math.max(0, ...costs)],
      nice: true,
      grid: true,
      ticks: 5,
      tickFormat: writeTick,
    },
    marks: [
      render(hatching),
      blockMarks(sketch, blocks, costUnit),
      Plot.ruleY([0], { stroke: ZERO }),
      numberedList(sketch, blocks, list),
    ],
  };
}

/** A measure as a block of the curve, with its numbers as they are written. */
interface Block {
  readonly number: string;
  readonly name: string;
  readonly cost: number;
  readonly amount: number;
  /** Amounts avoided by all cheaper measures, and with this one. */
  readonly from: number;
  readonly to: number;
  readonly amountText: string;
  readonly costText: string;
  readonly toText: string;
}

/** The measures, the cheapest first. */
function blocksOf(sketch: Drawn, measures: Drawn["rows"], decimals: number, costDecimals: number): Block[] {
  return abatementCurve(measures).map(({ index, from, to }, i): Block => {
    const { label, cost, amount } = measures[index]!;
    return {
      number: String(i + 1),
      name: sketch.nameOf(label),
      cost,
      amount,
      from,
      to,
      amountText: writeNumber(amount, decimals),
      costText: writeNumber(cost, costDecimals),
      toText: writeNumber(to, decimals),
    };
  });
}

interface ListGrid {
  readonly columns: number;
  readonly rows: number;
  /** Of frame and list together. */
  readonly height: number;
}

/** The names are a numbered list under the frame, because narrow blocks have no room for them. */
function listGrid({ width, isNarrow }: Drawn, blocks: readonly Block[]): ListGrid {
  const columns = isNarrow ? 1 : width < 900 ? 2 : 3;
  const rows = Math.ceil(blocks.length / columns);
  return { columns, rows, height: FRAME + rows * LINE + 14 };
}

function titleOf(
  { say }: Drawn,
  blocks: readonly Block[],
  write: { amount(value: number): string; cost(value: number): string },
): string {
  const total = write.amount(blocks.at(-1)?.to ?? 0);
  const free = blocks.filter(({ cost }) => cost <= 0).reduce((sum, { amount }) => sum + amount, 0);
  if (free > 0) return say(texts.free({ free: write.amount(free), total }));
  const costs = blocks.map(({ cost }) => cost);
  return say(texts.cheapest({ total, least: write.cost(Math.min(...costs)), most: write.cost(Math.max(...costs)) }));
}

function blockMarks(sketch: Drawn, blocks: readonly Block[], costUnit: string) {
  return Plot.rect(blocks, {
    x1: "from",
    x2: "to",
    y1: 0,
    y2: "cost",
    fill: "url(#charts-avoided)",
    stroke: "var(--chart-avoided)",
    tip,
    title: (block: Block) =>
      sketch.tip(`${block.number} ${block.name}`, [
        [texts.amount(), block.amountText, sketch.unit],
        [texts.cost(), block.costText, costUnit],
        [texts.together(), block.toText, sketch.unit],
      ]),
  });
}

/** The number of each block above it, and the list below with amount and cost. */
function numberedList({ width }: Drawn, blocks: readonly Block[], { columns, rows }: ListGrid): Plot.RenderFunction {
  return (_index, scales) => {
    const { x } = scales as unknown as Record<"x", (value: number) => number>;
    const group = svgNode("g", { "text-anchor": "middle", fill: INK });
    const wanted = blocks.map(({ from, to }) => (x(from) + x(to)) / 2);
    const placed = spreadLabels(
      wanted,
      blocks.map(({ number }) => textWidth(number, FONT_SIZE) + 5),
      [LEFT, width - 2],
    );
    blocks.forEach(({ number, name, amountText, costText }, i) => {
      group.append(svgText(number, placed[i]!, 9, {}));
      group.append(
        svgNode("path", {
          d: `M${placed[i]!.toFixed(1)},16L${wanted[i]!.toFixed(1)},${TOP - 3}`,
          stroke: "var(--rule-strong)",
        }),
      );
      const [column, row] = [Math.floor(i / rows), i % rows];
      const columnWidth = width / columns;
      const value = `${amountText} · ${costText}`;
      const at = FRAME + 16 + row * LINE;
      const left = column * columnWidth;
      const room = columnWidth - 26 - textWidth(value, FONT_SIZE) - 14;
      group.append(svgText(number, left + 16, at, { "text-anchor": "end", fill: MUTED }));
      group.append(svgText(shortened(name, room, FONT_SIZE), left + 24, at, { "text-anchor": "start" }));
      group.append(svgText(value, left + columnWidth - 10, at, { "text-anchor": "end", fill: MUTED }));
    });
    return group;
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
