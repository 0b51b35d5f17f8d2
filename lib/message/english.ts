import { isMessage, type Message } from "./message.ts";
import { writeMessage } from "./write.ts";

/**
 * A value with each message replaced by its English text, for programs. Lists and records without messages stay
 * the same objects, and so do typed arrays. `wrote` is called with each message and its text.
 */
export function inEnglish(value: unknown, wrote?: Wrote): unknown {
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return value;
  if (isMessage(value)) {
    const text = writeMessage(value);
    wrote?.(value, text);
    return text;
  }
  if (Array.isArray(value)) return listInEnglish(value, wrote);
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  return recordInEnglish(value as Readonly<Record<string, unknown>>, wrote);
}

type Wrote = (message: Message, text: string) => void;

function recordInEnglish(
  record: Readonly<Record<string, unknown>>,
  wrote: Wrote | undefined,
): Readonly<Record<string, unknown>> {
  let written: Record<string, unknown> | undefined;
  for (const key in record) {
    const each = record[key];
    if (typeof each !== "object" || each === null) continue;
    const said = inEnglish(each, wrote);
    if (said === each) continue;
    written ??= { ...record };
    written[key] = said;
  }
  return written ?? record;
}

function listInEnglish(list: readonly unknown[], wrote: Wrote | undefined): readonly unknown[] {
  let written: unknown[] | undefined;
  for (let i = 0; i < list.length; i++) {
    const each = list[i];
    // Most of a large result is numbers, which are skipped without a call.
    if (typeof each !== "object" || each === null) continue;
    const said = inEnglish(each, wrote);
    if (said === each) continue;
    written ??= [...list];
    written[i] = said;
  }
  return written ?? list;
}
