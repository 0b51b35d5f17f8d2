import { bridged, type PriceStep } from "../../company/scope-selection.ts";
import { type Message, messages } from "../../message/message.ts";
import { converts, multiply, quantity } from "../../quantity/quantity.ts";
import { parseUnit } from "../../quantity/unit.ts";
import { inUnit } from "../matching/amount-unit.ts";
import { type Activities, fuelLabel } from "./activities.ts";
import type { Clues } from "./clues.ts";
import type { Target } from "./target.ts";

const texts = messages("account.company", {
  byHeat: {
    en: "Mass to net heat by {value} {unit} of {fuel} ({source}).",
    zh: "按 {fuel} 低位热值 {value} {unit} 由质量换算为热量（{source}）。",
  },
  byUnit: { en: "{from} to {to}, by their definition.", zh: "按定义由 {from} 换算为 {to}。" },
});

/** The unit of a row of the inventory: as it is, with the year of prices that was answered. */
export function rowUnit({ unit }: Clues, year: string | null): string | null {
  if (unit.text === null || unit.dimension !== "money" || year === null) return unit.text;
  return `${unit.text} ${year}`;
}

/** Whether an amount in a unit can be one of the activity. Money converts by prices, which the inventory looks up. */
export function isConvertible(unit: string, { units }: Target): boolean {
  const isMoney = (of: string) =>
    parseUnit(of).terms.some(({ unit: { dimension } }) =>
      Object.keys(dimension).some((base) => base.startsWith("currency")),
    );
  return units.some((of) => converts(unit, of) || (isMoney(unit) && isMoney(of)));
}

/** The ratio between the unit of a row and the unit that a factor is per, and how it comes about. */
export interface Base {
  readonly unit: string;
  readonly ratio: number;
  readonly how: Message | null;
}

/** What amounts in the unit of a row are in the unit that the factor is per; null where it cannot be said by one ratio. */
export function baseOf(
  unit: string,
  target: Target,
  factorUnit: string | null,
  { activities, prices }: { readonly activities: Activities; readonly prices: readonly PriceStep[] },
): Base | null {
  if (factorUnit === null) return { unit, ratio: 1, how: null };
  const per = factorUnit.slice(factorUnit.indexOf("/") + 1);
  const ratio = inUnit(1, unit, per);
  if (ratio !== null) return { unit: per, ratio, how: ratio === 1 ? null : texts.byUnit({ from: unit, to: per }) };
  const price = prices.find(({ from, to }) => to === per && converts(unit, from));
  if (price) return { unit: per, ratio: inUnit(1, unit, price.from)! * price.rate, how: bridged(price) };
  const ncv =
    target.scope === "1" ? activities.fuel(target.activity).find(({ parameter }) => parameter === "NCV") : undefined;
  if (ncv && converts(unit, "Gg")) {
    const heat = multiply(quantity(1, unit), quantity(ncv.value, ncv.unit));
    const value = inUnit(heat.value, heat.unit, per);
    if (value !== null)
      return {
        unit: per,
        ratio: value,
        how: texts.byHeat({ value: ncv.value, unit: ncv.unit, fuel: fuelLabel(target.activity), source: ncv.source }),
      };
  }
  return null;
}
