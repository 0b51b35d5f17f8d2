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

function draw(sketch: Sketch<typeof kinds, LadderOptions>) {
  const { rows, width, unit, say, nameOf, colourOf } = sketch;
  const hasKinds = rows.some(({ kind }) => kind !== undefined);
  const rungs = rows.map((row, i) => {
    const isLevel = hasKinds ? row.kind === "level" : i === 0;
    return { ...row, kind: isLevel ? ("level" as const) : ("change" as const) };
  });
  const placed = waterfall(rungs);
  const decimals = commonDecimals(rungs.map(({ value }) => value));
  const steps = rungs.map((rung, i) => {
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
  const levels = steps.filter(({ rung }) => rung.kind === "level");
  const first = levels[0];
  const last = levels.at(-1);
  const { quantity } = sketch;
  const title = () => {
    if (!first || !last) {
      const largest = steps.reduce((most, each) =>
        Math.abs(each.rung.value) > Math.abs(most.rung.value) ? each : most,
      );
      const total = writeChange(
        steps.reduce((sum, { rung }) => sum + rung.value, 0),
        decimals,
      );
      return say(texts.largestChange({ label: largest.name, value: largest.text, total: quantity(total) }));
    }
    if (first === last) return say(texts.single({ label: first.name, value: quantity(first.text) }));
    const percent = (last.rung.value / first.rung.value - 1) * 100;
    const names = {
      last: sketch.options.name === undefined ? last.name : inSentence(last.name),
      first: inSentence(first.name),
    };
    if (Math.abs(percent) < 0.05) return say(texts.same(names));
    return say((percent < 0 ? texts.lower : texts.higher)({ ...names, percent: writePercent(Math.abs(percent)) }));
  };
  const keyText = () => {
    const hasDashes = bounded.some(({ rung }) => rung.dashed);
    return [say(texts.thinLines()), ...(hasDashes ? [say(texts.dashedLines())] : [])].join(say(texts.separator()));
  };
  const labels = labelColumn(
    steps.map(({ key }) => key),
    steps.map(({ name }) => name),
    width,
  );
  const numberWidth = Math.max(...steps.map(({ text }) => textWidth(text, FONT_SIZE))) + 8;
  const marginLeft = labels.width + 4;
  const ticks = ticksFor(width - marginLeft - numberWidth, writeNumber(Math.max(...steps.map(({ high }) => high)), 0));
  const bounded = steps.filter(({ lo, hi }) => lo !== null && hi !== null);
  const bound = (step: (typeof steps)[number]) =>
    step.rung.lo === undefined || step.rung.hi === undefined ? "" : sketch.interval(step.rung.lo, step.rung.hi);
  return {
    title: title(),
    words: steps.map(({ name, text }) => `${name} ${text}`).join(", "),
    ...(bounded.length > 0 ? { key: [keyText()] } : {}),
    height: 34 + steps.length * labels.rowHeight,
    marginTop: 4,
    marginBottom: 26,
    marginLeft,
    marginRight: Math.ceil(numberWidth) + 4,
    x: { label: null, grid: true, zero: true, ticks, tickFormat: writeTick },
    y: { label: null, domain: steps.map(({ key }) => key), padding: 0.25 },
    marks: [
      labels.axis,
      Plot.barX(steps, {
        y: "key",
        x1: "from",
        x2: "to",
        fill: "fill",
        tip,
        title: (step: (typeof steps)[number]) =>
          sketch.tip(step.name, [
            step.rung.kind === "change" ? [texts.before(), writeNumber(step.from, decimals), unit] : undefined,
            [step.rung.kind === "change" ? texts.change() : texts.value(), step.text, unit],
            step.rung.kind === "change" ? [texts.after(), writeNumber(step.to, decimals), unit] : undefined,
            bound(step) ? [texts.bounds(), bound(step), unit] : undefined,
            first && step !== first && first.rung.value !== 0
              ? [
                  texts.relative({ first: inSentence(first.name) }),
                  step.rung.kind === "level"
                    ? writeChange((step.to / first.rung.value - 1) * 100, 1)
                    : writeChange((step.rung.value / first.rung.value) * 100, 1),
                  "%",
                ]
              : undefined,
            step.rung.note,
          ]),
      }),
      // The level that a change starts from is carried to its row.
      Plot.link(
        steps.flatMap((step, i) =>
          i > 0 && step.rung.kind === "change" ? [{ x: step.from, above: steps[i - 1]!.key, key: step.key }] : [],
        ),
        { x1: "x", x2: "x", y1: "above", y2: "key", stroke: NEUTRAL, strokeWidth: 0.75 },
      ),
      Plot.link(bounded, { y: "key", x1: "lo", x2: "hi", stroke: PAPER, strokeWidth: 5 }),
      ...[false, true].map((isDashed) =>
        Plot.link(
          bounded.filter(({ rung }) => Boolean(rung.dashed) === isDashed),
          {
            y: "key",
            x1: "lo",
            x2: "hi",
            stroke: INK,
            strokeWidth: 1.5,
            ...(isDashed ? { strokeDasharray: "3 3" } : {}),
          },
        ),
      ),
      Plot.text(steps, { y: "key", x: "high", text: "text", dx: 6, textAnchor: "start", fill: INK }),
      Plot.ruleX([0], { stroke: ZERO }),
    ],
  };
}
