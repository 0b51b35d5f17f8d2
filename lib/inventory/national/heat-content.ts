import { type Message, messages } from "../../message/message.ts";
import type { Fuel, NationalActivity } from "./national-activity.ts";
import { fuels } from "./national-activity.ts";

const texts = messages("inventory", {
  ownHeat: {
    en: "heat of a unit: the country's heat of {heatYear} (US EIA) over its quantity of {quantityYear}, {value} {unit}",
    zh: "单位热值：该国 {heatYear} 年热量（美国 EIA）除以其 {quantityYear} 年数量，为 {value} {unit}",
  },
  medianHeat: {
    en: "heat of a unit: the median of {count} countries, {value} {unit}, as the country's own is not at hand or lies out of bounds",
    zh: "单位热值：{count} 个国家的中位数 {value} {unit}，因该国自身数值缺失或超出范围",
  },
});

/** The net heat of a physical unit of a fuel. */
export interface HeatContent {
  /** TJ per t, per barrel or per m3. */
  readonly tjPerUnit: number;
  readonly note: Message;
}

/** The last year of the EIA's heat. */
export const LAST_HEAT_YEAR = 2019;

/** Days of a year: the Factbook states oil a day. */
export const DAYS = 365;

/** Coal differs from 9 (young lignite) to 30 GJ/t (anthracite); oil and gas vary by a fifth about their median. */
const COAL = { least: 9e-3, most: 30e-3 } as const;
const SPREAD = 0.2;

const writing = {
  coal: { unit: "GJ/t", scale: 1e3, digits: 2 },
  oil: { unit: "GJ/bbl", scale: 1e3, digits: 3 },
  gas: { unit: "MJ/m3", scale: 1e6, digits: 2 },
} as const;

/** Coal is stated for 2020 at the earliest, a year after the last heat. */
const quantityYear: Readonly<Record<Fuel, number>> = { coal: 2020, oil: 2019, gas: 2019 };

/**
 * Net heat per unit of the Factbook's quantities, implied by two tables of one source (the EIA): heat of 2019 over quantities of
 * the same country.
 */
export class HeatContents {
  readonly #activity: NationalActivity;
  readonly #medians: Readonly<Record<Fuel, { value: number; count: number }>>;

  constructor(activity: NationalActivity) {
    this.#activity = activity;
    this.#medians = Object.fromEntries(
      fuels.map((fuel) => {
        const found = activity.heat[fuel].codes
          .flatMap((iso3) => this.#implied(fuel, iso3) ?? [])
          .sort((a, b) => a - b);
        const inside = fuel === "coal" ? found.filter((value) => value >= COAL.least && value <= COAL.most) : found;
        return [fuel, { value: inside[inside.length >> 1]!, count: inside.length }];
      }),
    ) as Record<Fuel, { value: number; count: number }>;
  }

  of(fuel: Fuel, iso3: string): HeatContent {
    const own = this.#implied(fuel, iso3);
    const { value: median, count } = this.#medians[fuel];
    const [least, most] = fuel === "coal" ? [COAL.least, COAL.most] : [median * (1 - SPREAD), median * (1 + SPREAD)];
    const { unit, scale, digits } = writing[fuel];
    const isOwn = own !== null && own >= least && own <= most;
    const tjPerUnit = isOwn ? own : median;
    const value = (tjPerUnit * scale).toFixed(digits);
    const note = isOwn
      ? texts.ownHeat({ heatYear: LAST_HEAT_YEAR, quantityYear: quantityYear[fuel], value, unit })
      : texts.medianHeat({ count, value, unit });
    return { tjPerUnit, note };
  }

  #implied(fuel: Fuel, iso3: string): number | null {
    const heat = this.#activity.heat[fuel].at(iso3, LAST_HEAT_YEAR);
    const quantity = this.#activity.physical(fuel, "consumption").at(iso3, quantityYear[fuel]);
    if (heat === null || quantity === null || !(heat > 0 && quantity > 0)) return null;
    return heat / (fuel === "oil" ? quantity * DAYS : quantity);
  }
}
