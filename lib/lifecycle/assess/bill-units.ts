import { factorBetween, unitSymbol } from "../graph/unit-names.ts";
import { writtenAmount } from "./written-amount.ts";

/** Units as bills write them, by what `lib/quantity` calls them. */
const written: ReadonlyMap<string, string> = new Map([
  ["kgs", "kg"],
  ["kilo", "kg"],
  ["kilogramm", "kg"],
  ["公斤", "kg"],
  ["千克", "kg"],
  ["gr", "g"],
  ["grams", "g"],
  ["gramm", "g"],
  ["克", "g"],
  ["to", "t"],
  ["tonnes", "t"],
  ["tonnen", "t"],
  ["吨", "t"],
  ["l", "L"],
  ["liter", "L"],
  ["liters", "L"],
  ["litres", "L"],
  ["升", "L"],
  ["m²", "m2"],
  ["qm", "m2"],
  ["平方米", "m2"],
  ["m³", "m3"],
  ["cbm", "m3"],
  ["立方米", "m3"],
  ["kwh", "kWh"],
  ["千瓦时", "kWh"],
  ["度", "kWh"],
  ["x", "item"],
  ["×", "item"],
  ["✕", "item"],
  ["pc", "item"],
  ["pcs", "item"],
  ["piece", "item"],
  ["pieces", "item"],
  ["ea", "item"],
  ["each", "item"],
  ["unit", "item"],
  ["units", "item"],
  ["stk", "item"],
  ["st", "item"],
  ["stück", "item"],
  ["个", "item"],
  ["支", "item"],
  ["枚", "item"],
  ["件", "item"],
  ["台", "item"],
  ["只", "item"],
  ["块", "item"],
]);

/** The unit that a bill means; as written if it is none of these. KG is kg, but Mg is not mg. */
export function billUnit(text: string): string {
  const plain = text.trim().replace(/\.$/, "");
  const lower = plain.toLowerCase();
  return written.get(lower) ?? (["kg", "g", "t"].includes(lower) && plain !== "T" ? lower : plain);
}

/** What is counted or measured in a bill: a unit that converts to one of these is the unit of an amount. */
const MEASURES = ["kg", "m3", "m2", "m", "kWh", "item", "tkm"] as const;
/** Counts of more than one piece, or of pieces by their shape: units, though they convert to none. */
const counts: ReadonlySet<string> = new Set(
  "pair pairs set sets roll rolls paar satz rolle rollen 套 对 双 卷 张 片 根 条".split(" "),
);

/** Whether a text is a unit of amounts, and nothing but one: "kg / polyester fabric" and "lamp" are none. */
export function isUnit(text: string): boolean {
  const unit = billUnit(text);
  if (counts.has(unit.toLowerCase())) return true;
  // A unit of a substance, kg steel, is a unit and a name.
  return unitSymbol(unit) !== null && MEASURES.some((each) => factorBetween(unit, each) !== null);
}

/** Whether a text is an amount, with or without its unit. */
export function isAmount(text: string): boolean {
  const written = writtenAmount(text);
  return written.kind !== "none" && (written.rest === "" || isUnit(written.rest));
}

/** Whether an amount is a length, with which names say a size. */
export function isLength(amount: string): boolean {
  const written = writtenAmount(amount);
  return written.kind !== "none" && factorBetween(written.rest, "m") !== null;
}

/** Chinese units, which the name follows without a space; the longest first. */
const chineseUnits: readonly string[] = [...written.keys(), ...counts]
  .filter((unit) => /^\p{Script=Han}+$/u.test(unit))
  .sort((p, q) => q.length - p.length);

/** A word, and two of them. */
const WORDS = /^(?<two>(?<one>[^\s/|,;:，；：\p{Script=Han}]+)(?=[\s/|,;:，；：\p{Script=Han}]|$)(?:\s+\p{L}+)?)/u;

/** The unit at the beginning of a text, and what follows it: "kg of steel", "千克山毛榉", "x lamp". */
export function unitBefore(text: string): { readonly unit: string; readonly rest: string } | undefined {
  const han = chineseUnits.find((unit) => text.startsWith(unit));
  if (han) return { unit: han, rest: text.slice(han.length) };
  const { two = "", one = "" } = WORDS.exec(text)?.groups ?? {};
  const unit = [two, one].find((each) => each !== "" && isUnit(each));
  return unit === undefined ? undefined : { unit, rest: text.slice(unit.length) };
}
