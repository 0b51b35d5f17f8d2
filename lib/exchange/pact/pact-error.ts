import { Fault } from "../../message/fault.ts";
import type { Message, Sentence } from "../../message/message.ts";

/** Thrown if a PACT document cannot be read or made. `field` names its part; `problems` are the single ones. */
export class PactError extends Fault {
  override readonly name = "PactError";
  declare readonly field: string;
  constructor(field: string, said: Message, problems: readonly Sentence[] = []) {
    super(said, { field, problems });
  }
}
