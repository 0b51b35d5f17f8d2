import * as Plot from "@observablehq/plot";
import { writeTick } from "../../lib/charts/number-text.ts";
import { textWidth } from "../../lib/charts/text-width.ts";
import { messages } from "../../lib/message/message.ts";
import { FONT_SIZE } from "./chart.ts";
import { MUTED, ZERO } from "./chart-colours.ts";
import type { Parts } from "./flow-parts.ts";
import { labelColumn, ticksFor } from "./label-column.ts";
import { tip } from "./tip.ts";

const texts = messages("charts.flows", {
  pair: { en: "{origin} → {destination}", zh: "{origin} → {destination}" },
});

/** One bar for each pair. */
export function bars({ sketch, ranked, told, colourOf, write }: Parts) {
  const { width, options, say, nameOf } = sketch;
  const shown = ranked
    .slice(0, options.count ?? 15)
    .map((flow, i) => ({ ...told(flow), key: String(i), fill: colourOf(flow), shown: write(flow.value) }));
  const names = shown.map(({ origin, destination }) =>
    say(texts.pair({ origin: nameOf(origin), destination: nameOf(destination) })),
  );
  const labels = labelColumn(
    shown.map(({ key }) => key),
    names,
    width,
  );
  const marginRight = Math.ceil(Math.max(0, ...shown.map((each) => textWidth(each.shown, FONT_SIZE)))) + 12;
  return {
    height: 32 + shown.length * Math.max(22, labels.rowHeight - 6),
    marginTop: 4,
    marginBottom: 26,
    marginLeft: labels.width + 4,
    marginRight,
    x: {
      label: null,
      grid: true,
      ticks: ticksFor(width - labels.width - marginRight, shown[0]?.shown ?? ""),
      tickFormat: writeTick,
    },
    y: { label: null, domain: shown.map(({ key }) => key) },
    marks: [
      labels.axis,
      Plot.barX(shown, { y: "key", x: "value", fill: "fill", insetTop: 2, insetBottom: 2, tip, title: "text" }),
      Plot.text(shown, { y: "key", x: "value", text: "shown", dx: 5, textAnchor: "start", fill: MUTED }),
      Plot.ruleX([0], { stroke: ZERO }),
    ],
  };
}
