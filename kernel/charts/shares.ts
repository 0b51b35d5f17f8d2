import { commonDecimals, writeNumber, writePercent } from "../../lib/charts/number-text.ts";
import { messages } from "../../lib/message/message.ts";
import { defineChart, type Sketch } from "./chart.ts";
import { paint, tint } from "./chart-colours.ts";
import type { SharesOptions } from "./chart-options.ts";
import { rankedBars } from "./ranked-bars.ts";

const texts = messages("charts.shares", {
  largest: { en: "{first} is {percent} of {total}", zh: "{first} 占 {total} 的 {percent}" },
  others: { en: "{count} others", zh: "其他 {count} 项" },
  value: { en: "Value", zh: "数值" },
  share: { en: "Share", zh: "份额" },
  whole: { en: "shares of {total}", zh: "占 {total} 的份额" },
  negative: {
    en: "shares of {total}, without {amount} below zero",
    zh: "占 {total} 的份额，不含零以下的 {amount}",
  },
});

const kinds = { value: "number", label: "text" } as const;

/** The parts of a whole, the largest first, each with its per cent. */
export const shares = defineChart<typeof kinds, SharesOptions>("shares", kinds, ["count", "meaning"], draw);

type Drawn = Sketch<typeof kinds, SharesOptions>;

/** More parts than this are put together. */
const COUNT = 10;

function draw(sketch: Drawn) {
  const { say, quantity } = sketch;
  const given = sketch.rows.filter(({ value }) => value !== undefined);
  const parts = partsOf(sketch, given);
  const total = parts.reduce((sum, { value }) => sum + value, 0);
  const below = given.reduce((sum, { value }) => sum + Math.min(0, value), 0);
  const decimals = commonDecimals(given.map(({ value }) => value));
  const percentOf = (value: number) => (total === 0 ? 0 : (100 * value) / total);
  const whole = quantity(writeNumber(total, decimals));
  const bars = parts.map(({ name, value, fill }, i) => ({
    key: String(i),
    name,
    value: percentOf(value),
    text: writePercent(percentOf(value)),
    fill,
    told: sketch.tip(name, [
      [texts.value(), writeNumber(value, decimals), sketch.unit],
      [texts.share(), writeNumber(percentOf(value), 1), "%"],
    ]),
  }));
  const largest = bars.reduce((most, bar) => (bar.value > most.value ? bar : most));
  const key =
    below < 0
      ? texts.negative({ total: whole, amount: quantity(writeNumber(below, decimals)) })
      : texts.whole({ total: whole });
  return {
    title: say(texts.largest({ first: largest.name, percent: largest.text, total: whole })),
    key: [say(key)],
    words: bars.map(({ name, text }) => `${name} ${text}`).join(", "),
    ...rankedBars(bars, sketch.width),
  };
}

/** The parts above zero, the smallest of many as one. */
function partsOf({ options, say, nameOf, colourOf }: Drawn, given: Drawn["rows"]) {
  const { count = COUNT } = options;
  const own = paint(options.meaning ?? "neutral");
  const sorted = given.filter(({ value }) => value > 0).sort((a, b) => b.value - a.value);
  const kept = sorted.length > count ? sorted.slice(0, count - 1) : sorted;
  const rest = sorted.slice(kept.length);
  return [
    ...kept.map(({ label, value }) => ({ name: nameOf(label), value, fill: colourOf(label) ?? own })),
    ...(rest.length > 0
      ? [
          {
            name: say(texts.others({ count: rest.length })),
            value: rest.reduce((sum, { value }) => sum + value, 0),
            fill: tint(own, 42),
          },
        ]
      : []),
  ];
}
