import { lineage } from "../../classification/categories.ts";
import { developmentOf, livestockRegionOf } from "../../classification/livestock-regions.ts";
import type { Factor } from "../../factors/factor.ts";
import { factorsAtHand } from "../../factors/shipped-factors.ts";
import type { ActivityRecord } from "../../inventory/account/activity-table.ts";
import { type Compiled, compileInventory } from "../../inventory/account/compilation.ts";
import { messageOf } from "../../message/fault.ts";
import { type Message, messages, type Sentence } from "../../message/message.ts";
import { parseUnit } from "../../quantity/unit.ts";
import type { Read } from "../../tool/read.ts";
import type { AccountInput } from "../account-maker.ts";
import { Activities } from "../company/activities.ts";
import { cluesOf } from "../company/clues.ts";
import type { Sources } from "../company/finding.ts";
import { fuelConversion } from "../company/fuel-conversion.ts";
import { fuelTable } from "../company/fuel-table.ts";
import { LineCount, type Tell } from "../line-count.ts";
import type { ReadLine } from "../line-shape.ts";
import { amountUnit } from "../matching/amount-unit.ts";
import { type SettledLine, settleLines } from "../settled-line.ts";
import { headsOf, type InventoryMatch, inventoryMatch } from "./inventory-match.ts";

const texts = messages("account.inventoryLine", {
  noUnit: {
    en: "Row {row} of {sheet}, “{name}”, has no unit: state it in the file, or convert it in the mapping.",
    zh: "{sheet} 第 {row} 行“{name}”没有单位：请在文件中写明，或在映射表中换算。",
  },
  below: {
    en: "Row {row} of {sheet}, “{name}”, is {amount}; an activity is 0 or more.",
    zh: "{sheet} 第 {row} 行“{name}”为 {amount}；活动数据应不小于 0。",
  },
  mapped: { en: "By the mapping: {category}, {activity}.", zh: "按映射表：{category}，{activity}。" },
  badMapping: {
    en: "The mapping names “{to}”, which is no category and activity of the factors, such as 1.A.2|Natural Gas.",
    zh: "映射表指定了“{to}”，它不是因子表中的类别与活动（如 1.A.2|Natural Gas）。",
  },
  conversions: { en: "{how:and}", zh: "{how:and}" },
});

/** A line of a file with what it was taken for, and the record that the inventory is compiled from. */
export interface InventoryLine extends SettledLine {
  readonly match: InventoryMatch;
  readonly technology: string | null;
  /** Null of a line that is in no figure. */
  readonly record: ActivityRecord | null;
  readonly conversion: Message | null;
  /** Why there is no record, where the match does not say it. */
  readonly why: Sentence | null;
}

/** What an inventory is compiled from, as `inventory.compile` takes it, and what came of it. */
export interface CompiledLines {
  readonly lines: readonly InventoryLine[];
  readonly compiled: Compiled;
  readonly factors: readonly Factor[];
}

/** The factors of all sectors, and how units of fuels convert. */
interface Known {
  readonly factors: readonly Factor[];
  readonly sources: Sources;
  /** What lines of the same words, codes and units were taken for. */
  readonly found: Map<string, Found>;
}

interface Found {
  readonly match: InventoryMatch;
  readonly technology: string | null;
  /** Null of a line that is in no figure, or whose reason names its row. */
  readonly converted: Converted | null;
}

/** The lines as records of activity data, compiled by the functions of `inventory.compile` with the shipped factors. */
export async function compiledLines(input: AccountInput, read: Read, tell?: Tell): Promise<CompiledLines> {
  const { factors } = await factorsAtHand(undefined, ["1", "2", "3", "4"], read);
  const answers = input.mapping.answers ?? {};
  const fuels = new Activities(factors, []);
  const measures = await fuelTable(read);
  const sources: Sources = { activities: fuels, country: input.region, answers, measures };
  const known: Known = { factors, sources, found: new Map() };
  const given = settleLines(input.lines, input.mapping);
  const count = new LineCount("matched", given.length, tell);
  const lines = given.map((settled, at) => {
    count.next();
    return inventoryLine(settled, at + 1, input, known);
  });
  const records = lines.flatMap(({ record }) => record ?? []);
  const { region } = input;
  const compiled = compileInventory(records, {
    shipped: factors,
    ...(region === null ? {} : { region: countryOf(region), within: await regionsOf(countryOf(region), read) }),
  });
  return { lines, compiled, factors };
}

/** Factors are of countries. */
const countryOf = (region: string) => (/^[A-Z]{3}$/.test(region) ? region : region.startsWith("CN-") ? "CHN" : region);

/** The regions of the guidelines' tables of livestock that a country lies in. */
export async function regionsOf(country: string, read: Read): Promise<string[]> {
  const columns = await read("countries");
  const [codes, subregions] = [columns.texts("iso3"), columns.texts("un_region")];
  for (let row = 0; row < columns.rows; row++) {
    const subregion = subregions[row];
    if (codes[row] !== country || subregion == null) continue;
    const own = livestockRegionOf(country, subregion);
    return [...(own === undefined ? [] : [own]), developmentOf(country, subregion)];
  }
  return [];
}

function inventoryLine(
  settled: SettledLine,
  row: number,
  { year, mapping }: AccountInput,
  known: Known,
): InventoryLine {
  const { line, to } = settled;
  const { match, technology, converted: conversion } = foundFor(line, to, mapping.answers ?? {}, known);
  const none = { ...settled, match, technology, record: null, conversion: null };
  if (settled.skip !== null || match.category === null || match.activity === null) return { ...none, why: null };
  const amount = match.isInput ? -line.amount : line.amount;
  const { sheet, row: at, name } = line;
  if (!(Number.isFinite(amount) && amount >= 0)) return { ...none, why: texts.below({ row: at, sheet, name, amount }) };
  const found = conversion ?? { problem: texts.noUnit({ row: at, sheet, name }) };
  if ("problem" in found) return { ...none, why: found.problem };
  const { unit, factor, how } = found;
  const record: ActivityRecord = {
    row,
    category: match.category,
    activity: match.activity,
    year: line.year ?? year,
    value: factor === null ? amount : amount * factor,
    unit,
    technology,
    plant: null,
    note: null,
  };
  return { ...none, record, conversion: how.length === 0 ? null : texts.conversions({ how }), why: null };
}

/** What a line was taken for; lines that differ in amount, year and row alone are settled once. */
function foundFor(line: ReadLine, to: string | null, answers: Readonly<Record<string, string>>, known: Known): Found {
  const { name, unit, column, site, scope, code, sheet, amount } = line;
  // An amount below 0 may be an input.
  const key = [name, unit, column, site, scope, code, sheet, amount < 0, to].join("\u0001");
  let found = known.found.get(key);
  if (!found) {
    const made = to === null ? { match: inventoryMatch(line, answers), technology: null } : mapped(to, known);
    const { category, activity } = made.match;
    const isCounted = category !== null && activity !== null && unit.trim() !== "";
    found = { ...made, converted: isCounted ? converted(line, made.match, known) : null };
    known.found.set(key, found);
  }
  return found;
}

function mapped(to: string, { factors }: Known): { match: InventoryMatch; technology: string | null } {
  const [category = "", activity = "", technology = null] = to.split("|");
  const plain = { isInput: false, isApart: false, kind: "mapping" } as const;
  const isKnown = factors.some((factor) => factor.activity === activity && isAbove(factor.category, category));
  if (!isKnown)
    return { match: { ...plain, category: null, activity: null, how: texts.badMapping({ to }) }, technology: null };
  return { match: { ...plain, category, activity, how: texts.mapped({ category, activity }) }, technology };
}

function isAbove(above: string, category: string): boolean {
  try {
    return lineage(category).some(({ code }) => code === above);
  } catch {
    return false;
  }
}

type Converted =
  | { readonly unit: string; readonly factor: number | null; readonly how: readonly Message[] }
  | { readonly problem: Sentence };

/** The amount in a unit that the factors of its activity go with: of fuels a mass or net heat, of animals heads. */
function converted(line: ReadLine, { category, activity }: InventoryMatch, { sources }: Known): Converted {
  const { unit } = line;
  if (category!.startsWith("1.A")) {
    const found = fuelConversion(cluesOf(line), sources, activity!, null);
    return "texts" in found ? { problem: found } : found;
  }
  const known = headsOf(unit) ?? amountUnit(unit).text ?? unit;
  try {
    return { unit: parseUnit(known).text, factor: null, how: [] };
  } catch (error) {
    return { problem: messageOf(error) };
  }
}
