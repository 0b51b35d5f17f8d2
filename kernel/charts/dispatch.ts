import type { Markish } from "@observablehq/plot";
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

type Drawn = Sketch<typeof kinds, DispatchOptions>;

function draw(sketch: Drawn) {
  const { width, say, nameOf, isNarrow } = sketch;
  const outputs = new HourlyOutputs(sketch);
  const { rows, names, times, order } = outputs;
  const decimals = commonDecimals(rows.map(({ value }) => value));
  const total = sumOf(rows);
  const share = (name: string) => writePercent((sumOf(outputs.of(name)) / total) * 100, 0);
  const ofTime = (time: number) => sumOf(outputs.at(time));
  const peak = times.reduce((most, time) => (ofTime(time) > ofTime(most) ? time : most), times[0]!);
  const largest = names.reduce(
    (most, name) => (sumOf(outputs.of(name)) > sumOf(outputs.of(most)) ? name : most),
    names[0]!,
  );
  const labels = layerLabels(sketch, outputs);
  const marginRight = Math.ceil(Math.max(0, ...labels.map(({ text }) => textWidth(text, FONT_SIZE)))) + 14;
  const most = Math.max(...times.map((time) => sumOf(outputs.at(time).filter(({ value }) => value > 0))));
  const marginLeft = Math.ceil(textWidth(writeNumber(most, 0), FONT_SIZE)) + 16;
  return {
    title: say(
      texts.largest({
        name: nameOf(largest),
        percent: share(largest),
        peak: sketch.quantity(writeNumber(ofTime(peak), decimals)),
        time: writeTime(outputs.timeOf.get(peak)),
      }),
    ),
    words: names.map((name) => `${nameOf(name)} ${share(name)}`).join(", "),
    height: isNarrow ? 280 : 340,
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
      Plot.areaY(outputs.stacked(), {
        x: "time",
        y: "value",
        z: "series",
        fill: (row: Output) => sketch.colourOf(row.series) ?? neutralShade(order.indexOf(row.series)),
        order,
        curve: "step",
        stroke: PAPER,
        strokeWidth: 0.5,
      }),
      Plot.ruleY([0], { stroke: ZERO }),
      endLabels(labels),
      ...hourTips(sketch, outputs, decimals),
    ],
  };
}

interface Output {
  readonly value: number;
  readonly time: number | Date;
  readonly series: string;
}

/** Rows by source and by hour: a year has thousands of hours, and what is asked for each hour must not look through all rows. */
class HourlyOutputs {
  readonly rows: readonly Output[];
  readonly names: readonly string[];
  readonly times: readonly number[];
  /** Times as they were given. */
  readonly timeOf: ReadonlyMap<number, number | Date>;
  /** From the bottom. What hardly varies lies there, where variation of others does not move it. */
  readonly order: string[];
  readonly #bySeries: ReadonlyMap<string, readonly Output[]>;
  readonly #byTime: ReadonlyMap<number, readonly Output[]>;

  constructor({ rows, options }: Drawn) {
    this.rows = rows
      .filter(({ value }) => value !== undefined)
      .map((row) => ({ ...row, time: row.time as number | Date }))
      .sort((a, b) => Number(a.time) - Number(b.time));
    this.#bySeries = d3.group(this.rows, ({ series }) => series);
    this.#byTime = d3.group(this.rows, ({ time }) => Number(time));
    this.names = [...this.#bySeries.keys()];
    this.times = [...this.#byTime.keys()];
    this.timeOf = new Map(this.rows.map(({ time }) => [Number(time), time]));
    const variation = (name: string) => variationOf(this.of(name).map(({ value }) => value));
    this.order = options.order ? [...options.order] : [...this.names].sort((a, b) => variation(a) - variation(b));
  }

  of(name: string): readonly Output[] {
    return this.#bySeries.get(name) ?? [];
  }

  at(time: number): readonly Output[] {
    return this.#byTime.get(time) ?? [];
  }

  /** What takes power is below zero; Plot stacks a zero above, to which its area would jump from below and back. */
  stacked(): Output[] {
    const below = new Set(this.rows.filter(({ value }) => value < 0).map(({ series }) => series));
    return this.rows.map((row) =>
      row.value === 0 && below.has(row.series) ? { ...row, value: -Number.MIN_VALUE } : row,
    );
  }
}

function sumOf(rows: readonly { readonly value: number }[]): number {
  return rows.reduce((sum, { value }) => sum + value, 0);
}

/** Standard deviation over the mean. */
function variationOf(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return mean === 0
    ? Number.POSITIVE_INFINITY
    : Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length) / mean;
}

/** Labels at the last hour, each at the middle of its layer. */
function layerLabels({ width, nameOf, isNarrow, colourOf }: Drawn, outputs: HourlyOutputs) {
  const room = width * (isNarrow ? 0.28 : 0.22);
  let [up, down] = [0, 0];
  const last = outputs.at(outputs.times.at(-1)!);
  return outputs.order.flatMap((name) => {
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
        fill: colourOf(name) ?? MUTED,
      },
    ];
  });
}

/** A line at the hour under the pointer, and all outputs of that hour with their sum. */
function hourTips(sketch: Drawn, outputs: HourlyOutputs, decimals: number): Markish[] {
  const { unit, nameOf } = sketch;
  const { times, order, timeOf } = outputs;
  const x = (time: number) => timeOf.get(time) as number;
  const title = (time: number) =>
    sketch.tip(writeTime(timeOf.get(time)), [
      ...[...order].reverse().flatMap((name) =>
        outputs
          .at(time)
          .filter(({ series }) => series === name)
          .map(({ value }) => [nameOf(name), writeNumber(value, decimals), unit] as const),
      ),
      [texts.total(), writeNumber(sumOf(outputs.at(time)), decimals), unit],
    ]);
  return [
    Plot.ruleX(times, Plot.pointerX({ x, stroke: INK, strokeOpacity: 0.4 })),
    Plot.tip(times, Plot.pointerX({ ...tip, x, y: () => 0, title })),
  ];
}
