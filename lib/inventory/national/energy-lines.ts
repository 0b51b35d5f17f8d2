import { type Message, messages } from "../../message/message.ts";
import { METHANE_DENSITY } from "../equations/constants.ts";
import type { Percent } from "../uncertainty/inventory-source.ts";
import { errorOf } from "./factor-book.ts";
import { gasPerUnit } from "./gas-per-unit.ts";
import { DAYS, LAST_HEAT_YEAR } from "./heat-content.ts";
import type { Fuel, NationalActivity } from "./national-activity.ts";
import { fuels } from "./national-activity.ts";
import type { EnergySource, NationalContext } from "./national-context.ts";
import { type Activity, estimated, keyed, type NationalLine } from "./national-line.ts";
import { nearYear } from "./near-year.ts";
import { notInEdition } from "./not-in-edition.ts";

const texts = messages("inventory", {
  coal: { en: "Coal", zh: "煤" },
  oil: { en: "Petroleum and other liquids", zh: "石油及其他液体燃料" },
  gas: { en: "Natural gas", zh: "天然气" },
  eia: {
    en: "US EIA, International Energy Statistics, {year}; gross heat × {net}",
    zh: "美国 EIA，International Energy Statistics，{year} 年；高位热量 × {net}",
  },
  factbook: {
    en: "World Factbook, {year}; {heat}",
    zh: "World Factbook，{year} 年；{heat}",
  },
  indiaCoal: {
    en: "India's own statistics by month (Ministry of Coal, DGCIS), {year}: production + net imports, {amount} Mt; heat of a tonne by the US EIA's heat of {heatYear} over the same statistics",
    zh: "印度本国月度统计（煤炭部、DGCIS），{year} 年：产量加净进口 {amount} Mt；每吨热值为美国 EIA {heatYear} 年热量除以同一统计的数量",
  },
  indiaOil: {
    en: "India's own statistics by month (PPAC), {year}; net calorific value of IPCC 2006, Vol 2 Table 1.2",
    zh: "印度本国月度统计（PPAC），{year} 年；低位发热量取 IPCC 2006 第 2 卷表 1.2",
  },
  notBurnt: {
    en: "Not burnt: the carbon stays in products; what is oxidised in use belongs to 2.D and is not estimated.",
    zh: "未燃烧：碳留在产品中；使用中氧化的部分属于 2.D，未估算。",
  },
  bunkersInside: {
    en: "Bunkers of ships and aircraft, products that are not burnt and liquid biofuels are in the amount: they are not known by country and are not taken off.",
    zh: "其中包括国际航运和航空燃料、未燃烧的产品和液体生物燃料：各国数量未知，未予扣除。",
  },
  aviationInside: {
    en: "Fuel that foreign aircraft take is in the amount: it is not known apart.",
    zh: "其中包括外国航空器加注的燃料：数量未单独给出。",
  },
  heatUncertain: {
    en: "The error of the heat of a unit is not in ±: no bounds of it were read in a source.",
    zh: "± 不含单位热值的误差：未在来源中查到其上下界。",
  },
  noStocks: {
    en: "Changes of stocks are as far in it as the source counts them; they are not stated apart.",
    zh: "库存变化仅以来源所计为准，未单独列出。",
  },
  feedstockGas: {
    en: "Gas as feedstock (ammonia) is in the amount and counted as emitted here.",
    zh: "作原料的天然气（合成氨）包含在内，按在此排放计。",
  },
  coalExceeds: {
    en: "Reported consumption of {reported} Mt exceeds production + imports − exports of {apparent} Mt by {percent} %.",
    zh: "报告的消费量 {reported} Mt 比产量加进口减出口的 {apparent} Mt 高 {percent} %。",
  },
  noFuelData: {
    en: "No table at hand has this fuel of {region} in {year}.",
    zh: "现有各表均无 {region} {year} 年的该燃料数据。",
  },
  sectorUnknown: {
    en: "The default factors of CH4 and N2O depend on the sector that burns the fuel; the amounts are not known by sector.",
    zh: "CH4 和 N2O 的缺省因子取决于燃烧部门；数量未分部门给出。",
  },
  combustion: { en: "Combustion of all fuels", zh: "各种燃料的燃烧" },
  coalMining: { en: "Coal mining", zh: "煤炭开采" },
  miningRange: {
    en: "The share of underground mines is not known: {coal} kt of coal give {lo} kt CH4 if all are surface mines and {hi} kt if all are underground, by the average factors of IPCC 2006, Vol 2 Ch 4, without recovery.",
    zh: "井工矿比例未知：按 IPCC 2006 第 2 卷第 4 章平均因子，{coal} kt 煤若全为露天矿产生 {lo} kt CH4，若全为井工矿产生 {hi} kt，未扣回收。",
  },
  oilAndGas: { en: "Oil and natural gas systems", zh: "石油和天然气系统" },
  noLeakFactors: {
    en: "Factors of leakage, venting and flaring are not in the tables.",
    zh: "因子表中没有泄漏、排空和火炬的因子。",
  },
});

/**
 * "Plus or minus 5 percent" is the default range for data of fossil fuel combustion: IPCC 2006, Vol 2 Ch 1, Activity data
 * uncertainties (read in a transcription, climate-policy-watcher.org).
 */
const STATISTICS: Percent = 5;

/** The fuel of the guidelines that stands for each aggregate, and the rule from gross to net heat. */
const aggregates = {
  coal: { label: texts.coal, fuel: "Other Bituminous Coal", net: "0.95", order: "1" },
  oil: { label: texts.oil, fuel: "Crude Oil", net: "0.95", order: "2" },
  gas: { label: texts.gas, fuel: "Natural Gas", net: "0.90", order: "3" },
} as const;

/** Petroleum products of India, the fuel of the guidelines for each, and whether it is burnt. */
const indianProducts = [
  ["lpg", "Liquefied Petroleum Gases", true],
  ["petrol", "Motor Gasoline", true],
  ["aviation_fuel", "Jet Kerosene", true],
  ["kerosene", "Other Kerosene", true],
  ["diesel", "Gas/Diesel Oil", true],
  ["light_diesel_oil", "Gas/Diesel Oil", true],
  ["residual_fuel_oil", "Residual Fuel Oil", true],
  ["petroleum_coke", "Petroleum Coke", true],
  ["other_products", "Other Petroleum Products", true],
  ["naphtha", "Naphtha", false],
  ["bitumen", "Bitumen", false],
  ["lubricants", "Lubricants", false],
] as const;

/** CO2 of fuels by apparent consumption, and what is not estimated of sector 1. Reference approach, Vol 2 Ch 6. */
export function energyLines(context: NationalContext): NationalLine[] {
  return [...fuels.flatMap((fuel) => fuelLines(fuel, context)), ...fugitiveLines(context)];
}

function fuelLines(fuel: Fuel, context: NationalContext): NationalLine[] {
  const { region, year, own, book } = context;
  const isNational = context.energySources.includes("national");
  const indian = fuel === "oil" && region === "IND" && isNational ? indianOil(context) : null;
  if (indian) return indian;
  const { label, fuel: activityName } = aggregates[fuel];
  const line = { category: "1.A", gas: "CO2", name: fuel, label: label() };
  const found = nearYear((when) => supplyOf(fuel, { ...context, year: when }), year);
  const amount = own.or(line.category, fuel, "TJ", found);
  if (amount === null) return [keyed({ ...line, notes: [texts.noFuelData({ region, year })] }, "NE")];
  const factors = book.together({ EF: { category: "1.A", activity: activityName, gas: "CO2" } });
  if (!factors) return [notInEdition(line, book, amount)];
  const { EF } = factors;
  const notes = amount === found ? [...(found.notes ?? []), ...boundaries[fuel](), texts.noStocks()] : [];
  return [estimated({ ...line, notes }, amount, gasPerUnit("CO2", "TJ", EF), [EF], errorOf(EF))];
}

const boundaries: Readonly<Record<Fuel, () => Message[]>> = {
  coal: () => [],
  oil: () => [texts.bunkersInside()],
  gas: () => [texts.feedstockGas()],
};

/** Net heat of a fuel in exactly this year, from the first source that has it. */
function supplyOf(fuel: Fuel, context: NationalContext): Activity | null {
  for (const source of context.energySources) {
    const found = suppliers[source](fuel, context);
    if (found) return found;
  }
  return null;
}

const suppliers: Readonly<Record<EnergySource, (fuel: Fuel, context: NationalContext) => Activity | null>> = {
  national: indianCoal,
  EIA(fuel, { region, year, activity }) {
    const amount = activity.heat[fuel].at(region, year);
    if (amount === null) return null;
    return { amount, unit: "TJ", source: texts.eia({ year, net: aggregates[fuel].net }), error: STATISTICS };
  },
  Factbook(fuel, context) {
    const { region, year, activity, heats } = context;
    const quantity = activity.physical(fuel, "consumption").at(region, year);
    if (quantity === null) return null;
    const content = heats.of(fuel, region);
    return {
      amount: quantity * content.tjPerUnit * (fuel === "oil" ? DAYS : 1),
      unit: "TJ",
      source: texts.factbook({ year, heat: content.note }),
      error: STATISTICS,
      notes: [texts.heatUncertain(), ...(fuel === "coal" ? coalBeyondSupply(region, year, quantity, activity) : [])],
    };
  },
};

/** Coal of India's own statistics, with the heat of a tonne by the EIA's heat of a common year. */
function indianCoal(fuel: Fuel, context: NationalContext): Activity | null {
  const { region, year, activity } = context;
  if (region !== "IND" || fuel !== "coal") return null;
  const mined = (when: number): number | null => {
    const parts = [
      activity.india("hard_coal", "production").at("IND", when),
      activity.india("lignite", "production").at("IND", when),
      activity.india("coal", "net_imports").at("IND", when),
    ];
    return parts.includes(null) ? null : parts.reduce<number>((sum, part) => sum + part!, 0);
  };
  const heatYear = Math.min(year, LAST_HEAT_YEAR);
  const [amount, known, heat] = [mined(year), mined(heatYear), activity.heat.coal.at("IND", heatYear)];
  if (amount === null || heat === null || known === null) return null;
  return {
    amount: (amount * heat) / known,
    unit: "TJ",
    source: texts.indiaCoal({ year, amount: amount.toFixed(1), heatYear }),
    error: STATISTICS,
    notes: year === heatYear ? [] : [texts.heatUncertain()],
  };
}

/** Petroleum of India by product; null where a product of the year is missing. */
function indianOil({ year, own, activity, book }: NationalContext): NationalLine[] | null {
  const amounts = indianProducts.map(([item]) => activity.india(item, "consumption").at("IND", year));
  if (amounts.includes(null)) return null;
  return indianProducts.map(([item, fuel, isBurnt], i) => {
    const line = { category: "1.A", gas: "CO2", name: item, label: productNames[item](), of: "oil" };
    const given = { amount: amounts[i]! * 1000, unit: "kt", source: texts.indiaOil({ year }), error: STATISTICS };
    const amount = own.or(line.category, item, "kt", given)!;
    if (!isBurnt) return keyed({ ...line, notes: [texts.notBurnt()] }, "NA", amount);
    const factors = book.together({
      NCV: { category: "1.A", activity: fuel, parameter: "NCV" },
      EF: { category: "1.A", activity: fuel, gas: "CO2" },
    });
    if (!factors) return notInEdition(line, book, amount);
    const { NCV, EF } = factors;
    const notes = [texts.heatUncertain(), ...(item === "aviation_fuel" ? [texts.aviationInside()] : [])];
    return estimated({ ...line, notes }, amount, gasPerUnit("CO2", "kt", NCV, EF), [NCV, EF], errorOf(EF));
  });
}

const productNames = messages("inventory", {
  lpg: { en: "Liquefied petroleum gas", zh: "液化石油气" },
  petrol: { en: "Motor gasoline", zh: "车用汽油" },
  aviation_fuel: { en: "Aviation fuel", zh: "航空燃料" },
  kerosene: { en: "Kerosene", zh: "煤油" },
  diesel: { en: "Diesel", zh: "柴油" },
  light_diesel_oil: { en: "Light diesel oil", zh: "轻柴油" },
  residual_fuel_oil: { en: "Residual fuel oil", zh: "燃料油" },
  petroleum_coke: { en: "Petroleum coke", zh: "石油焦" },
  other_products: { en: "Other petroleum products", zh: "其他石油产品" },
  naphtha: { en: "Naphtha", zh: "石脑油" },
  bitumen: { en: "Bitumen", zh: "沥青" },
  lubricants: { en: "Lubricants", zh: "润滑油" },
});

/** A reported consumption that supply does not explain is named; the two come from one source and should agree. */
function coalBeyondSupply(region: string, year: number, reported: number, { physical }: NationalActivity): Message[] {
  const [made, bought, sold] = ["production", "imports", "exports"].map((flow) =>
    physical("coal", flow).at(region, year),
  );
  if (made === null || made === undefined) return [];
  const apparent = made + (bought ?? 0) - (sold ?? 0);
  const percent = (100 * (reported - apparent)) / apparent;
  const mt = (t: number) => (t / 1e6).toFixed(0);
  return percent > 5
    ? [texts.coalExceeds({ reported: mt(reported), apparent: mt(apparent), percent: percent.toFixed(0) })]
    : [];
}

const KT_PER_M3 = METHANE_DENSITY.value / 1e6;

function fugitiveLines({ region, year, activity, book }: NationalContext): NationalLine[] {
  const coal = activity.mined.at(region, year);
  const methane = (category: string) => {
    const factor = (parameter: string) => ({ category, activity: "coal", parameter, gas: "CH4" });
    const found = book.together({ mining: factor("EF mining"), after: factor("EF post-mining") });
    return found && ((coal ?? 0) * 1000 * (found.mining.value + found.after.value) * KT_PER_M3).toFixed(0);
  };
  const [lo, hi] = [methane("1.B.1.a.ii"), methane("1.B.1.a.i")];
  const mining = { category: "1.B.1", gas: "CH4", name: "coal mining", label: texts.coalMining() };
  return [
    ...(["CH4", "N2O"] as const).map((gas) =>
      keyed(
        { category: "1.A", gas, name: "combustion", label: texts.combustion(), notes: [texts.sectorUnknown()] },
        "NE",
      ),
    ),
    coal === 0
      ? keyed(mining, "NO")
      : keyed(
          {
            ...mining,
            notes:
              coal === null || lo === null || hi === null
                ? [texts.noFuelData({ region, year })]
                : [texts.miningRange({ coal: coal.toFixed(0), lo, hi })],
          },
          "NE",
        ),
    keyed(
      { category: "1.B.2", gas: "CH4", name: "oil and gas", label: texts.oilAndGas(), notes: [texts.noLeakFactors()] },
      "NE",
    ),
  ];
}
