import type { Markish } from "@observablehq/plot";
import * as Plot from "@observablehq/plot";
import * as d3 from "d3";
import { flowNetwork } from "../../lib/charts/flow-network.ts";
import { commonDecimals, writeNumber, writePercent, writeTick } from "../../lib/charts/number-text.ts";
import { type Flow, largestFlows, sankey } from "../../lib/charts/sankey.ts";
import { spreadLabels } from "../../lib/charts/spread-labels.ts";
import { supplyLayout } from "../../lib/charts/supply-sankey.ts";
import { shortened, textWidth, wrapped } from "../../lib/charts/text-width.ts";
import { messages } from "../../lib/message/message.ts";
import { type Drawing, defineChart, FONT_SIZE, type Sketch } from "./chart.ts";
import { INK, MUTED, NEUTRAL, PAPER, tint, ZERO } from "./chart-colours.ts";
import type { FlowsOptions } from "./chart-options.ts";
import { labelColumn, ticksFor } from "./label-column.ts";
import { svgNode, svgText } from "./svg-node.ts";
import { tip } from "./tip.ts";

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
  back: { en: "Back", zh: "反向" },
  net: { en: "Difference", zh: "差值" },
  share: { en: "Share of what {origin} sends", zh: "占 {origin} 输出的比例" },
  fromFocus: { en: "from {name}", zh: "自 {name}" },
  toFocus: { en: "to {name}", zh: "至 {name}" },
  separator: { en: ", ", zh: "，" },
  returning: { en: "↩ {name}", zh: "↩ {name}" },
  rowsToColumns: { en: "from rows to columns", zh: "由行至列" },
});

const kinds = { value: "number", origin: "text", destination: "text" } as const;

/** Flows between places: bands from left to right, ribbons in a circle, a matrix, or bars. */
export const flows = defineChart<typeof kinds, FlowsOptions>("flows", kinds, ["as", "count", "focus"], draw);

type Drawn = Sketch<typeof kinds, FlowsOptions>;

/** A flow with what its tooltip says. */
interface Told extends Flow {
  readonly text: string;
}

function draw(sketch: Drawn): Drawing {
  const { options, unit, say, nameOf } = sketch;
  const all = sketch.rows.filter(({ value }) => value !== undefined);
  const between = new Map<string, number>();
  for (const { origin, destination, value } of all) {
    const key = `${origin}\n${destination}`;
    between.set(key, (between.get(key) ?? 0) + value);
  }
  const sums: Flow[] = [...between].map(([key, value]) => {
    const [origin = "", destination = ""] = key.split("\n");
    return { origin, destination, value };
  });
  const ranked = largestFlows(sums, Number.POSITIVE_INFINITY);
  const sent = new Map<string, number>();
  for (const { origin, value } of ranked) sent.set(origin, (sent.get(origin) ?? 0) + value);
  const decimals = commonDecimals(ranked.slice(0, 40).map(({ value }) => value));
  const write = (value: number) => writeNumber(value, decimals);
  const told = (flow: Flow): Told => {
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
  const [largest] = ranked;
  const { focus } = options;
  const total = (side: "origin" | "destination") =>
    ranked.filter((flow) => flow[side] === focus).reduce((sum, { value }) => sum + value, 0);
  const quantity = (value: number) => sketch.quantity(write(value));
  const title =
    focus !== undefined
      ? say(
          texts.netSender({
            name: nameOf(focus),
            sent: quantity(total("origin")),
            received: quantity(total("destination")),
          }),
        )
      : largest
        ? say(
            texts.largest({
              origin: nameOf(largest.origin),
              destination: nameOf(largest.destination),
              value: quantity(largest.value),
            }),
          )
        : "";
  const colourOf = ({ origin, destination }: Flow) =>
    focus === undefined
      ? (sketch.colourOf(origin) ?? "var(--chart-trade-out)")
      : origin === focus
        ? "var(--chart-trade-out)"
        : destination === focus
          ? "var(--chart-trade-in)"
          : NEUTRAL;
  const key =
    focus === undefined
      ? []
      : [
          { text: say(texts.fromFocus({ name: nameOf(focus) })), colour: "var(--chart-trade-out)" },
          say(texts.separator()),
          { text: say(texts.toFocus({ name: nameOf(focus) })), colour: "var(--chart-trade-in)" },
        ];
  const base = {
    title,
    key,
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
  const parts = { sketch, ranked, between, told, colourOf, write };
  switch (options.as ?? "sankey") {
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

interface Parts {
  readonly sketch: Drawn;
  readonly ranked: readonly Flow[];
  readonly between: ReadonlyMap<string, number>;
  told(flow: Flow): Told;
  colourOf(flow: Flow): string;
  write(value: number): string;
}

/** Scales in pixels, for what is laid out before it is drawn. */
function inPixels(width: number, height: number): Omit<Drawing, "title" | "words" | "marks"> {
  return {
    height,
    margin: 0,
    axis: null,
    x: { type: "linear", domain: [0, width], range: [0, width], axis: null },
    y: { type: "linear", domain: [0, height], range: [0, height], axis: null },
  };
}

function tips(points: readonly { readonly x: number; readonly y: number; readonly text: string }[]): Markish {
  return Plot.tip(points, Plot.pointer({ ...tip, x: "x", y: "y", title: "text", maxRadius: 60 }));
}

function bands({ sketch, ranked, told, colourOf, write }: Parts) {
  const { width, options, nameOf, isNarrow } = sketch;
  const shown = ranked.slice(0, options.count ?? 15);
  const sides = Math.max(
    new Set(shown.map(({ origin }) => origin)).size,
    new Set(shown.map(({ destination }) => destination)).size,
  );
  const height = Math.max(isNarrow ? 300 : 340, sides * (isNarrow ? 38 : 26));
  const layout = sankey(shown, height, 6, isNarrow ? 30 : 17);
  const room = width * (isNarrow ? 0.3 : 0.27);
  const NODE = 8;
  const valueTexts = new Map(layout.nodes.map((node) => [node, write(node.value)]));
  // On a phone the value stands below the name.
  const labelOf = (node: (typeof layout.nodes)[number]): readonly string[] => {
    const value = valueTexts.get(node)!;
    if (isNarrow) return [shortened(nameOf(node.name), room, FONT_SIZE), value];
    return [`${shortened(nameOf(node.name), room - textWidth(value, FONT_SIZE) - 18, FONT_SIZE)}  ${value}`];
  };
  const sideWidth = (side: string) =>
    Math.ceil(
      Math.max(
        0,
        ...layout.nodes
          .filter((node) => node.side === side)
          .flatMap((node) => labelOf(node).map((line) => textWidth(line, FONT_SIZE))),
      ),
    ) + 8;
  const [left, right] = [sideWidth("origin"), width - sideWidth("destination")];
  const shape = layout.bands.map((band) => ({ band, fill: colourOf(band), ...told(band) }));
  const middle = (left + right) / 2;
  const draw = () => {
    const group = svgNode("g", {});
    for (const { band, fill } of shape) {
      const [a, b] = [left + NODE, right - NODE];
      const curve = (y1: number, x2: number, y2: number) =>
        `C${middle},${y1.toFixed(1)} ${middle},${y2.toFixed(1)} ${x2.toFixed(1)},${y2.toFixed(1)}`;
      const d = `M${a.toFixed(1)},${band.from[0].toFixed(1)}${curve(band.from[0], b, band.to[0])}L${b.toFixed(1)},${band.to[1].toFixed(1)}${curve(band.to[1], a, band.from[1])}Z`;
      group.append(
        svgNode("path", { d, fill, "fill-opacity": 0.5, stroke: fill, "stroke-opacity": 0.4, "stroke-width": 0.5 }),
      );
    }
    for (const node of layout.nodes) {
      const isLeft = node.side === "origin";
      const at = (node.top + node.bottom) / 2;
      const rect = {
        x: isLeft ? left : right - NODE,
        y: node.top,
        width: NODE,
        height: Math.max(1, node.bottom - node.top),
        fill: NEUTRAL,
      };
      group.append(svgNode("rect", rect));
      group.append(
        svgText(labelOf(node), isLeft ? left - 5 : right + 5, at, {
          "text-anchor": isLeft ? "end" : "start",
          fill: INK,
        }),
      );
    }
    return group;
  };
  const points = shape.map(({ band, text }) => ({
    x: middle,
    y: (band.from[0] + band.from[1] + band.to[0] + band.to[1]) / 4,
    text,
  }));
  return { ...inPixels(width, height), marks: [draw, tips(points)] };
}

/** Columns of places from left to right, each passing on what it receives. */
function network({ sketch, ranked, told, colourOf, write }: Parts) {
  const { width, options, nameOf, say } = sketch;
  const flows = flowNetwork(ranked.slice(0, options.count ?? Number.POSITIVE_INFINITY));
  const levels = flows.nodes.reduce((most, { level }) => Math.max(most, level + 1), 1);
  const NODE = 9;
  const LINE = 13;
  const nameAt = (n: number) => {
    const name = nameOf(flows.nodes[n]!.name);
    return flows.returns.has(n) ? say(texts.returning({ name })) : name;
  };
  const ends = flows.nodes.flatMap(({ level, value }, n) => (level === 0 ? [nameAt(n), write(value)] : []));
  const last = Math.min(
    width / levels + 20,
    NODE + 8 + Math.max(0, ...ends.map((text) => textWidth(text, FONT_SIZE) * 1.05)),
  );
  const step = (width - last) / Math.max(1, levels - 1);
  const left = (level: number) => (levels - 1 - level) * step;
  const labels = flows.nodes.map(({ level, value }, n) => {
    const lines = wrapped(nameAt(n), (level === 0 ? last : step) - NODE - 8, FONT_SIZE, 2);
    return [...lines.slice(0, -1), `${lines.at(-1)}\u00a0`, write(value)];
  });
  const rooms = labels.map((lines) => lines.length * LINE + 7);
  const needed = Array.from({ length: levels }, (_, level) =>
    flows.nodes.reduce((sum, node, n) => sum + (node.level === level ? rooms[n]! : 0), 0),
  );
  const height = Math.ceil(Math.max(340, ...needed.map((each) => each * 1.35)));
  const layout = supplyLayout(flows, height, rooms, 6);
  const flowOf = ({ from, to, value }: { from: number; to: number; value: number }): Flow => ({
    origin: layout.nodes[from]!.name!,
    destination: layout.nodes[to]!.name!,
    value,
  });
  const draw = () => {
    const group = svgNode("g", {});
    for (const { from, to, value, start, end } of layout.links) {
      const [a, b] = [left(layout.nodes[from]!.level) + NODE, left(layout.nodes[to]!.level)];
      const x = ((a + b) / 2).toFixed(1);
      const curve = (y1: number, x2: number, y2: number) =>
        `C${x},${y1.toFixed(1)} ${x},${y2.toFixed(1)} ${x2.toFixed(1)},${y2.toFixed(1)}`;
      const d = `M${a.toFixed(1)},${start[0].toFixed(1)}${curve(start[0], b, end[0])}L${b.toFixed(1)},${end[1].toFixed(1)}${curve(end[1], a, start[1])}Z`;
      group.append(svgNode("path", { d, fill: colourOf(flowOf({ from, to, value })), "fill-opacity": 0.4 }));
    }
    for (const { level, top, bottom } of layout.nodes)
      group.append(
        svgNode("rect", { x: left(level), y: top, width: NODE, height: Math.max(1, bottom - top), fill: NEUTRAL }),
      );
    for (const [n, { level, middle }] of layout.nodes.entries())
      group.append(
        svgText(labels[n]!, left(level) + NODE + 5, middle, {
          "text-anchor": "start",
          fill: INK,
          // Labels stand on the bands.
          stroke: PAPER,
          "stroke-width": 3,
          "stroke-linejoin": "round",
          "paint-order": "stroke",
        }),
      );
    return group;
  };
  const points = layout.links.map(({ from, to, value, start, end }) => ({
    x: (left(layout.nodes[from]!.level) + NODE + left(layout.nodes[to]!.level)) / 2,
    y: (start[0] + start[1] + end[0] + end[1]) / 4,
    text: told(flowOf({ from, to, value })).text,
  }));
  return { ...inPixels(width, height), marks: [draw, tips(points)] };
}

/** The places by the sum of what they send and receive, the largest first. */
function byTotal(flows: Parts["ranked"]): string[] {
  const totals = new Map<string, number>();
  for (const { origin, destination, value } of flows) {
    totals.set(origin, (totals.get(origin) ?? 0) + value);
    totals.set(destination, (totals.get(destination) ?? 0) + value);
  }
  return [...totals].sort(([, a], [, b]) => b - a).map(([name]) => name);
}

function chord({ sketch, ranked, between, told, colourOf }: Parts) {
  const { width, options, nameOf } = sketch;
  const { focus, count = 12 } = options;
  const places = byTotal(ranked);
  const members = places.slice(0, count);
  if (focus !== undefined && places.includes(focus) && !members.includes(focus)) members[members.length - 1] = focus;
  const amounts = members.map((origin) =>
    members.map((destination) =>
      origin === destination ? 0 : Math.max(0, between.get(`${origin}\n${destination}`) ?? 0),
    ),
  );
  const room = Math.min(130, width * 0.27);
  const labels = members.map((name) => wrapped(nameOf(name), room - 22, FONT_SIZE));
  const side = Math.max(...labels.flat().map((line) => textWidth(line, FONT_SIZE))) + 24;
  const radius = Math.max(60, Math.min(230, width / 2 - side));
  const height = Math.round(radius * 2 + 70);
  const [cx, cy] = [width / 2, height / 2];
  const chords = d3.chordDirected().padAngle(0.04).sortSubgroups(d3.descending)(amounts);
  const ribbon = d3
    .ribbonArrow()
    .radius(radius - 4)
    .padAngle(0.01);
  const arc = d3
    .arc<d3.ChordGroup>()
    .innerRadius(radius)
    .outerRadius(radius + 9);
  const touches = (flow: Flow) => focus === undefined || flow.origin === focus || flow.destination === focus;
  const flowOf = ({ source, target }: d3.Chord) => {
    const [origin, destination] = [members[source.index]!, members[target.index]!];
    return { origin, destination, value: between.get(`${origin}\n${destination}`) ?? 0 };
  };
  const drawn = [...chords]
    .map((each) => ({ each, flow: flowOf(each) }))
    .sort((a, b) => Number(touches(a.flow)) - Number(touches(b.flow)));
  const draw = () => {
    const group = svgNode("g", { transform: `translate(${cx.toFixed(1)},${cy.toFixed(1)})` });
    for (const { each, flow } of drawn) {
      const d = (ribbon(each as never) as unknown as string).replace(/\d+\.\d+/g, (number) =>
        Number(number).toFixed(1),
      );
      group.append(svgNode("path", { d, fill: colourOf(flow), "fill-opacity": touches(flow) ? 0.7 : 0.13 }));
    }
    for (const each of chords.groups) {
      const d = (arc(each as never) ?? "").replace(/\d+\.\d+/g, (number) => Number(number).toFixed(1));
      group.append(
        svgNode("path", {
          d,
          fill: NEUTRAL,
          "fill-opacity": focus === undefined || members[each.index] === focus ? 1 : 0.5,
        }),
      );
    }
    // Labels stand level beside the circle, so that they are read without turning the head.
    for (const isRight of [true, false]) {
      const groups = chords.groups.filter(
        ({ startAngle, endAngle }) => startAngle + endAngle < 2 * Math.PI === isRight,
      );
      const angles = groups.map(({ startAngle, endAngle }) => (startAngle + endAngle) / 2);
      const wanted = angles.map((angle) => -Math.cos(angle) * (radius + 16));
      const placed = spreadLabels(
        wanted,
        groups.map(({ index }) => labels[index]!.length * 13 + 3),
        [-height / 2 + 2, height / 2 - 2],
      );
      groups.forEach(({ index }, i) => {
        const [x, y] = [Math.sin(angles[i]!) * (radius + 10), -Math.cos(angles[i]!) * (radius + 10)];
        const edge = Math.abs(placed[i]!) < radius + 14 ? Math.sqrt((radius + 14) ** 2 - placed[i]! ** 2) : 0;
        const at = (isRight ? 1 : -1) * Math.max(edge, Math.abs(x));
        group.append(
          svgNode("path", {
            d: `M${x.toFixed(1)},${y.toFixed(1)}L${(at + (isRight ? 4 : -4)).toFixed(1)},${placed[i]!.toFixed(1)}`,
            fill: "none",
            stroke: "var(--rule-strong)",
          }),
        );
        group.append(
          svgText(labels[index]!, at + (isRight ? 7 : -7), placed[i]!, {
            "text-anchor": isRight ? "start" : "end",
            fill: INK,
            ...(members[index] === focus ? { "font-weight": 600 } : {}),
          }),
        );
      });
    }
    return group;
  };
  const points = drawn.map(({ each, flow }) => {
    const angle = (each.source.startAngle + each.source.endAngle) / 2;
    return { x: cx + Math.sin(angle) * radius * 0.8, y: cy - Math.cos(angle) * radius * 0.8, text: told(flow).text };
  });
  return { ...inPixels(width, height), marks: [draw, tips(points)] };
}

function matrix({ sketch, ranked, between, told, write }: Parts) {
  const { width, options, nameOf } = sketch;
  const members = byTotal(ranked).slice(0, options.count ?? 10);
  const room = Math.min(150, width * 0.3);
  const labels = members.map((name) => shortened(nameOf(name), room, FONT_SIZE));
  const side = Math.ceil(Math.max(...labels.map((label) => textWidth(label, FONT_SIZE)))) + 8;
  const step = Math.min(64, (width - side - 2) / members.length);
  const row = Math.max(20, Math.min(34, step));
  const cells = members.flatMap((origin, i) =>
    members.flatMap((destination, j) => {
      const value = between.get(`${origin}\n${destination}`);
      if (origin === destination || value === undefined) return [];
      return [
        {
          ...told({ origin, destination, value }),
          x1: side + j * step,
          x2: side + (j + 1) * step,
          y1: side + i * row,
          y2: side + (i + 1) * row,
        },
      ];
    }),
  );
  const most = Math.max(...cells.map(({ value }) => value), 0);
  const share = (value: number) => (most > 0 ? Math.sqrt(Math.max(0, value) / most) : 0);
  const height = Math.round(side + members.length * row + 2);
  const fits = cells.every(({ value }) => textWidth(write(value), FONT_SIZE - 1) < step - 4);
  const draw = () => {
    const group = svgNode("g", {});
    labels.forEach((label, i) => {
      group.append(svgText(label, side - 6, side + (i + 0.5) * row, { "text-anchor": "end", fill: INK }));
      const [x, y] = [side + (i + 0.5) * step, side - 6];
      group.append(
        svgText(label, x, y, {
          "text-anchor": "start",
          fill: INK,
          transform: `rotate(-90,${x.toFixed(1)},${y.toFixed(1)})`,
        }),
      );
    });
    for (const { x1, x2, y1, y2, value } of cells) {
      const percent = 6 + 94 * share(value);
      const fill = tint("var(--chart-trade-out)", percent);
      group.append(svgNode("rect", { x: x1 + 0.5, y: y1 + 0.5, width: x2 - x1 - 1, height: y2 - y1 - 1, fill }));
      if (fits)
        group.append(
          svgText(write(value), (x1 + x2) / 2, (y1 + y2) / 2, {
            "text-anchor": "middle",
            "font-size": FONT_SIZE - 1,
            fill: percent > 50 ? PAPER : INK,
          }),
        );
    }
    return group;
  };
  const points = cells.map(({ x1, x2, y1, y2, text }) => ({ x: (x1 + x2) / 2, y: (y1 + y2) / 2, text }));
  return { ...inPixels(width, height), marks: [draw, tips(points)] };
}

function bars({ sketch, ranked, told, colourOf, write }: Parts) {
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
