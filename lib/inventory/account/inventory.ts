import { z } from "zod";
import { CategoryError, categories, findCategory, memoCategories } from "../../classification/categories.ts";
import { messageOf } from "../../message/fault.ts";
import { type Message, messages, type Sentence } from "../../message/message.ts";
import { emptyCell, inRow } from "../../message/row-problem.ts";
import { unitFactor } from "../../quantity/quantity.ts";
import { writeSubstance } from "../../quantity/substance.ts";
import { parseUnit } from "../../quantity/unit.ts";
import type { ResultOf } from "../../tool/shape.ts";
import { numberIn, siblingUnit } from "../../tool/unit.ts";
import { yearIn } from "../../tool/year.ts";

const texts = messages("inventory", {
  notYear: {
    en: '"{year}" is not a year; a whole number such as 2022 is expected.',
    zh: "“{year}”不是年份；应为整数，如 2022。",
  },
  numberOrKey: { en: "a number or one of {keys}", zh: "数字或 {keys} 之一" },
  neitherNumberNorKey: {
    en: '"{value}" is neither a number nor one of {keys}.',
    zh: "“{value}”既不是数字，也不是 {keys} 之一。",
  },
  belowZero: {
    en: "{value} is below 0; only land, wood products and captured CO2 can take away more than they emit.",
    zh: "{value} 小于 0；只有土地、木产品和捕集的 CO2 的清除量才能大于排放量。",
  },
  equivalent: {
    en: '"{unit}" is CO2e; give the mass of each gas, so that any metric can be applied to it.',
    zh: "“{unit}”是 CO2e；请给出各气体的质量，以便采用任一折算指标。",
  },
  unitWithoutGas: {
    en: '"{unit}" says no gas; a mass of a gas such as kt CH4 is expected.',
    zh: "“{unit}”没有写明气体；应为气体质量，如 kt CH4。",
  },
  countedTwice: {
    en: "Row {row}, column category: {category} is part of {above}, which has {gas} of {year} in row {other}: it would be counted twice.",
    zh: "第 {row} 行，“category”列：{category} 属于 {above}，而后者在第 {other} 行已有 {year} 年的 {gas}：会重复计算。",
  },
});

/** Notation keys of Vol 1 Ch 8, Table 8.1: not applicable, not estimated, not occurring, included elsewhere, confidential. */
export const notationKeys = ["NA", "NE", "NO", "IE", "C"] as const;
export type NotationKey = (typeof notationKeys)[number];

/** An input row: a mass of a gas, or a notation key in its place. */
export const emissionRowShape = z.object({
  category: z.string().describe("IPCC 2006 category"),
  year: yearIn,
  /** A number, a notation key, or empty. */
  value: z.union([numberIn(siblingUnit), z.string(), z.null()]).describe("A number, or NA, NE, NO, IE, C"),
  /** A mass of a gas, e.g. `kt CH4`; required with a key too, because it names the gas. */
  unit: z.string().describe("A mass of a gas, e.g. kt CH4"),
  /** For `IE`, where it is included; otherwise any remark. */
  note: z.string().nullable().optional().describe("Where what is IE is included"),
});
export type EmissionRow = ResultOf<typeof emissionRowShape>;

/** Emissions of one country or company by category, gas and year. Removals are negative. */
export interface Inventory {
  readonly categories: readonly string[];
  /** In the notation of quantities: `CO2`, `CH4 fossil`, `CO2 biogenic`, `HFC134a`. */
  readonly gases: readonly string[];
  /** Every year from the first to the last. */
  readonly years: readonly number[];
  /** kt of the gas; C × G × Y; NaN if there is no number. */
  readonly values: Float64Array;
  /** C × G × Y: 0, or 1 + the position in `notationKeys`. */
  readonly keys: Uint8Array;
  /** Remarks by the position of a cell. */
  readonly notes: ReadonlyMap<number, string>;
}

/** A problem with a row. The other rows are used, and the inventory states its gaps. */
export interface Problem {
  /** Counted from 1. */
  readonly row: number;
  readonly column: string;
  readonly message: Message;
}

export function cellAt({ gases, years }: Inventory, category: number, gas: number, year: number): number {
  return (category * gases.length + gas) * years.length + year;
}

/** The usable rows as parallel arrays: a national inventory has a hundred thousand rows. */
interface Cells {
  readonly row: number[];
  /** Positions in `codes.list` and `gases.list`. */
  readonly category: number[];
  readonly gas: number[];
  readonly year: number[];
  readonly value: number[];
  readonly key: number[];
  readonly notes: Map<number, string>;
}

/** A text that cannot be read, with the reason. */
interface Unreadable {
  readonly problem: Sentence;
}

/** The meaning of texts, each determined once. */
type Known<T> = Map<string, T | Unreadable>;

interface GasUnit {
  readonly gas: number;
  readonly factor: number;
}

/**
 * Builds an inventory from rows. Rows of one category, gas and year add up (several fuels of one category). A row that
 * cannot be used is left out and named; a category with numbers below another with numbers is named, because it would be
 * counted twice.
 */
export function buildInventory(rows: readonly EmissionRow[]): { inventory: Inventory; problems: Problem[] } {
  const problems: Problem[] = [];
  const cells: Cells = { row: [], category: [], gas: [], year: [], value: [], key: [], notes: new Map() };
  const [codes, gases] = [new Names(), new Names()];
  const [knownCodes, knownUnits]: [Known<number>, Known<GasUnit>] = [new Map(), new Map()];
  rows.forEach((row, i) => {
    const found = readRow(row, codes, gases, knownCodes, knownUnits);
    if ("column" in found) {
      problems.push({
        row: i + 1,
        column: found.column,
        message: inRow(i + 1, found.column, found.problem),
      });
      return;
    }
    if (row.note) cells.notes.set(cells.row.length, row.note);
    cells.row.push(i);
    cells.category.push(found.category);
    cells.gas.push(found.gas);
    cells.year.push(row.year);
    cells.value.push(found.value);
    cells.key.push(found.key);
  });
  const inventory = arrange(cells, codes.list, gases.list);
  problems.push(...countedTwice(inventory, cells, codes.list, gases.list));
  return { inventory, problems };
}

/** Names by their position. */
class Names {
  readonly list: string[] = [];
  readonly #positions = new Map<string, number>();
  positionOf(name: string): number {
    const found = this.#positions.get(name);
    if (found !== undefined) return found;
    this.#positions.set(name, this.list.length);
    return this.list.push(name) - 1;
  }
}

interface Refused extends Unreadable {
  readonly column: string;
}

type Found = Pick<GasUnit, "gas"> & { readonly category: number; readonly value: number; readonly key: number };

function readRow(
  row: EmissionRow,
  codes: Names,
  gases: Names,
  knownCodes: Known<number>,
  knownUnits: Known<GasUnit>,
): Found | Refused {
  const category = memoized(knownCodes, row.category, () => codeOf(row.category, codes));
  if (typeof category !== "number") return { column: "category", ...category };
  if (!Number.isInteger(row.year) || row.year < 1700 || row.year > 2200)
    return { column: "year", problem: texts.notYear({ year: row.year }) };
  const unit = memoized(knownUnits, row.unit, () => unitOf(row.unit, gases));
  if ("problem" in unit) return { column: "unit", ...unit };
  const { gas } = unit;
  if (typeof row.value !== "number") {
    const text = row.value === null ? "" : row.value.trim();
    const key = notationKeys.indexOf(text.toUpperCase() as NotationKey) + 1;
    if (key > 0) return { category, gas, value: Number.NaN, key };
    if (text === "") return { column: "value", problem: emptyCell(numberOrKey()) };
  }
  const value = Number(row.value);
  if (!Number.isFinite(value)) return { column: "value", problem: neitherNumberNorKey(String(row.value)) };
  if (value < 0 && !/^(3\.[BD]|1\.C|2\.)/.test(codes.list[category]!))
    return { column: "value", problem: texts.belowZero({ value }) };
  return { category, gas, value: value * unit.factor, key: 0 };
}

function memoized<T>(known: Known<T>, key: string, make: () => T | Unreadable): T | Unreadable {
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = make();
  known.set(key, made);
  return made;
}

function codeOf(written: string, codes: Names): number | Unreadable {
  try {
    return codes.positionOf(findCategory(written).code);
  } catch (error) {
    if (error instanceof CategoryError) return { problem: error.said };
    throw error;
  }
}

/** The gas of a unit and its conversion factor to kt. */
function unitOf(written: string, gases: Names): GasUnit | Unreadable {
  try {
    const substance = parseUnit(written).terms.find(({ exponent, substance: of }) => exponent > 0 && of)?.substance;
    if (substance?.kind === "CO2e") return { problem: texts.equivalent({ unit: written }) };
    if (substance?.kind !== "gas") return { problem: texts.unitWithoutGas({ unit: written }) };
    const gas = writeSubstance({ ...substance, basis: "mass" });
    return { gas: gases.positionOf(gas), factor: unitFactor(written, `kt ${gas}`) };
  } catch (error) {
    return { problem: messageOf(error) };
  }
}

/** The expected content of a value cell. */
export function numberOrKey(): Message {
  return texts.numberOrKey({ keys: notationKeys });
}

export function neitherNumberNorKey(value: string): Message {
  return texts.neitherNumberNorKey({ value, keys: notationKeys });
}

const order = new Map(categories.map(({ code }, i) => [code, i]));

function arrange(cells: Cells, codes: readonly string[], gases: readonly string[]): Inventory {
  const sorted = [...codes].sort((a, b) => order.get(a)! - order.get(b)!);
  const [first, last] = cells.year.reduce(([low, high], year) => [Math.min(low, year), Math.max(high, year)] as const, [
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ] as const);
  const years = cells.row.length === 0 ? [] : Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const size = sorted.length * gases.length * years.length;
  const notes = new Map<number, string>();
  const values = new Float64Array(size).fill(Number.NaN);
  const keys = new Uint8Array(size);
  const inventory: Inventory = { categories: sorted, gases, years, values, keys, notes };
  const place = new Map(sorted.map((code, i) => [code, i]));
  const placeOf = codes.map((code) => place.get(code)!);
  for (let i = 0; i < cells.row.length; i++) {
    const at = cellAt(inventory, placeOf[cells.category[i]!]!, cells.gas[i]!, cells.year[i]! - first);
    if (cells.key[i]! > 0) keys[at] = cells.key[i]!;
    else values[at] = (Number.isNaN(values[at]!) ? 0 : values[at]!) + cells.value[i]!;
    const note = cells.notes.get(i);
    if (note) notes.set(at, note);
  }
  return inventory;
}

/** Categories with numbers below another category with numbers of the same gas and year. */
function countedTwice(
  inventory: Inventory,
  cells: Cells,
  codes: readonly string[],
  gases: readonly string[],
): Problem[] {
  const { categories: sorted, years, values } = inventory;
  const problems: Problem[] = [];
  const rowOf = (code: string, gas: number, year: number) =>
    cells.row.find(
      (_, i) =>
        codes[cells.category[i]!] === code && cells.gas[i] === gas && cells.year[i] === year && cells.key[i] === 0,
    )! + 1;
  // In tree order the descendants of a category follow it directly.
  sorted.forEach((above, a) => {
    for (let c = a + 1; c < sorted.length && sorted[c]!.startsWith(`${above}.`); c++) {
      // What is reported in no total is counted nowhere twice.
      if (memoCategories.has(sorted[c]!)) continue;
      gases.forEach((gas, g) => {
        const y = years.findIndex(
          (_, at) =>
            !Number.isNaN(values[cellAt(inventory, a, g, at)]!) && !Number.isNaN(values[cellAt(inventory, c, g, at)]!),
        );
        if (y < 0) return;
        const row = rowOf(sorted[c]!, g, years[y]!);
        const message = texts.countedTwice({
          row,
          category: sorted[c],
          above,
          gas,
          year: years[y],
          other: rowOf(above, g, years[y]!),
        });
        problems.push({ row, column: "category", message });
      });
    }
  });
  return problems;
}
