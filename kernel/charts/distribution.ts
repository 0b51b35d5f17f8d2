import * as Plot from "@observablehq/plot";
import { histogram } from "../../lib/charts/histogram.ts";
import { decimalsOf, writeNumber, writePercent, writeTick } from "../../lib/charts/number-text.ts";
import { spreadLabels } from "../../lib/charts/spread-labels.ts";
import { textWidth } from "../../lib/charts/text-width.ts";
import { messages } from "../../lib/message/message.ts";
import { quantileOf } from "../../lib/numeric/quantile.ts";
import { rangeOfDraws } from "../../lib/uncertainty/range-of-draws.ts";
import { defineChart, FONT_SIZE, type Sketch, writeUnit } from "./chart.ts";
import { INK, paint, tint, ZERO } from "./chart-colours.ts";
import type { DistributionOptions } from "./chart-options.ts";
import { ticksFor } from "./label-column.ts";
import { svgNode, svgText } from "./svg-node.ts";
import { tip } from "./tip.ts";

const texts = messages("charts.distribution", {
  mean: { en: "mean {value}", zh: "均值 {value}" },
  key: { en: "dark: 95 % of the draws", zh: "深色为居中 95 % 的抽样" },
  draws: { en: "{count} draws", zh: "{count} 次抽样" },
  range: { en: "{from} to {to}", zh: "{from} 至 {to}" },
  frequency: { en: "Draws", zh: "抽样次数" },
  share: { en: "Share", zh: "占比" },
  separator: { en: "; ", zh: "；" },
});

const kinds = { value: "number?", from: "number?", to: "number?", frequency: "number?" } as const;

/** A histogram with its mean and the range of 95 % of the draws. */
export const distribution = defineChart<typeof kinds, DistributionOptions>(
  "distribution",
  kinds,
  ["mean", "lo", "hi", "meaning"],
  draw,
);

const HEIGHT = 260;
const TOP = 40;

type Drawn = Sketch<typeof kinds, DistributionOptions>;

function draw(sketch: Drawn) {
  const { options, width, unit, say } = sketch;
  const { bins, draws, mean, lo, hi } = summaryOf(sketch);
  const decimals = decimalsOf(mean, (hi - lo) / 2);
  const write = (value: number) => writeNumber(value, decimals);
  const meanText = say(texts.mean({ value: write(mean) }));
  const colour = paint(options.meaning ?? "production");
  const parts = binParts(bins, lo, hi);
  return {
    title: say(rangeOfDraws.between({ lo: write(lo), hi: sketch.quantity(write(hi)) })),
    key: [
      [say(texts.draws({ count: writeNumber(Number(sketch.fact("draws") ?? draws), 0) })), say(texts.key())].join(
        say(texts.separator()),
      ),
    ],
    words: `${meanText} ${writeUnit(unit, say)}`,
    height: HEIGHT,
    marginTop: TOP,
    marginBottom: 26,
    marginLeft: 8,
    marginRight: 8,
    x: {
      label: null,
      inset: 24,
      ticks: ticksFor(width - 64, write(hi)),
      tickFormat: writeTick,
    },
    y: { axis: null, zero: true },
    marks: [
      Plot.rectY(parts, {
        x1: "x1",
        x2: "x2",
        y: "count",
        fill: (part: BinPart) => (part.inside ? tint(colour, 75) : tint(colour, 28)),
        insetLeft: 0.25,
        insetRight: 0.25,
        tip,
        title: (part: BinPart) =>
          sketch.tip(sketch.quantity(say(texts.range({ from: write(part.from), to: write(part.to) }))), [
            [texts.frequency(), writeNumber(part.count, 0)],
            [texts.share(), writePercent((part.count / draws) * 100)],
          ]),
      }),
      Plot.ruleY([0], { stroke: ZERO }),
      valueLabels(width, [
        { at: lo, text: write(lo) },
        { at: mean, text: meanText },
        { at: hi, text: write(hi) },
      ]),
    ],
  };
}

interface Bin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** Bins, mean and bounds: as given, else of the values. Of bins alone, quantiles are interpolated within their bin. */
function summaryOf({ rows, options, fact }: Drawn) {
  const values = rows.flatMap(({ value }) => (value === undefined ? [] : [value])).sort((a, b) => a - b);
  const given = rows.flatMap(({ from, to, frequency }) =>
    from === undefined || to === undefined ? [] : [{ from, to, count: frequency ?? 0 }],
  );
  const bins: readonly Bin[] = given.length > 0 ? given : histogram(values);
  const draws = bins.reduce((sum, { count }) => sum + count, 0);
  const number = (name: "mean" | "lo" | "hi") =>
    options[name] ?? (fact(name) === undefined ? undefined : Number(fact(name)));
  const quantile = (probability: number) =>
    values.length > 0 ? quantileOf(values, probability) : quantileOfBins(bins, draws * probability);
  return {
    bins,
    draws,
    mean: number("mean") ?? bins.reduce((sum, { from, to, count }) => sum + ((from + to) / 2) * count, 0) / draws,
    lo: number("lo") ?? quantile(0.025),
    hi: number("hi") ?? quantile(0.975),
  };
}

interface BinPart extends Bin {
  readonly x1: number;
  readonly x2: number;
  readonly inside: boolean;
}

/** A bin on the edge of the range is drawn in both shades. */
function binParts(bins: readonly Bin[], lo: number, hi: number): BinPart[] {
  return bins.flatMap((bin) =>
    [bin.from, ...[lo, hi].filter((edge) => edge > bin.from && edge < bin.to), bin.to].flatMap((from, i, edges) => {
      const to = edges[i + 1];
      return to === undefined ? [] : [{ ...bin, x1: from, x2: to, inside: from >= lo && to <= hi }];
    }),
  );
}

/** Values above the frame, side by side, each with a line to its place. */
function valueLabels(
  width: number,
  marks: readonly { readonly at: number; readonly text: string }[],
): Plot.RenderFunction {
  return (_index, scales) => {
    const { x } = scales as unknown as Record<"x", (value: number) => number>;
    const wanted = marks.map(({ at }) => x(at));
    const placed = spreadLabels(
      wanted,
      marks.map(({ text }) => textWidth(text, FONT_SIZE) + 8),
      [0, width],
    );
    const group = svgNode("g", { "text-anchor": "middle", fill: INK });
    marks.forEach(({ text }, i) => {
      group.append(
        svgNode("path", {
          d: `M${placed[i]!.toFixed(1)},18L${wanted[i]!.toFixed(1)},${TOP - 8}V${HEIGHT - 26}`,
          fill: "none",
          stroke: INK,
          "stroke-dasharray": "3 3",
        }),
      );
      group.append(svgText(text, placed[i]!, 9, {}));
    });
    return group;
  };
}

function quantileOfBins(bins: readonly Bin[], rank: number): number {
  let reached = 0;
  for (const { from, to, count } of bins) {
    if (reached + count >= rank && count > 0) return from + ((rank - reached) / count) * (to - from);
    reached += count;
  }
  return bins.at(-1)?.to ?? Number.NaN;
}
