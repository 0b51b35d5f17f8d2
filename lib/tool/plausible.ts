import { z } from "zod";
import { type Message, messages } from "../message/message.ts";

const said = messages("tool.plausible", {
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

/** By schema: beside its meta-data, because those become part of JSON schemas, which hold no functions. */
const ranges = new WeakMap<object, PlausibleRange>();

/** The schema of a number with the range in which it is believable. Bounds that nothing can pass are the schema's own (`min`, `max`). */
export function plausible<Schema extends z.ZodNumber>(schema: Schema, range: PlausibleRange): Schema {
  const own = schema.meta({ ...schema.meta() });
  ranges.set(own, range);
  return own;
}

/** A note for each value of an input that is outside of the range which its schema declares. */
export function plausibilityNotes(schema: z.ZodType, value: unknown, field = ""): Message[] {
  if (value === undefined || value === null) return [];
  if (typeof value === "number") {
    const range = ranges.get(schema);
    const within = inner(schema);
    if (range === undefined) return within ? plausibilityNotes(within, value, field) : [];
    const { least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY, why } = range;
    if (value > most) return [said.above({ field, value, bound: most, why: why() })];
    return value < least ? [said.below({ field, value, bound: least, why: why() })] : [];
  }
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape).flatMap(([key, part]) =>
      plausibilityNotes(
        part as z.ZodType,
        (value as Readonly<Record<string, unknown>>)[key],
        field === "" ? key : `${field}.${key}`,
      ),
    );
  if (schema instanceof z.ZodRecord && typeof value === "object")
    return Object.entries(value).flatMap(([key, each]) =>
      plausibilityNotes(schema.valueType as z.ZodType, each, `${field}.${key}`),
    );
  if (schema instanceof z.ZodArray && Array.isArray(value))
    return value.flatMap((each, at) => plausibilityNotes(schema.element as z.ZodType, each, `${field}[${at}]`));
  const within = inner(schema);
  return within ? plausibilityNotes(within, value, field) : [];
}

function inner(schema: z.ZodType): z.ZodType | undefined {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault
    ? (schema.unwrap() as z.ZodType)
    : undefined;
}
