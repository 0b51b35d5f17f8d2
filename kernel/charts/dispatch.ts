import * as Plot from "@observablehq/plot";
import * as d3 from "d3";
import { commonDecimals, writeNumber, writePercent, writeTick } from "../../lib/charts/number-text.ts";
import { shortened, textWidth } from "../../lib/charts/text-width.ts";
import { messages } from "../../lib/message/message.ts";
import { defineChart, FONT_SIZE, type Sketch } from "./chart.ts";
import { INK, MUTED, neutralShade, PAPER, ZERO } from "./chart-colours.ts";
import type { DispatchOptions } from "./chart-options.ts";
import { endLabels } from "./end-labels.ts";
import { timeAxis, writeTime } from "./time-axis.ts";
import { tip } from "./tip.ts";

const texts = messages("charts.dispatch", {
  largest: {
    en: "{name} supplies {percent}; the peak is {peak} at {time}",
    zh: "{name} 提供 {percent}；峰值为 {peak}，出现在 {time}",
  },
  total: { en: "Together", zh: "合计" },
});

const kinds = { value: "number", time: "any", series: "text" } as const;

/** Output by hour and source, stacked in steps. */
export const dispatch = defineChart<typeof kinds, DispatchOptions>("dispatch", kinds, ["order"], draw);

function draw(sketch: Sketch<typeof kinds, DispatchOptions>) {
  const { options, width, unit, say, nameOf, isNarrow } = sketch;
  const rows = sketch.rows
    .filter(({ value }) => value !== undefined)
    .map((row) => ({ ...row, time: row.time as number | Date }))
    .sort((a, b) => Number(a.time) - Number(b.time));
  // What takes power is below zero; Plot stacks a zero above, to which its area would jump from below and back.
  const below = new Set(rows.filter(({ value }) => value < 0).map(({ series }) => series));
  const stacked = rows.map((row) =>
    row.value === 0 && below.has(row.series) ? { ...row, value: -Number.MIN_VALUE } : row,
  );
  // A year has thousands of hours: what is asked for each hour must not look through all rows.
  const bySeries = d3.group(rows, ({ series }) => series);
  const byTime = d3.group(rows, ({ time }) => Number(time));
  const names = [...bySeries.keys()];
  const of = (name: string) => bySeries.get(name) ?? [];
  const sumOf = (list: readonly { readonly value: number }[]) => list.reduce((sum, { value }) => sum + value, 0);
  // What hardly varies lies at the bottom, where variation of others does not move it.
  const variation = (name: string) => {
    const values = of(name).map(({ value }) => value);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return mean === 0
      ? Number.POSITIVE_INFINITY
      : Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length) / mean;
  };
  const order = options.order ? [...options.order] : [...names].sort((a, b) => variation(a) - variation(b));
  const colourOf = (name: string) => sketch.colourOf(name) ?? neutralShade(order.indexOf(name));
  const decimals = commonDecimals(rows.map(({ value }) => value));
  const total = sumOf(rows);
  const times = [...byTime.keys()];
  const timeOf = new Map(rows.map(({ time }) => [Number(time), time]));
  const at = (time: number) => byTime.get(time) ?? [];
  const peak = times.reduce((most, time) => (sumOf(at(time)) > sumOf(at(most)) ? time : most), times[0]!);
  const largest = names.reduce((most, name) => (sumOf(of(name)) > sumOf(of(most)) ? name : most), names[0]!);
  const room = width * (isNarrow ? 0.28 : 0.22);
  let [up, down] = [0, 0];
  const last = at(times.at(-1)!);
  const labels = order.flatMap((name) => {
    const row = last.find(({ series }) => series === name);
    if (!row) return [];
    const from = row.value < 0 ? down : up;
    if (row.value < 0) down += row.value;
    else up += row.value;
    return [
      {
        x: row.time,
        y: from + row.value / 2,
        text: shortened(nameOf(name), room, FONT_SIZE),
        fill: sketch.colourOf(name) ?? MUTED,
      },
    ];
  });
  const marginRight = Math.ceil(Math.max(0, ...labels.map(({ text }) => textWidth(text, FONT_SIZE)))) + 14;
  const most = Math.max(...times.map((time) => sumOf(at(time).filter(({ value }) => value > 0))));
  const marginLeft = Math.ceil(textWidth(writeNumber(most, 0), FONT_SIZE)) + 16;
  const height = isNarrow ? 280 : 340;
  const shownTime = (time: number) => writeTime(timeOf.get(time));
  return {
    title: say(
      texts.largest({
        name: nameOf(largest),
        percent: writePercent((sumOf(of(largest)) / total) * 100, 0),
        peak: sketch.quantity(writeNumber(sumOf(at(peak)), decimals)),
        time: shownTime(peak),
      }),
    ),
    words: names.map((name) => `${nameOf(name)} ${writePercent((sumOf(of(name)) / total) * 100, 0)}`).join(", "),
    height,
    marginTop: 12,
    marginBottom: 24,
    marginLeft,
    marginRight,
    x: timeAxis(
      rows.map(({ time }) => time),
      width - marginLeft - marginRight,
    ),
    y: { label: null, grid: true, ticks: 5, tickFormat: writeTick },
    marks: [
      Plot.areaY(stacked, {
        x: "time",
        y: "value",
        z: "series",
        fill: (row: (typeof rows)[number]) => colourOf(row.series),
        order,
        curve: "step",
        stroke: PAPER,
        strokeWidth: 0.5,
      }),
      Plot.ruleY([0], { stroke: ZERO }),
      endLabels(labels),
      Plot.ruleX(
        times,
        Plot.pointerX({ x: (time: number) => timeOf.get(time) as number, stroke: INK, strokeOpacity: 0.4 }),
      ),
      Plot.tip(
        times,
        Plot.pointerX({
          ...tip,
          x: (time: number) => timeOf.get(time) as number,
          y: () => 0,
          title: (time: number) =>
            sketch.tip(shownTime(time), [
              ...[...order].reverse().flatMap((name) =>
                at(time)
                  .filter(({ series }) => series === name)
                  .map(({ value }) => [nameOf(name), writeNumber(value, decimals), unit] as const),
              ),
              [texts.total(), writeNumber(sumOf(at(time)), decimals), unit],
            ]),
        }),
      ),
    ],
  };
}
