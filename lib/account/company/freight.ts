import { messages } from "../../message/message.ts";
import { inUnit } from "../matching/amount-unit.ts";
import { allOf, type Clues, wordsFor } from "./clues.ts";
import type { Finder, Finding, Sources } from "./finding.ts";
import type { Target } from "./target.ts";

const texts = messages("account.company", {
  haul: { en: "“{words}” names how goods are moved.", zh: "“{words}”说明了货物运输方式。" },
  whichMode: { en: "How are the goods of “{name}” moved?", zh: "“{name}”的货物以何种方式运输？" },
  noMode: { en: "Nothing says how the goods are moved.", zh: "没有说明货物的运输方式。" },
  byMassDistance: { en: "Mass times distance.", zh: "质量乘以距离。" },
  needWork: {
    en: "Tonne-kilometres of “{name}” are needed: its mass and the distance.",
    zh: "需要“{name}”的吨公里：质量和距离。",
  },
  paid: {
    en: "Transport is counted in category 4 if the company pays for it, and in 9 if customers do; it is taken as paid.",
    zh: "企业付费的运输计入类别 4，由客户付费的计入类别 9；此处按企业付费计。",
  },
  freightUk: { en: "The factor is of the United Kingdom.", zh: "因子为英国的因子。" },
});

const GOODS = "Freighting goods";
const names: Readonly<Record<string, readonly string[]>> = {
  road: [
    "HGV (all diesel) · All HGVs · Average laden",
    "HGV (all diesel) · All artics · Average laden",
    "HGV (all diesel) · All rigids · Average laden",
    "Vans · Average (up to 3.5 tonnes) · Diesel",
  ],
  van: [
    "Vans · Average (up to 3.5 tonnes) · Unknown",
    "Vans · Average (up to 3.5 tonnes) · Diesel",
    "Vans · Average (up to 3.5 tonnes) · Battery Electric Vehicle",
    "HGV (all diesel) · All rigids · Average laden",
  ],
  cold: [
    "HGV refrigerated (all diesel) · All HGVs · Average laden",
    "HGV (all diesel) · All HGVs · Average laden",
    "Cargo ship · Refrigerated cargo · All dwt",
  ],
  rail: ["Rail · Freight train", "HGV (all diesel) · All HGVs · Average laden"],
  sea: [
    "Cargo ship · Container ship · Average",
    "Cargo ship · Bulk carrier · Average",
    "Cargo ship · General cargo · Average",
    "Cargo ship · RoRo-Ferry · Average",
  ],
  bulk: [
    "Cargo ship · Bulk carrier · Average",
    "Cargo ship · General cargo · Average",
    "Cargo ship · Container ship · Average",
  ],
  air: [
    "Freight flights · International, to/from non-UK · With RF",
    "Freight flights · Long-haul, to/from UK · With RF",
    "Freight flights · Short-haul, to/from UK · With RF",
    "Freight flights · Domestic, to/from UK · With RF",
  ],
  "inland water": [
    "Cargo ship · General cargo · 0–4999 dwt",
    "Cargo ship · General cargo · Average",
    "Cargo ship · Bulk carrier · 0–9999 dwt",
  ],
  courier: ["Vans · Average (up to 3.5 tonnes) · Unknown", "HGV (all diesel) · All HGVs · Average laden"],
};
const usual = ["road", "rail", "sea", "air"].map((mode) => names[mode]![0]!);

/** Goods in vehicles of others: categories 4 and 9 of scope 3. */
export const findFreight: Finder = (clues, sources) => {
  const { unit, tags, written } = clues;
  const isFreight = tags.has("freight:any") || written.category === "4" || written.category === "9";
  const isWork =
    unit.dimension === "freight" ||
    (unit.dimension === "mass" && clues.hasDistance && (isFreight || modesOf(clues).length > 0));
  const isDriven =
    unit.dimension === "distance" &&
    isFreight &&
    written.scope !== "1" &&
    modesOf(clues).some((mode) => mode === "road" || mode === "van" || mode === "cold");
  const category =
    written.category === "9" ||
    (written.category === null &&
      tags.has("role:outbound") &&
      /downstream|下游/.test(wordsFor(clues, "role:outbound").join()))
      ? "9"
      : "4";
  if (!isWork && !isDriven) {
    const isGoods =
      isFreight &&
      ["mass", "distance", "count", "none"].includes(unit.dimension) &&
      written.scope !== "1" &&
      !allOf(clues, "fuel").length;
    if (!isGoods || (unit.dimension === "mass" && !tags.has("freight:any"))) return null;
    return {
      kind: "none",
      target: null,
      others: targets(usual, category, sources),
      how: texts.needWork({ name: clues.name }),
    };
  }
  return moved(clues, sources, category);
};

function moved(clues: Clues, sources: Sources, category: "4" | "9"): Finding {
  const modes = modesOf(clues);
  const notes = [
    ...(sources.country === "GBR" ? [] : [texts.freightUk()]),
    ...(clues.written.category === null && clues.tags.has("role:outbound") ? [texts.paid()] : []),
  ];
  const conversion =
    clues.unit.dimension === "mass"
      ? { unit: "tkm", factor: inUnit(1, clues.unit.text!, "t"), byDistance: true, how: [texts.byMassDistance()] }
      : undefined;
  const [mode] = modes;
  if (mode === undefined)
    return {
      kind: "class",
      target: null,
      others: targets(usual, category, sources),
      how: texts.noMode(),
      question: { text: texts.whichMode({ name: clues.name }), assumed: false },
      ...(conversion ? { conversion } : {}),
      notes,
    };
  const [target, ...others] = targets([...flightsFirst(names[mode]!, mode, clues), ...usual], category, sources);
  const isOpen = modes.length > 1;
  const isNamed = ["road", "rail"].includes(mode) && !isOpen;
  return {
    kind: isNamed ? "name" : "class",
    target: target ?? null,
    others,
    how: texts.haul({ words: wordsFor(clues, ...modes.map((of) => `freight:${of}`)).join(", ") }),
    notes,
    ...(conversion ? { conversion } : {}),
    ...(isOpen ? { question: { text: texts.whichMode({ name: clues.name }), assumed: true } } : {}),
  };
}

function flightsFirst(list: readonly string[], mode: string, clues: Clues): readonly string[] {
  if (mode !== "air") return list;
  const haul = allOf(clues, "haul")[0];
  const word =
    haul === "domestic"
      ? "Domestic"
      : haul === "short"
        ? "Short-haul"
        : haul === "long"
          ? "Long-haul"
          : "International";
  return [...list].sort((a, b) => Number(b.includes(word)) - Number(a.includes(word)));
}

/** Modes of freight, each once; a truck that is refrigerated is one mode. */
function modesOf(clues: Clues): string[] {
  const modes = allOf(clues, "freight").filter((mode) => mode !== "any");
  if (modes.includes("cold"))
    return modes.some((mode) => mode === "sea" || mode === "air" || mode === "rail")
      ? modes.filter((mode) => mode !== "cold")
      : ["cold"];
  if (modes.includes("bulk")) return ["bulk"];
  if (modes.includes("inland water")) return ["inland water"];
  return modes.includes("courier") && modes.length > 1 ? modes.filter((mode) => mode !== "courier") : modes;
}

function targets(list: readonly string[], category: "4" | "9", { activities }: Sources): Target[] {
  return [...new Set(list)].flatMap((name) => activities.named(category, `${GOODS} · ${name}`) ?? []);
}
