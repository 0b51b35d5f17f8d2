import * as Plot from "@observablehq/plot";
import { commonDecimals, decimalsOf, writeFormulas, writeNumber, writeTick } from "../../lib/charts/number-text.ts";
import { shortened, textWidth } from "../../lib/charts/text-width.ts";
import { messages } from "../../lib/message/message.ts";
import { capitalised, defineChart, FONT_SIZE, type Sketch, writeUnit } from "./chart.ts";
import { INK, PAPER, paint, ZERO } from "./chart-colours.ts";
import type { ScatterOptions } from "./chart-options.ts";
import { tip } from "./tip.ts";

const texts = messages("charts.scatter", {
  both: { en: "{first} is highest in both: {y} and {x}", zh: "{first} 两项均最高：{y} 与 {x}" },
  each: {
    en: "{up} is highest at {y}, {right} furthest right at {x}",
    zh: "纵轴最高的是 {up}（{y}），横轴最高的是 {right}（{x}）",
  },
  single: { en: "{first}: {y} at {x}", zh: "{first}：{y}，{x}" },
  axes: { en: "{y} by {x}", zh: "{y}（纵轴）与 {x}（横轴）" },
  measured: { en: "{measure}, {unit}", zh: "{measure}，{unit}" },
  logarithmic: { en: "logarithmic axes", zh: "对数坐标轴" },
  vertical: { en: "Vertical", zh: "纵轴" },
  horizontal: { en: "Horizontal", zh: "横轴" },
});

const kinds = { y: "number", x: "number", label: "text" } as const;

/** Two values of each row against each other, with the names of those that stand out. */
export const scatter = defineChart<typeof kinds, ScatterOptions>(
  "scatter",
  kinds,
  ["measures", "units", "log", "meaning"],
  draw,
);

type Drawn = Sketch<typeof kinds, ScatterOptions>;
type Row = Drawn["rows"][number];

/** More names than this would hide the dots. */
const MOST_NAMES = 16;
/** From this ratio of the largest to the smallest value on, an axis is logarithmic unless the option says otherwise. */
const WIDE = 100;

function draw(sketch: Drawn) {
  const { options, width, say, nameOf, colourOf } = sketch;
  const rows = sketch.rows.filter(({ x, y }) => x !== undefined && y !== undefined);
  const [xs, ys] = [rows.map(({ x }) => x), rows.map(({ y }) => y)];
  const isLog = { x: options.log ?? isWide(xs), y: options.log ?? isWide(ys) };
  const height = Math.round(Math.min(460, Math.max(280, width * 0.6)));
  const marginLeft = Math.ceil(textWidth(writeNumber(Math.max(...ys.map(Math.abs)), isLog.y ? 1 : 0), FONT_SIZE)) + 22;
  const own = paint(options.meaning ?? "neutral");
  const write = {
    x: quantityWriter(sketch, xs, options.units?.[1] ?? sketch.units.x ?? ""),
    y: quantityWriter(sketch, ys, options.units?.[0] ?? sketch.units.y ?? sketch.unit),
  };
  const [measureY = say(texts.vertical()), measureX = say(texts.horizontal())] = options.measures ?? [];
  const title = (row: Row) =>
    sketch.tip(nameOf(row.label), [`${measureY} ${write.y(row.y)}`, `${measureX} ${write.x(row.x)}`]);
  return {
    title: finding(sketch, rows, write),
    measure: axesOf(sketch, measureY, measureX),
    ...(isLog.x || isLog.y ? { key: [say(texts.logarithmic())] } : {}),
    words: rows.map((row) => `${nameOf(row.label)} ${write.y(row.y)}, ${write.x(row.x)}`).join("; "),
    height,
    marginTop: 28,
    marginBottom: 42,
    marginLeft,
    marginRight: 20,
    x: axis(isLog.x, Math.max(3, Math.floor(width / 110)), xs, axisName(options.measures?.[1], width)),
    y: axis(isLog.y, Math.max(3, Math.floor(height / 70)), ys, axisName(options.measures?.[0], width)),
    marks: [
      ...(isLog.y || ys.every((value) => value > 0) ? [] : [Plot.ruleY([0], { stroke: ZERO })]),
      Plot.dot(rows, { x: "x", y: "y", r: 4, fill: (row: Row) => colourOf(row.label) ?? own, fillOpacity: 0.8 }),
      Plot.text(labelled(rows, width, height, isLog, nameOf), {
        x: "x",
        y: "y",
        text: (row: Row) => nameOf(row.label),
        dy: -10,
        fill: INK,
        stroke: PAPER,
        strokeWidth: 3,
      }),
      Plot.tip(rows, Plot.pointer({ ...tip, x: "x", y: "y", title })),
    ],
  };
}

function isWide(values: readonly number[]): boolean {
  const least = Math.min(...values);
  return least > 0 && Math.max(...values) / least >= WIDE;
}

/** What an axis measures, where it was said; its unit stands in the subtitle. */
function axisName(measure: string | undefined, width: number): string | null {
  return measure === undefined ? null : shortened(capitalised(writeFormulas(measure)), width - 40, FONT_SIZE);
}

function axis(isLog: boolean, ticks: number, values: readonly number[], label: string | null) {
  const common = { label, grid: true, tickFormat: writeTick };
  if (!isLog) return { ...common, ticks, nice: true, zero: true };
  // The ticks of a logarithmic axis differ in their decimals.
  const written = (value: number) => writeTick(value);
  return { ...common, type: "log" as const, ticks: logTicks(values, ticks), tickFormat: written };
}

/** Powers of ten between the least and the largest value, with their doubles and halves where there is room. */
function logTicks(values: readonly number[], most: number): number[] {
  const [least, largest] = [Math.min(...values), Math.max(...values)];
  const from = Math.floor(Math.log10(least));
  const decades = Array.from({ length: Math.ceil(Math.log10(largest)) - from + 1 }, (_, i) => 10 ** (from + i));
  const within = (ticks: number[]) => ticks.filter((tick) => tick >= least && tick <= largest);
  const fine = within(decades.flatMap((decade) => [decade, 2 * decade, 5 * decade]));
  return fine.length <= most ? fine : within(decades);
}

function quantityWriter({ quantity }: Drawn, values: readonly number[], unit: string) {
  const decimals = commonDecimals(values);
  return (value: number) => quantity(writeNumber(value, Math.max(decimals, Math.min(decimalsOf(value), 4))), unit);
}

/** Both measures with their units. */
function axesOf({ options, say }: Drawn, measureY: string, measureX: string): string {
  const withUnit = (measure: string, unit: string | undefined) =>
    unit ? say(texts.measured({ measure, unit: writeUnit(unit, say) })) : measure;
  const [unitY, unitX] = options.units ?? [];
  return say(texts.axes({ y: withUnit(measureY, unitY), x: withUnit(measureX, unitX) }));
}

type Writers = Readonly<Record<"x" | "y", (value: number) => string>>;

function finding({ say, nameOf }: Drawn, rows: readonly Row[], write: Writers): string {
  const most = (axis: "x" | "y") => rows.reduce((top, row) => (row[axis] > top[axis] ? row : top), rows[0]!);
  const [up, right] = [most("y"), most("x")];
  const values = { y: write.y(up.y), x: write.x(right.x) };
  const first = nameOf(up.label);
  if (rows.length === 1) return say(texts.single({ first, ...values }));
  return up === right
    ? say(texts.both({ first, ...values }))
    : say(texts.each({ up: first, right: nameOf(right.label), ...values }));
}

/** The rows whose names have room: from the highest down, as long as no two come near each other. */
function labelled(
  rows: readonly Row[],
  width: number,
  height: number,
  isLog: Readonly<Record<"x" | "y", boolean>>,
  nameOf: (code: unknown) => string,
): Row[] {
  const place = (axis: "x" | "y", length: number) => {
    const of = (row: Row) => (isLog[axis] ? Math.log(row[axis]) : row[axis]);
    const all = rows.map(of);
    const [least, most] = [isLog[axis] ? Math.min(...all) : Math.min(0, ...all), Math.max(...all)];
    return (row: Row) => (most === least ? 0 : ((of(row) - least) / (most - least)) * length);
  };
  const [atX, atY] = [place("x", width - 80), place("y", height - 48)];
  const kept: { readonly row: Row; readonly x: number; readonly y: number; readonly half: number }[] = [];
  for (const row of [...rows].sort((a, b) => b.y - a.y || b.x - a.x)) {
    const half = textWidth(nameOf(row.label), FONT_SIZE) / 2 + 3;
    const [x, y] = [atX(row), atY(row)];
    const isFree = kept.every((each) => Math.abs(each.x - x) > each.half + half || Math.abs(each.y - y) > 18);
    if (kept.length === MOST_NAMES) break;
    // Near an edge the name would be cut, or stand on the numbers of the axis.
    if (isFree && x - half > 0 && x + half < width - 60) kept.push({ row, x, y, half });
  }
  return kept.map(({ row }) => row);
}
