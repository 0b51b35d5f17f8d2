import { Fault } from "../../lib/message/fault.ts";

/** Thrown when a module cannot be found, read or linked. */
export class ModuleError extends Fault {
  override name = "ModuleError";
}
