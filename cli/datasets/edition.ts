import type { DatasetEntry } from "../../kernel/services/catalogue.ts";
import { ageOf, type DatasetAge, editionDate } from "../../kernel/services/edition.ts";

/** Which edition of a dataset there is, and how old it is, as `--json` writes it. */
export interface EditionReport {
  readonly vintage: string;
  /** `2025-07-14`, `2026-05` or `2025`; null if the vintage names no date. */
  readonly date: string | null;
  readonly age_months: number | null;
  /** What the age counts from: the edition, or the last year of the data if the vintage names no date. */
  readonly age_from: "edition" | "data" | null;
}

export function editionReport(entry: DatasetEntry, today: Date): EditionReport {
  const age = ageOf(entry, today);
  return {
    vintage: entry.vintage,
    date: editionDate(entry.vintage)?.date ?? null,
    age_months: age?.months ?? null,
    age_from: age?.from ?? null,
  };
}

/** "16 months", "about 2 years", "data: about 2 years" or "unknown". */
export function shortAge(entry: DatasetEntry, today: Date): string {
  const age = ageOf(entry, today);
  if (!age) return "unknown";
  return age.from === "data" ? `data: ${lengthOf(age)}` : lengthOf(age);
}

/** The age as a sentence that says what it counts from. */
export function longAge(entry: DatasetEntry, today: Date): string {
  const age = ageOf(entry, today);
  if (!age) return "unknown: the edition names no date, and the dataset no years";
  return age.from === "edition"
    ? `${lengthOf(age)}, from the date of the edition (${age.since})`
    : `${lengthOf(age)}, from the last year of the data (${age.since}): the edition names no date`;
}

function lengthOf({ months, precision }: DatasetAge): string {
  if (precision !== "year") return months < 24 ? counted(months, "month") : counted(Math.floor(months / 12), "year");
  return months === 0 ? "less than a year" : `about ${counted(months / 12, "year")}`;
}

function counted(count: number, unit: string): string {
  return `${count} ${unit}${Math.abs(count) === 1 ? "" : "s"}`;
}
