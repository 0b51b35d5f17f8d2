import * as Plot from "@observablehq/plot";
import {
  commonDecimals,
  writeChange,
  writeNumber,
  writePercentChange,
  writeTick,
} from "../../lib/charts/number-text.ts";
import { textWidth } from "../../lib/charts/text-width.ts";
import { messages } from "../../lib/message/message.ts";
import { defineChart, FONT_SIZE, type Sketch } from "./chart.ts";
import { MUTED, NEUTRAL, PAPER, ZERO } from "./chart-colours.ts";
import type { BalanceOptions } from "./chart-options.ts";
import { labelColumn, ticksFor } from "./label-column.ts";
import { tip } from "./tip.ts";

const texts = messages("charts.balance", {
  lowerIn: {
    en: "In {count} of {total}, {second} is lower than {first}, most in {name} ({percent})",
    zh: "{total} 个中有 {count} 个的 {second} 低于 {first}，其中 {name} 差距最大（{percent}）",
  },
  lowerInNone: {
    en: "In all {total}, {second} is at least as high as {first}, most in {name} ({percent})",
    zh: "全部 {total} 个的 {second} 均不低于 {first}，其中 {name} 差距最大（{percent}）",
  },
  production: { en: "production", zh: "生产端排放" },
  consumption: { en: "consumption", zh: "消费端排放" },
  difference: { en: "Difference", zh: "差值" },
  relative: { en: "Relative to {first}", zh: "相对于 {first}" },
  separator: { en: ", ", zh: "，" },
});

const kinds = { production: "number", consumption: "number", label: "text" } as const;

/** Two values of each row as dots: production filled, consumption open, and their difference in per cent. */
export const balance = defineChart<typeof kinds, BalanceOptions>("balance", kinds, ["count", "sort", "series"], draw);

function draw(sketch: Sketch<typeof kinds, BalanceOptions>) {
  const { options, width, unit, say, nameOf } = sketch;
  const { count = 12, sort = "production", series } = options;
  const complete = sketch.rows.filter((row) => row.production !== undefined && row.consumption !== undefined);
  const sizeOf = (row: (typeof complete)[number]) =>
    sort === "difference" ? Math.abs(row.consumption - row.production) : sort === null ? 0 : row[sort];
  const sorted = sort === null ? complete : [...complete].sort((a, b) => sizeOf(b) - sizeOf(a));
  const rows = sorted.slice(0, count).map(({ label, production, consumption }, i) => ({
    key: String(i),
    name: nameOf(label),
    production,
    consumption,
    difference: consumption - production,
    percent: production === 0 ? Number.NaN : (consumption / production - 1) * 100,
    right: Math.max(production, consumption),
  }));
  const decimals = commonDecimals(rows.flatMap((row) => [row.production, row.consumption]));
  const first = series?.[0] ?? say(texts.production());
  const second = series?.[1] ?? say(texts.consumption());
  const lower = rows.filter(({ difference }) => difference < 0).length;
  const known = rows.filter(({ percent }) => Number.isFinite(percent));
  const furthest = known
    .filter(({ difference }) => (lower > 0 ? difference < 0 : difference >= 0))
    .reduce<(typeof rows)[number] | undefined>(
      (most, row) => (!most || Math.abs(row.percent) > Math.abs(most.percent) ? row : most),
      undefined,
    );
  const percentText = (row: (typeof rows)[number]) =>
    Number.isFinite(row.percent) ? writePercentChange(row.percent, Math.abs(row.percent) < 9.95 ? 1 : 0) : "";
  const finding = {
    total: rows.length,
    first,
    second,
    name: furthest?.name ?? "",
    percent: furthest ? writePercentChange(furthest.percent) : "",
  };
  const labels = labelColumn(
    rows.map(({ key }) => key),
    rows.map(({ name }) => name),
    width,
  );
  const marginRight = Math.ceil(Math.max(0, ...rows.map((row) => textWidth(percentText(row), FONT_SIZE)))) + 16;
  const widest = writeNumber(Math.max(...rows.map(({ right }) => right)), 0);
  const colours = ["var(--chart-production)", "var(--chart-consumption)"] as const;
  return {
    title: say(lower > 0 ? texts.lowerIn({ ...finding, count: lower }) : texts.lowerInNone(finding)),
    key: [
      { text: `● ${first}`, colour: colours[0] },
      say(texts.separator()),
      { text: `○ ${second}`, colour: colours[1] },
    ],
    words: rows
      .map((row) => `${row.name} ${writeNumber(row.production, decimals)}, ${writeNumber(row.consumption, decimals)}`)
      .join("; "),
    height: 38 + rows.length * labels.rowHeight,
    marginTop: 4,
    marginBottom: 26,
    marginLeft: labels.width + 8,
    marginRight,
    x: {
      label: null,
      grid: true,
      zero: true,
      ticks: ticksFor(width - labels.width - marginRight, widest),
      tickFormat: writeTick,
    },
    y: { label: null, domain: rows.map(({ key }) => key) },
    marks: [
      labels.axis,
      Plot.ruleX([0], { stroke: ZERO }),
      Plot.link(rows, { y: "key", x1: "production", x2: "consumption", stroke: NEUTRAL, strokeWidth: 1.5 }),
      Plot.dot(rows, { y: "key", x: "production", fill: colours[0], r: 5 }),
      Plot.dot(rows, { y: "key", x: "consumption", fill: PAPER, stroke: colours[1], strokeWidth: 2, r: 5 }),
      Plot.text(rows, { y: "key", x: "right", text: percentText, dx: 11, textAnchor: "start", fill: MUTED }),
      Plot.tip(
        rows,
        Plot.pointerY({
          ...tip,
          y: "key",
          x: "right",
          title: (row: (typeof rows)[number]) =>
            sketch.tip(row.name, [
              [capital(first), writeNumber(row.production, decimals), unit],
              [capital(second), writeNumber(row.consumption, decimals), unit],
              [texts.difference(), writeChange(row.difference, decimals), unit],
              Number.isFinite(row.percent) ? [texts.relative({ first }), writePercentChange(row.percent)] : undefined,
            ]),
        }),
      ),
    ],
  };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
