import { isCategory } from "../classification/categories.ts";
import { messageOf } from "../message/fault.ts";
import { messages } from "../message/message.ts";
import { emptyCell } from "../message/row-problem.ts";
import { parseUnit } from "../quantity/unit.ts";
import {
  type Cells,
  isProvince,
  notCountry,
  notProvince,
  numberOf,
  problemIn,
  type Report,
  type TableProblem,
  textOf,
} from "./table-problem.ts";
import { findValueChainCategory, type ValueChainCategory } from "./value-chain.ts";

const texts = messages("company", {
  anAmount: { en: "a number of 0 or more", zh: "不小于 0 的数" },
  amountNotNumber: {
    en: '"{amount}" is not a number; 0 or more is expected.',
    zh: "“{amount}”不是数字；应不小于 0。",
  },
  negativeAmount: {
    en: "the activity is {amount}; expected a number ≥ 0. Avoided emissions, offsets and sold energy are reported separately and are not subtracted.",
    zh: "活动数据为 {amount}；应不小于 0。避免排放、抵消和售出的能源列于清单之外，不予扣除。",
  },
  anActivity: { en: "what is burnt, bought, moved or done", zh: "所燃烧、购买、运输或进行的活动" },
  otherYear: {
    en: '"{cell}" is not the year of this inventory; {year} is expected.',
    zh: "“{cell}”不是本清单的年份；应为 {year}。",
  },
  aScope: { en: "1, 2, 3 or outside", zh: "1、2、3 或 outside" },
  notScope: {
    en: '"{scope}" is no scope; 1, 2, 3 or outside is expected.',
    zh: "“{scope}”不是范围；应为 1、2、3 或 outside。",
  },
  aSource: {
    en: "{sources} or an IPCC category such as 2.A.1",
    zh: "{sources} 或 IPCC 类别（如 2.A.1）",
  },
  notSource: {
    en: '"{category}" is no category of scope 1; {sources} or an IPCC category such as 2.A.1 is expected.',
    zh: "“{category}”不是范围一的类别；应为 {sources} 或 IPCC 类别（如 2.A.1）。",
  },
  noEnergy: { en: "it is empty; {energies} are expected.", zh: "此处为空；应为 {energies}。" },
  notEnergyOfScope: {
    en: '"{category}" is no category of scope 2; {energies} are expected.',
    zh: "“{category}”不是范围二的类别；应为 {energies}。",
  },
  aCategory: {
    en: 'a number from 1 to 15 or a name such as "Business travel"',
    zh: "1 至 15 的编号或名称，如“Business travel”",
  },
  notCategory: {
    en: '"{category}" is no category of scope 3; a number from 1 to 15 or a name such as "Business travel" is expected.',
    zh: "“{category}”不是范围三的类别；应为 1 至 15 的编号或名称，如“Business travel”。",
  },
  notMethod: {
    en: '"{method}" is no method of category {category}; {methods} are expected.',
    zh: "“{method}”不是类别 {category} 的方法；应为 {methods}。",
  },
  aUnit: { en: "a unit such as kWh, t, tkm or USD 2022", zh: "单位，如 kWh、t、tkm 或 USD 2022" },
});

export const energies = ["electricity", "steam", "heat", "cooling"] as const;

/** Sources of scope 1 by the names of the Corporate Standard, and the IPCC category whose factors apply. */
export const directSources: Readonly<Record<string, string>> = {
  "stationary combustion": "1.A.2",
  "mobile combustion": "1.A.3.b",
  fugitive: "2.F",
};

/** One activity of the company in the year of its inventory. */
export interface CompanyRecord {
  readonly row: number;
  readonly scope: 1 | 2 | 3 | "outside";
  /** Scope 1: IPCC category; scope 2: kind of energy; scope 3: category number; otherwise `outside`. */
  readonly category: string;
  readonly activity: string;
  readonly amount: number;
  readonly unit: string;
  readonly facility: string | null;
  readonly country: string | null;
  /** ISO 3166-2. */
  readonly province: string | null;
  readonly supplier: string | null;
  /** The item of the activity: the same item may not be counted in two ways. */
  readonly item: string | null;
  readonly method: string | null;
  readonly technology: string | null;
}

/**
 * Reads the activities: columns scope, category, activity, amount, unit; optionally facility, country, province, supplier,
 * item, method, technology, year. Each problem names row, column and the expected value; the other rows are used.
 */
export function readCompanyRows(
  rows: readonly Cells[],
  year: number,
): { records: CompanyRecord[]; problems: TableProblem[] } {
  const records: CompanyRecord[] = [];
  const problems: TableProblem[] = [];
  rows.forEach((cells, i) => {
    const before = problems.length;
    const report: Report = (column, problem) => problems.push(problemIn("rows", i + 1, column, problem));
    const scope = scopeOf(textOf(cells, "scope"), report);
    const category = scope === undefined ? "" : categoryOf(scope, cells, report);
    const amount = numberOf(cells, "amount");
    if (amount === null) report("amount", emptyCell(texts.anAmount()));
    else if (Number.isNaN(amount)) report("amount", texts.amountNotNumber({ amount: String(cells.amount) }));
    else if (amount < 0) report("amount", texts.negativeAmount({ amount }));
    const unit = unitOf(textOf(cells, "unit"), year, report);
    const activity = textOf(cells, "activity") ?? (scope === 2 ? category : null);
    if (activity === null) report("activity", emptyCell(texts.anActivity()));
    const country = textOf(cells, "country");
    if (country !== null && !/^[A-Z]{3}$/.test(country)) report("country", notCountry(country));
    const province = textOf(cells, "province");
    if (province !== null && !isProvince(province)) report("province", notProvince(province));
    const ofYear = numberOf(cells, "year");
    if (ofYear !== null && ofYear !== year) report("year", texts.otherYear({ cell: String(cells.year), year }));
    const method = textOf(cells, "method");
    if (scope === 3 && method !== null) checkMethod(method, findValueChainCategory(category), report);
    if (problems.length > before) return;
    records.push({
      row: i + 1,
      scope: scope!,
      category,
      activity: activity!,
      amount: amount!,
      unit: unit!,
      facility: textOf(cells, "facility"),
      country,
      province,
      supplier: textOf(cells, "supplier"),
      item: textOf(cells, "item"),
      method,
      technology: textOf(cells, "technology"),
    });
  });
  return { records, problems };
}

function scopeOf(written: string | null, report: Report): CompanyRecord["scope"] | undefined {
  const text = written?.toLowerCase().replace(/^scope\s*/, "") ?? "";
  if (text === "1" || text === "2" || text === "3") return Number(text) as 1 | 2 | 3;
  if (text === "outside" || text === "outside of scopes") return "outside";
  report("scope", written === null ? emptyCell(texts.aScope()) : texts.notScope({ scope: written }));
  return undefined;
}

function categoryOf(scope: CompanyRecord["scope"], cells: Cells, report: Report): string {
  const written = textOf(cells, "category") ?? "";
  if (scope === "outside") return "outside";
  if (scope === 1) {
    const source = written.toLowerCase();
    const code = Object.hasOwn(directSources, source) ? directSources[source]! : written;
    if (isCategory(code)) return code;
    const sources = Object.keys(directSources);
    report(
      "category",
      written === "" ? emptyCell(texts.aSource({ sources })) : texts.notSource({ category: written, sources }),
    );
    return "";
  }
  if (scope === 2) {
    const energy = energies.find((of) => of === written.toLowerCase());
    if (energy) return energy;
    report(
      "category",
      written === "" ? texts.noEnergy({ energies }) : texts.notEnergyOfScope({ category: written, energies }),
    );
    return "";
  }
  const found = findValueChainCategory(written);
  if (found) return String(found.number);
  report("category", written === "" ? emptyCell(texts.aCategory()) : texts.notCategory({ category: written }));
  return "";
}

function checkMethod(method: string, category: ValueChainCategory | undefined, report: Report): void {
  if (!category || Object.hasOwn(category.methods, method)) return;
  report("method", texts.notMethod({ method, category: category.number, methods: Object.keys(category.methods) }));
}

/** The unit in the library's notation; money without a year is of the inventory's year. */
function unitOf(written: string | null, year: number, report: Report): string | undefined {
  if (written === null) {
    report("unit", emptyCell(texts.aUnit()));
    return undefined;
  }
  try {
    const unit = parseUnit(written);
    return isMoney(unit.text) && unit.terms.length === 1 && !unit.terms[0]!.substance
      ? `${unit.text} ${year}`
      : unit.text;
  } catch (error) {
    report("unit", messageOf(error));
    return undefined;
  }
}

/** Whether a unit is monetary. */
export function isMoney(unit: string): boolean {
  return parseUnit(unit).terms.some(
    ({ unit: { dimension }, exponent }) =>
      exponent > 0 && Object.keys(dimension).some((of) => of.startsWith("currency")),
  );
}
