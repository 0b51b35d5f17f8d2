import { type Message, messages } from "../../message/message.ts";
import type { DatasetColumns } from "../../tool/read.ts";
import { distributionIn } from "../../uncertainty/distributions/distribution-schema.ts";
import type { DistributionSpec } from "../../uncertainty/distributions/distribution-spec.ts";
import { LifecycleError } from "../lifecycle-error.ts";

/** Sentences about damaged datasets of an import. */
export const importedTexts = messages("lifecycle.imported", {
  damaged: {
    en: "The imported inventory {source} is damaged: row {row} of {dataset} should have {expected} in the column {column}, but has {found}. Import its files again.",
    zh: "导入的清单 {source} 已损坏：{dataset} 第 {row} 行的 {column} 列应为{expected}，实际为 {found}。请重新导入其文件。",
  },
  rows: {
    en: "The imported inventory {source} is damaged: {dataset} has {rows} rows, and {needed} were imported. Import its files again.",
    zh: "导入的清单 {source} 已损坏：{dataset} 有 {rows} 行，导入时为 {needed} 行。请重新导入其文件。",
  },
  nothing: { en: "nothing", zh: "空值" },
  text: { en: "a text", zh: "文本" },
  number: { en: "a finite number", zh: "有限数" },
  integer: { en: "an integer from {least} to {most}", zh: "{least} 到 {most} 的整数" },
  bothYears: { en: "both years or none", zh: "两个年份或都不填" },
  oneOf: { en: "one of {words:or}", zh: "{words:or}之一" },
  law: { en: "a distribution", zh: "分布" },
});

/** The cells of one dataset, each read as what it should be. */
export class Cells {
  readonly rows: number;
  readonly #source: string;
  readonly #dataset: string;
  readonly #columns: DatasetColumns;

  constructor(source: string, dataset: string, columns: DatasetColumns) {
    this.#source = source;
    this.#dataset = dataset;
    this.#columns = columns;
    this.rows = columns.rows;
  }

  mustHave(needed: number): void {
    const { rows } = this;
    if (rows !== needed)
      throw new LifecycleError(
        "source",
        importedTexts.rows({ source: this.#source, dataset: this.#dataset, rows, needed }),
      );
  }

  has(column: string): boolean {
    return this.#columns.has(column);
  }

  map<T>(of: (row: number) => T): T[] {
    return Array.from({ length: this.rows }, (_, row) => of(row));
  }

  text(column: string): (row: number) => string {
    return this.#required(this.maybeText(column), column, importedTexts.text());
  }

  maybeText(column: string): (row: number) => string | null {
    const values = this.#columns.texts(column);
    return (row) => {
      const value: unknown = values[row];
      if (value === null || value === undefined) return null;
      if (typeof value !== "string") throw this.problem(row, column, importedTexts.text(), value);
      return value;
    };
  }

  number(column: string): (row: number) => number {
    return this.#required(this.maybeNumber(column), column, importedTexts.number());
  }

  maybeNumber(column: string): (row: number) => number | null {
    const values = this.#columns.numbers(column);
    return (row) => {
      const value: unknown = values[row];
      if (value === null || value === undefined) return null;
      if (typeof value !== "number" || !Number.isFinite(value))
        throw this.problem(row, column, importedTexts.number(), value);
      return value;
    };
  }

  integer(column: string, least: number, most: number): (row: number) => number {
    return this.#required(this.maybeInteger(column, least, most), column, importedTexts.integer({ least, most }));
  }

  maybeInteger(column: string, least: number, most: number): (row: number) => number | null {
    const read = this.maybeNumber(column);
    return (row) => {
      const value = read(row);
      if (value !== null && !(Number.isInteger(value) && value >= least && value <= most))
        throw this.problem(row, column, importedTexts.integer({ least, most }), value);
      return value;
    };
  }

  /** The index of the word. */
  word(column: string, words: readonly string[]): (row: number) => number {
    const read = this.text(column);
    return (row) => {
      const index = words.indexOf(read(row));
      if (index < 0) throw this.problem(row, column, importedTexts.oneOf({ words }), read(row));
      return index;
    };
  }

  law(column: string): (row: number) => DistributionSpec | "undefined" | null {
    const read = this.maybeText(column);
    return (row) => {
      const text = read(row);
      if (text === null || text === "undefined") return text;
      const law = distributionIn.safeParse(parsed(text));
      if (!law.success) throw this.problem(row, column, importedTexts.law(), text);
      return law.data as DistributionSpec;
    };
  }

  problem(row: number, column: string, expected: Message, value: unknown): LifecycleError {
    const found = value === null || value === undefined ? importedTexts.nothing() : String(value).slice(0, 80);
    const place = { source: this.#source, dataset: this.#dataset, row: row + 1, column };
    return new LifecycleError("source", importedTexts.damaged({ ...place, expected, found }));
  }

  #required<T>(read: (row: number) => T | null, column: string, expected: Message): (row: number) => T {
    return (row) => {
      const value = read(row);
      if (value === null) throw this.problem(row, column, expected, value);
      return value;
    };
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
