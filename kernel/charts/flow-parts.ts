import type { Markish } from "@observablehq/plot";
import * as Plot from "@observablehq/plot";
import { commonDecimals, writeNumber, writePercent } from "../../lib/charts/number-text.ts";
import { type Flow, largestFlows } from "../../lib/charts/sankey.ts";
import { messages } from "../../lib/message/message.ts";
import type { Drawing, Sketch } from "./chart.ts";
import { NEUTRAL } from "./chart-colours.ts";
import type { FlowsOptions } from "./chart-options.ts";
import { tip } from "./tip.ts";

const texts = messages("charts.flows", {
  pair: { en: "{origin} → {destination}", zh: "{origin} → {destination}" },
  flow: { en: "Flow", zh: "流量" },
  back: { en: "Back", zh: "反向" },
  net: { en: "Difference", zh: "差值" },
  share: { en: "Share of what {origin} sends", zh: "占 {origin} 输出的比例" },
});

export const kinds = { value: "number", origin: "text", destination: "text" } as const;

export type Drawn = Sketch<typeof kinds, FlowsOptions>;

/** A flow with what its tooltip says. */
export interface Told extends Flow {
  readonly text: string;
}

/** What all ways to draw flows share. */
export interface Parts {
  readonly sketch: Drawn;
  /** One flow for each pair of places, the largest first. */
  readonly ranked: readonly Flow[];
  /** Their values by origin and destination. */
  readonly between: ReadonlyMap<string, number>;
  told(flow: Flow): Told;
  colourOf(flow: Flow): string;
  write(value: number): string;
}

export function flowParts(sketch: Drawn): Parts {
  const between = new Map<string, number>();
  for (const { origin, destination, value } of sketch.rows.filter(({ value }) => value !== undefined)) {
    const key = `${origin}\n${destination}`;
    between.set(key, (between.get(key) ?? 0) + value);
  }
  const sums: Flow[] = [...between].map(([key, value]) => {
    const [origin = "", destination = ""] = key.split("\n");
    return { origin, destination, value };
  });
  const ranked = largestFlows(sums, Number.POSITIVE_INFINITY);
  const decimals = commonDecimals(ranked.slice(0, 40).map(({ value }) => value));
  const write = (value: number) => writeNumber(value, decimals);
  return {
    sketch,
    ranked,
    between,
    told: tellFlow(sketch, ranked, between, write),
    colourOf: (flow) => colourOf(sketch, flow),
    write,
  };
}

/** A flow with its share of what its origin sends, and with what flows back. */
function tellFlow(
  sketch: Drawn,
  ranked: readonly Flow[],
  between: Parts["between"],
  write: (value: number) => string,
): Parts["told"] {
  const { unit, say, nameOf } = sketch;
  const sent = new Map<string, number>();
  for (const { origin, value } of ranked) sent.set(origin, (sent.get(origin) ?? 0) + value);
  return (flow) => {
    const back = between.get(`${flow.destination}\n${flow.origin}`);
    const names = { origin: nameOf(flow.origin), destination: nameOf(flow.destination) };
    const text = sketch.tip(say(texts.pair(names)), [
      [texts.flow(), write(flow.value), unit],
      [texts.share({ origin: names.origin }), writePercent((flow.value / (sent.get(flow.origin) || 1)) * 100)],
      back === undefined ? undefined : [texts.back(), write(back), unit],
      back === undefined ? undefined : [texts.net(), write(flow.value - back), unit],
    ]);
    return { ...flow, text };
  };
}

function colourOf({ options: { focus }, colourOf: ofPlace }: Drawn, { origin, destination }: Flow): string {
  if (focus === undefined) return ofPlace(origin) ?? "var(--chart-trade-out)";
  if (origin === focus) return "var(--chart-trade-out)";
  return destination === focus ? "var(--chart-trade-in)" : NEUTRAL;
}

/** Scales in pixels, for what is laid out before it is drawn. */
export function inPixels(width: number, height: number): Omit<Drawing, "title" | "words" | "marks"> {
  return {
    height,
    margin: 0,
    axis: null,
    x: { type: "linear", domain: [0, width], range: [0, width], axis: null },
    y: { type: "linear", domain: [0, height], range: [0, height], axis: null },
  };
}

export function tips(points: readonly { readonly x: number; readonly y: number; readonly text: string }[]): Markish {
  return Plot.tip(points, Plot.pointer({ ...tip, x: "x", y: "y", title: "text", maxRadius: 60 }));
}

/** The places by the sum of what they send and receive, the largest first. */
export function byTotal(flows: Parts["ranked"]): string[] {
  const totals = new Map<string, number>();
  for (const { origin, destination, value } of flows) {
    totals.set(origin, (totals.get(origin) ?? 0) + value);
    totals.set(destination, (totals.get(destination) ?? 0) + value);
  }
  return [...totals].sort(([, a], [, b]) => b - a).map(([name]) => name);
}
