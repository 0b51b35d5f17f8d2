import { messages } from "../../lib/message/message.ts";
import { type Drawing, defineChart } from "./chart.ts";
import { NEUTRAL } from "./chart-colours.ts";
import type { FlowsOptions } from "./chart-options.ts";
import { bands } from "./flow-bands.ts";
import { bars } from "./flow-bars.ts";
import { chord } from "./flow-chord.ts";
import { network } from "./flow-columns.ts";
import { matrix } from "./flow-matrix.ts";
import { type Drawn, flowParts, kinds, type Parts } from "./flow-parts.ts";

const texts = messages("charts.flows", {
  largest: {
    en: "The largest flow is {origin} → {destination}: {value}",
    zh: "最大的流动是 {origin} → {destination}，为 {value}",
  },
  pair: { en: "{origin} → {destination}", zh: "{origin} → {destination}" },
  netSender: {
    en: "{name} sends {sent} and receives {received}",
    zh: "{name} 输出 {sent}，输入 {received}",
  },
  flow: { en: "Flow", zh: "流量" },
  origin: { en: "From", zh: "来源" },
  destination: { en: "To", zh: "去向" },
  fromFocus: { en: "from {name}", zh: "自 {name}" },
  toFocus: { en: "to {name}", zh: "至 {name}" },
  separator: { en: ", ", zh: "，" },
  rowsToColumns: { en: "from rows to columns", zh: "由行至列" },
});

/** Flows between places: bands from left to right, ribbons in a circle, a matrix, or bars. */
export const flows = defineChart<typeof kinds, FlowsOptions>("flows", kinds, ["as", "count", "focus"], draw);

function draw(sketch: Drawn): Drawing {
  const parts = flowParts(sketch);
  const { ranked, write } = parts;
  const { unit, say, nameOf } = sketch;
  const base = {
    title: titleOf(parts),
    key: focusKey(sketch),
    table: [
      { name: texts.origin(), values: ranked.map(({ origin }) => nameOf(origin)) },
      { name: texts.destination(), values: ranked.map(({ destination }) => nameOf(destination)) },
      { name: texts.flow(), unit, values: ranked.map(({ value }) => value) },
    ],
    words: ranked
      .slice(0, 12)
      .map(
        (flow) =>
          `${say(texts.pair({ origin: nameOf(flow.origin), destination: nameOf(flow.destination) }))} ${write(flow.value)}`,
      )
      .join("; "),
  };
  switch (sketch.options.as ?? "sankey") {
    case "chord":
      return { ...base, ...chord(parts) };
    case "network": {
      // What passes through a place has the colour of where it goes.
      const passing: Parts = {
        ...parts,
        colourOf: ({ origin, destination }) => sketch.colourOf(destination) ?? sketch.colourOf(origin) ?? NEUTRAL,
      };
      // Columns side by side need room; two sides do not.
      return { ...base, ...(sketch.isNarrow ? bands(passing) : network(passing)) };
    }
    case "matrix":
      return { ...base, ...matrix(parts), key: [say(texts.rowsToColumns())] };
    case "bars":
      // The bars have their rows.
      return { ...base, ...bars(parts), table: undefined };
    default:
      return { ...base, ...bands(parts) };
  }
}

/** The balance of the place in focus, or the largest flow. */
function titleOf({ sketch, ranked, write }: Parts): string {
  const { options, say, nameOf } = sketch;
  const { focus } = options;
  const quantity = (value: number) => sketch.quantity(write(value));
  if (focus !== undefined) {
    const total = (side: "origin" | "destination") =>
      ranked.filter((flow) => flow[side] === focus).reduce((sum, { value }) => sum + value, 0);
    const [sent, received] = [quantity(total("origin")), quantity(total("destination"))];
    return say(texts.netSender({ name: nameOf(focus), sent, received }));
  }
  const [largest] = ranked;
  if (!largest) return "";
  return say(
    texts.largest({
      origin: nameOf(largest.origin),
      destination: nameOf(largest.destination),
      value: quantity(largest.value),
    }),
  );
}

function focusKey({ options: { focus }, say, nameOf }: Drawn): Drawing["key"] {
  if (focus === undefined) return [];
  return [
    { text: say(texts.fromFocus({ name: nameOf(focus) })), colour: "var(--chart-trade-out)" },
    say(texts.separator()),
    { text: say(texts.toFocus({ name: nameOf(focus) })), colour: "var(--chart-trade-in)" },
  ];
}
