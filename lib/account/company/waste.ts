import { messages } from "../../message/message.ts";
import { inUnit } from "../matching/amount-unit.ts";
import { allOf, type Clues, firstOf, wordsFor } from "./clues.ts";
import type { Finder, Finding, Sources } from "./finding.ts";
import type { Target } from "./target.ts";

const texts = messages("account.company", {
  discarded: { en: "“{words}” names the waste and its treatment.", zh: "“{words}”说明了废弃物及其处理方式。" },
  whichTreatment: { en: "How is “{name}” treated?", zh: "“{name}”如何处理？" },
  noTreatment: {
    en: "“{words}” names the waste; nothing says how it is treated.",
    zh: "“{words}”说明了废弃物，但没有说明处理方式。",
  },
  noSuchTreatment: {
    en: "There is no factor of {waste} by this treatment. What there is stands beside.",
    zh: "没有 {waste} 按此处理方式的因子。现有的列在旁边。",
  },
  hazardous: {
    en: "There is no factor by mass of hazardous waste: what was paid for its treatment is needed, or a factor of the contractor.",
    zh: "没有按质量的危险废物因子：需要处置费用，或承包方的因子。",
  },
  sludge: {
    en: "There is no factor of sludge at hand: a factor of the contractor is needed.",
    zh: "手头没有污泥的因子：需要承包方的因子。",
  },
  wasteUnit: {
    en: "“{unit}” is no mass: the tonnes of waste are needed.",
    zh: "“{unit}”不是质量单位：需要废弃物的吨数。",
  },
  wasteUk: { en: "The factor is of the United Kingdom.", zh: "因子为英国的因子。" },
  water: { en: "“{words}” names the supply of water.", zh: "“{words}”说明是供水。" },
  wastewater: { en: "“{words}” names the treatment of wastewater.", zh: "“{words}”说明是污水处理。" },
  waterMass: { en: "A tonne of water is taken as a cubic metre.", zh: "一吨水按一立方米计。" },
  waterUnit: {
    en: "“{unit}” is no volume: cubic metres of water are needed.",
    zh: "“{unit}”不是体积单位：需要以立方米计的水量。",
  },
});

const groups = ["Construction", "Other", "Refuse", "Electrical items", "Metal", "Plastic", "Paper"];
const treatments: Readonly<Record<string, readonly string[]>> = {
  Landfill: ["Landfill"],
  "Incineration with Energy Recovery": ["Incineration with Energy Recovery"],
  recycling: ["Closed-loop", "Open-loop"],
  Composting: ["Composting"],
  "Anaerobic digestion": ["Anaerobic digestion"],
};
const all = Object.values(treatments).flat();
/** Treatment is said to be this where it is not said. */
const MIXED = "Commercial and industrial waste";

/** Waste of operations by its kind and its treatment: category 5 of scope 3. */
export const findWaste: Finder = (clues, sources) => {
  const { unit, written, tags } = clues;
  const isWaste =
    allOf(clues, "waste").length > 0 ||
    firstOf(clues, "treatment") !== null ||
    written.category === "5" ||
    written.category === "12";
  if (!isWaste || tags.has("water:treatment")) return null;
  if (!["mass", "volume", "count", "none", "other"].includes(unit.dimension)) return null;
  const kind = kindOf(clues);
  if (kind === null) return null;
  if (unit.dimension !== "mass")
    return { kind: "none", target: null, others: [], how: texts.wasteUnit({ unit: unit.text ?? "" }) };
  if (kind === "hazardous" || kind === "sludge")
    return { kind: "none", target: null, others: [sources.activities.spend("5", "562211")], how: texts[kind]() };
  return discarded(kind, clues, sources);
};

function discarded(kind: string, clues: Clues, sources: Sources): Finding {
  const category = clues.written.category === "12" ? "12" : "5";
  const treatment = firstOf(clues, "treatment");
  const words = wordsFor(
    clues,
    `waste:${kind}`,
    `material:${kind}`,
    "waste:any",
    "waste:recyclables",
    `treatment:${treatment}`,
  ).join(", ");
  const notes = sources.country === "GBR" ? [] : [texts.wasteUk()];
  const options = targets(kind, all, category, sources);
  if (treatment === null)
    return {
      kind: "class",
      target: null,
      others: options,
      how: texts.noTreatment({ words }),
      question: { text: texts.whichTreatment({ name: clues.name }), assumed: false },
      notes,
    };
  const [target] = targets(kind, treatments[treatment]!, category, sources);
  if (target === undefined)
    return {
      kind: "none",
      target: null,
      others: [...options, ...targets(MIXED, treatments[treatment]!, category, sources)],
      how: texts.noSuchTreatment({ waste: words }),
      notes,
    };
  const isNamed = [...clues.own].some((tag) => tag === `waste:${kind}` || tag === `material:${kind}`);
  return { kind: isNamed ? "name" : "class", target, others: options, how: texts.discarded({ words }), notes };
}

/** Names of wastes whose materials have other names. */
const ofMaterial: Readonly<Record<string, string>> = {
  "Electrical items - IT": "WEEE - small",
  "Electrical items - small": "WEEE - small",
  "Electrical items - large": "WEEE - large",
  "Batteries - Li ion": "Batteries",
  "Food and drink": "Organic: food and drink waste",
};

function kindOf(clues: Clues): string | null {
  const wastes = allOf(clues, "waste").filter((of) => of !== "any" && of !== "recyclables");
  const materials = allOf(clues, "material").map((of) => ofMaterial[of] ?? of);
  // A material says more than "industrial waste"; hazardous waste is that, whatever it is made of.
  if (wastes.includes("hazardous")) return "hazardous";
  const [waste] = wastes;
  if (waste !== undefined && waste !== MIXED && waste !== "Household residual waste") return waste;
  if (materials.length > 0) return materials[0]!;
  if (waste !== undefined) return waste;
  if (firstOf(clues, "fuel") !== null || firstOf(clues, "process") !== null) return null;
  const isPlain = allOf(clues, "waste").length > 0 || firstOf(clues, "treatment") !== null;
  return isPlain ? MIXED : null;
}

function targets(kind: string, treated: readonly string[], category: "5" | "12", { activities }: Sources): Target[] {
  return treated.flatMap((treatment) =>
    groups.flatMap((group) => activities.named(category, `Waste disposal · ${group} · ${kind} · ${treatment}`) ?? []),
  );
}

/** Supply of water (category 1) and treatment of wastewater (category 5). */
export const findWater: Finder = (clues, { activities, country }) => {
  const { unit, tags } = clues;
  const isTreated = tags.has("water:treatment");
  if (!isTreated && !tags.has("water:supply")) return null;
  if (unit.dimension === "money" || unit.dimension === "energy") return null;
  const [supply, treated] = [activities.named("1", "Water supply"), activities.named("5", "Water treatment")];
  const [target, other] = isTreated ? [treated, supply] : [supply, treated];
  const words = wordsFor(clues, isTreated ? "water:treatment" : "water:supply").join(", ");
  const how = isTreated ? texts.wastewater({ words }) : texts.water({ words });
  const notes = country === "GBR" ? [] : [texts.wasteUk()];
  if (unit.dimension !== "volume" && unit.dimension !== "mass")
    return { kind: "none", target: null, others: [target, other], how: texts.waterUnit({ unit: unit.text ?? "" }) };
  const isMass = unit.dimension === "mass";
  return {
    kind: "name",
    target,
    others: [other],
    how,
    notes,
    ...(isMass
      ? { conversion: { unit: "m3", factor: inUnit(1, unit.text!, "t"), byDistance: false, how: [texts.waterMass()] } }
      : {}),
  };
};
