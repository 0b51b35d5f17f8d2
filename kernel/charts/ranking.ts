import { commonDecimals, decimalsOf, writeNumber } from "../../lib/charts/number-text.ts";
import { messages } from "../../lib/message/message.ts";
import { defineChart, type Sketch } from "./chart.ts";
import { paint } from "./chart-colours.ts";
import type { RankingOptions } from "./chart-options.ts";
import { rankedBars } from "./ranked-bars.ts";

const texts = messages("charts.ranking", {
  times: {
    en: "{first} is highest, at {value}: {times} times {second}",
    zh: "{first} 最高，为 {value}，是 {second} 的 {times} 倍",
  },
  before: { en: "{first} is highest, at {value}, before {second}", zh: "{first} 最高，为 {value}，其次是 {second}" },
  single: { en: "{first}: {value}", zh: "{first}：{value}" },
  value: { en: "Value", zh: "数值" },
  rank: { en: "Rank", zh: "排名" },
  some: { en: "the {count} highest of {all}", zh: "共 {all} 个中最高的 {count} 个" },
});

const kinds = { value: "number", label: "text" } as const;

/** Values in the order of their size, as bars. */
export const ranking = defineChart<typeof kinds, RankingOptions>("ranking", kinds, ["count", "meaning"], draw);

type Drawn = Sketch<typeof kinds, RankingOptions>;

/** More bars than this are left out unless they are asked for. */
const COUNT = 15;

function draw(sketch: Drawn) {
  const { options, say, nameOf, colourOf } = sketch;
  const all = sketch.rows.filter(({ value }) => value !== undefined).sort((a, b) => b.value - a.value);
  const shown = all.slice(0, options.count ?? COUNT);
  const decimals = commonDecimals(shown.map(({ value }) => value));
  const write = (value: number) => writeNumber(value, Math.max(decimals, Math.min(decimalsOf(value), 3)));
  const own = paint(options.meaning ?? "neutral");
  const bars = shown.map(({ label, value }, i) => ({
    key: String(i),
    name: nameOf(label),
    value,
    text: write(value),
    fill: colourOf(label) ?? own,
    told: sketch.tip(nameOf(label), [
      [texts.value(), write(value), sketch.unit],
      [texts.rank(), String(i + 1)],
    ]),
  }));
  return {
    title: finding(sketch, bars),
    ...(shown.length < all.length ? { key: [say(texts.some({ count: shown.length, all: all.length }))] } : {}),
    words: bars.map(({ name, text }) => `${name} ${text}`).join(", "),
    ...rankedBars(bars, sketch.width),
  };
}

function finding({ say, quantity }: Drawn, bars: readonly { name: string; value: number; text: string }[]): string {
  const [first, second] = bars;
  const value = quantity(first!.text);
  if (!second) return say(texts.single({ first: first!.name, value }));
  const names = { first: first!.name, second: second.name, value };
  const times = first!.value / second.value;
  return second.value > 0 && times >= 1.05
    ? say(texts.times({ ...names, times: writeNumber(times, times < 10 ? 1 : 0) }))
    : say(texts.before(names));
}
