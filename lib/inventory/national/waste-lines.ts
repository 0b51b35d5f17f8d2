import type { Factor } from "../../factors/factor.ts";
import { type Message, messages } from "../../message/message.ts";
import { molarMass, PERCENT } from "../equations/constants.ts";
import type { Percent } from "../uncertainty/inventory-source.ts";
import { errorOf, productError } from "./factor-book.ts";
import { knownSum } from "./known-sum.ts";
import type { WasteReport } from "./national-activity.ts";
import type { NationalContext } from "./national-context.ts";
import { type Activity, estimated, keyed, type NationalLine, takenOver } from "./national-line.ts";
import { FIRST_YEAR } from "./population-decay.ts";

const said = messages("inventory", {
  landfill: { en: "Solid waste disposal", zh: "固体废物填埋" },
  wasteSource: {
    en: "World Bank, What a Waste 2.0: waste per head of the country's report, times the population of {year}",
    zh: "世界银行 What a Waste 2.0：该国报告的人均垃圾量乘以 {year} 年人口",
  },
  landfillMethod: {
    en: "First-order decay from {first} on. History: waste per head, its composition and {share} % of it to landfills and dumps as in the one report, population by year. Decay: the mean of the dry and the wet default of {climate} climate; bounds from the slowest dry to the fastest wet. No recovery and no oxidation, as neither is known: too high where gas is collected; too low where more was buried in the past than today.",
    zh: "自 {first} 年起的一阶衰减。历史：人均垃圾量、组成和 {share} % 的填埋及倾倒比例均取该次报告，人口逐年。衰减常数：{climate}气候干、湿缺省值的平均；上下界为最慢的干值至最快的湿值。回收和氧化未知，均不计：有填埋气收集之处偏高；过去填埋多于现在之处偏低。",
  },
  tropical: { en: "tropical", zh: "热带" },
  temperate: { en: "boreal and temperate", zh: "寒带和温带" },
  noReport: { en: "No table at hand has waste of {region}.", zh: "现有各表均无 {region} 的垃圾数据。" },
  noComposition: {
    en: "The report of {region} has no composition of waste, and none is assumed.",
    zh: "{region} 的报告没有垃圾组成，此处不作假定。",
  },
  noLandfill: {
    en: "The report of {region} does not say how much goes to landfills and dumps, and none is assumed.",
    zh: "{region} 的报告未说明填埋和倾倒比例，此处不作假定。",
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

/** Subregions of the UN whose land lies mostly in the tropics; what else is boreal or temperate. A choice of this collection. */
const tropicalSubregions = new Set([
  "Caribbean",
  "Central America",
  "South America",
  "South-eastern Asia",
  "Southern Asia",
  "Eastern Africa",
  "Middle Africa",
  "Western Africa",
  "Melanesia",
  "Micronesia",
  "Polynesia",
]);
const temperateCountries = new Set(["ARG", "CHL", "URY", "AFG", "IRN"]);

/** Kinds of waste that decay: the report's share, the kind of k and of DOC in the tables. */
const decaying = [
  ["food", "food sewage sludge", "food"],
  ["garden", "garden other putrescible", "garden"],
  ["paper", "paper textiles", "paper"],
  ["wood", "wood straw", "wood straw"],
] as const;

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

/** Where waste is put, with the MCF of the tables: a dump's depth is not known. */
const sites = [
  ["managed", "managed anaerobic"],
  ["unspecified", "uncharacterised"],
  ["dump", "uncharacterised"],
] as const;

const CO2_PER_C = molarMass("CO2").value / molarMass("C").value;

/** Landfills, incineration and biological treatment of municipal waste. */
export function wasteLines(context: NationalContext): NationalLine[] {
  const { region, year, activity } = context;
  const wastewater = (gas: string) =>
    keyed({ category: "4.D", gas, name: "wastewater", label: said.wastewater(), notes: [said.noWastewater()] }, "NE");
  const rest = [wastewater("CH4"), wastewater("N2O")];
  const report = activity.waste.get(region);
  const people = activity.population.at(region, year);
  if (!report || report.msw === null || people === null || !(report.population > 0)) {
    const notes = [said.noReport({ region })];
    return [keyed({ category: "4.A", gas: "CH4", name: "landfill", label: said.landfill(), notes }, "NE"), ...rest];
  }
  const perHead = report.msw / report.population;
  const waste = { amount: perHead * people, unit: "t/yr", source: said.wasteSource({ year }), error: null };
  return [
    landfillLine(context, report, waste),
    ...burntLines(context, report, waste),
    ...treatedLines(context, report, waste),
    ...rest,
  ];
}

/** CH4 of landfills by first-order decay. Vol 5 Eq 3.1 to 3.6. */
function landfillLine(context: NationalContext, report: WasteReport, given: Activity): NationalLine {
  const { region, subregion, year, own, activity, book, decay } = context;
  const line = { category: "4.A", gas: "CH4", name: "landfill", label: said.landfill() };
  const amount = own.or(line.category, line.name, "t/yr", given)!;
  const shares = sites.map(([site]) => report.treatment[site]);
  const landfilled = knownSum(shares);
  if (landfilled === null) return keyed({ ...line, notes: [said.noLandfill({ region })] }, "NE");
  if (report.composition.food === null && report.composition.paper === null)
    return keyed({ ...line, notes: [said.noComposition({ region })] }, "NE");
  if (landfilled === 0) return keyed(line, "NO", amount);

  const isTropical = tropicalSubregions.has(subregion) && !temperateCountries.has(region);
  const zones = isTropical ? ["tropical dry", "tropical moist wet"] : ["boreal temperate dry", "boreal temperate wet"];
  const factor = (kind: string, parameter: string, technology?: string) =>
    book.of({ category: "4.A", activity: kind, parameter, ...(technology ? { technology } : {}) });
  const [DOCf, F] = [factor("all", "DOCf"), factor("all", "F")];
  const corrections = sites.map(([, kind]) => factor(kind, "MCF"));
  const MCF = corrections.reduce((sum, { value }, i) => sum + (value * (shares[i] ?? 0)) / landfilled, 0);
  const perHead = amount.amount / activity.population.at(region, year)!;
  const streams = decaying.map(([part, rate, kind]) => {
    const ks = zones.map((zone) => factor(rate, "k", zone));
    const DOC = factor(kind, "DOC");
    const decomposable =
      (perHead * (landfilled / 100) * (report.composition[part] ?? 0) * DOC.value * DOCf.value * MCF) / 100 / 1000;
    // Decomposable carbon a head and year is in kt.
    const methane = (k: number) => decomposable * decay.of(region, year, k, F.value);
    return {
      DOC,
      ks,
      value: methane((ks[0]!.value + ks[1]!.value) / 2),
      slow: methane(ks[0]!.lo ?? ks[0]!.value),
      fast: methane(ks[1]!.hi ?? ks[1]!.value),
    };
  });
  const total = sumOf(streams.map(({ value }) => value));
  const [slow, fast] = [sumOf(streams.map(({ slow }) => slow)), sumOf(streams.map(({ fast }) => fast))];
  const ofDecay: Percent = {
    lo: (100 * (total - Math.min(slow, fast, total))) / total,
    hi: (100 * (Math.max(slow, fast, total) - total)) / total,
  };
  const weighted = (parts: readonly { value: number; of: Factor }[]): Percent => {
    const along = (side: "lo" | "hi") =>
      Math.hypot(
        ...parts.map(
          ({ value, of }) => (value * ((errorOf(of) as { lo: number; hi: number } | null)?.[side] ?? 0)) / total,
        ),
      );
    return { lo: along("lo"), hi: along("hi") };
  };
  const ofCarbon = weighted(streams.map(({ value, DOC }) => ({ value, of: DOC })));
  const ofSites = weighted(
    corrections.map((of, i) => ({ value: (total * of.value * (shares[i] ?? 0)) / landfilled / MCF, of })),
  );
  const notes = [
    said.landfillMethod({
      first: FIRST_YEAR,
      share: landfilled.toFixed(1),
      climate: isTropical ? said.tropical() : said.temperate(),
    }),
  ];
  const factors = [DOCf, F, ...corrections, ...streams.flatMap(({ DOC, ks }) => [DOC, ...ks])];
  return takenOver({ ...line, notes }, total, amount, [...new Set(factors)], productError(ofDecay, ofCarbon, ofSites));
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** CO2 and N2O of incineration. Vol 5 Eq 5.2, 5.5. */
function burntLines({ region, own, book }: NationalContext, report: WasteReport, given: Activity): NationalLine[] {
  const share = report.treatment.incinerated;
  if (share === null || share === 0) return [];
  const line = (gas: string) => ({ category: "4.C.1", gas, name: "incineration", label: said.incineration() });
  const burnt = { ...given, amount: (given.amount * share) / 100 };
  const amount = own.or("4.C.1", "incineration", "t/yr", burnt)!;
  const notes: Message[] = [said.incinerationMethod({ share: share.toFixed(1) })];
  const technology = "continuous incineration, stoker";
  const nitrous = book.of({ category: "4.C.1", activity: "municipal waste", gas: "N2O", technology });
  const n2o = estimated({ ...line("N2O"), notes }, amount, nitrous.value / 1e9, [nitrous], errorOf(nitrous));
  if (report.composition.plastic === null)
    return [keyed({ ...line("CO2"), notes: [said.noComposition({ region })] }, "NE", amount), n2o];
  const factors: Factor[] = [];
  const part = (kind: string, parameter: string) => {
    const found = book.of({ category: "4.C", activity: kind, parameter });
    factors.push(found);
    return found.value / PERCENT.value;
  };
  const carbon = burning.reduce((sum, [name, kind]) => {
    const mass = (report.composition[name] ?? 0) / 100;
    return sum + mass * part(kind, "dm") * part(kind, "CF") * part(kind, "FCF");
  }, 0);
  const oxidised = book.of({ category: "4.C.1", activity: "municipal waste", parameter: "OF", technology });
  const perUnit = (carbon * (oxidised.value / PERCENT.value) * CO2_PER_C) / 1000;
  return [estimated({ ...line("CO2"), notes }, amount, perUnit, [...factors, oxidised], null), n2o];
}

/** CH4 and N2O of composting and digestion. Vol 5 Eq 4.1, 4.2. */
function treatedLines({ book }: NationalContext, report: WasteReport, given: Activity): NationalLine[] {
  const kinds = [
    ["composted", "composting", said.composting(), ["CH4", "N2O"]],
    ["digested", "anaerobic digestion", said.digestion(), ["CH4"]],
  ] as const;
  return kinds.flatMap(([treatment, kind, label, gases]) => {
    const share = report.treatment[treatment];
    if (share === null || share === 0) return [];
    const amount = { ...given, amount: (given.amount * share) / 100 };
    return gases.map((gas) => {
      const factor = wetFactor(kind, gas);
      const notes = [said.shareOfReport({ share: share.toFixed(1) })];
      return estimated(
        { category: "4.B", gas, name: kind, label, notes },
        amount,
        factor.value / 1e6,
        [factor],
        errorOf(factor),
      );
    });
  });

  /** Composting has factors by wet and by dry waste; reports are of wet waste. */
  function wetFactor(kind: string, gas: string): Factor {
    return book.of({ category: "4.B", activity: kind, gas });
  }
}
