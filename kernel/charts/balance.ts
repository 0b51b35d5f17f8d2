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

type Drawn = Sketch<typeof kinds, BalanceOptions>;

function draw(sketch: Drawn) {
  const { options, width, say } = sketch;
  const rows = comparisons(sketch);
  const decimals = commonDecimals(rows.flatMap((row) => [row.production, row.consumption]));
  const first = options.series?.[0] ?? say(texts.production());
  const second = options.series?.[1] ?? say(texts.consumption());
  const labels = labelColumn(
    rows.map(({ key }) => key),
    rows.map(({ name }) => name),
    width,
  );
  const marginRight = Math.ceil(Math.max(0, ...rows.map((row) => textWidth(percentText(row), FONT_SIZE)))) + 16;
  const widest = writeNumber(Math.max(...rows.map(({ right }) => right)), 0);
  const colours = ["var(--chart-production)", "var(--chart-consumption)"] as const;
  return {
    title: titleOf(sketch, rows, first, second),
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
      rowTips(sketch, rows, first, second, decimals),
    ],
  };
}

/** A row with both of its values. */
interface Comparison {
  readonly key: string;
  readonly name: string;
  readonly production: number;
  readonly consumption: number;
  readonly difference: number;
  /** Of the second relative to the first; NaN if that is 0. */
  readonly percent: number;
  readonly right: number;
}

function comparisons({ rows, options, nameOf }: Drawn): Comparison[] {
  const { count = 12, sort = "production" } = options;
  const complete = rows.filter((row) => row.production !== undefined && row.consumption !== undefined);
  const sizeOf = (row: (typeof complete)[number]) =>
    sort === "difference" ? Math.abs(row.consumption - row.production) : sort === null ? 0 : row[sort];
  const sorted = sort === null ? complete : [...complete].sort((a, b) => sizeOf(b) - sizeOf(a));
  return sorted.slice(0, count).map(({ label, production, consumption }, i) => ({
    key: String(i),
    name: nameOf(label),
    production,
    consumption,
    difference: consumption - production,
    percent: production === 0 ? Number.NaN : (consumption / production - 1) * 100,
    right: Math.max(production, consumption),
  }));
}

/** In how many rows the second is lower, and where the most. */
function titleOf({ say }: Drawn, rows: readonly Comparison[], first: string, second: string): string {
  const lower = rows.filter(({ difference }) => difference < 0).length;
  const furthest = rows
    .filter(({ percent }) => Number.isFinite(percent))
    .filter(({ difference }) => (lower > 0 ? difference < 0 : difference >= 0))
    .reduce<Comparison | undefined>(
      (most, row) => (!most || Math.abs(row.percent) > Math.abs(most.percent) ? row : most),
      undefined,
    );
  const finding = {
    total: rows.length,
    first,
    second,
    name: furthest?.name ?? "",
    percent: furthest ? writePercentChange(furthest.percent) : "",
  };
  return say(lower > 0 ? texts.lowerIn({ ...finding, count: lower }) : texts.lowerInNone(finding));
}

function percentText({ percent }: Comparison): string {
  return Number.isFinite(percent) ? writePercentChange(percent, Math.abs(percent) < 9.95 ? 1 : 0) : "";
}

function rowTips(sketch: Drawn, rows: readonly Comparison[], first: string, second: string, decimals: number) {
  const { unit } = sketch;
  const title = (row: Comparison) =>
    sketch.tip(row.name, [
      [capital(first), writeNumber(row.production, decimals), unit],
      [capital(second), writeNumber(row.consumption, decimals), unit],
      [texts.difference(), writeChange(row.difference, decimals), unit],
      Number.isFinite(row.percent) ? [texts.relative({ first }), writePercentChange(row.percent)] : undefined,
    ]);
  return Plot.tip(rows, Plot.pointerY({ ...tip, y: "key", x: "right", title }));
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
