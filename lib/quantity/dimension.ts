import { type Message, messages, type Sentence } from "../message/message.ts";
import { type Substance, sameSubstance, writeSubstance } from "./substance.ts";
import type { Base, FoundUnit } from "./unit-table.ts";

const texts = messages("dimension", {
  plainNumber: { en: "a plain number", zh: "无量纲数" },
  numberPer: { en: "a number per {below}", zh: "每{below}的数" },
  per: { en: "{above} per {below}", zh: "{above}（每{below}）" },
  of: { en: "{noun} of {substance}", zh: "{substance} 的{noun}" },
  partOf: { en: "{noun} of {substance}", zh: "{substance} {noun}" },
  power: { en: "{noun} to the {by}", zh: "{noun}的 {by} 次方" },
  times: { en: "{first} times {next}", zh: "{first}乘{next}" },
  currency: { en: "{currency}", zh: "{currency}" },
  and: { en: "{first} and {next}", zh: "{first}和{next}" },
});

/** The first noun of the numerator, with its article. */
const first = messages("dimension", {
  aMass: { en: "a mass", zh: "质量" },
  anEnergy: { en: "an energy", zh: "能量" },
  aLength: { en: "a length", zh: "长度" },
  anArea: { en: "an area", zh: "面积" },
  aVolume: { en: "a volume", zh: "体积" },
  aTime: { en: "a time", zh: "时间" },
  aTemperature: { en: "a temperature", zh: "温度" },
  anAmount: { en: "an amount", zh: "物质的量" },
  aPressure: { en: "a pressure", zh: "压力" },
  aHead: { en: "a head", zh: "头数" },
  aPerson: { en: "a person", zh: "人数" },
  aVehicle: { en: "a vehicle", zh: "车辆数" },
  anItem: { en: "an item", zh: "件数" },
  aCurrency: { en: "a {currency}", zh: "{currency}" },
});

/** The other nouns, and those of the denominator. */
const other = messages("dimension", {
  mass: { en: "mass", zh: "质量" },
  energy: { en: "energy", zh: "能量" },
  length: { en: "length", zh: "长度" },
  area: { en: "area", zh: "面积" },
  volume: { en: "volume", zh: "体积" },
  time: { en: "time", zh: "时间" },
  temperature: { en: "temperature", zh: "温度" },
  amount: { en: "amount", zh: "物质的量" },
  pressure: { en: "pressure", zh: "压力" },
  head: { en: "head", zh: "头" },
  person: { en: "person", zh: "人" },
  vehicle: { en: "vehicle", zh: "辆" },
  item: { en: "item", zh: "件" },
});

type Noun = keyof typeof other;

const withArticle: Readonly<Record<Noun, () => Message>> = {
  mass: first.aMass,
  energy: first.anEnergy,
  length: first.aLength,
  area: first.anArea,
  volume: first.aVolume,
  time: first.aTime,
  temperature: first.aTemperature,
  amount: first.anAmount,
  pressure: first.aPressure,
  head: first.aHead,
  person: first.aPerson,
  vehicle: first.aVehicle,
  item: first.anItem,
};

/** The dimensions of a unit. */
interface Dimensioned {
  readonly terms: readonly { readonly unit: FoundUnit; readonly exponent: number; readonly substance?: Substance }[];
}

/** One base dimension of one substance, with its exponent: mass of CH4 to the 1. */
export interface Part {
  readonly base: Base;
  readonly substance: Substance | undefined;
  readonly exponent: number;
}

/** The dimensions of a unit, combined by base and substance. */
export function partsOf(unit: Dimensioned): Part[] {
  const parts: Part[] = [];
  for (const { unit: found, exponent, substance } of unit.terms) {
    for (const [base, by] of Object.entries(found.dimension) as [Base, number][]) {
      const at = parts.findIndex((part) => part.base === base && sameSubstance(part.substance, substance));
      const sum = (at < 0 ? 0 : parts[at]!.exponent) + by * exponent;
      const part = { base, substance, exponent: sum };
      if (at < 0) parts.push(part);
      else parts[at] = part;
    }
  }
  return parts.filter(({ exponent }) => exponent !== 0);
}

/** "a mass of CH4 per head and time". */
export function describeDimension(unit: Dimensioned): Message {
  const parts = partsOf(unit);
  const above = parts.filter(({ exponent }) => exponent > 0).map((part, i) => describePart(part, i === 0, true));
  const below = parts.filter(({ exponent }) => exponent < 0).map((part) => describePart(part, false, false));
  const top = above.reduce<Sentence>((first, next) => (first === "" ? next : texts.times({ first, next })), "");
  if (below.length === 0) return typeof top === "string" ? texts.plainNumber() : top;
  const bottom = below.reduce<Sentence>((first, next) => (first === "" ? next : texts.and({ first, next })), "");
  return top === "" ? texts.numberPer({ below: bottom }) : texts.per({ above: top, below: bottom });
}

function describePart({ base, substance, exponent }: Part, isFirst: boolean, isAbove: boolean): Message {
  const by = Math.abs(exponent);
  const raised = base === "length" && by === 2 ? "area" : base === "length" && by === 3 ? "volume" : base;
  const noun = nounOf(raised, isFirst);
  const powered = raised === base && by !== 1 ? texts.power({ noun, by }) : noun;
  if (!substance) return powered;
  const of = { noun: powered, substance: writeSubstance(substance) };
  return isAbove ? texts.of(of) : texts.partOf(of);
}

function nounOf(base: Base | "area" | "volume", isFirst: boolean): Message {
  if (Object.hasOwn(other, base)) return (isFirst ? withArticle : other)[base as Noun]();
  return isFirst ? first.aCurrency({ currency: base }) : texts.currency({ currency: base });
}
