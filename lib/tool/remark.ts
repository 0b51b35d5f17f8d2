import type { z } from "zod";
import type { Message } from "../message/message.ts";

/** What there is to note on a value that its schema takes: nothing, or sentences that begin with the field's name. */
export type Remark<Value> = (value: Value, field: string) => readonly Message[];

type Schema = z.core.$ZodType;

/** By schema: beside its meta-data, because those become part of JSON schemas, which hold no functions. */
const remarks = new WeakMap<Schema, Remark<never>>();

/** The schema, whose values are noted in the results of the tools that take them. It refuses no more than before. */
export function remarked<Own extends z.ZodType>(schema: Own, remark: Remark<z.output<Own>>): Own {
  const own = schema.meta({ ...schema.meta() });
  remarks.set(own, remark);
  return own;
}

/** The remark of a schema, or of the one that it describes more closely. */
export function remarkOf(schema: Schema): Remark<unknown> | undefined {
  for (let at: Schema | undefined = schema; at; at = at._zod.parent) {
    const remark = remarks.get(at);
    if (remark) return remark as Remark<unknown>;
  }
  return undefined;
}

/** For a copy of a schema that is stricter in its parts. */
export function keepRemark(from: Schema, to: Schema): void {
  const remark = remarkOf(from);
  if (remark) remarks.set(to, remark as Remark<never>);
}
