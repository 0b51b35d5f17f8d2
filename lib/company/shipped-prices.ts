import type { Read } from "../tool/read.ts";
import type { PriceStep } from "./scope-selection.ts";

/** The shipped exchange rates, and the index of prices of the United States. */
export const priceDatasets = ["exchange_rates", "price_index_us"] as const;

/**
 * Steps from money of each currency and year to the dollars of a year, that of the shipped factors by money: at the mean exchange rate of
 * the year in which it was spent, and by the consumer prices of the United States from that year to the other. Years that one of the two
 * tables lacks have no step.
 */
export async function shippedPrices(year: number, read: Read): Promise<PriceStep[]> {
  const [rates, prices] = await Promise.all(priceDatasets.map((name) => read(name)));
  const [years, cpi] = [prices!.numbers("year"), prices!.numbers("cpi")];
  const index = new Map(Array.from(years, (of, row) => [of, cpi[row]!]));
  const wanted = index.get(year);
  if (wanted === undefined) return [];
  const step = (currency: string, of: number | null, perDollar: number): PriceStep[] => {
    const level = index.get(of);
    if (level === undefined || (currency === "USD" && of === year)) return [];
    const source = [
      currency === "USD" ? null : `dataset exchange_rates: ${currency} by USD, Federal Reserve G.5A, mean of ${of}`,
      of === year ? null : `dataset price_index_us: US consumer prices (BLS CPI-U) ${of} to ${year}`,
    ];
    const rate = wanted / level / perDollar;
    return [{ from: `${currency} ${of}`, to: `USD ${year}`, rate, source: source.filter((part) => part).join("; ") }];
  };
  const [currency, ofYear, perUsd] = [rates!.texts("currency"), rates!.numbers("year"), rates!.numbers("per_usd")];
  return [
    ...[...index.keys()].flatMap((of) => step("USD", of, 1)),
    ...Array.from({ length: rates!.rows }, (_, row) => step(currency[row]!, ofYear[row]!, perUsd[row]!)).flat(),
  ];
}
