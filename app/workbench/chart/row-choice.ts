import { type ChartForm, chartForms, isOfOneYear, usualCount } from "./chart-choice.ts";
import type { RowDivisor } from "./placed-column.ts";
import { countriesOf, countryColumns } from "./row-places.ts";
import { columnOf, type RowSource, type RowTable } from "./row-table.ts";
import { usualPlaces } from "./settled-choice.ts";

/** Countries that are drawn first where a table has many of them. */
const MOST_FIRST = 5;

/** What a person chooses for a chart of rows. */
export interface RowChoice {
  readonly source: RowSource;
  readonly form: ChartForm;
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
  /** What values are divided by, where the label is of countries. */
  readonly per: RowDivisor | null;
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
      per: null,
    },
    table,
    true,
  );
}

/** @param isNew whether the label is still to be chosen: then it is the column of countries, or else that of texts with the fewest values */
export function settledRows(choice: RowChoice, table: RowTable, isNew = false): RowChoice {
  const forms = rowFormsOf(table);
  const form = forms.includes(choice.form) ? choice.form : forms[0]!;
  const measured = choice.measures.filter((name) => table.measures.includes(name));
  const first = measured[0] ?? table.measures[0]!;
  const second = measured[1] ?? table.measures.find((name) => name !== first);
  const texts = labelColumns(table);
  const hasLabel = texts.includes(choice.label ?? "");
  const [countries] = countryColumns(table);
  const usual = isNew || form !== "trend" ? (countries ?? texts[0] ?? null) : null;
  const placed = form === "map" && countriesOf(table, choice.label) === null ? countries : undefined;
  const label = placed ?? (hasLabel ? choice.label : usual);
  const times = timeColumns(table);
  const time = times.includes(choice.time ?? "") ? choice.time : (times[0] ?? null);
  const values = new Set(columnOf(table, label)?.values);
  const all = columnOf(table, time)?.years ?? null;
  const chosen = { ...choice, form, measures: [first], label, time };
  const per = choice.per !== null && rowDivisorsOf(chosen, table).includes(choice.per) ? choice.per : null;
  const drawn = all && yearsPer(all, per, table);
  const known = choice.labels.filter((value) => values.has(value));
  const labels = isNew && form === "trend" ? firstLabels(label, table) : known;
  return {
    ...choice,
    source: table.source,
    form,
    measures: form === "scatter" ? [first, second!] : [first],
    label,
    time,
    labels: per !== null || form === "map" ? placedLabels(label, labels, table) : labels,
    years: drawn && yearsFor(choice.years, form, drawn),
    per,
    count: Math.max(1, Math.round(choice.count)),
  };
}

/** Of many countries, the largest economies among them are drawn first. */
function firstLabels(label: string | null, table: RowTable): readonly string[] {
  const { codes } = countriesOf(table, label) ?? {};
  if (!codes || codes.size <= MOST_FIRST) return [];
  const usual = usualPlaces.flatMap((code) => [...codes.keys()].find((value) => codes.get(value) === code) ?? []);
  return (usual.length > 0 ? usual : [...codes.keys()]).slice(0, MOST_FIRST);
}

/** The chosen values that are countries; none, which are all, if every one is chosen. */
function placedLabels(label: string | null, labels: readonly string[], table: RowTable): readonly string[] {
  const { codes } = countriesOf(table, label)!;
  const placed = labels.filter((value) => codes.has(value));
  return placed.length === codes.size ? [] : placed;
}

/** What the values of a choice may be divided by. */
export function rowDivisorsOf({ form, measures, label, time }: RowChoice, table: RowTable): readonly RowDivisor[] {
  const span = columnOf(table, time)?.years;
  const mayBe = form === "trend" || form === "ranking" || form === "map";
  if (!span || !mayBe || countriesOf(table, label) === null) return [];
  if (isRatio(columnOf(table, measures[0]!)?.unit ?? "")) return [];
  return (["person", "gdp", "gdp-current"] as const).filter((per) => {
    const years = table.divisorYears[per];
    return years !== undefined && yearsPer(span, per, table).length > 0;
  });
}

/** The years of a table, as far as people or GDP are known. */
export function yearsPer(years: readonly number[], per: RowDivisor | null, table: RowTable): readonly number[] {
  const [first, last] = (per === null ? undefined : table.divisorYears[per]) ?? [-Infinity, Infinity];
  return years.filter((year) => year >= first && year <= last);
}

/** Whether values of several rows are averaged, because they are of something for each of something else. */
export function isRatio(unit: string): boolean {
  return unit.includes("/") || unit === "%";
}

/** The nearest years that have rows: of one year the last of them up to it. */
function yearsFor(years: RowChoice["years"], form: ChartForm, all: readonly number[]): RowChoice["years"] {
  const [least, most] = [all[0]!, all.at(-1)!];
  const [first, last] = years ?? [least, most];
  const from = all.find((year) => year >= Math.min(first, last)) ?? most;
  const to = all.findLast((year) => year <= Math.max(first, last)) ?? least;
  return isOfOneYear(form) ? [to, to] : [Math.min(from, to), Math.max(from, to)];
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

export function rowFormsOf(table: RowTable): readonly ChartForm[] {
  const [hasTime, hasLabel] = [timeColumns(table).length > 0, labelColumns(table).length > 0];
  const found = chartForms.filter((form) => {
    if (form === "trend") return hasTime;
    if (form === "map") return countryColumns(table).length > 0;
    return hasLabel && (form !== "scatter" || table.measures.length > 1);
  });
  return found;
}
