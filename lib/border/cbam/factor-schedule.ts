import { type Message, messages } from "../../message/message.ts";
import type { DatasetColumns } from "../../tool/read.ts";

const texts = messages("border.schedule", {
  afterLast: {
    en: "{year} is after {last}, the last year of the published schedule of CBAM factors: its factor is used, as the mark-ups and benchmarks of their last years are.",
    zh: "{year} 年晚于已公布的 CBAM 因子时间表的最后一年（{last} 年）：采用该年的因子，加价与基准同样沿用各自最后一年的数值。",
  },
});

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

  /** What is said of a year for which none is published. */
  beyond(year: number): Message[] {
    return year > this.last ? [texts.afterLast({ year, last: this.last })] : [];
  }

  of(year: number): YearFactor {
    return this.factors.get(Math.min(year, this.last))!;
  }
}
