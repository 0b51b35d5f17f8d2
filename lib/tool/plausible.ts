import type { z } from "zod";
import { type Message, messages } from "../message/message.ts";
import { remarked } from "./remark.ts";

const texts = messages("tool.plausible", {
  above: {
    en: "{field} is {value}, above {bound}: {why} Check the value and its unit; it was used as given.",
    zh: "{field} 为 {value}，高于 {bound}：{why}请核对数值与单位；计算按所给数值进行。",
  },
  below: {
    en: "{field} is {value}, below {bound}: {why} Check the value and its unit; it was used as given.",
    zh: "{field} 为 {value}，低于 {bound}：{why}请核对数值与单位；计算按所给数值进行。",
  },
});

/** Between which bounds a quantity is believable, and why: outside of them it is used, and a note asks to check it. */
export interface PlausibleRange {
  readonly least?: number;
  readonly most?: number;
  /** A sentence: where the bounds come from. */
  readonly why: () => Message;
}

/** The schema of a number with the range in which it is believable. Bounds that nothing can pass are the schema's own (`min`, `max`). */
export function plausible<Schema extends z.ZodNumber>(schema: Schema, range: PlausibleRange): Schema {
  return remarked(schema, (value, field) => outsideRange(value, field, range));
}

/** A note on a value outside of its range. */
export function outsideRange(value: number, field: string, range: PlausibleRange): Message[] {
  const { least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY, why } = range;
  if (value > most) return [texts.above({ field, value, bound: most, why: why() })];
  return value < least ? [texts.below({ field, value, bound: least, why: why() })] : [];
}
