import { type Message, messages } from "../../message/message.ts";
import { LifecycleError } from "../lifecycle-error.ts";
import { type SectorBackground, sectorNamed } from "./sector-background.ts";

const texts = messages("lifecycle.purchase", {
  amount: {
    en: "The purchase of {sector} is {amount}; expected a finite number.",
    zh: "“{sector}”的采购额应为有限数，实际为 {amount}。",
  },
  year: {
    en: "The purchase of {sector} has the price year {year}; expected a year.",
    zh: "“{sector}”采购的价格年份应为年份，实际为 {year}。",
  },
  index: {
    en: "The price index of {sector} is {index}; expected a number > 0.",
    zh: "“{sector}”的价格指数应大于 0，实际为 {index}。",
  },
  share: {
    en: "The producer's share of the purchase of {sector} is {share}; expected a number > 0 and ≤ 1.",
    zh: "“{sector}”采购中生产者价格的占比应大于 0 且不超过 1，实际为 {share}。",
  },
  shareOfProducer: {
    en: "The purchase of {sector} is at producer prices and has no margins; leave out producerShare.",
    zh: "“{sector}”的采购已按生产者价格计，不含流通费用；请去掉 producerShare。",
  },
  money: {
    en: "{background}: {currency} of {year} at {prices} prices.",
    zh: "{background}：{year} 年 {currency}，{prices}价格。",
  },
  producer: { en: "producer", zh: "生产者" },
  basic: { en: "basic", zh: "基本" },
  notDeflated: {
    en: "{count} {count:amount|amounts} in money of {years:and} {count:was|were} taken as money of {year}, because no price index was given. If prices have risen since, the result is too high.",
    zh: "有 {count} 笔 {years:and} 年价格的金额未给出价格指数，按 {year} 年价格计。若其间价格上涨，则结果偏高。",
  },
  deflated: {
    en: "{count} {count:amount was|amounts were} divided by the price index of the caller.",
    zh: "有 {count} 笔金额按调用者给出的价格指数折算。",
  },
  purchaser: {
    en: "{count} {count:amount|amounts} at purchaser prices {count:was|were} taken whole, trade and transport margins included, as product of the sector. Give producerShare to leave the margins out.",
    zh: "有 {count} 笔购买者价格的金额连同商业与运输流通费用一并计为该部门的产品。请给出 producerShare 以扣除流通费用。",
  },
  margins: {
    en: "Trade and transport margins of {count} {count:amount|amounts} at purchaser prices were left out: enter them as purchases of trade and transport.",
    zh: "有 {count} 笔购买者价格的金额已扣除商业与运输流通费用；请将其作为商业与运输的采购另行填写。",
  },
});

export const priceBases = ["producer", "purchaser"] as const;
export type PriceBasis = (typeof priceBases)[number];

/** At what prices an amount of money is. */
export interface Prices {
  readonly priceYear: number;
  /** The price level of that year over that of the background's year, for this product: amounts are divided by it. Default: 1, with a note. */
  readonly priceIndex?: number | undefined;
  readonly basis: PriceBasis;
  /** The part of a purchaser price that the producer gets; the rest are margins of trade and transport. Default: 1, with a note. */
  readonly producerShare?: number | undefined;
}

export interface Purchase extends Prices {
  /** Code, name, or place/code. */
  readonly sector: string;
  /** Money of the price year, in the background's currency. */
  readonly amount: number;
}

/** A purchase in the money of the background. */
export interface SectorPurchase {
  /** Index of the sector. */
  readonly sector: number;
  readonly amount: number;
}

/**
 * A purchase as money of the background's year: amount × producerShare / priceIndex. Prices are converted only by what the caller gives;
 * no price index ships. Throws LifecycleError, which names the sector.
 */
export function purchaseIn(background: SectorBackground, purchase: Purchase): SectorPurchase {
  const { sector, amount, priceYear: year, priceIndex = 1, basis, producerShare } = purchase;
  const at = sectorNamed(background, sector);
  if (!Number.isFinite(amount)) throw new LifecycleError("amount", texts.amount({ sector, amount }));
  if (!(Number.isInteger(year) && year >= 1900 && year <= 2200))
    throw new LifecycleError("priceYear", texts.year({ sector, year }));
  if (!(priceIndex > 0 && priceIndex < Number.POSITIVE_INFINITY))
    throw new LifecycleError("priceIndex", texts.index({ sector, index: priceIndex }));
  if (producerShare !== undefined) {
    if (basis === "producer") throw new LifecycleError("producerShare", texts.shareOfProducer({ sector }));
    if (!(producerShare > 0 && producerShare <= 1))
      throw new LifecycleError("producerShare", texts.share({ sector, share: producerShare }));
  }
  return { sector: at, amount: (amount * (producerShare ?? 1)) / priceIndex };
}

/** What of the prices of purchases a reader must know. */
export function notesOnPrices(background: SectorBackground, purchases: readonly Prices[]): Message[] {
  const { name, year, currency, prices, notes: own = [] } = background;
  const money = { background: name, year, currency, prices: prices === "producer" ? texts.producer() : texts.basic() };
  const notes = [texts.money(money), ...own];
  const plain = purchases.filter(({ priceIndex, priceYear }) => priceIndex === undefined && priceYear !== year);
  const years = [...new Set(plain.map(({ priceYear }) => priceYear))].sort((a, b) => a - b);
  if (plain.length > 0) notes.push(texts.notDeflated({ count: plain.length, years, year }));
  const indexed = purchases.filter(({ priceIndex }) => priceIndex !== undefined).length;
  if (indexed > 0) notes.push(texts.deflated({ count: indexed }));
  const purchased = purchases.filter(({ basis }) => basis === "purchaser");
  const whole = purchased.filter(({ producerShare }) => producerShare === undefined).length;
  if (whole > 0) notes.push(texts.purchaser({ count: whole }));
  if (purchased.length > whole) notes.push(texts.margins({ count: purchased.length - whole }));
  return notes;
}
