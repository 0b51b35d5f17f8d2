import { messages } from "../../message/message.ts";
import { fuelLabel } from "./activities.ts";
import { allOf, type Clues, firstOf, wordsFor } from "./clues.ts";
import type { Finder, Finding, Sources } from "./finding.ts";
import { fuelConversion } from "./fuel-conversion.ts";
import type { Target } from "./target.ts";

const texts = messages("account.company", {
  fuelUse: { en: "“{words}” names the fuel and what burns it.", zh: "“{words}”说明了燃料及其用途。" },
  fuelScope: {
    en: "“{words}” names the fuel; the file says that it is burnt in {source}.",
    zh: "“{words}”说明了燃料；文件写明其用途类别为 {source}。",
  },
  fuelUsual: {
    en: "“{words}” names the fuel; nothing says what burns it, and it is usually burnt so.",
    zh: "“{words}”说明了燃料；没有说明用途，按其通常用途计。",
  },
  fuelOpen: {
    en: "“{words}” names the fuel, but nothing says whether vehicles or stationary equipment burn it.",
    zh: "“{words}”说明了燃料，但没有说明用于车辆还是固定设备。",
  },
  whichUse: {
    en: "Is “{name}” burnt in vehicles or in stationary equipment (boilers, generators)?",
    zh: "“{name}”用于车辆，还是用于固定设备（锅炉、发电机）？",
  },
  whichCoal: { en: "Which kind of coal is “{name}”?", zh: "“{name}”是哪一种煤？" },
  whichFuel: { en: "Which fuel is “{name}”?", zh: "“{name}”是哪一种燃料？" },
  severalFuels: {
    en: "“{words}” may be any of several fuels.",
    zh: "“{words}”可能是多种燃料中的任何一种。",
  },
  fuelByMoney: {
    en: "{fuel} is given as money: an amount in litres, cubic metres, tonnes or energy is needed.",
    zh: "{fuel} 按金额给出：需要以升、立方米、吨或能量计的数量。",
  },
  notInScope3: {
    en: "The file puts this fuel in scope 3 (category {category}), for which there is no factor by fuel: the distance, the tonne-kilometres or the money spent are needed.",
    zh: "文件将此燃料列入范围三（类别 {category}），该类别没有按燃料的因子：需要里程、吨公里或支出金额。",
  },
  otherScope: {
    en: "The file writes scope {written}, and burning “{name}” on one's own account is scope 1. In which of the two is it to be counted?",
    zh: "文件写明范围{written}，而自行燃烧“{name}”属于范围一。应计入哪一个？",
  },
});

const STATIONARY = "1.A.2";
const ROAD = "1.A.3.b";
const uses: Readonly<Record<string, string>> = {
  vehicle: ROAD,
  stationary: STATIONARY,
  rail: "1.A.3.c",
  ship: "1.A.3.d",
  aircraft: "1.A.3.a",
};

/** Fuels of vehicles as well as of boilers: what is not said is asked. The others have one usual use. */
const ambiguous = new Set(["Gas/Diesel Oil", "Motor Gasoline", "Biodiesels", "Biogasoline"]);
const flown = new Set(["Jet Kerosene", "Aviation Gasoline"]);
const coals = ["Other Bituminous Coal", "Anthracite", "Sub-Bituminous Coal", "Lignite", "Coking Coal"];

/** Fuels that the company burns itself: scope 1, by the factors of the guidelines. */
export const findCombustion: Finder = (clues, sources) => {
  const [fuel, form] = fuelOf(clues);
  if (fuel === null) return findVague(clues, sources);
  return burnt(clues, sources, fuel, form, `fuel:${fuel}${form === null ? "" : `|${form}`}`);
};

function burnt(clues: Clues, sources: Sources, fuel: string, form: string | null, tag: string): Finding {
  const { activities } = sources;
  const { unit, written, own } = clues;
  const at = (category: string) => activities.combustion(fuel, category);
  const words = wordsFor(clues, tag).join(" ");
  const all = [at(STATIONARY), at(ROAD), at("1.A.4.a"), at("1.A.1"), at("1.A.3.d"), at("1.A.3.c")];
  if (unit.dimension === "money")
    return { kind: "none", target: null, others: all, how: texts.fuelByMoney({ fuel: fuelLabel(fuel) }) };
  if (written.scope === "3" && written.category !== "3" && written.category !== null)
    return { kind: "none", target: null, others: all, how: texts.notInScope3({ category: written.category }) };
  const { category, how, isOpen } = useOf(clues, fuel, form, words);
  const target = at(category) ?? at(STATIONARY);
  const conversion = target === null ? undefined : fuelConversion(clues, sources, fuel, form);
  const isOther = written.scope === "2" || (written.scope === "3" && written.category === null);
  const question = isOther
    ? { text: texts.otherScope({ written: written.scope, name: clues.name }), assumed: true }
    : isOpen
      ? { text: texts.whichUse({ name: clues.name }), assumed: true }
      : undefined;
  const isCode = written.source?.startsWith("1.A") === true && clues.code !== null;
  return {
    kind: question ? "class" : isCode ? "code" : own.has(tag) ? "name" : "class",
    target,
    others: all,
    how,
    ...(question ? { question } : {}),
    ...(conversion ? { conversion } : {}),
  };
}

function fuelOf(clues: Clues): [string | null, string | null] {
  const [fuel, form] = (firstOf(clues, "fuel") ?? "").split("|");
  return [fuel || null, form ?? null];
}

function useOf(clues: Clues, fuel: string, form: string | null, words: string) {
  const { written } = clues;
  if (written.source?.startsWith("1.A"))
    return { category: written.source, how: texts.fuelScope({ words, source: written.source }), isOpen: false };
  const said = [...new Set(allOf(clues, "use").map((use) => uses[use]!))];
  if (said.length === 1)
    return { category: said[0]!, how: texts.fuelUse({ words: [words, ...usesSaid(clues)].join(", ") }), isOpen: false };
  if (said.length > 1) {
    // What the name says goes before its columns; two uses in a name are open.
    return { category: said[0]!, how: texts.fuelOpen({ words }), isOpen: true };
  }
  if (flown.has(fuel)) return { category: "1.A.3.a", how: texts.fuelUsual({ words }), isOpen: false };
  const isOpen = ambiguous.has(fuel) || form !== null;
  const onRoad = fuel !== "Natural Gas" || form === "cng" ? isOpen && isByVolume(clues, form) : false;
  return { category: onRoad ? ROAD : STATIONARY, how: (isOpen ? texts.fuelOpen : texts.fuelUsual)({ words }), isOpen };
}

/** Vehicles are filled by volume, and boilers by weight or heat: the likelier until it is said. */
function isByVolume({ unit }: Clues, form: string | null): boolean {
  return unit.dimension === "volume" || form === "cng";
}

function usesSaid(clues: Clues): string[] {
  return wordsFor(clues, ...allOf(clues, "use").map((use) => `use:${use}`));
}

/** “Coal”, “gas”, “fuel”: what several fuels are called. */
function findVague(clues: Clues, sources: Sources): Finding | null {
  const vague = firstOf(clues, "vague");
  if (vague === null || vague === "oil") return null;
  const { activities } = sources;
  const { unit } = clues;
  const words = wordsFor(clues, `vague:${vague}`).join(" ");
  const ask = (fuels: readonly string[], assumed: string | null, whichOne: Finding["how"]): Finding => {
    const each = (fuel: string): Target[] =>
      [STATIONARY, ROAD].flatMap((category) => activities.combustion(fuel, category) ?? []);
    const base = assumed === null ? null : burnt(clues, sources, assumed, null, `vague:${vague}`);
    const isCountable = base !== null && base.kind !== "none";
    return {
      kind: isCountable || unit.dimension !== "money" ? "class" : "none",
      target: base?.target ?? null,
      others: fuels.flatMap(each),
      how: unit.dimension === "money" ? texts.fuelByMoney({ fuel: words }) : texts.severalFuels({ words }),
      question: { text: whichOne, assumed: isCountable },
      ...(base?.conversion ? { conversion: base.conversion } : {}),
    };
  };
  if (vague === "coal") return ask(coals, coals[0]!, texts.whichCoal({ name: clues.name }));
  const fuelQuestion = texts.whichFuel({ name: clues.name });
  if (vague === "gas" && unit.text !== "gal" && unit.text !== "L")
    return ask(
      ["Natural Gas", "Liquefied Petroleum Gases", "Gas Works Gas"],
      unit.dimension === "mass" ? null : "Natural Gas",
      fuelQuestion,
    );
  return ask(["Gas/Diesel Oil", "Motor Gasoline", "Liquefied Petroleum Gases"], null, fuelQuestion);
}
