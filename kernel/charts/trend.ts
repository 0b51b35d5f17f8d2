import * as Plot from "@observablehq/plot";
import { commonDecimals, writeNumber, writePercent, writeTick } from "../../lib/charts/number-text.ts";
import { textWidth, wrapped } from "../../lib/charts/text-width.ts";
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

/** Lines of a label at the end of a line. */
const MOST_LINES = 3;

/** Lines over time, each labelled at its end, with bands of uncertainty. */
export const trend = defineChart<typeof kinds, TrendOptions>("trend", kinds, ["stroke", "band"], draw);

type TrendSketch = Sketch<typeof kinds, TrendOptions>;

function draw(sketch: TrendSketch) {
  const lines = linesOf(sketch);
  const { rows, lasts } = lines;
  const height = Math.round(Math.min(400, Math.max(240, sketch.width * 0.48)));
  const labels = shownLabels(sketch, lines);
  const values = rows.flatMap(({ y, lo, hi }) => [y, lo ?? y, hi ?? y]);
  const domain: [number, number] = [Math.min(0, ...values), Math.max(0, ...values)];
  const [marginLeft, marginRight] = [widest(tickTexts(domain)) + 14, widest(labels.flat()) + 14];
  const notes = notesOf(sketch, lines);
  return {
    title: finding(sketch, lines),
    ...(notes.length > 0 ? { key: [notes.join(sketch.say(texts.separator()))] } : {}),
    words: lasts.map((row) => `${sketch.nameOf(row.series)} ${writeNumber(row.y, lines.decimals)}`).join(", "),
    height,
    marginTop: 14,
    marginBottom: 24,
    marginLeft,
    marginRight,
    x: timeAxis(
      rows.map(({ time }) => time),
      sketch.width - marginLeft - marginRight,
    ),
    y: {
      label: null,
      grid: true,
      domain,
      nice: true,
      ticks: Math.max(3, Math.floor(height / 70)),
      tickFormat: writeTick,
    },
    marks: [
      Plot.ruleY([0], { stroke: ZERO }),
      band(lines),
      ...breakRules(sketch, lines),
      ...strokes(lines),
      lineEnds(sketch, lines, labels),
      pointed(sketch, lines),
    ],
  };
}

/** A row with a value, at its time. */
type TimedRow = TrendSketch["rows"][number] & {
  readonly y: number;
  readonly series: string;
  readonly time: number | Date;
};

/** The lines of a sketch: their rows in the order of time, and what is drawn of all of them. */
interface Lines {
  readonly rows: readonly TimedRow[];
  /** Where the coverage of a series changes. */
  readonly breaks: readonly TimedRow[];
  readonly isSingle: boolean;
  readonly firsts: ReadonlyMap<string, TimedRow>;
  /** The last row of each series. */
  readonly lasts: readonly TimedRow[];
  readonly decimals: number;
  strokeOf(series: string): string;
}

function linesOf({ rows: given, options, colourOf }: TrendSketch): Lines {
  const rows = given
    .filter(({ y }) => y !== undefined)
    .map((row) => ({ ...row, series: row.series ?? "", time: row.x as number | Date }))
    .sort((a, b) => Number(a.time) - Number(b.time));
  const names = [...new Set(rows.map(({ series }) => series))];
  const own = paint(options.stroke ?? "production");
  return {
    rows,
    breaks: rows.filter((row) => row.break),
    isSingle: names.length === 1,
    firsts: new Map(names.map((name) => [name, rows.find(({ series }) => series === name)!])),
    lasts: names.map((name) => rows.findLast(({ series }) => series === name)!),
    decimals: commonDecimals(rows.map(({ y }) => y)),
    strokeOf: (name) => colourOf(name) ?? (names.length === 1 ? own : neutralStroke(names.indexOf(name))),
  };
}

/** The labels at the ends of lines: on several lines where one is too short, and cut where these are. */
function shownLabels({ width, quantity, nameOf }: TrendSketch, { lasts, isSingle, decimals }: Lines): string[][] {
  const room = Math.min(150, width * 0.33);
  return lasts.map((row) => {
    const text = isSingle ? quantity(writeNumber(row.y, decimals)) : nameOf(row.series);
    return wrapped(text, room, FONT_SIZE, MOST_LINES);
  });
}

function tickTexts([least, most]: readonly [number, number]): string[] {
  return [least, most].map((value) => writeNumber(value, most - least < 10 ? 1 : 0));
}

function widest(words: readonly string[]): number {
  return Math.ceil(Math.max(...words.map((text) => textWidth(text, FONT_SIZE))));
}

/** What the band is called; null where nobody has said it. */
function bandName({ options, fact }: TrendSketch): string | null {
  const declared = fact("interval");
  return options.band ?? (declared === undefined ? null : String(declared));
}

function notesOf(sketch: TrendSketch, { rows, breaks }: Lines): string[] {
  const { say } = sketch;
  const hasBand = rows.some(({ lo, hi }) => lo !== undefined && hi !== undefined);
  const hasDashes = rows.some(({ dashed }) => Boolean(dashed));
  return [
    hasBand ? (bandName(sketch) ?? say(texts.band())) : "",
    hasDashes ? say(texts.dashed()) : "",
    breaks.length > 0 ? say(texts.broken()) : "",
  ].filter(Boolean);
}

function band({ rows, strokeOf }: Lines) {
  return Plot.areaY(
    rows.filter(({ lo, hi }) => lo !== undefined && hi !== undefined),
    { x: "time", y1: "lo", y2: "hi", z: "series", fill: (row: TimedRow) => tint(strokeOf(row.series), 22) },
  );
}

function breakRules({ nameOf }: TrendSketch, { breaks }: Lines) {
  if (breaks.length === 0) return [];
  const title = (row: TimedRow) => nameOf(row.break);
  return [Plot.ruleX(breaks, { x: "time", stroke: ZERO, strokeDasharray: "2 3", title })];
}

/** The lines, plain and dashed ones. None is drawn across a break of its series: its two sides do not count the same. */
function strokes({ rows, breaks, strokeOf }: Lines) {
  const segmentOf = ({ series, time }: TimedRow) =>
    `${series}\t${breaks.filter((row) => row.series === series && Number(row.time) <= Number(time)).length}`;
  return [false, true].map((isDashed) =>
    Plot.lineY(
      rows.filter(({ dashed }) => Boolean(dashed) === isDashed),
      {
        x: "time",
        y: "y",
        z: segmentOf,
        stroke: (row: TimedRow) => strokeOf(row.series),
        strokeWidth: 2,
        ...(isDashed ? { strokeDasharray: "5 3" } : {}),
      },
    ),
  );
}

function lineEnds(
  { colourOf }: TrendSketch,
  { lasts, isSingle, strokeOf }: Lines,
  labels: readonly (readonly string[])[],
) {
  return endLabels(
    lasts.map((row, i) => ({
      x: row.time,
      y: row.y,
      text: labels[i]!,
      fill: isSingle || colourOf(row.series) ? strokeOf(row.series) : MUTED,
    })),
  );
}

/** What is told of the point under the pointer: its value, its bounds, and how far it is from the first of its line. */
function pointed(sketch: TrendSketch, { rows, firsts, decimals }: Lines) {
  const { unit } = sketch;
  const title = (row: TimedRow) => {
    const first = firsts.get(row.series)!;
    return sketch.tip([sketch.nameOf(row.series), writeTime(row.time)].filter(Boolean).join(", "), [
      [texts.value(), writeNumber(row.y, decimals), unit],
      row.lo === undefined || row.hi === undefined
        ? undefined
        : [bandName(sketch) ?? texts.bounds(), sketch.interval(row.lo, row.hi), unit],
      row === first || first.y === 0
        ? undefined
        : [
            texts.difference({ start: writeTime(first.time) }),
            `${row.y > first.y ? "+" : ""}${writeNumber(row.y - first.y, decimals)}`,
            unit,
          ],
    ]);
  };
  return Plot.tip(rows, Plot.pointer({ ...tip, x: "time", y: "y", title }));
}

function finding(sketch: TrendSketch, lines: Lines): string {
  const { rows, lasts, isSingle, decimals } = lines;
  if (isSingle) return change(sketch, lines);
  const end = rows.at(-1)!;
  const at = lasts.filter(({ time }) => Number(time) === Number(end.time));
  const top = at.reduce((highest, row) => (row.y > highest.y ? row : highest), at[0]!);
  const value = sketch.quantity(writeNumber(top.y, decimals));
  return sketch.say(texts.highest({ what: sketch.nameOf(top.series), end: writeTime(end.time), value }));
}

/** How a single line has changed from its first point to its last. */
function change(sketch: TrendSketch, { rows, decimals }: Lines): string {
  const { options, say, nameOf } = sketch;
  const [first, last] = [rows[0]!, rows.at(-1)!];
  const [start, end] = [writeTime(first.time), writeTime(last.time)];
  const series = nameOf(first.series);
  const measured = options.measure ?? (sketch.declared?.measure && sketch.textOf(sketch.declared.measure));
  const what = series && measured ? say(texts.ofSeries({ series, measured })) : series || measured || say(texts.it());
  if (first.y <= 0 || last.y <= 0) {
    const [a, b] = [first, last].map(({ y }) => sketch.quantity(writeNumber(y, decimals)));
    return say(texts.changedFrom({ start, end, what, a, b }));
  }
  const percent = (last.y / first.y - 1) * 100;
  if (Math.abs(percent) < 0.05) return say(texts.unchanged({ start, end, what }));
  return say((percent > 0 ? texts.rose : texts.fell)({ start, end, what, percent: writePercent(Math.abs(percent)) }));
}
