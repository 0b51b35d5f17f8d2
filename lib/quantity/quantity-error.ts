/** Raised when units, gases, bases or metrics do not fit. The message is a sentence: what, and what to do. */
export class QuantityError extends Error {
  override readonly name = "QuantityError";
  /** What was at fault, so that a tool can say which field it was. */
  readonly field: "unit" | "metric" | "value";
  constructor(field: "unit" | "metric" | "value", message: string) {
    super(message);
    this.field = field;
  }
}
