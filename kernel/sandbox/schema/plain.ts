import * as z from "zod/mini";
import { message } from "../../boundary/message.ts";
import type { Json } from "../../document/index.ts";

/** The building blocks of the schemas in this folder. Their results are copies. */

/** A text that is cut at a maximum length, as it would be where it is displayed. */
export function text(most: number) {
  return z.pipe(
    z.string(),
    z.transform((value: string) => value.slice(0, most)),
  );
}

/** A text that would be useless if cut: longer ones are rejected. */
export function whole(most: number) {
  return z.string().check(z.maxLength(most));
}

export function list<Item extends z.ZodMiniType>(item: Item, most: number) {
  return z.array(item).check(z.maxLength(most));
}

/** The id of a cell. */
export const cellId = z.int().check(z.positive());

export const count = z.int().check(z.nonnegative());

/** A name that a cell defines or reads, or the name of a dataset or a tool. */
export const name = whole(500);

/** A key of a record: names of properties of every object are rejected. */
export const key = name.check(z.refine((value) => !(value in Object.prototype)));

/** A line or paragraph of text. */
export const sentence = text(4_000);

/** A message, or a plain text. */
export const said = z.union([sentence, message]);

/** The source of a cell, a statement of SQL. */
export const source = whole(20_000_000);

const DEEPEST = 60;
const MOST_VALUES = 200_000;

/** A copy of a JSON value. Values that JSON cannot represent are rejected. */
export const json = z.pipe(
  z.unknown(),
  z.transform((value, context): Json => {
    let left = MOST_VALUES;
    const copy = (each: unknown, depth: number): Json => {
      if (--left < 0) throw new TypeError("so many values are not kept");
      if (depth > DEEPEST) throw new TypeError("it is nested too deeply");
      if (each === null || typeof each === "string" || typeof each === "boolean") return each;
      if (typeof each === "number" && Number.isFinite(each)) return each;
      if (Array.isArray(each)) return Array.from(each, (item) => copy(item, depth + 1));
      if (typeof each === "object" && Object.getPrototypeOf(each) === Object.prototype) {
        return Object.fromEntries(Object.entries(each).map(([key, item]) => [key, copy(item, depth + 1)]));
      }
      throw new TypeError("JSON was expected");
    };
    try {
      return copy(value, 0);
    } catch (error) {
      context.issues.push({ code: "custom", message: (error as Error).message, input: value });
      return null;
    }
  }),
);
