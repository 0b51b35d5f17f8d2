/** Raised when a question does not fit an inventory or a series: a year that is not there, an uncertainty that is missing. */
export class InventoryError extends Error {
  override readonly name = "InventoryError";
  readonly field: string;
  constructor(field: string, message: string) {
    super(message);
    this.field = field;
  }
}
