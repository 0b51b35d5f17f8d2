import { Fault } from "../../message/fault.ts";
import type { Message } from "../../message/message.ts";

/** Thrown if a query does not fit an inventory or a series: an unknown year, a missing uncertainty. */
export class InventoryError extends Fault {
  override readonly name = "InventoryError";
  declare readonly field: string;
  constructor(field: string, said: Message) {
    super(said, { field });
  }
}
