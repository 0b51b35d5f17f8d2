import { Fault } from "../message/fault.ts";
import type { Message } from "../message/message.ts";

/** Thrown if an indicator cannot be computed; names the field and what to do. */
export class IndicatorError extends Fault {
  override readonly name = "IndicatorError";
  declare readonly field: string;
  constructor(field: string, said: Message) {
    super(said, { field });
  }
}
