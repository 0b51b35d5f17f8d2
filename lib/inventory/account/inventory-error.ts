import { Fault } from "../../message/fault.ts";
import type { Message } from "../../message/message.ts";

/** Raised when a question does not fit an inventory or a series: a year that is not there, an uncertainty that is missing. */
export class InventoryError extends Fault {
  override readonly name = "InventoryError";
  declare readonly field: string;
  constructor(field: string, said: Message) {
    super(said, { field });
  }
}
