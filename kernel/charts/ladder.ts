import * as Plot from "@observablehq/plot";
import {
  commonDecimals,
  decimalsOf,
  writeChange,
  writeNumber,
  writePercent,
  writeTick,
} from "../../lib/charts/number-text.ts";
import { textWidth } from "../../lib/charts/text-width.ts";
import { waterfall } from "../../lib/charts/waterfall.ts";
import { messages } from "../../lib/message/message.ts";
import { defineChart, FONT_SIZE, inSentence, type Sketch } from "./chart.ts";
import { INK, NEUTRAL, PAPER, paint, ZERO } from "./chart-colours.ts";
import type { LadderOptions } from "./chart-options.ts";
import { labelColumn, ticksFor } from "./label-column.ts";
import { tip } from "./tip.ts";

const texts = messages("charts.ladder", {
  lower: { en: "{last} {percent} lower than {first}", zh: "{last} 比 {first} 低 {percent}" },
  higher: { en: "{last} {percent} higher than {first}", zh: "{last} 比 {first} 高 {percent}" },
  same: { en: "{last} as high as {first}", zh: "{last} 与 {first} 相等" },
  single: { en: "{label}: {value}", zh: "{label}：{value}" },
  largestChange: {
    en: "{label} contributes most, {value} of {total}",
    zh: "{label} 的贡献最大，为 {value}，合计 {total}",
  },
  value: { en: "Value", zh: "数值" },
  change: { en: "Change", zh: "变化" },
  before: { en: "Before", zh: "变化前" },
  after: { en: "After", zh: "变化后" },
  bounds: { en: "Bounds", zh: "上下界" },
  relative: { en: "Relative to {first}", zh: "相对于 {first}" },
  thinLines: { en: "thin lines show the bounds", zh: "细线表示上下界" },
  dashedLines: { en: "dashed lines are ranges, not intervals", zh: "虚线为范围，不是区间" },
  separator: { en: "; ", zh: "；" },
});

const kinds = {
  value: "number",
  label: "text",
  kind: "text?",
  lo: "number?",
  hi: "number?",
  fill: "text?",
  dashed: "any?",
  note: "text?",
} as const;

/** From one level to another, step by step: a waterfall in rows. */
export const ladder = defineChart<typeof kinds, LadderOptions>("ladder", kinds, [], draw);

type LadderSketch = Sketch<typeof kinds, LadderOptions>;

function draw(sketch: LadderSketch) {
  const { width } = sketch;
  const steps = stepsOf(sketch);
  const labels = labelColumn(
    steps.map(({ key }) => key),
    steps.map(({ name }) => name),
    width,
  );
  const numberWidth = Math.max(...steps.map(({ text }) => textWidth(text, FONT_SIZE))) + 8;
  const marginLeft = labels.width + 4;
  const ticks = ticksFor(width - marginLeft - numberWidth, writeNumber(Math.max(...steps.map(({ high }) => high)), 0));
  const bounded = steps.filter(({ lo, hi }) => lo !== null && hi !== null);
  return {
    title: finding(sketch, steps),
    words: steps.map(({ name, text }) => `${name} ${text}`).join(", "),
    ...(bounded.length > 0 ? { key: [keyText(sketch, bounded)] } : {}),
    height: 34 + steps.length * labels.rowHeight,
    marginTop: 4,
    marginBottom: 26,
    marginLeft,
    marginRight: Math.ceil(numberWidth) + 4,
    x: { label: null, grid: true, zero: true, ticks, tickFormat: writeTick },
    y: { label: null, domain: steps.map(({ key }) => key), padding: 0.25 },
    marks: [
      labels.axis,
      bars(sketch, steps),
      risers(steps),
      ...whiskers(bounded),
      Plot.text(steps, { y: "key", x: "high", text: "text", dx: 6, textAnchor: "start", fill: INK }),
      Plot.ruleX([0], { stroke: ZERO }),
    ],
  };
}

/** A level or a change, at its place between the ends of its bar. */
interface Step {
  readonly key: string;
  readonly name: string;
  readonly rung: LadderSketch["rows"][number] & { readonly kind: "level" | "change" };
  readonly from: number;
  readonly to: number;
  readonly lo: number | null;
  readonly hi: number | null;
  /** Where its number stands. */
  readonly high: number;
  readonly text: string;
  readonly fill: string;
}

/** The decimals that all values share. */
function decimalsOfAll({ rows }: LadderSketch): number {
  return commonDecimals(rows.map(({ value }) => value));
}

function stepsOf(sketch: LadderSketch): Step[] {
  const { rows, nameOf, colourOf } = sketch;
  const hasKinds = rows.some(({ kind }) => kind !== undefined);
  const rungs = rows.map((row, i) => {
    const isLevel = hasKinds ? row.kind === "level" : i === 0;
    return { ...row, kind: isLevel ? ("level" as const) : ("change" as const) };
  });
  const placed = waterfall(rungs);
  const decimals = decimalsOfAll(sketch);
  return rungs.map((rung, i) => {
    const { from, to, lo, hi } = placed[i]!;
    const half = lo === null || hi === null ? undefined : Math.abs(hi - lo) / 2;
    const digits = Math.min(Math.max(decimals, decimalsOf(rung.value)), half ? decimalsOf(rung.value, half) : 9);
    const text = (rung.kind === "level" ? writeNumber : writeChange)(rung.value, digits);
    const high = Math.max(from, to, hi ?? Number.NEGATIVE_INFINITY);
    const fill =
      (rung.fill === undefined ? colourOf(rung.label) : paint(rung.fill)) ??
      (rung.kind === "level" ? NEUTRAL : rung.value < 0 ? "var(--chart-sink)" : "var(--chart-production)");
    return { key: String(i), name: nameOf(rung.label), rung, from, to, lo, hi, high, text, fill };
  });
}

function levelsOf(steps: readonly Step[]): Step[] {
  return steps.filter(({ rung }) => rung.kind === "level");
}

function finding(sketch: LadderSketch, steps: readonly Step[]): string {
  const { say, quantity } = sketch;
  const levels = levelsOf(steps);
  const [first, last] = [levels[0], levels.at(-1)];
  if (!first || !last) {
    const largest = steps.reduce((most, each) => (Math.abs(each.rung.value) > Math.abs(most.rung.value) ? each : most));
    const sum = steps.reduce((sum, { rung }) => sum + rung.value, 0);
    const total = quantity(writeChange(sum, decimalsOfAll(sketch)));
    return say(texts.largestChange({ label: largest.name, value: largest.text, total }));
  }
  if (first === last) return say(texts.single({ label: first.name, value: quantity(first.text) }));
  const percent = (last.rung.value / first.rung.value - 1) * 100;
  const names = {
    last: sketch.options.name === undefined ? last.name : inSentence(last.name),
    first: inSentence(first.name),
  };
  if (Math.abs(percent) < 0.05) return say(texts.same(names));
  return say((percent < 0 ? texts.lower : texts.higher)({ ...names, percent: writePercent(Math.abs(percent)) }));
}

function keyText({ say }: LadderSketch, bounded: readonly Step[]): string {
  const hasDashes = bounded.some(({ rung }) => rung.dashed);
  return [say(texts.thinLines()), ...(hasDashes ? [say(texts.dashedLines())] : [])].join(say(texts.separator()));
}

function bars(sketch: LadderSketch, steps: readonly Step[]) {
  const [first] = levelsOf(steps);
  const decimals = decimalsOfAll(sketch);
  const title = (step: Step) => describe(sketch, step, first, decimals);
  return Plot.barX(steps, { y: "key", x1: "from", x2: "to", fill: "fill", tip, title });
}

/** What is told of the step under the pointer. */
function describe(sketch: LadderSketch, step: Step, first: Step | undefined, decimals: number): string {
  const { unit } = sketch;
  const { rung, from, to } = step;
  const isChange = rung.kind === "change";
  const bounds = rung.lo === undefined || rung.hi === undefined ? "" : sketch.interval(rung.lo, rung.hi);
  const relative = (to: Step) => (isChange ? rung.value / to.rung.value : step.to / to.rung.value - 1) * 100;
  return sketch.tip(step.name, [
    isChange ? [texts.before(), writeNumber(from, decimals), unit] : undefined,
    [isChange ? texts.change() : texts.value(), step.text, unit],
    isChange ? [texts.after(), writeNumber(to, decimals), unit] : undefined,
    bounds ? [texts.bounds(), bounds, unit] : undefined,
    first && step !== first && first.rung.value !== 0
      ? [texts.relative({ first: inSentence(first.name) }), writeChange(relative(first), 1), "%"]
      : undefined,
    rung.note,
  ]);
}

/** The level that a change starts from is carried to its row. */
function risers(steps: readonly Step[]) {
  return Plot.link(
    steps.flatMap((step, i) =>
      i > 0 && step.rung.kind === "change" ? [{ x: step.from, above: steps[i - 1]!.key, key: step.key }] : [],
    ),
    { x1: "x", x2: "x", y1: "above", y2: "key", stroke: NEUTRAL, strokeWidth: 0.75 },
  );
}

/** The bounds of steps: on a halo of paper, in a line that is dashed where they are a range. */
function whiskers(bounded: readonly Step[]) {
  const ends = { y: "key", x1: "lo", x2: "hi" } as const;
  return [
    Plot.link(bounded, { ...ends, stroke: PAPER, strokeWidth: 5 }),
    ...[false, true].map((isDashed) =>
      Plot.link(
        bounded.filter(({ rung }) => Boolean(rung.dashed) === isDashed),
        { ...ends, stroke: INK, strokeWidth: 1.5, ...(isDashed ? { strokeDasharray: "3 3" } : {}) },
      ),
    ),
  ];
}
