import * as Plot from "@observablehq/plot";
import { lorenzCurve, shareOfTop } from "../../lib/charts/lorenz-curve.ts";
import { writeNumber, writePercent } from "../../lib/charts/number-text.ts";
import { messages } from "../../lib/message/message.ts";
import { defineChart, type Sketch } from "./chart.ts";
import { MUTED, paint, tint, ZERO } from "./chart-colours.ts";
import type { LorenzOptions } from "./chart-options.ts";
import { tip } from "./tip.ts";

const texts = messages("charts.lorenz", {
  top: {
    en: "The {top} with most have {share}; Gini coefficient {gini}",
    zh: "最高的 {top} 占有 {share}；基尼系数 {gini}",
  },
  axes: {
    en: "cumulative share, by cumulative share of {members}, lowest first",
    zh: "累计占比；横轴为 {members} 累计占比，由低到高",
  },
  members: { en: "members", zh: "成员" },
  equality: { en: "equality", zh: "完全平等" },
  upTo: { en: "Lowest {weight} of {members}", zh: "{members} 中最低的 {weight}" },
  own: { en: "Value", zh: "数值" },
});

const kinds = { value: "number", weight: "number?", label: "text?" } as const;

/** The Lorenz curve, with the Gini coefficient and the share of the upper tenth. */
export const lorenz = defineChart<typeof kinds, LorenzOptions>("lorenz", kinds, ["members", "meaning"], draw);

type Drawn = Sketch<typeof kinds, LorenzOptions>;

function draw(sketch: Drawn) {
  const { options, width, say } = sketch;
  const rows = sketch.rows.filter(({ value }) => value !== undefined);
  const curve = lorenzCurve(rows.map(({ value, weight }) => ({ value, weight: weight ?? 1 })));
  const colour = paint(options.meaning ?? "consumption");
  const members = options.members ?? say(texts.members());
  const height = Math.round(Math.min(440, Math.max(300, width * 0.62)));
  const equality = say(texts.equality());
  return {
    title: say(
      texts.top({ top: percent(0.1), share: percent(shareOfTop(curve, 0.1)), gini: writeNumber(curve.gini, 2) }),
    ),
    key: [say(texts.axes({ members }))],
    words: [0.2, 0.5, 0.8].map((top) => `${percent(top)}: ${percent(shareOfTop(curve, top))}`).join(", "),
    height,
    marginTop: 12,
    marginBottom: 26,
    marginLeft: 50,
    marginRight: 26,
    x: { label: null, domain: [0, 1], ticks: 5, tickFormat: percent },
    y: { label: null, domain: [0, 1], ticks: 5, grid: true, tickFormat: percent },
    marks: [
      Plot.areaY(curve.points, { x: "weight", y1: "weight", y2: "value", fill: tint(colour, 18) }),
      Plot.line(
        [
          [0, 0],
          [1, 1],
        ],
        { stroke: "var(--rule-strong)", strokeDasharray: "4 3" },
      ),
      Plot.lineY(curve.points, { x: "weight", y: "value", stroke: colour, strokeWidth: 2 }),
      Plot.text([equality], {
        x: 0.5,
        y: 0.5,
        text: (text: string) => text,
        dx: -8,
        dy: -8,
        textAnchor: "end",
        fill: MUTED,
      }),
      Plot.ruleY([0], { stroke: ZERO }),
      pointTips(sketch, rows, curve.points, members),
    ],
  };
}

function percent(share: number): string {
  return writePercent(share * 100, 0);
}

type Point = ReturnType<typeof lorenzCurve>["points"][number];

/** What the row at a point has itself, and what all up to it have. */
function pointTips(sketch: Drawn, rows: Drawn["rows"], points: readonly Point[], members: string) {
  const { unit, nameOf } = sketch;
  const title = ({ weight, value, index }: Point) => {
    const row = rows[index]!;
    return sketch.tip(row.label === undefined ? percent(weight) : nameOf(row.label), [
      [texts.own(), writeNumber(row.value), unit],
      [texts.upTo({ weight: percent(weight), members }), percent(value)],
    ]);
  };
  return Plot.tip(points.slice(1), Plot.pointerX({ ...tip, x: "weight", y: "value", title }));
}
