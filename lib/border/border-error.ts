import { Fault } from "../message/fault.ts";
import type { Message } from "../message/message.ts";

/** Thrown if goods that cross a border cannot be read or valued. `field` names the part. */
export class BorderError extends Fault {
  override readonly name = "BorderError";
  declare readonly field: string;
  constructor(field: string, said: Message) {
    super(said, { field });
  }
}
