import type { Markish } from "@observablehq/plot";
import * as Plot from "@observablehq/plot";
import { commonDecimals, writeNumber, writeTick } from "../../lib/charts/number-text.ts";
import { shortened, textWidth } from "../../lib/charts/text-width.ts";
import { messages } from "../../lib/message/message.ts";
import { defineChart, FONT_SIZE, type Sketch } from "./chart.ts";
import { INK, MUTED, NEUTRAL, PAPER, tint, ZERO } from "./chart-colours.ts";
import type { BudgetOptions } from "./chart-options.ts";
import { endLabels } from "./end-labels.ts";
import { labelColumn, ticksFor } from "./label-column.ts";
import { timeAxis, writeTime } from "./time-axis.ts";
import { tip } from "./tip.ts";

const texts = messages("charts.budget", {
  changed: {
    en: "From {start} to {end}, sources went from {a} to {b}, of which {c} and {d} were not taken up",
    zh: "{start} 至 {end} 年，排放由 {a} 变为 {b}，其中未被吸收的分别为 {c} 与 {d}",
  },
  closes: {
    en: "Sources of {sources}, sinks of {sinks}; {rest} is unexplained",
    zh: "源 {sources}，汇 {sinks}，未解释部分 {rest}",
  },
  key: { en: "sources above zero, sinks below; line: unexplained", zh: "零线以上为源，以下为汇；折线为未解释部分" },
  barKey: { en: "thin lines show the bounds", zh: "细线表示上下界" },
  value: { en: "Value", zh: "数值" },
  bounds: { en: "Bounds", zh: "上下界" },
});

const kinds = { value: "number", term: "text", side: "text?", lo: "number?", hi: "number?", x: "any?" } as const;

/** Sources above zero and sinks below it: stacked over time, or as bars with their bounds for one period. */
export const budget = defineChart<typeof kinds, BudgetOptions>("budget", kinds, [], draw);

type Drawn = Sketch<typeof kinds, BudgetOptions>;
type Term = Drawn["rows"][number] & { readonly time: unknown; readonly signed: number };

/** Terms of the budget; all but sources and the imbalance take up what was emitted. */
function draw(sketch: Drawn) {
  const terms = sketch.rows
    .filter(({ value }) => value !== undefined)
    .map(
      (row): Term => ({
        ...row,
        time: row.x,
        signed: row.side === "source" || row.side === "imbalance" || row.side === undefined ? row.value : -row.value,
      }),
    );
  const times = [...new Set(terms.map(({ time }) => Number(time)))];
  return times.length > 1 ? overTime(sketch, terms) : ofPeriod(sketch, terms);
}

function overTime(sketch: Drawn, terms: readonly Term[]) {
  const { width, nameOf, isNarrow } = sketch;
  const stacked = terms.filter(({ side }) => side !== "imbalance");
  const order = [...new Set(stacked.map(({ term }) => term))];
  const decimals = commonDecimals(terms.map(({ value }) => value));
  const numbers = terms.map(({ time }) => Number(time));
  const end = Math.max(...numbers);
  const last = order.flatMap((term) => terms.filter((row) => Number(row.time) === end && row.term === term));
  const valueText = valueWriter(decimals);
  const labels = layerLabels(sketch, last, valueText);
  const marginRight =
    Math.ceil(Math.max(...labels.flatMap(({ text }) => text.map((line) => textWidth(line, FONT_SIZE))))) + 14;
  const marginLeft =
    Math.ceil(Math.max(...extent(stacked).map((value) => textWidth(writeNumber(value, 0), FONT_SIZE)))) + 16;
  return {
    title: changeTitle(sketch, terms, decimals),
    key: [sketch.say(texts.key())],
    words: last.map((row) => `${nameOf(row.term)} ${valueText(row)}`).join(", "),
    height: Math.max(isNarrow ? 320 : 380, labels.length * 30 + 40),
    marginTop: 12,
    marginBottom: 24,
    marginLeft,
    marginRight,
    x: timeAxis(numbers, width - marginLeft - marginRight),
    y: { label: null, grid: true, ticks: 6, tickFormat: writeTick },
    marks: [
      Plot.areaY(stacked, {
        x: "time",
        y: "signed",
        z: "term",
        fill: (row: Term) => sketch.colourOf(row.term) ?? shadeOf(stacked, row.term),
        fillOpacity: 0.85,
        order,
        stroke: PAPER,
        strokeWidth: 0.5,
      }),
      Plot.lineY(
        terms.filter(({ side }) => side === "imbalance"),
        { x: "time", y: "value", stroke: INK, strokeWidth: 1.5 },
      ),
      Plot.ruleY([0], { stroke: ZERO }),
      endLabels(labels),
      ...timeTips(sketch, terms, valueText),
    ],
  };
}

/** A value, with ± half of its interval if it has one. */
function valueWriter(decimals: number): (term: Term) => string {
  return ({ value, lo, hi }) => {
    const half = lo === undefined || hi === undefined ? undefined : (hi - lo) / 2;
    const text = writeNumber(value, decimals);
    return half === undefined ? text : `${text}\u00a0±\u00a0${writeNumber(half, decimals)}`;
  };
}

/** Labels at the end of the layers, each at the middle of its own. */
function layerLabels(
  { width, nameOf, isNarrow, colourOf }: Drawn,
  last: readonly Term[],
  write: (term: Term) => string,
) {
  const room = width * (isNarrow ? 0.34 : 0.26);
  const reached = { up: 0, down: 0 };
  return last.map((row) => {
    const way = row.signed < 0 ? "down" : "up";
    reached[way] += row.signed;
    return {
      x: row.time,
      y: reached[way] - row.signed / 2,
      text: [shortened(nameOf(row.term), room, FONT_SIZE), write(row)],
      fill: colourOf(row.term) ?? MUTED,
    };
  });
}

/** How high and how low the layers reach. */
function extent(stacked: readonly Term[]): readonly [number, number] {
  const times = [...new Set(stacked.map(({ time }) => Number(time)))];
  const ends = times.map((time) => {
    const signed = stacked.filter((row) => Number(row.time) === time).map((row) => row.signed);
    const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
    return [sum(signed.filter((value) => value > 0)), sum(signed.filter((value) => value < 0))] as const;
  });
  return [Math.max(...ends.map(([up]) => up)), Math.min(...ends.map(([, down]) => down))];
}

function changeTitle({ say, quantity }: Drawn, terms: readonly Term[], decimals: number): string {
  const times = terms.map(({ time }) => Number(time));
  const [start, end] = [Math.min(...times), Math.max(...times)];
  const sum = (time: number, side: Term["side"]) =>
    terms.filter((row) => Number(row.time) === time && row.side === side).reduce((all, { value }) => all + value, 0);
  return say(
    texts.changed({
      start,
      end,
      a: writeNumber(sum(start, "source"), decimals),
      b: quantity(writeNumber(sum(end, "source"), decimals)),
      c: writeNumber(sum(start, "growth"), decimals),
      d: writeNumber(sum(end, "growth"), decimals),
    }),
  );
}

/** A line at the time under the pointer, and all terms of that time. */
function timeTips(sketch: Drawn, terms: readonly Term[], write: (term: Term) => string): Markish[] {
  const names = [...new Set(terms.map(({ term }) => term))];
  const times = [...new Set(terms.map(({ time }) => time))];
  const x = (time: unknown) => time as number;
  const title = (time: unknown) =>
    sketch.tip(
      writeTime(time),
      names.flatMap((name) =>
        terms
          .filter((row) => Number(row.time) === Number(time) && row.term === name)
          .map((row) => [sketch.nameOf(name), write(row), sketch.unit] as const),
      ),
    );
  return [
    Plot.ruleX(times, Plot.pointerX({ x, stroke: INK, strokeOpacity: 0.4 })),
    Plot.tip(times, Plot.pointerX({ ...tip, x, y: () => 0, title })),
  ];
}

/** The colour of a term without one of its own: sources, growth and sinks differ in hue, those of one side in shade. */
function shadeOf(terms: readonly Term[], term: string): string {
  const side = terms.find((row) => row.term === term)?.side;
  const same = [...new Set(terms.filter((row) => row.side === side).map((row) => row.term))];
  const hue = side === "growth" ? NEUTRAL : side === "sink" ? "var(--chart-sink)" : "var(--chart-production)";
  return tint(hue, Math.max(25, 100 - 30 * same.indexOf(term)));
}

function ofPeriod(sketch: Drawn, terms: readonly Term[]) {
  const { width, say, nameOf } = sketch;
  const decimals = commonDecimals(terms.map(({ value }) => value));
  const rows = terms.map((row, i) => barOf(sketch, row, String(i), decimals));
  const sum = (is: (row: Term) => boolean) => terms.filter(is).reduce((all, { value }) => all + value, 0);
  const quantity = (value: number) => sketch.quantity(writeNumber(value, decimals));
  const labels = labelColumn(
    rows.map(({ key }) => key),
    rows.map(({ term }) => nameOf(term)),
    width,
  );
  const numberWidth = Math.ceil(Math.max(...rows.map(({ shown }) => textWidth(shown, FONT_SIZE)))) + 10;
  const hasNegative = rows.some(({ signed }) => signed < 0);
  const isBounded = rows.some(({ lo, hi }) => lo !== undefined && hi !== undefined);
  return {
    title: say(
      texts.closes({
        sources: quantity(sum(({ side }) => side === "source")),
        sinks: quantity(sum(({ side }) => side === "sink" || side === "growth")),
        rest: quantity(sum(({ side }) => side === "imbalance")),
      }),
    ),
    ...(isBounded ? { key: [say(texts.barKey())] } : {}),
    words: rows.map(({ term, shown }) => `${nameOf(term)} ${shown}`).join(", "),
    height: 34 + rows.length * labels.rowHeight,
    marginTop: 4,
    marginBottom: 26,
    marginLeft: labels.width + 4,
    marginRight: numberWidth + 4,
    x: {
      label: null,
      grid: true,
      ...(hasNegative ? { insetLeft: numberWidth } : {}),
      ticks: ticksFor(width - labels.width - 2 * numberWidth, "−10"),
      tickFormat: writeTick,
    },
    y: { label: null, domain: rows.map(({ key }) => key), padding: 0.25 },
    marks: [labels.axis, ...barMarks(sketch, rows), Plot.ruleX([0], { stroke: ZERO })],
  };
}

interface Bar extends Term {
  readonly key: string;
  readonly fill: string;
  readonly shown: string;
  /** How far bar and interval reach. */
  readonly least: number;
  readonly most: number;
}

/** A bar to the left or to the right, with the bounds of its side. */
function barOf({ colourOf }: Drawn, row: Term, key: string, decimals: number): Bar {
  const [lo, hi] = row.signed === row.value ? [row.lo, row.hi] : [row.hi && -row.hi, row.lo && -row.lo];
  const isRest = row.side === "imbalance" || row.side === "growth";
  const fallback = isRest ? NEUTRAL : row.signed < 0 ? "var(--chart-sink)" : "var(--chart-production)";
  return {
    ...row,
    lo,
    hi,
    key,
    fill: colourOf(row.term) ?? fallback,
    shown: writeNumber(row.signed, decimals),
    least: Math.min(0, row.signed, lo ?? 0),
    most: Math.max(0, row.signed, hi ?? 0),
  };
}

function barMarks(sketch: Drawn, bars: readonly Bar[]): Markish[] {
  const { unit, nameOf } = sketch;
  const bounded = bars.filter(({ lo, hi }) => lo !== undefined && hi !== undefined);
  const title = (row: Bar) =>
    sketch.tip(nameOf(row.term), [
      [texts.value(), row.shown, unit],
      row.lo === undefined || row.hi === undefined
        ? undefined
        : [texts.bounds(), sketch.interval(row.lo, row.hi), unit],
    ]);
  return [
    Plot.barX(bars, { y: "key", x: "signed", fill: "fill", tip, title }),
    Plot.link(bounded, { y: "key", x1: "lo", x2: "hi", stroke: PAPER, strokeWidth: 5 }),
    Plot.link(bounded, { y: "key", x1: "lo", x2: "hi", stroke: INK, strokeWidth: 1.5 }),
    Plot.text(
      bars.filter(({ signed }) => signed >= 0),
      { y: "key", x: "most", text: "shown", dx: 6, textAnchor: "start", fill: INK },
    ),
    Plot.text(
      bars.filter(({ signed }) => signed < 0),
      { y: "key", x: "least", text: "shown", dx: -6, textAnchor: "end", fill: INK },
    ),
  ];
}
