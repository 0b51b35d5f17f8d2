import type { Markish } from "@observablehq/plot";
import * as Plot from "@observablehq/plot";
import { commonDecimals, writeChange, writeNumber, writePercent, writeTick } from "../../lib/charts/number-text.ts";
import { textWidth } from "../../lib/charts/text-width.ts";
import { Fault } from "../../lib/message/fault.ts";
import { messages } from "../../lib/message/message.ts";
import { defineChart, FONT_SIZE, type Sketch } from "./chart.ts";
import { INK, PAPER, ZERO } from "./chart-colours.ts";
import type { TornadoOptions } from "./chart-options.ts";
import { labelColumn, ticksFor } from "./label-column.ts";
import { tip } from "./tip.ts";

const texts = messages("charts.tornado", {
  most: { en: "{label} matters most: {percent} of the variance", zh: "{label} 影响最大，占方差的 {percent}" },
  widest: { en: "{label} matters most: it moves the result by {swing}", zh: "{label} 影响最大，使结果变动 {swing}" },
  share: { en: "Share of the variance", zh: "方差份额" },
  bounds: { en: "Range of the estimate", zh: "估计值的范围" },
  atLow: { en: "At the low end", zh: "取低值时" },
  atHigh: { en: "At the high end", zh: "取高值时" },
  difference: { en: "Difference", zh: "差值" },
  lowKey: { en: "■ input at its low end", zh: "■ 输入取低值" },
  highKey: { en: "■ at its high end", zh: "■ 取高值" },
  shareKey: { en: "thin lines: range of the estimate", zh: "细线为估计值的范围" },
  separator: { en: ", ", zh: "，" },
  needs: {
    en: "charts.tornado needs `low` and `high` of each row, or `share`.",
    zh: "charts.tornado 需要每行的 `low` 与 `high`，或 `share`。",
  },
});

const kinds = {
  low: "number?",
  high: "number?",
  share: "number?",
  lo: "number?",
  hi: "number?",
  label: "text",
} as const;

/** Which input matters most: by what it moves the result, or by its share of the variance. */
export const tornado = defineChart<typeof kinds, TornadoOptions>("tornado", kinds, ["base", "count"], draw);

type Drawn = Sketch<typeof kinds, TornadoOptions>;

function draw(sketch: Drawn) {
  const { rows } = sketch;
  if (rows.some(({ share }) => share !== undefined)) return ofShares(sketch);
  if (rows.every(({ low, high }) => low === undefined || high === undefined)) throw new Fault(texts.needs());
  return ofSwings(sketch);
}

const frame = { marginTop: 4, marginBottom: 26 };

function ofShares(sketch: Drawn) {
  const { width, say } = sketch;
  const rows = shareRows(sketch);
  const labels = labelColumn(
    rows.map(({ key }) => key),
    rows.map(({ name }) => name),
    width,
  );
  const marginRight = Math.ceil(Math.max(...rows.map(({ shown }) => textWidth(shown, FONT_SIZE)))) + 12;
  const bounded = rows.filter(({ lo, hi }) => lo !== undefined && hi !== undefined);
  const [first] = rows;
  return {
    title: first ? say(texts.most({ label: first.name, percent: first.shown })) : "",
    measure: say(texts.share()),
    ...(bounded.length > 0 ? { key: [say(texts.shareKey())] } : {}),
    words: rows.map(({ name, shown }) => `${name} ${shown}`).join(", "),
    ...frame,
    height: 34 + rows.length * labels.rowHeight,
    marginLeft: labels.width + 4,
    marginRight,
    x: {
      label: null,
      grid: true,
      zero: true,
      ticks: ticksFor(width - labels.width - marginRight, "100 %"),
      tickFormat: (value: number) => writePercent(value, 0),
    },
    y: { label: null, domain: rows.map(({ key }) => key), padding: 0.25 },
    marks: [
      labels.axis,
      Plot.barX(rows, {
        y: "key",
        x: "share",
        fill: "fill",
        tip,
        title: (row: ShareRow) => shareText(sketch, row),
      }),
      Plot.link(bounded, { y: "key", x1: "lo", x2: "hi", stroke: PAPER, strokeWidth: 5 }),
      Plot.link(bounded, { y: "key", x1: "lo", x2: "hi", stroke: INK, strokeWidth: 1.5 }),
      Plot.text(rows, { y: "key", x: "most", text: "shown", dx: 6, textAnchor: "start", fill: INK }),
      Plot.ruleX([0], { stroke: ZERO }),
    ],
  };
}

interface ShareRow {
  readonly key: string;
  readonly name: string;
  readonly fill: string;
  /** Per cent. */
  readonly share: number;
  readonly lo: number | undefined;
  readonly hi: number | undefined;
  readonly shown: string;
  readonly most: number;
}

/** The largest shares, in per cent. */
function shareRows({ rows, options, nameOf, colourOf }: Drawn): ShareRow[] {
  const inPercent = (value: number | undefined) => (value === undefined ? undefined : value * 100);
  return rows
    .flatMap(({ label, share, lo, hi }) =>
      share === undefined ? [] : [{ label, share: share * 100, lo: inPercent(lo), hi: inPercent(hi) }],
    )
    .sort((a, b) => b.share - a.share)
    .slice(0, options.count ?? 12)
    .map((row, i) => ({
      ...row,
      key: String(i),
      name: nameOf(row.label),
      fill: colourOf(row.label) ?? "var(--chart-consumption)",
      shown: writePercent(row.share, row.share >= 9.95 || row.share === 0 ? 0 : 1),
      most: Math.max(row.share, row.hi ?? 0),
    }));
}

function shareText(sketch: Drawn, { name, shown, lo, hi }: ShareRow): string {
  return sketch.tip(name, [
    [texts.share(), shown],
    lo === undefined || hi === undefined ? undefined : [texts.bounds(), sketch.interval(lo, hi), "%"],
  ]);
}

/** Colours of the low and the high end of an input. */
const colours = { low: "var(--chart-sink)", high: "var(--chart-production)" };

function ofSwings(sketch: Drawn) {
  const { width, say } = sketch;
  const { rows, base, decimals } = swingsOf(sketch);
  const shown = (value: number) => writeNumber(value, decimals);
  const labels = labelColumn(
    rows.map(({ key }) => key),
    rows.map(({ name }) => name),
    width,
  );
  const numberWidth =
    Math.ceil(
      Math.max(...rows.flatMap(({ low, high }) => [low, high].map((value) => textWidth(shown(value), FONT_SIZE)))),
    ) + 10;
  const [first] = rows;
  return {
    title: first
      ? say(texts.widest({ label: first.name, swing: sketch.quantity(shown(Math.abs(first.high - first.low))) }))
      : "",
    key: [
      { text: say(texts.lowKey()), colour: colours.low },
      say(texts.separator()),
      { text: say(texts.highKey()), colour: colours.high },
    ],
    words: rows.map(({ name, low, high }) => `${name} ${shown(low)}, ${shown(high)}`).join("; "),
    ...frame,
    height: 34 + rows.length * labels.rowHeight,
    marginLeft: labels.width + 4,
    marginRight: numberWidth + 4,
    x: {
      label: null,
      grid: true,
      insetLeft: numberWidth,
      ticks: ticksFor(width - labels.width - 2 * numberWidth, shown(base)),
      tickFormat: writeTick,
    },
    y: { label: null, domain: rows.map(({ key }) => key), padding: 0.25 },
    marks: [labels.axis, ...swingMarks(sketch, rows, base, decimals)],
  };
}

interface Swing {
  readonly key: string;
  readonly name: string;
  readonly low: number;
  readonly high: number;
  readonly base: number;
  readonly least: number;
  readonly most: number;
}

/** The widest swings, about the result with all inputs in the middle. */
function swingsOf(sketch: Drawn): { readonly rows: Swing[]; readonly base: number; readonly decimals: number } {
  const { options, nameOf } = sketch;
  const complete = sketch.rows.flatMap(({ label, low, high }) =>
    low === undefined || high === undefined ? [] : [{ label, low, high }],
  );
  const middles = complete.reduce((sum, { low, high }) => sum + (low + high) / 2, 0);
  const base = options.base ?? Number(sketch.fact("base") ?? middles / complete.length);
  const decimals = commonDecimals(complete.flatMap(({ low, high }) => [low, high]));
  const rows = complete
    .sort((a, b) => Math.abs(b.high - b.low) - Math.abs(a.high - a.low))
    .slice(0, options.count ?? 12)
    .map((row, i) => ({
      ...row,
      key: String(i),
      name: nameOf(row.label),
      base,
      least: Math.min(row.low, row.high, base),
      most: Math.max(row.low, row.high, base),
    }));
  return { rows, base, decimals };
}

function swingMarks(sketch: Drawn, rows: readonly Swing[], base: number, decimals: number): Markish[] {
  const { unit } = sketch;
  const shown = (value: number) => writeNumber(value, decimals);
  const title = ({ name, low, high }: Swing) =>
    sketch.tip(name, [
      [texts.atLow(), shown(low), unit],
      [texts.atHigh(), shown(high), unit],
      [texts.difference(), writeChange(high - low, decimals), unit],
    ]);
  return [
    ...(["low", "high"] as const).map((end) => Plot.barX(rows, { y: "key", x1: "base", x2: end, fill: colours[end] })),
    Plot.ruleX([base], { stroke: ZERO }),
    Plot.text(rows, {
      y: "key",
      x: "least",
      text: ({ least }: Swing) => shown(least),
      dx: -6,
      textAnchor: "end",
      fill: INK,
    }),
    Plot.text(rows, {
      y: "key",
      x: "most",
      text: ({ most }: Swing) => shown(most),
      dx: 6,
      textAnchor: "start",
      fill: INK,
    }),
    Plot.tip(rows, Plot.pointerY({ ...tip, y: "key", x: "most", title })),
  ];
}
