import { Fault } from "../message/fault.ts";
import type { Message } from "../message/message.ts";

/** Raised when units, gases, bases or metrics do not fit. The message is a sentence: what, and what to do. */
export class QuantityError extends Fault {
  override readonly name = "QuantityError";
  /** What was at fault, so that a tool can say which field it was. */
  declare readonly field: "unit" | "metric" | "value";
  constructor(field: "unit" | "metric" | "value", said: Message) {
    super(said, { field });
  }
}
