import { Fault } from "../../message/fault.ts";

/** Thrown if there are no data for a requested table. */
export class TableRequestError extends Fault {
  override name = "TableRequestError";
}
