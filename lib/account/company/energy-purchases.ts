import { type Message, messages } from "../../message/message.ts";
import type { EnergyKind } from "./activities.ts";
import { allOf, type Clues, firstOf, wordsFor } from "./clues.ts";
import type { Finder, Finding, Sources } from "./finding.ts";

const texts = messages("account.company", {
  energyNamed: { en: "“{words}” names purchased energy.", zh: "“{words}”说明是外购能源。" },
  energyByMoney: {
    en: "Purchased energy is given as money: an amount in kWh or GJ is needed, from the bill.",
    zh: "外购能源按金额给出：需要账单上以 kWh 或 GJ 计的数量。",
  },
  energyUnit: {
    en: "“{unit}” is no amount of energy: kWh, MWh or GJ are needed.",
    zh: "“{unit}”不是能量单位：应为 kWh、MWh 或 GJ。",
  },
  steamMass: {
    en: "Steam is given by mass: the heat in a tonne of it (by its pressure and temperature) is needed, as a conversion to GJ.",
    zh: "蒸汽按质量给出：需要每吨蒸汽的热量（取决于压力和温度），作为换算为 GJ 的系数。",
  },
  compressedAir: {
    en: "There is no factor of purchased compressed air: the electricity that it took is needed.",
    zh: "没有外购压缩空气的因子：需要其耗电量。",
  },
  unnamedPurchase: {
    en: "Purchased energy, and nothing says which; what is bought by the kWh is usually electricity.",
    zh: "属于外购能源，但未写明种类；按千瓦时购入的通常是电力。",
  },
  whichEnergy: { en: "Which energy is “{name}”?", zh: "“{name}”是哪一种能源？" },
  electricityInScope: {
    en: "The file writes scope {written}, and purchased energy is scope 2. In which of the two is “{name}” to be counted?",
    zh: "文件写明范围{written}，而外购能源属于范围二。“{name}”应计入哪一个？",
  },
  green: {
    en: "A green tariff, contract or certificate is named. By location it counts like any electricity; by market it counts so until the instrument is given with its volume and factor.",
    zh: "写有绿电、合同或证书。基于位置的方法按一般电力计；基于市场的方法在给出相应工具（电量和因子）之前也如此。",
  },
  ownGeneration: {
    en: "Electricity generated on site from sun or wind is no purchase: it is in no total.",
    zh: "自建光伏或风电所发电力不是外购：不计入任何合计。",
  },
  upstreamWords: {
    en: "“{words}” names what is upstream of fuels and electricity.",
    zh: "“{words}”说明是燃料或电力的上游排放。",
  },
  upstreamNone: {
    en: "Which upstream factor “{name}” takes is not clear: name the fuel or the energy.",
    zh: "无法确定“{name}”取哪一项上游因子：请写明燃料或能源。",
  },
  upstreamUk: {
    en: "Upstream factors are of the United Kingdom.",
    zh: "上游因子为英国的因子。",
  },
});

const kinds = ["electricity", "steam", "heat", "cooling"] as const;

/** Purchased electricity, steam, heat and cooling: scope 2. */
export const findPurchasedEnergy: Finder = (clues, { activities }) => {
  const named = allOf(clues, "energy");
  if (named.length === 0 && !(clues.unit.dimension === "energy" && clues.tags.has("drive:Battery Electric Vehicle"))) {
    if (clues.unit.dimension !== "energy" || !clues.own.has("role:green")) return null;
  }
  const kind = kindOf(named);
  if (kind === "compressed air")
    return { kind: "none", target: null, others: [activities.energy("electricity")], how: texts.compressedAir() };
  const target = activities.energy(kind);
  const others = kinds.map((each) => activities.energy(each));
  const how = texts.energyNamed({ words: wordsFor(clues, `energy:${kind}`).join(", ") || clues.name });
  const need = needOf(clues, kind);
  if (need !== null && clues.unit.dimension === "money") return { kind: "none", target: null, others, how: need };
  const { scope } = clues.written;
  const notes = clues.tags.has("role:green") && kind === "electricity" ? [texts.green()] : [];
  return {
    kind: scope === "1" ? "class" : "name",
    target,
    others,
    how,
    notes,
    ...(need === null ? {} : { conversion: need }),
    ...(scope === "1"
      ? { question: { text: texts.electricityInScope({ written: scope, name: clues.name }), assumed: true } }
      : {}),
  };
};

function kindOf(named: readonly string[]): EnergyKind | "compressed air" {
  if (named.includes("electricity") || named.length === 0) return "electricity";
  return named[0] as EnergyKind | "compressed air";
}

function needOf({ unit }: Clues, kind: EnergyKind): Message | null {
  if (unit.dimension === "energy") return null;
  if (unit.dimension === "money") return texts.energyByMoney();
  return kind === "steam" && unit.dimension === "mass"
    ? texts.steamMass()
    : texts.energyUnit({ unit: unit.text ?? "" });
}

/** Energy that is bought or from the grid, in a unit of electricity bills, and nothing says which energy: it is asked. */
export const findUnnamedPurchase: Finder = (clues, { activities }) => {
  const { unit, own, name } = clues;
  if (unit.dimension !== "energy" || !(own.has("role:purchased") || own.has("role:grid"))) return null;
  return {
    kind: "class",
    target: activities.energy("electricity"),
    others: kinds.map((each) => activities.energy(each)),
    how: texts.unnamedPurchase(),
    question: { text: texts.whichEnergy({ name }), assumed: /Wh$/.test(unit.text ?? "") },
  };
};

/** Electricity that the company makes itself from sun and wind, in no total. */
export const findOwnGeneration: Finder = (clues, { activities }) => {
  const isOwn = clues.own.has("role:own generation") && !["money", "mass", "volume"].includes(clues.unit.dimension);
  if (!isOwn || firstOf(clues, "fuel") !== null) return null;
  return {
    kind: "class",
    target: null,
    others: [activities.energy("electricity")],
    how: texts.ownGeneration(),
    apart: texts.ownGeneration(),
  };
};

/** Names of fuels in DESNZ's table of upstream emissions. */
const upstream: Readonly<Record<string, string>> = {
  "Gas/Diesel Oil": "Liquid fuels · Diesel (100% mineral diesel)",
  "Motor Gasoline": "Liquid fuels · Petrol (100% mineral petrol)",
  "Liquefied Petroleum Gases": "Gaseous fuels · LPG",
  "Residual Fuel Oil": "Liquid fuels · Fuel oil",
  "Jet Kerosene": "Liquid fuels · Aviation turbine fuel",
  "Other Kerosene": "Liquid fuels · Burning oil",
  "Natural Gas": "Gaseous fuels · Natural gas",
  "Natural Gas|lng": "Gaseous fuels · LNG",
  "Natural Gas|cng": "Gaseous fuels · CNG",
  "Other Bituminous Coal": "Solid fuels · Coal (industrial)",
  "Coking Coal": "Solid fuels · Coking coal",
  "Petroleum Coke": "Solid fuels · Petroleum coke",
};

/** Category 3 of scope 3: what is upstream of fuels and electricity, and losses in grids. */
export const findUpstream: Finder = (clues, sources) => {
  const { tags, written, unit } = clues;
  if (!tags.has("role:upstream") && written.category !== "3") return null;
  if (unit.dimension === "money") return null;
  const { target, others } = upstreamTargets(clues, sources);
  // "Upstream transport" is of goods, category 4.
  if (target === null && (clues.tags.has("freight:any") || unit.dimension === "freight")) return null;
  const words = wordsFor(clues, "role:upstream").join(", ") || "3";
  if (target === null) return { kind: "none", target, others, how: texts.upstreamNone({ name: clues.name }) };
  return {
    kind: "class",
    target,
    others,
    how: texts.upstreamWords({ words }),
    notes: [texts.upstreamUk()],
  } satisfies Finding;
};

function upstreamTargets(clues: Clues, { activities }: Sources) {
  const named = (name: string) => activities.named("3", name);
  const fuel = firstOf(clues, "fuel");
  const electric = [
    named("Transmission and distribution · T&D- UK electricity · Electricity: UK · kWh"),
    named("WTT- UK electricity · WTT- UK electricity (generation) · Electricity: UK · kWh"),
    named("WTT- UK electricity · WTT- UK electricity (T&D) · Electricity: UK · kWh"),
  ];
  const heat = [named("WTT- heat and steam · District heat and steam · kWh")];
  if (fuel !== null && upstream[fuel] !== undefined)
    return { target: named(`WTT- fuels · ${upstream[fuel]}`), others: electric };
  const energy = firstOf(clues, "energy");
  if (energy === "electricity") {
    const isLoss =
      /loss|损/.test(wordsFor(clues, "role:upstream").join(" ")) ||
      /t d|transmission|distribution|输配/.test(wordsFor(clues, "role:upstream").join(" "));
    return { target: isLoss ? electric[0]! : electric[1]!, others: electric };
  }
  if (energy === "heat" || energy === "steam") return { target: heat[0]!, others: electric };
  return { target: null, others: [...electric, ...heat] };
}
