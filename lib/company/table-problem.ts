import type { Problem } from "../inventory/account/inventory.ts";
import { type Message, messages, type Sentence } from "../message/message.ts";

const texts = messages("company", {
  inTable: {
    en: "{table}, row {row}, column {column}: {problem}",
    zh: "{table} 第 {row} 行，“{column}”列：{problem}",
  },
  notCountry: {
    en: '"{country}" is not a country; an ISO 3166 code such as DEU is expected.',
    zh: "“{country}”不是国家；应为 ISO 3166 代码，如 DEU。",
  },
  notProvince: {
    en: '"{province}" is not a province; an ISO 3166-2 code such as CN-SD is expected.',
    zh: "“{province}”不是省级行政区；应为 ISO 3166-2 代码，如 CN-SD。",
  },
  notNumber: { en: '"{cell}" is not a number.', zh: "“{cell}”不是数字。" },
  notAmount: {
    en: "“{cell}” is not valid; expected a number ≥ 0.",
    zh: "实际为“{cell}”；应为不小于 0 的数。",
  },
  notEnergy: {
    en: '"{energy}" is no energy of scope 2; {energies} are expected.',
    zh: "“{energy}”不是范围二的能源；应为 {energies}。",
  },
});

/** A problem with a row of one of the tables of a company inventory. The other rows are used. */
export interface TableProblem extends Problem {
  /** rows, facilities, instruments, factors or prices. */
  readonly table: string;
}

/** Reports a problem with a column of the current row. */
export type Report = (column: string, problem: Sentence) => void;

/** "rows, row 3, column unit: …". */
export function problemIn(table: string, row: number, column: string, problem: Sentence): TableProblem {
  return { table, row, column, message: texts.inTable({ table, row, column, problem }) };
}

export function notCountry(country: string): Message {
  return texts.notCountry({ country });
}

/** Whether a text has the form of an ISO 3166-2 code. */
export function isProvince(text: string): boolean {
  return /^[A-Z]{2}-[A-Z0-9]{1,3}$/.test(text);
}

export function notProvince(province: string): Message {
  return texts.notProvince({ province });
}

export function notNumber(cell: unknown): Message {
  return texts.notNumber({ cell: String(cell) });
}

export function notAmount(cell: unknown): Message {
  return texts.notAmount({ cell: String(cell) });
}

export function notEnergy(energy: string, energies: readonly string[]): Message {
  return texts.notEnergy({ energy, energies });
}

export type Cells = Readonly<Record<string, unknown>>;

/** The trimmed text of a cell; null if empty. */
export function textOf(cells: Cells, column: string): string | null {
  const cell = cells[column];
  return cell === null || cell === undefined || String(cell).trim() === "" ? null : String(cell).trim();
}

/** The number of a cell: null if empty, NaN if it is not a number. */
export function numberOf(cells: Cells, column: string): number | null {
  const written = textOf(cells, column);
  if (written === null) return null;
  const value = Number(written);
  return Number.isFinite(value) ? value : Number.NaN;
}
