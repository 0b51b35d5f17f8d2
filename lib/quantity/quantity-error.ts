import { Fault } from "../message/fault.ts";
import type { Message } from "../message/message.ts";

/** Thrown if units, gases, bases or metrics are incompatible. The message says what is wrong and what to do. */
export class QuantityError extends Fault {
  override readonly name = "QuantityError";
  /** The faulty part, so that a tool can name the field. */
  declare readonly field: "unit" | "metric" | "value";
  constructor(field: "unit" | "metric" | "value", said: Message) {
    super(said, { field });
  }
}
