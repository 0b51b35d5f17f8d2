import { Fault } from "../message/fault.ts";
import type { Message } from "../message/message.ts";

/** Thrown if the solver ends without an answer. `field` names the part of the caller's input. */
export class OptimizationError extends Fault {
  override readonly name = "OptimizationError";
  declare readonly field: string;
  constructor(field: string, said: Message) {
    super(said, { field });
  }
}
