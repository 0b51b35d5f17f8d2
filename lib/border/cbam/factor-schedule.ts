import type { DatasetColumns } from "../../tool/read.ts";

/** The share of a benchmark that is deducted in a year, and whether it was seen in a document. */
export interface YearFactor {
  readonly factor: number;
  readonly confirmation: string;
}

/** The CBAM factor by year (Directive 2003/87/EC, Article 10a(1a)); after the last year nothing is deducted. */
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
}
