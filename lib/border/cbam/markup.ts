import { messages } from "../../message/message.ts";
import type { DatasetColumns } from "../../tool/read.ts";
import { BorderError } from "../border-error.ts";

const texts = messages("border.markup", {
  tooEarly: {
    en: "year is {year}; the obligation begins in {first}. Give {first} or a later year.",
    zh: "year 为 {year}；缴纳义务自 {first} 年起。请给出 {first} 年或之后的年份。",
  },
});

/** Mark-up on default values by product group and year, as a fraction; the last year stands for all later ones. */
export class Markups {
  private readonly rows: readonly { readonly sector: string; readonly year: number; readonly share: number }[];

  constructor(columns: DatasetColumns) {
    const [sector, year, percent] = [columns.texts("sector"), columns.numbers("year"), columns.numbers("markup_pct")];
    this.rows = Array.from({ length: columns.rows }, (_, row) => ({
      sector: sector[row]!,
      year: year[row]!,
      share: percent[row]! / 100,
    })).sort((a, b) => a.year - b.year);
  }

  /** Throws BorderError for a year before the first. */
  of(sector: string, year: number): number {
    const first = this.rows[0]!.year;
    if (year < first) throw new BorderError("year", texts.tooEarly({ year, first }));
    return this.rows.findLast((row) => row.sector === sector && row.year <= year)!.share;
  }
}
