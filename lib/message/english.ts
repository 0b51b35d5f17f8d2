import { isMessage } from "./message.ts";
import { writeMessage } from "./write.ts";

/**
 * A value with each message replaced by its English text, for programs. Lists and records without messages stay
 * the same objects, and so do typed arrays.
 */
export function inEnglish(value: unknown): unknown {
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return value;
  if (isMessage(value)) return writeMessage(value);
  if (Array.isArray(value)) return listInEnglish(value);
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  return recordInEnglish(value as Readonly<Record<string, unknown>>);
}

function recordInEnglish(record: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  let written: Record<string, unknown> | undefined;
  for (const key in record) {
    const each = record[key];
    if (typeof each !== "object" || each === null) continue;
    const said = inEnglish(each);
    if (said === each) continue;
    written ??= { ...record };
    written[key] = said;
  }
  return written ?? record;
}

function listInEnglish(list: readonly unknown[]): readonly unknown[] {
  let written: unknown[] | undefined;
  for (let i = 0; i < list.length; i++) {
    const each = list[i];
    // Most of a large result is numbers, which are skipped without a call.
    if (typeof each !== "object" || each === null) continue;
    const said = inEnglish(each);
    if (said === each) continue;
    written ??= [...list];
    written[i] = said;
  }
  return written ?? list;
}
