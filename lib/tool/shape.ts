import { z } from "zod";
import type { Message } from "../message/message.ts";

/**
 * What a schema's values are inside the library: a function returns them, and its tool returns them as they are. They are read-only at
 * every depth, and messages are not yet written. The schema is the one declaration of their fields, units and descriptions.
 */
export type ResultOf<Shape extends z.ZodType> = ReadOnly<z.input<Shape>>;

/** What a function gets of an input that fits a schema: with its defaults, and read-only at every depth. */
export type InputOf<Shape extends z.ZodType> = ReadOnly<z.output<Shape>>;

/** The same type, read-only at every depth. */
export type ReadOnly<T> = unknown extends T
  ? T
  : T extends Message | ArrayBufferView | Date
    ? T
    : { readonly [Key in keyof T]: ReadOnly<T[Key]> };

/** A text that inside the library is one of these; the published schema does not list them. */
export function textOf<Text extends string>() {
  return z.string() as unknown as z.ZodType<Text, Text>;
}
