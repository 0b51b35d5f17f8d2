import { isCategory } from "../classification/categories.ts";
import { messageOf } from "../message/fault.ts";
import { type Message, messages, type Sentence } from "../message/message.ts";
import { emptyCell, inRow } from "../message/row-problem.ts";
import { type Evidence, evidences, isEvidence } from "../quantity/evidence.ts";
import { parseUnit } from "../quantity/unit.ts";
import type { Distribution, Factor } from "./factor.ts";

const texts = messages("factors", {
  notNumber: { en: '"{found}" is not a number.', zh: "“{found}”不是数字。" },
  aCategory: { en: "an IPCC category such as 1.A.1.a", zh: "IPCC 类别，如 1.A.1.a" },
  aUnit: { en: "a unit such as kg CO2/TJ", zh: "单位，如 kg CO2/TJ" },
  aNumber: { en: "a number", zh: "数字" },
  anActivity: { en: "what is burnt, made, kept or done", zh: "活动名称（燃料、产品、牲畜或做法）" },
  aSource: { en: "where the value comes from", zh: "数值来源" },
  unknownCategory: {
    en: '"{category}" is no category of the IPCC 2006 Guidelines; a code such as 1.A.1.a is expected.',
    zh: "“{category}”不是《IPCC 2006 指南》的类别；应为 1.A.1.a 之类的代码。",
  },
  boundsReversed: {
    en: "the lower bound {lo} is above the upper bound {hi}.",
    zh: "下限 {lo} 大于上限 {hi}。",
  },
  outsideBounds: {
    en: "{value} is outside its own bounds {lo} to {hi}.",
    zh: "{value} 超出其自身的上下限 {lo} 至 {hi}。",
  },
  unknownDistribution: {
    en: '"{distribution}" is unknown; {names} are expected.',
    zh: "未知的分布“{distribution}”；可用的有 {names}。",
  },
  unknownStatus: {
    en: '"{status}" is unknown; {names} are expected.',
    zh: "未知的状态“{status}”；可用的有 {names}。",
  },
});

/** The result of reading a table of factors: the valid rows, and a problem for each invalid one. */
export interface FactorTable {
  readonly factors: readonly Factor[];
  readonly problems: readonly RowProblem[];
}

/** A problem with a row and its place. The other rows are used. */
export interface RowProblem {
  /** Counted from 1, without the header. */
  readonly row: number;
  readonly column: string;
  /** "Row 3, column unit: …". */
  readonly message: Message;
}

type Cells = Readonly<Record<string, unknown>>;

const distributions: readonly string[] = ["normal", "lognormal", "triangular", "uniform"] satisfies Distribution[];

/**
 * Reads rows from CSV, JSON, Arrow or a query: columns named as the fields of `Factor`, with `year_from` and `year_to`
 * for the years, and `value_status`, `value_read`, `bounds_status`, `bounds_read` for the evidence of value and bounds.
 * Category, activity, value, unit and source are required.
 */
export function readFactors(rows: readonly Cells[]): FactorTable {
  const factors: Factor[] = [];
  const problems: RowProblem[] = [];
  rows.forEach((cells, at) => {
    const found: RowProblem[] = [];
    const factor = readFactor(cells, (column, problem) =>
      found.push({ row: at + 1, column, message: inRow(at + 1, column, problem) }),
    );
    if (found.length === 0) factors.push(factor);
    problems.push(...found);
  });
  return { factors, problems };
}

function readFactor(cells: Cells, report: (column: string, problem: Sentence) => void): Factor {
  const text = (column: string): string | null => {
    const cell = cells[column];
    return cell === null || cell === undefined || String(cell).trim() === "" ? null : String(cell).trim();
  };
  const needed = (column: string, expected: Message): string => {
    const found = text(column);
    if (found === null) report(column, emptyCell(expected));
    return found ?? "";
  };
  const number = (column: string): number | null => {
    const found = text(column);
    if (found === null) return null;
    const value = Number(found);
    if (!Number.isFinite(value)) report(column, texts.notNumber({ found }));
    return value;
  };

  const category = needed("category", texts.aCategory());
  if (category !== "" && !isCategory(category)) report("category", texts.unknownCategory({ category }));
  const unit = needed("unit", texts.aUnit());
  let gas = text("gas");
  if (unit !== "") {
    try {
      const above = parseUnit(unit).terms.find(({ exponent, substance }) => exponent > 0 && substance?.kind === "gas");
      if (above?.substance?.kind === "gas") gas ??= above.substance.gas;
    } catch (error) {
      report("unit", messageOf(error));
    }
  }
  const value = number("value");
  if (value === null) report("value", emptyCell(texts.aNumber()));
  const [lo, hi] = [number("lo"), number("hi")];
  if (lo !== null && hi !== null && lo > hi) report("lo", texts.boundsReversed({ lo, hi }));
  if (value !== null && ((lo !== null && value < lo) || (hi !== null && value > hi)))
    report("value", texts.outsideBounds({ value, lo, hi }));
  const distribution = text("distribution");
  if (distribution !== null && !distributions.includes(distribution))
    report("distribution", texts.unknownDistribution({ distribution, names: distributions }));
  const [from, to] = [number("year_from"), number("year_to")];
  const status = (column: string): Evidence | null => {
    const written = text(column);
    if (written === null || isEvidence(written)) return written;
    report(column, texts.unknownStatus({ status: written, names: evidences }));
    return null;
  };
  return {
    category,
    activity: needed("activity", texts.anActivity()),
    parameter: text("parameter") ?? "EF",
    gas,
    value: value ?? Number.NaN,
    unit,
    lo,
    hi,
    distribution: distribution as Distribution | null,
    region: text("region"),
    plant: text("plant"),
    years: from === null && to === null ? null : [from ?? Number.NEGATIVE_INFINITY, to ?? Number.POSITIVE_INFINITY],
    technology: text("technology"),
    edition: text("edition"),
    source: needed("source", texts.aSource()),
    table: text("source_table") ?? text("table"),
    page: text("page"),
    valueStatus: status("value_status"),
    valueRead: text("value_read"),
    boundsStatus: status("bounds_status"),
    boundsRead: text("bounds_read"),
    note: text("note"),
  };
}
