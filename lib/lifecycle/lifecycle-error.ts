import { Fault } from "../message/fault.ts";
import type { Message } from "../message/message.ts";

/** Thrown if an inventory or a product system cannot be read or solved. `field` names the part. */
export class LifecycleError extends Fault {
  override readonly name = "LifecycleError";
  declare readonly field: string;
  constructor(field: string, said: Message) {
    super(said, { field });
  }
}
