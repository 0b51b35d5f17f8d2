import { messages } from "../../message/message.ts";
import type { Accounts } from "../../mrio/accounts.ts";
import { calcA } from "../../mrio/coefficients.ts";
import type { InputOutputTable } from "../../mrio/table.ts";
import { mapCells } from "../../numeric/csr.ts";
import { converts, unitFactor } from "../../quantity/quantity.ts";
import { LifecycleError } from "../lifecycle-error.ts";
import type { SectorBackground } from "./sector-background.ts";

const texts = messages("lifecycle.mrio", {
  year: {
    en: "The year of the table is {year}; expected the year of its money.",
    zh: "表的年份应为其货币的年份，实际为 {year}。",
  },
  accounts: {
    en: "The accounts have {columns} sectors and {rows} stressors, but the table has {sectors} and {stressors}.",
    zh: "账户有 {columns} 个部门、{rows} 个压力因子，而表有 {sectors} 个部门、{stressors} 个压力因子。",
  },
  otherYear: {
    en: "Emissions of {emissionsYear} on the structure and money of {year}.",
    zh: "{emissionsYear} 年的排放配以 {year} 年的结构与货币。",
  },
  structure: {
    en: "Coefficients are those of {year}: trade and technology of other years differ.",
    zh: "系数为 {year} 年的系数：其他年份的贸易与技术有所不同。",
  },
});

export interface MrioBackgroundOptions {
  readonly name: string;
  /** The year of the table and of its money. */
  readonly year: number;
  /** The year of the emissions, if it is another. */
  readonly emissionsYear?: number;
}

/**
 * A multi-regional input–output table as the background of an inventory: R regions × N sectors = n, its stressors as indicators,
 * N = M of the accounts. Masses are in kg and money in one unit (not millions) where the units of the table say what they are. A
 * modelled table says so in `notes`. Throws LifecycleError if table and accounts do not fit.
 */
export function mrioBackground(
  table: InputOutputTable,
  { S, M }: Pick<Accounts, "S" | "M">,
  { name, year, emissionsYear = year }: MrioBackgroundOptions,
): SectorBackground {
  const { regions, sectors, stressors, names, units, modelled } = table;
  const n = regions.length * sectors.length;
  if (!(Number.isInteger(year) && year >= 1900 && year <= 2200)) throw new LifecycleError("year", texts.year({ year }));
  if (M.columns !== n || M.rows !== stressors.length) {
    const needed = { sectors: n, stressors: stressors.length };
    throw new LifecycleError("accounts", texts.accounts({ columns: M.columns, rows: M.rows, ...needed }));
  }
  const money = moneyOf(units.money);
  const masses = units.stressors.map((unit) => massOf(unit));
  const scaled = (matrix: typeof M) => mapCells(matrix, (k, _, value) => (value * masses[k]!.factor) / money.factor);
  return {
    name,
    sectors: regions.flatMap((location) =>
      sectors.map((code, s) => ({ code, name: names?.sectors?.[s] ?? code, location })),
    ),
    indicators: stressors.map((code, k) => ({ code, name: code, unit: masses[k]!.unit, group: "stressor" })),
    A: calcA(table.Z, table.x),
    D: scaled(S),
    N: scaled(M),
    year,
    currency: money.unit,
    prices: "basic",
    notes: [
      ...(modelled ? [modelled.label] : []),
      texts.structure({ year }),
      ...(emissionsYear === year ? [] : [texts.otherYear({ year, emissionsYear })]),
    ],
  };
}

const multiples: Readonly<Record<string, number>> = { thousand: 1e3, million: 1e6, billion: 1e9 };

/** "million USD" and "MUSD" are 10⁶ USD; what is not read stays one unit of its own. */
function moneyOf(unit: string): { readonly unit: string; readonly factor: number } {
  const [, word = "", currency = ""] = /^(thousand|million|billion) (\w{3})$/.exec(unit) ?? [];
  if (word !== "") return { unit: currency, factor: multiples[word]! };
  const code = /(USD|EUR|CNY|JPY|GBP)$/.exec(unit)?.[0];
  return code !== undefined && converts(unit, code)
    ? { unit: code, factor: unitFactor(unit, code) }
    : { unit, factor: 1 };
}

function massOf(unit: string): { readonly unit: string; readonly factor: number } {
  const kilograms = unit.replace(/^\S+/, "kg");
  return converts(unit, kilograms) ? { unit: kilograms, factor: unitFactor(unit, kilograms) } : { unit, factor: 1 };
}
