import { Fault } from "../message/fault.ts";
import { messages, type Sentence } from "../message/message.ts";

const texts = messages("data", {
  inField: { en: "{field}: {reason}", zh: "{field}：{reason}" },
});

/** Thrown for a query that a dataset does not fit. It names the field of the query. */
export class DataError extends Fault {
  override readonly name = "DataError";
  declare readonly field: string;
  constructor(field: string, reason: Sentence) {
    super(texts.inField({ field, reason }), { field });
  }
}
