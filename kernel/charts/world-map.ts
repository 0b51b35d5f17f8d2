import * as Plot from "@observablehq/plot";
import * as topojson from "topojson-client";
import { classLimits } from "../../lib/charts/class-limits.ts";
import { commonDecimals, writeChange, writeNumber } from "../../lib/charts/number-text.ts";
import { textWidth } from "../../lib/charts/text-width.ts";
import { Fault } from "../../lib/message/fault.ts";
import { messages } from "../../lib/message/message.ts";
import { defineChart, FONT_SIZE, lookUp, type Sketch } from "./chart.ts";
import { INK, PAPER, paint, tint } from "./chart-colours.ts";
import type { WorldMapOptions } from "./chart-options.ts";
import { render, svgNode, svgText } from "./svg-node.ts";
import { tip } from "./tip.ts";

const said = messages("charts.worldMap", {
  noAtlas: {
    en: 'charts.worldMap needs a map of countries as `atlas`: `await datasets.load("world_110m")`.',
    zh: 'charts.worldMap 需要以 `atlas` 给出国家地图：`await datasets.load("world_110m")`。',
  },
  highest: { en: "Highest in {name}: {value}", zh: "最高的是 {name}，为 {value}" },
  between: {
    en: "From {least} in {lowest} to {most} in {highest}",
    zh: "从 {lowest} 的 {least} 到 {highest} 的 {most}",
  },
  value: { en: "Value", zh: "数值" },
  noData: { en: "No data", zh: "无数据" },
});

const kinds = { value: "number", code: "text", note: "text?" } as const;

/** Countries coloured by class of value. */
export const worldMap = defineChart<typeof kinds, WorldMapOptions>(
  "worldMap",
  kinds,
  ["atlas", "codeOf", "thresholds", "meaning"],
  draw,
);

interface Country {
  readonly type: "Feature";
  readonly properties: { readonly iso3?: string; readonly name?: string };
}

/** What no one lives in is left out of the picture. */
const ANTARCTICA = "ATA";
/** The height of the map in the projection, without Antarctica, relative to its width. */
const ASPECT = 0.455;
const LEGEND = 40;

type Drawn = Sketch<typeof kinds, WorldMapOptions>;
type Row = Drawn["rows"][number];

function draw(sketch: Drawn) {
  const { options, width, unit, say, nameOf } = sketch;
  const countries = countriesOf(options.atlas);
  const rowOf = countryRows(sketch);
  const shown = [...new Set(countries.flatMap((country) => rowOf(country) ?? []))];
  const values = shown.map(({ value }) => value);
  const limits = options.thresholds ?? classLimits(values);
  const isAboutZero = limits.some((limit) => limit < 0);
  const colours = coloursOf(limits, isAboutZero, options.meaning);
  const classOf = (value: number) => limits.filter((limit) => value >= limit).length;
  const decimals = commonDecimals(values);
  const write = (value: number) => (isAboutZero ? writeChange : writeNumber)(value, decimals);
  const height = Math.round(width * ASPECT) + LEGEND;
  const hasGaps = countries.some((country) => !rowOf(country));
  const text = (country: Country) => {
    const row = rowOf(country);
    const iso3 = country.properties.iso3 ?? "";
    const named = lookUp(options.names, iso3) ?? country.properties.name ?? iso3;
    return sketch.tip(
      named,
      row ? [[options.measure ?? said.value(), write(row.value), unit], row.note] : [say(said.noData())],
    );
  };
  return {
    title: titleOf(sketch, shown, isAboutZero, write),
    words: shown.map(({ code, value }) => `${nameOf(code)} ${write(value)}`).join(", "),
    height,
    margin: 0,
    marginBottom: LEGEND,
    projection: { type: "equal-earth" as const, domain: { type: "FeatureCollection", features: countries } as never },
    marks: [
      Plot.geo(countries, {
        fill: (country: Country) => {
          const row = rowOf(country);
          return row ? colours[classOf(row.value)] : "url(#charts-no-data)";
        },
        stroke: PAPER,
        strokeWidth: width < 480 ? 0.3 : 0.5,
        title: text,
        tip,
      } as Plot.GeoOptions),
      render(() => noDataPattern()),
      render(() =>
        legend(
          width,
          height,
          limits,
          colours,
          hasGaps ? say(said.noData()) : undefined,
          isAboutZero ? writeChange : writeNumber,
        ),
      ),
    ],
  };
}

/** The row of a country, if it has a value. */
function countryRows({ options: { codeOf }, rows }: Drawn): (country: Country) => Row | undefined {
  const byCode = new Map(rows.map((row) => [row.code, row]));
  return (country) => {
    const iso3 = country.properties.iso3 ?? "";
    const code = codeOf === undefined ? iso3 : lookUp(codeOf as ReadonlyMap<string, unknown>, iso3);
    const row = code === undefined || code === null ? undefined : byCode.get(String(code));
    return row?.value === undefined ? undefined : row;
  };
}

/** The highest value; about zero, the lowest, too. */
function titleOf(
  { say, nameOf, quantity }: Drawn,
  shown: readonly Row[],
  isAboutZero: boolean,
  write: (value: number) => string,
): string {
  const values = shown.map(({ value }) => value);
  const [lowest, highest] = [Math.min, Math.max].map((pick) => shown.find(({ value }) => value === pick(...values)));
  if (!lowest || !highest) return say(said.noData());
  const most = quantity(write(highest.value));
  if (!isAboutZero) return say(said.highest({ name: nameOf(highest.code), value: most }));
  const least = quantity(write(lowest.value));
  return say(said.between({ least, lowest: nameOf(lowest.code), most, highest: nameOf(highest.code) }));
}

function countriesOf(atlas: unknown): Country[] {
  const objects = (atlas as { objects?: { countries?: unknown } } | undefined)?.objects;
  if (!objects?.countries) throw new Fault(said.noAtlas());
  const collection = topojson.feature(atlas as never, objects.countries as never) as unknown as { features: Country[] };
  return collection.features.filter(({ properties }) => properties.iso3 !== ANTARCTICA);
}

/** The colours of classes: two meanings away from zero, or one that grows darker. */
function coloursOf(limits: readonly number[], isAboutZero: boolean, meaning: WorldMapOptions["meaning"]): string[] {
  if (!isAboutZero) {
    const colour = paint(typeof meaning === "string" ? meaning : (meaning?.[1] ?? "consumption"));
    return Array.from({ length: limits.length + 1 }, (_, i) =>
      tint(colour, 12 + (88 * i) / Math.max(1, limits.length)),
    );
  }
  const [below, above] = typeof meaning === "object" ? meaning : ["production", "consumption"];
  const negative = limits.filter((limit) => limit < 0).length;
  const positive = limits.length - negative;
  const share = (step: number, of: number) => 28 + (72 * (step - 1)) / Math.max(1, of - 1);
  return [
    ...Array.from({ length: negative }, (_, i) => tint(paint(below!), share(negative - i, negative))),
    "var(--rule)",
    ...Array.from({ length: positive }, (_, i) => tint(paint(above!), share(i + 1, positive))),
  ];
}

/** Hatching for countries without a value. */
function noDataPattern(): SVGElement {
  const line = svgNode("path", { d: "M0,4L4,0", stroke: "var(--rule-strong)", "stroke-width": 0.7 });
  const pattern = { id: "charts-no-data", width: 4, height: 4, patternUnits: "userSpaceOnUse" };
  return svgNode("defs", {}, svgNode("pattern", pattern, svgNode("rect", { width: 4, height: 4, fill: PAPER }), line));
}

/** Classes under the map, with their limits between them. */
function legend(
  width: number,
  height: number,
  limits: readonly number[],
  colours: readonly string[],
  noData: string | undefined,
  write: (value: number) => string,
): SVGElement {
  const texts = limits.map((limit) => write(limit));
  const extra = noData === undefined ? 0 : textWidth(noData, FONT_SIZE) + 34;
  const step = Math.min(56, (width - extra - 8) / colours.length);
  const top = height - LEGEND + 10;
  const group = svgNode("g", { "text-anchor": "middle", fill: INK });
  colours.forEach((fill, i) => {
    group.append(svgNode("rect", { x: 1 + i * step, y: top, width: step, height: 10, fill }));
  });
  // Where numbers have no room beside each other, only every second one is written.
  const every = Math.max(1, Math.ceil((Math.max(...texts.map((text) => textWidth(text, FONT_SIZE))) + 6) / step));
  texts.forEach((text, i) => {
    if (i % every === 0) group.append(svgText(text, 1 + (i + 1) * step, top + 20, {}));
  });
  if (noData !== undefined) {
    const x = 1 + colours.length * step + 14;
    group.append(svgNode("rect", { x, y: top, width: 14, height: 10, fill: "url(#charts-no-data)" }));
    group.append(svgText(noData, x + 20, top + 5, { "text-anchor": "start" }));
  }
  return group;
}
