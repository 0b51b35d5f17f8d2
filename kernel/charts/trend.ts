import * as Plot from "@observablehq/plot";
import { commonDecimals, writeNumber, writePercent, writeTick } from "../../lib/charts/number-text.ts";
import { shortened, textWidth } from "../../lib/charts/text-width.ts";
import { messages } from "../../lib/message/message.ts";
import { defineChart, FONT_SIZE, type Sketch } from "./chart.ts";
import { MUTED, neutralStroke, paint, tint, ZERO } from "./chart-colours.ts";
import type { TrendOptions } from "./chart-options.ts";
import { endLabels } from "./end-labels.ts";
import { timeAxis, writeTime } from "./time-axis.ts";
import { tip } from "./tip.ts";

const texts = messages("charts.trend", {
  rose: { en: "{what} rose by {percent} from {start} to {end}", zh: "{start} 至 {end} 年，{what} 上升 {percent}" },
  fell: { en: "{what} fell by {percent} from {start} to {end}", zh: "{start} 至 {end} 年，{what} 下降 {percent}" },
  unchanged: { en: "{what} was the same in {start} and {end}", zh: "{start} 年与 {end} 年的 {what} 相同" },
  changedFrom: {
    en: "{what} went from {a} in {start} to {b} in {end}",
    zh: "{start} 至 {end} 年，{what} 由 {a} 变为 {b}",
  },
  highest: { en: "{what} was highest in {end}: {value}", zh: "{end} 年 {what} 最高，为 {value}" },
  ofSeries: { en: "{measured} of {series}", zh: "{series} 的 {measured}" },
  it: { en: "it", zh: "该值" },
  band: { en: "band: lower to upper bound", zh: "色带为上下限之间" },
  dashed: { en: "dashed: modelled", zh: "虚线为模型推算" },
  broken: { en: "vertical line: coverage changes, not emissions", zh: "竖线：覆盖范围变化，并非排放变化" },
  value: { en: "Value", zh: "数值" },
  bounds: { en: "Lower to upper bound", zh: "上下限" },
  difference: { en: "Since {start}", zh: "自 {start} 年起" },
  separator: { en: "; ", zh: "；" },
});

const kinds = {
  y: "number",
  x: "any",
  lo: "number?",
  hi: "number?",
  series: "text?",
  dashed: "any?",
  break: "text?",
} as const;

/** Lines over time, each labelled at its end, with bands of uncertainty. */
export const trend = defineChart<typeof kinds, TrendOptions>("trend", kinds, ["stroke", "band"], draw);

function draw(sketch: Sketch<typeof kinds, TrendOptions>) {
  const { options, width, unit, say, nameOf, colourOf, fact } = sketch;
  const rows = sketch.rows
    .filter(({ y }) => y !== undefined)
    .map((row) => ({ ...row, series: row.series ?? "", time: row.x as number | Date }))
    .sort((a, b) => Number(a.time) - Number(b.time));
  const breaks = rows.filter((row) => row.break);
  // A line is not drawn across a break of its series: its two sides do not count the same.
  const segmentOf = ({ series, time }: (typeof rows)[number]) =>
    `${series}\t${breaks.filter((row) => row.series === series && Number(row.time) <= Number(time)).length}`;
  const names = [...new Set(rows.map(({ series }) => series))];
  const own = paint(options.stroke ?? "production");
  const strokeOf = (name: string) => colourOf(name) ?? (names.length === 1 ? own : neutralStroke(names.indexOf(name)));
  const decimals = commonDecimals(rows.map(({ y }) => y));
  const lastOf = names.map((name) => rows.findLast(({ series }) => series === name)!);
  const [start, end] = [rows[0]!, rows.at(-1)!];
  const hasBand = rows.some(({ lo, hi }) => lo !== undefined && hi !== undefined);
  const hasDashes = rows.some(({ dashed }) => Boolean(dashed));
  const height = Math.round(Math.min(400, Math.max(240, width * 0.48)));
  const [marginTop, marginBottom] = [14, 24];
  const isSingle = names.length === 1;
  const labelTexts = lastOf.map((row) =>
    isSingle ? sketch.quantity(writeNumber(row.y, decimals)) : nameOf(row.series),
  );
  const room = Math.min(150, width * 0.28);
  const shown = labelTexts.map((text) => shortened(text, room, FONT_SIZE));
  const marginRight = Math.ceil(Math.max(...shown.map((text) => textWidth(text, FONT_SIZE)))) + 14;
  const values = rows.flatMap(({ y, lo, hi }) => [y, lo ?? y, hi ?? y]);
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)];
  const tickTexts = [least, most].map((value) => writeNumber(value, most - least < 10 ? 1 : 0));
  const marginLeft = Math.ceil(Math.max(...tickTexts.map((text) => textWidth(text, FONT_SIZE)))) + 14;
  const firsts = new Map(names.map((name) => [name, rows.find(({ series }) => series === name)!]));
  const declared = fact("interval");
  const isUnnamed = options.band === undefined && declared === undefined;
  const bandText = isUnnamed ? say(texts.band()) : (options.band ?? String(declared));
  const notes = [
    hasBand ? bandText : "",
    hasDashes ? say(texts.dashed()) : "",
    breaks.length > 0 ? say(texts.broken()) : "",
  ].filter(Boolean);
  return {
    title: finding(),
    ...(notes.length > 0 ? { key: [notes.join(say(texts.separator()))] } : {}),
    words: lastOf.map((row) => `${nameOf(row.series)} ${writeNumber(row.y, decimals)}`).join(", "),
    height,
    marginTop,
    marginBottom,
    marginLeft,
    marginRight,
    x: timeAxis(
      rows.map(({ time }) => time),
      width - marginLeft - marginRight,
    ),
    y: {
      label: null,
      grid: true,
      domain: [least, most],
      nice: true,
      ticks: Math.max(3, Math.floor(height / 70)),
      tickFormat: writeTick,
    },
    marks: [
      Plot.ruleY([0], { stroke: ZERO }),
      Plot.areaY(
        rows.filter(({ lo, hi }) => lo !== undefined && hi !== undefined),
        {
          x: "time",
          y1: "lo",
          y2: "hi",
          z: "series",
          fill: (row: (typeof rows)[number]) => tint(strokeOf(row.series), 22),
        },
      ),
      ...(breaks.length > 0
        ? [
            Plot.ruleX(breaks, {
              x: "time",
              stroke: ZERO,
              strokeDasharray: "2 3",
              title: (row: (typeof rows)[number]) => nameOf(row.break),
            }),
          ]
        : []),
      ...[false, true].map((isDashed) =>
        Plot.lineY(
          rows.filter(({ dashed }) => Boolean(dashed) === isDashed),
          {
            x: "time",
            y: "y",
            z: segmentOf,
            stroke: (row: (typeof rows)[number]) => strokeOf(row.series),
            strokeWidth: 2,
            ...(isDashed ? { strokeDasharray: "5 3" } : {}),
          },
        ),
      ),
      endLabels(
        lastOf.map((row, i) => ({
          x: row.time,
          y: row.y,
          text: shown[i]!,
          fill: isSingle || colourOf(row.series) ? strokeOf(row.series) : MUTED,
        })),
      ),
      Plot.tip(
        rows,
        Plot.pointer({
          ...tip,
          x: "time",
          y: "y",
          title: (row: (typeof rows)[number]) => {
            const first = firsts.get(row.series)!;
            return sketch.tip([nameOf(row.series), writeTime(row.time)].filter(Boolean).join(", "), [
              [texts.value(), writeNumber(row.y, decimals), unit],
              row.lo === undefined || row.hi === undefined
                ? undefined
                : [isUnnamed ? texts.bounds() : bandText, sketch.interval(row.lo, row.hi), unit],
              row === first || first.y === 0
                ? undefined
                : [
                    texts.difference({ start: writeTime(first.time) }),
                    `${row.y > first.y ? "+" : ""}${writeNumber(row.y - first.y, decimals)}`,
                    unit,
                  ],
            ]);
          },
        }),
      ),
    ],
  };

  function finding(): string {
    const [from, to] = [writeTime(start.time), writeTime(end.time)];
    if (!isSingle) {
      const at = lastOf.filter(({ time }) => Number(time) === Number(end.time));
      const top = at.reduce((highest, row) => (row.y > highest.y ? row : highest), at[0]!);
      return say(
        texts.highest({ what: nameOf(top.series), end: to, value: sketch.quantity(writeNumber(top.y, decimals)) }),
      );
    }
    const series = nameOf(start.series);
    const measured = options.measure ?? (sketch.declared?.measure && sketch.textOf(sketch.declared.measure));
    const what = series && measured ? say(texts.ofSeries({ series, measured })) : series || measured || say(texts.it());
    if (start.y <= 0 || end.y <= 0) {
      const [a, b] = [start, end].map(({ y }) => sketch.quantity(writeNumber(y, decimals)));
      return say(texts.changedFrom({ start: from, end: to, what, a, b }));
    }
    const percent = (end.y / start.y - 1) * 100;
    if (Math.abs(percent) < 0.05) return say(texts.unchanged({ start: from, end: to, what }));
    return say(
      (percent > 0 ? texts.rose : texts.fell)({ start: from, end: to, what, percent: writePercent(Math.abs(percent)) }),
    );
  }
}
