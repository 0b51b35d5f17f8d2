import { type Message, messages } from "../message/message.ts";
import { metricValue } from "../quantity/co2e.ts";
import { valueIn } from "../quantity/quantity.ts";
import type { Read } from "../tool/read.ts";
import { type ScopeFactor, shippedFactor } from "./scope-factor.ts";

const texts = messages("company", {
  meanHeat: {
    en: "The factor of heat and steam of {country} is a mean of the country ({publisher}, {year}): the supplier's own is better where it is known, and losses of its network and what is upstream of its fuels are category 3 of scope 3.",
    zh: "{country} 的热力和蒸汽因子是该国平均值（{publisher}，{year}）：若有供应商自己的因子，应予采用；管网损失和燃料上游属于范围三类别 3。",
  },
});

/** The shipped datasets of purchased heat and steam. */
export const heatDatasets = ["factors_heat_uk", "factors_heat_us"] as const;

/**
 * Mean factors of purchased heat and steam by country, for any year: DESNZ as CO2e by AR5 GWP100, EPA gas by gas, added by `metric`.
 */
export async function heatFactors(metric: string, read: Read): Promise<ScopeFactor[]> {
  const [uk, us] = await Promise.all(heatDatasets.map((name) => read(name)));
  const [activity, value, unit] = [uk!.texts("activity"), uk!.numbers("factor"), uk!.texts("unit")];
  // Heat from another's site and from a network have the same factor: the network stands for both.
  const row = Math.max(
    0,
    Array.from(activity).findIndex((each) => each?.startsWith("District")),
  );
  const year = Number(uk!.numbers("year")[row]);
  const american = Number(us!.numbers("year")[0]);
  return [
    heatFactor({
      country: "GBR",
      value: value[row]!,
      unit: unit[row]!,
      source: `dataset factors_heat_uk: DESNZ conversion factors ${year}`,
      trap: texts.meanHeat({ country: "GBR", publisher: "DESNZ", year: String(year) }),
    }),
    heatFactor({
      country: "USA",
      value: sumOfGases(us!, metric),
      unit: `kg CO2e ${metric}/MMBtu`,
      source: `dataset factors_heat_us: EPA Emission Factors Hub ${american}`,
      trap: texts.meanHeat({ country: "USA", publisher: "EPA", year: String(american) }),
    }),
  ];
}

/** In kg CO2e by MMBtu. Throws where the metric has no value of a gas. */
function sumOfGases(columns: Awaited<ReturnType<Read>>, metric: string): number {
  const [gas, unit, value] = [columns.texts("gas"), columns.texts("unit"), columns.numbers("factor")];
  let sum = 0;
  for (let row = 0; row < columns.rows; row++)
    sum += valueIn(value[row]!, unit[row]!, `kg ${gas[row]}/MMBtu`) * metricValue(gas[row]!, metric).value;
  return sum;
}

function heatFactor(given: {
  country: string;
  value: number;
  unit: string;
  source: string;
  trap: Message;
}): ScopeFactor {
  return {
    ...shippedFactor,
    scope: 2,
    categories: ["heat", "steam"],
    activity: "grid average",
    // An edition is published for the year of reporting and changes little: it stands for other years, which the note says.
    year: null,
    valueStatus: "transcription",
    ...given,
  };
}
