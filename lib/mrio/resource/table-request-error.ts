import { Fault } from "../../message/fault.ts";

/** A request for a table that the data at hand cannot meet. */
export class TableRequestError extends Fault {
  override name = "TableRequestError";
}
