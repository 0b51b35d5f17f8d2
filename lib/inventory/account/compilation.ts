import { findCategory, lineage } from "../../classification/categories.ts";
import type { Factor } from "../../factors/factor.ts";
import { type FactorQuery, selectFactor } from "../../factors/selection.ts";
import { Fault, messageOf } from "../../message/fault.ts";
import { type Message, messages, type Sentence } from "../../message/message.ts";
import { inRow, ofRow } from "../../message/row-problem.ts";
import { writeMessage } from "../../message/write.ts";
import { convert, converts, multiply, quantity } from "../../quantity/quantity.ts";
import { parseUnit } from "../../quantity/unit.ts";
import type { ActivityRecord } from "./activity-table.ts";
import { buildInventory, type EmissionRow, type Inventory, type Problem } from "./inventory.ts";

const texts = messages("inventory", {
  unitOfNext: {
    en: "{why} Its unit does not go with {unit}, that of the next one does.",
    zh: "{why}其单位与 {unit} 不相配，因此取下一项单位相配的因子。",
  },

  noMassOfGas: {
    en: "{unit} of {activity} times the factor of {factorUnit} gives {product} and not a mass of {gas}; the unit does not fit the factor.",
    zh: "以 {unit} 计的 {activity} 乘以单位为 {factorUnit} 的因子得到 {product}，而不是 {gas} 的质量；单位与因子不相配。",
  },
  noGas: {
    en: "The factor of {activity} in {category} is {value} {unit} ({source}): it is of no gas, so an equation of its category has to be used (inventory.equation), or a factor of your own by gas.",
    zh: "{category} 中 {activity} 的因子为 {value} {unit}（{source}）：不对应任何气体，须用该类别的公式（inventory.equation），或按气体给出自有因子。",
  },
});

/** The source of factors for a compiled inventory. */
export interface FactorSources {
  readonly shipped: readonly Factor[];
  readonly own?: readonly Factor[];
  readonly region?: string;
  readonly within?: readonly string[];
  readonly edition?: string;
}

/** One compiled emission: activity × factor, with the choice of factor and its reason. */
export interface CompiledLine {
  readonly row: number;
  readonly category: string;
  readonly activity: string;
  readonly gas: string;
  readonly year: number;
  /** kt of the gas. */
  readonly value: number;
  /** The same by the 95 % bounds of the factor; null if it has none. */
  readonly lo: number | null;
  readonly hi: number | null;
  /** kt of the gas per unit of the activity. */
  readonly perUnit: number;
  readonly factor: Factor;
  /** The net calorific value used between a mass and a factor by energy; null if none is used. */
  readonly ncv: Factor | null;
  readonly why: Message;
}

export interface Compiled {
  readonly inventory: Inventory;
  readonly lines: readonly CompiledLine[];
  readonly problems: readonly Problem[];
}

interface Chosen {
  /** Unit of the emission with its gas, `kt CH4 …`. */
  readonly unit: string;
  readonly gas: string;
  readonly perUnit: number;
  readonly factor: Factor;
  readonly ncv: Factor | null;
  readonly why: Message;
}

interface Choice {
  readonly chosen: readonly Chosen[];
  readonly problems: readonly Sentence[];
}

/**
 * Emissions from activity data by the most specific factors, for every gas that has one: E = AD × EF, with a net calorific
 * value if the activity is a mass and the factor is by energy. A row without a factor is left out and named; the other rows
 * are used.
 */
export function compileInventory(records: readonly ActivityRecord[], sources: FactorSources): Compiled {
  const problems: Problem[] = [];
  const lines: CompiledLine[] = [];
  const rows: EmissionRow[] = [];
  const rowOf: number[] = [];
  const chosen = new Map<string, Choice>();
  const index = indexed([...sources.shipped, ...(sources.own ?? [])]);
  const reported = new Set<string>();
  const dependsOnYear = [...sources.shipped, ...(sources.own ?? [])].some(({ years }) => years !== null);
  for (const record of records) {
    const { category, activity, unit, technology, plant, year } = record;
    const key = JSON.stringify([category, activity, unit, technology, plant, dependsOnYear ? year : 0]);
    let of = chosen.get(key);
    if (of === undefined) {
      of = choose(record, sources, index);
      chosen.set(key, of);
    }
    for (const problem of of.problems) {
      const message = inRow(record.row, "activity", problem);
      const text = writeMessage(message);
      if (!reported.has(text)) problems.push({ row: record.row, column: "activity", message });
      reported.add(text);
    }
    for (const { unit: gasUnit, gas, perUnit, factor, ncv, why } of of.chosen) {
      rowOf.push(record.row);
      if (typeof record.value === "string") {
        rows.push({ category, year, value: record.value, unit: gasUnit, note: record.note });
        continue;
      }
      const value = record.value * perUnit;
      rows.push({ category, year, value, unit: gasUnit, note: record.note });
      const bound = (of: number | null) => (of === null || factor.value === 0 ? null : (value * of) / factor.value);
      lines.push({
        row: record.row,
        category: findCategory(category).code,
        activity,
        gas,
        year,
        value,
        lo: bound(factor.lo),
        hi: bound(factor.hi),
        perUnit,
        factor,
        ncv,
        why,
      });
    }
  }
  const built = buildInventory(rows);
  // One row can give several gases, so problems of the inventory are mapped back to the sheet's rows.
  for (const { row, column, message } of built.problems) {
    const ofSheet = rowOf[row - 1] ?? row;
    problems.push({ row: ofSheet, column, message: ofRow(message, ofSheet, (other) => rowOf[other - 1] ?? other) });
  }
  return { inventory: built.inventory, lines, problems };
}

/** Emission factors by activity, so that gases are found without a scan of all factors. */
function indexed(factors: readonly Factor[]): Map<string, Factor[]> {
  const index = new Map<string, Factor[]>();
  for (const factor of factors) {
    if (factor.parameter !== "EF" || factor.gas === null) continue;
    const key = factor.activity.trim().toLowerCase();
    const list = index.get(key);
    if (list) list.push(factor);
    else index.set(key, [factor]);
  }
  return index;
}

/** A factor for each gas that has one whose unit fits; the others with the reason. */
function choose(record: ActivityRecord, sources: FactorSources, index: ReadonlyMap<string, readonly Factor[]>): Choice {
  const { category, activity, unit } = record;
  const above = new Set(lineage(category).map(({ code }) => code));
  const fitting = (index.get(activity.trim().toLowerCase()) ?? []).filter((factor) => above.has(factor.category));
  const gases = [...new Set(fitting.map(({ gas }) => gas!))];
  const wanted: FactorQuery = {
    category,
    activity,
    ...(sources.region ? { region: sources.region } : {}),
    ...(sources.within ? { within: sources.within } : {}),
    ...(sources.edition ? { edition: sources.edition } : {}),
    ...(record.technology ? { technology: record.technology } : {}),
    ...(record.plant ? { plant: record.plant } : {}),
    year: record.year,
  };
  const choice = { chosen: [] as Chosen[], problems: [] as Sentence[] };
  const attempt = (choose: () => unknown) => {
    try {
      choose();
    } catch (error) {
      choice.problems.push(messageOf(error));
    }
  };
  // Without any gas the selection throws the error that names the alternatives.
  if (gases.length === 0)
    attempt(() => {
      const { value, unit: of, source } = selectFactor(wanted, sources.shipped, sources.own).factor;
      choice.problems.push(texts.noGas({ activity, category, value, unit: of, source }));
    });
  // Of waste that is burnt in the open, CH4 has a factor by wet waste and N2O one by dry waste: one that does not fit leaves the other.
  for (const gas of gases) attempt(() => choice.chosen.push(chooseFor(gas, wanted, unit, sources)));
  // Where none fits, one reason is enough.
  return choice.chosen.length === 0 ? { ...choice, problems: choice.problems.slice(0, 1) } : choice;
}

/** The most specific factor whose unit fits the activity's: composting has one by wet and one by dry waste. */
function chooseFor(gas: string, wanted: FactorQuery, unit: string, sources: FactorSources): Chosen {
  const { factor: best, why, passedOver } = selectFactor({ ...wanted, gas }, sources.shipped, sources.own);
  let first: Error | undefined;
  for (const factor of [best, ...passedOver]) {
    try {
      const reason = factor === best ? why : texts.unitOfNext({ why, unit });
      return { ...emissionOf(unit, factor, wanted, sources), gas, factor, why: reason };
    } catch (error) {
      first ??= error as Error;
    }
  }
  throw first;
}

/** Emissions per unit of the activity. */
function emissionOf(
  unit: string,
  factor: Factor,
  wanted: FactorQuery,
  sources: FactorSources,
): { unit: string; perUnit: number; ncv: Factor | null } {
  let one = quantity(1, unit);
  let ncv: Factor | null = null;
  if (
    converts(unit, "Gg") &&
    parseUnit(factor.unit).terms.some(({ unit: of, exponent }) => exponent < 0 && "energy" in of.dimension)
  ) {
    ncv = selectFactor({ ...wanted, parameter: "NCV" }, sources.shipped, sources.own).factor;
    one = multiply(one, quantity(ncv.value, ncv.unit));
  }
  const emitted = multiply(one, quantity(factor.value, factor.unit));
  const terms = parseUnit(emitted.unit).terms;
  const gas = `${emitted.gas ?? ""}${emitted.origin ? ` ${emitted.origin}` : ""}`;
  // A factor per year, such as that of an animal, times a year's stock is the year's emission.
  const target = terms.some(({ unit: of, exponent }) => exponent === -1 && "time" in of.dimension)
    ? `kt ${gas}/yr`
    : `kt ${gas}`;
  if (!emitted.gas || !converts(emitted.unit, target))
    throw new Fault(
      texts.noMassOfGas({
        unit,
        activity: wanted.activity,
        factorUnit: factor.unit,
        product: emitted.unit,
        gas: factor.gas,
      }),
    );
  return { unit: `kt ${gas}`, perUnit: convert(emitted, target).value, ncv };
}
