import { Fault, type FaultDetails } from "../../lib/message/fault.ts";
import type { Sentence } from "../../lib/message/message.ts";

/** Thrown when a module cannot be found, read or linked. Its name may be that of the platform's error. */
export class ModuleError extends Fault {
  constructor(said: Sentence, details: FaultDetails = {}) {
    super(said, { name: "ModuleError", ...details });
  }
}
