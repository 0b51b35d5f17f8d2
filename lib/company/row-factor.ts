import { messageOf } from "../message/fault.ts";
import { messages } from "../message/message.ts";
import { emptyCell } from "../message/row-problem.ts";
import type { CompanyRecord } from "./company-row.ts";
import { measuredSubstance } from "./measured-substance.ts";
import { factorUnit } from "./scope-factor.ts";
import { emittedSubstance } from "./scope-selection.ts";
import { type Cells, problemIn, type Report, type TableProblem, textOf } from "./table-problem.ts";

const texts = messages("company", {
  notRowFactor: {
    en: '"{cell}" is not a factor; a number of 0 or more with its unit is expected, such as 0.42 kg CO2e/kWh, or several gases as 56.1 kg CO2/GJ + 1 g CH4/GJ.',
    zh: "“{cell}”不是因子；应为不小于 0 的数加单位，如 0.42 kg CO2e/kWh；多种气体写作 56.1 kg CO2/GJ + 1 g CH4/GJ。",
  },
  rowFactorUnit: {
    en: "a factor of {factor} does not go with an amount in {unit}: an amount in {per}, or a factor per {unit}, is expected.",
    zh: "单位为 {factor} 的因子与以 {unit} 计的数量不相配：应为以 {per} 计的数量，或每 {unit} 的因子。",
  },
  rowFactorOfEmission: {
    en: "the row gives the emission itself ({unit}), so no factor applies to it.",
    zh: "该行给出的就是排放量（{unit}），不能再乘以因子。",
  },
  rowFactorSource: { en: "where the factor comes from", zh: "因子的来源" },
  notFactorBasis: {
    en: '"{cell}" is not valid; expected market for a supplier\'s rate, or an empty cell.',
    zh: "实际为“{cell}”；供应商因子应为 market，否则留空。",
  },
});

/** A factor that a row states for itself: the person's own, which goes before any that is looked up. */
export interface RowFactor {
  /** One for each gas, or one of CO2e. */
  readonly parts: readonly { readonly value: number; readonly unit: string; readonly saysMetric: boolean }[];
  readonly source: string;
  /** Of purchased energy, whether it is a supplier's rate, which counts by market alone. */
  readonly isMarket: boolean;
}

/** The factors that rows state themselves, by row, and the records that are left: one whose factor does not fit is named and left out. */
export function readRowFactors(
  records: readonly CompanyRecord[],
  rows: readonly Cells[],
  metric: string,
): { records: CompanyRecord[]; factors: ReadonlyMap<number, RowFactor>; problems: TableProblem[] } {
  const factors = new Map<number, RowFactor>();
  const problems: TableProblem[] = [];
  const kept = records.filter((record) => {
    const cells = rows[record.row - 1]!;
    const written = textOf(cells, "factor");
    if (written === null) return true;
    const before = problems.length;
    const report: Report = (column, problem) => problems.push(problemIn("rows", record.row, column, problem));
    const parts = partsOf(written, record, metric, report);
    const source = textOf(cells, "factor_source");
    if (source === null) report("factor_source", emptyCell(texts.rowFactorSource()));
    const basis = textOf(cells, "factor_basis")?.toLowerCase() ?? "";
    if (basis !== "" && basis !== "market") report("factor_basis", texts.notFactorBasis({ cell: basis }));
    if (problems.length > before) return false;
    factors.set(record.row, { parts, source: source!, isMarket: record.scope === 2 && basis === "market" });
    return true;
  });
  return { records: kept, factors, problems };
}

function partsOf(written: string, { unit }: CompanyRecord, metric: string, report: Report): RowFactor["parts"] {
  if (measuredSubstance(unit)) {
    report("factor", texts.rowFactorOfEmission({ unit }));
    return [];
  }
  return written.split(/\s\+\s/).flatMap((part) => {
    const [, number = "", of = ""] = /^([\d.]+(?:e[+-]?\d+)?)\s+(\S.*)$/i.exec(part.trim()) ?? [];
    const value = Number(number);
    if (number === "" || !Number.isFinite(value)) {
      report("factor", texts.notRowFactor({ cell: part }));
      return [];
    }
    try {
      const read = factorUnit(of, metric);
      if (emittedSubstance(unit, read.unit)) return [{ value, ...read }];
      const per = of.slice(of.indexOf("/") + 1).trim();
      report("factor", texts.rowFactorUnit({ factor: of, unit, per }));
    } catch (error) {
      report("factor", messageOf(error));
    }
    return [];
  });
}
