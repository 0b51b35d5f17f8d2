import { type Message, messages } from "../message/message.ts";
import type { Part } from "../quantity/dimension.ts";
import type { Substance } from "../quantity/substance.ts";
import { parseUnit } from "../quantity/unit.ts";
import { byUnit } from "./by-unit.ts";
import { yearlyAmount } from "./yearly-amount.ts";

const texts = messages("tool.named", {
  above: {
    en: "{field} is {value} {unit}, more than {what} in {year} ({total}; {source}). Check the value and its unit; it was used as given.",
    zh: "{field} 为 {value} {unit}，超过{what}（{year} 年，{total}；{source}）。请核对数值与单位；计算按所给数值进行。",
  },
  coal: { en: "all coal that the world consumed", zh: "全球煤炭消费总量" },
  oil: { en: "all oil that the world consumed", zh: "全球石油消费总量" },
  oilMass: {
    en: "all oil that the world consumed, at 27.5 TJ/Gg, the least of any oil in IPCC 2006,",
    zh: "全球石油消费总量（按 IPCC 2006 各种石油中最低的热值 27.5 TJ/Gg 折算）",
  },
  gas: { en: "all natural gas that the world produced", zh: "全球天然气总产量" },
  gasEnergy: { en: "all natural gas that the world consumed", zh: "全球天然气消费总量" },
  electricity: { en: "all electricity that the world generated", zh: "全球总发电量" },
  cement: { en: "all cement that the world produced", zh: "全球水泥总产量" },
  clinker: { en: "all clinker that the kilns of the world could make", zh: "全球水泥熟料产能" },
  pigIron: { en: "all pig iron that the world produced", zh: "全球生铁总产量" },
  steel: { en: "all raw steel that the world produced", zh: "全球粗钢总产量" },
  aluminium: { en: "all primary aluminium that the world produced", zh: "全球原铝总产量" },
  cattle: { en: "all cattle that the world kept", zh: "全球牛的存栏量" },
  buffalo: { en: "all buffalo that the world kept", zh: "全球水牛的存栏量" },
  sheep: { en: "all sheep that the world kept", zh: "全球绵羊的存栏量" },
  goats: { en: "all goats that the world kept", zh: "全球山羊的存栏量" },
  swine: { en: "all pigs that the world kept", zh: "全球猪的存栏量" },
  horses: { en: "all horses that the world kept", zh: "全球马的存栏量" },
  camels: { en: "all camels that the world kept", zh: "全球骆驼的存栏量" },
  nitrogen: { en: "all nitrogen that the world used as fertiliser", zh: "全球氮肥总用量（折纯氮）" },
  rice: { en: "all rice that the world harvested", zh: "全球水稻收获总面积" },
});

/** What the whole world had of one thing in a year: an amount that is named as it, or as a kind of it, can be no more. */
export interface NamedTotal {
  /** The names that are this thing or a kind of it, in lower case. */
  readonly names: RegExp;
  readonly value: number;
  readonly unit: string;
  readonly year: number;
  readonly dataset: string;
  readonly source: string;
  readonly what: () => Message;
}

const coal = /(?<![a-z])coal|anthracite|lignite|bituminous|煤(?!气|油|层气)/;
const oil =
  /\boil\b|diesel|gasoline|petrol(?:eum)?\b|kerosene|naphtha|\blpg\b|liquefied petroleum|crude|石油|原油|柴油|汽油|煤油|燃料油|石脑油|液化石油气/;
const gas = /natural gas|\blng\b|天然气/;

const [eia, cia, usgs, fao] = ["US EIA", "CIA World Factbook", "USGS", "FAOSTAT"];

/** Each is a figure of a shipped dataset, from which `test/reference/named-totals.test.ts` computes it again. */
export const namedTotals: readonly NamedTotal[] = [
  of(coal, 9456, "Mt", 2022, "energy_factbook", cia, texts.coal),
  of(coal, 183_224_463, "TJ", 2013, "energy_consumption_eia", eia, texts.coal),
  of(oil, 101_860, "kbbl/d", 2023, "energy_factbook", cia, texts.oil),
  of(oil, 207_770_917, "TJ", 2018, "energy_consumption_eia", eia, texts.oil),
  of(oil, 7177.54, "Mt", 2018, "energy_consumption_eia", eia, texts.oilMass),
  of(gas, 4143e9, "m3", 2023, "energy_factbook", cia, texts.gas),
  of(gas, 154_954_226, "TJ", 2019, "energy_consumption_eia", eia, texts.gasEnergy),
  of(/electricity|(?<![发供水])电(?:力|量|$)/, 29_479.05, "TWh", 2023, "electricity_mix", "Ember", texts.electricity),
  of(/\bcement|水泥/, 4400, "Mt", 2021, "mineral_production_countries", usgs, texts.cement),
  of(/\bclinker|熟料/, 3800, "Mt", 2017, "mineral_production_countries", usgs, texts.clinker),
  of(/\bpig iron|生铁/, 1400, "Mt", 2021, "mineral_production_countries", usgs, texts.pigIron),
  of(/\bsteel|钢/, 1900, "Mt", 2021, "mineral_production_countries", usgs, texts.steel),
  of(/\balumin(?:i?um)\b|原铝|电解铝/, 74, "Mt", 2025, "mineral_production_countries", usgs, texts.aluminium),
  of(/\bcattle|\bcows?\b|(?<!水)牛/, 1_551_441_714, "head", 2022, "livestock_countries", fao, texts.cattle),
  of(/\bbuffalo|水牛/, 205_141_653, "head", 2022, "livestock_countries", fao, texts.buffalo),
  of(/\bsheep|绵羊/, 1_320_757_911, "head", 2022, "livestock_countries", fao, texts.sheep),
  of(/\bgoats?\b|山羊/, 1_145_158_669, "head", 2022, "livestock_countries", fao, texts.goats),
  of(/\bswine|\bpigs?\b|猪/, 992_270_571, "head", 2015, "livestock_countries", fao, texts.swine),
  of(/\bhorses?\b|(?<!河)马/, 61_195_136, "head", 1991, "livestock_countries", fao, texts.horses),
  of(/\bcamels?\b|骆驼/, 41_772_353, "head", 2022, "livestock_countries", fao, texts.camels),
  of(
    /synthetic|fertili[sz]er|氮肥|化肥/,
    114_654.573,
    "kt N",
    2020,
    "nitrogen_fertiliser_countries",
    fao,
    texts.nitrogen,
  ),
  of(/\brice|水稻|稻田/, 159_779.045, "kha", 2008, "rice_countries", "FAO", texts.rice),
];

function of(
  names: RegExp,
  value: number,
  unit: string,
  year: number,
  dataset: string,
  source: string,
  what: () => Message,
): NamedTotal {
  return { names, value, unit, year, dataset, source, what };
}

/** A note if an amount of a thing, or an amount a year, is more than the world's; `names` is what stands around it. */
export function aboveNamed(value: number, unit: string, field: string, names: () => string): Message[] {
  const bounds = boundsOf(unit);
  // Nearly all numbers are below the least of them, and their names are not looked at.
  if (bounds === undefined || !(Math.abs(value) > bounds.least)) return [];
  const named = names();
  const passed = bounds.all.filter(({ most, total }) => Math.abs(value) > most && total.names.test(named));
  const [first] = passed.toSorted((one, other) => one.most - other.most);
  if (!first) return [];
  const { value: most, unit: its, year, source, what } = first.total;
  return [texts.above({ field, value, unit, what: what(), year: String(year), total: `${most} ${its}`, source })];
}

interface Bounds {
  readonly least: number;
  readonly all: readonly { readonly most: number; readonly total: NamedTotal }[];
}

const boundsOf = byUnit((unit): Bounds | undefined => {
  const amount = yearlyAmount(unit);
  if (amount === undefined) return undefined;
  const all = namedTotals.flatMap((total) => {
    const its = yearlyAmount(parseUnit(total.unit))!;
    return kindOf(its) === kindOf(amount) ? [{ most: (total.value * its.yearly) / amount.yearly, total }] : [];
  });
  return all.length > 0 ? { least: Math.min(...all.map(({ most }) => most)), all } : undefined;
});

/** What an amount is of. What is emitted is not what is burnt: the masses of gases and elements are kinds of their own. */
function kindOf({ base, exponent, substance }: Part): string {
  return `${base} ${exponent} ${substance ? substanceKind(substance) : ""}`;
}

function substanceKind(substance: Substance): string {
  switch (substance.kind) {
    case "material":
      return "";
    case "element":
      return substance.element;
    case "gas":
      return substance.gas;
    default:
      return substance.kind;
  }
}

/** Where nothing is noted of whatever is named, in the unit. */
export function namedRange(unit: string): { readonly least?: number; readonly most?: number } | undefined {
  const bounds = boundsOf(unit);
  return bounds && { most: bounds.least };
}
