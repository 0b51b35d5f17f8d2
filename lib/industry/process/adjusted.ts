import { messages } from "../../message/message.ts";
import { IndustryError } from "../industry-error.ts";
import { isMaterial, type Stream } from "../stream/stream.ts";
import { type UnitDescription, unitOf } from "./unit.ts";

const texts = messages("industry.adjusted", {
  noUnit: {
    en: "The parameter {parameter} is to change in the unit {unit}, which the flowsheet does not have; its units are {units:and}.",
    zh: "要改变的参数 {parameter} 所在的单元 {unit} 不在流程图中；其单元有 {units:and}。",
  },
  noParameter: {
    en: "The unit {unit} ({operation}) has no parameter {parameter} that could change; it has {parameters}.",
    zh: "单元 {unit}（{operation}）没有可改变的参数 {parameter}；现有的为 {parameters}。",
  },
  noFeed: {
    en: "The flow of {substance} is to change in the feed {feed}, which the flowsheet does not have; its feeds of matter are {feeds}.",
    zh: "要改变 {substance} 流量的进料 {feed} 不在流程图中；其物料进料有 {feeds}。",
  },
  bounds: {
    en: "{name} is to stay between lo {lo} and hi {hi}, but lo is above hi.",
    zh: "{name} 的下限 {lo} 大于上限 {hi}。",
  },
  none: { en: "none", zh: "（无）" },
});

/** A number that may change: a parameter of a unit in its own unit of measure, or a flow of a feed in kg/h; within its bounds. */
export type Adjusted = (
  | { readonly unit: string; readonly parameter: string }
  | { readonly feed: string; readonly substance: string }
) & { readonly lo?: number | undefined; readonly hi?: number | undefined };

/** `unit.parameter`, or `feed[substance]`. */
export function nameOfAdjusted(by: Adjusted): string {
  return "feed" in by ? `${by.feed}[${by.substance}]` : `${by.unit}.${by.parameter}`;
}

interface AdjustableSheet {
  readonly units: readonly UnitDescription[];
  readonly feeds: Readonly<Record<string, Stream<number>>>;
}

/** What a sheet says of a number that may change: its value, its unit of measure, and bounds if it has some. Throws IndustryError if there is none. */
export function adjustedNumber(
  { units, feeds }: AdjustableSheet,
  by: Adjusted,
): { readonly start: number; readonly unit: string; readonly bounds: readonly [number, number] | undefined } {
  const { lo = Number.NEGATIVE_INFINITY, hi = Number.POSITIVE_INFINITY } = by;
  const name = nameOfAdjusted(by);
  if (lo > hi) throw new IndustryError(name, texts.bounds({ name, lo, hi }));
  if ("feed" in by) {
    const feed = Object.hasOwn(feeds, by.feed) ? feeds[by.feed]! : undefined;
    const material = Object.keys(feeds).filter((each) => isMaterial(feeds[each]!));
    if (!feed || !isMaterial(feed))
      throw new IndustryError(by.feed, texts.noFeed({ ...by, feeds: material.join(", ") || texts.none() }));
    return { start: feed.flows[by.substance] ?? 0, unit: "kg/h", bounds: [0, Number.POSITIVE_INFINITY] };
  }
  const found = units.find((unit) => unit.name === by.unit);
  if (!found) throw new IndustryError(by.unit, texts.noUnit({ ...by, units: units.map((unit) => unit.name) }));
  const unit = unitOf(found);
  if (!Object.hasOwn(unit.parameters, by.parameter)) {
    const parameters = Object.keys(unit.parameters).join(", ") || texts.none();
    throw new IndustryError(by.unit, texts.noParameter({ ...by, operation: found.operation, parameters }));
  }
  return {
    start: unit.parameters[by.parameter]!,
    unit: unit.measureOf(by.parameter),
    bounds: unit.boundsOf(by.parameter),
  };
}
