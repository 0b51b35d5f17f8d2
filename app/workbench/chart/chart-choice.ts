/** The forms in which a chart may be drawn. */
export const chartForms = ["trend", "ranking", "shares", "map", "scatter"] as const;
export type ChartForm = (typeof chartForms)[number];

/** What values are divided by: people, GDP at purchasing power parities or in current US$, or the world's total. */
export const denominators = ["person", "gdp", "gdp-current", "world"] as const;
export type Denominator = (typeof denominators)[number];

/** What a person chooses for a chart of a dataset. A cell is written from it, and it is read back from that cell. */
export interface ChartChoice {
  readonly dataset: string;
  readonly form: ChartForm;
  /** Columns of the dataset, at least one. Of a scatter two: vertical, then horizontal, which may be `TABLE.COLUMN` of a context table. */
  readonly measures: readonly string[];
  /** The column of names of which each value is a line or a bar; null for places, or for measures if there are several. */
  readonly split: string | null;
  /** Codes of places; empty for all countries. */
  readonly places: readonly string[];
  /** One value for each further column of names that is neither split nor summed. */
  readonly where: Readonly<Record<string, string>>;
  /** First and last year; equal where one year is drawn, null for a table without years. */
  readonly years: readonly [first: number, last: number] | null;
  readonly per: Denominator | null;
  /** Whether values are relative to the first year, which is 100. */
  readonly index: boolean;
  /** How many bars a ranking has. */
  readonly count: number;
}

/** Bars of a ranking unless another number is chosen. */
export const usualCount = 10;

/** Whether a form draws one year. */
export function isOfOneYear(form: ChartForm): boolean {
  return form !== "trend";
}
