import { isLulucf } from "../../classification/categories.ts";
import type { Factor } from "../../factors/factor.ts";
import { findMetric } from "../../quantity/substance.ts";
import type { EmissionRow } from "../account/inventory.ts";
import { type KeyCategory, levelAssessment } from "../account/key-categories.ts";
import { agricultureLines } from "./agriculture-lines.ts";
import { energyLines } from "./energy-lines.ts";
import { equivalentOf } from "./equivalent.ts";
import { type EstimatedInterval, estimatedInterval } from "./estimated-interval.ts";
import { type Edition, FactorBook } from "./factor-book.ts";
import { HeatContents } from "./heat-content.ts";
import { industryLines } from "./industry-lines.ts";
import { landLines } from "./land-lines.ts";
import type { NationalActivity } from "./national-activity.ts";
import { type EnergySource, energySources } from "./national-context.ts";
import type { NationalLine } from "./national-line.ts";
import { OwnActivity, type OwnRow } from "./own-activity.ts";
import { wasteLines } from "./waste-lines.ts";

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
  /** Of the guidelines, for the whole account; `2006` by default. */
  readonly edition?: Edition;
}

/** What lines are made from, once for many countries and years. */
export class NationalInventories {
  readonly #activity: NationalActivity;
  readonly #subregions: ReadonlyMap<string, string>;
  readonly #books: Readonly<Record<Edition, FactorBook>>;
  readonly #heats: HeatContents;

  /** @param subregions the UN M49 subregion of each country */
  constructor(activity: NationalActivity, factors: readonly Factor[], subregions: ReadonlyMap<string, string>) {
    this.#activity = activity;
    this.#subregions = subregions;
    this.#books = { "2006": new FactorBook(factors, "2006"), "2019": new FactorBook(factors, "2019") };
    this.#heats = new HeatContents(activity);
  }

  /** The lines of one country and year by Tier 1 of one edition of the guidelines. Throws InventoryError for own rows without a line. */
  lines(
    region: string,
    year: number,
    {
      own = [],
      energySources: sources = energySources,
      clinkerFraction = 0.75,
      irrigatedRice = 1,
      edition = "2006",
    }: NationalOptions = {},
  ): NationalLine[] {
    const mine = new OwnActivity(own);
    const context = {
      region,
      year,
      subregion: this.#subregions.get(region) ?? "",
      activity: this.#activity,
      book: this.#books[edition],
      heats: this.#heats,
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

/** The total of an inventory and the interval of what is estimated of it, kt CO2e. */
export interface NationalTotal {
  readonly withoutLulucf: number;
  readonly withLulucf: number;
  /** By the digit of the sector, without LULUCF, which is apart. */
  readonly sectors: ReadonlyMap<string, number>;
  /** kt of each gas, without LULUCF. */
  readonly gases: ReadonlyMap<string, number>;
  /** The 95 % interval of what is estimated and has a stated error; null if no line has one. */
  readonly estimated: EstimatedInterval | null;
  readonly keyCategories: readonly NationalKeyCategory[];
}

/** Totals by a metric, the interval of what is estimated by Approach 1 (Vol 1 Ch 3), and key categories by level (Ch 4). */
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
  return {
    withoutLulucf,
    withLulucf: withoutLulucf + sum(land),
    sectors,
    gases,
    estimated: estimatedInterval(others, by),
    keyCategories: keyCategoriesOf(counted, weights),
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

/** Rows for the other tools on inventories: masses and notation keys. */
export function emissionRowsOf(lines: readonly NationalLine[], year: number): EmissionRow[] {
  return lines.map(({ category, gas, value, key }) => ({ category, year, value: value ?? key, unit: `kt ${gas}` }));
}
