import { developmentOf, livestockRegionOf } from "../../classification/livestock-regions.ts";
import type { FactorQuery } from "../../factors/selection.ts";
import { type Message, messages, type Sentence } from "../../message/message.ts";
import { writeMessage } from "../../message/write.ts";
import type { Percent } from "../uncertainty/inventory-source.ts";
import { errorOf } from "./factor-book.ts";
import { gasPerUnit } from "./gas-per-unit.ts";
import { knownSum } from "./known-sum.ts";
import type { NationalContext } from "./national-context.ts";
import { estimated, keyed, type NationalLine } from "./national-line.ts";
import { nearYear } from "./near-year.ts";
import { notInEdition } from "./not-in-edition.ts";
import { residueLines } from "./residue-lines.ts";
import { lineOfNitrogen, soilFactor } from "./soil-nitrogen.ts";

const texts = messages("inventory", {
  dairyCattle: { en: "Dairy cattle", zh: "奶牛" },
  otherCattle: { en: "Other cattle", zh: "其他牛" },
  buffalo: { en: "Buffalo", zh: "水牛" },
  sheep: { en: "Sheep", zh: "绵羊" },
  goats: { en: "Goats", zh: "山羊" },
  camels: { en: "Camels", zh: "骆驼" },
  horses: { en: "Horses", zh: "马" },
  mulesAndAsses: { en: "Mules and asses", zh: "骡和驴" },
  swine: { en: "Swine", zh: "猪" },
  otherCamelids: { en: "Llamas and alpacas", zh: "美洲驼和羊驼" },
  fao: { en: "FAO, FAOSTAT, {year}", zh: "联合国粮农组织 FAOSTAT，{year} 年" },
  cattleLessDairy: {
    en: "Cattle less dairy cattle, which FAO counts again among them.",
    zh: "牛减去奶牛（粮农组织的牛存栏数已含奶牛）。",
  },
  factorRegion: {
    en: "Factor of {region}, by a key of this collection from the UN's subregions.",
    zh: "采用“{region}”的因子，由本数据集按联合国次区域对应。",
  },
  tier1Error: {
    en: "± 50 % of the factor: the wider end of what the guidelines state for Tier 1 (30 to 50 %).",
    zh: "因子 ± 50 %：取指南所述方法 1 范围（30 % 至 50 %）的上限。",
  },
  manure: { en: "Manure management", zh: "粪便管理" },
  manureNeeds: {
    en: "The default factors depend on the temperature where the animals are and on how manure is kept; neither is at hand by country.",
    zh: "缺省因子取决于牲畜所在地的气温和粪便管理方式；两者均无分国数据。",
  },
  fertiliser: { en: "Synthetic nitrogen fertiliser", zh: "合成氮肥" },
  volatilised: { en: "Synthetic fertiliser: what volatilises and comes down again", zh: "合成氮肥：挥发后沉降" },
  leached: { en: "Synthetic fertiliser: what leaches and runs off", zh: "合成氮肥：淋溶和径流" },
  allOnDryLand: {
    en: "All of it by EF1: what goes on flooded rice, which emits less, is not known.",
    zh: "全部采用 EF1：施于水田（排放较低）的部分未知。",
  },
  noAnimals: {
    en: "No table at hand has animals of {region} in {year}.",
    zh: "现有各表均无 {region} {year} 年的牲畜数。",
  },
  noNitrogen: {
    en: "No table at hand has nitrogen fertiliser of {region} in {year}.",
    zh: "现有各表均无 {region} {year} 年的氮肥使用量。",
  },
  otherNitrogen: { en: "Manure and other nitrogen on soils", zh: "粪肥和其他土壤氮输入" },
  noOtherNitrogen: {
    en: "Nitrogen of manure and of drained soils is not estimated: its amounts are not at hand.",
    zh: "粪肥和排水土壤的氮未估算：缺少数量。",
  },
  rice: { en: "Rice", zh: "水稻" },
  riceSource: {
    en: "FAO, {year}: production over yield",
    zh: "联合国粮农组织，{year} 年：产量除以单产",
  },
  riceMethod: {
    en: "Baseline and scaling factors of one edition; {days} days a crop, which is activity and not a factor: the world value of Table 5.11A of the 2019 Refinement, as no period of the country is at hand; {share} % of the fields taken as irrigated, an assumption of the call, the rest as rain-fed; water before planting and straw unknown.",
    zh: "基准因子和换算系数取自同一版本；每季 {days} 天属活动数据而非因子：取 2019 修订版表 5.11A 的全球值，因该国种植期未知；按调用时的假定，{share} % 的稻田为灌溉，其余为雨养；种植前水分状况和秸秆还田未知。",
  },
  noRice: {
    en: "No table at hand has the harvested area of rice of {region} in {year}: it ends in 2009.",
    zh: "现有各表均无 {region} {year} 年的水稻收获面积：数据止于 2009 年。",
  },
  burning: { en: "Burning of biomass, liming, urea", zh: "生物质燃烧、施石灰、尿素" },
  noActivity: { en: "No table at hand has the activity.", zh: "现有各表均无该活动数据。" },
});

/** Regions of the tables of factors, as they are told. */
const places: Readonly<Record<string, Message>> = Object.fromEntries(
  Object.values(
    messages("inventory", {
      northAmerica: { en: "North America", zh: "北美洲" },
      westernEurope: { en: "Western Europe", zh: "西欧" },
      easternEurope: { en: "Eastern Europe", zh: "东欧" },
      oceania: { en: "Oceania", zh: "大洋洲" },
      latinAmerica: { en: "Latin America", zh: "拉丁美洲" },
      asia: { en: "Asia", zh: "亚洲" },
      indianSubcontinent: { en: "Indian Subcontinent", zh: "印度次大陆" },
      africaAndMiddleEast: { en: "Africa and Middle East", zh: "非洲和中东" },
      developed: { en: "developed countries", zh: "发达国家" },
      developing: { en: "developing countries", zh: "发展中国家" },
    }),
  ).map((say) => [writeMessage(say()), say()]),
);

/** Read in agmrv.org (Assess uncertainty of livestock inventories), which states it from IPCC 2006, Vol 4 Ch 10. */
const ENTERIC: Percent = 50;

/**
 * Days of a rice crop, the world's value of the 2019 Refinement, Vol 4 Table 5.11A: follows from ClimateView's
 * transition-element-framework (3,630.69 kg CO2e/ha = 1.19 kg CH4/ha/d × 113 d × 27).
 */
export const RICE_DAYS = 113;

interface Herd {
  readonly category: string;
  readonly name: string;
  readonly label: () => Message;
  /** FAO items that are added, and those that are taken off. */
  readonly items: readonly string[];
  readonly less?: string;
  readonly byRegion: boolean;
}

const herds: readonly Herd[] = [
  { category: "3.A.1.a.i", name: "dairy cattle", label: texts.dairyCattle, items: ["Dairy cattle"], byRegion: true },
  {
    category: "3.A.1.a.ii",
    name: "other cattle",
    label: texts.otherCattle,
    items: ["Cattle"],
    less: "Dairy cattle",
    byRegion: true,
  },
  { category: "3.A.1.b", name: "buffalo", label: texts.buffalo, items: ["Buffalo"], byRegion: false },
  { category: "3.A.1.c", name: "sheep", label: texts.sheep, items: ["Sheep"], byRegion: false },
  { category: "3.A.1.d", name: "goats", label: texts.goats, items: ["Goats"], byRegion: false },
  { category: "3.A.1.e", name: "camels", label: texts.camels, items: ["Camels"], byRegion: false },
  { category: "3.A.1.f", name: "horses", label: texts.horses, items: ["Horses"], byRegion: false },
  {
    category: "3.A.1.g",
    name: "mules/asses",
    label: texts.mulesAndAsses,
    items: ["Mules and hinnies", "Asses"],
    byRegion: false,
  },
  { category: "3.A.1.h", name: "swine", label: texts.swine, items: ["Swine / pigs"], byRegion: false },
  { category: "3.A.1.j", name: "alpacas", label: texts.otherCamelids, items: ["Other camelids"], byRegion: false },
];

/** Animals, fertiliser, crop residues and rice by Tier 1. */
export function agricultureLines(context: NationalContext): NationalLine[] {
  const line = (category: string, gas: string, name: string, label: Message, note: Message) =>
    keyed({ category, gas, name, label, notes: [note] }, "NE");
  return [
    ...entericLines(context),
    line("3.A.2", "CH4", "manure", texts.manure(), texts.manureNeeds()),
    line("3.A.2", "N2O", "manure", texts.manure(), texts.manureNeeds()),
    ...fertiliserLines(context),
    ...residueLines(context),
    line("3.C.4", "N2O", "other nitrogen", texts.otherNitrogen(), texts.noOtherNitrogen()),
    line("3.C.1", "CH4", "burning and amendments", texts.burning(), texts.noActivity()),
    riceLine(context),
  ];
}

/** CH4 of enteric fermentation: head × factor of the region. Vol 4 Eq 10.19. */
function entericLines({ region, year, subregion, own, activity, book }: NationalContext): NationalLine[] {
  const lines: NationalLine[] = [];
  for (const { category, name, label, items, less, byRegion } of herds) {
    const given = nearYear((when) => {
      const head = knownSum(items.map((item) => activity.animals(item).at(region, when)));
      if (head === null) return null;
      const off = less ? (activity.animals(less).at(region, when) ?? 0) : 0;
      return { amount: head - off, unit: "head", source: texts.fao({ year: when }), error: null };
    }, year);
    const amount = own.or(category, name, "head", given);
    if (amount === null) continue;
    const place = byRegion ? livestockRegionOf(region, subregion) : developmentOf(region, subregion);
    if (place === undefined) continue;
    const line = { category, gas: "CH4", name, label: label() };
    const factors = book.together({ EF: { category, activity: name, gas: "CH4", within: [place] } });
    if (!factors) {
      lines.push(notInEdition(line, book, amount));
      continue;
    }
    const { EF } = factors;
    const notes: Sentence[] = [texts.factorRegion({ region: places[place] ?? place }), texts.tier1Error()];
    if (less) notes.unshift(texts.cattleLessDairy());
    lines.push(estimated({ ...line, notes }, amount, gasPerUnit("CH4", "head", EF), [EF], ENTERIC));
  }
  if (lines.length > 0) return lines;
  const notes = [texts.noAnimals({ region, year })];
  return [
    keyed({ category: "3.A.1", gas: "CH4", name: "enteric fermentation", label: texts.otherCattle(), notes }, "NE"),
  ];
}

/** N2O of synthetic fertiliser, direct and indirect. Vol 4 Eq 11.1, 11.9, 11.10. */
function fertiliserLines({ region, year, own, activity, book }: NationalContext): NationalLine[] {
  const given = nearYear((when) => {
    const t = activity.fertiliser.at(region, when);
    return t === null ? null : { amount: t, unit: "t N", source: texts.fao({ year: when }), error: null };
  }, year);
  const amount = own.or("3.C.4", "fertiliser", "t N", given);
  const routes: readonly [
    category: string,
    name: string,
    label: Message,
    wanted: Readonly<Record<string, FactorQuery>>,
    notes: Sentence[],
  ][] = [
    ["3.C.4", "fertiliser", texts.fertiliser(), { EF1: soilFactor("3.C.4", "EF1") }, [texts.allOnDryLand()]],
    [
      "3.C.5",
      "volatilised",
      texts.volatilised(),
      { share: soilFactor("3.C.5", "FracGASF"), EF4: soilFactor("3.C.5", "EF4") },
      [],
    ],
    [
      "3.C.5",
      "leached",
      texts.leached(),
      { share: soilFactor("3.C.5", "FracLEACH"), EF5: soilFactor("3.C.5", "EF5") },
      [],
    ],
  ];
  return routes.map(([category, name, label, wanted, notes]) => {
    const line = { category, gas: "N2O", name, label, notes };
    if (amount === null) return keyed({ ...line, notes: [texts.noNitrogen({ region, year })] }, "NE");
    const factors = book.together(wanted);
    return factors ? lineOfNitrogen(line, amount, Object.values(factors)) : notInEdition(line, book, amount);
  });
}

/** CH4 of rice: area × days × baseline × water. Vol 4 Eq 5.1, 5.2. */
function riceLine({ region, year, own, activity, book, irrigatedRice }: NationalContext): NationalLine {
  const line = { category: "3.C.7", gas: "CH4", name: "rice", label: texts.rice() };
  const given = nearYear((when) => {
    const kha = activity.rice.at(region, when);
    return kha === null
      ? null
      : { amount: kha * 1000, unit: "ha", source: texts.riceSource({ year: when }), error: null };
  }, year);
  const amount = own.or(line.category, line.name, "ha", given);
  if (amount === null) {
    const growsRice = activity.rice.codes.includes(region);
    return growsRice ? keyed({ ...line, notes: [texts.noRice({ region, year })] }, "NE") : keyed(line, "NO");
  }
  const of = (activity: string, parameter: string) => ({ category: "3.C.7", activity, parameter });
  const factors = book.together({
    EFc: of("rice", "EFc"),
    irrigated: of("irrigated / aggregated", "SFw"),
    rainfed: of("rainfed / aggregated", "SFw"),
    SFp: of("aggregated", "SFp"),
  });
  if (!factors) return notInEdition(line, book, amount);
  const { EFc, irrigated, rainfed, SFp } = factors;
  const scaling = irrigatedRice * irrigated.value + (1 - irrigatedRice) * rainfed.value;
  const perUnit = (EFc.value * RICE_DAYS * scaling * SFp.value) / 1e6;
  const notes = [texts.riceMethod({ days: RICE_DAYS, share: (100 * irrigatedRice).toFixed(0) })];
  return estimated({ ...line, notes }, amount, perUnit, [EFc, irrigated, rainfed, SFp], errorOf(EFc));
}
