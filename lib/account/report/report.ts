import type { AccountKind } from "../account-shapes.ts";
import type { LineSum } from "./line-sum.ts";

/** By what a report is made: which fields are asked for. */
export const reportStandards = ["ghg-protocol", "iso-14064-1", "iso-14067", "ipcc"] as const;
export type ReportStandard = (typeof reportStandards)[number];

/** What a standard asks a report to state. */
export interface ReportField {
  readonly key: string;
  readonly label: string;
  /** The statement, or the words for a field that nobody has filled in. */
  readonly value: string;
  readonly isStated: boolean;
}

/** A total of the account. */
export interface ReportTotal {
  readonly key: string;
  readonly label: string;
  readonly value: number | null;
  readonly unit: string;
  /** t CO2. */
  readonly biogenicCo2: number | null;
  readonly lines: number;
  /** What it lacks or rests on. */
  readonly lacks: string;
  /** Which lines it sums; null if it is not their plain sum. */
  readonly sum: LineSum | null;
}

export interface ReportColumn {
  readonly key: string;
  readonly head: string;
  /** Of a text; an amount; a count, a year or a row, whose digits are not grouped. */
  readonly kind: "text" | "amount" | "count";
  /** In characters. */
  readonly width: number;
  /** On a page, where a sheet's columns would not fit, those of one group share a column with this head. */
  readonly group?: string;
  /** Below the others of its group, and smaller. */
  readonly isAside?: boolean;
}

export interface ReportTable {
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** A part of a report after its summary: one sheet of the workbook, one chapter of the page. */
export interface ReportSection {
  readonly key: "lines" | "factors" | "leftOut" | "method" | "notCovered" | "changes";
  readonly title: string;
  readonly sentences: readonly string[];
  readonly tables: readonly ReportTable[];
}

/** An account as it is reported: texts in one language, and numbers. */
export interface Report {
  readonly kind: AccountKind;
  /** BCP 47. */
  readonly language: string;
  readonly title: string;
  readonly headline: string;
  /** By what its fields are asked for. */
  readonly standard: string;
  readonly fields: readonly ReportField[];
  readonly totals: readonly ReportTotal[];
  /** What is still to be settled. */
  readonly open: readonly string[];
  readonly sections: readonly ReportSection[];
  readonly words: ReportWords;
}

/** Titles and heads of the summary. */
export interface ReportWords {
  readonly summary: string;
  readonly field: string;
  readonly statement: string;
  readonly total: string;
  readonly value: string;
  readonly unit: string;
  readonly biogenicCo2: string;
  readonly lines: string;
  readonly lacks: string;
  readonly open: string;
  readonly none: string;
}

/** A data set that the account has read. */
export interface ReportDataset {
  readonly name: string;
  readonly title: string;
  readonly publisher: string;
  readonly vintage: string;
  readonly licence: string;
}
