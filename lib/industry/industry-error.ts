import { Fault } from "../message/fault.ts";
import type { Message } from "../message/message.ts";

/** Thrown if a plant, a flowsheet or a plan cannot be read or solved. `field` names the part. */
export class IndustryError extends Fault {
  override readonly name = "IndustryError";
  declare readonly field: string;
  constructor(field: string, said: Message) {
    super(said, { field });
  }
}
