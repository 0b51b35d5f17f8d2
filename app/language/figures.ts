import { labelOf } from "../../kernel/cell/kinds.ts";
import { messages } from "../../lib/message/message.ts";
import { writeList as joinItems } from "../../lib/message/write.ts";
import { say, speech } from "./speech.ts";

export const durationTexts = messages("language.duration", {
  milliseconds: { en: "{n} ms", zh: "{n} 毫秒" },
  seconds: { en: "{n} s", zh: "{n} 秒" },
  minutes: { en: "{minutes} min {seconds} s", zh: "{minutes} 分 {seconds} 秒" },
});

export const sizeTexts = messages("language.size", {
  bytes: { en: "{n} {n:byte|bytes}", zh: "{n} 字节" },
  kilobytes: { en: "{n} kB", zh: "{n} kB" },
  megabytes: { en: "{n} MB", zh: "{n} MB" },
});

/** Numbers, times and lists as the page writes them. Thousands are separated by a narrow space from 10 000 on, in every language. */

const narrowSpace = "\u202f";

export function writeNumber(value: number, options: Intl.NumberFormatOptions): string {
  const parts = new Intl.NumberFormat(speech.language, { useGrouping: "min2", ...options }).formatToParts(value);
  return parts.map(({ type, value }) => (type === "group" ? narrowSpace : value)).join("");
}

export function writeCount(count: number): string {
  return writeNumber(count, { maximumFractionDigits: 0 });
}

/** A duration: `120 ms`, `3.2 s`, `2 min 05 s`. */
export function writeDuration(milliseconds: number): string {
  if (milliseconds < 999.5) return say(durationTexts.milliseconds({ n: Math.max(0, Math.round(milliseconds)) }));
  const seconds = milliseconds / 1000;
  if (seconds < 9.95) return say(durationTexts.seconds({ n: seconds.toFixed(1) }));
  if (seconds < 59.5) return say(durationTexts.seconds({ n: Math.round(seconds) }));
  const whole = Math.round(seconds);
  return say(durationTexts.minutes({ minutes: Math.floor(whole / 60), seconds: String(whole % 60).padStart(2, "0") }));
}

/** The size of a file: `840 bytes`, `12 kB`, `3.4 MB`. */
export function writeSize(bytes: number): string {
  if (bytes < 1000) return say(sizeTexts.bytes({ n: bytes }));
  if (bytes < 999_500) return say(sizeTexts.kilobytes({ n: writeCount(bytes / 1000) }));
  return say(sizeTexts.megabytes({ n: writeNumber(bytes / 1e6, { maximumFractionDigits: bytes < 9.95e6 ? 1 : 0 }) }));
}

/** The language tag for dates; in English, days come before months. */
export function dateTag(): string {
  return speech.language === "en" ? "en-GB" : speech.language;
}

/** A day in the page's language; null if the text is not a date. */
export function writeDay(iso: string): string | null {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return null;
  return new Intl.DateTimeFormat(dateTag(), { dateStyle: "medium" }).format(date);
}

/** A day in full: `26 November 2026`. */
export function writeLongDay(date: Date): string {
  return new Intl.DateTimeFormat(dateTag(), { dateStyle: "long" }).format(date);
}

/** A moment: its time if it is today, else day and time. */
export function writeMoment(time: number): string {
  const date = new Date(time);
  const isToday = date.toDateString() === new Date().toDateString();
  const day: Intl.DateTimeFormatOptions = isToday ? {} : { dateStyle: "medium" };
  const format = new Intl.DateTimeFormat(dateTag(), { timeStyle: "short", ...day });
  return format.format(date);
}

/** Years a dataset covers: `2011` or `2000–2016`. */
export function writeYears([from, to]: readonly [number, number]): string {
  return from === to ? String(from) : `${from}–${to}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function writeList(items: readonly string[]): string {
  return joinItems(items, "and", speech.writing);
}

/** The label of a cell's kind; an unknown kind keeps its own name. */
export function writeCellKind(kind: string): string {
  return say(labelOf(kind));
}
