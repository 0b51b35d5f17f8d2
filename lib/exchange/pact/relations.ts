import { biogenicUptake } from "../../lifecycle/footprint/biogenic-uptake.ts";
import { type Message, messages } from "../../message/message.ts";
import { halfDigit, numberOfDecimal } from "./decimal.ts";
import type { CarbonFootprint } from "./product-footprint.ts";

const texts = messages("exchange.pact", {
  otherSum: {
    en: "{field}: the sum of the emissions is {sum}, but pcfExcludingBiogenicUptake is {stated}. Ask the data owner which of them holds.",
    zh: "{field}：各项排放之和为 {sum}，而 pcfExcludingBiogenicUptake 为 {stated}。请向数据所有者核实。",
  },
  otherReading: {
    en: "{field}: pcfExcludingBiogenicUptake is the sum of the emissions only {how:and}. The text of PACT 3 says otherwise.",
    zh: "{field}：只有{how:and}，各项排放之和才等于 pcfExcludingBiogenicUptake，这与 PACT 3 的条文不同。",
  },
  leftOut: { en: "if {name} is left out", zh: "不计 {name}" },
  addedOnTop: { en: "if {name} is added", zh: "另加 {name}" },
  otherTotal: {
    en: "{field}: pcfExcludingBiogenicUptake + biogenicCO2Uptake is {sum}, but pcfIncludingBiogenicUptake is {stated}.",
    zh: "{field}：pcfExcludingBiogenicUptake + biogenicCO2Uptake 为 {sum}，而 pcfIncludingBiogenicUptake 为 {stated}。",
  },
  otherUptake: {
    en: "{field}: the biogenic carbon content amounts to an uptake of {expected} kg CO2, but biogenicCO2Uptake is {stated}.",
    zh: "{field}：按生物源碳含量计，吸收量应为 {expected} kg CO2，而 biogenicCO2Uptake 为 {stated}。",
  },
});

type Amount = Extract<keyof CarbonFootprint, string>;

/** In every reading part of the total without uptake. */
const always: readonly Amount[] = [
  "fossilGhgEmissions",
  "landUseChangeGhgEmissions",
  "landManagementBiogenicCO2Emissions",
  "landManagementBiogenicCO2Removals",
  "ccsTechnologicalCO2Capture",
  "technologicalCO2Removals",
];
/** Part of it by the text of the specification; the published examples leave it out. */
const byText: readonly Amount[] = ["biogenicNonCO2Emissions"];
/** No part of it by the text, which has fossilGhgEmissions contain the first; the published examples add both. */
const byExamples: readonly Amount[] = ["landManagementFossilGhgEmissions", "landCarbonLeakage"];

/**
 * Where the amounts of a carbon footprint do not add up, within the rounding of their digits. A note names the reading under which
 * they do, because the text of the specification and its published examples read two attributes differently.
 * `field` is where the footprint is in its file.
 */
export function relationNotes(field: string, pcf: CarbonFootprint): Message[] {
  return [...sumNotes(field, pcf), ...totalNotes(field, pcf), ...uptakeNotes(field, pcf)];
}

interface Rounded {
  readonly value: number;
  /** How far rounding may have moved it. */
  readonly slack: number;
}

function amountOf(pcf: CarbonFootprint, name: Amount): Rounded {
  const text = pcf[name];
  return typeof text === "string" ? { value: numberOfDecimal(text), slack: halfDigit(text) } : { value: 0, slack: 0 };
}

function sumOf(parts: readonly Rounded[]): Rounded {
  return parts.reduce((sum, part) => ({ value: sum.value + part.value, slack: sum.slack + part.slack }), {
    value: 0,
    slack: 0,
  });
}

function fits(a: Rounded, b: Rounded): boolean {
  // Sums of decimals carry the rounding of binary numbers, far below any digit that is written.
  const binary = 1e-12 * (Math.abs(a.value) + Math.abs(b.value));
  return Math.abs(a.value - b.value) <= a.slack + b.slack + binary;
}

function sumNotes(field: string, pcf: CarbonFootprint): Message[] {
  const stated = amountOf(pcf, "pcfExcludingBiogenicUptake");
  const open = [...byText, ...byExamples].filter((name) => amountOf(pcf, name).value !== 0);
  const readings = subsetsOf(open).map((counted) => ({
    departures: open.filter((name) => counted.includes(name) !== byText.includes(name)),
    sum: sumOf([...always, ...counted].map((name) => amountOf(pcf, name))),
  }));
  readings.sort((a, b) => a.departures.length - b.departures.length);
  const found = readings.find(({ sum }) => fits(sum, stated));
  if (!found)
    return [texts.otherSum({ field, sum: shown(readings[0]!.sum), stated: String(pcf.pcfExcludingBiogenicUptake) })];
  if (found.departures.length === 0) return [];
  const how = found.departures.map((name) =>
    byText.includes(name) ? texts.leftOut({ name }) : texts.addedOnTop({ name }),
  );
  return [texts.otherReading({ field, how })];
}

function totalNotes(field: string, pcf: CarbonFootprint): Message[] {
  if (pcf.biogenicCO2Uptake === undefined) return [];
  const sum = sumOf([amountOf(pcf, "pcfExcludingBiogenicUptake"), amountOf(pcf, "biogenicCO2Uptake")]);
  return fits(sum, amountOf(pcf, "pcfIncludingBiogenicUptake"))
    ? []
    : [texts.otherTotal({ field, sum: shown(sum), stated: String(pcf.pcfIncludingBiogenicUptake) })];
}

/** Carbon of the packaging may be in the uptake or not. */
function uptakeNotes(field: string, pcf: CarbonFootprint): Message[] {
  if (pcf.biogenicCO2Uptake === undefined || pcf.biogenicCarbonContent === undefined) return [];
  const stated = amountOf(pcf, "biogenicCO2Uptake");
  const own = amountOf(pcf, "biogenicCarbonContent");
  const withPackaging = sumOf([own, amountOf(pcf, "packagingBiogenicCarbonContent")]);
  const uptakeBy = ({ value, slack }: Rounded): Rounded => ({
    value: biogenicUptake(value),
    slack: -biogenicUptake(slack),
  });
  if ([own, withPackaging].some((carbon) => fits(uptakeBy(carbon), stated))) return [];
  return [texts.otherUptake({ field, expected: shown(uptakeBy(own)), stated: pcf.biogenicCO2Uptake })];
}

function shown({ value }: Rounded): number {
  return Number(value.toPrecision(6));
}

function subsetsOf<Item>(items: readonly Item[]): Item[][] {
  const [first, ...rest] = items;
  if (first === undefined) return [[]];
  const without = subsetsOf(rest);
  return [...without, ...without.map((set) => [first, ...set])];
}
