import { isLulucf, memoCategories } from "../../classification/categories.ts";
import { messageOf } from "../../message/fault.ts";
import { type Message, messages } from "../../message/message.ts";
import { spans } from "../../numeric/spans.ts";
import { metricValue } from "../../quantity/co2e.ts";
import { findMetric } from "../../quantity/substance.ts";
import { cellAt, type Inventory, notationKeys } from "./inventory.ts";

const texts = messages("inventory", {
  leftOutGas: { en: "{gas} is left out: {reason}", zh: "未计入 {gas}：{reason}" },
  noNumber: {
    en: "{gas} of {category} has no number and no key in {years}.",
    zh: "{category} 的 {gas} 在 {years} 年既无数值也无符号键。",
  },
  notEstimated: {
    en: "{gas} of {category} is not estimated (NE) in {years}.",
    zh: "{category} 的 {gas} 在 {years} 年未估算（NE）。",
  },
  confidential: {
    en: "{gas} of {category} is confidential (C) in {years}.",
    zh: "{category} 的 {gas} 在 {years} 年保密（C）。",
  },
});

/** Totals of an inventory by one metric, kt CO2e, one per year. */
export interface Totals {
  readonly metric: string;
  readonly years: readonly number[];
  /** Without land use, land-use change and forestry. */
  readonly withoutLulucf: Float64Array;
  readonly withLulucf: Float64Array;
  /** International bunkers and multilateral operations: in no total. */
  readonly memo: Float64Array;
  /** Biogenic CO2, kt CO2: in no total. */
  readonly biogenicCo2: Float64Array;
  /** By the five sectors, without LULUCF in the third, which is separate. */
  readonly sectors: ReadonlyMap<string, Float64Array>;
  /** Gaps of the total. */
  readonly lacks: readonly Message[];
}

/** kt CO2e by category and year, C × Y, and the gases without a value in the metric. */
export interface Equivalents {
  readonly values: Float64Array;
  readonly lacks: readonly Message[];
}

/** Sums the CO2e of the gases of each category. Biogenic CO2 is left out; a gas without a value in the metric is named. */
export function equivalentsOf(inventory: Inventory, metric: string): Equivalents {
  const by = findMetric(metric);
  const { categories, gases, years, values } = inventory;
  const lacks: Message[] = [];
  const weights = gases.map((gas) => {
    if (gas === "CO2 biogenic") return 0;
    const [name, origin] = gas.split(" ") as [string, ("fossil" | "biogenic")?];
    try {
      return metricValue(name, by, origin).value;
    } catch (error) {
      lacks.push(texts.leftOutGas({ gas, reason: messageOf(error) }));
      return 0;
    }
  });
  const equivalents = new Float64Array(categories.length * years.length);
  for (let c = 0; c < categories.length; c++) {
    for (let g = 0; g < gases.length; g++) {
      const weight = weights[g]!;
      if (weight === 0) continue;
      for (let y = 0, at = cellAt(inventory, c, g, 0); y < years.length; y++, at++) {
        const value = values[at]!;
        if (!Number.isNaN(value)) equivalents[c * years.length + y]! += weight * value;
      }
    }
  }
  return { values: equivalents, lacks };
}

/**
 * Totals with and without LULUCF, by sector and year; memo items and biogenic CO2 separately. `lacks` names what is not
 * estimated, is confidential, has no value in the metric, or is missing in some years of a series.
 */
export function totals(inventory: Inventory, metric: string): Totals {
  const { categories, years } = inventory;
  const equivalents = equivalentsOf(inventory, metric);
  const zeros = () => new Float64Array(years.length);
  const result = { withoutLulucf: zeros(), withLulucf: zeros(), memo: zeros() };
  const sectors = new Map<string, Float64Array>();
  categories.forEach((code, c) => {
    const lulucf = isLulucf(code);
    const sector = lulucf ? "LULUCF" : code[0]!;
    const isMemo = memoCategories.has(code);
    const ofSector = isMemo ? undefined : (sectors.get(sector) ?? zeros());
    if (ofSector) sectors.set(sector, ofSector);
    for (let y = 0; y < years.length; y++) {
      const value = equivalents.values[c * years.length + y]!;
      if (!ofSector) result.memo[y]! += value;
      else {
        ofSector[y]! += value;
        result.withLulucf[y]! += value;
        if (!lulucf) result.withoutLulucf[y]! += value;
      }
    }
  });
  return {
    metric: findMetric(metric),
    years,
    ...result,
    biogenicCo2: biogenicCo2(inventory),
    sectors,
    lacks: [...equivalents.lacks, ...missing(inventory)],
  };
}

function biogenicCo2(inventory: Inventory): Float64Array {
  const sum = new Float64Array(inventory.years.length);
  const g = inventory.gases.indexOf("CO2 biogenic");
  if (g < 0) return sum;
  for (let c = 0; c < inventory.categories.length; c++) {
    for (let y = 0; y < sum.length; y++) {
      const value = inventory.values[cellAt(inventory, c, g, y)]!;
      if (!Number.isNaN(value)) sum[y]! += value;
    }
  }
  return sum;
}

const NE = notationKeys.indexOf("NE") + 1;
const CONFIDENTIAL = notationKeys.indexOf("C") + 1;

/** Series that are not estimated, confidential, or broken by years without a number or a key. */
export function missing(inventory: Inventory): Message[] {
  const { categories, gases, years, values, keys } = inventory;
  const sentences: Message[] = [];
  for (let c = 0; c < categories.length; c++) {
    for (let g = 0; g < gases.length; g++) {
      const gone: number[] = [];
      const unestimated: number[] = [];
      const confidential: number[] = [];
      let numbers = 0;
      for (let y = 0, at = cellAt(inventory, c, g, 0); y < years.length; y++, at++) {
        const key = keys[at]!;
        if (!Number.isNaN(values[at]!)) numbers++;
        else if (key === NE) unestimated.push(years[y]!);
        else if (key === CONFIDENTIAL) confidential.push(years[y]!);
        else if (key === 0) gone.push(years[y]!);
      }
      const of = { gas: gases[g], category: categories[c] };
      if (numbers > 0 && gone.length > 0) sentences.push(texts.noNumber({ ...of, years: spans(gone) }));
      if (unestimated.length > 0) sentences.push(texts.notEstimated({ ...of, years: spans(unestimated) }));
      if (confidential.length > 0) sentences.push(texts.confidential({ ...of, years: spans(confidential) }));
    }
  }
  return sentences;
}
