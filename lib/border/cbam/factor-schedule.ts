import { type Message, messages } from "../../message/message.ts";
import type { DatasetColumns } from "../../tool/read.ts";

const said = messages("border.factor", {
  recalled: {
    en: "The CBAM factor of {years} was recalled, not read in the Directive.",
    zh: "{years} 年的 CBAM 系数未与指令原文核对。",
  },
});

/** The share of a benchmark that is deducted in a year, and whether it was seen in a document. */
export interface YearFactor {
  readonly factor: number;
  readonly confirmation: string;
}

/** The CBAM factor by year (Directive (EU) 2023/959); after the last year nothing is deducted. */
export class FactorSchedule {
  private readonly factors = new Map<number, YearFactor>();

  constructor(columns: DatasetColumns) {
    const [year, factor] = [columns.numbers("year"), columns.numbers("factor")];
    const confirmation = columns.texts("confirmation");
    for (let row = 0; row < columns.rows; row++)
      this.factors.set(year[row]!, { factor: factor[row]!, confirmation: confirmation[row]! });
  }

  get last(): number {
    return Math.max(...this.factors.keys());
  }

  of(year: number): YearFactor {
    return this.factors.get(Math.min(year, this.last))!;
  }

  /** What to say of the years whose factor was not seen. */
  notes(years: readonly number[]): Message[] {
    const recalled = years.filter((year) => this.of(year).confirmation !== "seen");
    if (recalled.length === 0) return [];
    const [first, last] = [recalled[0]!, recalled.at(-1)!];
    // Years of a range follow one another, because only the first of the schedule was seen.
    return [said.recalled({ years: first === last ? String(first) : `${first}–${last}` })];
  }
}
