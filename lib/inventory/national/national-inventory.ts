import { isLulucf } from "../../classification/categories.ts";
import type { Factor } from "../../factors/factor.ts";
import { type Message, type MessageValue, messages } from "../../message/message.ts";
import { metricValue } from "../../quantity/co2e.ts";
import { findMetric } from "../../quantity/substance.ts";
import type { EmissionRow } from "../account/inventory.ts";
import { type KeyCategory, levelAssessment } from "../account/key-categories.ts";
import { approach1Level } from "../uncertainty/approach1.ts";
import { agricultureLines } from "./agriculture-lines.ts";
import { energyLines } from "./energy-lines.ts";
import { FactorBook } from "./factor-book.ts";
import { HeatContents } from "./heat-content.ts";
import { industryLines } from "./industry-lines.ts";
import { landLines } from "./land-lines.ts";
import type { NationalActivity } from "./national-activity.ts";
import { type EnergySource, energySources } from "./national-context.ts";
import type { NationalLine } from "./national-line.ts";
import { OwnActivity, type OwnRow } from "./own-activity.ts";
import { PopulationDecay } from "./population-decay.ts";
import { wasteLines } from "./waste-lines.ts";

const said = messages("inventory", {
  withoutError: {
    en: "{share} % of the absolute sum of lines has no stated error and counts as exact in ±: {lines}.",
    zh: "各行绝对值之和的 {share} % 没有给出误差，在 ± 中视为精确：{lines}。",
  },
  activityWithoutError: {
    en: "No error of the activity is stated for {lines}: only that of the factor is in ±.",
    zh: "{lines} 没有给出活动数据的误差：± 中只含因子的误差。",
  },
});

/** Own data and choices of an inventory. */
export interface NationalOptions {
  /** Amounts in place of the shipped ones. */
  readonly own?: readonly OwnRow[];
  /** Where heat of fuels may come from, in this order; by default all. */
  readonly energySources?: readonly EnergySource[];
  /** Clinker per tonne of cement; 0.75 is an assumption, not read in a source. */
  readonly clinkerFraction?: number;
  /** Share of rice fields that are irrigated; 1 is an assumption. */
  readonly irrigatedRice?: number;
}

/** What lines are made from, once for many countries and years. */
export class NationalInventories {
  readonly #activity: NationalActivity;
  readonly #subregions: ReadonlyMap<string, string>;
  readonly #book: FactorBook;
  readonly #heats: HeatContents;
  readonly #decay: PopulationDecay;

  /** @param subregions the UN M49 subregion of each country */
  constructor(activity: NationalActivity, factors: readonly Factor[], subregions: ReadonlyMap<string, string>) {
    this.#activity = activity;
    this.#subregions = subregions;
    this.#book = new FactorBook(factors);
    this.#heats = new HeatContents(activity);
    this.#decay = new PopulationDecay(activity.population);
  }

  /** The lines of one country and year by Tier 1 of the 2006 Guidelines. Throws InventoryError for own rows without a line. */
  lines(
    region: string,
    year: number,
    {
      own = [],
      energySources: sources = energySources,
      clinkerFraction = 0.75,
      irrigatedRice = 1,
    }: NationalOptions = {},
  ): NationalLine[] {
    const mine = new OwnActivity(own);
    const context = {
      region,
      year,
      subregion: this.#subregions.get(region) ?? "",
      activity: this.#activity,
      book: this.#book,
      heats: this.#heats,
      decay: this.#decay,
      own: mine,
      energySources: sources,
      clinkerFraction,
      irrigatedRice,
    };
    const lines = [energyLines, industryLines, agricultureLines, landLines, wasteLines].flatMap((of) => of(context));
    mine.requireUsed(
      region,
      year,
      lines.map(({ category, name }) => `${category} ${name}`),
    );
    return lines;
  }
}

/** A key category is a line: fuels of one category are apart, as Table 4.1 of Vol 1 has them. */
export interface NationalKeyCategory extends Pick<KeyCategory, "value" | "share" | "cumulative" | "isKey"> {
  readonly line: NationalLine;
}

/** The total of an inventory and its ±, kt CO2e. */
export interface NationalTotal {
  readonly withoutLulucf: number;
  readonly withLulucf: number;
  /** By the digit of the sector, without LULUCF, which is apart. */
  readonly sectors: ReadonlyMap<string, number>;
  /** kt of each gas, without LULUCF. */
  readonly gases: ReadonlyMap<string, number>;
  /** Half of the 95 % interval of the total without LULUCF, % (Approach 1, larger sides); null if no line has an error. */
  readonly uncertainty: number | null;
  readonly lo: number | null;
  readonly hi: number | null;
  readonly keyCategories: readonly NationalKeyCategory[];
  readonly notes: readonly Message[];
}

/** kt CO2e of a line. Methane's origin is not told apart: a metric that has one value for it is meant. */
export function equivalentOf({ gas, value }: NationalLine, metric: string): number {
  return value === null ? 0 : value * metricValue(gas, metric).value;
}

/** Totals by a metric, ± by Approach 1 (Vol 1 Ch 3) and key categories by level (Ch 4). */
export function nationalTotal(lines: readonly NationalLine[], metric: string): NationalTotal {
  const by = findMetric(metric);
  const counted = lines.filter(({ value }) => value !== null && value !== 0);
  const weights = new Map(counted.map((line) => [line, equivalentOf(line, by)]));
  const [land, others] = [
    counted.filter(({ category }) => isLulucf(category)),
    counted.filter(({ category }) => !isLulucf(category)),
  ];
  const sum = (some: readonly NationalLine[]) => some.reduce((total, line) => total + weights.get(line)!, 0);
  const sectors = new Map<string, number>();
  const gases = new Map<string, number>();
  for (const line of others) {
    const sector = line.category[0]!;
    sectors.set(sector, (sectors.get(sector) ?? 0) + weights.get(line)!);
    gases.set(line.gas, (gases.get(line.gas) ?? 0) + line.value!);
  }
  if (land.length > 0) sectors.set("LULUCF", sum(land));
  const withoutLulucf = sum(others);
  const uncertainty = uncertaintyOf(others, weights);
  return {
    withoutLulucf,
    withLulucf: withoutLulucf + sum(land),
    sectors,
    gases,
    uncertainty: uncertainty?.level ?? null,
    lo: uncertainty && withoutLulucf * (1 - uncertainty.levelLo / 100),
    hi: uncertainty && withoutLulucf * (1 + uncertainty.levelHi / 100),
    keyCategories: keyCategoriesOf(counted, weights),
    notes: notesOf(others, weights),
  };
}

function keyCategoriesOf(
  lines: readonly NationalLine[],
  weights: ReadonlyMap<NationalLine, number>,
): NationalKeyCategory[] {
  const byName = new Map(lines.map((line) => [`${line.category} ${line.name} ${line.gas}`, line]));
  const ranked = levelAssessment(
    [...byName].map(([category, line]) => ({ category, gas: line.gas, base: 0, value: weights.get(line)! })),
  );
  return ranked.map(({ category, value, share, cumulative, isKey }) => {
    return { line: byName.get(category)!, value, share, cumulative, isKey };
  });
}

function uncertaintyOf(lines: readonly NationalLine[], weights: ReadonlyMap<NationalLine, number>) {
  if (lines.every(({ factorError, activity }) => factorError === null && !activity?.error)) return null;
  return approach1Level(
    lines.map((line) => {
      const value = weights.get(line)!;
      return {
        category: `${line.category} ${line.name}`,
        gas: line.gas,
        base: value,
        year: value,
        activity: line.activity?.error ?? 0,
        factor: line.factorError ?? 0,
      };
    }),
  );
}

function notesOf(lines: readonly NationalLine[], weights: ReadonlyMap<NationalLine, number>): Message[] {
  const all = lines.reduce((sum, line) => sum + Math.abs(weights.get(line)!), 0);
  const silent = lines.filter(({ factorError, activity }) => factorError === null && !activity?.error);
  const half = lines.filter(({ factorError, activity }) => factorError !== null && activity?.error === null);
  const names = (some: readonly NationalLine[]): MessageValue[] => {
    const labels = some.map(({ group, label }) => group ?? label);
    return [...new Map(labels.map((label) => [JSON.stringify(label), label])).values()];
  };
  const share = (100 * silent.reduce((sum, line) => sum + Math.abs(weights.get(line)!), 0)) / all;
  return [
    ...(silent.length > 0 ? [said.withoutError({ share: share.toFixed(1), lines: names(silent) })] : []),
    ...(half.length > 0 ? [said.activityWithoutError({ lines: names(half) })] : []),
  ];
}

/** Rows for the other tools on inventories: masses and notation keys. */
export function emissionRowsOf(lines: readonly NationalLine[], year: number): EmissionRow[] {
  return lines.map(({ category, gas, value, key }) => ({ category, year, value: value ?? key, unit: `kt ${gas}` }));
}
