import { messages } from "../../message/message.ts";
import { TermFinder } from "../matching/term-finder.ts";
import type { Clues } from "./clues.ts";
import type { Finder } from "./finding.ts";

const texts = messages("account.company", {
  gasNamed: { en: "The gas is named: {gas}.", zh: "写明了气体：{gas}。" },
  whichRefrigerant: {
    en: "A refrigerant is named without its kind: its number (R-410A, R-134a, …) is needed.",
    zh: "写有制冷剂但没有写明种类：需要其编号（R-410A、R-134a 等）。",
  },
  gasUnit: {
    en: "“{unit}” is no mass: the kilograms of {gas} that leaked or were refilled are needed.",
    zh: "“{unit}”不是质量单位：需要 {gas} 泄漏或补充的千克数。",
  },
  isItHeld: {
    en: "Is “{name}” what leaked or was refilled in the year, and not what the equipment holds?",
    zh: "“{name}”是当年泄漏或补充的量，而不是设备的充注量吗？",
  },
  isItEmitted: {
    en: "Was {gas} (“{name}”) released, or was it bought for another use?",
    zh: "{gas}（“{name}”）是排放的，还是为其他用途购入的？",
  },
});

const leakFinder = new TermFinder([
  [
    "leak:refrigerant",
    "refrigerant|air conditioning|aircon|ac top up|hvac|chiller|coolant gas|f gas|refrigeration|kaltemittel|refrigerante|frigorigene|fluide frigorigene|fluido refrigerante|gas refrigerante|fluido frigorigeno|czynnik chłodniczy|koudemiddel",
    "制冷剂|冷媒|空调|冷机|冷水机组|冷库",
  ],
  ["leak:fire", "fire extinguisher|fire suppression|fire protection|extinguisher|feuerloscher", "灭火器|灭火|消防"],
  ["leak:switchgear", "switchgear|circuit breaker|gis|electrical equipment", "开关柜|断路器|高压开关|GIS"],
  ["leak:weld", "welding|shielding gas", "焊接|保护气|保护焊|焊"],
]);

/** Words of what equipment holds, and of what was lost from it. */
const heldFinder = new TermFinder([
  [
    "held",
    "charge|initial charge|nameplate charge|charge capacity|installed charge|system charge|holding|fullmenge|kaltemittelfullmenge|carga|carga nominal|charge nominale|carica|napełnienie|vulling",
    "充注量|初始充注量|额定充注量|充装量|铭牌充注量|初始充注",
  ],
  [
    "lost",
    "top up|topped up|refill|refilled|recharge|recharged|leak|leaked|leakage|loss|lost|emitted|nachfullung|nachgefullt|nachfullmenge|fuite|recarga|reposicion|fuga|perdita|ricarica|vazamento|reposicao|ubytek|lekkage",
    "补充|补充充注|泄漏|补加|逸散|损耗|年补充充注量|补充充注量|补充量|泄漏量",
  ],
]);

/** IPCC categories of what gases leak from. */
const categories: Readonly<Record<string, string>> = {
  "leak:fire": "2.F.3",
  "leak:switchgear": "2.G.1",
  "leak:refrigerant": "2.F.1",
};
const ofRefrigeration = /^(?:HFC|HCFC|CFC|HFO)/;

/** Gases that leak or are refilled: a mass of the gas itself. Blends are weighed by their components. */
export const findLeak: Finder = (clues, { activities }) => {
  const said = leakFinder.find(clues.name).map(({ tag }) => tag);
  const gas =
    clues.gas ??
    (clues.unit.dimension === "emission" && !clues.unit.substance!.startsWith("CO2") ? clues.unit.substance : null);
  if (gas === null) {
    if (!said.includes("leak:refrigerant") || !["mass", "none", "count", "other"].includes(clues.unit.dimension))
      return null;
    const usual = ["HFC410A", "HFC134a", "HFC32", "HFC404A", "HFC407C"].map((each) => activities.leak(each, "2.F.1"));
    return { kind: "none", target: null, others: usual, how: texts.whichRefrigerant() };
  }
  const isOfGas =
    clues.unit.dimension === "mass" || (clues.unit.dimension === "emission" && clues.unit.substance === gas);
  if (clues.unit.dimension === "emission" && !isOfGas) return null;
  const target = activities.leak(gas, categoryOf(said, gas));
  if (!isOfGas)
    return { kind: "none", target: null, others: [target], how: texts.gasUnit({ unit: clues.unit.text ?? "", gas }) };
  const unit = clues.unit.dimension === "mass" ? `${clues.unit.text} ${gas}` : clues.unit.text!;
  const states = heldFinder.find(clues.name).map(({ tag }) => tag);
  const isHeld = states.includes("held") && !states.includes("lost");
  const isClear = !isHeld && isOfLeak(gas, said, clues);
  const question = isHeld ? texts.isItHeld({ name: clues.name }) : texts.isItEmitted({ gas, name: clues.name });
  return {
    kind: isClear ? "name" : "class",
    target,
    others: ["2.F.1", "2.F.3", "2.G.1"].map((category) => activities.leak(gas, category)),
    how: texts.gasNamed({ gas }),
    conversion: { unit, factor: null, byDistance: false, how: [] },
    ...(isClear ? {} : { question: { text: question, assumed: false } }),
  };
};

/** Whether a gas, its name or its column says that it leaked. */
function isOfLeak(gas: string, said: readonly string[], { written }: Clues): boolean {
  return ofRefrigeration.test(gas) || gas === "SF6" || said.length > 0 || written.scope === "1";
}

function categoryOf(said: Clues["terms"][number]["tag"][], gas: string): string {
  const found = said.find((tag) => Object.hasOwn(categories, tag));
  if (found) return categories[found]!;
  if (gas === "SF6") return "2.G.1";
  return ofRefrigeration.test(gas) ? "2.F.1" : "2.F.6";
}
