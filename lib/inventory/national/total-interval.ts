import { isLulucf } from "../../classification/categories.ts";
import { type Message, messages } from "../../message/message.ts";
import { metricValue } from "../../quantity/co2e.ts";
import { levelAssessment } from "../account/key-categories.ts";
import { equivalentOf } from "./equivalent.ts";
import { type EstimatedInterval, linesWithoutError } from "./estimated-interval.ts";
import type { NationalLine } from "./national-line.ts";
import type { PublishedInventories } from "./published-inventories.ts";
import { type PublishedPart, publishedParts } from "./published-parts.ts";
import { namesOf } from "./series-breaks.ts";

const texts = messages("inventory", {
  materialGap: {
    en: "{lines} not estimated: {source} has {published} Mt {gas} for {sector}, of which the lines here stand for {ours}. What is missing would be a key category",
    zh: "{lines}未估算：{source} 的{sector}为 {published} Mt {gas}，此处各行合计 {ours}。缺失部分将构成关键类别",
  },
  unknownGap: {
    en: "{lines} not estimated, and no published figure at hand says how much {gas} that is",
    zh: "{lines}未估算，且现有公布数据未说明其 {gas} 有多少",
  },
  noStatedError: {
    en: "{lines}: no error stated, and large enough to be a key category",
    zh: "{lines}：未给出误差，且其规模足以构成关键类别",
  },
  noError: { en: "no line has a stated error", zh: "没有任何一行给出误差" },
  noInterval: {
    en: "There is no interval of the total, only one of what is estimated: {reasons:and}.",
    zh: "总量没有区间，只有已估算部分的区间：{reasons:and}。",
  },
});

const sectorNames = messages("inventory", {
  energy: { en: "energy", zh: "能源" },
  combustionSector: { en: "combustion", zh: "燃烧" },
  exploitation: { en: "fuel exploitation", zh: "燃料开采" },
  processes: { en: "industrial processes", zh: "工业过程" },
  agriculture: { en: "agriculture", zh: "农业" },
  waste: { en: "waste", zh: "废弃物" },
  fuelsCement: { en: "fuels and cement", zh: "燃料和水泥" },
});

const named: Readonly<Record<string, () => Message>> = {
  energy: sectorNames.energy,
  combustion: sectorNames.combustionSector,
  "Fuel Exploitation": sectorNames.exploitation,
  ippu: sectorNames.processes,
  Processes: sectorNames.processes,
  agriculture: sectorNames.agriculture,
  Agriculture: sectorNames.agriculture,
  waste: sectorNames.waste,
  Waste: sectorNames.waste,
  fuelsCement: sectorNames.fuelsCement,
};

/** What a published figure has and the lines of its gas and sector do not stand for, where one of them is not estimated. */
export interface Gap {
  readonly part: PublishedPart;
  /** Lines without an estimate. */
  readonly lines: readonly NationalLine[];
  /** Mt of the gas that the other lines stand for. */
  readonly ours: number;
  /** kt CO2e that are missing. */
  readonly value: number;
}

/** The interval of a total, or why there is none. kt CO2e. */
export interface TotalInterval {
  readonly interval: { readonly lo: number; readonly hi: number; readonly uncertainty: number } | null;
  /** Null with an interval. */
  readonly reason: Message | null;
  /** Gaps that would be key categories. */
  readonly gaps: readonly Gap[];
}

/**
 * The interval of the total of a country. It is that of what is estimated only if what is not estimated, and what has no stated
 * error, is immaterial: none of it would be a key category by level, of those that make up 95 % of the whole (Vol 1 Ch 4.3.1). What is
 * missing of a gas and sector is the largest published figure less what the lines stand for.
 */
export function totalInterval(
  region: string,
  year: number,
  lines: readonly NationalLine[],
  estimated: EstimatedInterval | null,
  published: PublishedInventories,
  metric: string,
): TotalInterval {
  const others = lines.filter(({ category }) => !isLulucf(category));
  const parts = publishedParts(region, year, published);
  const missing = others.filter(({ key }) => key === "NE");
  const gaps = gapsOf(parts, others, missing, metric);
  const silent = linesWithoutError(others);
  const ranked = levelAssessment([
    ...others
      .filter(({ value }) => value !== null && value !== 0)
      .map((line) => ({ category: nameOf(line), gas: line.gas, base: 0, value: equivalentOf(line, metric) })),
    ...gaps.map((gap) => ({ category: keyOf(gap), gas: gap.part.gas, base: 0, value: gap.value })),
  ]);
  const isKey = new Set(ranked.filter((one) => one.isKey).map(({ category }) => category));
  const material = gaps.filter((gap) => isKey.has(keyOf(gap)));
  // Substances of one group, as the fluorinated gases, stand for one category.
  const groupOf = (line: NationalLine) => JSON.stringify(line.group ?? nameOf(line));
  const groups = [...new Set(silent.map(groupOf))].map((group) => silent.filter((line) => groupOf(line) === group));
  const least = Math.min(...ranked.filter((one) => one.isKey).map(({ value }) => Math.abs(value)));
  const inexact = groups.filter(
    (some) => Math.abs(some.reduce((sum, line) => sum + equivalentOf(line, metric), 0)) >= least,
  );
  const unknown = missing.filter((line) => !parts.some((part) => part.gas === line.gas && part.belongs(line)));
  const reasons = [
    ...material.map(({ part, lines: some, ours }) =>
      texts.materialGap({
        lines: namesOf(some),
        source: part.source,
        sector: named[part.sector]!(),
        gas: part.gas,
        published: part.value.toPrecision(3),
        ours: ours.toPrecision(3),
      }),
    ),
    ...[...new Set(unknown.map(({ gas }) => gas))].map((gas) =>
      texts.unknownGap({ gas, lines: namesOf(unknown.filter((line) => line.gas === gas)) }),
    ),
    ...(inexact.length > 0 ? [texts.noStatedError({ lines: namesOf(inexact.flat()) })] : []),
    ...(estimated ? [] : [texts.noError()]),
  ];
  if (reasons.length > 0 || !estimated)
    return { interval: null, reason: texts.noInterval({ reasons }), gaps: material };
  const all = others.reduce((sum, line) => sum + equivalentOf(line, metric), 0);
  const lo = all - (estimated.value - estimated.lo);
  const hi = all + (estimated.hi - estimated.value);
  const uncertainty = (100 * Math.max(all - lo, hi - all)) / all;
  return { interval: { lo, hi, uncertainty }, reason: null, gaps: [] };
}

const nameOf = ({ category, name, gas }: NationalLine) => `${category} ${name} ${gas}`;
const keyOf = ({ part }: Gap) => `${part.source} ${part.gas} ${part.sector}`;

/** One gap for each gas and set of lines that are not estimated: by the source that has most. */
function gapsOf(
  parts: readonly PublishedPart[],
  lines: readonly NationalLine[],
  missing: readonly NationalLine[],
  metric: string,
): Gap[] {
  const gaps: Gap[] = [];
  for (const part of parts) {
    const some = missing.filter((line) => line.gas === part.gas && part.belongs(line));
    if (some.length === 0) continue;
    const ours =
      lines.reduce((sum, line) => sum + (line.gas === part.gas && part.belongs(line) ? (line.value ?? 0) : 0), 0) /
      1000;
    const value = Math.max(0, part.value - ours) * 1000 * metricValue(part.gas, metric).value;
    if (value > 0) gaps.push({ part, lines: some, ours, value });
  }
  // EDGAR's combustion and exploitation are parts of the energy of reports: a line stands in one gap only, in the largest.
  gaps.sort((a, b) => b.value - a.value);
  const taken = new Set<NationalLine>();
  return gaps.filter((gap) => {
    if (gap.lines.some((line) => taken.has(line))) return false;
    for (const line of gap.lines) taken.add(line);
    return true;
  });
}
