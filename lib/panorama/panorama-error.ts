import { Fault } from "../message/fault.ts";
import type { Message } from "../message/message.ts";

/** Thrown if an account cannot be made; names the field and the expected value. */
export class PanoramaError extends Fault {
  override readonly name = "PanoramaError";
  declare readonly field: string;
  constructor(field: string, said: Message) {
    super(said, { field });
  }
}
