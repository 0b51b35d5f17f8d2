import { Fault } from "../../lib/message/fault.ts";
import type { Message } from "../../lib/message/message.ts";

/** The refusal of a request, with its status. */
export class Refusal extends Fault {
  readonly status: number;
  constructor(status: number, sentence: Message) {
    super(sentence);
    this.status = status;
  }
}
