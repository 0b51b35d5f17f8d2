import * as Plot from "@observablehq/plot";
import { writeTick } from "../../lib/charts/number-text.ts";
import { textWidth } from "../../lib/charts/text-width.ts";
import { FONT_SIZE } from "./chart.ts";
import { INK, ZERO } from "./chart-colours.ts";
import { labelColumn, ticksFor } from "./label-column.ts";
import { tip } from "./tip.ts";

/** A bar in its row, with the text at its end. */
export interface RankedBar {
  readonly key: string;
  readonly name: string;
  readonly value: number;
  readonly text: string;
  readonly fill: string;
  /** What is told of the bar under the pointer. */
  readonly told: string;
}

/** Bars in rows from a common zero, each with its number at its end: the size, margins, scales and marks of a drawing. */
export function rankedBars(bars: readonly RankedBar[], width: number) {
  const numbers = Math.ceil(Math.max(...bars.map(({ text }) => textWidth(text, FONT_SIZE)))) + 12;
  // The number of a bar to the left stands between it and the labels.
  const apart = bars.some(({ value }) => value < 0) ? numbers : 0;
  const labels = labelColumn(
    bars.map(({ key }) => key),
    bars.map(({ name }) => name),
    width,
    apart,
  );
  const marginLeft = labels.width + (apart || 4);
  const longest = bars.reduce((most, { text }) => (text.length > most.length ? text : most), "");
  return {
    height: 34 + bars.length * labels.rowHeight,
    marginTop: 4,
    marginBottom: 26,
    marginLeft,
    marginRight: numbers,
    x: {
      label: null,
      grid: true,
      zero: true,
      ticks: ticksFor(width - marginLeft - numbers, longest),
      tickFormat: writeTick,
    },
    y: { label: null, domain: bars.map(({ key }) => key), padding: 0.25 },
    marks: [
      labels.axis,
      Plot.barX(bars, { y: "key", x: "value", fill: "fill", tip, title: "told" }),
      ...[true, false].map((isPositive) =>
        Plot.text(
          bars.filter(({ value }) => value >= 0 === isPositive),
          {
            y: "key",
            x: "value",
            text: "text",
            dx: isPositive ? 6 : -6,
            textAnchor: isPositive ? "start" : "end",
            fill: INK,
          },
        ),
      ),
      Plot.ruleX([0], { stroke: ZERO }),
    ],
  };
}
