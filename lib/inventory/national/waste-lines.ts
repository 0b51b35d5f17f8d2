import { type Message, messages } from "../../message/message.ts";
import { molarMass, PERCENT } from "../equations/constants.ts";
import { errorOf } from "./factor-book.ts";
import { gasPerUnit } from "./gas-per-unit.ts";
import { knownSum } from "./known-sum.ts";
import type { WasteReport } from "./national-activity.ts";
import type { NationalContext } from "./national-context.ts";
import { type Activity, estimated, keyed, type NationalLine } from "./national-line.ts";
import { notInEdition } from "./not-in-edition.ts";

const texts = messages("inventory", {
  landfill: { en: "Solid waste disposal", zh: "固体废物填埋" },
  wasteSource: {
    en: "World Bank, What a Waste 2.0: waste per head of the country's report, times the population of {year}",
    zh: "世界银行 What a Waste 2.0：该国报告的人均垃圾量乘以 {year} 年人口",
  },
  oneReport: {
    en: "Decay of waste needs what was landfilled in each of the past fifty years. The table has one report: {share} % of the waste of today goes to landfills and dumps, which says nothing about the decades before.",
    zh: "计算垃圾降解需要过去五十年逐年的填埋量。现有数据只有一次报告：目前 {share} % 的垃圾填埋或倾倒，由此无法得知此前数十年的情况。",
  },
  ownHistory: {
    en: "With deposits of your own by year, inventory.landfill estimates it.",
    zh: "如有自己的逐年填埋量，可用填埋场一阶衰减工具估算。",
  },
  noReport: { en: "No table at hand has waste of {region}.", zh: "现有各表均无 {region} 的垃圾数据。" },
  noComposition: {
    en: "The report of {region} has no composition of waste, and none is assumed.",
    zh: "{region} 的报告没有垃圾组成，此处不作假定。",
  },
  noLandfill: {
    en: "The report of {region} does not say how much goes to landfills and dumps, and decay needs the past fifty years.",
    zh: "{region} 的报告未说明填埋和倾倒比例，且降解计算需要过去五十年的数据。",
  },
  incineration: { en: "Incineration of municipal waste", zh: "城市垃圾焚烧" },
  incinerationMethod: {
    en: "{share} % of the waste as in the one report; continuous stokers; fossil carbon of paper, plastic, rubber and other.",
    zh: "焚烧比例 {share} % 取该次报告；按连续式炉排炉；化石碳来自纸、塑料、橡胶和其他。",
  },
  composting: { en: "Composting", zh: "堆肥" },
  digestion: { en: "Anaerobic digestion", zh: "厌氧消化" },
  shareOfReport: { en: "{share} % of the waste as in the one report.", zh: "比例 {share} % 取该次报告。" },
  wastewater: { en: "Wastewater", zh: "废水" },
  noWastewater: {
    en: "Organic load and treatment of wastewater are not at hand by country.",
    zh: "没有分国的废水有机负荷和处理方式数据。",
  },
});

/** Kinds of waste with fossil carbon: the report's share and the names in the tables of incineration. */
const burning = [
  ["food", "food waste"],
  ["garden", "garden and park waste"],
  ["paper", "paper and cardboard"],
  ["wood", "wood"],
  ["plastic", "plastics"],
  ["rubber", "rubber"],
  ["other", "other"],
] as const;

/** Where waste is put to decay. */
const sites = ["managed", "unspecified", "dump"] as const;

const CO2_PER_C = molarMass("CO2").value / molarMass("C").value;

/** Incineration, biological treatment, and what is not estimated: treatment of municipal waste. */
export function wasteLines(context: NationalContext): NationalLine[] {
  const { region, year, activity } = context;
  const wastewater = (gas: string) =>
    keyed({ category: "4.D", gas, name: "wastewater", label: texts.wastewater(), notes: [texts.noWastewater()] }, "NE");
  const rest = [wastewater("CH4"), wastewater("N2O")];
  const report = activity.waste.get(region);
  const people = activity.population.at(region, year);
  if (!report || report.msw === null || people === null || !(report.population > 0)) {
    const notes = [texts.noReport({ region })];
    return [keyed({ category: "4.A", gas: "CH4", name: "landfill", label: texts.landfill(), notes }, "NE"), ...rest];
  }
  const perHead = report.msw / report.population;
  const waste = { amount: perHead * people, unit: "t/yr", source: texts.wasteSource({ year }), error: null };
  return [
    landfillLine(context, report, waste),
    ...burntLines(context, report, waste),
    ...treatedLines(context, report, waste),
    ...rest,
  ];
}

/**
 * Landfills are not estimated: first-order decay needs what was deposited in each of the past fifty years (Vol 5 Ch 3), and the table
 * has one report a country. The share of one year says nothing of decades in which burying was given up, or began: a line needs
 * shares of the whole fifty years.
 */
function landfillLine({ region, own }: NationalContext, report: WasteReport, given: Activity): NationalLine {
  const line = { category: "4.A", gas: "CH4", name: "landfill", label: texts.landfill() };
  const amount = own.or(line.category, line.name, "t/yr", given);
  const landfilled = knownSum(sites.map((site) => report.treatment[site]));
  const notes = [
    landfilled === null ? texts.noLandfill({ region }) : texts.oneReport({ share: landfilled.toFixed(1) }),
  ];
  return keyed({ ...line, notes: [...notes, texts.ownHistory()] }, "NE", amount);
}

/** CO2 and N2O of incineration. Vol 5 Eq 5.2, 5.5. */
function burntLines({ region, own, book }: NationalContext, report: WasteReport, given: Activity): NationalLine[] {
  const share = report.treatment.incinerated;
  if (share === null || share === 0) return [];
  const line = (gas: string) => ({ category: "4.C.1", gas, name: "incineration", label: texts.incineration() });
  const burnt = { ...given, amount: (given.amount * share) / 100 };
  const amount = own.or("4.C.1", "incineration", "t/yr", burnt)!;
  const notes: Message[] = [texts.incinerationMethod({ share: share.toFixed(1) })];
  const technology = "continuous incineration, stoker";
  const of = (parameter: string) => ({ category: "4.C.1", activity: "municipal waste", parameter, technology });
  const ofN2o = book.together({ EF: { ...of("EF"), gas: "N2O" } });
  const n2o = ofN2o
    ? estimated(
        { ...line("N2O"), notes },
        amount,
        gasPerUnit("N2O", "t wet waste", ofN2o.EF),
        [ofN2o.EF],
        errorOf(ofN2o.EF),
      )
    : notInEdition(line("N2O"), book, amount);
  if (report.composition.plastic === null)
    return [keyed({ ...line("CO2"), notes: [texts.noComposition({ region })] }, "NE", amount), n2o];
  const factors = book.together<string>({
    OF: of("OF"),
    ...Object.fromEntries(
      burning.flatMap(([, kind]) =>
        ["dm", "CF", "FCF"].map((parameter) => [
          `${kind} ${parameter}`,
          { category: "4.C", activity: kind, parameter },
        ]),
      ),
    ),
  });
  if (!factors) return [notInEdition(line("CO2"), book, amount), n2o];
  const part = (name: string) => factors[name]!.value / PERCENT.value;
  const carbon = burning.reduce((sum, [name, kind]) => {
    const mass = (report.composition[name] ?? 0) / 100;
    return sum + mass * part(`${kind} dm`) * part(`${kind} CF`) * part(`${kind} FCF`);
  }, 0);
  const perUnit = (carbon * part("OF") * CO2_PER_C) / 1000;
  return [estimated({ ...line("CO2"), notes }, amount, perUnit, Object.values(factors), null), n2o];
}

/** CH4 and N2O of composting and digestion. Vol 5 Eq 4.1, 4.2. */
function treatedLines({ book }: NationalContext, report: WasteReport, given: Activity): NationalLine[] {
  const kinds = [
    ["composted", "composting", texts.composting(), ["CH4", "N2O"]],
    ["digested", "anaerobic digestion", texts.digestion(), ["CH4"]],
  ] as const;
  return kinds.flatMap(([treatment, kind, label, gases]) => {
    const share = report.treatment[treatment];
    if (share === null || share === 0) return [];
    const amount = { ...given, amount: (given.amount * share) / 100 };
    const notes = [texts.shareOfReport({ share: share.toFixed(1) })];
    return gases.map((gas) => {
      const line = { category: "4.B", gas, name: kind, label, notes };
      // Reports are of wet waste: composting has factors by wet waste, which come first, and by dry waste, which would throw.
      const factors = book.together({ EF: { category: "4.B", activity: kind, gas } });
      if (!factors) return notInEdition(line, book, amount);
      const { EF } = factors;
      return estimated(line, amount, gasPerUnit(gas, "t wet waste", EF), [EF], errorOf(EF));
    });
  });
}
