import * as d3 from "d3";
import type { Flow } from "../../lib/charts/sankey.ts";
import { spreadLabels } from "../../lib/charts/spread-labels.ts";
import { textWidth, wrapped } from "../../lib/charts/text-width.ts";
import { FONT_SIZE } from "./chart.ts";
import { INK, NEUTRAL } from "./chart-colours.ts";
import { byTotal, type Drawn, inPixels, type Parts, tips } from "./flow-parts.ts";
import { svgNode, svgText } from "./svg-node.ts";

/** Ribbons between places on a circle. */
export function chord({ sketch, ranked, between, told, colourOf }: Parts) {
  const { width, options } = sketch;
  const { focus } = options;
  const members = membersOf(byTotal(ranked), focus, options.count);
  const amounts = members.map((origin) =>
    members.map((destination) =>
      origin === destination ? 0 : Math.max(0, between.get(`${origin}\n${destination}`) ?? 0),
    ),
  );
  const circle = circleOf(sketch, members);
  const { radius, height } = circle;
  const [cx, cy] = [width / 2, height / 2];
  const chords = d3.chordDirected().padAngle(0.04).sortSubgroups(d3.descending)(amounts);
  const touches = (flow: Flow) => focus === undefined || flow.origin === focus || flow.destination === focus;
  const flowOf = ({ source, target }: d3.Chord) => {
    const [origin, destination] = [members[source.index]!, members[target.index]!];
    return { origin, destination, value: between.get(`${origin}\n${destination}`) ?? 0 };
  };
  const drawn = [...chords]
    .map((each) => ({ each, flow: flowOf(each) }))
    .sort((a, b) => Number(touches(a.flow)) - Number(touches(b.flow)));
  const ribbon = d3
    .ribbonArrow()
    .radius(radius - 4)
    .padAngle(0.01);
  const draw = () => {
    const group = svgNode("g", { transform: `translate(${cx.toFixed(1)},${cy.toFixed(1)})` });
    for (const { each, flow } of drawn) {
      const d = inTenths(ribbon(each as never) as unknown as string);
      group.append(svgNode("path", { d, fill: colourOf(flow), "fill-opacity": touches(flow) ? 0.7 : 0.13 }));
    }
    group.append(...arcs(chords.groups, circle, focus));
    // Labels stand level beside the circle, so that they are read without turning the head.
    for (const isRight of [true, false]) group.append(...sideLabels(chords.groups, circle, focus, isRight));
    return group;
  };
  const points = drawn.map(({ each, flow }) => {
    const angle = (each.source.startAngle + each.source.endAngle) / 2;
    return { x: cx + Math.sin(angle) * radius * 0.8, y: cy - Math.cos(angle) * radius * 0.8, text: told(flow).text };
  });
  return { ...inPixels(width, height), marks: [draw, tips(points)] };
}

/** The largest places, and the one in focus. */
function membersOf(places: readonly string[], focus: string | undefined, count = 12): string[] {
  const members = places.slice(0, count);
  if (focus !== undefined && places.includes(focus) && !members.includes(focus)) members[members.length - 1] = focus;
  return members;
}

interface Circle {
  readonly members: readonly string[];
  /** Their names in lines. */
  readonly labels: readonly (readonly string[])[];
  readonly radius: number;
  readonly height: number;
}

function circleOf({ width, nameOf }: Drawn, members: readonly string[]): Circle {
  const room = Math.min(130, width * 0.27);
  const labels = members.map((name) => wrapped(nameOf(name), room - 22, FONT_SIZE));
  const side = Math.max(...labels.flat().map((line) => textWidth(line, FONT_SIZE))) + 24;
  const radius = Math.max(60, Math.min(230, width / 2 - side));
  return { members, labels, radius, height: Math.round(radius * 2 + 70) };
}

function arcs(groups: readonly d3.ChordGroup[], { members, radius }: Circle, focus: string | undefined): SVGElement[] {
  const arc = d3
    .arc<d3.ChordGroup>()
    .innerRadius(radius)
    .outerRadius(radius + 9);
  return groups.map((each) =>
    svgNode("path", {
      d: inTenths(arc(each as never) ?? ""),
      fill: NEUTRAL,
      "fill-opacity": focus === undefined || members[each.index] === focus ? 1 : 0.5,
    }),
  );
}

/** The labels of one half of the circle, spread from top to bottom, each with a line to its arc. */
function sideLabels(
  all: readonly d3.ChordGroup[],
  { members, labels, radius, height }: Circle,
  focus: string | undefined,
  isRight: boolean,
): SVGElement[] {
  const groups = all.filter(({ startAngle, endAngle }) => startAngle + endAngle < 2 * Math.PI === isRight);
  const angles = groups.map(({ startAngle, endAngle }) => (startAngle + endAngle) / 2);
  const wanted = angles.map((angle) => -Math.cos(angle) * (radius + 16));
  const placed = spreadLabels(
    wanted,
    groups.map(({ index }) => labels[index]!.length * 13 + 3),
    [-height / 2 + 2, height / 2 - 2],
  );
  return groups.flatMap(({ index }, i) => {
    const [x, y] = [Math.sin(angles[i]!) * (radius + 10), -Math.cos(angles[i]!) * (radius + 10)];
    const edge = Math.abs(placed[i]!) < radius + 14 ? Math.sqrt((radius + 14) ** 2 - placed[i]! ** 2) : 0;
    const at = (isRight ? 1 : -1) * Math.max(edge, Math.abs(x));
    return [
      svgNode("path", {
        d: `M${x.toFixed(1)},${y.toFixed(1)}L${(at + (isRight ? 4 : -4)).toFixed(1)},${placed[i]!.toFixed(1)}`,
        fill: "none",
        stroke: "var(--rule-strong)",
      }),
      svgText(labels[index]!, at + (isRight ? 7 : -7), placed[i]!, {
        "text-anchor": isRight ? "start" : "end",
        fill: INK,
        ...(members[index] === focus ? { "font-weight": 600 } : {}),
      }),
    ];
  });
}

function inTenths(path: string): string {
  return path.replace(/\d+\.\d+/g, (number) => Number(number).toFixed(1));
}
