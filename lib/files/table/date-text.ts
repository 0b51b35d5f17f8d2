import type { DateOrder } from "./table-reading.ts";

/** How a text can be read as a date; combined by `|`. 0 if it cannot. */
export const dateShapes = {
  ymd: 1,
  dmy: 2,
  mdy: 4,
  /** With a time of day. */
  time: 8,
  /** With `am` or `pm`, as where the month comes first. */
  half: 16,
} as const;

const ALL = dateShapes.ymd | dateShapes.dmy | dateShapes.mdy;

const time =
  "(?:(?:T| +|, ?)(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)?(?: ?([AaPp])\\.?[Mm]\\.?)?(?: ?(Z|[+-]\\d{2}(?::?\\d{2})?))?)?";
/** Only a date with day may have a time; a year with a point and a month would be a number. */
const yearFirst = new RegExp(`^(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})${time}$`);
const yearAndMonth = /^(\d{4})[-/](\d{1,2})$/;
const chinese = new RegExp(`^(\\d{4}) ?年 ?(\\d{1,2}) ?月(?: ?(\\d{1,2}) ?[日号])?${time}$`);
/** Years of two digits only between slashes: `10.11.12` is a code of products. */
const yearLast = new RegExp(`^(\\d{1,2})(?:([-.])(\\d{1,2})\\2(\\d{4})|/(\\d{1,2})/(\\d{4}|\\d{2}))${time}$`);
const dayAndName = new RegExp(`^(\\d{1,2})[ -]([A-Za-z]{3,9})\\.?,?[ -](\\d{4})${time}$`);
const nameAndDay = new RegExp(`^([A-Za-z]{3,9})\\.? (\\d{1,2}),? (\\d{4})${time}$`);
const months = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];

/** Neither shorter (`1/2/24`) nor longer texts are dates. */
const SHORTEST = 6;
const LONGEST = 40;

/** The parts of a date as written; the time of day in milliseconds. */
interface Written {
  readonly year: number;
  /** The two others in the order of the text; the second is the day where the month is known. */
  readonly first: number;
  readonly second: number;
  readonly isMonthKnown: boolean;
  readonly hasTime: boolean;
  readonly isHalf: boolean;
  readonly time: number;
}

/** How a trimmed text can be read as a date. */
export function dateShape(text: string): number {
  if (!Number.isNaN(isoDayOf(text))) return ALL;
  const written = writtenDate(text);
  if (!written) return 0;
  const { year, first, second, isMonthKnown, hasTime, isHalf } = written;
  let shape = 0;
  if (isMonthKnown) {
    if (!Number.isNaN(dayOf(year, first, second))) shape = ALL;
  } else {
    if (!Number.isNaN(dayOf(year, second, first))) shape |= dateShapes.dmy;
    if (!Number.isNaN(dayOf(year, first, second))) shape |= dateShapes.mdy;
  }
  if (shape === 0) return 0;
  return shape | (hasTime ? dateShapes.time : 0) | (isHalf ? dateShapes.half : 0);
}

/**
 * The milliseconds since 1970 of the date that a trimmed text states; NaN if it states none in this order. Without a time zone it is
 * UTC; a month is its first day.
 */
export function dateOf(text: string, order: DateOrder): number {
  const day = isoDayOf(text);
  if (!Number.isNaN(day)) return day;
  const written = writtenDate(text);
  if (!written) return Number.NaN;
  const { year, first, second, isMonthKnown, time } = written;
  if (isMonthKnown || order === "mdy") return dayOf(year, first, second) + time;
  return order === "dmy" ? dayOf(year, second, first) + time : Number.NaN;
}

/** The date of a number that a person calls a date: a year, or year, month and day in eight digits. NaN for others. */
export function dateOfDigits(text: string): number {
  const [, year, month, day] = /^(\d{4})(?:(\d{2})(\d{2}))?$/.exec(text) ?? [];
  return year === undefined ? Number.NaN : dayOf(Number(year), Number(month ?? 1), Number(day ?? 1));
}

function writtenDate(text: string): Written | null {
  if (text.length < SHORTEST || text.length > LONGEST) return null;
  const code = text.charCodeAt(0);
  if (code >= 48 && code <= 57) {
    let found = yearFirst.exec(text);
    if (found) return written(found[1]!, found[3]!, found[4]!, true, found, 5);
    found = yearLast.exec(text);
    if (found) return written(found[4] ?? found[6]!, found[1]!, found[3] ?? found[5]!, false, found, 7);
    found = yearAndMonth.exec(text);
    if (found) return written(found[1]!, found[2]!, "1", true, found, 3);
    found = chinese.exec(text);
    if (found) return written(found[1]!, found[2]!, found[3] ?? "1", true, found, 4);
    found = dayAndName.exec(text);
    return found && named(found[3]!, found[2]!, found[1]!, found);
  }
  const found = (code | 32) >= 97 && (code | 32) <= 122 ? nameAndDay.exec(text) : null;
  return found && named(found[3]!, found[1]!, found[2]!, found);
}

function named(year: string, name: string, day: string, found: RegExpExecArray): Written | null {
  const small = name.toLowerCase();
  const month = months.findIndex((each) => each === small || each.slice(0, 3) === small);
  return month < 0 ? null : written(year, String(month + 1), day, true, found, 4);
}

/** @param at the group of the hour */
function written(
  year: string,
  first: string,
  second: string,
  isMonthKnown: boolean,
  found: RegExpExecArray,
  at: number,
): Written | null {
  const hour = found[at];
  const half = found[at + 4];
  const time =
    hour === undefined ? 0 : timeOfDay(hour, found[at + 1]!, found[at + 2], found[at + 3], half, found[at + 5]);
  if (Number.isNaN(time)) return null;
  return {
    year: year.length === 2 ? fullYear(Number(year)) : Number(year),
    first: Number(first),
    second: Number(second),
    isMonthKnown,
    hasTime: hour !== undefined,
    isHalf: half !== undefined,
    time,
  };
}

/** As POSIX reads years of two digits: 69 to 99 are of the last century. */
function fullYear(year: number): number {
  return year < 69 ? 2000 + year : 1900 + year;
}

function timeOfDay(
  hour: string,
  minute: string,
  second = "0",
  fraction = "0",
  half: string | undefined,
  zone = "Z",
): number {
  let h = Number(hour);
  if (half !== undefined) {
    if (h < 1 || h > 12) return Number.NaN;
    h = (h % 12) + (/p/i.test(half) ? 12 : 0);
  }
  const m = Number(minute);
  const s = Number(second);
  if (h > 23 || m > 59 || s > 59) return Number.NaN;
  const [, sign, zoneHour = "0", zoneMinute = "0"] = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone) ?? [];
  const ahead = sign === undefined ? 0 : (sign === "-" ? -1 : 1) * (Number(zoneHour) * 60 + Number(zoneMinute));
  return ((h * 60 + m - ahead) * 60 + s) * 1000 + Math.floor(Number(`0.${fraction}`) * 1000);
}

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The milliseconds of a day; NaN if there is no such day. */
function dayOf(year: number, month: number, day: number): number {
  const isLeap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const last = (monthLengths[month - 1] ?? 0) + (isLeap ? 1 : 0);
  // The platform reads years of two digits as of the last century.
  return year < 100 || day < 1 || day > last ? Number.NaN : Date.UTC(year, month - 1, day);
}

/** The day of a text such as `2024-01-31`, in which most dates are written; NaN for another form, and if there is no such day. */
function isoDayOf(text: string): number {
  if (text.length !== 10 || text.charCodeAt(4) !== HYPHEN || text.charCodeAt(7) !== HYPHEN) return Number.NaN;
  let digits = 0;
  for (let i = 0; i < 10; i++) {
    if (i === 4 || i === 7) continue;
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return Number.NaN;
    digits = digits * 10 + digit;
  }
  return dayOf(Math.floor(digits / 10_000), Math.floor(digits / 100) % 100, digits % 100);
}

const HYPHEN = 45;
