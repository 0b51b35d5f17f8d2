import { z } from "zod";
import { messages } from "../message/message.ts";
import { writeMessage } from "../message/write.ts";

const texts = messages("input", {
  sameKey: {
    en: "rows must differ in {fields:and}, but row {other}, counted from 0, has the same ({values:and}). Keep one of them",
    zh: "各行的 {fields:and} 应互不相同，而第 {other} 行（从 0 起）与之相同（{values:and}）。请只保留其中一行",
  },
});

/**
 * A list of rows that some of their fields tell apart: a row that comes twice would be counted twice, or replace the other, in silence.
 * The problem names both.
 */
export function keyedRows<Row extends z.ZodObject>(row: Row, key: readonly (keyof z.output<Row> & string)[]) {
  return z.array(row).superRefine((rows, context) => {
    const first = new Map<string, number>();
    for (const [at, each] of rows.entries()) {
      const values = key.map((field) => (each as Readonly<Record<string, unknown>>)[field]);
      const name = JSON.stringify(values);
      const other = first.get(name);
      if (other === undefined) {
        first.set(name, at);
        continue;
      }
      const given = key.filter((_, i) => values[i] !== undefined && values[i] !== null);
      const shown = values.filter((value) => value !== undefined && value !== null).map(String);
      const problem = texts.sameKey({ fields: given, other, values: shown });
      context.addIssue({ code: "custom", path: [at], message: writeMessage(problem), params: { said: problem } });
    }
  });
}
