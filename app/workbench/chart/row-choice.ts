import { type ChartForm, isOfOneYear, usualCount } from "./chart-choice.ts";
import { columnOf, type RowSource, type RowTable } from "./row-table.ts";

/** The forms of a chart of rows; a map needs codes that only the shipped datasets promise. */
export type RowForm = Exclude<ChartForm, "map">;
export const rowForms: readonly RowForm[] = ["trend", "ranking", "shares", "scatter"];

/** What a person chooses for a chart of rows. */
export interface RowChoice {
  readonly source: RowSource;
  readonly form: RowForm;
  /** One column of numbers; of a scatter two: vertical, then horizontal. */
  readonly measures: readonly string[];
  /** The column whose values are the lines, bars or dots; null for a single line. */
  readonly label: string | null;
  /** The column of time. */
  readonly time: string | null;
  /** The values of the label that are drawn; empty for all. */
  readonly labels: readonly string[];
  /** First and last year; null where the table has none. */
  readonly years: readonly [first: number, last: number] | null;
  readonly count: number;
}

/** The chart with which the dialog opens for a table. */
export function firstRowChoice(table: RowTable): RowChoice {
  return settledRows(
    {
      source: table.source,
      form: "trend",
      measures: [],
      label: null,
      time: null,
      labels: [],
      years: null,
      count: usualCount,
    },
    table,
    true,
  );
}

/** @param isNew whether the label is still to be chosen: then it is the column of texts with the fewest values */
export function settledRows(choice: RowChoice, table: RowTable, isNew = false): RowChoice {
  const forms = rowFormsOf(table);
  const form = forms.includes(choice.form) ? choice.form : forms[0]!;
  const known = choice.measures.filter((name) => table.measures.includes(name));
  const first = known[0] ?? table.measures[0]!;
  const second = known[1] ?? table.measures.find((name) => name !== first);
  const texts = labelColumns(table);
  const hasLabel = texts.includes(choice.label ?? "");
  const label = hasLabel ? choice.label : isNew || form !== "trend" ? (texts[0] ?? null) : null;
  const times = timeColumns(table);
  const time = times.includes(choice.time ?? "") ? choice.time : (times[0] ?? null);
  const values = new Set(columnOf(table, label)?.values);
  const span = columnOf(table, time)?.years ?? null;
  return {
    ...choice,
    source: table.source,
    form,
    measures: form === "scatter" ? [first, second!] : [first],
    label,
    time,
    labels: choice.labels.filter((value) => values.has(value)),
    years: span && yearsFor(choice.years, form, span),
    count: Math.max(1, Math.round(choice.count)),
  };
}

function yearsFor(
  years: RowChoice["years"],
  form: RowForm,
  [least, most]: readonly [number, number],
): RowChoice["years"] {
  const within = (year: number) => Math.min(most, Math.max(least, year));
  const [first, last] = (years ?? [least, most]).map(within) as [number, number];
  return isOfOneYear(form) ? [last, last] : first <= last ? [first, last] : [last, first];
}

/** The columns of texts whose values may be lines or bars, those with the fewest values first. */
export function labelColumns({ columns }: RowTable): string[] {
  return columns
    .filter(({ kind, values }) => kind === "text" && values.length > 0)
    .sort((a, b) => a.values.length - b.values.length)
    .map(({ name }) => name);
}

/** The columns of years and of dates. */
export function timeColumns({ columns }: RowTable): string[] {
  return columns.filter(({ kind, years }) => kind === "time" || years !== null).map(({ name }) => name);
}

export function rowFormsOf(table: RowTable): readonly RowForm[] {
  const [hasTime, hasLabel] = [timeColumns(table).length > 0, labelColumns(table).length > 0];
  const found = rowForms.filter((form) => {
    if (form === "trend") return hasTime;
    return hasLabel && (form !== "scatter" || table.measures.length > 1);
  });
  return found;
}
