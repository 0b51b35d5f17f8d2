import type { DatasetEntry } from "./catalogue.ts";

/** When an edition was published, as far as the text that names it says so. */
export interface EditionDate {
  /** `2025-07-14`, `2026-05` or `2025`. */
  readonly date: string;
  readonly precision: "day" | "month" | "year";
}

/** How old a dataset is. */
export interface DatasetAge {
  /** From the date of its edition or, if that names none, from the last year of its data. */
  readonly from: "edition" | "data";
  /** The date from which the age counts, like `EditionDate.date`. */
  readonly since: string;
  readonly precision: EditionDate["precision"];
  /** Whole months, negative for a date to come; of a date without a month, 12 times the difference of the years. */
  readonly months: number;
}

const months = ["january", "february", "march", "april", "may", "june"].concat([
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
]);
const named = months.map((name) => `${name}|${name.slice(0, 3)}`).join("|");
const year = "(?:19|20)\\d{2}";
const iso = new RegExp(`(${year})[-_](\\d{2})[-_](\\d{2})(?!\\d)`, "g");
const withDay = new RegExp(`\\b(\\d{1,2}) (${named})\\.? (${year})\\b`, "gi");
const withMonth = new RegExp(`\\b(${named})\\.? (${year})\\b`, "gi");
/** What a vintage says of its data instead of its edition. */
const ofData = new RegExp(`\\(.*?\\)|\\b(?:data|tables) (?:of |to |from )?${year}(?:\\s*(?:-|–|to)\\s*${year})?`, "gi");

/**
 * The date of an edition in the text that names it: the latest date, else month, else year, the years of the data apart.
 * Null if there is none, as in `v1.3.0`.
 */
export function editionDate(vintage: string): EditionDate | null {
  const dates = [
    ...[...vintage.matchAll(iso)].map(([, of, month, day]) => `${of}-${month}-${day}`),
    ...[...vintage.matchAll(withDay)].map(([, day, month, of]) => `${of}-${monthOf(month!)}-${day!.padStart(2, "0")}`),
  ];
  if (dates.length > 0) return { date: dates.sort().at(-1)!, precision: "day" };
  const ofMonths = [...vintage.matchAll(withMonth)].map(([, month, of]) => `${of}-${monthOf(month!)}`);
  if (ofMonths.length > 0) return { date: ofMonths.sort().at(-1)!, precision: "month" };
  const years = vintage.replace(ofData, "").match(new RegExp(`(?<!\\d)${year}(?!\\d)`, "g"));
  return years ? { date: String(Math.max(...years.map(Number))), precision: "year" } : null;
}

function monthOf(name: string): string {
  const at = months.findIndex((month) => month.startsWith(name.slice(0, 3).toLowerCase()));
  return String(at + 1).padStart(2, "0");
}

/** The age of a dataset on a day; null if neither its edition nor its years say how old it is. */
export function ageOf({ vintage, years }: Pick<DatasetEntry, "vintage" | "years">, today: Date): DatasetAge | null {
  const edition = editionDate(vintage);
  if (edition) return { from: "edition", ...since(edition, today) };
  return years ? { from: "data", ...since({ date: String(years[1]), precision: "year" }, today) } : null;
}

function since({ date, precision }: EditionDate, today: Date): Omit<DatasetAge, "from"> {
  const [of, month, day] = date.split("-").map(Number) as [number, number?, number?];
  const whole = 12 * (today.getUTCFullYear() - of);
  if (month === undefined) return { since: date, precision, months: whole };
  const begun = day !== undefined && today.getUTCDate() < day ? 1 : 0;
  return { since: date, precision, months: whole + today.getUTCMonth() + 1 - month - begun };
}
