import { CountryYears, noYears } from "../../classification/country-years.ts";
import type { DatasetColumns } from "../../tool/read.ts";

/** Whether a row is of a country: tables with an area type have groups, the world and former states too. */
export function countryRows(columns: DatasetColumns): (row: number) => boolean {
  const kind = ["area_type", "entity_type"].find((name) => columns.has(name));
  if (kind === undefined) return () => true;
  const kinds = columns.texts(kind);
  return (row) => kinds[row] === "country";
}

/** A series of countries and years for each combination of labels, times `scale`. */
export function seriesBy(
  columns: DatasetColumns,
  labels: readonly string[],
  name: string,
  scale = 1,
): (...wanted: string[]) => CountryYears {
  const all = new Map<string, CountryYears>();
  const texts = labels.map((label) => columns.texts(label));
  const [iso3, year, value] = [columns.texts("iso3"), columns.numbers("year"), columns.numbers(name)];
  const isCountry = countryRows(columns);
  for (let row = 0; row < columns.rows; row++) {
    const amount = value[row];
    if (!iso3[row] || !isCountry(row) || amount === null || amount === undefined) continue;
    const key = texts.map((column) => column[row]).join("\t");
    const series = all.get(key) ?? new CountryYears();
    all.set(key, series);
    series.add(iso3[row]!, year[row]!, amount * scale);
  }
  return (...wanted) => all.get(wanted.join("\t")) ?? noYears;
}
