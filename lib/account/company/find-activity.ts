import { messages } from "../../message/message.ts";
import { type Clues, firstOf } from "./clues.ts";
import { findCombustion } from "./combustion.ts";
import { findOwnGeneration, findPurchasedEnergy, findUnnamedPurchase, findUpstream } from "./energy-purchases.ts";
import { type Finder, type Finding, present, type Sources } from "./finding.ts";
import { findFreight } from "./freight.ts";
import { findGiven } from "./given-emissions.ts";
import { findLeak } from "./leaks.ts";
import { findMaterial, findProcess } from "./materials.ts";
import { findSpending } from "./spending.ts";
import { candidateOf } from "./target.ts";
import { findTravel } from "./travel.ts";
import { findWaste, findWater } from "./waste.ts";

const texts = messages("account.company", {
  sold: {
    en: "Energy or goods that are sold or exported are not netted: they are in no total.",
    zh: "售出或外供的能源或物品不作抵扣：不计入任何合计。",
  },
  unknownActivity: {
    en: "No activity with a factor is named by “{name}”: choose one, or write what is burnt, bought, moved or done.",
    zh: "“{name}”没有说明任何有因子的活动：请选择一项，或写明所燃烧、购买、运输或从事的内容。",
  },
  unknownUnit: {
    en: "The unit “{unit}” is not known: write it as a unit such as kWh, t, L, km or a currency.",
    zh: "未知的单位“{unit}”：请写成 kWh、t、L、km 或货币等单位。",
  },
  noUnit: {
    en: "The file states no unit for “{name}”: a unit is needed.",
    zh: "文件没有写明“{name}”的单位：需要单位。",
  },
  byWords: {
    en: "The nearest name of a factor by its words; none is the very name.",
    zh: "按词语最接近的因子名称；没有完全一致的。",
  },
  isItThis: { en: "Is “{name}” the activity “{activity}”?", zh: "“{name}”是活动“{activity}”吗？" },
});

/** Energy and fuels that are paid for need their amounts; all other money is spend. */
const findPaidEnergy: Finder = (clues, sources) => {
  if (clues.unit.dimension !== "money") return null;
  const scope = clues.written.scope;
  const isPurchase = scope === "3" && clues.written.category !== "3";
  if (firstOf(clues, "energy") !== null && !isPurchase && !hasLongerSpend(clues, "energy"))
    return findPurchasedEnergy(clues, sources);
  const isFuel = firstOf(clues, "fuel") !== null || firstOf(clues, "vague") === "fuel";
  return isFuel && !isPurchase && !hasLongerSpend(clues, "fuel") ? findCombustion(clues, sources) : null;
};

/** “Power tools”, “steel coke drums”: what is bought may have a longer name that holds the word of an energy. */
function hasLongerSpend(clues: Clues, kind: string): boolean {
  const of = clues.terms.filter(({ tag }) => tag.startsWith(`${kind}:`));
  return clues.spend.some((spend) =>
    of.some(
      (term) => spend.length > term.length && spend.at <= term.at && spend.at + spend.length >= term.at + term.length,
    ),
  );
}

const findSold: Finder = (clues, { activities }) => {
  if (!clues.own.has("role:sold") || clues.written.scope === "3") return null;
  const isEnergy =
    firstOf(clues, "energy") !== null || firstOf(clues, "fuel") !== null || clues.unit.dimension === "energy";
  if (!isEnergy) return null;
  return {
    kind: "class",
    target: null,
    others: [activities.energy("electricity")],
    how: texts.sold(),
    apart: texts.sold(),
  };
};

/** Fuel or electricity by its unit where the name has both: energy units are of electricity only if no fuel is named. */
const findEnergy: Finder = (clues, sources) => {
  const isElectric = firstOf(clues, "energy") !== null;
  const isFuel = firstOf(clues, "fuel") !== null;
  const { dimension } = clues.unit;
  if (isElectric && !isFuel) return findPurchasedEnergy(clues, sources);
  if (isFuel && (!isElectric || dimension !== "energy"))
    return isMaterialOnly(clues) ? null : findCombustion(clues, sources);
  if (isElectric && isFuel) {
    // "Steam (natural gas boiler)", "electricity from natural gas": asked.
    const [burnt, bought] = [findCombustion(clues, sources), findPurchasedEnergy(clues, sources)];
    if (burnt === null || bought === null) return burnt ?? bought;
    return {
      ...bought,
      kind: "class",
      target: null,
      others: [bought.target, burnt.target, ...burnt.others],
      question: {
        text: texts.isItThis({ name: clues.name, activity: candidateOf(bought.target!).to }),
        assumed: false,
      },
    };
  }
  if (firstOf(clues, "vague") !== null && firstOf(clues, "material") === null) return findCombustion(clues, sources);
  return dimension === "energy" ? (findPurchasedEnergy(clues, sources) ?? findUnnamedPurchase(clues, sources)) : null;
};

/** Ethanol, wood or bitumen that a file lists among purchases of scope 3 are materials. */
function isMaterialOnly({ written }: Clues): boolean {
  return written.scope === "3" && written.category === "1";
}

const finders: readonly Finder[] = [
  findGiven,
  findLeak,
  findSold,
  findOwnGeneration,
  findPaidEnergy,
  findSpending,
  findUpstream,
  findFreight,
  findTravel,
  findWaste,
  findWater,
  findProcess,
  findEnergy,
  findMaterial,
];

/** What a line of these clues stands for: the first kind of activity that its words, unit and scope name. */
export function findActivity(clues: Clues, sources: Sources): Finding {
  const { name, unit } = clues;
  if (unit.dimension !== "emission" || unit.text !== null)
    for (const find of finders) {
      const found = find(clues, sources);
      if (found) return unitProblem(clues, found) ?? found;
    }
  const hits = sources.activities.search(name, ({ units }) => units.length > 0, 6);
  const others = hits.map(({ target }) => target);
  if (unit.text === null)
    return {
      kind: "none",
      target: null,
      others,
      how: unit.dimension === "none" ? texts.noUnit({ name }) : texts.unknownUnit({ unit: clues.unitAsWritten }),
    };
  return byWords(clues, sources) ?? { kind: "none", target: null, others, how: texts.unknownActivity({ name }) };
}

/** What is named, but in a unit that is not known: the candidates stay, and the unit is asked for. */
function unitProblem(clues: Clues, found: Finding): Finding | null {
  if (clues.unit.text !== null || found.apart !== undefined) return null;
  const how =
    clues.unit.dimension === "none"
      ? texts.noUnit({ name: clues.name })
      : texts.unknownUnit({ unit: clues.unitAsWritten });
  const { question: _, ...rest } = found;
  return { ...rest, kind: found.target === null ? "none" : found.kind, conversion: how };
}

/** How much of a name the name of a factor must have, and the other way round, to be offered as the likely one. */
const COVERED = 0.8;
const FILLED = 0.5;

/** A factor whose name has nearly all words of the line: offered and asked about, never counted in silence. */
function byWords(clues: Clues, { activities }: Sources): Finding | null {
  const hits = activities.search(clues.name, ({ scope }) => scope === "3" || scope === "1", 6);
  const [best] = hits;
  if (!best || best.covered < COVERED || best.filled < FILLED) return null;
  const target = best.target;
  return {
    kind: "class",
    target,
    others: present(hits.slice(1).map((hit) => hit.target)),
    how: texts.byWords(),
    question: { text: texts.isItThis({ name: clues.name, activity: target.label }), assumed: false },
  };
}
